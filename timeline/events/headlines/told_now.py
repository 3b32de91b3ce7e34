"""The past of what is said, and of what went on meanwhile, in the present tense of headlines."""

from __future__ import annotations

from collections.abc import Collection

from timeline.events.headlines.waiting import conditions
from timeline.events.sentence.inflect import present
from timeline.events.sentence.tree import Tree
from timeline.events.sentence.verbs import is_plural
from timeline.events.sentence.words import Words


def said_now(tree: Tree, content: int, words: Words) -> dict[int, str]:
    """What was said "would end" is, in the present tense of headlines, said to "will end"."""
    lemma = tree.lemma(content)
    if words.among(lemma, "verbs.wishing") or conditions(tree, content, words):
        return {}
    about = tree.subject(content)
    if tree.kid(content, "expl") is not None:  # "there had been so many"
        about = tree.kid(content, "attr", "dobj")
    plural = is_plural(tree, content, about, words)
    forms = {"would": "will", "had": "have" if plural else "has"}
    if tree[content].tag == "VBG" and tree.kid(content, "advcl") is None:
        forms |= {"was": "is", "were": "are"}
    found = {
        k: forms[tree.low(k)] for k in tree.kids(content, "aux") if tree.low(k) in forms and k > content - 4
    }
    mind = words.among(lemma, "verbs.stative", "verbs.minds")
    if tree.negated(content) and mind:  # "said he did not trust them"
        did = (k for k in tree.kids(content, "aux") if tree.low(k) == "did")
        found |= dict.fromkeys(did, "do" if plural else "does")
    lasting = mind or words.among(lemma, "verbs.lasting")
    lasting = lasting and (lemma != "be" or _still(tree, content)) and not _over(tree, content, about, words)
    meant = words.among(lemma, "verbs.minds") and tree.kid(content, "advcl") is None
    if tree[content].tag == "VBD" and (meant or lasting):
        found[content] = present(lemma, plural, words)  # "said he expected", "said it was ready"
        further = tree.content(content)
        if further is not None and further > content:
            found |= said_now(tree, further, words)  # "said he feared it was sliding into war"
    return found


def _still(tree: Tree, content: int) -> bool:
    """Whether what something "was" it is: "ready", "the only way out"; not "a farmer" nor "in the garage"."""
    what = tree.kid(content, "attr") if tree.kid(content, "expl") is None else None
    only = what is not None and any(tree[i].tag == "TO" for i in tree.subtree(what))
    return only or tree.kid(content, "acomp") is not None


def _over(tree: Tree, content: int, about: int | None, words: Words) -> bool:
    """Whether what was said to be so is no more so: it tells of an event, or when it was."""
    if about is None or words.event_noun(tree.lemma(about)) or tree.kid(content, "npadvmod") is not None:
        return True
    if any(
        words.among(tree.low(m), "links.conditional")
        for k in tree.kids(content, "advcl")
        for m in tree.kids(k)
    ):
        return True
    inside = tree.subtree(content)
    dated = (n for n in tree.sentence.names if n.label in ("DATE", "TIME"))
    return any(i in inside and i > content for n in dated for i in tree.cover(n.start, n.end))


def meanwhile(tree: Tree, verb: int, back: Collection[int], words: Words) -> dict[int, str]:
    """The past verbs of circumstances in the present: "dies when a crane falls"."""
    found: dict[int, str] = {}
    for clause in sorted(back):
        when = tree[clause].dep == "relcl" and any(tree[k].tag == "WRB" for k in tree.kids(clause))
        own = tree[clause].dep == "advcl" and tree[clause].head == verb
        if not (own or when) or not tree.finite(clause):
            continue
        plural = is_plural(tree, clause, tree.subject(clause), words)
        for k in (clause, *tree.kids(clause, "aux", "auxpass")):
            lemma = tree.lemma(k)
            regular = lemma != tree.low(k) or words.among(lemma, "verbs.unchanged")
            if tree[k].tag == "VBD" and lemma != "have" and regular:
                found[k] = present(lemma, plural, words)
    return found
