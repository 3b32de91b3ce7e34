"""What refers back: "the prime minister", "the military bloc", "he"; only where one thing can be meant."""

from __future__ import annotations

from timeline.entities.back import Back
from timeline.entities.document import Document, Word
from timeline.entities.lexicon import Words
from timeline.entities.organizations import Organization
from timeline.entities.people import Person
from timeline.entities.pronouns import Pronouns
from timeline.model import ActorMention

_NEAR = 3
"""Sentences back in which a title may find its person."""


def resolve(
    document: Document,
    named: list[ActorMention],
    persons: list[Person],
    organizations: list[Organization],
    lexicon: Words,
    taken: set[int],
) -> list[ActorMention]:
    """Mentions by noun or pronoun of actors that the document names."""
    back = Back(document, named)
    found: list[ActorMention] = []
    by_title = _titles(persons, lexicon)
    pronouns = Pronouns(document, persons, lexicon)
    words = document.words
    for word in words:
        if word.at in taken:
            continue
        mention = None
        if word.key in ("he", "she"):
            mention = pronouns.resolve(word, back)
        elif word.key == "the":
            mention = (
                _title(document, word, by_title, back)
                or _body(document, word, organizations, back, lexicon)
                or _only_one(document, word, persons, lexicon)
            )
        if mention is not None:
            found.append(mention)
            back.add(mention)
    return found


def _titles(persons: list[Person], lexicon: Words) -> dict[tuple[str, ...], list[Person]]:
    found: dict[tuple[str, ...], list[Person]] = {}
    courtesy = lexicon.set("people.courtesy")
    for person in persons:
        for title in person.titles:
            if title[-1] in courtesy:
                continue
            found.setdefault(title, [])
            if person not in found[title]:
                found[title].append(person)
    return found


def _title(
    document: Document, the: Word, by_title: dict[tuple[str, ...], list[Person]], back: Back
) -> ActorMention | None:
    """ "the prime minister" → who bears that title here; the nearest one named where several do."""
    words = document.words
    for length in (3, 2, 1):
        run = words[the.at + 1 : the.at + 1 + length]
        if len(run) < length or not all(word.joined and not word.capital for word in run):
            continue
        bearers = by_title.get(tuple(word.key for word in run))
        if not bearers:
            continue
        after = words[run[-1].at + 1 : run[-1].at + 2]
        if after and after[0].joined and (after[0].capital or after[0].key in ("of", "s", "and")):
            return None
        if run[0].at > 1 and words[the.at - 2].key == "office" and words[the.at - 1].key == "of":
            return None
        if after and after[0].capital and document.text[run[-1].end : after[0].start] == ", ":
            return None  # "the reporter, Jane Roe": the name itself is a mention
        names = {person.shown for person in bearers}
        near = next((m for m in back.before(the.start, _NEAR) if m.name in names), None)
        if len(names) > 1 and near is None:
            return None
        person = next(p for p in bearers if near is None or p.shown == near.name)
        start, end = the.start, run[-1].end
        return ActorMention(
            start, end, document.text[start:end], person.shown, "person", person.country, "nominal"
        )
    return None


def _only_one(document: Document, the: Word, persons: list[Person], lexicon: Words) -> ActorMention | None:
    """ "the man", "the suspect" in an article that names one person, and only after the name."""
    words = document.words
    if len(persons) != 1 or the.key != "the" or the.at + 1 >= len(words):
        return None
    noun, person = words[the.at + 1], persons[0]
    if not noun.joined or noun.key not in lexicon.set("coreference.somebody"):
        return None
    if the.start < person.spans[0].start or person.sex == lexicon.data["coreference"]["unlike"].get(noun.key):
        return None
    text = document.text[the.start : noun.end]
    return ActorMention(the.start, noun.end, text, person.shown, "person", person.country, "nominal")


def _body(
    document: Document, the: Word, organizations: list[Organization], back: Back, lexicon: Words
) -> ActorMention | None:
    """ "the military bloc", "the Russian-led alliance", "the party" → the one such body named before."""
    words = document.words
    at = the.at + 1
    while at < len(words) and words[at].joined and at - the.at <= 4:
        key = words[at].key
        kinds = lexicon.data.get("coreference", {}).get("bodies", {}).get(key)
        if kinds:
            break
        if key not in lexicon.set("coreference.inner") and not _led(document, words, at):
            return None
        at += 1
    else:
        return None
    if at >= len(words):
        return None
    after = words[at + 1 : at + 2]
    if (
        after
        and after[0].joined
        and after[0].key in ("of", "for", "that", "s", "which")
        and after[0].key != "s"
    ):
        return None
    wanted = kinds.split()
    bodies = {o.canonical: o for o in organizations}
    for kind in wanted:
        names = {
            m.name for m in back.before(the.start, 10_000) if m.name in bodies and bodies[m.name].kind == kind
        }
        if len(names) == 1:
            name = names.pop()
            start, end = the.start, words[at].end
            return ActorMention(
                start, end, document.text[start:end], name, bodies[name].kind, None, "nominal"
            )
        if names:
            return None
    return None


def _led(document: Document, words: list[Word], at: int) -> bool:
    """ "Russian-led": the two words of it."""
    if words[at].key in ("led", "backed"):
        return document.text[words[at].start - 1] == "-"
    return document.text[words[at].end : words[at].end + 4] in ("-led", "-bac")
