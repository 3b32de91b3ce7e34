"""Where a headline ends, and whether a reader waits there for more: "is working on a way"."""

from __future__ import annotations

from collections.abc import Collection

from timeline.events.headlines.phrases import Phrases
from timeline.events.sentence.tree import Tree
from timeline.events.sentence.words import Words


def last_word(phrases: Phrases, verb: int, back: Collection[int]) -> int:
    """The word that a headline ends with: what was said before its verb comes last."""
    own = {verb, *phrases.tree.kids(verb, "aux", "auxpass", "neg", "advmod")}
    told = [i for i in back if i not in own]
    return max((i for i in told if i > verb), default=max(told, default=verb))


_NEEDED = ("dobj", "ccomp", "xcomp", "oprd", "attr", "acomp", "prt")


def lacking(phrases: Phrases, verb: int, held: Collection[int]) -> set[int]:
    """The verbs among the chosen words that lost what they cannot do without: "a paper warning", "documents
    that showed BP"; not the headline's own."""
    tree = phrases.tree

    def lost(index: int) -> bool:
        needed = [k for k in tree.kids(index, *_NEEDED) if tree[k].tag not in ("WDT", "WP")]
        needed += [k for k in tree.kids(index, "prep") if phrases.bound(index, k) and phrases.prep(k)]
        if not conditions(tree, index, phrases.words) <= set(held):
            return True
        return any(k > index and k not in phrases.skip and k not in held for k in needed)

    return {i for i in held if i != verb and tree.is_verb(i) and lost(i)}


def conditions(tree: Tree, verb: int, words: Words) -> set[int]:
    """The clauses that what a verb tells hangs on: "would leave if he asked"."""

    def unless(clause: int) -> bool:
        return any(words.among(tree.low(m), "links.unless") for m in tree.kids(clause, "mark"))

    return {k for k in tree.kids(verb, "advcl") if unless(k)}


def waits(phrases: Phrases, verb: int, last: int, badly: bool = False) -> bool:
    """Whether a headline would end where the reader waits for more: "is working on a way". `badly`: even
    where nothing better can be had, as "the right of" and "helped convince him"."""
    tree, among = phrases.tree, phrases.words.among
    after = next((t for t in tree.tokens[last + 1 :] if t.index not in phrases.skip), None)
    if tree[last].dep == "prt" and tree[last].head != verb:
        return bool(tree.kids(tree[last].head, "dobj") or tree.kids(last))  # "to funnel off"
    asked = tree[last].dep in ("nsubj", "pobj") and after is not None and after.tag == "TO"
    if asked and any(tree.low(k) == "for" for k in (last - 1, last - 2) if k >= 0):
        return True  # "is pressing for BP"
    if tree.is_verb(last):
        if after is not None and not badly and last != verb and after.dep == "prep" and after.head == last:
            return after.index == last + 1 and tree[last].tag in ("VBG", "VBN")
        needed = tree.kids(last, "dobj", "ccomp", "xcomp", "attr", "acomp", "oprd")
        needed += tree.kids(last, "conj") * (tree.lemma(last) == "try")  # "to try and decide"
        return last != verb and any(k > last and k not in phrases.skip for k in needed)
    if after is not None and after.tag == "TO" and tree[after.head].dep == "xcomp":
        owner = tree[after.head].head
        if owner in (last, tree[last].head) and owner != verb:
            return True  # "says he has asked his government" to resign
    if tree[last].pos == "ADJ" and after is not None and after.dep in ("mark", "aux"):
        return after.text.lower() in ("to", "that", "for") and tree[after.head].head in (
            last,
            tree[last].head,
        )
    following = [k for k in tree.kids(last, "prep", "acl", "relcl") if k not in phrases.skip and k > last]
    if tree[last].pos in ("NUM", "DET", "PRON") or among(tree.low(last), "nouns.counting"):
        return any(tree.low(k) == "of" or tree[k].dep == "relcl" for k in following)
    if not tree.is_noun(last):
        return False
    if any(k == last + 1 and tree[k].tag in ("TO", "VB") for k in tree.kids(last, "acl")):
        return True
    if any(k == last + 1 and tree.low(k) in ("about", "over", "of", "into") for k in following):
        return tree[last].pos == "NOUN"  # "raises questions about", "an 80 percent chance of"
    lemma = tree.lemma(last)
    if among(lemma, "nouns.bound_to") and any(k == last + 1 and tree.low(k) == "to" for k in following):
        return True  # "demanding an end"
    if among(lemma, "nouns.ways") and any(tree[k].dep == "acl" and tree.infinitive(k) for k in following):
        return True  # "is the only way to provide it"
    clause = among(lemma, "nouns.waiting")
    if clause and any(tree.kid(k, "pcomp") is not None for k in following):
        return True  # "in the hope of protecting them"
    if badly:
        return False
    aims = [k for k in tree.kids(last, "acl") if tree.infinitive(k)]
    if any(min(tree.subtree(k)) == last + 1 for k in aims):
        return True  # "boosts its ability" to capture oil
    if not (clause or among(lemma, "nouns.relational") or lemma.endswith("ing")):
        return False
    next_to = any(k == last + 1 and tree.low(k) in ("in", "of") for k in following)
    return next_to or (clause and any(tree.is_verb(k) for k in following))
