"""Chosen words of a sentence → text: punctuation only where its neighbours stayed, "a" or "an" as it fits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from timeline.events.sentence.inflect import uncapitalised
from timeline.events.sentence.marks import CLOSING
from timeline.events.sentence.tree import Tree
from timeline.events.sentence.words import Words

LONGEST = 12
_QUOTES = frozenset('"“”„«»‘`') | {"''", "``"}
_AN = ("a", "e", "i", "o", "u")
_A = ("uni", "eu", "one", "use", "usu", "u.", "ura", "uk")
_NAMED = ("NORP", "GPE", "ORG", "PERSON", "LOC", "FAC")
_HOUR = ("hour", "honest", "honor", "honour", "heir")


def possessive(name: str) -> str:
    return name + ("'" if name.endswith("s") else "'s")


def with_article(name: str, words: Words) -> str:
    """A place's name as it stands within a sentence: "the United States"."""
    return f"the {name}" if words.among(name.lower(), "headline.with_the") else name


def write(tree: Tree, order: Sequence[int], called: Mapping[int, str], inside: bool = False) -> str:
    """The tokens in the order given, spaced as they stood; one called "" is left out. `inside`: other
    words come before them."""
    out, last, gap = "", -2, False
    for place, index in enumerate(order):
        token = tree[index]
        text = called.get(index, token.text)
        if text == "s" and index and tree[index - 1].pos == "PROPN" and token.space_before:
            text, gap = "’s", False  # "Cheney s press secretary", its apostrophe lost
            token = replace(token, space_before=False)
        if not text:
            gap, last = gap or token.space_before, index if last == index - 1 else last
            continue
        if token.tag == "POS" and not out and not inside:
            continue
        if token.tag == "POS" and last != index - 1 and tree[index - 1].text not in _QUOTES:
            continue  # whose owner, "Friday", was left out
        following = order[place + 1] if place + 1 < len(order) else -1
        if token.text in _QUOTES or token.text in "[]":
            gap = gap or token.space_before
            last = index if last == index - 1 else last
            continue
        if token.pos == "PUNCT" or token.text in ("-", "–"):
            joined = last == index - 1 and following == index + 1
            listed = token.text == "," and last >= 0 and following > index
            if not out or not (joined or listed):
                continue
        between = any(tree[i].text not in _QUOTES for i in range(index + 1, following))
        if token.tag == "DT" and text.lower() in ("a", "an") and (between or index in called):
            text = _article(called.get(following, tree[following].text))
        if (
            (out or inside)
            and _opens(tree, index)
            and token.pos != "PROPN"
            and text != "I"
            and not any(n.start <= token.start < n.end for n in tree.sentence.names if n.label in _NAMED)
            and index not in called
        ):
            text = uncapitalised(text) if text[1:].islower() or len(text) == 1 else text
        if (out or inside) and token.pos in ("ADP", "SCONJ") and text.istitle() and index not in called:
            text = text.lower()  # "12 people in Alexandria", where that stood first
        if token.tag == "DT" and _before_number(tree, index):
            continue  # "of the more than 104,000 claims"
        if token.tag == "DT" and last >= 0 and last == index - 1 and tree[last].text.lower() == text.lower():
            continue  # "the the"
        glued = not token.space_before and last == index - 1 and not gap
        gap = False
        glued = glued or token.tag == "POS"
        if token.text == ",":
            glued = True
            if out.endswith(","):
                continue
        if out and set_off(tree, index) and out[-1] != ",":
            out += ","
        out += ("" if glued or not out else " ") + text
        last = index
    return out.strip(" ,;:-–—")


def set_off(tree: Tree, index: int) -> bool:
    """Whether a comma stands before a participle: "sinks, killing 11"."""
    token = tree[index]
    return index > 0 and token.tag == "VBG" and token.dep == "advcl" and tree[index - 1].text == ","


def _before_number(tree: Tree, index: int) -> bool:
    """Whether an article stands before "more than", "nearly" and the like of a number."""
    if index + 2 >= len(tree) or tree.low(index) != "the":
        return False
    after = tree[index + 1]
    return (
        after.dep in ("amod", "quantmod", "advmod") and tree[after.head].pos == "NUM" and after.pos != "NUM"
    )


def _opens(tree: Tree, index: int) -> bool:
    """Whether a word has its capital from opening the sentence or a quotation; a title keeps its own."""
    before = [t for t in tree.tokens[max(0, index - 2) : index] if t.text != ","]
    title = any(t.text in CLOSING for t in tree.tokens[index + 1 : index + 4])
    after = [tree[0].text, before[-1].text] == ["(", ")"] if before else False  # after "(Update 3 p.m.)"
    return index == 0 or after or (bool(before) and before[-1].text in (*_QUOTES, '"', ":") and not title)


def _article(word: str) -> str:
    low = word.lower()
    if low.startswith(_HOUR):
        return "an"
    return "an" if low.startswith(_AN) and not low.startswith(_A) else "a"


def opening(sentence: str) -> str:
    """The first whole words of a sentence, for want of a better headline."""
    parts = sentence.split()
    text = " ".join(parts[:LONGEST])
    return text.rstrip(",;:") + "…" if len(parts) > LONGEST else text.rstrip(".")


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def closed(text: str, words: Words) -> str:
    """Without a last word that waits for another one: "of", "the", "because"."""
    parts = text.split()
    while len(parts) > 2 and (parts[-1].lower() in words.trailing or parts[-2:] == ["no", "longer"]):
        parts.pop()
    return " ".join(parts)
