"""Why a row is of no use to a reader: nobody can tell who acts, or what happens."""

from __future__ import annotations

import re
from collections.abc import Mapping

from timeline.events.nouns import singular
from timeline.events.pronouns import nobody
from timeline.events.row import Row
from timeline.events.tree import Tree
from timeline.events.verbs import verb_group
from timeline.events.words import Words

_QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?")
_WORD = re.compile(r"[^\W\d_]+")


def unfit(row: Row, tree: Tree, called: Mapping[int, str], words: Words) -> str | None:
    """Why the row is left out, as the end of a sentence; None for a row that a reader can use."""
    pronoun = nobody(tree, row.trigger, called, words)
    if pronoun is not None:
        return f"the text does not tell who or what “{pronoun}” is"
    if row.rough and row.headline.endswith("…"):
        return f"no headline of twelve words tells what “{row.word}” is about"
    told = [word.lower() for word in _WORD.findall(_QUOTED.sub(" ", row.headline))]
    if not told:
        return None
    if len(row.headline.split()) < 2:
        return f"“{row.headline}” alone tells nothing"
    copula = words.among(row.lemma, "verbs.copulas") and tree.is_verb(row.trigger)
    if copula and row.headline.endswith(
        f" {verb_group(tree, row.trigger, tree.subject(row.trigger), words)}"
    ):
        return f"“{row.word}” does not tell what"
    if words.among(told[0], "links.relative"):
        return f"“{told[0]} {row.word}” names nobody who acts"
    verb = tree.is_verb(row.trigger)
    if row.rough and verb and tree.subject(row.trigger) is None:
        return f"“{row.word}” names nobody who acts"
    if (
        verb
        and row.lemma in words.plain_speech
        and row.headline.split()[-1].lower() in _forms(tree, row.trigger)
    ):
        return f"“{row.word}” does not tell what is said"
    if told[0] == "it" and row.lemma not in words.speech and not words.among(row.lemma, "verbs.empty"):
        return "the text does not tell what “it” is"
    if words.among(told[0], "people.whose"):
        return f"the text does not tell who or what “{told[0]}” is"
    if any(tree.low(k) == "than" for k in tree.kids(row.trigger, "mark", "prep") if k < row.trigger):
        return f"“{row.word}” is what something else is compared with"
    own = next((word for word in told if words.among(word, "people.own")), None)
    if own is not None:
        return f"“{own}” speaks, and the sentence does not tell who that is"
    there = tree.kid(row.trigger, "expl") if tree.lemma(row.trigger) == "be" else None
    if there is not None:
        what = tree.kid(row.trigger, "attr", "nsubj", "dobj")
        if what is None or not words.event_noun(singular(tree, what)):
            return f"“{row.word}” tells what there is, not what happens"
    if any(tree[k].dep == "intj" and k < row.trigger for k in tree.kids(row.trigger)):
        return "it is said aloud, and the sentence does not tell by whom"
    if tree.lemma(row.trigger) == "be" and _state(tree, row.trigger):
        return f"“{row.word}” tells how something is, not what happens"
    return None


def _forms(tree: Tree, verb: int) -> tuple[str, ...]:
    return (tree.low(verb), tree.lemma(verb), f"{tree.lemma(verb)}s")


def _state(tree: Tree, verb: int) -> bool:
    """Whether "be" joins its subject to an adjective, or now to a noun."""
    what = tree.kid(verb, "attr")
    figure = what is not None and (tree[what].pos == "NUM" or tree.kid(what, "nummod") is not None)
    named = what is not None and (figure or tree.tense(verb) != "past")
    how = tree.kid(verb, "acomp")
    return named or (how is not None and tree.low(how) != "worth")
