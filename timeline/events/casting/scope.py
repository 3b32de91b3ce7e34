"""Where in its sentence an event takes place: the words among which a place's name is the event's."""

from __future__ import annotations

from timeline.events.sentence.tree import CLAUSES, SUBJECTS, Tree
from timeline.events.sentence.words import Words


def scope_of(tree: Tree, trigger: int, words: Words) -> set[int]:
    """The tokens in which a place's name is a place of this event."""
    if not tree.is_verb(trigger):
        return _where(tree, trigger).union(
            tree.subtree(trigger, lambda k: tree[k].dep in ("relcl", "advcl", "parataxis") or _aside(tree, k))
        )

    def apart(index: int) -> bool:
        dep = tree[index].dep
        if dep in ("relcl", "advcl", "parataxis", "csubj", "ccomp") or _led(tree, index):
            return True
        if dep == "acl" and tree.is_verb(index) and tree.finite(index):  # "expressed hope that …"
            return True
        if dep == "conj" and tree.is_verb(index):
            return tree.kid(index, *SUBJECTS) is not None or tree.lemma(index) in words.speech
        return dep == "prep" and (tree.low(index) in ("according", "including") or _beside(tree, index))

    found = set(tree.subtree(trigger, apart))
    subject = tree.subject(trigger)
    if subject is not None:
        found.update(
            tree.subtree(subject, lambda k: tree[k].dep in (*CLAUSES, "advcl", "npadvmod") or _led(tree, k))
        )
    if tree.lemma(trigger) in words.speech:
        for content in tree.kids(trigger, "ccomp"):
            found |= _near(tree, content)
    for noun in tree.kids(trigger, "dobj"):
        for content in tree.kids(noun, "acl"):
            if tree.is_verb(content) and tree.finite(content):
                found |= _near(tree, content)
    return found | _where(tree, trigger)


def _where(tree: Tree, trigger: int) -> set[int]:
    """ "in Tunisia, where protests toppled the government": the noun that the event's clause is about."""
    at = trigger
    while tree[at].dep != "relcl" and tree[at].head != at:
        at = tree[at].head
    where = any(tree[k].tag == "WRB" and tree.low(k) == "where" for k in tree.kids(at, "advmod"))
    return {tree[at].head, *tree.kids(tree[at].head, "compound", "amod")} if where else set()


def _aside(tree: Tree, index: int) -> bool:
    """What tells of a noun beside its event: "led by …" between commas, "Zurich-based"."""
    start = min(tree.subtree(index)) if tree[index].dep == "acl" else 0
    return (start > 0 and tree[start - 1].text == ",") or _led(tree, index)


def _beside(tree: Tree, preposition: int) -> bool:
    """ "with thousands fleeing into Turkey": what others do meanwhile."""
    if tree.low(preposition) != "with":
        return False
    acts = (k for noun in tree.kids(preposition, "pobj") for k in tree.kids(noun, "acl"))
    return tree.kid(preposition, "pcomp") is not None or any(tree[k].tag == "VBG" for k in acts)


def _led(tree: Tree, index: int) -> bool:
    """ "Russian-led", "Zurich-based": a modifier that is no place of the event."""
    token = tree[index]
    return token.dep == "amod" and token.pos == "VERB" and tree.kid(index, "npadvmod") is not None


def _near(tree: Tree, verb: int) -> set[int]:
    """What a content clause is directly about: its subject, objects and the nouns of its prepositions."""
    found: set[int] = set()
    nouns = tree.kids(verb, *SUBJECTS, "dobj", "attr", "dative")
    for k in tree.kids(verb, "prep"):
        nouns.extend(tree.kids(k, "pobj"))
    for noun in nouns:
        found.add(noun)
        found.update(
            k for k in tree.kids(noun, "compound", "poss", "amod", "nmod", "conj") if not _led(tree, k)
        )
    for k in tree.kids(verb, "xcomp", "ccomp"):
        found |= _near(tree, k)
    return found


def is_site(tree: Tree, index: int, words: Words) -> bool:
    """Whether the place stands in a phrase of place rather than as an actor or an adjective."""
    at = index
    for head in tree.up(index):
        dep = tree[at].dep
        people = tree.is_noun(head) and words.among(tree.lemma(head), "people.nouns")
        if dep == "prep" and people and words.among(tree.low(at), "links.origin"):
            return False  # "a congressman from Minnesota"
        if dep == "prep":
            return words.among(tree.low(at), "links.place")
        if dep not in ("pobj", "appos", "conj", "npadvmod", "nmod", "compound"):
            return False
        at = head
    return True
