"""Which country a name means: by form ("Paris, Texas"), by what else the article speaks of, by fame."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from math import log2, log10

from timeline.entities import places
from timeline.entities.containers import within
from timeline.entities.document import Document
from timeline.entities.gazetteer import FEDERAL, Place
from timeline.entities.lexicon import Words
from timeline.entities.places import SMALL, Key, Match

_BASE = {"country": 7.0, "demonym": 7.0, "capital": 1.5, "region": 5.0, "county": 3.5, "city": 0.0}
_WEIGHT = {"country": 2.0, "demonym": 2.0, "capital": 1.5, "region": 1.5, "county": 1.0, "city": 1.0}
_FEDERAL_BONUS = 0.7
_SAME_REGION = 1.5
_CITY_CAP = 2.0
"""The most that an article's country adds to a city: Paris stays in France in a piece full of Americans."""
_SIZE = {"country": 10**8, "demonym": 10**8, "region": 10**7, "county": 3 * 10**6}
"""People, for comparing with cities."""
_TOWN = 5_000
"""People of a namesake in another country that makes a city poor evidence."""


@dataclass(slots=True)
class Evidence:
    """How much an article speaks of each country and region, by the names that say so."""

    countries: dict[str, Counter[Key]] = field(default_factory=lambda: defaultdict(Counter))
    regions: dict[tuple[str, str], Counter[Key]] = field(default_factory=lambda: defaultdict(Counter))

    def add(self, key: Key, place: Place, weight: float = 1.0) -> None:
        if place.country:
            self.countries[place.country][key] += weight * _WEIGHT[place.kind]  # type: ignore[assignment]
            if place.admin:
                self.regions[place.country, place.admin][key] += 1

    def of(self, country: str | None, without: Key) -> float:
        """Evidence of a country from other names than `without`."""
        seen = self.countries.get(country or "")
        return sum(n for key, n in seen.items() if key != without) if seen else 0.0

    def of_region(self, place: Place, without: Key) -> float:
        """The same of a place's region."""
        seen = self.regions.get((place.country or "", place.admin)) if place.admin else None
        return sum(n for key, n in seen.items() if key != without) if seen else 0.0


def resolve(document: Document, found: list[Match]) -> None:
    """Chooses for each match what it denotes; leaves `chosen` None where that cannot be told."""
    bound: dict[Key, Counter[Place]] = defaultdict(Counter)
    for match in found:
        if match.inside is not None:
            match.chosen = within(match, match.inside)
            bound[match.key][match.chosen] += 1
    evidence = _evidence(document, found, set(bound))
    count = Counter(match.key for match in found)
    settled = {match.key: match for match in found if match.settlement}
    senses: dict[Key, Place] = {}
    for match in found:
        if match.chosen is not None:
            continue
        if match.key in bound:
            match.chosen = bound[match.key].most_common(1)[0][0]
            continue
        if match.key in settled and evidence.of(match.places[0].country, match.key) == 0:
            match.places = settled[match.key].settlement
        if match.key not in senses:
            senses[match.key] = _best(match, evidence, count[match.key])
        match.chosen = _backed(match, senses[match.key], evidence)


def _evidence(document: Document, found: list[Match], bound: set[Key]) -> Evidence:
    evidence = Evidence()
    for match in found:
        if match.inside is not None:
            evidence.add(match.key, match.inside)
        elif match.key not in bound and (only := _only(match)) is not None:
            if match.grade == "sure":
                evidence.add(match.key, only, _clearness(match))
            elif only.population >= _TOWN or only.kind == "county":
                evidence.add(match.key, only, 0.5 * _clearness(match))
    if document.article.title:
        title = Document.of_text(document.article.title)
        for match in places.matches(title, _NO_WORDS, frozenset()):
            if (only := _only(match)) is not None and only.kind != "city":
                evidence.add(match.key, only)
    return evidence


_NO_WORDS = Words({}, {}, {}, {})


def _only(match: Match) -> Place | None:
    """The place of a match that can hardly be in another country: the next is ten times smaller."""
    first = match.places[0]
    size = first.population or _SIZE.get(first.kind, 0)
    rivals = {p.country for p in match.places if p.kind != "city" or p.population * 10 > size}
    return first if first.contested or len(rivals | {first.country}) == 1 else None


def _clearness(match: Match) -> float:
    first = match.places[0]
    if first.kind != "city":
        return 1.0
    return 0.5 if any(p.country != first.country and p.population > _TOWN for p in match.places) else 1.0


def _best(match: Match, evidence: Evidence, count: int) -> Place:
    """The likeliest sense of a name in this article.

    A famous name that comes often while nothing else speaks of its country is likelier a namesake at home.
    """
    candidates = match.places
    first = candidates[0]
    if first.contested:
        return first
    if first.kind in ("country", "demonym") or (first.kind == "region" and first.country in FEDERAL):
        candidates = tuple(
            p
            for p in candidates
            if p.population >= SMALL / 2
            or p.kind == first.kind
            or (p.kind == "region" and p.country in FEDERAL)
        )
    famous = max(candidates, key=lambda place: _score(place, match.key, Evidence()))
    strange = log2(1 + count) if evidence.of(famous.country, match.key) == 0 else 0.0

    def score(place: Place) -> float:
        home = place.country != famous.country and evidence.of(place.country, match.key) > 0
        return _score(place, match.key, evidence) + (strange if home else 0.0)

    return max(candidates, key=score)


def _backed(match: Match, place: Place, evidence: Evidence) -> Place | None:
    """A weak name stands only with other evidence of its country; a small town brings no new country in."""
    if evidence.of(place.country, match.key) > 0 or match.grade == "sure":
        return place
    if match.grade == "weak":
        return None
    alone = len({p.country for p in match.places}) == 1 or match.places[0].population > SMALL / 2
    minor = place.kind in ("region", "county") or place.population < (SMALL / 2 if alone else SMALL)
    if minor and evidence.countries:
        return Place(match.text, None, "city")
    return place


def _score(place: Place, key: Key, evidence: Evidence) -> float:
    score = _BASE[place.kind]
    if place.kind == "region" and place.country in FEDERAL:
        score += _FEDERAL_BONUS
    if place.kind in ("city", "capital"):
        score += log10(max(place.population, 10))
    said = log2(1 + evidence.of(place.country, key))
    score += min(said, _CITY_CAP) if place.kind == "city" else said
    if evidence.of_region(place, key):
        score += _SAME_REGION
    return score
