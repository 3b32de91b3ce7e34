"""Time expressions that give no event, each with the sentence that says why."""

from __future__ import annotations

from timeline.events.tree import Tree
from timeline.events.words import Words
from timeline.model import Timex

_VAGUE = {
    "PRESENT_REF": "it only says that something holds now",
    "PAST_REF": "it only says that something is past",
    "FUTURE_REF": "it only says that something is to come",
}


def no_date(timex: Timex, published_known: bool) -> str | None:
    """Why the expression places nothing on the calendar; None where it does."""
    if timex.type == "SET":
        return "it says how often, not when"
    if timex.value in _VAGUE:
        return _VAGUE[timex.value]
    if timex.span is None:
        if timex.type == "DURATION":
            return "it says how long, not when"
        if not published_known and timex.basis != "written":
            return "it counts from the day of publication, which is not known"
        return "no day on the calendar can be worked out from it"
    if not published_known and timex.basis in ("published", "none"):
        return "it counts from the day of publication, which is not known"
    return None


def no_event(tree: Tree, trigger: int, path: str, preposition: str, words: Words) -> str | None:
    """Why the word that the expression dates tells no event; None where it does."""
    token = tree[trigger]
    if words.among(preposition, "links.until") and path != "attribute":
        return "it only says until when"
    if words.among(preposition, "links.after") and path == "verb":
        return "it only says after what"
    if words.among(preposition, "links.before") and path == "verb":
        return "it only says before what"
    if path == "attribute" and words.among(tree.lemma(trigger), "nouns.weekly"):
        return f"“{token.text}” comes round and is no single event"
    if path in ("attribute", "noun", "caption"):
        return None
    subject = tree.subject(trigger) if tree.is_verb(trigger) else None
    if subject is not None and tree.low(subject) in ("i", "we", "you"):
        return f"“{tree[subject].text}” is nobody that the text names"
    if tree.tokens[-1].text == "?":
        return "the sentence is a question"
    if any(tree.low(k) in ("if", "unless", "whether") for k in tree.kids(trigger, "mark")):
        return f"“{token.text}” is a condition, not something that happened"
    if tree.negated(trigger) and (
        words.among(tree.lemma(trigger), "verbs.stative") or words.among(tree.lemma(trigger), "verbs.copulas")
    ):
        return f"the sentence says what was not so (“not {token.text}”)"
    return None
