"""Which country a name means: by form ("Paris, Texas"), by what else the article speaks of, by fame."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from math import log2, log10

from timeline.entities import places
from timeline.entities.document import Document
from timeline.entities.gazetteer import Place
from timeline.entities.lexicon import Words
from timeline.entities.places import FEDERAL, SMALL, Match

_BASE = {"country": 7.0, "demonym": 7.0, "capital": 6.5, "region": 5.0, "city": 0.0}
_WEIGHT = {"country": 2.0, "demonym": 2.0, "capital": 1.5, "region": 1.5, "city": 1.0}
_CITY_CAP = 2.0
"""The most that an article's country adds to a city: Paris stays in France in a piece full of Americans."""


@dataclass(slots=True)
class Evidence:
    """How much an article speaks of each country and region, by the names that say so."""

    countries: dict[str, Counter[tuple[str, ...]]] = field(default_factory=lambda: defaultdict(Counter))
    regions: dict[tuple[str, str], Counter[tuple[str, ...]]] = field(
        default_factory=lambda: defaultdict(Counter)
    )

    def add(self, key: tuple[str, ...], place: Place, weight: float = 1.0) -> None:
        if place.country:
            self.countries[place.country][key] += weight * _WEIGHT[place.kind]  # type: ignore[assignment]
            if place.admin:
                self.regions[place.country, place.admin][key] += 1

    def of(self, country: str | None, without: tuple[str, ...]) -> float:
        seen = self.countries.get(country or "")
        return sum(n for key, n in seen.items() if key != without) if seen else 0.0

    def of_region(self, place: Place, without: tuple[str, ...]) -> float:
        seen = self.regions.get((place.country or "", place.admin)) if place.admin else None
        return sum(n for key, n in seen.items() if key != without) if seen else 0.0


def resolve(document: Document, found: list[Match]) -> None:
    """Chooses for each match what it denotes; leaves `chosen` None where that cannot be told."""
    evidence = Evidence()
    for match in found:
        if match.grade == "sure" and (only := _only(match)) is not None:
            evidence.add(match.key, only)
    _title(document, evidence)
    bound: dict[tuple[str, ...], Counter[Place]] = defaultdict(Counter)
    for match in found:
        if match.inside is not None:
            match.chosen = _within(match, match.inside)
            bound[match.key][match.chosen] += 1
            evidence.add(match.key, match.inside)
    count = Counter(match.key for match in found)
    senses: dict[tuple[str, ...], Place] = {}
    for match in found:
        if match.chosen is not None:
            continue
        if match.key in bound:
            match.chosen = bound[match.key].most_common(1)[0][0]
            continue
        if match.key not in senses:
            senses[match.key] = _best(match, evidence, count[match.key])
        place = senses[match.key]
        backed = evidence.of(place.country, match.key) > 0
        if match.grade == "weak" and not backed:
            continue
        if match.grade == "likely" and not backed and place.kind == "city" and place.population < SMALL:
            place = Place(place.name, None, "city") if evidence.countries else place
        match.chosen = place


def _best(match: Match, evidence: Evidence, count: int) -> Place:
    first = match.places[0]
    if first.contested:
        return first
    famous = max(match.places, key=lambda place: _score(place, match.key, Evidence()))
    strange = log2(1 + count) if evidence.of(famous.country, match.key) == 0 else 0.0

    def score(place: Place) -> float:
        other = strange if place.country != famous.country and evidence.of(place.country, match.key) else 0.0
        return _score(place, match.key, evidence) + other

    return max(match.places, key=score)


def _only(match: Match) -> Place | None:
    """The place of a match that can only be in one country."""
    first = match.places[0]
    others = {place.country for place in match.places if place.kind != "city" or place.population > 100_000}
    if first.contested or len(others | {first.country}) == 1:
        return first
    return None


def _score(place: Place, key: tuple[str, ...], evidence: Evidence) -> float:
    score = _BASE[place.kind]
    if place.kind == "region" and place.country in FEDERAL:
        score += 0.7
    if place.kind in ("city", "capital"):
        score += log10(max(place.population, 10)) - (5 if place.kind == "capital" else 0)
    said = log2(1 + evidence.of(place.country, key))
    score += min(said, _CITY_CAP) if place.kind == "city" else said
    if evidence.of_region(place, key):
        score += 1.5
    return score


def _title(document: Document, evidence: Evidence) -> None:
    """The title counts as well: it often says the country that a local story leaves out."""
    if document.article.title:
        title = Document.of_text(document.article.title)
        for match in places.matches(title, _NO_WORDS, frozenset()):
            if (sure := _only(match)) is not None and sure.kind != "city":
                evidence.add(match.key, sure)


_NO_WORDS = Words({}, {}, {})


def contain(document: Document, found: list[Match], lexicon: Words) -> None:
    """ "A, B" where B holds A: "Paris, Texas", "Athens, Georgia", "Bantam, Conn."; A may be unknown."""
    ends = {match.last: match for match in found}
    extra: list[Match] = []
    for match in found:
        holders = [p for p in match.places if p.kind in ("region", "country")]
        if not holders or not places.after_comma(document, match.first):
            continue
        inner = ends.get(match.first - 1)
        if inner is not None:
            pairs = [(h, p) for h in holders for p in inner.places if _holds(h, p)]
            if pairs:
                holder, _ = pairs[0]
            elif any(p.kind in ("country", "demonym") for p in inner.places) and not match.certain:
                continue
            elif holders[0].kind == "region" and holders[0].country in ("US", "CA", "AU") or match.certain:
                holder = holders[0]
            else:
                continue
            inner.inside, match.places, inner.certain = holder, (holder,), True
        elif holders[0].kind == "region" or match.certain:
            if new := _unknown(document, match, holders[0], lexicon):
                extra.append(new)
    found.extend(extra)
    found.sort(key=lambda match: match.start)


def _holds(holder: Place, place: Place) -> bool:
    if holder.country != place.country or place.kind in ("country", "demonym"):
        return False
    return holder.kind == "country" or (place.kind in ("city", "capital") and place.admin == holder.admin)


def _unknown(document: Document, match: Match, holder: Place, lexicon: Words) -> Match | None:
    """The capitalised words before ", Texas" as a place of Texas, where they look like one."""
    words = document.words
    last = match.first - 1
    first = last
    while first > 0 and words[first].joined and words[first - 1].capital and last - first < 3:
        first -= 1
    if not words[last].capital or not words[last].text.isalpha():
        return None
    start, end = words[first].start, words[last].end
    name = document.name_at(start, end)
    led = words[first - 1].key if first and words[first].joined else ""
    if not (led in lexicon.set("places.prepositions") or led == "of" or places.place_label(name)):
        return None
    if (
        name is not None
        and name.label in ("PERSON", "DATE")
        and led not in lexicon.set("places.prepositions")
    ):
        return None
    text = document.text[start:end]
    key = tuple(word.key for word in words[first : last + 1])
    place = Place(text, holder.country, "city", admin=holder.admin)
    return Match(start, end, text, key, first, last, (place,), inside=holder, certain=True)


def _within(match: Match, holder: Place) -> Place:
    inside = [p for p in match.places if _holds(holder, p)]
    if inside:
        return inside[0]
    return Place(match.text, holder.country, "city", admin=holder.admin)
