"""Verbs whose tense, voice or object the parser mistook."""

from __future__ import annotations

from dataclasses import replace

from timeline.language.repairs.known import known, known_lemmas
from timeline.model import Token


def past(tokens: list[Token], at: int) -> None:
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


def lemma(tokens: list[Token], at: int) -> None:
    """ "hopes": of "hope", not of "hop"."""
    base = known_lemmas().get(tokens[at].text.lower())
    if base is not None and tokens[at].pos in ("VERB", "AUX"):
        tokens[at] = replace(tokens[at], lemma=base)


def stricken(tokens: list[Token], at: int) -> None:
    """ "Activists arrested last week were beaten": without the object that it must have, it is a passive."""
    token = tokens[at]
    kids = [t for t in tokens if t.head == at and t.index != at]
    if token.tag != "VBN" or token.lemma not in known("transitive"):
        return
    if any(t.dep in ("dobj", "aux", "auxpass", "ccomp", "xcomp", "nsubjpass", "prt", "dative") for t in kids):
        return
    subject = next((t for t in kids if t.dep == "nsubj" and t.index < at), None)
    if subject is not None:
        tokens[at] = replace(token, tag="VBN")
        tokens[subject.index] = replace(subject, dep="nsubjpass")


def told_short(tokens: list[Token], at: int) -> None:
    """ "Mission extended for another month": a heading's passive, which has no "is"."""
    token = tokens[at]
    if token.dep != "ROOT" or token.tag not in ("VBD", "VBN") or token.lemma not in known("decided"):
        return
    kids = [t for t in tokens if t.head == at and t.index != at]
    if any(t.dep in ("dobj", "ccomp", "xcomp", "aux", "auxpass", "prt", "dative") for t in kids):
        return
    subject = next((t for t in kids if t.dep == "nsubj" and t.index < at), None)
    if (
        subject is None
        or subject.pos != "NOUN"
        or any(t.head == subject.index and t.dep in ("det", "poss") for t in tokens)
    ):
        return
    tokens[at] = replace(token, tag="VBN")
    tokens[subject.index] = replace(subject, dep="nsubjpass")


def failed(tokens: list[Token], at: int) -> None:
    """ "The attempt failed": a verb that nobody can do to anything has no passive."""
    token = tokens[at]
    if token.tag != "VBN" or token.dep == "acl" or token.lemma not in known("intransitive"):
        return
    shared = token.dep == "conj" and any(t.head == token.head and t.dep == "auxpass" for t in tokens)
    if shared or any(t.dep in ("aux", "auxpass") for t in tokens if t.head == at and t.index != at):
        return
    tokens[at] = replace(token, tag="VBD")


def has(tokens: list[Token], at: int) -> None:
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


def passive(tokens: list[Token], at: int) -> None:
    """ "Two were killed and twelve wounded", "… and thousands made homeless": the auxiliary serves both."""
    token = tokens[at]
    if token.dep != "conj" or not any(t.head == token.head and t.dep == "auxpass" for t in tokens):
        return
    kids = [t for t in tokens if t.head == at and t.index != at]
    if any(t.dep in ("aux", "auxpass", "dobj", "ccomp") for t in kids):
        return
    if (
        token.tag == "VBD"
        and token.lemma in known("transitive")
        and not any(t.dep in _SUBJECTS for t in kids)
    ):
        tokens[at] = replace(token, tag="VBN")  # "were hunted down and killed"
    if token.tag == "VBN" or (token.tag == "VBD" and any(t.dep == "oprd" for t in kids)):
        for t in kids:
            if t.dep == "nsubj" and t.index < at:
                tokens[at] = replace(token, tag="VBN")
                tokens[t.index] = replace(t, dep="nsubjpass")


def by_whom(tokens: list[Token], at: int) -> None:
    """ "rules imposed last year by the minister": who did it, taken for a part of the date between."""
    token = tokens[at]
    day = tokens[token.head]
    verb = tokens[day.head]
    if token.text.lower() != "by" or token.dep not in ("prep", "agent") or day.dep != "npadvmod":
        return
    if verb.tag != "VBN" or not verb.index < day.index < at:
        return
    kids = [t for t in tokens if t.head == verb.index and t.index != verb.index]
    if not any(t.dep in ("agent", "dobj", "aux") for t in kids):
        tokens[at] = replace(token, dep="agent", head=verb.index)


def what_shown(tokens: list[Token], at: int) -> None:
    """ "papers that showed BP made mistakes": who does what is shown, taken for what is shown itself."""
    token = tokens[at]
    before = tokens[at - 1] if at else token
    above = tokens[before.head]
    if token.tag not in ("VBD", "VBZ", "VBP") or token.dep not in ("advcl", "ccomp", "relcl", "acl", "conj"):
        return
    if before.dep != "dobj" or above.lemma not in known("telling") or not above.index < before.index:
        return
    kids = [t for t in tokens if t.head == at and t.index != at]
    if any(t.dep in ("mark", "nsubj", "nsubjpass", "cc", "aux") and t.index < at for t in kids):
        return
    tokens[before.index] = replace(before, dep="nsubj", head=at)
    tokens[at] = replace(token, dep="ccomp", head=above.index)


def particle(tokens: list[Token], at: int) -> None:
    """ "sent in troops": the verb's object, not the particle's; "told him that …": no object."""
    token = tokens[at]
    above = tokens[token.head]
    if token.dep == "pobj" and above.dep == "prt":
        tokens[at] = replace(token, dep="dobj", head=above.head)
    elif token.dep == "dobj" and token.tag == "IN":
        tokens[at] = replace(token, dep="mark")


_SUBJECTS = ("nsubj", "nsubjpass")
