"""How sure the text is of an event: reported, claimed (by whom), planned or denied."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from timeline.dates import Span
from timeline.events.sentence.tree import SUBJECTS, Tree
from timeline.events.sentence.verbs import ahead
from timeline.events.sentence.words import Words
from timeline.model import Status


class Standing(NamedTuple):
    """A status, and the token that heads the name of who claims or denies."""

    status: Status
    source: int | None = None


def standing(
    tree: Tree, trigger: int, span: Span, published: date | None, words: Words, begun: bool = False
) -> Standing:
    """The status of the event at `trigger`, from its auxiliaries, the verbs above it and its date.

    `begun`: the date had begun when the text was written, though it lies after publication.
    """
    speaker = None if _presupposed(tree, trigger) else _speaker(tree, trigger, words)
    over = begun and not ahead(tree, trigger, words)
    if published is not None and span.first > published and not over:
        return Standing("planned", speaker[1] if speaker else None)
    open_now = published is None or span.last is None or span.last >= published
    if (open_now and _planned(tree, trigger, words)) or _intended(tree, trigger, words):
        return Standing("planned", speaker[1] if speaker else None)
    if speaker is not None:
        verb, source = speaker
        if verb is not None and words.among(tree.lemma(verb), "verbs.denied") and not tree.negated(verb):
            return Standing("denied", source)
        return Standing("claimed", source)
    if any(words.among(tree.low(k), "speech.attributed") for k in tree.kids(trigger, "advmod", "amod")):
        return Standing("claimed")
    return Standing("reported")


def _presupposed(tree: Tree, trigger: int) -> bool:
    """Whether the text tells it in passing, as what is known: "said that the mayor, who resigned in May, …",
    "said the explosion in April …"."""
    if not tree.is_verb(trigger):
        known = any(tree.low(k) == "the" for k in tree.kids(trigger, "det"))
        known = known or tree.kid(trigger, "poss") is not None  # "after Tuesday's quake"
        return known and tree[trigger].dep in ("pobj", "poss", "nmod", "compound", "nsubj", "nsubjpass")
    opened = {tree.low(k) for k in tree.kids(trigger, "mark")}
    if (
        tree[trigger].dep == "advcl"
        and tree.tense(trigger) == "past"
        and opened & {"since", "after", "before"}
    ):
        return True  # "estimates that 3,500 have died since protests began in March"
    if tree[trigger].dep == "acl" and tree[trigger].tag == "VBN" and not tree.finite(trigger):
        return True  # "withdrawal from the heights occupied in 1967"
    if tree[trigger].dep != "relcl" or tree.tense(trigger) != "past":
        return False
    noun = tree[trigger].head
    told = tree.one_of(noun) != noun  # "Kazakhstan was among those countries that …" is what is told
    return not told


def _intended(tree: Tree, trigger: int, words: Words) -> bool:
    """ "was due to begin on Tuesday", "permission to march": a plan, whatever came of it."""
    token = tree[trigger]
    if tree.intended(trigger) or (token.dep == "dobj" and tree.intended(token.head)):
        return True
    at = trigger
    while tree[at].dep in ("xcomp", "ccomp") and not tree.finite(at):  # "hopes to get the tube inserted"
        at = tree[at].head
        if words.among(tree.lemma(at), "verbs.planned"):
            return token.tag in ("VB", "VBN") or tree.infinitive(trigger)
    return False


def _planned(tree: Tree, trigger: int, words: Words) -> bool:
    if ahead(tree, trigger, words):
        return True
    when = tree[trigger].dep == "advcl" and any(tree[k].tag == "WRB" for k in tree.kids(trigger, "advmod"))
    if when and tree.tense(trigger) == "present" and ahead(tree, tree[trigger].head, words):
        return True  # "when he takes over this month, they will …"
    first = tree[trigger]
    while first.dep == "conj" and tree.is_verb(first.head):  # "would replace and launch"
        first = tree[first.head]
    would = any(tree.low(k) == "would" for k in tree.kids(trigger, "aux"))
    if would and first.dep in ("ccomp", "ROOT") and not (first.dep == "ROOT" and tree.negated(trigger)):
        return True  # but "would not confirm any numbers" is a refusal
    above = tree[trigger].head
    due = tree.lemma(above) == "be" and tree[trigger].dep == "xcomp" and tree.infinitive(trigger)
    if due and tree.tense(above) == "present" and tree.kid(above, "attr", "acomp") is None:
        return True  # "is to announce it today"
    if not tree.is_verb(trigger) and any(
        words.among(tree.lemma(k), "verbs.planned") for k in tree.kids(trigger, "acl")
    ):
        return True  # "a protest scheduled for Thursday"
    at = trigger
    for head in tree.up(trigger):
        if tree[at].tag == "VBD" or any(tree[k].tag == "VBD" for k in tree.kids(at, "aux", "auxpass")):
            return False
        if tree[at].dep not in ("xcomp", "ccomp", "advcl", "acl", "pobj", "prep", "dobj", "conj", "relcl"):
            return False
        if words.among(tree.lemma(head), "verbs.planned") and tree[at].dep in (
            "xcomp",
            "ccomp",
            "acl",
            "dobj",
        ):
            return tree[at].dep != "acl" or tree[at].tag != "VBN"  # "a plan outlined by the League"
        if tree[head].dep == "ROOT" and not tree.is_verb(head):
            return False
        if tree[at].dep in ("xcomp", "advcl") and not tree.finite(at) and ahead(tree, head, words):
            return True  # "will be joined by families to lay a wreath"
        at = head
    below = tree.kids(trigger, "acl", "relcl", "xcomp", "acomp")
    return any(words.among(tree.lemma(k), "verbs.planned") for k in below)


def _speaker(tree: Tree, trigger: int, words: Words) -> tuple[int | None, int | None] | None:
    """(verb of saying, head of its subject) in whose words the event stands; None where in none."""
    at = trigger
    for head in tree.up(trigger):
        dep = tree[at].dep
        if dep in ("ccomp", "parataxis") and _says(tree, head, words):
            return _source(tree, head, words)
        if dep == "xcomp" and words.among(tree.lemma(head), "verbs.denied"):
            return _source(tree, head, words)
        told = at == trigger and dep in ("acl", "ccomp") and tree.kid(at, *SUBJECTS) is not None
        if told and (denied := _denied(tree, head, words)) is not None:
            return denied
        if told and words.among(tree.lemma(head), "speech.allegations"):
            return None, None  # nobody knows who claims it
        at = head
    for start in (trigger, *tree.up(trigger)):
        for k in tree.kids(start, "ccomp", "parataxis", "advcl"):
            # "… , Xinhua reported": the parser may hang the saying below what is said.
            plain = _says(tree, k, words) and tree.lemma(k) in words.plain_speech
            bare = tree.kid(k, "ccomp", "dobj", "mark", "xcomp") is None
            if plain and bare and k > trigger and tree.kid(k, *SUBJECTS) is not None:
                return _source(tree, k, words)
        for k in tree.kids(start, "prep"):
            inner = tree.kid(k, "prep")
            if tree.low(k) == "according" and inner is not None and trigger not in tree.subtree(k):
                source = tree.kid(inner, "pobj")
                if source is not None and not words.among(tree.lemma(source), "speech.documents"):
                    return None, source
        if tree[start].dep in ("relcl", "ccomp"):
            break
    return None


def _denied(tree: Tree, noun: int, words: Words) -> tuple[int, int | None] | None:
    """ "denied reports that he had met him", "rejected allegations": the verb and who denies what the noun
    tells."""
    verb = tree[noun].head
    if tree[noun].dep != "dobj" or not words.among(tree.lemma(verb), "verbs.denied"):
        return None
    return verb, tree.subject(verb)


def _says(tree: Tree, verb: int, words: Words) -> bool:
    return tree.is_verb(verb) and tree.lemma(verb) in words.speech


def _source(tree: Tree, verb: int, words: Words) -> tuple[int, int | None] | None:
    source = tree.subject(verb)
    if tree[verb].dep == "acl" and tree[verb].tag == "VB":
        return verb, None  # "were at pains to explain that …"
    if source is not None and words.among(tree.lemma(source), "speech.documents"):
        return None
    return verb, source
