"""Clauses of what is said, meant or made to be, hung on the wrong word."""

from __future__ import annotations

from dataclasses import replace

from timeline.language.repairs.known import SUBJECTS, known
from timeline.model import Token


def buried(tokens: list[Token], at: int) -> None:
    """ "In June, the president tapped lawyer Ann Smith to oversee it": the verb taken for a part of the name
    after it, which has its subject and no verb."""
    token, noun = tokens[at], tokens[tokens[at].head]
    for _ in tokens:
        noun = tokens[noun.head] if noun.dep == "compound" else noun
    if token.tag not in ("VBD", "VBZ") or token.dep not in ("amod", "compound", "nmod") or noun.dep != "ROOT":
        return
    if token.head < at or noun.pos not in ("NOUN", "PROPN"):
        return
    doer = next((t for t in tokens if t.head == at and t.dep in SUBJECTS and t.index < at), None)
    before = tokens[at - 1] if at else token
    if doer is None:
        if before.pos != "PROPN" or before.dep != "compound" or before.head != noun.index:
            return
        tokens[before.index] = replace(before, dep="nsubj", head=at)
    for t in tokens:
        if t.head == noun.index and t.index != noun.index:
            clause = t.index > noun.index and t.dep in ("relcl", "acl", "advcl", "punct")
            if t.index < at or clause:
                dep = "advcl" if t.dep in ("relcl", "acl") and t.tag == "VB" else t.dep
                tokens[t.index] = replace(t, head=at, dep=dep)
    tokens[noun.index] = replace(noun, dep="dobj", head=at)
    tokens[at] = replace(token, dep="ROOT", head=at)


def controlled(tokens: list[Token], at: int) -> None:
    """ "pushed Israel to evacuate its envoy": what somebody was pushed to do taken for a purpose."""
    token = tokens[at]
    if token.tag != "VB" or token.dep not in ("advcl", "acl", "relcl") or token.head > at:
        return
    to = next((t for t in tokens if t.head == at and t.tag == "TO"), None)
    above = tokens[token.head]
    verb = tokens[above.head] if above.dep == "dobj" else above
    taken = next((t for t in tokens if t.head == verb.index and t.dep == "dobj" and t.index < at), None)
    if to is None or taken is None or verb.lemma not in known("controlling"):
        return
    if all(t.pos in ("NOUN", "PROPN", "PRON", "PART") for t in tokens[taken.index + 1 : to.index]):
        tokens[at] = replace(token, dep="xcomp", head=verb.index)


def told_after(tokens: list[Token], at: int) -> None:
    """ "after the rapper admitted it had made mistakes": what was admitted taken for the clause itself."""
    token = tokens[at]
    noun = tokens[token.head]
    mark = tokens[noun.head]
    clause = tokens[mark.head]
    if token.dep != "acl" or token.tag not in ("VBN", "VBD") or token.lemma not in known("telling"):
        return
    if noun.dep != "pobj" or mark.dep != "mark" or clause.dep != "advcl" or clause.index < at:
        return
    tokens[mark.index] = replace(mark, head=at)
    tokens[noun.index] = replace(noun, dep="nsubj", head=at)
    tokens[at] = replace(token, tag="VBD", dep="advcl", head=clause.head)
    tokens[clause.index] = replace(clause, dep="ccomp", head=at)


def believed(tokens: list[Token], at: int) -> None:
    """ "a ship believed to be carrying arms had turned back": a passive, and no main verb."""
    token = tokens[at]
    after = tokens[at + 1] if at + 1 < len(tokens) else token
    if token.tag not in ("VBD", "VBN") or token.lemma not in known("believing") or after.tag != "TO":
        return
    kids = [t for t in tokens if t.head == at and t.index != at]
    subject = next((t for t in kids if t.dep == "nsubj" and t.index == at - 1), None)
    if subject is None or any(t.dep in ("dobj", "aux") for t in kids):
        return
    main = next((t for t in kids if t.dep == "conj" and t.index > at), None)
    own = main is not None and any(
        t.head == main.index and t.dep == "aux" and t.tag in ("VBD", "VBZ", "VBP", "MD") for t in tokens
    )
    if main is None or not own or any(t.dep == "cc" for t in kids):
        tokens[at] = replace(token, tag="VBN")
        tokens[subject.index] = replace(subject, dep="nsubjpass")
        return
    tokens[main.index] = replace(main, dep=token.dep, head=main.index if token.head == at else token.head)
    tokens[subject.index] = replace(subject, head=main.index)
    tokens[at] = replace(token, tag="VBN", dep="acl", head=subject.index)
    for t in kids:
        if t.dep in ("punct", "advcl", "mark", "npadvmod") and (
            t.index < subject.index or t.index > main.index
        ):
            tokens[t.index] = replace(t, head=main.index)


def since_begun(tokens: list[Token], at: int) -> None:
    """ "have died since the revolt against him began": a clause taken for a preposition and a lone verb."""
    token = tokens[at]
    if token.dep != "prep" or token.lemma not in known("whens"):
        return
    noun = next((t for t in tokens if t.head == at and t.dep == "pobj"), None)
    if noun is None:
        return
    verb = next((t for t in tokens[noun.index + 1 :] if t.pos in ("VERB", "AUX")), None)
    if verb is not None and verb.dep in ("aux", "auxpass"):
        verb = tokens[verb.head]
    if verb is None or verb.head not in (token.head, tokens[token.head].head) or verb.head > at:
        return
    if verb.index == token.head or (at and tokens[at - 1].dep == "cc"):
        return  # "fell in May and since July rose"
    if verb.dep not in ("advcl", "conj", "ccomp") or verb.tag not in ("VBD", "VBZ", "VBP"):
        return
    kids = [t for t in tokens if t.head == verb.index and t.index < verb.index]
    apart = any(t.text in (",", ";", "-") and t.pos == "PUNCT" for t in tokens[noun.index : verb.index])
    if apart or any(t.dep in (*SUBJECTS, "mark", "cc") for t in kids):
        return
    tokens[at] = replace(token, dep="mark", pos="SCONJ", head=verb.index)
    tokens[noun.index] = replace(noun, dep="nsubj", head=verb.index)
    tokens[verb.index] = replace(verb, dep="advcl")


def meanwhile(tokens: list[Token], at: int) -> None:
    """ "a disaster with crude only reaching the shores now": who does it stands right before."""
    token = tokens[at]
    if token.tag != "VBG" or token.dep not in ("acl", "advcl"):
        return
    before = at - 1
    while before > 0 and tokens[before].pos == "ADV":
        before -= 1
    noun = tokens[before]
    link = tokens[noun.head]
    if noun.dep == "pobj" and link.lemma == "with" and token.head != before and link.index < before:
        tokens[at] = replace(token, dep="acl", head=before)


def made_public(tokens: list[Token], at: int) -> None:
    """ "said in a letter made public Friday that …": what is said taken for what the letter did."""
    token, verb = tokens[at], tokens[tokens[at].head]
    if token.dep != "ccomp" or verb.dep != "acl" or verb.tag not in ("VBN", "VBD") or at < verb.index:
        return
    if not any(t.head == at and t.dep == "mark" and t.lemma == "that" for t in tokens):
        return
    above = verb
    for _ in range(5):
        above = tokens[above.head]
        if above.lemma in known("saying") and above.pos == "VERB":
            taken = any(t.head == above.index and t.dep == "ccomp" for t in tokens)
            if not taken:
                tokens[at] = replace(token, head=above.index)
            return


def promised(tokens: list[Token], at: int) -> None:
    """ "showed Straw promised a deal would be reached": the subject of what is promised taken for what is."""
    token = tokens[at]
    if token.dep != "ccomp" or token.tag not in ("VB", "VBN", "VBD", "VBG"):
        return
    kids = [t for t in tokens if t.head == at and t.index != at]
    first = min((t for t in kids if t.dep in ("aux", "auxpass") and t.index < at), default=None, key=_place)
    if first is None or first.index == 0 or any(t.dep in SUBJECTS or t.dep in ("mark", "expl") for t in kids):
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
        or verb.lemma not in known("telling")
    ):
        return
    tokens[noun.index] = replace(noun, dep=role, head=at)
    tokens[at] = replace(token, head=verb.index)


def _place(token: Token) -> int:
    return token.index


def and_after(tokens: list[Token], at: int) -> None:
    """ "met troops and after the speech flew home": the time after the "and", taken for a second doer."""
    token, verb = tokens[at], tokens[tokens[at].head]
    if token.dep != "mark" or token.lemma not in known("whens") or not at or tokens[at - 1].dep != "cc":
        return
    noun = next((t for t in tokens[at:] if t.head == verb.index and t.dep == "nsubj"), None)
    plain = noun is not None and noun.pos == "NOUN" and noun.index == verb.index - 1
    if (
        noun is None
        or not plain
        or verb.tag != "VBD"
        or any(t.head == verb.index and t.dep == "aux" for t in tokens)
    ):
        return
    above = tokens[verb.head]
    if verb.dep not in ("conj", "advcl") or above.tag != "VBD" or above.index > at:
        return
    tokens[at] = replace(token, pos="ADP", dep="prep", head=verb.index)
    tokens[noun.index] = replace(noun, dep="pobj", head=at)
    tokens[verb.index] = replace(verb, dep="conj")


def of_aim(tokens: list[Token], at: int) -> None:
    """ "reiterated her call to end the ban": what the call is for, taken for why it was reiterated."""
    token, noun = tokens[at], tokens[at - 2] if at > 1 else tokens[at]
    if token.tag != "VB" or token.dep != "advcl" or tokens[at - 1].tag != "TO" or tokens[at - 1].head != at:
        return
    if noun.dep == "dobj" and noun.head == token.head and noun.lemma in known("aims"):
        tokens[at] = replace(token, dep="acl", head=noun.index)
