"""Where an expression stands → what it dates, against a parse that hangs it on another word."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from timeline.events.dating.settle import Found
from timeline.events.sentence.nouns import singular
from timeline.events.sentence.tree import SUBJECTS, Tree
from timeline.events.sentence.words import Words


def positioned(tree: Tree, found: Found, indices: list[int], placed: set[int], words: Words) -> Found | str:
    """What the expression at `indices` dates by its place: within brackets, within the subject, after "that",
    between two pieces of the sentence, before "to"; `found` where its place says nothing else."""
    found = _of_subject(tree, _bracketed(tree, found, indices, placed), indices, words)
    found = _after_that(tree, found, indices)
    return _before_to(tree, _within_piece(tree, found, indices, placed), indices)


def _bracketed(tree: Tree, found: Found, indices: list[int], placed: set[int]) -> Found:
    """ "flush with cash (in 2009 seven of the ten largest were oil firms)": a date dates what stands in its
    brackets, where a clause does."""
    opened = [t.index for t in tree.tokens[: indices[0]] if t.text in "()"]
    if not opened or tree[opened[-1]].text != "(":
        return found
    closed = next((t.index for t in tree.tokens[indices[-1] :] if t.text == ")"), len(tree))
    inside = range(opened[-1] + 1, closed)
    verbs = _clauses(tree, inside, placed)
    return found if found.trigger in inside or not verbs else Found(verbs[0], "verb", found.preposition)


def _of_subject(tree: Tree, found: Found, indices: list[int], words: Words) -> Found:
    """ "the square, the site of clashes last week, was calm": a date within the subject dates its event."""
    noun, subject = indices[0] - 1, tree.subject(found.trigger)
    noun -= noun > 0 and tree[noun].pos == "ADP"
    if found.path != "verb" or subject is None or noun < 0 or indices[-1] > found.trigger:
        return found
    done = [k for k in tree.kids(subject, "acl") if tree[k].tag in ("VBN", "VBG", "VBD") and k < indices[0]]
    own = bool(done) and subject in tree.kids(found.trigger, *SUBJECTS) and tree[indices[0] - 1].pos == "ADP"
    if own and not any(tree[k].text == "," for k in range(done[-1], indices[0])):
        return Found(done[-1], "verb", found.preposition)  # "the cap placed on the well on Friday holds"
    if (
        not tree.is_noun(noun)
        or not words.event_noun(singular(tree, noun))
        or noun not in tree.subtree(subject)
    ):
        return found
    sudden = words.among(singular(tree, noun), "nouns.mishaps", "nouns.held")
    if sudden and tree[noun].dep == "pobj":
        return Found(noun, "noun", "")  # "an inquiry into a crash in 1994 revealed …"
    aside = any(tree[at].dep == "appos" for at in (noun, *takewhile(lambda at: at != subject, tree.up(noun))))
    return Found(noun, "noun", "") if aside else found


def _after_that(tree: Tree, found: Found, indices: list[int]) -> Found:
    """ "estimates that by 2015 most will be reared on farms": a date after "that" is the clause's."""
    before = indices[0] - 1
    while before > 0 and (
        tree[before].pos in ("ADP", "DET", "NOUN", "ADJ", "NUM") or tree[before].text == "-"
    ):
        before -= 1
    that = before >= 0 and tree.low(before) == "that" and tree[before].dep == "mark"
    clause = tree[before].head
    return Found(clause, "verb", found.preposition) if that and clause > indices[-1] else found


def _before_to(tree: Tree, found: Found | str, indices: list[int]) -> Found | str:
    """ "is to visit on Wednesday to keep the pressure on": a date before the "to" is not the infinitive's."""
    if isinstance(found, str) or found.path != "verb" or tree[found.trigger].tag != "VB":
        return found
    to = next((k for k in tree.kids(found.trigger, "aux") if tree[k].tag == "TO"), None)
    above = tree[found.trigger].head
    between = to is not None and above < indices[0] and indices[-1] < to
    before = indices[0] - 1
    apart = before > found.trigger and tree[before].text == "," and tree.passive(above)
    between = between or apart  # "was diverted to keep it out, earlier in the year"
    if not between or not tree.is_verb(above) or tree[found.trigger].dep not in ("advcl", "xcomp"):
        return found
    return Found(above, "verb", found.preposition)


def _within_piece(tree: Tree, found: Found, indices: list[int], placed: set[int]) -> Found | str:
    """The finding, or the nearest verb of the expression's own sentence where two ran into one."""
    piece = tree.piece(indices[0])
    if found.trigger in piece:
        return found
    verbs = _clauses(tree, piece, placed)
    nearest = min(verbs, key=lambda v: abs(v - indices[0]), default=None)
    if nearest is None:
        return "it stands in a heading that ran into the sentence"
    return Found(nearest, "near", found.preposition)


def _clauses(tree: Tree, places: Iterable[int], placed: set[int]) -> list[int]:
    """The verbs with a tense of their own among some tokens, none within a date."""
    verbs = (i for i in places if tree.is_verb(i) and tree.finite(i) and i not in placed)
    return [i for i in verbs if tree[i].dep not in ("aux", "auxpass")]
