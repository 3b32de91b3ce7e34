"""What an article opens with, undated, as the news of the day it was published."""

from __future__ import annotations

from datetime import date, timedelta

from timeline.dates import Granularity, Span
from timeline.events.casting.types import OTHER, event_type
from timeline.events.row import Row
from timeline.events.sentence.tree import Tree
from timeline.events.sentence.words import Words
from timeline.events.telling import run_in
from timeline.model import Name

OPENS, NEWS = 1, 4
"""Running sentences that open an article: those that may only be said, and those that tell fresh news."""


def lead(
    tree: Tree,
    verb: int,
    place: int,
    published: date | None,
    after: Row | None,
    words: Words,
    *,
    first: bool,
) -> Row | None:
    """The row of an undated sentence in the perfect, or said; None where it is no news.

    `place` is the sentence's number, `after` a recent event that the sentence before dates; `first`: the
    sentence opens the article.
    """
    if published is None or published == date.min or run_in(tree):
        return None
    if any(phrase in tree.sentence.text.lower() for phrase in words.furniture):
        return None
    token = tree[verb]
    lemma = token.lemma.lower()
    plain = lemma in words.plain_speech and not words.among(lemma, "speech.undated")
    if tree.tense(verb) != "perfect" and not (plain and tree.tense(verb) == "present"):
        return None
    if after is None and not first and (plain or event_type(tree, verb, words) == OTHER):
        return None
    if _lasts(tree, verb, words):
        return None
    span = Span.day(published)
    why = "the article opens with it as the news of the day it was published"
    if after is not None:
        why = f"it is told as just done, after “{after.word}” ({after.span.first.isoformat()})"
        if after.span.first < published:
            span = Span(after.span.first, published, Granularity.APPROX)
    elif not plain:
        span = Span(published - timedelta(days=1), published, Granularity.APPROX)
    return Row(tree.sentence, place, tree, verb, token.start, token.end, span, "lead", because=why)


def _of_verb(tree: Tree, verb: int, date_name: Name) -> bool:
    """Whether a date of several words is the verb's own: no "10 year old boy", no "truce two days ago"."""
    indices = tree.cover(date_name.start, date_name.end)
    if len(indices) < 2:
        return False
    top = tree[tree.top(indices)]
    link = tree[top.head]
    return top.head == verb or (link.dep == "prep" and link.head == verb and tree.low(link.index) != "after")


def _lasts(tree: Tree, verb: int, words: Words) -> bool:
    """ "has long been", "has not", "has been since", "has been fighting", "has helped": a state, no news."""
    lemma = tree.lemma(verb)
    if tree.negated(verb) or words.among(lemma, "verbs.stative", "verbs.copulas"):
        return True
    if tree.tense(verb) == "perfect" and (tree[verb].tag == "VBG" or words.among(lemma, "verbs.standing")):
        return True
    if any(_of_verb(tree, verb, n) for n in tree.sentence.names if n.label == "DATE"):
        return True  # "during the past decade"
    if any(words.among(tree.low(k), "verbs.long") for k in tree.kids(verb, "advmod")):
        return True
    return any(tree.low(k) in ("since", "for", "until") for k in tree.kids(verb, "mark", "prep"))
