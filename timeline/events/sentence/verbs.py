"""A headline's verb: in the present tense, with its voice, its modal and its "not"."""

from __future__ import annotations

import re

from timeline.events.sentence.inflect import present
from timeline.events.sentence.marks import OPENING
from timeline.events.sentence.nouns import after
from timeline.events.sentence.tree import Tree
from timeline.events.sentence.words import Words

_FULL = {
    "ll": "will",
    "'ll": "will",
    "’ll": "will",
    "'d": "would",
    "’d": "would",
    "ca": "can",
    "wo": "will",
    "sha": "will",
}
_CLOSED = re.compile("[^aeiou]{1,3}[aeiou][bdgklmnprt]")
_NOT = ("not", "n't", "n’t", "never")
_PAST = ("will", "shall", "would")
"""Modals that a headline drops: what will be is told in the present."""


def verb_group(tree: Tree, verb: int, subject: int | None, words: Words, alone: bool = False) -> str:
    """ "had not been arrested" → "is not arrested"; "could send" stays; "will send" → "sends". `alone`: the
    headline leaves out whom or what the text joins to the subject."""
    plural = is_plural(tree, verb, subject, words)
    if alone and subject is not None and tree.kid(subject, "conj") is not None:
        plural = tree[subject].tag in ("NNS", "NNPS")
    negation = "not" if any(tree.low(k) in _NOT for k in tree.kids(verb, "neg")) else ""
    modal = next((tree.low(k) for k in tree.kids(verb, "aux") if tree[k].tag == "MD"), "")
    modal = _FULL.get(modal, modal)
    lemma = tree.lemma(verb)
    if tree.low(verb) in (f"{lemma}ed", f"{lemma}ing") and _CLOSED.fullmatch(lemma):
        lemma += "e"  # "fined" is of "fine", "hoping" of "hope": "fin" would double its "n"
    unknown = tree[verb].tag == "VBD" and lemma == tree.low(verb)
    if unknown and not modal and not negation and not words.among(lemma, "verbs.unchanged"):
        return tree.low(verb)  # a past form that the model does not know
    if modal and modal not in _PAST:
        parts = [modal, negation, f"be {tree.low(verb)}" if tree.passive(verb) and lemma != "be" else lemma]
    elif tree.passive(verb) and lemma != "be":
        parts = [present("be", plural, words), negation, tree.low(verb)]
    elif negation and lemma != "be":
        parts = [present("do", plural, words), negation, lemma]
    else:
        parts = [present(lemma, plural, words), negation]
    almost = next(
        (tree.low(k) for k in tree.kids(verb, "advmod") if words.among(tree.low(k), "verbs.nearly")), ""
    )
    return " ".join(part for part in (almost, *parts) if part)


def ahead(tree: Tree, verb: int, words: Words) -> bool:
    """Whether an auxiliary puts the verb in the future: "will speak"."""
    return any(words.among(tree.low(k), "verbs.future_aux") for k in tree.kids(verb, "aux"))


def is_plural(tree: Tree, verb: int, subject: int | None, words: Words) -> bool:
    """The number of the clause: as its own verb shows it, else as its subject does."""
    for k in (*tree.kids(verb, "aux", "auxpass"), verb):
        form = tree.low(k)
        plain = tree[k].tag == "VBP" and (form in ("have", "do") or k == verb)
        if form in ("were", "are", "'re", "’re") or plain:
            return True
        if form in ("was", "is", "has", "does", "'s", "’s") or (k == verb and tree[k].tag == "VBZ"):
            return False
    return subject is not None and plural_noun(tree, subject, words)


def plural_noun(tree: Tree, noun: int, words: Words) -> bool:
    """Whether a subject asks for a plural verb."""
    token = tree[noun]
    if words.among(token.lemma.lower(), "plural.shares"):  # "72 percent of Americans"
        whole = after(tree, noun, "of")
        return whole is None or tree[whole].tag in ("NNS", "NNPS")  # "70 percent say"
    apposed = tree.kid(noun, "appos")
    if apposed is not None and tree.person(apposed) and tree.kid(apposed, "conj") is not None:
        return True  # "head of safety Jane Roe and other officials"
    company = tree.conjuncts(noun)
    one_name = any(n.start <= token.start and tree[company[-1]].end <= n.end for n in tree.sentence.names)
    joined = any(tree.low(k) == "and" for at in company for k in tree.kids(at, "cc"))
    if len(company) > 1 and joined and not one_name:
        return True
    surname = token.text[:1].isupper() and noun > 0 and not tree.kids(noun)
    surname = surname and tree[noun - 1].text not in OPENING  # “Winds are forecast to …”
    foreign = token.tag in ("NNS", "NNPS") and token.text[:1].isupper() and not token.text.endswith("s")
    foreign = foreign and token.lemma.lower() == token.text.lower()  # not "Children"
    known = words.among(token.lemma.lower(), "people.nouns") or words.among(
        token.lemma.lower(), "plural.plural"
    )
    if foreign and not known and tree.kid(noun, "det", "nummod") is None:
        return False  # "Monajed"
    if token.tag == "NNS" and surname and not words.among(token.lemma.lower(), "people.nouns"):
        return False  # "but Suttles said"
    if token.tag == "NNS" or words.among(token.lemma.lower(), "plural.plural"):
        return True
    labels = [n.label for n in tree.sentence.names if n.start <= token.start < n.end]
    if token.tag == "NNPS" and noun == 0 and not labels and tree.kids(noun):
        return True  # "Shares in BP", a capital only because it opens the sentence
    if token.tag == "NNP" and not labels and token.text.endswith("s"):  # "- Researchers put"
        return words.among(token.text.lower().removesuffix("s"), "people.nouns")
    if "PERSON" in labels:
        family = token.tag == "NNPS" and tree.kid(noun, "det") is not None
        return family  # "the Obamas"
    if token.tag == "NNPS" and words.among(token.text.lower().removesuffix("s"), "people.nouns"):
        return True  # "the Revolutionary Guards"
    team = token.tag == "NNPS" and "ORG" in labels and tree.kid(noun, "det") is not None
    if team and not words.among(token.text.lower(), "plural.one"):
        return True  # "the Cleveland Cavaliers"
    if token.tag == "NNPS" and ("NORP" in labels or tree.kid(noun, "nummod") is not None):
        return True
    if token.pos == "NUM":
        return token.text.lower() not in ("1", "one")
    if words.among(token.text.lower(), "plural.pronouns"):
        return True
    definite = any(tree.low(k) == words.definite for k in tree.kids(noun, "det"))  # "the number fell"
    return token.tag == "NN" and not definite and words.among(token.lemma.lower(), "plural.amounts")


def disagree(tree: Tree, verb: int, subject: int, words: Words) -> bool:
    """Whether the clause's verb and its subject differ in number: then the parse is wrong."""
    forms = [tree.low(k) for k in (*tree.kids(verb, "aux", "auxpass"), verb)]
    token = tree[subject]
    lemma = token.lemma.lower()
    if any(form in ("were", "are") for form in forms):
        loose = words.among(lemma, "plural.plural", "plural.amounts")
        loose = loose or words.among(lemma, "people.collective", "people.bodies")
        of = any(tree.low(k) in ("of", "and") for k in tree.kids(subject, "prep"))
        alone = not of and tree.kid(subject, "conj", "nummod", "appos") is None
        return token.tag == "NN" and alone and not loose
    if any(form in ("was", "has") for form in forms):
        name = token.text[:1].isupper() and not tree.kids(subject)  # "Homs"
        return token.tag == "NNS" and not name and not words.among(lemma, "plural.plural")
    return False
