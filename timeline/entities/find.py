"""Who and where in one article: the one entry of this room."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.entities import organizations, people, places
from timeline.entities.aliases import Aliases, aliases
from timeline.entities.containers import contain
from timeline.entities.countries import resolve
from timeline.entities.document import Document, key_of
from timeline.entities.gazetteer import country_name, read_data
from timeline.entities.lexicon import Words, words
from timeline.entities.places import Match
from timeline.entities.vetoes import grade
from timeline.model import ActorMention, Article, Mentions, PlaceMention, Sentence


def find(article: Article, sentences: Sequence[Sentence]) -> Mentions:
    """The places and actors that an article names, each in text order."""
    lexicon = words((article.language or "en")[:2].lower())
    document = Document.of(article, sentences)
    found = places.matches(document, lexicon, frozenset(read_data_cities()))
    nations = _nation_words(document, found)
    spans = people.spans(document, lexicon, nations)
    persons = people.gather(document, spans, lexicon)
    taken = {i for span in spans for i in range(span.first, span.last + 1)}
    people.again(document, persons, taken, nations, lexicon)
    contain(document, found, lexicon)
    for match in found:
        match.grade = grade(document, match, persons, lexicon)
    kept = [match for match in found if match.grade != "no"]
    resolve(document, kept)
    kept = [match for match in kept if match.chosen is not None]
    place_words = {i for match in kept for i in range(match.first, match.last + 1)}
    orgs = organizations.find(document, lexicon, taken, place_words)
    known = aliases()
    actors = [
        *_people(document, persons, kept, known),
        *_organizations(document, orgs, kept, known),
    ]
    return Mentions(
        actors=tuple(sorted(actors, key=lambda mention: (mention.start, mention.end))),
        places=tuple(_place_mention(match) for match in kept),
    )


def read_data_cities() -> list[str]:
    return list(read_data("skip.toml")["cities"])


def _nation_words(document: Document, found: list[Match]) -> set[int]:
    """Words that are surely a country or its people: the model's PERSON does not stand against them."""
    sure: set[int] = set()
    for match in found:
        kind = match.places[0].kind
        name = places.label(document, match)
        alone = (
            name is None
            or name.label != "PERSON"
            or (name.start >= match.start and name.end <= match.end + 2)
        )
        large = max(place.population for place in match.places) >= places.LARGE
        if kind == "demonym" or match.certain or (alone and (kind in ("country", "capital") or large)):
            sure |= set(range(match.first, match.last + 1))
    return sure


def _place_mention(match: Match) -> PlaceMention:
    place = match.chosen
    assert place is not None
    nation = place.kind in ("country", "demonym")
    name = place.name if nation or place.kind in ("city", "capital") else match.text
    if nation and not place.contested:
        name = country_name(place.country) or name
    form = "demonym" if place.kind == "demonym" else "name"
    return PlaceMention(
        match.start,
        match.end,
        match.text,
        name,
        place.country,
        form,
        place.latitude,
        place.longitude,  # type: ignore[arg-type]
    )


def _people(
    document: Document, persons: list[people.Person], kept: list[Match], known: Aliases
) -> list[ActorMention]:
    by_last = {match.last: match for match in kept}
    found = []
    for person in persons:
        country = None
        for span in person.spans:
            if span.title and (match := _modifier(document, span.title[0], by_last)):
                country = match.chosen.country if match.chosen else None
                break
        name = person.name
        record = known.full.get(key_of(name))
        if record is None and " " not in name:
            record = known.short.get(key_of(name))
        if record is not None:
            name = record.name
        for span in person.spans:
            found.append(
                ActorMention(
                    span.start, span.end, document.text[span.start : span.end], name, "person", country
                )
            )
    return found


def _modifier(document: Document, first: int, by_last: dict[int, Match]) -> Match | None:
    """The country or demonym just before word `first`: "Kazakh President", "Egypt's prime minister"."""
    for back in (1, 2, 3):
        at = first - back
        if at < 0 or not document.words[at + 1].joined:
            return None
        if match := by_last.get(at):
            return match
        if document.words[at].key not in ("s", "former", "acting", "then", "interim", "deputy", "vice"):
            return None
    return None


def _organizations(
    document: Document, orgs: list[organizations.Organization], kept: list[Match], known: Aliases
) -> list[ActorMention]:
    by_last = {match.last: match for match in kept}
    starts = {match.first: match for match in kept}
    found = []
    for organization in orgs:
        name, kind, country = organization.name, organization.kind, None
        record = known.full.get(key_of(name)) or known.short.get(key_of(name))
        if record is not None:
            name, kind = record.name, record.kind
        for span in organization.spans:
            match = _modifier(document, span.first, by_last) or starts.get(span.first)
            if match and match.chosen:
                country = match.chosen.country
                break
        for span in organization.spans:
            found.append(
                ActorMention(span.start, span.end, document.text[span.start : span.end], name, kind, country)
            )
    return found
