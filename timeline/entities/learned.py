"""Names that an article explains: "the Hayastan alliance", "World Health Organization (WHO)"."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.entities.document import Document, Word
from timeline.entities.lexicon import Words
from timeline.model import ActorKind

Key = tuple[str, ...]
_SMALL = frozenset(("of", "for", "the", "and", "in", "on", "de", "du", "des", "la", "to", "against"))
_LONGEST = 12
"""Words of a full name before its acronym."""


@dataclass(frozen=True, slots=True)
class Explained:
    """A name with the small-letter noun after it: `shown` is both where the noun is part of the name."""

    head: str
    kind: ActorKind
    shown: str


def by_noun(document: Document, lexicon: Words, taken: set[int], places: set[int]) -> dict[Key, Explained]:
    """Names before "alliance", "party", "movement", "company" … by their folded words."""
    heads: dict[str, ActorKind] = {}
    kinds: tuple[ActorKind, ...] = ("party", "alliance", "group", "organization")
    for kind in kinds:
        heads.update(dict.fromkeys(lexicon.set(f"heads.{kind}"), kind))
    found: dict[Key, Explained] = {}
    words = document.words
    for i, word in enumerate(words):
        if i == 0 or word.capital or word.key not in heads or not word.joined:
            continue
        first = i
        while first > 0 and words[first].joined and i - first < 4 and _in_name(words[first - 1]):
            first -= 1
        name = words[first:i]
        if not name or document.text[name[-1].end : word.start] != " ":
            continue
        if any(w.at in taken for w in name) or name[0].at in places or not _is_name(document, name, lexicon):
            continue
        text = " ".join(document.text[name[0].start : name[-1].end].split())
        kind = heads[word.key]
        shown = text if kind == "organization" else f"{text} {word.text}"
        found.setdefault(tuple(w.key for w in name), Explained(word.key, kind, shown))
    return found


def _in_name(word: Word) -> bool:
    return word.capital and word.text[0].isalpha()


def _is_name(document: Document, name: list[Word], lexicon: Words) -> bool:
    """Not "The party", "Each group"; one word that opens a sentence must come elsewhere too."""
    if any(w.key in lexicon.set("heads.not_names") for w in name):
        return False
    if len(name) == 1 and document.opens_sentence(name[0]):
        elsewhere = (w for w in document.words if w.text == name[0].text and w.at != name[0].at)
        return any(not document.opens_sentence(w) for w in elsewhere)
    return True


def acronyms(document: Document) -> dict[str, Key]:
    """ "Collective Security Treaty Organization (CSTO)" → {"CSTO": its folded words}."""
    found: dict[str, Key] = {}
    text, words = document.text, document.words
    for i, word in enumerate(words):
        short = word.text.replace(".", "")
        if i == 0 or not (2 <= len(short) <= 8) or not short[:2].isupper():
            continue
        if text[word.start - 1] != "(" or text[word.end : word.end + 1] not in (")", ",", ";"):
            continue
        if (full := _full(words, i, short.lower())) is not None:
            found[short] = full
    return found


def common_acronyms(document: Document) -> set[str]:
    """Acronyms of things: "liquefied petroleum gas (LPG)", "blowout preventer (BOP)"."""
    found: set[str] = set()
    text, words = document.text, document.words
    for i, word in enumerate(words):
        short = word.text
        if not (2 <= len(short) <= 6 and short.isupper()) or i == 0 or text[word.start - 1] != "(":
            continue
        for first in range(max(0, i - len(short)), i):
            run = words[first:i]
            if any(w.capital for w in run) or run[0].key[:1] != short[0].lower():
                continue
            letters = iter("".join(w.key for w in run))
            if all(letter in letters for letter in short.lower()):
                found.add(short)
                break
    return found


def _full(words: list[Word], stop: int, letters: str) -> Key | None:
    best: Key | None = None
    for at in range(stop - 1, max(-1, stop - 1 - _LONGEST), -1):
        word = words[at]
        if not word.capital and word.key not in _SMALL:
            break
        if not word.capital or word.key[0] != letters[0]:
            continue
        run = words[at:stop]
        capitals = "".join(w.key[0] for w in run if w.capital)
        everything = "".join(w.key[0] for w in run)
        if letters in (capitals, everything) or (best is None and _loose(letters, everything)):
            best = tuple(w.key for w in run)
    return best


def _loose(short: str, long: str) -> bool:
    """The letters in order, two missing or more at most: "Ansar (…)" has no such."""
    rest = iter(long)
    return len(short) > 2 and abs(len(short) - len(long)) <= 2 and all(letter in rest for letter in short)
