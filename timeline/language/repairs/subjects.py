"""Subjects and main verbs that the parser missed, doubled or took for something else."""

from __future__ import annotations

from dataclasses import replace

from timeline.language.repairs.known import SUBJECTS, known
from timeline.model import Token


def main_verb(tokens: list[Token], at: int) -> None:
    """ "The chief of the guard acknowledged that …", "the council approved a plan", "an aftershock hit":
    no participle of a noun, which has no such clause and no object."""
    token = tokens[at]
    noun = tokens[token.head]
    if token.tag not in ("VBN", "VBD") or token.dep != "acl" or noun.dep != "ROOT":
        return
    kids = [t for t in tokens if t.head == at and t.index != at]
    if any(t.dep in ("aux", "auxpass", "agent") for t in kids):
        return
    clause = next((t for t in kids if t.dep == "ccomp" and t.index > at), None)
    that = clause is not None and any(
        t.head == clause.index and t.dep == "mark" and t.lemma == "that" for t in tokens
    )
    if clause is not None and token.lemma in known("telling"):  # "condemned what it called a crackdown"
        that = that or any(t.head == clause.index and t.tag == "WP" for t in tokens)
    if token.tag == "VBD" and token.lemma not in known("transitive") and at and tokens[at - 1].text == ",":
        that = True  # "The council, in a message, called on protesters to …"
    taken = any(t.dep == "dobj" and t.index > at for t in kids) and noun.index == at - 1
    taken = taken and token.lemma not in known("giving")
    if not (
        that
        or taken
        or (token.lemma in known("striking") and noun.lemma in known("strikers"))
        or token.lemma in known("intransitive")
    ):
        return
    for t in tokens:
        if t.head == noun.index and t.index > at:
            tokens[t.index] = replace(t, head=at)
    tokens[noun.index] = replace(noun, dep="nsubj", head=at)
    tokens[at] = replace(token, tag="VBD", dep="ROOT", head=at)


def after_noun(tokens: list[Token], at: int) -> None:
    """ "Syria's conduct after the peace plan was …": a preposition of the subject taken for a conjunction."""
    token = tokens[at]
    verb = tokens[token.head]
    if token.dep != "mark" or token.tag != "IN" or verb.index < at:
        return
    before = [t for t in tokens[: verb.index] if t.head == verb.index]
    first = next((t for t in before if t.index < at and t.dep in (*SUBJECTS, "dep", "npadvmod")), None)
    second = next((t for t in before if t.index > at and t.dep in SUBJECTS), None)
    if first is None or second is None or first.pos not in ("NOUN", "PROPN"):
        return
    if first.dep not in SUBJECTS and (first.index != at - 1 or verb.dep != "ROOT"):
        return
    if any(t.text == "," for t in tokens[first.index : second.index]):
        return
    tokens[first.index] = replace(first, dep="nsubj" if first.dep not in SUBJECTS else first.dep)
    tokens[at] = replace(token, pos="ADP", dep="prep", head=first.index)
    tokens[second.index] = replace(second, dep="pobj", head=at)


def second_subject(tokens: list[Token], at: int) -> None:
    """ "the state of the wellbore, or the hole drilled there, is unknown": another word for the noun before,
    taken for a subject beside the first."""
    token = tokens[at]
    if token.dep != "nsubj" or at < 3:
        return
    first = next((t for t in tokens[:at] if t.head == token.head and t.dep == "nsubj"), None)
    done = tokens[at - 1]
    if first is not None and token.tag == "PRP" and done.tag == "VB" and done.head == first.index:
        tokens[at] = replace(token, dep="dobj", head=done.index)  # "an operation to seal it will happen"
        return
    start = min(t.index for t in tokens if _below(tokens, t.index, at))
    before = tokens[start - 1] if start else token
    waiting = before.dep == "prep" and not any(t.head == before.index for t in tokens)
    if first is not None and waiting and first.index < before.index:
        tokens[at] = replace(token, dep="pobj", head=before.index)  # "deaths in Homs' suburbs brought"
        return
    link = next(
        (t for t in tokens[:at] if t.lemma == "or" and first is not None and t.head == first.index), None
    )
    if first is None or link is None or not first.index < link.index < at or link.index < 2:
        return
    noun = tokens[link.index - 2]
    if tokens[link.index - 1].text == "," and noun.pos in ("NOUN", "PROPN"):
        tokens[at] = replace(token, dep="conj", head=noun.index)
        tokens[link.index] = replace(link, head=noun.index)


def _below(tokens: list[Token], index: int, top: int) -> bool:
    """Whether a token is, or hangs on, another."""
    for _ in range(len(tokens)):
        if index == top or tokens[index].head == index:
            break
        index = tokens[index].head
    return index == top


def begins_anew(tokens: list[Token], at: int) -> None:
    """ "is facing a crisis of power and protesters were gathering": the subject of a new clause taken for a
    noun joined to the one before."""
    token = tokens[at]
    helper = tokens[at + 1] if at + 1 < len(tokens) else token
    verb = tokens[helper.head]
    if token.dep != "conj" or token.tag not in ("NNS", "NNP") or helper.text not in _PLURAL:
        return
    if helper.dep not in ("aux", "auxpass") or verb.dep != "conj" or not token.head > verb.head:
        return
    own = (t.dep for t in tokens if t.head == verb.index)
    if tokens[token.head].dep in SUBJECTS or any(dep in SUBJECTS for dep in own):
        return
    passive = any(t.head == verb.index and t.dep == "auxpass" for t in tokens)
    tokens[at] = replace(token, dep="nsubjpass" if passive else "nsubj", head=verb.index)


_PLURAL = ("were", "are", "have")


def garden_path(tokens: list[Token], at: int) -> None:
    """ "the deal struck on Friday was designed to help": what was struck, taken for a clause of its own."""
    token = tokens[at]
    main = tokens[token.head]
    doing = token.dep == "csubj" and token.tag == "VBG"  # "Protesters taking to the streets felt their wrath"
    if token.dep not in ("csubj", "csubjpass", "advcl") or main.index < at:
        return
    if token.tag not in ("VBD", "VBN") and not doing:
        return
    own = [t.dep for t in tokens if t.head == main.index]
    if token.dep == "advcl" and (any(dep in SUBJECTS for dep in own) or "auxpass" not in own):
        return
    kids = [t for t in tokens if t.head == at and t.index != at]
    subject = next((t for t in kids if t.dep == "nsubj" and t.index < at), None)
    if subject is None or any(t.dep in ("aux", "auxpass") for t in kids):
        return
    if not doing and any(t.dep in ("dobj", "ccomp") for t in kids):
        return
    dep = "nsubjpass" if "auxpass" in own else "nsubj"
    tokens[subject.index] = replace(subject, dep=dep, head=main.index)
    tokens[at] = replace(token, tag="VBG" if doing else "VBN", dep="acl", head=subject.index)
    for t in kids:
        if t.dep == "mark":
            tokens[t.index] = replace(t, head=main.index)


def issued(tokens: list[Token], at: int) -> None:
    """ "in a report Acme issued in May": who issued it taken for another name of the report."""
    token, maker = tokens[at], tokens[tokens[at].head]
    if token.tag not in ("VBN", "VBD") or token.dep != "acl" or maker.index != at - 1 or maker.pos != "PROPN":
        return
    work = tokens[maker.head]
    if maker.dep != "appos" or work.index != maker.index - 1 or work.pos != "NOUN":
        return
    if any(t.head == at and t.dep in ("dobj", "agent", "aux", "auxpass") for t in tokens):
        return
    tokens[maker.index] = replace(maker, dep="nsubj", head=at)
    tokens[at] = replace(token, tag="VBD", dep="relcl", head=work.index)
