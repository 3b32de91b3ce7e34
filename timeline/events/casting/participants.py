"""Who does it, to whom, and where: the mentions that the parse ties to one event."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from timeline.entities import country_name
from timeline.events.casting.roles import acts_through, crowd, roles_of
from timeline.events.casting.scene import Scene
from timeline.events.casting.scope import is_site, scope_of
from timeline.events.casting.types import noun_type
from timeline.events.sentence.leadin import lead_in
from timeline.events.sentence.tree import Tree
from timeline.events.sentence.words import Words
from timeline.model import ActorMention, PlaceMention, Sentence


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


def cast(tree: Tree, trigger: int, scene: Scene, words: Words, kind: str = "OTHER") -> Cast:
    """The participants and places of the event at `trigger`; `kind` is its type."""
    sentence = tree.sentence
    roles, heads = roles_of(tree, trigger, words, kind)
    lists: dict[str, list[str]] = {"doer": [], "target": [], "other": []}
    nations: list[str] = []
    named: set[int] = set()
    mentions = scene.actors_in(sentence.start, sentence.end)
    skip = lead_in(tree)
    for mention in mentions:
        indices = [i for i in tree.cover(mention.start, mention.end) if i not in skip]
        if any(m is not mention and m.start <= mention.start and mention.end < m.end for m in mentions):
            continue  # Obama in "the Obama administration"
        if mention.kind != "person" and _title(tree, indices, mention.end, mentions):
            continue  # the Senate in "Senate leader Harry Reid"
        named.update(indices)
        role = roles.get(tree.top(indices)) if indices else None
        if role is not None:
            lists[role].append(mention.name)
            if mention.country:
                nations.append(mention.country)
    doer = tree.subject(trigger) if tree.is_verb(trigger) else trigger
    struck = doer is not None and words.among(tree.lemma(doer), "nouns.nobody")  # by an earthquake
    popular = not tree.is_verb(trigger) and noun_type(tree, trigger, words) == "PROTEST"
    for place in scene.places_in(sentence.start, sentence.end):
        indices = tree.cover(place.start, place.end)
        top = tree.top(indices) if indices and not struck else -1
        acts = place.latitude is None and place.country is not None and not popular
        acts = acts and place.name == country_name(place.country or "")  # none of "the California murders"
        acts = acts and (place.form == "name" or tree[top].dep in ("amod", "compound"))
        does = top in heads and roles.get(top) == "doer"  # "opposition from Russia, which vetoed it"
        if acts and top in roles and top not in named and (does or not is_site(tree, top, words)):
            named.update(indices)
            if top in heads or acts_through(tree, top, words):
                lists[roles[top]].append(place.name)
    acting = not words.among(tree.lemma(trigger), "verbs.mishaps")
    for index, naming in sorted(heads.items()):
        if roles[index] == "target" and kind == "ASSAULT" and tree.kid(index, "nummod") is not None:
            continue  # victims that only a number tells
        if roles[index] == "target" and tree.lemma(index) in words.crowds:
            continue  # "holds rallies" is done to nobody
        name = crowd(tree, index, words, skip) if named.isdisjoint([index, *naming]) else None
        if name is None and index == doer and acting and index not in named:
            name = _proper(tree, index, skip, scene, words)
        if name is not None:
            lists[roles[index]].insert(0 if index == doer else len(lists[roles[index]]), name)
    if not tree.is_verb(trigger) and struck:  # "BP's rig explosion"
        lists["other"], lists["doer"] = [*lists["doer"], *lists["other"]], []
    doers = list(dict.fromkeys(lists["doer"]))
    targets = [name for name in dict.fromkeys(lists["target"]) if name not in doers]
    others = [name for name in dict.fromkeys(lists["other"]) if name not in (*doers, *targets)]
    told, sites = _places(tree, trigger, scene, words)
    sites = [site for site in sites if site.name not in doers]
    sited = kind in _SITED or struck or words.among(tree.lemma(trigger), "verbs.sited")
    beside = _beside(tree, trigger, scene, words)
    near = [code for code, site in beside.items() if site or not struck or code == scene.country()]
    around = _countries_around(sentence, scene, near, sited) if near or not beside else []
    countries = list(dict.fromkeys([*nations, *told])) or around
    return Cast(tuple(doers), tuple(targets), tuple(others), tuple(countries), _finest(sites))


def _title(tree: Tree, indices: list[int], end: int, mentions: Iterable[ActorMention]) -> bool:
    """Whether a body's name only tells a person's office: its word hangs on the person's name."""
    if not indices:
        return False
    token = tree[tree.top(indices)]
    head = tree[token.head]
    while head.dep in ("compound", "nmod") and head.head != head.index:
        head = tree[head.head]
    named = (m for m in mentions if m.kind == "person" and m.start <= head.start and head.end <= m.end)
    alone = tree.person(head.index) and not tree.person(token.index)  # a person whom no mention covers
    return token.dep in ("compound", "nmod") and (alone or any(m.start >= end for m in named))


def _proper(tree: Tree, subject: int, skip: Collection[int], scene: Scene, words: Words) -> str | None:
    """A subject's proper name that no mention covers: a firm named once; and of what only somebody can do,
    a name that the model took for a place which no map has."""
    token = tree[subject]
    if token.tag != "NNP" or not tree.is_verb(token.head) or len(token.text) < _NAME:
        return None
    other = (n for n in tree.sentence.names if n.start <= token.start and token.end <= n.end)
    labels = [n.label for n in other]
    opens = subject == 0 or tree[subject - 1].text in (")", ":", "-", "–", "—", "--", "“")
    verb = tree.lemma(token.head)
    acts = verb in words.plain_speech or words.among(verb, "verbs.willed")
    acts = acts and not scene.places_in(token.start, token.end)
    taken = ("ORG", "PERSON", "GPE") if acts else ("ORG", "PERSON")
    if any(label not in taken for label in labels) or (opens and not labels and not acts):
        return None
    first = subject
    while (
        first and first - 1 not in skip and tree[first - 1].tag == "NNP" and tree[first - 1].head == subject
    ):
        first -= 1
    if scene.actors_in(tree[first].start, token.end):
        return None  # "General Eric H. Holder Jr.", whom a mention names
    return tree.text(range(first, subject + 1))


_NAME = 3
"""Letters of the shortest name that is taken without a mention."""


def _places(tree: Tree, trigger: int, scene: Scene, words: Words) -> tuple[list[str], list[PlaceMention]]:
    """The countries named within the event, and the places where it takes place."""
    scope, sentence = scope_of(tree, trigger, words), tree.sentence
    sites: list[PlaceMention] = []
    told: list[str] = []
    for place in scene.places_in(tree.sentence.start, tree.sentence.end):
        indices = tree.cover(place.start, place.end)
        if not indices or not scope.intersection(indices) or _seat(sentence, place, words):
            continue
        if words.among(tree.low(tree[tree.top(indices)].head), "links.excepting"):
            continue  # "imports excluding India"
        if place.country:
            told.append(place.country)
        body = any(
            n.label in ("ORG", "PERSON")
            and n.start <= place.start
            and place.end <= n.end
            and n.end - n.start > place.end - place.start
            for n in sentence.names
        )
        if place.form == "name" and not body and is_site(tree, tree.top(indices), words):
            sites.append(place)
    return told, sites


_NEAR = 300
"""Characters before a sentence in which what happens there may be told."""
_SITED = ("PROTEST", "ASSAULT", "COERCE")
"""Types of events that take place somewhere."""


def _beside(tree: Tree, trigger: int, scene: Scene, words: Words) -> dict[str, bool]:
    """The countries that a sentence names beside an event, and whether it names them as a place: none of
    who else acts in it, none where somebody sits ("the London-based group")."""
    found: dict[str, bool] = {}
    for place in scene.places_in(tree.sentence.start, tree.sentence.end):
        indices = tree.cover(place.start, place.end)
        top = tree[tree.top(indices)] if indices else None
        other = top is not None and top.dep == "nsubj" and tree[top.head].dep == "conj"
        other = other and top is not None and top.head != trigger  # "…, but Russia said"
        if place.country and not other and not _seat(tree.sentence, place, words):
            site = top is not None and is_site(tree, top.index, words)
            found[place.country] = found.get(place.country, False) or site
    return found


def _seat(sentence: Sentence, place: PlaceMention, words: Words) -> bool:
    """ "London-based": where somebody sits, not where something happens."""
    after = sentence.text[place.end - sentence.start :].lstrip("-‐‑ ").split(maxsplit=1)
    return bool(after) and words.among(after[0].strip(",.").lower(), "nouns.seated")


def _countries_around(
    sentence: Sentence, scene: Scene, beside: Sequence[str], sited: bool = False
) -> list[str]:
    """For an event that names no country: the one that the article is about, or the only one beside it in
    the sentence; none where these are two."""
    main = scene.country(sited)
    before = dict.fromkeys(
        p.country for p in scene.places_in(sentence.start - _NEAR, sentence.start) if p.country
    )
    if main is not None and scene.country() is None and len(before) == 1:
        main = next(iter(before))  # of two countries that an article tells of, the one told of here
    if main is None or (sited and len(beside) == 1):
        return list(beside) if len(beside) == 1 else []
    return [main] if not beside or main in beside else []


def opening_cast(sentence: Sentence, scene: Scene) -> Cast:
    """For a sentence without a parse: whoever is named in it, without roles."""
    actors = list(dict.fromkeys(m.name for m in scene.actors_in(sentence.start, sentence.end)))
    places = scene.places_in(sentence.start, sentence.end)
    named = [m.country for m in scene.actors_in(sentence.start, sentence.end) if m.country]
    named += [p.country for p in places if p.country]
    sites = [p for p in places if p.form == "name"]
    return Cast((), (), tuple(actors), tuple(dict.fromkeys(named)), _finest(sites))


def with_hosts(found: Cast, tree: Tree, noun: int, scene: Scene) -> Cast:
    """A cast with those whose gathering it is: "at the CSTO summit"."""
    hosts = [scene.actor_at(tree[k].start, tree[k].end) for k in tree.kids(noun, "compound", "poss", "amod")]
    names = [m.name for m in hosts if m is not None and m.name not in found.actors]
    return replace(found, others=(*found.others, *dict.fromkeys(names)))


def speaker_cast(speaker: str, mention: ActorMention | None, sentence: Sentence, scene: Scene) -> Cast:
    """For a saying without a parse: its speaker, and the countries named beside."""
    own = [m.country for m in (mention,) if m is not None and m.country]
    if not own:
        own = [m.country for m in scene.actors if m.name == speaker and m.country][:1]
    places = [p.country for p in scene.places_in(sentence.start, sentence.end) if p.country]
    countries = list(dict.fromkeys([*own, *places])) or _countries_around(sentence, scene, ())
    return Cast((speaker,), (), (), tuple(countries[:3]))


def _finest(sites: Iterable[PlaceMention]) -> PlaceMention | None:
    """The first place finer than a country, or the first."""
    sites = list(sites)
    fine = [s for s in sites if s.latitude is not None]
    return (fine or sites or [None])[0]  # type: ignore[list-item]
