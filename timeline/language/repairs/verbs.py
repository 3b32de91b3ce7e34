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


def spent(tokens: list[Token], at: int) -> None:
    """ "spent six hours using hammers": the hours use nothing."""
    token, verb = tokens[at], tokens[tokens[at].head]
    doing = any(t.head == verb.index and t.tag == "VBG" and t.dep == "xcomp" for t in tokens[at:])
    if token.dep == "dobj" and verb.lemma == "spend" and doing:
        tokens[at] = replace(token, dep="npadvmod")


def given_time(tokens: list[Token], at: int) -> None:
    """ "gave the firm three days to find a way": what the days are for."""
    token, verb = tokens[at], tokens[tokens[at].head]
    if token.dep != "npadvmod" or verb.lemma != "give" or at < verb.index:
        return
    aim = next((t for t in tokens[at:] if t.head == verb.index and t.dep == "advcl" and t.tag == "VB"), None)
    whom = any(t.head == verb.index and t.dep == "dative" for t in tokens[:at])
    if whom and aim is not None and tokens[at + 1].tag == "TO" and tokens[at + 1].head == aim.index:
        tokens[at] = replace(token, dep="dobj")
        tokens[aim.index] = replace(aim, dep="acl", head=at)


def shared_agent(tokens: list[Token], at: int) -> None:
    """ "is owned and handled by Taylor": who does both, told beside the first; not who "was hit and saved by"
    somebody."""
    token, verb = tokens[at], tokens[tokens[at].head]
    first = tokens[verb.head]
    if token.dep != "agent" or verb.dep != "conj" or verb.tag != "VBN" or first.lemma not in known("running"):
        return
    own = any(t.head == verb.index and t.dep in ("auxpass", "nsubjpass") for t in tokens)
    passive = any(t.head == first.index and t.dep == "auxpass" for t in tokens)
    between = [t for t in tokens[first.index + 1 : verb.index] if t.head == first.index and t.dep != "cc"]
    more = any(t.head == verb.index for t in tokens[at + 1 :])  # "hit and sunk by a missile on Friday"
    if passive and not (own or between or more):
        tokens[at] = replace(token, head=first.index)


def no_passive(tokens: list[Token], at: int) -> None:
    """ "A man shot while covering a rally died Friday, the paper said": nothing is died."""
    token, noun = tokens[at], tokens[tokens[at].head]
    if token.lemma != "die" or token.dep != "acl" or token.tag not in ("VBD", "VBN") or noun.dep != "dobj":
        return
    first = noun
    for _ in range(4):
        first = tokens[first.head]
        if first.dep in ("nsubj", "nsubjpass"):
            break
    saying = tokens[first.head]
    if first.dep != "nsubj" or saying.dep != "ROOT" or saying.index < at or saying.pos != "VERB":
        return
    if any(t.head == saying.index and t.dep == "nsubj" for t in tokens[at:]):
        tokens[first.index] = replace(first, head=at)
        tokens[at] = replace(token, tag="VBD", dep="ccomp", head=saying.index)
