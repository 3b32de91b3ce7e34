"""How much of a clause a headline may hold: from roomy to tight, then what follows while there is room."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from timeline.events.leadin import DASHES
from timeline.events.phrases import Phrases
from timeline.events.tree import SUBJECTS
from timeline.events.writing import LONGEST

_COMPLEMENTS = ("dobj", "attr", "acomp", "oprd", "xcomp", "ccomp", "prep", "agent", "dative", "iobj")


def variants(phrases: Phrases, verb: int, subject: int | None) -> Iterator[tuple[set[int], set[int]]]:
    """Subject and predicate, from roomy to tight."""
    tree = phrases.tree

    def front(tight: bool) -> set[int]:
        return set() if subject is None else phrases.subject(verb, subject, tight)

    for tight_front, tight_back in ((False, False), (True, False), (True, True)):
        head = front(tight_front)
        yield head, phrases.clause(verb, False, tight_back) - head
    head = front(True)
    kids = [k for k in tree.kids(verb, *_COMPLEMENTS) if k not in phrases.skip]
    says = tree.lemma(verb) in phrases.words.speech
    kids = [k for k in kids if k > verb or (says and tree[k].dep == "ccomp")]
    particles = {verb, *tree.kids(verb, "prt")}
    for count in range(len(kids), 0, -1):
        back = set(particles)
        for k in kids[:count]:
            back |= _bare(phrases, k)
        yield head, back - head
    yield head, particles


def _bare(phrases: Phrases, index: int) -> set[int]:
    """A complement at its shortest: a content clause with its subject, verb and nearest object."""
    tree = phrases.tree
    if not tree.is_verb(index):
        return phrases.complement(index, True)
    found = {index}
    for k in tree.kids(index):
        dep = tree[k].dep
        if dep in ("aux", "auxpass", "neg", "prt"):
            found.add(k)
        elif dep in (*SUBJECTS, "dobj", "attr", "acomp") and k not in phrases.skip and not tree.is_verb(k):
            found |= phrases.noun(k, True)
    if tree.kid(index, "dobj", "attr", "acomp") is None:
        for k in tree.kids(index, "xcomp", "prep"):
            piece = phrases.prep(k, True) if tree[k].dep == "prep" else phrases.clause(k, False, True)
            if piece and k > index:
                return found | piece
    return found


def grown(phrases: Phrases, verb: int, chosen: set[int], fits: Callable[[set[int]], bool]) -> set[int]:
    """The chosen words with further pieces in text order, each as roomy as fits, as long as only asides
    and dates lie between them and what is there."""
    tree = phrases.tree
    chosen = set(chosen)
    said = tree.kid(verb, "ccomp")
    quoted = set(tree.subtree(said)) if said is not None and said < verb else set()
    for _ in range(LONGEST):
        offers = sorted(
            k
            for at in chosen
            if at >= verb or at in quoted
            for k in tree.kids(at)
            if (k > verb or (k in quoted and k > (said or 0)))
            and k not in chosen
            and k not in phrases.skip
            and tree[k].dep not in SUBJECTS
        )
        roomy = (phrases.following(k) - chosen for k in offers)
        tight = (phrases.following(k, True) - chosen for k in offers)
        pieces = [p for pair in zip(roomy, tight, strict=True) for p in pair]
        pieces = [p for p in pieces if p and _reaches(phrases, chosen, min(p)) and fits(chosen | p)]
        more = next((p for p in pieces if not _broken_off(phrases, p)), None)
        if more is None:
            break
        chosen |= more
    return chosen


def _broken_off(phrases: Phrases, piece: set[int]) -> bool:
    """Whether a piece ends at a noun without the preposition that it goes on with: "over the doubling"."""
    tree, last = phrases.tree, max(piece)
    waits = phrases.words.among(tree.lemma(last), "nouns.relational") or tree.lemma(last).endswith("ing")
    return (
        tree.is_noun(last)
        and waits
        and any(
            k == last + 1 and tree.low(k) in ("in", "of") and phrases.prep(k) for k in tree.kids(last, "prep")
        )
    )


def _reaches(phrases: Phrases, chosen: set[int], start: int) -> bool:
    """Whether nothing that matters lies between the chosen words and the place."""
    tree = phrases.tree
    before = max((i for i in chosen if i < start), default=start - 1)
    between = set(range(before + 1, start)) - phrases.skip
    if any(tree[i].text in DASHES and tree[i].space_before for i in between):
        return False
    for index in sorted(between):
        at = index
        for _ in range(len(tree)):
            if phrases.aside(at):
                break
            head = tree[at].head
            if head == at or head not in between:
                empty = tree[at].dep == "prep" and not phrases.prep(at)
                if empty or tree[at].dep in ("mark",):
                    break
                return False
            at = head
    return True
