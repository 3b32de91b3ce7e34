"""Figures that are only expected, and what reporters note in passing: neither happened to anybody."""

from __future__ import annotations

import re

from timeline.events.sentence.tree import Tree
from timeline.events.sentence.verbs import ahead
from timeline.events.sentence.words import Words

_YEAR = re.compile(r"(?:19|20)\d\d")
_LINKS = ("xcomp", "ccomp", "conj", "acl", "pcomp", "prep")


def forecast(tree: Tree, verb: int, words: Words) -> str | None:
    """Why a verb tells a figure that is not there yet: "stockpiles are expected to fall to their lowest
    level"; None where it does not."""
    text = tree[verb].text
    auxiliaries = [tree.low(k) for k in tree.kids(verb, "aux")]
    if "have" in auxiliaries and any(words.among(low, "verbs.future_aux") for low in auxiliaries):
        return f"“will have {text}” is only reckoned ahead"
    subject = tree.subject(verb)
    below = tree.kid(verb, "xcomp")
    if below is not None and words.among(tree.lemma(verb), "verbs.planned") and tree.passive(verb):
        return forecast(tree, below, words)  # "wind chills are expected to reach -25 degrees"
    if tree.passive(verb) and words.among(tree.lemma(verb), "verbs.forecasting"):
        return f"it is only {text}"  # "light winds forecast from the south"
    above = tree[verb].head
    reckoned = tree[verb].dep == "ccomp" and words.among(tree.lemma(above), "verbs.forecasting")
    reckoned = reckoned and words.among(tree.lemma(verb), "verbs.copulas") and subject is not None
    if reckoned and subject is not None and (tree[subject].pos == "NUM" or tree.kid(subject, "nummod")):
        return f"it is a figure that is only reckoned (“{tree[above].text}”)"
    if subject is None or not words.among(tree.lemma(verb), "verbs.figuring"):
        return None
    told = [subject, *(tree.kids(verb, "dobj", "attr"))]
    if not any(words.among(tree.lemma(k), "nouns.figures") for k in told):
        return None
    whole = any(words.among(tree.lemma(i), "links.years") or _year(tree, i) for i in tree.subtree(verb))
    if whole and ahead(tree, verb, words) and words.among(tree.lemma(subject), "nouns.figures"):
        return f"“will {text}” is only forecast"  # not "fuel prices will rise on 14 January"
    at = verb
    while tree[at].dep in _LINKS and tree[at].head != at:
        at = tree[at].head
        if words.among(tree.lemma(at), "verbs.forecasting", "verbs.planned"):
            return f"“{text}” is only forecast (“{tree[at].text}”)"
    return None


def _year(tree: Tree, index: int) -> bool:
    """Whether a word is a year that stands alone, not that of "14 January 2022"."""
    before = tree[index - 1] if index else None
    dated = before is not None and (before.pos in ("NUM", "PROPN") or before.text == ",")
    return bool(_YEAR.fullmatch(tree.low(index))) and not dated


def in_passing(tree: Tree, verb: int, words: Words) -> str | None:
    """Why a clause only tells how the report was made: "did not return calls"; None where it does not."""
    if not tree.negated(verb):
        return None
    lemma = tree.lemma(verb)
    about = {tree.lemma(k) for k in tree.kids(verb, "dobj", "nsubjpass", "prep")}
    about |= {tree.lemma(p) for k in tree.kids(verb, "prep") for p in tree.kids(k, "pobj", "pcomp")}
    asked = lemma in ("comment", "reach") or any(words.among(word, "speech.queries") for word in about)
    if asked and words.among(lemma, "speech.reached"):
        return f"“not {tree[verb].text}” tells how the report was made"
    return None
