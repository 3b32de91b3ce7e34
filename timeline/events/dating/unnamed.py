"""Clauses of which the text does not name who acts, or what is done."""

from __future__ import annotations

from timeline.events.sentence.tree import Tree
from timeline.events.sentence.words import Words


def unnamed(tree: Tree, verb: int, words: Words) -> str | None:
    """Why nobody can tell whose doing, or what, a clause tells; None where one can."""
    for rule in (_speaker, _question_word, _pointing, _wisher, _thinker, _untold, _stands_for, _order):
        if (why := rule(tree, verb, words)) is not None:
            return why
    return None


def _nobody(tree: Tree, index: int) -> str:
    return f"“{tree[index].text}” is nobody that the text names"


def _speaker(tree: Tree, verb: int, words: Words) -> str | None:
    """ "I", "we", "you"."""
    subject = tree.subject(verb)
    if subject is not None and tree.low(subject) in _NONE:
        none = tree.low(subject) != "one" or any(tree.low(k) == "no" for k in tree.kids(subject, "det"))
        return "the sentence says that nobody did" if none else None
    return _nobody(tree, subject) if subject is not None and tree.low(subject) in _ANYONE else None


_ANYONE = ("i", "we", "you")
_NONE = ("nobody", "one", "none")


def _question_word(tree: Tree, verb: int, words: Words) -> str | None:
    """ "who paid"."""
    subject = tree.subject(verb)
    if subject is None or tree[subject].tag not in ("WP", "WDT", "WRB"):
        return None
    return f"“{tree[subject].text} {tree[verb].text}” names nobody who acts"


def _pointing(tree: Tree, verb: int, words: Words) -> str | None:
    """ "This led to …"."""
    subject = tree.subject(verb)
    if subject is None or tree.low(subject) not in ("this", "that") or tree[subject].pos == "NOUN":
        return None
    return f"“{tree[subject].text}” names nothing that acts"


def _wisher(tree: Tree, verb: int, words: Words) -> str | None:
    """ "we hope to meet"."""
    above = over(tree, verb)
    wisher = tree.kid(above, "nsubj") if above is not None else None
    return _nobody(tree, wisher) if wisher is not None and tree.low(wisher) in _ANYONE else None


def over(tree: Tree, verb: int) -> int | None:
    """The verb above a clause that has no tense of its own; none over "the men arrested in May"."""
    which = tree[verb].dep == "acl" and not tree.infinitive(verb)
    return None if which or tree.finite(verb) else tree.verb_above(verb)


def _thinker(tree: Tree, verb: int, words: Words) -> str | None:
    """ "we think it fell"."""
    above = tree[verb].head
    thinks = words.among(tree.lemma(above), "verbs.thought", "verbs.planned")
    thinker = tree.kid(above, "nsubj") if thinks and tree[verb].dep == "ccomp" else None
    return (
        _nobody(tree, thinker)
        if thinker is not None and words.among(tree.low(thinker), "people.own")
        else None
    )


def _untold(tree: Tree, verb: int, words: Words) -> str | None:
    """ "What he did shows …"."""
    taken = next((k for k in tree.kids(verb, "dobj", "attr") if tree[k].tag == "WP"), None)
    if taken is None or tree[verb].dep != "csubj":
        return None
    return f"“{tree[taken].text} … {tree[verb].text}” does not tell what it was"


def _stands_for(tree: Tree, verb: int, words: Words) -> str | None:
    """ "as it did in May": another verb told it; "did so" is told by its own sentence."""
    alone = tree.lemma(verb) == "do" and tree.kid(verb, "dobj", "nsubjpass", "xcomp", "ccomp") is None
    so = verb + 1 < len(tree) and tree.low(verb + 1) == "so"
    return f"“{tree[verb].text}” stands for another verb" if alone and not so else None


def _order(tree: Tree, verb: int, words: Words) -> str | None:
    """ "Expect the secretary to …", and a bare verb without a subject: imperatives."""
    above = tree.verb_above(verb)
    which = tree[verb].dep == "relcl" or (tree[verb].dep == "acl" and not tree.infinitive(verb))
    if above is not None and not which and _imperative(tree, above):
        return f"“{tree[above].text}” asks for something, it tells nothing"
    bare = tree[verb].tag in ("VB", "VBP") and tree.kid(verb, "aux", "auxpass") is None
    if bare and tree.subject(verb) is None and tree[verb].dep in ("ROOT", "conj", "ccomp"):
        return f"“{tree[verb].text}” asks for something, it tells nothing"
    return None


def _imperative(tree: Tree, verb: int) -> bool:
    bare = tree[verb].tag == "VB" and tree.kid(verb, "aux", "auxpass") is None
    return bare and verb == tree.root() and tree.subject(verb) is None
