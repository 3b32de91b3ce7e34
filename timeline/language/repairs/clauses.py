"""Clauses that the parser hung on the wrong word."""

from __future__ import annotations

from dataclasses import replace

from timeline.language.repairs.known import known
from timeline.model import Name, Token


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
    if token.tag == "VBD" and token.lemma not in known("transitive") and tokens[at - 1].text == ",":
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


def buried(tokens: list[Token], at: int) -> None:
    """ "In June, the president tapped lawyer Ann Smith to oversee it": the verb taken for a part of the name
    after it, which has its subject and no verb."""
    token, noun = tokens[at], tokens[tokens[at].head]
    while noun.dep == "compound":
        noun = tokens[noun.head]
    if token.tag not in ("VBD", "VBZ") or token.dep not in ("amod", "compound", "nmod") or noun.dep != "ROOT":
        return
    if token.head < at or noun.pos not in ("NOUN", "PROPN"):
        return
    doer = next((t for t in tokens if t.head == at and t.dep in _SUBJECTS and t.index < at), None)
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
    if tokens[token.head].dep in _SUBJECTS or any(dep in _SUBJECTS for dep in own):
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
    if token.dep == "advcl" and (any(dep in _SUBJECTS for dep in own) or "auxpass" not in own):
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


def starting(tokens: list[Token], at: int) -> None:
    """ "coverage of the celebration starting today": what starts is the noun before, not who covers it."""
    token, noun = tokens[at], tokens[at - 1] if at else tokens[at]
    if token.tag != "VBG" or token.lemma not in known("starting") or noun.pos not in ("NOUN", "PROPN"):
        return
    if noun.lemma in known("units"):
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


def promised(tokens: list[Token], at: int) -> None:
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
        or verb.lemma not in known("telling")
    ):
        return
    tokens[noun.index] = replace(noun, dep=role, head=at)
    tokens[at] = replace(token, head=verb.index)


def _place(token: Token) -> int:
    return token.index


_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
