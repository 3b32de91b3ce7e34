"""Organisations, parties, alliances, ministries and forces by name, gathered under one name each."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from timeline.entities import learned
from timeline.entities.aliases import Aliases
from timeline.entities.document import Document, Word
from timeline.entities.lexicon import Words
from timeline.model import ActorKind

Key = tuple[str, ...]
_KINDS: tuple[ActorKind, ...] = ("military", "party", "government", "alliance", "group")


@dataclass(slots=True)
class OrgSpan:
    """An organisation's name in the text: words `first` to `last`."""

    first: int
    last: int
    start: int
    end: int
    key: Key
    text: str


@dataclass(slots=True, eq=False)
class Organization:
    """One organisation of a document under all the names that the document shows to be one."""

    spans: list[OrgSpan] = field(default_factory=list)
    forms: Counter[str] = field(default_factory=Counter)
    kind: ActorKind = "organization"
    acronym: str = ""
    shown: str = ""
    """The name to show where the document says it: "Hayastan alliance"."""
    canonical: str = ""
    """The name shown in the end, aliases and country considered."""
    country: str | None = None

    @property
    def full(self) -> str:
        """The form used most that is not the acronym; the acronym where there is no other."""
        return max(self.forms, key=lambda form: (form != self.acronym, self.forms[form], len(form)))

    @property
    def name(self) -> str:
        if self.shown:
            return self.shown
        if self.acronym and self.forms[self.acronym] >= self.forms[self.full]:
            return self.acronym
        return self.full


def find(
    document: Document, lexicon: Words, known: Aliases, taken: set[int], places: set[int]
) -> list[Organization]:
    """The organisations of a document. `taken`: words of people; `places`: words of places."""
    explained = learned.by_noun(document, lexicon, taken, places)
    short = learned.acronyms(document)
    same: dict[Key, Key] = {(acronym.lower(),): full for acronym, full in short.items()}
    for key, explanation in explained.items():
        same[(*key, explanation.head)] = same.get(key, key)
    found: dict[Key, Organization] = {}
    spans = _spans(document, lexicon, known, taken, places, set(explained) | set(same))
    full_names = {span.key for span in spans if len(span.key) > 1}
    things = learned.common_acronyms(document)
    for span in spans:
        if span.text in things:
            continue
        key = same.get(span.key) or _longer(document, span, full_names, known, lexicon) or span.key
        body = found.get(key)
        if body is None:
            body = found[key] = Organization(kind=kind_of(key, lexicon))
            if key in explained:
                body.kind, body.shown = explained[key].kind, explained[key].shown
        body.spans.append(span)
        body.forms[span.text] += 1
        if span.text in short:
            body.acronym = span.text
    return [
        body for key, body in found.items() if _is_actor(document, body, known, lexicon, key in explained)
    ]


def _longer(
    document: Document, span: OrgSpan, full_names: set[Key], known: Aliases, lexicon: Words
) -> Key | None:
    """The one full name of the article that a word is short for.

    "the League" for "Arab League", "Orbis" for "Orbis Business Intelligence", "KSP" by its letters.
    """
    if len(span.key) > 1 or known.of(span.text) is not None:
        return None
    word = span.key[0]
    if span.text.isupper():
        longer = [key for key in full_names if len(key) > 2 and "".join(w[0] for w in key) == word]
    elif span.first and document.words[span.first - 1].key == "the":
        longer = [key for key in full_names if word in key]
    elif word in lexicon.set("organizations.not_short"):
        return None
    else:
        longer = [key for key in full_names if key[0] == word]
    return longer[0] if len(longer) == 1 else None


def kind_of(key: Key, lexicon: Words) -> ActorKind:
    """The kind that the words of a name tell."""
    for word in reversed(key):
        for kind in _KINDS:
            if word in lexicon.set(f"kinds.{kind}"):
                return kind
    return "organization"


def _is_actor(
    document: Document, body: Organization, known: Aliases, lexicon: Words, explained: bool
) -> bool:
    """Not a ship or a prize by the noun beside it, nor a plain word that only opens sentences."""
    if explained or known.of(body.full) is not None:
        return True
    words = document.words
    not_around = lexicon.set("organizations.not_beside")
    for span in body.spans:
        after = words[span.last + 1] if span.last + 1 < len(words) else None
        before = words[span.first - 1] if span.first else None
        if after is not None and after.joined and after.key in not_around:
            return False
        if (
            before is not None
            and words[span.first].joined
            and before.key in lexicon.set("organizations.vessels")
        ):
            return False
    if len(body.spans) > 2 or any(len(span.key) > 1 or span.text.isupper() for span in body.spans):
        return True
    return any(
        not document.opens_sentence(words[span.first]) or _proper(document, span) for span in body.spans
    )


def _proper(document: Document, span: OrgSpan) -> bool:
    parsed = document.token_at(span.start)
    return parsed is not None and parsed[1].pos == "PROPN"


def _spans(
    document: Document, lexicon: Words, known: Aliases, taken: set[int], places: set[int], explained: set[Key]
) -> list[OrgSpan]:
    found: dict[int, OrgSpan] = {}
    covered: set[int] = set()
    owners = taken | places
    for start, end in document.labelled("ORG"):
        span = _tidy(document, document.words_in(start, end), lexicon, owners)
        if span is None or any(i in taken or i in covered for i in range(span.first, span.last + 1)):
            continue
        if all(i in places for i in range(span.first, span.last + 1)) and known.of(span.text) is None:
            continue
        if span.key not in explained and not _plausible(document, span, lexicon):
            continue
        found[span.first] = span
        covered.update(range(span.first, span.last + 1))
    repeat = explained | {span.key for span in found.values() if len(span.key) > 1 or span.text.isupper()}
    for span in _again(document, repeat, known, covered | taken, places):
        found[span.first] = span
    return [found[first] for first in sorted(found)]


def _again(
    document: Document, repeat: set[Key], known: Aliases, covered: set[int], places: set[int]
) -> list[OrgSpan]:
    """Names of the article and well-known ones, wherever the words come in capitals."""
    by_first: dict[str, list[Key]] = {}
    for key in repeat:
        by_first.setdefault(key[0], []).append(key)
    found, words, at = [], document.words, 0
    while at < len(words):
        word = words[at]
        at += 1
        if not word.capital or word.at in covered:
            continue
        keys = by_first.get(word.key, []) + known.starting(word.key)
        if _known_alone(document, word, known) and word.at not in places:
            keys = [*keys, (word.key,)]
        for key in sorted(keys, key=len, reverse=True):
            run = words[word.at : word.at + len(key)]
            if tuple(w.key for w in run) != key or not all(w.joined for w in run[1:]) or not run[-1].capital:
                continue
            if any(w.at in covered for w in run) or (len(key) == 1 and word.at in places):
                continue
            text = " ".join(document.text[run[0].start : run[-1].end].split())
            if key not in repeat and known.of(text) is None:
                continue
            found.append(OrgSpan(run[0].at, run[-1].at, run[0].start, run[-1].end, key, text))
            at = run[-1].at + 1
            break
    return found


def _known_alone(document: Document, word: Word, known: Aliases) -> bool:
    """Is a word a well-known body: "BP" among small letters, "Taleban" where the model sees a name?"""
    if word.shouted:
        near = document.words[max(0, word.at - 1) : word.at + 2]
        return word.text in known.acronyms and not any(w.shouted and w.at != word.at for w in near)
    record = known.full.get((word.key,))
    return (
        record is not None and record.kind != "person" and document.name_at(word.start, word.end) is not None
    )


def _tidy(document: Document, words: list[Word], lexicon: Words, owners: set[int]) -> OrgSpan | None:
    """Without "the" before or "'s" after; without the country or person that owns it ("Egypt's …")."""
    while words and words[0].key in lexicon.set("words.determiners"):
        words = words[1:]
    titles = lexicon.set("organizations.not_last")
    while words and (words[-1].text == "s" or words[-1].key in titles):
        words = words[:-1]
    for i, word in enumerate(words[1:-1], 1):
        if word.text == "s" and words[i - 1].at in owners:
            words = words[i + 1 :]
            break
    if not words or (not words[-1].capital and not words[0].capital):
        return None
    start, end = words[0].start, words[-1].end
    key = tuple(word.key for word in words)
    return OrgSpan(words[0].at, words[-1].at, start, end, key, " ".join(document.text[start:end].split()))


def _plausible(document: Document, span: OrgSpan, lexicon: Words) -> bool:
    text, key = document.text, span.key
    if len(span.text) < 2 or key[-1] in lexicon.set("organizations.never") or not span.text[0].isalnum():
        return False
    if not any(c.isascii() and c.isalpha() for c in span.text):
        return False
    if all(word in lexicon.set("people.title_words") for word in key) or key in lexicon.phrase(
        "organizations.no"
    ):
        return False
    if len(key) == 1 and key[0] in lexicon.set("words.peoples"):
        return False
    following = document.words[span.last + 1] if span.last + 1 < len(document.words) else None
    titled = following is not None and following.joined and following.capital
    if titled and following is not None and following.key in lexicon.set("people.title_words"):
        return span.text.isupper()  # "International Development Secretary Douglas Alexander"
    sentence = document.sentence_at(span.start)
    if sentence is not None and sentence.end - sentence.start <= len(span.text) + 4:
        return False  # a line of its own: a heading, a button, a byline
    alone = text[span.start - 1 : span.start] == "(" and text[span.end : span.end + 1] == ")"
    return not (alone and not span.text.isupper())
