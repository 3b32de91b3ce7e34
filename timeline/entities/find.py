"""Who and where in one article: the one entry of this room."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from timeline.entities import (
    actors,
    coreference,
    governments,
    groups,
    nominal_places,
    organizations,
    people,
    person_names,
    places,
)
from timeline.entities.aliases import Aliases, aliases
from timeline.entities.containers import contain
from timeline.entities.countries import resolve
from timeline.entities.document import Document
from timeline.entities.lexicon import Words, words
from timeline.entities.nations import Modifiers
from timeline.entities.places import Match
from timeline.entities.tables import country_name, read_data
from timeline.entities.vetoes import Vetoes
from timeline.model import ActorMention, Article, MentionForm, Mentions, PlaceMention, Sentence


def find(article: Article, sentences: Sequence[Sentence]) -> Mentions:
    """The places and actors that an article names, each in text order."""
    lexicon = words((article.language or "en")[:2].lower())
    document = Document.of(article, sentences)
    found = places.matches(document, lexicon, _ordinary_words())
    nations = _nation_words(document, found)
    known = aliases()
    spans = person_names.spans(document, lexicon, known, nations)
    persons = people.gather(document, spans, lexicon)
    taken = {i for span in spans for i in range(span.first, span.last + 1)}
    people.again(document, persons, taken, nations, lexicon)
    contain(document, found, lexicon)
    vetoes = Vetoes(document, persons, lexicon)
    for match in found:
        match.grade = vetoes.grade(match)
    kept = [match for match in found if match.grade != "no"]
    resolve(document, kept)
    kept = [match for match in kept if match.chosen is not None]
    placed = {match.first for match in kept if match.first == match.last}
    persons = [person for person in persons if not person.is_only(placed)]
    mentions = _actors(document, kept, persons, taken, known, lexicon)
    found_places = [*map(_place_mention, kept), *nominal_places.find(document, kept, lexicon)]
    return Mentions(mentions, tuple(sorted(found_places, key=lambda mention: (mention.start, mention.end))))


def _actors(
    document: Document,
    kept: list[Match],
    persons: list[people.Person],
    taken: set[int],
    known: Aliases,
    lexicon: Words,
) -> tuple[ActorMention, ...]:
    modifiers = Modifiers(document, kept, lexicon)
    placed = {i for match in kept for i in range(match.first, match.last + 1)}
    bodies = organizations.find(document, lexicon, known, taken, placed)
    taken = taken | {i for body in bodies for span in body.spans for i in range(span.first, span.last + 1)}
    found = actors.of_organizations(document, bodies, modifiers, known, lexicon)
    found += actors.of_people(document, persons, bodies, modifiers, known, lexicon)
    found += governments.find(document, [m for m in kept if m.first not in taken], lexicon)
    owners = {span.last: span.text.split()[-1] for person in persons for span in person.spans}
    for group in groups.find(document, lexicon, modifiers.by_last, owners, taken):
        text = document.text[group.start : group.end]
        found.append(
            ActorMention(group.start, group.end, text, group.name, group.kind, group.country, "nominal")
        )
    found += coreference.resolve(document, found, persons, bodies, lexicon, taken)
    return tuple(sorted(found, key=lambda mention: (mention.start, mention.end)))


@cache
def _ordinary_words() -> frozenset[str]:
    return frozenset(read_data("skip.toml")["cities"])


def _nation_words(document: Document, found: list[Match]) -> set[int]:
    """Words that are surely a country or its people: the model's PERSON does not stand against them."""
    sure: set[int] = set()
    for match in found:
        name = places.label(document, match)
        alone = (
            name is None
            or name.label != "PERSON"
            or (name.start >= match.start and name.end <= match.end + 2)
        )
        if match.certain or match.places[0].kind == "demonym" or (alone and places.is_known(match)):
            sure |= set(range(match.first, match.last + 1))
    return sure


def _place_mention(match: Match) -> PlaceMention:
    place = match.chosen
    assert place is not None
    nation = place.kind in ("country", "demonym")
    name = place.name if nation or place.kind in ("city", "capital") else match.text
    if nation and not place.contested:
        name = country_name(place.country) or name
    form: MentionForm = "demonym" if place.kind == "demonym" else "name"
    at = (place.latitude, place.longitude)
    return PlaceMention(match.start, match.end, match.text, name, place.country, form, *at)
