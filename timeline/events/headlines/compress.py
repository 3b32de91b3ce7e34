"""Which words of a clause a headline keeps: a knapsack of whole pieces over the parse.

What grammar asks for comes first, cut tighter until it fits. The room that is left goes to the pieces
that tell most, each with the words that it hangs on (after Filippova and Strube, Dependency Tree Based
Sentence Compression, INLG 2008).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from timeline.events.headlines.offers import offers, phrasal
from timeline.events.headlines.phrases import Phrases
from timeline.events.headlines.waiting import lacking, last_word, waits
from timeline.events.headlines.writing import LONGEST
from timeline.events.sentence.leadin import DASHES
from timeline.events.sentence.tree import SUBJECTS

_COMPLEMENTS = ("dobj", "attr", "acomp", "oprd", "xcomp", "ccomp", "prep", "agent", "dative", "iobj")
_DEEPER = 0.8
"""The worth of a piece for each step away from the clause's own words."""
_LEAST = 0.4
"""The share below which nothing is looked for."""
_SUBJECT = 0.9
"""What the subject's pieces count for beside those of the predicate."""
_ENOUGH = 2
"""Words of a predicate that is as bare as it can be."""
_SLACK = 2
"""Words by which a core may be longer than it will be with its pieces: "and others"."""
_BRIEF = 0.02
"""What a word more tells less, so that of equals the shorter is taken."""

Pieces = tuple[set[int], set[int]]
"""The words of the subject, and those of the predicate."""


@dataclass(slots=True)
class _Part:
    """A piece that may be taken, what it costs in words, and what may be taken with it."""

    piece: frozenset[int]
    front: bool
    loose: bool
    """Whether readers tie it to the noun before it."""
    cost: int
    worth: float
    parts: list[_Part]
    taken: dict[int, tuple[float, tuple[_Part, ...]]] = field(default_factory=dict)

    def best(self, room: int) -> tuple[float, tuple[_Part, ...]]:
        """The most that this part and those on it are worth in so many words."""
        if room not in self.taken:
            worth, more = _pack(self.parts, room - self.cost)
            self.taken[room] = (self.worth + worth, (self, *more))
        return self.taken[room]


def compressed(
    phrases: Phrases,
    verb: int,
    subject: int,
    called: Mapping[int, str],
    text: Callable[[set[int], set[int]], str],
) -> Pieces | None:
    """The words of the subject and of the predicate; None where not even the barest clause fits.

    `text` writes the headline of such pieces.
    """
    waiting: Pieces | None = None
    for core in _cores(phrases, verb, subject):
        room = LONGEST - len(text(*core).split())
        if room < 0:
            continue
        barred: set[frozenset[int]] = set()
        while True:
            front, back, chosen = _filled(phrases, verb, core, called, text, room, barred)
            held = front | back | {verb}
            jumping = {p.piece for p in chosen if p.loose and not _reaches(phrases, held, min(p.piece))}
            lost = lacking(phrases, verb, held)
            jumping |= {p.piece for p in chosen if not lost.isdisjoint(p.piece)}
            last = last_word(phrases, verb, back)
            if waits(phrases, verb, last):
                jumping |= {p.piece for p in chosen if last in p.piece}
            if not jumping:
                break
            barred |= jumping
        if lost and len(back) >= _ENOUGH:
            continue
        if not waits(phrases, verb, last) or len(back) < _ENOUGH:
            return waiting if waiting is not None and len(back) < _ENOUGH else (front, back)
        if not waits(phrases, verb, last, True):
            waiting = waiting or (front, back)
    return waiting


def _filled(
    phrases: Phrases,
    verb: int,
    core: Pieces,
    called: Mapping[int, str],
    text: Callable[[set[int], set[int]], str],
    room: int,
    barred: Collection[frozenset[int]],
) -> tuple[set[int], set[int], tuple[_Part, ...]]:
    """The core with the pieces that tell most in the room, and these pieces."""
    parts = _parts(phrases, verb, core, called, barred)
    for room_ in range(room + _SLACK, 0, -1):
        _, chosen = _pack(parts, room_)
        front = core[0].union(*(p.piece for p in chosen if p.front))
        back = core[1].union(*(p.piece for p in chosen if not p.front)) - front
        if len(text(front, back).split()) <= LONGEST:
            return front, back, chosen
    return *core, ()


def _reaches(phrases: Phrases, held: Collection[int], start: int) -> bool:
    """Whether nothing that matters lies between the chosen words and the place: what is jumped over
    would change what the words after it belong to."""
    tree = phrases.tree
    before = max((i for i in held if i < start), default=start - 1)
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
                empty = tree[at].dep in ("prep", "agent") and not phrases.prep(at)
                if empty or tree[at].dep in ("mark", "cc"):
                    break
                return False
            at = head
    return True


def _cores(phrases: Phrases, verb: int, subject: int) -> Iterator[Pieces]:
    """Subject and predicate without anything that could go, then with fewer and barer complements."""
    tree = phrases.tree
    front = phrases.subject(verb, subject, True)
    whole = phrases.clause(verb, False, True) - front
    heard = _hearers(phrases, verb)
    phrasals = (
        phrases.prep(k, True) for k in tree.kids(verb, "prep") if k > verb and phrasal(phrases, verb, k)
    )
    needed = whole.union(*phrasals) - front
    if needed != whole:
        yield front, needed - heard
    if heard & whole:
        yield front, whole - heard
    yield front, whole
    kids = [k for k in tree.kids(verb, *_COMPLEMENTS) if k not in phrases.skip]
    says = tree.lemma(verb) in phrases.words.speech
    kids = [k for k in kids if k > verb or (says and tree[k].dep == "ccomp")]
    particles = {verb, *tree.kids(verb, "prt")}
    for count in range(len(kids), 0, -1):
        back = set(particles)
        for k in kids[:count]:
            back |= _bare(phrases, k)
        yield front, back - front
    yield front, particles


def _hearers(phrases: Phrases, verb: int) -> set[int]:
    """Whom a saying tells its content, and who may go: "says" for "tells reporters"."""
    tree = phrases.tree
    if tree.lemma(verb) != "tell" or tree.content(verb) is None:
        return set()
    return {i for k in tree.kids(verb, "dobj", "dative") for i in phrases.complement(k, True)}


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
    for k in tree.kids(index, "xcomp"):  # "asked his government to resign"
        if tree.infinitive(k) and k > index and tree.kid(index, "dobj") in found:
            found |= {k, *tree.kids(k, "aux", "neg")}
            found = found.union(*(phrases.noun(o, True) for o in tree.kids(k, "dobj")))
    if tree.kid(index, "dobj", "attr", "acomp") is None:
        for k in tree.kids(index, "xcomp", "prep"):
            piece = phrases.prep(k, True) if tree[k].dep == "prep" else phrases.clause(k, False, True)
            if piece and k > index:
                return found | piece
    return found


def _parts(
    phrases: Phrases,
    verb: int,
    core: Pieces,
    called: Mapping[int, str],
    barred: Collection[frozenset[int]],
) -> list[_Part]:
    """What may be added to the clause's own words."""
    held = frozenset(core[0] | core[1] | {verb})
    grow = _Growth(phrases, verb, called, barred)
    front = grow.on(core[0], held, True, _DEEPER * _SUBJECT)
    return [*front, *grow.on((core[1] | {verb}) - core[0], held, False, _DEEPER)]


@dataclass(frozen=True, slots=True)
class _Growth:
    """The parts of one clause, each with those that hang on it."""

    phrases: Phrases
    verb: int
    called: Mapping[int, str]
    barred: Collection[frozenset[int]]

    def on(self, own: Collection[int], held: frozenset[int], front: bool, share: float) -> list[_Part]:
        """What hangs on the words `own`; `held` are there already, `share` is what its worth counts for."""
        found = []
        for head in sorted(i for i in own if i not in self.called):
            for piece, worth in offers(self.phrases, head, self.verb):
                new = frozenset(piece) - held
                if not new or new in self.barred:
                    continue
                deeper = share * _DEEPER
                parts = self.on(new, held | new, front, deeper) if deeper > _LEAST else []
                cost = _cost(self.phrases, new, self.called)
                loose = min(new) > head and _tied(self.phrases, new, head)
                found.append(_Part(new, front, loose, cost, worth * share - _BRIEF * cost, parts))
        return found


def _tied(phrases: Phrases, piece: frozenset[int], head: int) -> bool:
    """Whether a piece is a preposition or a clause of a noun."""
    return any(
        phrases.tree[i].dep in ("prep", "relcl", "acl") and phrases.tree[i].head == head for i in piece
    )


def _cost(phrases: Phrases, piece: frozenset[int], called: Mapping[int, str]) -> int:
    """Words that a piece adds, about: glued parts and marks are none of their own."""
    tree, count = phrases.tree, 0
    for index in sorted(piece):
        token = tree[index]
        glued = not token.space_before and index > 0
        if token.pos != "PUNCT" and not glued:
            count += len(called.get(index, token.text).split())
    return max(count, 1)


def _pack(parts: Sequence[_Part], room: int) -> tuple[float, tuple[_Part, ...]]:
    """The parts worth most together in so many words (a knapsack, exact where no two share a word)."""
    best: list[tuple[float, tuple[_Part, ...]]] = [(0.0, ())] * (max(room, 0) + 1)
    for part in parts:
        if part.cost > room:
            continue
        for total in range(room, part.cost - 1, -1):
            for spent in range(part.cost, total + 1):
                worth, chosen = part.best(spent)
                rest, others = best[total - spent]
                if worth + rest > best[total][0]:
                    best[total] = (worth + rest, (*others, *chosen))
    return best[-1]
