"""What stands before a sentence's own words: a place and a dash, a heading, a live page's time stamp."""

from __future__ import annotations

from timeline.events.tree import Tree

DASHES = ("-", "–", "—", "--")


def lead_in(tree: Tree) -> frozenset[int]:
    """ "Armenia - The prime minister …", "(Update 3 a.m.) …": what stands before the sentence itself."""
    bracket = leading_bracket(tree)
    if bracket:
        return bracket
    shouted = 0
    while shouted < len(tree) and tree[shouted].text.isupper() and tree[shouted].pos != "NUM":
        shouted += 1
    capitals = sum(len(t.text) > 1 for t in tree.tokens[:shouted])
    if capitals >= 3 and shouted + 3 < len(tree):  # a heading run into its first sentence
        return frozenset(range(shouted))
    for token in tree.tokens[:7]:
        before = tree.tokens[: token.index]
        stamp = len(before) > 1 and all(t.pos in ("PROPN", "PUNCT", "NUM") for t in before)
        if token.text == ":" and stamp and any(t.pos == "NUM" for t in before):  # "June 16, 2010: …"
            return frozenset(range(token.index + 1))
        if token.text in DASHES and token.index:
            spaced = token.space_before and token.index + 1 < len(tree) and tree[token.index + 1].space_before
            before = tree.tokens[: token.index]
            if spaced and all(t.pos in ("PROPN", "PUNCT", "ADP", "NUM") for t in before):
                return frozenset(range(token.index + 1))
    return frozenset()


def leading_bracket(tree: Tree) -> frozenset[int]:
    """The tokens of a bracket that opens the sentence, such as a live page's time stamp."""
    if tree[0].text not in ("(", "["):
        return frozenset()
    end = next((t.index for t in tree.tokens[:30] if t.text in (")", "]")), None)
    if end is None or end + 3 > len(tree):
        return frozenset()
    return frozenset(range(end + 1))
