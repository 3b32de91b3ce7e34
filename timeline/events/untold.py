"""What a headline points at and nothing in it explains: "they", "its", "the second"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from timeline.events.antecedents import empty
from timeline.events.row import Row
from timeline.events.sentence.tree import Tree
from timeline.events.sentence.verbs import is_plural
from timeline.events.sentence.words import Words

_QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?")
_WORD = re.compile(r"[^\W\d_]+")


def told_words(headline: str) -> list[str]:
    """The words of a headline outside its quotations, in small letters."""
    return [word.lower() for word in _WORD.findall(_QUOTED.sub(" ", headline))]


def in_content(tree: Tree, verb: int, headline: str, called: Mapping[int, str], words: Words) -> str | None:
    """The pronoun that is the subject of what is said and cannot be the speaker: "she says they lost"."""
    content, speaker = tree.kid(verb, "ccomp"), tree.subject(verb)
    inner = tree.subject(content) if content is not None and tree.is_verb(content) else None
    if content is None or inner is None or speaker is None or inner in called:
        return None
    low = tree.low(inner)
    if low not in _WORD.findall(headline.lower()):
        return None
    if low in ("this", "that", "these", "those") and not tree.kids(inner):
        return low
    if not (tree.person(speaker) or words.among(tree.lemma(speaker), "people.nouns")):
        return None
    plural, lemma = is_plural(tree, verb, speaker, words), tree.lemma(speaker)
    if low == "they" and not (plural or words.among(lemma, "people.collective")):
        return low
    body = words.among(lemma, "people.collective", "people.bodies") and not plural
    if low == "it" and body and tree.kid(content, "attr") is None:
        return None  # "the government says it condemns the attack", not "police say it killed two"
    taken = tree.kid(content, "dobj")
    if taken is not None and tree.low(taken) in ("it", "them") and taken not in called:
        named = any(tree[k].pos in ("NOUN", "PROPN") for k in range(speaker + 1, taken))
        if not named and tree.low(taken) in _WORD.findall(headline.lower()):
            return tree.low(taken)  # "she can receive them"
    after = (i for i in tree.subtree(content) if i > content)
    opened = [i for i in after if tree[i].tag in ("WDT", "WP", "TO") or tree[i].dep == "mark"]
    cleft = any(tree.low(tree[i].head) in headline.lower() for i in opened)
    if low == "it" and not cleft and tree.kid(content, "attr") and any(tree[i].tag == "TO" for i in opened):
        return low  # "it is a huge mistake" without "to leave"
    return low if low == "it" and not opened and not empty(tree, content, inner, words) else None


def which_one(tree: Tree, verb: int, called: Mapping[int, str]) -> str | None:
    """The subject that is but an article and an adjective: "a second begins"."""
    subject = tree.subject(verb)
    if subject is None or tree[subject].tag not in ("JJ", "CD") or subject in called:
        return None
    bare = len(tree.kids(subject)) == 1 and tree.kid(subject, "det") is not None
    return tree[subject].text if bare else None


def taken_up(
    row: Row, tree: Tree, verb: int, told: list[str], called: Mapping[int, str], words: Words
) -> str | None:
    """The pronoun that something is done to, and nothing in the headline explains: "witness it"."""
    if row.path == "inherited":
        return None
    subject = tree.subject(verb)
    done = [k for k in tree.kids(subject, "acl") if tree.infinitive(k)] if subject is not None else []
    for k in [k for at in (verb, *done) for k in tree.kids(at, "dobj")]:  # "an operation to seal it"
        low = tree.low(k)
        points = low in ("that", "this", "these", "those") and not tree.kids(k)
        unknown = points or low in ("it", "them") or words.among(low, "people.objects")
        if (k > verb or done) and k not in called and unknown and low in told:
            return low
    return None


def owner_untold(headline: str, tree: Tree, called: Mapping[int, str], words: Words) -> str | None:
    """The "its" or "their" of a headline that nothing before it in the headline can stand for: "several of
    its representatives meet", "Nasrallah comes close to promoting their overthrow"."""
    parts = [part.strip(",;:“”\"'’").lower() for part in _QUOTED.sub(" ", headline).split()]
    for token in tree.tokens:
        low = token.text.lower()
        if token.tag != "PRP$" or token.index in called or low not in _OWNERS or low not in parts:
            continue
        before = set(parts[: parts.index(low)])
        if any(before.intersection(name.lower().split()) for name in called.values()):
            continue
        nouns = [t for t in tree.tokens if t.text.lower() in before and t.pos in ("NOUN", "PROPN")]
        if low == "their":
            nouns = [t for t in nouns if _many(tree, t.index, words)]
        if not nouns and not before.intersection(_OWNERS):
            return token.text
    return None


_OWNERS = ("its", "their", "his", "her")


def _many(tree: Tree, noun: int, words: Words) -> bool:
    """Whether "their" can be said of a noun."""
    token = tree[noun]
    several = token.tag in ("NNS", "NNPS") or tree.kid(noun, "conj") is not None or token.dep == "conj"
    lists = ("people.collective", "people.bodies", "people.parts", "plural.plural")
    body = token.pos == "PROPN" and not tree.person(noun)
    return several or body or words.among(token.lemma.lower(), *lists)
