"""What may hang on the words that a headline has already: which piece, and how much it tells.

The worths are relative: what completes a noun or verb tells more than what only colours it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from timeline.events.headlines.phrases import Phrases
from timeline.events.sentence.tree import Tree

COMPLETES = 4.0
"""An infinitive or "that" clause of a noun, joined nouns, whom it is told."""
PLACES = 3.0
"""A preposition with its noun, a participle, a condition."""
SHAPES = 3.2
"""An adjective: readers miss it more often than a preposition with its noun."""
COLOURS = 2.0
"""A title, a circumstance."""
SHADES = 1.2
"""An adverb."""
ASIDES = 0.8
"""What else comes of it."""
_LATER = 0.5
"""What each preposition of a verb tells less than the one before it."""


class Offer(NamedTuple):
    """A piece of the sentence, whole in itself, and its worth."""

    piece: set[int]
    worth: float


def offers(phrases: Phrases, head: int, verb: int) -> Iterator[Offer]:
    """The pieces that hang on `head`; none holds `verb`, the predicate of the headline."""
    tree, titles = phrases.tree, False
    links = 0
    for k in tree.kids(head):
        if k in phrases.skip or verb in tree.subtree(k):
            continue
        if tree[k].dep in ("prep", "agent") and k > head:
            links += 1
        if tree.is_verb(head):
            offer = _of_verb(phrases, head, k, head == verb, links)
        elif tree[k].dep in ("compound", "nmod") and k < head:
            office = head + 1 == verb and tree[head].dep == "pobj"  # "Chief of Staff Ann Smith said"
            offer = None if titles or office else _title(phrases, head)
            titles = True
        else:
            offer = _of_noun(phrases, head, k)
        if tree.low(k) == "as" and tree.kid(k, "pcomp") is not None:
            continue  # "quoting the agency as saying"
        if offer is not None and offer.piece and not (head < verb and _unnamed(phrases, offer.piece)):
            yield offer


def _unnamed(phrases: Phrases, piece: set[int]) -> bool:
    """Whether a piece has a pronoun that nothing before it explains: "the effort to lower it"."""
    tree = phrases.tree
    return any(tree[i].tag == "PRP" and tree[i].dep in ("dobj", "pobj") for i in piece)


def _of_verb(phrases: Phrases, verb: int, k: int, top: bool, links: int) -> Offer | None:
    tree, dep = phrases.tree, phrases.tree[k].dep
    said = tree.kid(verb, "ccomp") if tree.lemma(verb) in phrases.words.plain_speech else None
    if said is not None and said < verb:
        return None  # what was said stands before, and its words come last
    if dep == "agent":
        return Offer(phrases.prep(k, True), COMPLETES)
    if dep == "prep" and k > verb and phrasal(phrases, verb, k):
        return Offer(phrases.prep(k, True), COMPLETES + PLACES)  # "called on the agency to …"
    if dep == "prep" and k > verb:
        bound = COMPLETES if phrases.words.among(tree.low(k), "headline.binding") else PLACES
        return Offer(phrases.prep(k, True), max(SHADES, bound + _LATER - _LATER * links))
    if dep == "prep":  # "In Perdido Key, officials posted notices"
        place = tree.kid(k, "pobj")
        named = place is not None and tree[place].pos == "PROPN" and tree.low(k) in ("in", "at", "near")
        return Offer(phrases.prep(k, True), COLOURS) if top and named else None
    if dep in ("dobj", "dative") and tree.lemma(verb) == "tell" and tree.content(verb) is not None:
        return Offer(phrases.complement(k, True), COLOURS)
    if dep in ("dative", "iobj") and k > verb:
        return Offer(phrases.complement(k, True), COMPLETES)
    if dep == "advmod" and _manner(phrases, k) and (k > verb or top) and k - 1 not in phrases.skip:
        return Offer({k}, SHADES)
    if dep in ("xcomp", "advcl") and k > verb:
        return _clause(phrases, k)
    return None


def phrasal(phrases: Phrases, verb: int, k: int) -> bool:
    """Whether a verb means what it does only with the preposition: "call on", "lash out at"."""
    low = phrases.tree.low(k)
    known = phrases.words.phrases.get(phrases.tree.lemma(verb), ())
    return low != "to" and any(low in further for further, _ in known)


def _clause(phrases: Phrases, k: int) -> Offer | None:
    """ "to combat the spill", "unless he resigns", ", killing 11 workers"."""
    tree = phrases.tree
    if tree.infinitive(k) or tree[k].dep == "xcomp":
        if tree.kid(k, "nsubj") is not None and tree[k].dep == "advcl":
            return None  # "waited for it to arrive"
        piece = phrases.clause(k, False, True)
        needed = set(tree.kids(k, "dobj", "attr", "acomp", "oprd", "xcomp", "ccomp"))
        return Offer(piece, COLOURS) if needed <= piece else None
    marks = set(tree.kids(k, "mark")) | {a for a in tree.kids(k, "advmod") if tree[a].tag == "WRB"}
    if marks and tree.finite(k):
        if any(tree.low(a) in ("had", "will") for a in tree.kids(k, "aux")):
            return None
        needed = set(tree.kids(k, "dobj", "attr", "acomp", "oprd", "xcomp", "ccomp"))
        conditional = any(phrases.words.among(tree.low(m), "links.unless") for m in marks)
        piece = phrases.clause(k, True, True) | marks
        whole = tree.subject(k) in piece and needed - phrases.skip <= piece
        return Offer(piece, COMPLETES + _LATER if conditional else COLOURS) if whole else None
    before = k - 1
    if tree[k].tag == "VBG" and not marks and min(tree.subtree(k)) == k:
        piece = phrases.clause(k, False, True)
        told = tree.kid(k, "ccomp")
        if told is not None and told in piece and tree.subject(told) not in piece:
            return None  # "saying is making progress"
        comma = {before} if tree[before].text == "," else set()
        return Offer(piece | comma, ASIDES) if len(piece) > 1 else None
    return None


def _manner(phrases: Phrases, k: int) -> bool:
    tree = phrases.tree
    low = tree.low(k)
    set_off = k == 0 or (k + 1 < len(tree) and tree[k + 1].text == ",")  # "Technically, they are at war"
    if low == "early" and phrases.words.among(tree.lemma(tree[k].head), "verbs.closing"):
        return True  # "ended business early"
    if set_off or tree.kids(k) or phrases.words.among(low, "headline.loose"):
        return False
    return low.endswith("ly") or phrases.words.among(low, "headline.manner")


def _title(phrases: Phrases, head: int) -> Offer:
    """The words before a name or noun that its shortest form does without."""
    tree = phrases.tree
    whole = phrases.noun(head)
    before = (k for k in tree.kids(head, "compound", "nmod") if k < head)
    return Offer({i for k in before for i in phrases.noun(k) & whole}, _about(tree, head, COLOURS))


def _about(tree: Tree, noun: int, worth: float) -> float:
    """What is told of a noun: the less where the headline names a person in full."""
    named = tree.person(noun) and any(tree.person(k) for k in tree.kids(noun, "compound"))
    return min(worth, SHADES) if named else worth


def _of_noun(phrases: Phrases, noun: int, k: int) -> Offer | None:
    tree, dep = phrases.tree, phrases.tree[k].dep
    if dep in ("amod", "advmod", "npadvmod", "poss", "det") and k < noun:
        loose = "headline.loose" if dep == "advmod" else "headline.pointing"
        worth = SHAPES if dep == "amod" else COLOURS
        return None if phrases.words.among(tree.low(k), loose) else Offer(phrases.noun(k), worth)
    if dep == "amod" and k > noun and tree.kid(k, "prep") is not None:  # "forces loyal to Gaddafi"
        return Offer({k}.union(*(phrases.prep(p, True) for p in tree.kids(k, "prep"))), COMPLETES)
    if dep == "prep" and k > noun:
        bound = tree.low(k) == "of" or tree[noun].pos in ("ADV", "ADP")  # "sent a team out to Haiti"
        return Offer(phrases.prep(k, True), COMPLETES if bound else _about(tree, noun, PLACES))
    if dep == "conj" and (tree.is_noun(noun) or tree[noun].pos == "NUM"):
        return Offer(phrases.company(noun), COMPLETES)
    set_off = any(
        tree[i].text in (",", "--", "—", "–", "(") for i in range(noun + 1, min(tree.subtree(k)) + 1)
    )
    if dep == "xcomp" and k > noun:
        return Offer(phrases.clause(k, False, True), COMPLETES)
    if dep not in ("acl", "relcl") or set_off or k < noun:
        return None
    if dep == "relcl":
        asks = {i for i in tree.subtree(k) if tree[i].tag in ("WDT", "WP", "WP$", "WRB") and i < k}
        if any(tree[i].dep == "pobj" for i in asks):
            return None  # "the tools with which he worked"
        piece = phrases.clause(k, True, True) | asks
        tells = piece - asks - {k, *tree.kids(k, "aux", "auxpass")}
        if not tells and any(i in phrases.skip for i in tree.subtree(k)):
            return None  # "that began" without its day
        if tree.kid(k, "mark") is not None:  # "a mistake for Egypt to shut it down"
            return Offer(piece | set(tree.kids(k, "mark")), COMPLETES)
        return Offer(piece, COLOURS)
    marks = set(tree.kids(k, "mark"))
    if marks:
        return Offer(phrases.clause(k, True, True) | marks, COMPLETES)
    if tree.infinitive(k):
        return Offer(phrases.clause(k, False, True), COMPLETES)
    by = [i for a in tree.kids(k, "agent") for i in phrases.prep(a, True)]
    piece = phrases.clause(k, False, True).union(by)
    dated = any(i in phrases.skip for i in tree.subtree(k))
    bare = (
        k == noun + 1 and not dated and tree.kid(k, "agent", "prep", "xcomp", "dobj", "advcl") is None
    )  # "homes repossessed"
    return Offer(piece, PLACES) if len(piece) > 1 or bare else None
