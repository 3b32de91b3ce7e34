"""Crowds, forces, authorities by common nouns: "protesters", "Azerbaijani troops", "the government"."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.entities.document import Document, Word
from timeline.entities.lexicon import Words
from timeline.entities.nations import adjective
from timeline.entities.places import Match
from timeline.model import ActorKind

_FARTHEST = 5
_QUOTES = ('"', "“", "”", "'", "‘", "’")


@dataclass(slots=True)
class GroupSpan:
    """A group in the text: `name` is how it is shown, `head` its noun."""

    start: int
    end: int
    name: str
    head: str
    kind: ActorKind
    country: str | None
    bare: bool
    """Nothing but the noun: "police"."""


def find(
    document: Document, lexicon: Words, places: dict[int, Match], owners: dict[int, str], taken: set[int]
) -> list[GroupSpan]:
    """Groups in text order. `places`: matches by last word; `owners`: surnames of people by word."""
    found: list[GroupSpan] = []
    kinds = lexicon.groups
    for word in document.words:
        kind = kinds.get(word.key)
        if (
            kind is None
            or word.at in taken
            or word.at in places
            or (word.capital and not document.opens_sentence(word))
        ):
            continue
        span = _span(document, word, kind, lexicon, places, owners, taken)
        if span is not None:
            found.append(span)
    return _settle(found)


def _span(
    document: Document,
    head: Word,
    kind: ActorKind,
    lexicon: Words,
    places: dict[int, Match],
    owners: dict[int, str],
    taken: set[int],
) -> GroupSpan | None:
    words, text = document.words, document.text
    parsed = document.token_at(head.start)
    if parsed is not None and parsed[1].dep in ("compound", "amod", "nmod"):
        return None
    following = words[head.at + 1] if head.at + 1 < len(words) else None
    if following is not None and following.joined:
        if following.key in lexicon.set("groups.not_before"):
            return None
        adjective_too = head.key in lexicon.set("groups.adjectives") and not following.capital
        if parsed is None and adjective_too and following.key not in lexicon.set("words.function"):
            return None
    if (
        text[head.start - 1 : head.start] in _QUOTES
        and text[head.end : head.end + 1] in _QUOTES
        and head.start
    ):
        return None  # somebody's word for them: "terrorists"
    first, country, owner = head.at, None, ""
    kept: list[str] = []
    at = head.at - 1
    while at >= 0 and head.at - at <= _FARTHEST and words[at + 1].joined:
        word = words[at]
        between = text[word.end : words[at + 1].start]
        match = places.get(at)
        if match is not None and match.chosen is not None and match.chosen.country:
            if match.chosen.kind in ("country", "demonym"):
                country = match.chosen.country
                own = match.text.lower() in lexicon.set("groups.regions")
                owner = match.text if own else adjective(country) or match.text
            else:
                country, owner = match.chosen.country, match.text
            first = match.first
            break
        if at in owners:
            owner, first = owners[at], at
            break
        if word.key in ("pro", "anti") and kept and between == "-":
            kept[0] = f"{word.key}-{kept[0]}"  # anti-government protesters
            first = at
            at -= 1
            continue
        if word.text == "s" or word.key in lexicon.set("groups.loose"):
            at -= 1
            continue
        if word.key not in lexicon.set("groups.modifiers") or at in taken:
            break
        if between not in (" ", "-"):
            break
        kept.insert(0, word.key if not word.shouted else word.text)
        first = at
        at -= 1
    if owner and at > 0 and document.text[words[at - 1].end : words[at].start] == "-":
        if words[at - 1].key in ("anti", "non"):  # anti-Gaddafi rebels are not Gaddafi's
            owner, country, first = f"{words[at - 1].key}-{owner}", None, at - 1
        elif words[at - 1].key == "pro":
            first = at - 1
    owned = head.key in lexicon.set(f"groups.{kind}_owned")
    if owned and not owner and not (set(kept) & lexicon.set("groups.enough")):
        return None
    if "opposition" in kept and kind == "government":
        kind = "group"
    noun = lexicon.data.get("groups", {}).get("same", {}).get(head.key, head.text.lower())
    pairs: dict[str, str] = lexicon.data.get("groups", {}).get("pairs", {})
    if kept and (pair := pairs.get(f"{kept[-1]} {noun}")):
        kept, noun = kept[:-1], pair
        kind = lexicon.groups.get(noun, kind)
    name = " ".join(filter(None, (owner, *kept, noun)))
    bare = not (owner or kept or _possessed(words, first, lexicon))
    return GroupSpan(words[first].start, head.end, name, noun, kind, country, bare)


def _possessed(words: list[Word], first: int, lexicon: Words) -> bool:
    """ "his army" need not be the one that the article told of."""
    return first > 0 and words[first - 1].key in lexicon.set("groups.possessives")


def _settle(found: list[GroupSpan]) -> list[GroupSpan]:
    """ "police" in an article that has one nation's police, "Turkish police", near by, is that one."""
    fuller: dict[str, list[GroupSpan]] = {}
    for span in found:
        if not span.bare and span.name.split()[0] == _adjective(span):
            fuller.setdefault(span.head, []).append(span)
    for span in found:
        known = fuller.get(span.head, [])
        near = any(abs(other.start - span.start) <= _NEAR for other in known)
        if span.bare and near and len({(other.name, other.country) for other in known}) == 1:
            span.name, span.country = known[0].name, known[0].country
    return found


def _adjective(span: GroupSpan) -> str | None:
    """The first word of the adjective of a group's country: "Turkish"."""
    own = adjective(span.country)
    return own.split()[0] if own else None


_NEAR = 1500
"""Characters within which a group goes by its fuller name: a page of many reports has other police."""
