"""Clauses that tell of a noun, hung on another one or taken for the sentence's own."""

from __future__ import annotations

from dataclasses import replace

from timeline.language.repairs.known import known
from timeline.model import Name, Token


def relative(tokens: list[Token], at: int) -> None:
    """ "left the center that she entered": the relative clause taken for what is left."""
    token, verb = tokens[at], tokens[tokens[at].head]
    noun = tokens[at - 1] if at else token
    if token.tag != "WDT" or token.dep != "dobj" or verb.dep != "ccomp" or noun.pos not in ("NOUN", "PROPN"):
        return
    if noun.dep == "dobj" and noun.head == verb.head:
        tokens[verb.index] = replace(verb, dep="relcl", head=noun.index)


def antecedent(tokens: list[Token], at: int, inside: dict[int, Name]) -> None:
    """ "the uprising against President Assad, which began", "its attack on a ship that killed nine": what
    the relative clause is about, where that is no person, or what kills."""
    token, verb = tokens[at], tokens[tokens[at].head]
    if token.tag not in ("WDT", "WP") or token.dep not in ("nsubj", "nsubjpass") or verb.dep != "relcl":
        return
    noun = tokens[verb.head]
    several = any(t.head == verb.index and t.text.lower() in ("were", "are", "have") for t in tokens)
    if several and noun.tag in ("NN", "NNP") and noun.dep == "pobj" and tokens[noun.head].dep == "prep":
        lines = tokens[tokens[noun.head].head]  # "supply lines from Tunisia, which were cut"
        if lines.tag == "NNS" and token.lemma == "which":
            tokens[verb.index] = replace(verb, head=lines.index)
            return
    shots = [t for t in tokens[noun.index + 1 : at] if t.lemma in known("pictures") and t.pos == "NOUN"]
    if verb.lemma == "take" and shots and noun.lemma not in known("pictures"):
        tokens[verb.index] = replace(verb, head=shots[-1].index)  # "in the photo, which was taken on Friday"
        return
    name = inside.get(noun.index)
    if token.lemma == "who" and name is not None and name.label == "ORG":
        _who(tokens, verb, noun, inside)
        return
    person = token.lemma == "which" and name is not None and name.label == "PERSON"
    killing = verb.lemma in known("killing") and noun.lemma not in known("deadly")
    below = [t for t in tokens if t.head == verb.index and t.dep == "xcomp"]
    started = verb.lemma in known("starting") or any(t.lemma in known("starting") for t in below)
    started = started and noun.lemma not in known("deadly")
    if started and noun.dep == "pobj" and tokens[noun.head].dep == "prep":
        begun = tokens[tokens[noun.head].head]  # "a crackdown on dissent that began on Sunday"
        if begun.lemma in known("deadly") or (begun.pos == "NOUN" and begun.text.endswith("ing")):
            tokens[verb.index] = replace(verb, head=begun.index)
            return
    between = [t for t in tokens[noun.index + 1 : at] if t.pos == "NOUN" and t.lemma in known("deadly")]
    if killing and between:  # "in a row over a raid that killed nine"
        tokens[verb.index] = replace(verb, head=between[-1].index)
        return
    published = token.lemma == "which" and name is not None and verb.lemma in known("published")
    for _ in range(3):
        above = tokens[noun.head]
        if not (person or killing or published) or noun.dep != "pobj" or above.dep != "prep":
            return
        noun = tokens[above.head]
        if noun.pos != "NOUN":
            return
        if person or noun.lemma in known("works" if published else "deadly"):
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


def of_noun(tokens: list[Token], at: int) -> None:
    """ "expressed hope that the worst was over": the clause is the noun's, which the verb has already."""
    token, verb = tokens[at], tokens[tokens[at].head]
    if token.dep != "ccomp" or at < verb.index or verb.lemma in known("giving"):
        return
    if not any(t.head == at and t.dep == "mark" and t.lemma == "that" for t in tokens):
        return
    taken = [t for t in tokens if t.head == verb.index and t.dep == "dobj" and verb.index < t.index < at]
    if taken and taken[-1].lemma in known("shells"):
        tokens[at] = replace(token, dep="acl", head=taken[-1].index)


def published(tokens: list[Token], at: int) -> None:
    """ "a report of the EU that was released": what is released is the report."""
    token, owner = tokens[at], tokens[tokens[at].head]
    link = tokens[owner.head]
    paper = tokens[link.head]
    if token.tag != "VBN" or token.dep not in ("relcl", "acl") or token.lemma not in known("issuing"):
        return
    if owner.pos != "PROPN" or owner.dep != "pobj" or paper.lemma not in known("papers"):
        return
    if not any(t.head == at and t.dep == "dobj" for t in tokens):
        tokens[at] = replace(token, head=paper.index)


def starting(tokens: list[Token], at: int) -> None:
    """ "coverage of the celebration starting today": what starts is the noun before, not who covers it."""
    token, noun = tokens[at], tokens[at - 1] if at else tokens[at]
    if token.tag != "VBG" or token.lemma not in known("starting") or noun.pos not in ("NOUN", "PROPN"):
        return
    if noun.lemma in known("units") or noun.head == at:
        return
    if token.dep in ("advcl", "acl", "pcomp", "conj") and not any(
        t.dep in ("nsubj", "aux") for t in tokens if t.head == at
    ):
        tokens[at] = replace(token, dep="acl", head=noun.index)


def held(tokens: list[Token], at: int) -> None:
    """ "a withdrawal from the Golan Heights occupied in 1967": what is held is the place."""
    token, place = tokens[at], tokens[at - 1] if at else tokens[at]
    if token.tag != "VBN" or token.dep != "acl" or token.lemma not in known("holding"):
        return
    if place.pos == "PROPN" and place.dep in ("pobj", "dobj") and token.head != place.index:
        tokens[at] = replace(token, head=place.index)


def done_to(tokens: list[Token], at: int) -> None:
    """ "a service for the people shot at a party": what was done to them, taken for a clause of "for"."""
    token = tokens[at]
    mark = next((t for t in tokens[:at] if t.head == at and t.dep == "mark" and t.lemma == "for"), None)
    subject = next((t for t in tokens[:at] if t.head == at and t.dep == "nsubj"), None)
    if mark is None or subject is None or token.tag not in ("VBD", "VBN") or token.dep != "advcl":
        return
    if mark.index == 0 or any(t.head == at and t.dep in ("aux", "dobj") for t in tokens):
        return
    tokens[mark.index] = replace(mark, pos="ADP", dep="prep", head=token.head)
    tokens[subject.index] = replace(subject, dep="pobj", head=mark.index)
    tokens[at] = replace(token, tag="VBN", dep="acl", head=subject.index)


def said_of(tokens: list[Token], at: int) -> None:
    """ "the move, which managers said took effect": what it is said of, taken for a second speaker."""
    token, verb = tokens[at], tokens[tokens[at].head]
    if token.tag != "WDT" or token.dep not in ("nsubj", "dobj") or verb.dep != "relcl":
        return
    speaker = any(t.head == verb.index and t.dep == "nsubj" for t in tokens[at + 1 : verb.index])
    below = [t for t in tokens[verb.index + 1 :] if t.head == verb.index and t.dep in ("xcomp", "ccomp")]
    said = below[0] if below else None
    if not speaker or said is None or said.tag not in ("VBD", "VBZ", "VBP"):
        return
    if not any(t.head == said.index and t.dep in ("nsubj", "nsubjpass", "expl") for t in tokens):
        tokens[at] = replace(token, dep="nsubj", head=said.index)
        tokens[said.index] = replace(said, dep="ccomp")


def unmarked(tokens: list[Token], at: int) -> None:
    """ "welcomed the deal BP reached": the noun of the clause, taken for a part of the doer's name."""
    token = tokens[at]
    name = tokens[at + 1] if at + 1 < len(tokens) else token
    verb = tokens[name.head]
    above = tokens[verb.head]
    if (
        token.lemma not in known("agreed")
        or token.dep != "compound"
        or (name.pos, name.dep) != ("PROPN", "nsubj")
    ):
        return
    if verb.dep != "ccomp" or verb.tag != "VBD" or not above.index < at < verb.index or above.pos != "VERB":
        return
    if any(t.head == verb.index and t.dep in ("dobj", "mark") for t in tokens):
        return
    for t in tokens[:at]:
        if t.head == name.index and t.dep in ("det", "amod", "poss"):
            tokens[t.index] = replace(t, head=at)
    tokens[at] = replace(token, dep="dobj", head=above.index)
    tokens[verb.index] = replace(verb, dep="relcl", head=at)
