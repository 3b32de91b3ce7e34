"""From the word that governs a date to the one that carries the event."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.events.sentence.leadin import lead_in
from timeline.events.sentence.tree import Tree
from timeline.events.sentence.words import Words


@dataclass(frozen=True, slots=True)
class Found:
    """What an expression dates. `path` says how: verb, noun, attribute, caption, root, near."""

    trigger: int
    path: str
    preposition: str
    noun: int | None = None
    """The event noun that the expression names where the verb tells its event."""


def seen(tree: Tree, verb: int, placed: set[int], words: Words) -> Found | None:
    """ "Wednesday saw a crew set fire to …", "2014 brought war": what the day saw."""
    subject = tree.kid(verb, "nsubj")
    if subject is None:
        subject = next((k for k in tree.kids(verb, "npadvmod") if k == verb - 1), None)
    if subject not in placed or not words.among(tree.lemma(verb), "verbs.saw"):
        return None
    content = tree.kid(verb, "ccomp")
    if content is not None and tree.kid(content, "nsubj") is not None:
        return Found(content, "verb", "")
    noun = tree.kid(verb, "dobj")
    if noun is not None and words.event_noun(tree.lemma(noun)):
        return Found(noun, "noun", "")
    return None


def settle(
    tree: Tree, verb: int, noun: int | None, preposition: str, indices: list[int], words: Words
) -> Found:
    """From the governing verb to the one that carries the event."""
    token = tree[verb]
    subject = tree.kid(verb, "nsubj")
    if token.lemma == "be" and subject is not None and tree.low(subject) == "it":
        clause = tree.kid(verb, "ccomp", "relcl", "advcl")
        if clause is not None and tree.finite(clause):  # "it was only on Monday that he left"
            return Found(clause, "verb", preposition)
    while token.dep in ("aux", "auxpass") and token.head != verb:
        verb = token.head
        token = tree[verb]
    plan = _planned(tree, verb, words)
    if plan is not None and verb > indices[-1]:  # "Today, leaders are expected to meet"
        return Found(plan, "verb", preposition)
    if token.dep == "xcomp" and words.among(tree.lemma(token.head), "verbs.phase"):
        verb = token.head
        token = tree[verb]
    if token.dep in ("xcomp", "ccomp") and token.tag in ("VB", "VBG") and not tree.finite(verb):
        above = tree.lemma(token.head)
        if words.among(above, "verbs.control"):  # "refused to comment on Friday"
            return Found(token.head, "verb", preposition)
        asks = above in words.speech and not words.among(above, "verbs.planned")
        if asks and tree.is_verb(token.head):  # "warned people to stay indoors overnight"
            return Found(token.head, "verb", preposition)
    participle = (
        token.tag == "VBG" and token.dep == "advcl" and tree.kid(verb, "nsubj", "mark", "aux") is None
    )
    while_doing = token.tag == "VBG" and token.dep == "advcl" and tree.kid(verb, "nsubj") is None
    while_doing = while_doing and any(
        tree.low(k) in ("while", "when") for k in tree.kids(verb, "mark", "advmod")
    )
    if while_doing and tree.is_verb(token.head):
        return Found(token.head, "verb", preposition)  # "was attacked while walking home this month"
    if participle and verb < token.head and tree.is_verb(token.head) and tree.finite(token.head):
        verb = token.head  # "Speaking at a hearing last week, he called …"
        token = tree[verb]
    first = token
    while first.dep == "conj" and tree.is_verb(first.head):  # "taken and made available"
        first = tree[first.head]
    picture = first.dep == "acl" and words.among(tree.lemma(first.head), "nouns.picture")
    if picture and tree.is_verb(root := tree.root()) and tree.finite(root) and root not in (verb, first.head):
        verb = root  # "In this photo taken on Monday, a man walks …"
        token = tree[verb]
    gathering = token.head if token.dep in ("acl", "relcl", "xcomp") else verb
    if token.dep == "xcomp" and not tree.is_verb(gathering):
        gathering = tree[gathering].head
    doing = _done_at(tree, gathering, verb, words)
    if doing is not None:
        return Found(doing, "noun", preposition, gathering)
    root = tree.root()
    carried = token.dep == "acl" and words.among(tree.lemma(verb), "verbs.carried") and verb < root
    if carried and tree.lemma(root) in words.speech:
        return Found(root, "verb", preposition)  # "In an interview published on Monday, he said …"
    infinitive = token.dep == "acl" and tree.infinitive(verb)
    if infinitive and tree.lemma(token.head) in words.noun_subject and preposition != "by":
        return Found(token.head, "noun", preposition)  # "Riyadh's decision to supply more oil from June"
    modifies = token.dep in ("acl", "relcl") and words.event_noun(tree.lemma(token.head))
    if modifies and words.among(tree.lemma(verb), "verbs.planned"):
        return Found(token.head, "noun", preposition)
    return Found(verb, "verb", preposition)


def _done_at(tree: Tree, gathering: int, verb: int, words: Words) -> int | None:
    """ "will award it in a ceremony to be held on January 9": the verb that tells what happens there."""
    if gathering == verb or not words.among(tree.lemma(verb), "verbs.light"):
        return None
    token = tree[gathering]
    held = words.among(tree.lemma(gathering), "nouns.held") and token.dep == "pobj"
    if not held or tree.low(token.head) not in ("in", "at", "during"):
        return None
    for above in tree.up(gathering):
        if tree.is_verb(above) and tree.finite(above) and tree[above].dep != "pcomp":
            return above if tree.tense(above) in ("past", "future") else None
    return None


def caption_event(tree: Tree, words: Words) -> int:
    """A caption's own event: its first clause's verb, or its first noun."""
    root = tree.root()
    stamp = lead_in(tree)
    told = (
        t.index
        for t in tree.tokens
        if t.index not in stamp and t.pos in ("VERB", "AUX") and t.dep in ("ROOT", "ccomp", "conj")
    )
    finite = [v for v in told if tree.finite(v)]
    says = bool(finite) and tree.lemma(finite[0]) in words.speech
    present = (v for v in finite if not says and tree[v].tag in ("VBZ", "VBP"))  # "built in 1955, sinks"
    first = next(present, finite[0] if finite else None)
    if first is not None:
        return first
    if tree.is_verb(root):
        return root
    verbs = [t.index for t in tree.tokens if t.pos == "VERB"]
    nouns = [t.index for t in tree.tokens if words.event_noun(t.lemma.lower())]
    return (verbs or nouns or [root])[0]


def _planned(tree: Tree, verb: int, words: Words) -> int | None:
    """What somebody "is expected to" do; None where that is only to be something."""
    plan = tree.kid(verb, "xcomp")
    expected = tree.passive(verb) and tree.finite(verb) and words.among(tree.lemma(verb), "verbs.planned")
    if plan is None or not expected or not tree.is_verb(plan) or not tree.infinitive(plan):
        return None
    return None if words.among(tree.lemma(plan), "verbs.copulas") else plan
