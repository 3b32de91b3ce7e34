"""What form says of where a place is: "Paris, Texas", "Athens, Georgia", "the city of Turkey"."""

from __future__ import annotations

from timeline.entities import places
from timeline.entities.document import Document
from timeline.entities.gazetteer import FEDERAL, Place
from timeline.entities.lexicon import Words
from timeline.entities.places import Match


def contain(document: Document, found: list[Match], lexicon: Words) -> None:
    """Sets `inside` of each place that the text puts in another; adds places that no table has."""
    ends = {match.last: match for match in found}
    extra: list[Match] = []
    for match in found:
        _settlement(document, match, lexicon)
        holders = [place for place in match.places if _can_hold(place, match)]
        if not holders or not places.after_comma(document, match.first) or _describes(document, match):
            continue
        inner = ends.get(match.first - 1)
        if inner is None:
            new = _unknown(document, match, holders[0], lexicon)
            if new is not None:
                extra.append(new)
        elif (holder := _holder(inner, match, holders)) is not None:
            inner.inside, match.places, inner.certain, match.certain = holder, (holder,), True, True
    found.extend(extra)
    found.sort(key=lambda match: match.start)


def _describes(document: Document, match: Match) -> bool:
    """ "in Egypt, U.S. President Ann Smith …": a country that tells of the noun after it holds nothing."""
    if match.places[0].kind not in ("country", "demonym"):
        return False
    parsed = document.token_at(match.end - 1)
    if parsed is None:
        return False
    token = parsed[1]
    return token.dep in ("compound", "nmod", "amod") and token.head > token.index


def _can_hold(place: Place, match: Match) -> bool:
    return place.kind in ("country", "county") or (
        place.kind == "region" and (match.certain or place.country in FEDERAL)
    )


def _holder(inner: Match, match: Match, holders: list[Place]) -> Place | None:
    """The one of `holders` that holds `inner`; a state holds what the table does not know it to."""
    nation = any(place.kind in ("country", "demonym") for place in inner.places)
    for holder in holders:
        towns = nation and holder.kind == "country"  # "Egypt, United States" is no town
        held = (p for p in inner.places if not towns or p.kind == "region")
        if any(holds(holder, place) for place in held):
            return holder
    if match.certain or (
        not nation and holders[0].kind == "region" and holders[0].country in ("US", "CA", "AU")
    ):
        return holders[0]
    return None


def holds(holder: Place, place: Place) -> bool:
    """Does the table put `place` in `holder`?"""
    if holder.country != place.country or place.kind in ("country", "demonym"):
        return False
    return holder.kind == "country" or (place.kind in ("city", "capital") and place.admin == holder.admin)


def within(match: Match, holder: Place) -> Place:
    """The place that `match` denotes inside `holder`."""
    inside = [place for place in match.places if holds(holder, place)]
    return inside[0] if inside else Place(match.text, holder.country, "city", admin=holder.admin)


def _settlement(document: Document, match: Match, lexicon: Words) -> None:
    """After "the city of" comes no country: only the cities of that name are left."""
    words = document.words
    if match.first < 2 or words[match.first - 1].key != "of":
        return
    if words[match.first - 2].key not in lexicon.set("places.settlements"):
        return
    if match.places[0].kind == "country":
        cities = tuple(place for place in match.places if place.kind in ("city", "capital"))
        match.settlement = cities or (Place(match.text, None, "city"),)


def _unknown(document: Document, match: Match, holder: Place, lexicon: Words) -> Match | None:
    """The capitalised words before ", Texas" as a place of Texas, where they look like one."""
    words = document.words
    last = first = match.first - 1
    while first > 0 and words[first].joined and words[first - 1].capital and last - first < 3:
        first -= 1
    if not words[last].capital or not words[last].text.isalpha():
        return None
    start, end = words[first].start, words[last].end
    name = document.name_at(start, end)
    led = words[first - 1].key if first and words[first].joined else ""
    place_led = led in lexicon.set("places.prepositions") or led == "of"
    placed = places.place_label(name) and name is not None and name.start <= start + 4 and name.end <= end + 2
    if holder.kind == "country" and not placed:
        return None
    if not placed and (not place_led or (name is not None and name.label in ("PERSON", "ORG", "DATE"))):
        return None
    text = document.text[start:end]
    key = tuple(word.key for word in words[first : last + 1])
    place = Place(text, holder.country, "city", admin=holder.admin)
    return Match(start, end, text, key, first, last, (place,), inside=holder, certain=True)
