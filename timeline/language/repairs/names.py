"""Names that the parser tore, split or took for something else."""

from __future__ import annotations

from dataclasses import replace

from timeline.model import Name, Token

_LISTED = frozenset({"PERSON", "GPE", "ORG", "NORP"})
_PEOPLE = frozenset({"PERSON", "ORG"})
_MANY = ("were", "are")


def given_name(tokens: list[Token], at: int, inside: dict[int, Name]) -> None:
    """ "Barack Obama flew": the given name taken for a preposition, and the person for its object."""
    token = tokens[at]
    if token.pos != "ADP" or at + 1 == len(tokens) or not token.text[:1].isupper():
        return
    name = inside.get(at)
    last = tokens[at + 1]
    if name is None or name.label != "PERSON" or inside.get(at + 1) != name:
        return
    if last.dep != "pobj" or last.head != at:
        return
    if token.dep == "ROOT":
        return
    verb = tokens[token.head]
    dep = "dep"
    if verb.pos in ("VERB", "AUX"):
        dep = "nsubj" if at < verb.index else "dobj"
        if any(t.head == verb.index and t.dep == dep for t in tokens):
            dep = "dep"
    tokens[at + 1] = replace(last, dep=dep, head=token.head)
    tokens[at] = replace(token, pos="PROPN", tag="NNP", lemma=token.text, dep="compound", head=at + 1)


def split_name(tokens: list[Token], at: int, inside: dict[int, Name]) -> None:
    """ "Bashar al-Assad held": parts of one name, each taken for a subject of its own."""
    token, name = tokens[at], inside.get(at)
    after = tokens[at + 1] if at + 1 < len(tokens) else token
    if name is None or inside.get(after.index) != name or after.index == at:
        return
    if token.dep in ("nsubj", "nsubjpass", "dobj", "pobj") and (after.dep, after.head) == (
        token.dep,
        token.head,
    ):
        tokens[at] = replace(token, dep="compound", head=after.index)
        for t in tokens:
            if t.head == at and t.index != at:
                tokens[t.index] = replace(t, head=after.index)


def listed(tokens: list[Token], at: int, inside: dict[int, Name]) -> None:
    """ "Merkel, Macron and Putin": a list whose second member was taken for another name of the first."""
    token = tokens[at]
    first, second = inside.get(token.head), inside.get(at)
    if token.dep != "appos" or first is None or second is None or first == second:
        return
    several = any(t.head == tokens[token.head].head and t.lemma == "be" and t.text in _MANY for t in tokens)
    alike = first.label == second.label or (several and {first.label, second.label} <= _PEOPLE)
    if not alike or first.label not in _LISTED:
        return
    member = at
    while True:
        if any(t.dep == "cc" and t.head == member for t in tokens[at:]):
            tokens[at] = replace(token, dep="conj")
            return
        following = next(
            (t.index for t in tokens[member + 1 :] if t.dep == "conj" and t.head == member), None
        )
        if following is None or inside.get(following) is None:
            return
        member = following


def torn_name(tokens: list[Token], at: int, inside: dict[int, Name]) -> None:
    """ "protests against Bashar al-Assad erupted": the end of the name taken for who erupts."""
    token, name = tokens[at], inside.get(at)
    if token.dep not in ("nsubj", "dobj") or name is None or at == 0 or inside.get(at - 1) != name:
        return
    first = next(i for i in range(at + 1) if inside.get(i) == name)
    within = next((t for t in tokens[first:at] if t.dep == "pobj" and t.head < first), None)
    doer = any(t.dep == "nsubj" and t.head == token.head for t in tokens[:first])
    if within is not None and within.index > first and doer:  # "troops loyal to Bashar al-Assad killed"
        tokens[at] = replace(token, dep="pobj", head=within.head)
        tokens[within.index] = replace(within, dep="compound", head=at)
        return
    before = first - 1
    while before > 0 and tokens[before].tag in ("JJ", "NNP"):
        before -= 1
    waiting = before >= 0 and tokens[before].tag == "IN" and tokens[before].dep == "prep"
    if waiting and not any(t.head == before and t.dep in ("pobj", "pcomp", "prep") for t in tokens):
        tokens[at] = replace(token, dep="pobj", head=before)  # "the ouster of President Ben Ali"
        return
    if token.dep != "nsubj":
        return
    other = any(t.dep == "nsubj" and t.head == token.head and t.index < first for t in tokens)
    if other and tokens[first].dep not in ("nsubj", "compound"):
        tokens[at] = replace(token, dep="compound", head=first)
