"""The text's own words after a verb, for headlines whose clause the parse does not tell whole."""

from __future__ import annotations

from collections.abc import Mapping

from timeline.events.headlines.phrases import Phrases
from timeline.events.headlines.writing import LONGEST, write
from timeline.events.sentence.tree import SUBJECTS


def run_on(phrases: Phrases, lead: str, group: str, last: int, called: Mapping[int, str]) -> str:
    """The text's own words after a verb that has no object: up to where a phrase ends, no name cut."""
    tree = phrases.tree
    kept: list[int] = []
    best: list[int] = []
    for index in range(last + 1, len(tree)):
        token = tree[index]
        if token.pos == "PUNCT" and token.text not in ("-", "’", "'"):
            break
        if token.dep == "cc" and (tree.is_verb(token.head) or _another(phrases, last, index)):
            break  # "Protests begin and have spread"
        if index in phrases.skip or (token.pos == "ADP" and not phrases.prep(index) and token.dep == "prep"):
            continue
        if token.pos == "ADP" and token.head in phrases.skip:
            break  # "on the day of …" without its day
        if token.text.lower() == "according":
            break
        if token.tag == "WRB" and tree[token.head].dep == "advcl":
            break  # "die when a crane fell"
        kept.append(index)
        if len(f"{lead} {group} {write(tree, kept, called, True)}".split()) > LONGEST:
            break
        following = tree[index + 1] if index + 1 < len(tree) else None
        whole = not any(index in name and index < max(name) for name in phrases.names)
        ends = token.pos in ("NOUN", "PROPN", "ADV", "NUM", "PRON") and token.tag not in ("PRP$", "WDT")
        if token.dep in _BEFORE and token.head > index:
            ends = False  # "the BP" of "the BP-leased rig"
        if any(tree[k].dep in SUBJECTS and tree[k].head not in kept for k in kept):
            ends = False  # a clause that has its subject and no verb yet
        if token.pos == "VERB" and tree.finite(index) and tree.kid(index, "dobj", "xcomp", "ccomp") is None:
            ends = any(k in kept for k in tree.kids(index, *SUBJECTS))
        if whole and ends and (following is None or following.pos in _AFTER_PHRASE):
            best = list(kept)
    return " ".join(part for part in (lead, group, write(tree, best, called, True)) if part)


def _another(phrases: Phrases, verb: int, link: int) -> bool:
    """Whether after the "and" another clause begins: "follows on Thursday and by Friday the men were …"."""
    tree = phrases.tree
    return any(k > link and tree.kid(k, *SUBJECTS) is not None for k in tree.kids(verb, "conj"))


_AFTER_PHRASE = ("PUNCT", "ADP", "CCONJ", "SCONJ", "VERB", "AUX", "DET", "PART", "PRON", "ADV")
_BEFORE = ("compound", "amod", "nmod", "npadvmod", "poss", "nummod", "quantmod", "advmod")
