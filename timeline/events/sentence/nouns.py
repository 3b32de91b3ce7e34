"""Event nouns: whole compounds, editions, and the verbs that tell the same event as they do."""

from __future__ import annotations

from timeline.events.sentence.tree import Tree
from timeline.events.sentence.words import Words


def outer(tree: Tree, noun: int) -> int:
    """ "Republican primary" from "Republican": the noun that a compound belongs to."""
    while (
        tree[noun].dep in ("compound", "nmod") and tree[noun].head != noun and tree.is_noun(tree[noun].head)
    ):
        noun = tree[noun].head
    return noun


def after(tree: Tree, noun: int, preposition: str) -> int | None:
    """What follows a noun with the preposition: of "the arrest of X" with "of", X."""
    hung = next((k for k in tree.kids(noun, "prep") if tree.low(k) == preposition), None)
    return tree.kid(hung, "pobj") if hung is not None else None


def singular(tree: Tree, noun: int) -> str:
    """The lemma; of a proper noun, which keeps its plural, without "s"."""
    lemma = tree.lemma(noun)
    return lemma[:-1] if tree[noun].tag == "NNPS" and lemma.endswith("s") else lemma


def edition(tree: Tree, date: int, noun: int) -> bool:
    """ "Euro 2016": a name that its year closes is an event of that year."""
    return tree[noun].pos == "PROPN" and date == noun + 1 and tree[date].pos == "NUM"


def told_by_verb(tree: Tree, noun: int, words: Words) -> int | None:
    """The verb that tells the same event as the noun: "the quake killed", "killed in the quake"."""
    token = tree[noun]
    if token.dep in ("nsubj", "nsubjpass") and tree.is_verb(token.head) and tree.finite(token.head):
        verb = token.head
        if words.among(tree.lemma(verb), "verbs.showing") and tree.content(verb) is not None:
            return verb  # "an investigation in May showed that …"
        told = words.among(tree.lemma(verb), "verbs.result", "verbs.phase")
        told = told and tree.tense(verb) not in ("present", "perfect")
        if (
            told or tree.lemma(verb) in words.plain_speech
        ):  # "last month's blast continues to keep firms away"
            return verb
    light = tree.is_verb(token.head) and words.among(tree.lemma(token.head), "verbs.light")
    gerund = light and tree[token.head].tag == "VBG" and tree[token.head].dep == "pcomp"
    if token.dep == "dobj" and light and (gerund or tree.tense(token.head) == "past"):  # "lost a 2006 vote"
        return token.head
    if token.dep == "pobj" and tree.low(token.head) in ("in", "during", "by", "at"):
        verb = tree[token.head].head
        if verb == token.head and (clause := tree.kid(noun, "relcl")) is not None:
            verb = clause  # "During the campaign he scoffed": no relative clause
        says = tree.is_verb(verb) and tree.lemma(verb) in words.speech and tree.finite(verb)
        if says and words.among(tree.lemma(noun), "speech.occasions"):  # "said in an interview this week"
            return verb
        done = tree.is_verb(verb) and not words.among(tree.lemma(verb), "verbs.light")
        done = done and tree.low(token.head) != "by"
        done = done and not words.among(tree.lemma(verb), "verbs.copulas") and tree[verb].dep != "pcomp"
        if (
            done
            and words.among(tree.lemma(noun), "nouns.held")
            and (tree.finite(verb) or tree.infinitive(verb))
        ):
            return verb  # "is to examine the claims at a hearing tomorrow"
        if tree.low(token.head) == "at":
            return None
        if tree.is_verb(verb) and words.among(tree.lemma(verb), "verbs.outcome"):
            return verb
        if tree.low(token.head) == "during" and tree.is_verb(verb) and tree.tense(verb) == "past":
            return verb
    return None
