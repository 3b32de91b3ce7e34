"""People and organisations of a document → mentions under one name, with kind and country."""

from __future__ import annotations

from collections import Counter

from timeline.entities.aliases import Aliases
from timeline.entities.document import Document, key_of
from timeline.entities.lexicon import Words
from timeline.entities.nations import Modifiers, adjective
from timeline.entities.organizations import Organization
from timeline.entities.people import Person, given_sex
from timeline.model import ActorMention


def of_people(
    document: Document,
    persons: list[Person],
    bodies: list[Organization],
    modifiers: Modifiers,
    known: Aliases,
    lexicon: Words,
) -> list[ActorMention]:
    """A mention for each span of each person. `bodies` have their country already."""
    employers = {span.last: body.country for body in bodies if body.country for span in body.spans}
    found = []
    for person in persons:
        record = known.of(person.name)
        person.shown = record.name if record else person.name
        if record is not None and any(_namesake(person, other, known, lexicon) for other in persons):
            record, person.shown = None, _titled(document, person)
        country = _person_country(person, modifiers, employers) or (record.country if record else None)
        person.country = country
        for span in person.spans:
            text = document.text[span.start : span.end]
            found.append(ActorMention(span.start, span.end, text, person.shown, "person", country))
    return found


def _namesake(person: Person, other: Person, known: Aliases, lexicon: Words) -> bool:
    """Whether somebody else bears the name that is known: "Mrs. Obama" beside Barack Obama."""
    unlike = person.sex == "f" and (other.sex or given_sex(other.name, lexicon)) == "m"
    return unlike and " " not in person.name and known.of(person.name) is known.of(other.name)


def _titled(document: Document, person: Person) -> str:
    """A surname with the title that tells the sex."""
    titled = next((span for span in person.spans if span.title is not None), None)
    if titled is None or titled.title is None:
        return person.name
    return document.text[document.words[titled.title[0]].start : titled.end]


def _person_country(person: Person, modifiers: Modifiers, employers: dict[int, str]) -> str | None:
    """The country before the person's title, or before the name: "Kazakh President X", "Egypt's X"."""
    seen: Counter[str] = Counter()
    for span in person.spans:
        match = modifiers.before(span.title[0] if span.title else span.first)
        if match and match.chosen and not span.title and match.chosen.kind != "demonym":
            match = None
        match = match or modifiers.apposed(span.last)
        if match and match.chosen and match.chosen.country:
            seen[match.chosen.country] += 1
        elif span.title and (country := employers.get(span.title[0] - 1)):
            seen[country] += 1  # FBI Director X
    return seen.most_common(1)[0][0] if seen else None


def of_organizations(
    document: Document,
    organizations: list[Organization],
    modifiers: Modifiers,
    known: Aliases,
    lexicon: Words,
) -> list[ActorMention]:
    """A mention for each span. A body that every state has bears its country's adjective."""
    found = []
    for organization in organizations:
        name, kind = organization.name, organization.kind
        record = known.of(organization.full) or known.of(_without_country(organization.full))
        named, before = _organization_country(organization, modifiers)
        country = named or before or _described(document, organization, modifiers, lexicon)
        if record is not None and (record.country is None or country in (None, record.country)):
            name, kind, country = record.name, record.kind, record.country or named
        elif country and _common(name, lexicon) and (prefix := adjective(country)):
            name = f"{prefix} {name}"
        organization.canonical, organization.kind, organization.country = name, kind, country
        for span in organization.spans:
            text = document.text[span.start : span.end]
            found.append(ActorMention(span.start, span.end, text, name, kind, country))
    return found


def _organization_country(organization: Organization, modifiers: Modifiers) -> tuple[str | None, str | None]:
    """The country in the name, and the one before a third of its mentions: "Egypt's Foreign Ministry"."""
    before: Counter[str] = Counter()
    for span in organization.spans:
        for at in range(span.first, span.last + 1):
            match = modifiers.by_first.get(at)
            within = match is not None and match.last <= span.last and not match.certain
            if match and within and match.chosen and match.chosen.country:
                return match.chosen.country, None
        match = modifiers.before(span.first)
        if match and match.chosen and match.chosen.country and match.chosen.kind in ("country", "demonym"):
            before[match.chosen.country] += 1
    if not before:
        return None, None
    country, count = before.most_common(1)[0]
    return None, country if count * 3 >= len(organization.spans) else None


def _described(
    document: Document, organization: Organization, modifiers: Modifiers, lexicon: Words
) -> str | None:
    """The country of "Japanese firm Mitsui", "the British oil giant BP"."""
    words, kinds = document.words, lexicon.set("organizations.described")
    for span in organization.spans:
        at = span.first
        while at > 0 and span.first - at < _DESCRIBING and words[at].joined and words[at - 1].key in kinds:
            at -= 1
        match = modifiers.by_last.get(at - 1) if at < span.first and words[at].joined else None
        if match and match.chosen and match.chosen.kind in ("country", "demonym"):
            return match.chosen.country
    return None


_DESCRIBING = 3
"""Words between a nationality and the company that it describes."""


def _without_country(name: str) -> str:
    """ "US Park Service" → "Park Service"."""
    return name.removeprefix("US ").removeprefix("U.S. ")


def _common(name: str, lexicon: Words) -> bool:
    """ "Foreign Ministry", "National Assembly", "Supreme Court": every state has one."""
    return all(key in lexicon.set("organizations.common") for key in key_of(name))
