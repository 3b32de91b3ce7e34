"""Faults that the small parser makes again and again, mended by the names it found itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from timeline.language.lexicon import lexicon
from timeline.model import Name, Token

_ENGLISH = "en"
"""The one language whose parse is mended."""
_LISTED = frozenset({"PERSON", "GPE", "ORG", "NORP"})


def repaired(tokens: Sequence[Token], names: Sequence[Name]) -> tuple[Token, ...]:
    """The tokens of one sentence with given names as names and lists of names as lists."""
    mended = list(tokens)
    inside = _inside(mended, names)
    for at in range(len(mended)):
        _given_name(mended, at, inside)
    for at in range(len(mended)):
        _split_name(mended, at, inside)
    for at in range(len(mended)):
        _torn_name(mended, at, inside)
        _list(mended, at, inside)
        _particle(mended, at)
        _past(mended, at)
        _failed(mended, at)
        _has(mended, at)
        _acl_root(mended, at)
        _passive(mended, at)
        _relative(mended, at)
        _antecedent(mended, at, inside)
        _starting(mended, at)
        _held(mended, at)
        _promised(mended, at)
        _well(mended, at)
        _verdict(mended, at)
        _amount(mended, at)
    return tuple(mended) if _is_tree(mended) else tuple(tokens)


def _is_tree(tokens: Sequence[Token]) -> bool:
    """Whether every word still hangs on the one root: two mends may have tied a knot."""
    rooted: set[int] = set()
    for token in tokens:
        path: list[int] = []
        at = token.index
        while at not in rooted:
            if at in path:
                return False
            path.append(at)
            if tokens[at].head == at:
                break
            at = tokens[at].head
        rooted.update(path)
    return True


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicon(_ENGLISH, "parse")[name])


def _inside(tokens: Sequence[Token], names: Sequence[Name]) -> dict[int, Name]:
    """Token → the name that holds it."""
    found: dict[int, Name] = {}
    ordered = sorted(names, key=lambda name: name.start)
    at = 0
    for token in tokens:
        while at < len(ordered) and ordered[at].end <= token.start:
            at += 1
        if at < len(ordered) and ordered[at].start <= token.start and token.end <= ordered[at].end:
            found[token.index] = ordered[at]
    return found


def _given_name(tokens: list[Token], at: int, inside: dict[int, Name]) -> None:
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


def _split_name(tokens: list[Token], at: int, inside: dict[int, Name]) -> None:
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


def _particle(tokens: list[Token], at: int) -> None:
    """ "sent in troops": the verb's object, not the particle's; "told him that …": no object."""
    token = tokens[at]
    above = tokens[token.head]
    if token.dep == "pobj" and above.dep == "prt":
        tokens[at] = replace(token, dep="dobj", head=above.head)
    elif token.dep == "dobj" and token.tag == "IN":
        tokens[at] = replace(token, dep="mark")


def _past(tokens: list[Token], at: int) -> None:
    """ "Forces killed two people, activists said": a participle with a subject and no auxiliary is a past."""
    token = tokens[at]
    if token.tag != "VBN" or token.dep not in ("ROOT", "ccomp"):
        return
    kids = [t for t in tokens if t.head == at and t.index != at]
    if any(t.dep in ("aux", "auxpass", "nsubjpass", "agent") for t in kids):
        return
    doers = [t for t in kids if t.dep == "nsubj" and t.index < at]
    named = token.dep == "ROOT" and any(t.pos == "PROPN" for t in doers)
    if doers and (named or any(t.dep in ("dobj", "ccomp") and t.index > at for t in kids)):
        tokens[at] = replace(token, tag="VBD")


def _failed(tokens: list[Token], at: int) -> None:
    """ "The attempt failed": a verb that nobody can do to anything has no passive."""
    token = tokens[at]
    if token.tag != "VBN" or token.dep == "acl" or token.lemma not in _words("intransitive"):
        return
    if not any(t.dep in ("aux", "auxpass") for t in tokens if t.head == at and t.index != at):
        tokens[at] = replace(token, tag="VBD")


def _has(tokens: list[Token], at: int) -> None:
    """ "He's taken on a role": a passive has no object, so "'s" is "has"."""
    token = tokens[at]
    if token.dep != "auxpass" or token.text not in ("'s", "’s"):
        return
    kids = [t for t in tokens if t.head == token.head and t.index != token.head]
    if not any(t.dep in ("dobj", "prt") and t.index > token.head for t in kids):
        return
    tokens[at] = replace(token, dep="aux", lemma="have")
    for t in kids:
        if t.dep == "nsubjpass":
            tokens[t.index] = replace(t, dep="nsubj")


def _acl_root(tokens: list[Token], at: int) -> None:
    """ "The chief of the guard acknowledged that …", "the council approved a plan", "an aftershock hit":
    no participle of a noun, which has no such clause and no object."""
    token = tokens[at]
    noun = tokens[token.head]
    if token.tag != "VBN" or token.dep != "acl" or noun.dep != "ROOT":
        return
    kids = [t for t in tokens if t.head == at and t.index != at]
    if any(t.dep in ("aux", "auxpass", "agent") for t in kids):
        return
    clause = next((t for t in kids if t.dep == "ccomp" and t.index > at), None)
    that = clause is not None and any(
        t.head == clause.index and t.dep == "mark" and t.lemma == "that" for t in tokens
    )
    taken = any(t.dep == "dobj" and t.index > at for t in kids) and tokens[at - 1] == noun
    taken = taken and token.lemma not in _words("giving")
    if not (that or taken or token.lemma in _words("striking") | _words("intransitive")):
        return
    for t in tokens:
        if t.head == noun.index and t.index > at:
            tokens[t.index] = replace(t, head=at)
    tokens[noun.index] = replace(noun, dep="nsubj", head=at)
    tokens[at] = replace(token, tag="VBD", dep="ROOT", head=at)


def _passive(tokens: list[Token], at: int) -> None:
    """ "Two were killed and twelve wounded", "… and thousands made homeless": the auxiliary serves both."""
    token = tokens[at]
    if token.dep != "conj" or not any(t.head == token.head and t.dep == "auxpass" for t in tokens):
        return
    kids = [t for t in tokens if t.head == at and t.index != at]
    if any(t.dep in ("aux", "auxpass", "dobj", "ccomp") for t in kids):
        return
    if token.tag == "VBN" or (token.tag == "VBD" and any(t.dep == "oprd" for t in kids)):
        for t in kids:
            if t.dep == "nsubj" and t.index < at:
                tokens[at] = replace(token, tag="VBN")
                tokens[t.index] = replace(t, dep="nsubjpass")


def _list(tokens: list[Token], at: int, inside: dict[int, Name]) -> None:
    """ "Merkel, Macron and Putin": a list whose second member was taken for another name of the first."""
    token = tokens[at]
    first, second = inside.get(token.head), inside.get(at)
    if token.dep != "appos" or first is None or second is None or first == second:
        return
    if first.label != second.label or first.label not in _LISTED:
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


def _relative(tokens: list[Token], at: int) -> None:
    """ "left the center that she entered": the relative clause taken for what is left."""
    token, verb = tokens[at], tokens[tokens[at].head]
    noun = tokens[at - 1] if at else token
    if token.tag != "WDT" or token.dep != "dobj" or verb.dep != "ccomp" or noun.pos not in ("NOUN", "PROPN"):
        return
    if noun.dep == "dobj" and noun.head == verb.head:
        tokens[verb.index] = replace(verb, dep="relcl", head=noun.index)


def _antecedent(tokens: list[Token], at: int, inside: dict[int, Name]) -> None:
    """ "the uprising against President Assad, which began", "its attack on a ship that killed nine": what
    the relative clause is about, where that is no person, or what kills."""
    token, verb = tokens[at], tokens[tokens[at].head]
    if token.tag not in ("WDT", "WP") or token.dep != "nsubj" or verb.dep != "relcl":
        return
    noun = tokens[verb.head]
    name = inside.get(noun.index)
    if token.lemma == "who" and name is not None and name.label == "ORG":
        _who(tokens, verb, noun, inside)
        return
    person = token.lemma == "which" and name is not None and name.label == "PERSON"
    killing = verb.lemma in _words("killing") and noun.lemma not in _words("deadly")
    between = [t for t in tokens[noun.index + 1 : at] if t.pos == "NOUN" and t.lemma in _words("deadly")]
    if killing and between:  # "in a row over a raid that killed nine"
        tokens[verb.index] = replace(verb, head=between[-1].index)
        return
    published = token.lemma == "which" and name is not None and verb.lemma in _words("published")
    for _ in range(3):
        above = tokens[noun.head]
        if not (person or killing or published) or noun.dep != "pobj" or above.dep != "prep":
            return
        noun = tokens[above.head]
        if noun.pos != "NOUN":
            return
        if person or noun.lemma in _words("works" if published else "deadly"):
            tokens[verb.index] = replace(verb, head=noun.index)
            return


def _who(tokens: list[Token], verb: Token, body: Token, inside: dict[int, Name]) -> None:
    """ "Jon Burnham, head of Burnham Securities, who sold": the person, not the firm."""
    at = body
    for _ in range(4):
        at = tokens[at.head]
        name = inside.get(at.index)
        if name is not None and name.label == "PERSON":
            tokens[verb.index] = replace(verb, head=at.index)
            return
        if at.pos not in ("ADP", "NOUN"):
            return


def _starting(tokens: list[Token], at: int) -> None:
    """ "coverage of the celebration starting today": what starts is the noun before, not who covers it."""
    token, noun = tokens[at], tokens[at - 1] if at else tokens[at]
    if token.tag != "VBG" or token.lemma not in _words("starting") or noun.pos not in ("NOUN", "PROPN"):
        return
    if token.dep in ("advcl", "acl", "pcomp", "conj") and not any(
        t.dep in ("nsubj", "aux") for t in tokens if t.head == at
    ):
        tokens[at] = replace(token, dep="acl", head=noun.index)


def _held(tokens: list[Token], at: int) -> None:
    """ "a withdrawal from the Golan Heights occupied in 1967": what is held is the place."""
    token, place = tokens[at], tokens[at - 1] if at else tokens[at]
    if token.tag != "VBN" or token.dep != "acl" or token.lemma not in _words("holding"):
        return
    if place.pos == "PROPN" and place.dep in ("pobj", "dobj") and token.head != place.index:
        tokens[at] = replace(token, head=place.index)


def _promised(tokens: list[Token], at: int) -> None:
    """ "showed Straw promised a deal would be reached": the subject of what is promised taken for what is."""
    token = tokens[at]
    if token.dep != "ccomp" or token.tag not in ("VB", "VBN", "VBD", "VBG"):
        return
    kids = [t for t in tokens if t.head == at and t.index != at]
    first = min((t for t in kids if t.dep in ("aux", "auxpass") and t.index < at), default=None, key=_place)
    if (
        first is None
        or first.index == 0
        or any(t.dep in _SUBJECTS or t.dep in ("mark", "expl") for t in kids)
    ):
        return
    if first.tag not in ("MD", "VBD", "VBZ", "VBP"):
        return
    noun = tokens[first.index - 1]
    if noun.pos == "PUNCT" and noun.index:  # "warned it “will not …"
        noun = tokens[noun.index - 1]
    passive = any(t.dep == "auxpass" for t in kids)
    role = "nsubjpass" if passive else "nsubj"
    verb = tokens[noun.head]
    if noun.dep == "dobj" and noun.tag == "PRP" and noun.head == token.head:
        tokens[noun.index] = replace(noun, dep=role, head=at)
        return
    if (
        noun.dep != "dobj"
        or verb.dep != "ccomp"
        or verb.head != token.head
        or verb.lemma not in _words("telling")
    ):
        return
    tokens[noun.index] = replace(noun, dep=role, head=at)
    tokens[at] = replace(token, head=verb.index)


def _place(token: Token) -> int:
    return token.index


_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")


def _well(tokens: list[Token], at: int) -> None:
    """ "the Macondo well within days": the oil well taken for an adverb."""
    token = tokens[at]
    name = tokens[at - 1] if at else token
    if (
        token.text != "well"
        or token.pos not in ("ADV", "INTJ")
        or name.pos not in ("PROPN", "NOUN")
        or at + 1 == len(tokens)
    ):
        return
    following = tokens[at + 1]
    finite = following.tag == "VBD" and following.dep in ("ROOT", "ccomp", "conj", "relcl", "advcl")
    if (following.tag in ("JJ", "RB", "VBN", "VBD") and not finite) or following.lemma == "as":
        return
    if not any(t.head == name.index and t.dep == "det" for t in tokens) or name.head == at:
        return
    for t in tokens:
        if t.head == name.index and t.dep in ("det", "amod", "poss", "prep", "relcl", "acl"):
            tokens[t.index] = replace(t, head=at)
    tokens[at] = replace(token, pos="NOUN", tag="NN", dep=name.dep, head=name.head)
    tokens[name.index] = replace(name, dep="compound", head=at)


def _verdict(tokens: list[Token], at: int) -> None:
    """ "called the comments unacceptable": what they are called, taken for a modifier after its noun."""
    token = tokens[at]
    if token.tag != "JJ" or token.dep != "amod" or token.head >= at:
        return
    if at + 1 < len(tokens) and tokens[at + 1].pos in ("NOUN", "PROPN", "ADJ"):
        return
    above = tokens[token.head]
    while above.pos not in ("VERB", "AUX") and above.head != above.index:
        above = tokens[above.head]
    if above.lemma in _words("calling") and above.index < token.head:
        tokens[at] = replace(token, dep="oprd", head=above.index)


def _torn_name(tokens: list[Token], at: int, inside: dict[int, Name]) -> None:
    """ "protests against Bashar al-Assad erupted": the end of the name taken for who erupts."""
    token, name = tokens[at], inside.get(at)
    if token.dep not in ("nsubj", "dobj") or name is None or at == 0 or inside.get(at - 1) != name:
        return
    first = next(i for i in range(at + 1) if inside.get(i) == name)
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


def _amount(tokens: list[Token], at: int) -> None:
    """ "$1.9 bn by BP": the short form of the billion taken for an adverb."""
    token = tokens[at]
    short = token.text in ("bn", "mn", "tn", "m") and token.pos not in ("NUM", "PUNCT")
    alone = not any(t.head == at and t.index != at for t in tokens) and token.head != at
    if short and alone and at and tokens[at - 1].pos == "NUM":
        tokens[at] = replace(token, tag="CD", pos="NUM", dep="compound", head=at - 1)
