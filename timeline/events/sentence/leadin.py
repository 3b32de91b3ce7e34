"""What stands before a sentence's own words: a place and a dash, a heading, a live page's time stamp."""

from __future__ import annotations

from timeline.events.sentence.tree import Tree

_CLOCK = ("am", "pm", "a.m.", "p.m.")
_LABEL = 14
"""Words within which a speaker's name and office end."""
_CREDIT = 8
"""Words within which a picture's credit ends."""
DASHES = ("-", "–", "—", "--")


def lead_in(tree: Tree) -> frozenset[int]:
    """ "Armenia - The prime minister …", "(Update 3 a.m.) …": what stands before the sentence itself."""
    bracket = leading_bracket(tree)
    if bracket:
        return bracket
    label = _label(tree) or _credit(tree)
    if label:
        return _with_place(tree, label)
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
            return frozenset(range(_after_heading(tree, token.index + 1)))
        if token.text in DASHES and token.index:
            spaced = token.space_before and token.index + 1 < len(tree) and tree[token.index + 1].space_before
            before = tree.tokens[: token.index]
            if spaced and all(t.pos in ("PROPN", "PUNCT", "ADP", "NUM") or t.text in _CLOCK for t in before):
                return frozenset(range(_heading(tree, token.index) + 1))
    return frozenset()


def _with_place(tree: Tree, label: frozenset[int]) -> frozenset[int]:
    """ "AP WASHINGTON -- …": a credit with the dateline after it."""
    start = max(label) + 1
    for token in tree.tokens[start : start + 5]:
        if token.text in DASHES and token.space_before and token.index > start:
            return frozenset(range(token.index + 1))
        if token.pos not in ("PROPN", "PUNCT"):
            break
    return label


def _after_heading(tree: Tree, start: int) -> int:
    """Where the sentence begins after "16 MAY: INSERTION TUBE - SUCCESS"; the last capitals before its
    verb may be its subject."""
    end = start
    while end < len(tree) and (tree[end].text.isupper() or tree[end].text in DASHES):
        end += 1
    capitals = [t for t in tree.tokens[start:end] if len(t.text) > 1 and t.text.isupper()]
    if len(capitals) < _HEADING or end >= len(tree):
        return start
    named = any(n.start == capitals[-1].start and n.label == "ORG" for n in tree.sentence.names)
    return capitals[-1].index if named or tree[end].pos in ("VERB", "AUX") else end


_HEADING = 3
"""Words in capitals from which on they are a heading."""


def _label(tree: Tree) -> frozenset[int]:
    """ "JOE JOHNS, CORRESPONDENT: …", "Photo: Dave Martin/AP …": a transcript's speaker, a credit."""
    colon = next((t.index for t in tree.tokens[:_LABEL] if t.text == ":"), None)
    if not colon or colon + 3 >= len(tree):
        return frozenset()
    bracket = next((t.index for t in tree.tokens[:colon] if t.text == "("), colon)  # "ROWLANDS (on camera):"
    names = [t for t in tree.tokens[:bracket] if t.text[:1].isalpha()]
    if len(names) and all(t.text.isupper() for t in names) and any(len(t.text) > 2 for t in names):
        return frozenset(range(colon + 1))
    if colon != 1:
        return frozenset()
    if tree[2].text in _AGENCIES:  # "Photograph: Reuters …"
        last = 2
        while tree[last + 1].text in _AGENCIES:
            last += 1
        return frozenset(range(last + 1))
    slash = next((t.index for t in tree.tokens[2:_CREDIT] if "/" in t.text), None)
    if slash is None or not all(t.text[:1].isupper() or t.text == "/" for t in tree.tokens[2 : slash + 1]):
        return frozenset()
    last = slash + (tree[slash].text == "/")
    return frozenset(range(last + 1)) if last + 3 < len(tree) else frozenset()


def _credit(tree: Tree) -> frozenset[int]:
    """ "Kim Badawi/Getty Images for CNN …": a picture's credit without a label."""
    run_in = len(tree) > 3 and tree[1].text[:1].isupper() and tree[1].tag.startswith("NNP")
    if tree[0].text in _AGENCIES and tree[0].head in (1, tree[1].head) and run_in:
        photo = tree[1].text in _PICTURES and tree[2].text[:1].isupper()  # "AP Photo The White House …"
        return frozenset((0, 1)) if photo else frozenset((0,))  # "AP BP has launched …"
    slash = next((t.index for t in tree.tokens[1:_CREDIT] if "/" in t.text), None)
    if slash is None or not all(t.text[:1].isupper() or t.text == "/" for t in tree.tokens[: slash + 1]):
        return frozenset()
    last = slash
    while last + 1 < len(tree) and (tree[last + 1].text in _AGENCIES or tree[last + 1].text == "for"):
        last += 1
    agency = tree[slash].text.rpartition("/")[2] in _AGENCIES or last > slash
    return frozenset(range(last + 1)) if agency and last + 3 < len(tree) else frozenset()


_PICTURES = frozenset({"Photo", "Photos", "Images", "Pictures"})
_AGENCIES = frozenset(
    (
        "AP",
        "AFP",
        "Reuters",
        "REUTERS",
        "EPA",
        "PA",
        "Getty",
        "Images",
        "Corbis",
        "Rex",
        "Staff",
        "CNN",
        "Bloomberg",
    )
)


def _heading(tree: Tree, dash: int) -> int:
    """Where what stands before the sentence ends: "10:20 am ET -" may have a heading and a dash after it."""
    if not any(t.text in _CLOCK for t in tree.tokens[:dash]):
        return dash
    for token in tree.tokens[dash + 2 : dash + 14]:
        after = token.index + 1
        if token.text in DASHES and token.space_before and after < len(tree) and tree[after].space_before:
            return token.index
    return dash


def leading_bracket(tree: Tree) -> frozenset[int]:
    """The tokens of a bracket that opens the sentence, such as a live page's time stamp."""
    first = next((t.index for t in tree.tokens if t.text not in DASHES), 0)  # "-- (Update 4:25 a.m. …)"
    if tree[first].text not in ("(", "["):
        return frozenset()
    end = next((t.index for t in tree.tokens[:30] if t.text in (")", "]")), None)
    if end is None or end + 3 > len(tree):
        return frozenset()
    return frozenset(range(end + 1))
