"""What refers back: "the prime minister", "the military bloc", "he"; only where one thing can be meant."""

from __future__ import annotations

from collections import Counter

from timeline.entities.back import Back
from timeline.entities.document import Document, Word
from timeline.entities.lexicon import Words
from timeline.entities.organizations import Organization
from timeline.entities.people import NAMESAKES, Person
from timeline.entities.pronouns import Pronouns
from timeline.model import ActorKind, ActorMention

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
    bodies = _Bodies(named, organizations)
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
                or _by_last_word(document, word, bodies)
                or _body(document, word, bodies, back, lexicon)
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
            if title[-1] not in courtesy:
                found.setdefault(title, []).append(person)
    return {title: bearers for title, bearers in found.items() if len(bearers) <= NAMESAKES}


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
        return _nominal(document, the.start, run[-1].end, person.shown, "person", person.country)
    return None


def _nominal(
    document: Document, start: int, end: int, name: str, kind: ActorKind, country: str | None
) -> ActorMention:
    """The mention that a noun phrase is."""
    return ActorMention(start, end, document.text[start:end], name, kind, country, "nominal")


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
    return _nominal(document, the.start, noun.end, person.shown, "person", person.country)


class _Bodies:
    """The organisations of a document by kind, in the order in which it names them."""

    def __init__(self, named: list[ActorMention], organizations: list[Organization]) -> None:
        ours = {organization.canonical for organization in organizations}
        first: dict[str, ActorMention] = {}
        for mention in sorted(named, key=lambda mention: mention.start):
            if mention.name in ours:
                first.setdefault(mention.name, mention)
        self._by_kind: dict[str, list[ActorMention]] = {}
        self._by_last: dict[str, list[ActorMention]] = {}
        for mention in first.values():
            self._by_kind.setdefault(mention.kind, []).append(mention)
            self._by_last.setdefault(mention.text.split()[-1].lower(), []).append(mention)

    def ending(self, word: str, offset: int) -> ActorMention | None:
        """The one body named before `offset` by more than one word, whose last is `word`."""
        bodies = [m for m in self._by_last.get(word, ()) if " " in m.text]
        before = [m for m in bodies if m.start < offset]
        return before[0] if len(before) == 1 else None

    def only(self, kind: str, offset: int) -> tuple[ActorMention | None, bool]:
        """The one body of `kind` named before `offset`; whether there is any."""
        bodies = self._by_kind.get(kind, [])
        if not bodies or bodies[0].start >= offset:
            return None, False
        return (None if len(bodies) > 1 and bodies[1].start < offset else bodies[0]), True


def _by_last_word(document: Document, the: Word, bodies: _Bodies) -> ActorMention | None:
    """ "the league" after "the Arab League": the one body named before that ends with the word."""
    words = document.words
    noun = words[the.at + 1] if the.at + 1 < len(words) else None
    if noun is None or not noun.joined or noun.capital:
        return None
    after = words[noun.at + 1] if noun.at + 1 < len(words) else None
    if after is not None and after.joined and (after.capital or after.key in ("of", "for")):
        return None
    parsed = document.token_at(noun.start)
    if parsed is not None and parsed[1].dep in ("compound", "nmod", "amod"):
        return None  # "the house committee" is of no White House
    body = bodies.ending(noun.key, the.start)
    if body is None:
        return None
    return _nominal(document, the.start, noun.end, body.name, body.kind, body.country)


def _body(document: Document, the: Word, bodies: _Bodies, back: Back, lexicon: Words) -> ActorMention | None:
    """ "the military bloc", "the Russian-led alliance", "the party" → the one such body named before, or
    the only one in the sentence."""
    words, kinds = document.words, ""
    for at in range(the.at + 1, min(the.at + 5, len(words))):
        if not words[at].joined:
            return None
        key = words[at].key
        if kinds := lexicon.data.get("coreference", {}).get("bodies", {}).get(key, ""):
            break
        if key not in lexicon.set("coreference.inner") and not _led(document, words, at):
            return None
    else:
        return None
    after = words[at + 1] if at + 1 < len(words) else None
    if after is not None and after.joined and after.key in ("of", "for", "that", "which"):
        return None
    parsed = document.token_at(words[at].start)
    if parsed is not None and parsed[1].dep in ("compound", "nmod", "amod"):
        return None  # "the giant slick", "the company spokesman"
    topical = words[at].key in lexicon.set("coreference.topics")
    for kind in kinds.split():
        body, any_named = bodies.only(kind, the.start)
        body = body or (_nearest(back, kind, the.start) if any_named else None)
        if body is None and any_named and topical:
            body = _mostly(back, kind, the.start)
        if body is not None:
            return _nominal(document, the.start, words[at].end, body.name, body.kind, body.country)
        if any_named:
            return None
    return None


def _nearest(back: Back, kind: str, offset: int) -> ActorMention | None:
    """The only body of a kind in the sentence so far."""
    near = {m.name: m for m in back.before(offset, 0) if m.kind == kind}
    return next(iter(near.values())) if len(near) == 1 else None


def _mostly(back: Back, kind: str, offset: int) -> ActorMention | None:
    """The body that an article goes on about: most mentions of its kind so far, the last of them near."""
    so_far = [m for m in back.before(offset, _FAR) if m.kind == kind]
    if not so_far:
        return None
    name, count = Counter(m.name for m in so_far).most_common(1)[0]
    near = any(m.name == name for m in back.before(offset, _NEAR))
    if not near or count < _OFTEN or 5 * count < 3 * len(so_far):
        return None
    return next(m for m in so_far if m.name == name)


_FAR = 60
"""Sentences back over which mentions are counted."""
_OFTEN = 3
"""Mentions that make a body the one an article goes on about."""


def _led(document: Document, words: list[Word], at: int) -> bool:
    """ "Russian-led": the two words of it."""
    if words[at].key in ("led", "backed"):
        return document.text[words[at].start - 1] == "-"
    return document.text[words[at].end : words[at].end + 4] in ("-led", "-bac")
