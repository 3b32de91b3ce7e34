"""What a dated predicate still needs to be a row: participants, status, type and headline."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import takewhile

from timeline.events.casting.participants import Cast, cast, with_hosts
from timeline.events.casting.scene import Scene
from timeline.events.casting.types import event_type
from timeline.events.dating.agree import begun
from timeline.events.headlines.headline import headline
from timeline.events.pronouns import called_by_name, who_goes_on
from timeline.events.row import Row
from timeline.events.sentence.tree import Tree
from timeline.events.sentence.words import Words
from timeline.events.setting import placed
from timeline.events.status import standing
from timeline.events.unfit import unfit
from timeline.model import Article


def complete(
    row: Row, article: Article, scene: Scene, words: Words, dated: set[int], before: Tree | None
) -> None:
    """Names the participants, the status, the type and the headline. `before`: the sentence before."""
    tree = row.tree
    assert tree is not None
    row.event_type = event_type(tree, row.trigger, words)
    row.cast = cast(tree, row.trigger, scene, words, row.event_type)
    if row.path == "inherited" and row.beside is not None:
        row.cast = with_hosts(row.cast, tree, row.beside, scene)
    day, timex = article.published, row.timex
    overnight = timex is not None and day is not None and begun(timex, day, words)
    stands = standing(tree, row.trigger, row.span, day, words, overnight)
    row.status = stands.status
    if stands.source is not None and row.status in ("claimed", "denied", "planned"):
        row.claimed_by = _claimant(tree, stands.source, scene)
    called = called_by_name(tree, row.trigger, scene, words, before)
    row.cast = _with_called(row.cast, tree, row.trigger, called, scene, words)
    again = who_goes_on(tree, row.trigger, words) if row.path == "inherited" else None
    if again is not None and again not in called and row.source is not None:
        if row.source.cast.doers:
            called[again] = row.source.cast.doers[0]
            row.cast = replace(row.cast, doers=(called[again], *row.cast.doers))
        elif (phrase := _doer_of(row.source, scene, words)) is not None:
            called[again] = phrase
    row.headline, row.rough = headline(tree, row.trigger, words, dated, called)
    if not tree.is_verb(row.trigger):
        row.headline = placed(row, tree, scene, words)
    row.unfit = unfit(row, tree, called, words)
    if tree.is_verb(row.trigger):
        row.headline = placed(row, tree, scene, words)


def _doer_of(row: Row, scene: Scene, words: Words) -> str | None:
    """The noun phrase that is a row's subject; None where that is no person."""
    subject = row.tree.subject(row.trigger) if row.tree is not None else None
    if row.tree is None or subject is None or not row.tree.is_noun(subject):
        return None
    lemma = row.tree.lemma(subject)
    person = words.among(lemma, "people.nouns", "people.parts")
    if not person and row.lemma not in words.speech:
        return None
    return _named(row.tree, subject, scene)


def _claimant(tree: Tree, source: int, scene: Scene) -> str | None:
    """Who says so; None where that is a pronoun that stands for nobody known, or a heading."""
    if tree[source].pos == "PRON" and scene.actor_at(tree[source].start, tree[source].end) is None:
        return None
    if tree[source].pos == "NUM" or tree[source].text == "%":
        return None
    name = _named(tree, source, scene)
    return None if " " in name and name.isupper() else name


def _with_called(
    found: Cast, tree: Tree, trigger: int, called: Mapping[int, str], scene: Scene, words: Words
) -> Cast:
    """The cast with whom the subject's pronoun stands for: "BP Plc said it collected …"."""
    subject = tree.subject(trigger) if tree.is_verb(trigger) else None
    name = called.get(subject, "") if subject is not None else ""
    passive = tree.passive(trigger) if subject is not None else False
    owner = tree.kid(subject, "poss") if subject is not None and not name else None
    body = owner is not None and words.among(tree.lemma(subject or 0), "people.parts")
    if body and owner in called:  # "BP said its board would meet"
        name = called[owner or 0].removesuffix("'s").removesuffix("'")
    if not name or (found.targets if passive else found.doers):
        return found
    near = scene.actors_in(tree.sentence.start - _BEFORE, tree.sentence.end)
    actor = next((m for m in reversed(near) if m.text and name.endswith(m.text)), None)
    proper = " ".join(reversed([*takewhile(lambda word: word[:1].isupper(), reversed(name.split()))]))
    who = actor.name if actor is not None else proper
    if not who or who in found.actors:
        return found
    if passive:
        return replace(found, targets=(who, *found.targets))
    return replace(found, doers=(who,))


_BEFORE = 500
"""Characters before a sentence in which whom its pronoun stands for is named."""


def _named(tree: Tree, index: int, scene: Scene) -> str:
    """The canonical name of a noun phrase's head, or the phrase."""
    token = tree[index]
    mention = scene.actor_at(token.start, token.end)
    if mention is not None:
        return mention.name
    return tree.bare(index)
