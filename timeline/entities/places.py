"""Names in the text that a gazetteer knows → matches: where each lies and what it may denote."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from timeline.entities.document import Document, Word
from timeline.entities.gazetteer import FEDERAL, Gazetteer, Place, gazetteer
from timeline.entities.lexicon import Words
from timeline.model import Name

LARGE = 400_000
"""People of a city whose bare name is taken without the language model's word for it."""
SMALL = 100_000
"""A city of fewer people brings no new country into an article: news adds the country there."""
Key = tuple[str, ...]
Grade = Literal["sure", "likely", "weak", "no"]
_LONGEST = 6
_PLACE_LABELS = ("GPE", "LOC", "FAC")


@dataclass(slots=True)
class Match:
    """A name that may be a place: words `first` to `last` (inclusive) and all it may denote."""

    start: int
    end: int
    text: str
    key: Key
    first: int
    last: int
    places: tuple[Place, ...]
    inside: Place | None = None
    """The region or country that the text puts the place in: "Paris, Texas"."""
    settlement: tuple[Place, ...] = ()
    """Where the text calls it a city, town or village: the cities of that name."""
    certain: bool = False
    """Taken on its form alone: "Ky." after a comma, a container."""
    grade: Grade = "no"
    chosen: Place | None = field(default=None)


def matches(document: Document, lexicon: Words, skip_cities: frozenset[str]) -> list[Match]:
    """All that the gazetteer knows in the text, longest names first, not overlapping."""
    known = gazetteer()
    found: list[Match] = []
    words = document.words
    states = lexicon.data.get("places", {}).get("states", {})
    at = 0
    while at < len(words):
        word = words[at]
        match = None
        if word.capital:
            match = _state(document, at, known, states) or _longest(document, at, known, skip_cities)
        if match is None:
            at += 1
            continue
        found.append(match)
        at = match.last + 1
    return found


def _longest(document: Document, at: int, known: Gazetteer, skip_cities: frozenset[str]) -> Match | None:
    words = document.words
    end = at + 1
    while end < len(words) and end - at < _LONGEST and words[end].joined:
        end += 1
    for stop in range(end, at, -1):
        last = words[stop - 1]
        if not last.capital:
            continue
        key = tuple(word.key for word in words[at:stop])
        surface = document.text[words[at].start : last.end]
        if stop - at == 1 and words[at].shouted and len(surface.replace(".", "")) <= 3:
            places: tuple[Place, ...] = ()
            if acronym := known.acronyms.get(surface.replace(".", "")):
                places = (acronym,)
        else:
            places = known.named(" ".join(surface.split()), key)
        if places and len(key) == 1 and key[0] in skip_cities:
            places = tuple(
                p for p in places if p.kind in ("country", "demonym") or (p.kind == "region" and p.contested)
            )
        if places and len(key) == 1 and len(key[0]) < 3 and places[0].kind not in ("country", "demonym"):
            continue
        if places:
            return Match(words[at].start, last.end, surface, key, at, stop - 1, places)
    return None


def _state(document: Document, at: int, known: Gazetteer, states: dict[str, dict[str, str]]) -> Match | None:
    """An abbreviated state or province: "Ky." after a comma, "N.C." anywhere."""
    word = document.words[at]
    iso = states.get("anywhere", {}).get(word.text)
    if iso is None and len(word.text) <= 5 and after_comma(document, at):
        iso = states.get("after_comma", {}).get(word.text.rstrip("."))
        stop = document.text[word.end : word.end + 1]
        if iso and not word.shouted and stop != "." and not document.words[at - 1].shouted:
            iso = None
        following = document.words[at + 1] if at + 1 < len(document.words) else None
        if iso and word.shouted and following is not None and following.joined and following.capital:
            iso = None  # "…, AL JAZEERA"
    if iso and at and document.words[at - 1].text.isdigit() and word.joined:
        iso = None  # 149 B.C.
    place = known.by_iso.get(iso) if iso else None
    if place is None:
        return None
    return Match(word.start, word.end, word.text, (word.key,), at, at, (place,), certain=True)


def goes_on(document: Document, match: Match) -> bool:
    """Does a capitalised word go on with the name, straight or after "'s": "St. John's University"?"""
    words = document.words
    at = match.last + 1
    if at < len(words) and words[at].text == "s" and words[at].joined:
        at += 1
    if at >= len(words) or not words[at].joined or not words[at].capital:
        return False
    return "." not in document.text[match.end : words[at].start]


def is_known(match: Match) -> bool:
    """A country, capital, large city, region of a federation or contested place: known by its bare name."""
    first = match.places[0]
    if first.kind in ("country", "demonym", "capital") or first.contested:
        return True
    if first.kind == "region" and first.country in FEDERAL:
        return True
    return any(place.population >= LARGE or place.kind == "capital" for place in match.places)


def after_comma(document: Document, at: int) -> bool:
    """Does word `at` come after a comma and one more word?"""
    if at == 0:
        return False
    between = document.text[document.words[at - 1].end : document.words[at].start]
    return len(between) <= 3 and between.strip() in (",", ".,")


def label(document: Document, match: Match) -> Name | None:
    """What the model calls the text of a match."""
    return document.name_at(match.start, match.end)


def place_label(name: Name | None) -> bool:
    return name is not None and name.label in _PLACE_LABELS


def before(document: Document, match: Match) -> Word | None:
    """The word before a match, with no stop between but that of a title ("Mr. Jordan")."""
    if match.first == 0:
        return None
    word = document.words[match.first - 1]
    between = document.text[word.end : match.start]
    stop = between.strip()
    return word if len(between) <= 2 and (not stop or (stop == "." and len(word.text) <= 4)) else None


def after(document: Document, match: Match) -> Word | None:
    """The word after a match, if only a space or a hyphen lies between."""
    if match.last + 1 >= len(document.words):
        return None
    word = document.words[match.last + 1]
    between = document.text[match.end : word.start]
    return word if between in (" ", "-", "\n", "\u00a0") else None
