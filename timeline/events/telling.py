"""What a sentence tells: its main verb, whether that tells of something, its event nouns."""

from __future__ import annotations

from timeline.events.sentence.marks import CLOSING
from timeline.events.sentence.tree import Tree
from timeline.events.sentence.words import Words


def main_verb(tree: Tree, words: Words) -> int | None:
    root = tree.root()
    if tree.is_verb(root):
        return root
    return None


def tells(tree: Tree, verb: int) -> bool:
    """Past tense, or the present in which papers quote: no question, no condition, no future."""
    if tree.tokens[-1].text == "?":
        return False
    auxiliaries = [tree[k] for k in tree.kids(verb, "aux", "auxpass")]
    if any(a.tag == "MD" for a in auxiliaries):
        return False
    return tree[verb].tag == "VBD" or any(a.tag in ("VBD", "VBZ", "VBP") for a in auxiliaries)


def run_in(tree: Tree) -> bool:
    """Whether a capital stands where only a sentence starts with one: a heading or caption ran into it."""
    named = {i for n in tree.sentence.names for i in tree.cover(n.start, n.end)}
    named |= {i - 1 for i in named}  # a title
    for token in tree.tokens[1:]:
        before = tree[token.index - 1]
        shouted = token.text.isupper() and len(token.text) < 6
        stop = before.pos == "PUNCT" and before.text not in CLOSING
        if token.text[:1].isupper() and not shouted and token.index not in named and not stop:
            return True
    return any(token.text == "*" for token in tree.tokens)


def event_nouns(tree: Tree, trigger: int, words: Words) -> list[int]:
    """The event nouns that a dated row speaks of: its trigger, its verb's subject, object and place."""
    if not tree.is_verb(trigger):
        return [trigger]
    found = []
    for k in tree.kids(trigger):
        if tree.is_noun(k):
            found.append(k)
        elif tree[k].dep == "prep":
            found.extend(tree.kids(k, "pobj"))
    return [k for k in found if words.event_noun(tree.lemma(k))]
