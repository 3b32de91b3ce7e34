"""Nouns and amounts that the parser took for adverbs and modifiers."""

from __future__ import annotations

from dataclasses import replace

from timeline.language.repairs.known import known
from timeline.model import Token


def well(tokens: list[Token], at: int) -> None:
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
    drilled = name.lemma in known("wells") and following.pos in ("AUX", "VERB")  # "the relief well was shut"
    past = following.tag == "VBD" and following.dep in ("ROOT", "ccomp", "conj", "relcl", "advcl")
    finite = drilled or past
    if (
        following.tag in ("JJ", "RB", "VBN", "VBD") and not finite and following.lemma != "no"
    ) or following.lemma == "as":
        return
    if not any(t.head == name.index and t.dep in ("det", "poss") for t in tokens) or name.head == at:
        return
    for t in tokens:
        if t.head == name.index and t.dep in ("det", "amod", "poss", "prep", "relcl", "acl"):
            tokens[t.index] = replace(t, head=at)
    tokens[at] = replace(
        token, pos="NOUN", tag="NN", dep=name.dep, head=at if name.head == name.index else name.head
    )
    tokens[name.index] = replace(name, dep="compound", head=at)


def pair(tokens: list[Token], at: int) -> None:
    """ "tear gas": two nouns of which the first was taken for an adjective or a verb."""
    token = tokens[at]
    if token.dep not in ("amod", "compound", "nmod") or token.head != at + 1:
        return
    if f"{token.lemma} {tokens[at + 1].lemma}".lower() in known("pairs"):
        tokens[at] = replace(token, pos="NOUN", tag="NN", dep="compound")


def both(tokens: list[Token], at: int) -> None:
    """ "military and economic aid": the second adjective, which the parser left beside the first."""
    token = tokens[at]
    link = tokens[at - 1] if at else token
    first = tokens[link.head]
    beside = (first.dep, first.head) == ("amod", token.head) and first.index < link.index
    between = token.dep == "conj" and token.pos == "VERB" and first.dep == "nmod" and first.head == at + 1
    if between and token.tag in ("VB", "VBP"):
        tokens[at] = replace(token, pos="NOUN", tag="NN")  # "no-fly or buffer zones"
    if token.dep == "amod" and link.dep == "cc" and beside:
        tokens[at] = replace(token, dep="conj", head=first.index)


def verdict(tokens: list[Token], at: int) -> None:
    """ "called the comments unacceptable": what they are called, taken for a modifier after its noun."""
    token = tokens[at]
    if token.tag != "JJ" or token.dep != "amod" or token.head >= at:
        return
    if at + 1 < len(tokens) and tokens[at + 1].pos in ("NOUN", "PROPN", "ADJ"):
        return
    above = tokens[token.head]
    for _ in tokens:
        if above.pos in ("VERB", "AUX"):
            break
        above = tokens[above.head]
    made = above.lemma == "make" and at + 1 < len(tokens) and tokens[at + 1].pos == "PUNCT"
    if (above.lemma in known("calling") or made) and above.index < token.head:
        tokens[at] = replace(token, dep="oprd", head=above.index)


def amount(tokens: list[Token], at: int) -> None:
    """ "$1.9 bn by BP": the short form of the billion taken for an adverb."""
    token = tokens[at]
    short = token.text in ("bn", "mn", "tn", "m") and token.pos not in ("NUM", "PUNCT")
    alone = not any(t.head == at and t.index != at for t in tokens) and token.head != at
    if short and alone and at and tokens[at - 1].pos == "NUM":
        tokens[at] = replace(token, tag="CD", pos="NUM", dep="compound", head=at - 1)
    elif short and at and tokens[at - 1].head == at and tokens[at - 1].pos == "NUM":
        taken = any(t.head == token.head and t.dep == "dobj" for t in tokens)
        loose = token.dep in ("advmod", "npadvmod", "prep") and token.head < at
        if loose and not taken:  # "reached $1.25 bn"
            tokens[at] = replace(token, tag="CD", pos="NUM", dep="dobj")


def day(tokens: list[Token], at: int) -> None:
    """ "said on Friday government forces had foiled …": the day taken for a part of the doer's name."""
    token, noun = tokens[at], tokens[tokens[at].head]
    link = tokens[at - 1] if at else token
    if token.lemma.lower() not in known("weekdays") or token.dep != "compound" or link.dep != "prep":
        return
    after = noun.index + 1
    if noun.dep != "pobj" or noun.head != link.index or after >= len(tokens):
        return
    verb = tokens[tokens[after].head] if tokens[after].dep in ("aux", "auxpass") else tokens[after]
    finite = tokens[after].tag in ("VBD", "VBZ", "VBP", "MD")
    kids = [t for t in tokens if t.head == verb.index and t.index != verb.index]
    if not finite or any(t.dep in ("nsubj", "nsubjpass", "expl") for t in kids):
        return
    passive = any(t.dep == "auxpass" for t in kids)
    tokens[noun.index] = replace(noun, dep="nsubjpass" if passive else "nsubj", head=verb.index)
    tokens[at] = replace(token, dep="pobj", head=link.index)


def demonym(tokens: list[Token], at: int) -> None:
    """ "released a Libyan convicted of …": the person, not what was done to him, is whom it is about."""
    token = tokens[at]
    if token.tag != "VBN" or token.dep not in ("dobj", "nsubj", "nsubjpass", "pobj") or at < 2:
        return
    person, article = tokens[at - 1], tokens[at - 2]
    if person.dep != "amod" or person.head != at or not person.text[:1].isupper():
        return
    if article.dep != "det" or article.head not in (at, person.index):
        return
    tokens[article.index] = replace(article, head=person.index)
    tokens[person.index] = replace(person, pos="NOUN", tag="NN", dep=token.dep, head=token.head)
    tokens[at] = replace(token, dep="acl", head=person.index)


def of_crash(tokens: list[Token], at: int) -> None:
    """ "an inquiry into a crash in 1994": the year is the crash's, not the inquiry's."""
    token = tokens[at]
    noun = tokens[at - 1] if at else token
    dated = at + 1 < len(tokens) and tokens[at + 1].lemma.isdigit() and tokens[at + 1].head == at
    if token.dep != "prep" or token.lemma != "in" or not dated or noun.dep != "pobj":
        return
    inquiry = tokens[token.head]
    if noun.lemma in known("deadly") and tokens[noun.head].head == inquiry.index and inquiry.pos == "NOUN":
        tokens[at] = replace(token, head=noun.index)


def day_before(tokens: list[Token], at: int) -> None:
    """ "On Thursday BP's boss, who …, will testify": the day taken for a part of the doer's name."""
    token = tokens[at]
    link = tokens[at - 1] if at else token
    if token.lemma.lower() not in known("weekdays") or token.dep not in ("compound", "nmod"):
        return
    if link.dep == "prep" and not any(t.head == link.index and t.dep in ("pobj", "pcomp") for t in tokens):
        tokens[at] = replace(token, dep="pobj", head=link.index)
        return
    noun = tokens[token.head]
    if noun.dep == "poss":
        noun = tokens[noun.head]
    verb = tokens[link.head]
    if link.dep != "prep" or noun.dep != "pobj" or noun.head != link.index or verb.index < noun.index:
        return
    if verb.pos not in ("VERB", "AUX") or any(
        t.head == verb.index and t.dep in ("nsubj", "nsubjpass", "expl") for t in tokens
    ):
        return
    passive = any(t.head == verb.index and t.dep == "auxpass" for t in tokens)
    tokens[noun.index] = replace(noun, dep="nsubjpass" if passive else "nsubj", head=verb.index)
    tokens[at] = replace(token, dep="pobj", head=link.index)


def day_after(tokens: list[Token], at: int) -> None:
    """ "issued a ruling Wednesday dissolving …": the day taken for what was issued."""
    token = tokens[at]
    if token.lemma.lower() not in known("weekdays") or token.dep not in ("dobj", "attr") or at < 2:
        return
    noun, verb = tokens[at - 1], tokens[token.head]
    if noun.head != at or noun.pos != "NOUN" or verb.index > at or verb.lemma in known("spending"):
        return
    for t in tokens:
        if (t.head == at and t.index != noun.index) or (t.head == noun.index and t.index < noun.index):
            tokens[t.index] = replace(t, head=noun.index)
    tokens[noun.index] = replace(noun, dep=token.dep, head=verb.index)
    tokens[at] = replace(token, dep="npadvmod", head=verb.index)


def dated(tokens: list[Token], at: int) -> None:
    """ "contributed to the April 20, 2010 blowout": the month taken for the preposition's noun."""
    noun = tokens[at]
    if noun.dep != "dobj" or noun.pos != "NOUN":
        return
    month = at - 1
    while month > 0 and (tokens[month].pos == "NUM" or tokens[month].text == ","):
        month -= 1
    token, link = tokens[month], tokens[tokens[month].head]
    dated = token.dep == "pobj" and token.pos == "PROPN" and month < at - 1
    if not dated or link.head != noun.head or not any(t.head == month and t.dep == "det" for t in tokens):
        return
    for t in tokens[:month]:
        if t.head == month and t.dep == "det":
            tokens[t.index] = replace(t, head=at)
    tokens[month] = replace(token, dep="compound", head=at)
    tokens[at] = replace(noun, dep="pobj", head=link.index)


def in_brackets(tokens: list[Token], at: int) -> None:
    """ "was given $400 million (251 million pounds)": the sum before the bracket, taken for a part of it."""
    token, noun = tokens[at], tokens[tokens[at].head]
    after = tokens[at + 1] if at + 1 < len(tokens) else token
    if token.pos != "NUM" or token.dep != "nummod" or after.text != "(" or noun.index < at:
        return
    if any(t.head == at and t.tag == "$" for t in tokens[:at]):
        tokens[at] = replace(token, dep=noun.dep, head=noun.head)
        tokens[noun.index] = replace(noun, dep="appos", head=at)


def verdict_before_date(tokens: list[Token], at: int) -> None:
    """ "ruled the mandate unconstitutional last month": no month is unconstitutional."""
    token, noun = tokens[at], tokens[tokens[at].head]
    verb = tokens[noun.head]
    before = tokens[at - 1] if at else token
    if token.tag != "JJ" or token.dep != "amod" or noun.dep != "npadvmod" or noun.lemma not in known("units"):
        return
    if verb.lemma in known("calling") and before.dep == "dobj" and before.head == verb.index:
        tokens[at] = replace(token, dep="oprd", head=verb.index)


def day_off(tokens: list[Token], at: int) -> None:
    """ "took a day off Saturday": the day is not taken off Saturday."""
    token, verb = tokens[at], tokens[tokens[at].head]
    taken = tokens[at - 1] if at else token
    when = next((t for t in tokens[at:] if t.head == at and t.dep == "pobj"), None)
    if token.text != "off" or token.dep != "prep" or taken.lemma not in known("units") or taken.dep != "dobj":
        return
    if when is not None and when.lemma.lower() in known("weekdays") and taken.head == verb.index:
        tokens[at] = replace(token, pos="ADP", tag="RP", dep="prt")
        tokens[when.index] = replace(when, dep="npadvmod", head=verb.index)
