"""Who does it, to whom, and where: the mentions that the parse ties to one event."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from timeline.events.tree import CLAUSES, SUBJECTS, Tree
from timeline.events.words import Words
from timeline.model import ActorMention, Mentions, PlaceMention, Sentence


@dataclass(frozen=True, slots=True)
class Cast:
    """The participants of one event, the most important first, and where it takes place."""

    doers: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    place: PlaceMention | None = None

    @property
    def actors(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self.doers, *self.targets, *self.others)))


class Scene:
    """An article's mentions, to be asked for by sentence."""

    def __init__(self, mentions: Mentions) -> None:
        self.actors = sorted(mentions.actors, key=lambda m: m.start)
        self.places = sorted(mentions.places, key=lambda m: m.start)
        self._actor_starts = [m.start for m in self.actors]
        self._place_starts = [m.start for m in self.places]
        self.main_country = _main_country(mentions)

    def actors_in(self, start: int, end: int) -> list[ActorMention]:
        return self.actors[bisect_left(self._actor_starts, start) : bisect_left(self._actor_starts, end)]

    def places_in(self, start: int, end: int) -> list[PlaceMention]:
        return self.places[bisect_left(self._place_starts, start) : bisect_left(self._place_starts, end)]

    def actor_at(self, start: int, end: int) -> ActorMention | None:
        """The mention that covers a word."""
        at = bisect_left(self._actor_starts, end)
        for mention in reversed(self.actors[max(0, at - 6) : at]):
            if mention.start <= start and end <= mention.end:
                return mention
        return None


def _main_country(mentions: Mentions) -> str | None:
    """The country that most of an article's names speak of, if more than half do."""
    counted = Counter(m.country for m in (*mentions.places, *mentions.actors) if m.country)
    if not counted:
        return None
    country, count = counted.most_common(1)[0]
    return country if 2 * count > counted.total() else None


def cast(tree: Tree, trigger: int, scene: Scene, words: Words, dated: Collection[int]) -> Cast:
    """The participants and places of the event at `trigger`."""
    sentence = tree.sentence
    roles = _roles(tree, trigger, words)
    doers: list[str] = []
    targets: list[str] = []
    others: list[str] = []
    nations: list[str] = []
    for mention in scene.actors_in(sentence.start, sentence.end):
        indices = tree.cover(mention.start, mention.end)
        if not indices:
            continue
        role = roles.get(tree.top(indices))
        if role is None:
            continue
        {"doer": doers, "target": targets, "other": others}[role].append(mention.name)
        if mention.country:
            nations.append(mention.country)
    scope = _scope(tree, trigger, words)
    sites: list[PlaceMention] = []
    told: list[str] = []
    for place in scene.places_in(sentence.start, sentence.end):
        indices = tree.cover(place.start, place.end)
        if not indices or not scope.intersection(indices):
            continue
        if place.country:
            told.append(place.country)
        if place.form == "name" and _is_site(tree, tree.top(indices)):
            sites.append(place)
    countries = list(dict.fromkeys([*nations, *told]))
    if not countries:
        beside = [p.country for p in scene.places_in(sentence.start, sentence.end) if p.country]
        countries = list(dict.fromkeys(beside))[:1]
    if not countries and scene.main_country:
        countries = [scene.main_country]
    doers = list(dict.fromkeys(doers))
    targets = [name for name in dict.fromkeys(targets) if name not in doers]
    others = [name for name in dict.fromkeys(others) if name not in doers and name not in targets]
    return Cast(tuple(doers), tuple(targets), tuple(others), tuple(countries), _finest(sites))


def opening_cast(sentence: Sentence, scene: Scene) -> Cast:
    """For a sentence without a parse: whoever is named in it, without roles."""
    actors = list(dict.fromkeys(m.name for m in scene.actors_in(sentence.start, sentence.end)))
    places = scene.places_in(sentence.start, sentence.end)
    named = [m.country for m in (*scene.actors_in(sentence.start, sentence.end), *places) if m.country]
    sites = [p for p in places if p.form == "name"]
    return Cast((), (), tuple(actors), tuple(dict.fromkeys(named)), _finest(sites))


def _finest(sites: Iterable[PlaceMention]) -> PlaceMention | None:
    """The first place finer than a country, or the first."""
    sites = list(sites)
    fine = [s for s in sites if s.latitude is not None]
    return (fine or sites or [None])[0]  # type: ignore[list-item]


def _roles(tree: Tree, trigger: int, words: Words) -> dict[int, str]:
    """Token → the part that a mention headed by it plays."""
    roles: dict[int, str] = {}

    def give(index: int, role: str) -> None:
        for at in _noun_phrase(tree, index):
            roles.setdefault(at, role)

    if not tree.is_verb(trigger):
        _noun_roles(tree, trigger, words, give)
        return roles
    passive = tree.passive(trigger)
    subject = tree.subject(trigger)
    for agent in tree.kids(trigger, "agent"):
        for k in tree.kids(agent, "pobj"):
            give(k, "doer")
    if subject is not None and subject != trigger:
        give(subject, "target" if passive else "doer")
    for k in tree.kids(trigger, "dobj", "dative", "iobj", "oprd", "attr"):
        if tree[k].pos == "ADP":
            for p in tree.kids(k, "pobj"):
                give(p, "target")
        else:
            give(k, "target")
    for k in tree.kids(trigger, "prep", "prt", "advmod", "acomp"):
        for p in _objects(tree, k):
            give(p, "other")
    for k in tree.kids(trigger, "xcomp"):
        for role, name in (("dobj", "target"), ("dative", "target"), ("prep", "other"), ("nsubj", "target")):
            for p in tree.kids(k, role):
                for q in _objects(tree, p) if role == "prep" else [p]:
                    give(q, name)
    for k in tree.kids(trigger, "ccomp"):
        if tree[k].tag == "VB" and tree.lemma(trigger) not in words.plain_speech:
            own = tree.kid(k, "nsubj")
            if own is not None:
                give(own, "target")
    return roles


def _objects(tree: Tree, index: int) -> list[int]:
    found = tree.kids(index, "pobj")
    for inner in tree.kids(index, "prep"):
        found.extend(tree.kids(inner, "pobj"))
    return found


def _noun_phrase(tree: Tree, index: int) -> list[int]:
    """The phrase's tokens without clauses and asides that belong to other events."""
    return tree.subtree(index, lambda k: tree[k].dep in (*CLAUSES, "advcl") or tree[k].dep == "npadvmod")


def _noun_roles(tree: Tree, noun: int, words: Words, give) -> None:  # type: ignore[no-untyped-def]
    lemma = tree.lemma(noun)
    of = "target" if lemma in words.noun_object else "doer"
    for k in tree.kids(noun, "poss"):
        give(k, of)
    for k in tree.kids(noun, "compound", "amod", "nmod"):
        give(k, "doer")
    for k in tree.kids(noun, "prep"):
        role = {"of": of, "by": "doer", "between": "doer", "against": "target", "on": "target"}.get(
            tree.low(k), "other"
        )
        for p in _objects(tree, k):
            give(p, role)
    for k in tree.kids(noun, "acl", "relcl"):
        for p in tree.kids(k, "dobj", *SUBJECTS):
            if tree[p].pos != "PRON":
                give(p, "other")
    if tree[noun].dep == "pobj" and tree.is_noun(up := tree[tree[noun].head].head):
        for k in tree.kids(up, "poss"):
            give(k, "other")


def _scope(tree: Tree, trigger: int, words: Words) -> set[int]:
    """The tokens in which a place's name is a place of this event."""
    speech = tree.is_verb(trigger) and tree.lemma(trigger) in words.speech

    def apart(index: int) -> bool:
        dep = tree[index].dep
        if dep in ("relcl", "advcl", "parataxis", "csubj"):
            return True
        if dep == "acl":
            return False
        if dep == "conj" and tree.is_verb(index) and tree.kid(index, *SUBJECTS) is not None:
            return True
        return dep == "ccomp" and not speech

    found = set(tree.subtree(trigger, apart))
    if tree.is_verb(trigger):
        subject = tree.subject(trigger)
        if subject is not None:
            found.update(_noun_phrase(tree, subject))
    return found


def _is_site(tree: Tree, index: int) -> bool:
    """Whether the place stands in a phrase of place rather than as an actor or an adjective."""
    at = index
    for head in tree.up(index):
        if tree[at].dep in ("pobj", "prep", "appos", "conj", "npadvmod", "nmod"):
            if tree[at].dep == "prep":
                return tree.low(at) in (
                    "in",
                    "at",
                    "near",
                    "on",
                    "from",
                    "to",
                    "into",
                    "across",
                    "outside",
                    "around",
                    "throughout",
                    "inside",
                    "over",
                    "through",
                    "of",
                    "within",
                    "off",
                )
            at = head
            continue
        if tree[at].dep == "compound":
            at = head
            continue
        return False
    return True
