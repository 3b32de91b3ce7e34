"""Countries and towns by noun: "the Central Asian nation", "the city"; only where one can be meant."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter

from timeline.entities.document import Document, Word
from timeline.entities.lexicon import Words
from timeline.entities.places import Match
from timeline.entities.tables import country_name, regions_of
from timeline.model import PlaceMention

_THE = ("the", "this")
_FAR = 200
"""Place names back in which a country is looked for."""
_OFTEN = 3
"""Names of places from which on an article is about their country."""
_LONGEST = 6
"""Words between "the" and the noun: "the landlocked, impoverished Central Asian nation"."""


def find(document: Document, found: list[Match], lexicon: Words) -> list[PlaceMention]:
    """The nouns that mean a country or a town named before, with it."""
    placed = [match for match in found if match.chosen is not None and match.chosen.country]
    starts = [match.start for match in placed]
    heads, towns = lexicon.set("nominal.nouns"), lexicon.set("nominal.towns")
    mentions = []
    for word in document.words:
        if word.capital or not word.joined or _goes_on(document, word):
            continue
        if word.key in towns and (town := _town(document, placed, starts, word)) is not None:
            mentions.append(town)
        if word.key not in heads:
            continue
        if (led := _led(document, word, lexicon)) is None:
            continue
        first, wider = led
        before = placed[max(0, bisect_left(starts, first.start) - _FAR) : bisect_left(starts, first.start)]
        code = _in_region(before, wider, lexicon) if wider else _the_one(document, before, first, word)
        if code is not None:
            text = document.text[first.start : word.end]
            name = country_name(code) or code
            mentions.append(PlaceMention(first.start, word.end, text, name, code, "nominal"))
    return mentions


def _town(document: Document, placed: list[Match], starts: list[int], noun: Word) -> PlaceMention | None:
    """ "the city" → the one town that this sentence so far and the two before name."""
    the = document.words[noun.at - 1]
    following = document.words[noun.at + 1] if noun.at + 1 < len(document.words) else None
    if the.key not in _THE or (following is not None and following.joined and following.capital):
        return None  # "the city Homs"
    lowest = document.sentence_number(the.start) - _NEAR
    last = bisect_left(starts, the.start)
    near = [m for m in placed[max(0, last - _FAR) : last] if document.sentence_number(m.start) >= lowest]
    chosen = {m.chosen.name: m.chosen for m in near if m.chosen is not None and m.chosen.kind in _TOWN}
    if len(chosen) != 1:
        return None
    place = next(iter(chosen.values()))
    later = near[max(i for i, m in enumerate(near) if m.chosen is not None and m.chosen.name == place.name) :]
    if any(m.chosen is not None and m.chosen.country != place.country for m in later):
        return None  # "in London, he condemned the raid in Syria. Soldiers entered the city"
    if noun.key != "city" and place.population > _TOWNS:
        return None  # "the town" is not Washington
    text = document.text[the.start : noun.end]
    return PlaceMention(the.start, noun.end, text, place.name, place.country, "nominal", place.latitude)


_NEAR = 2
"""Sentences back in which the town of "the city" is looked for."""
_TOWNS = 500_000
"""People from which on a place is no "town" and no "village"."""
_TOWN = ("city", "capital")
_NATION = ("country", "demonym")


def _goes_on(document: Document, word: Word) -> bool:
    following = document.words[word.at + 1] if word.at + 1 < len(document.words) else None
    return (
        following is not None
        and following.joined
        and following.key in ("of", "side", "music", "club", "where")
    )


def _led(document: Document, word: Word, lexicon: Words) -> tuple[Word, str] | None:
    """The "the" before the noun, and the wider region between: ("the", "central asian")."""
    words, wider = document.words, lexicon.data.get("nominal", {}).get("regions", {})
    region, at = "", word.at - 1
    while at >= 0 and word.at - at <= _LONGEST:
        if words[at].key in _THE:
            return words[at], region
        two = f"{words[at - 1].key} {words[at].key}" if at else ""
        if not region and two in wider and words[at].capital:
            region, at = two, at - 2
        elif not region and words[at].key in wider and words[at].capital:
            region, at = words[at].key, at - 1
        elif words[at].capital or words[at].key in lexicon.set("words.function") or words[at].text == "s":
            return None
        else:
            at -= 1
        if not words[at + 1].joined and words[at + 1].key not in _THE:
            return None
    return None


def _in_region(before: list[Match], wider: str, lexicon: Words) -> str | None:
    codes = frozenset(lexicon.data["nominal"]["regions"][wider])
    for match in reversed(before):
        if match.chosen is None or match.chosen.kind not in _NATION:
            continue
        code = match.chosen.country
        if code and (code in codes or codes & regions_of(code)):
            return code
    return None


def _the_one(document: Document, before: list[Match], first: Word, noun: Word) -> str | None:
    """ "the country" → the one country that this sentence so far and the one before speak of; where they
    speak of none, the one that most names before belong to."""
    if noun.key not in ("country", "nation") or noun.at != first.at + 1:
        return None
    lowest = document.sentence_number(first.start) - 1
    near = (m for m in reversed(before) if document.sentence_number(m.start) >= lowest)
    codes = {m.chosen.country for m in near if m.chosen}
    counted = Counter(m.chosen.country for m in before if m.chosen)
    code, count = counted.most_common(1)[0] if counted else (None, 0)
    main = code if count >= _OFTEN and 2 * count > counted.total() else None
    if codes:
        one = codes.pop() if len(codes) == 1 else None
        return (
            one if main in (None, one) else None
        )  # "agencies from the UK began sending teams to the country"
    return main
