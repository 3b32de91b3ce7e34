"""A row's headline: at most twelve words, the subject, its verb in the present tense, the object.

What grammar asks for comes first, cut tighter until it fits; then what follows in the text while there
is room and no word is jumped over, so that nothing changes what it belongs to.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from timeline.events.nominal import noun_headline
from timeline.events.phrases import Phrases
from timeline.events.tree import SUBJECTS, Tree
from timeline.events.verbs import verb_group
from timeline.events.words import Words
from timeline.events.writing import CLOSING, LONGEST, OPENING, capital, opening, write

_WORTH = 3
"""How many more words of the predicate make up for a subject without its title."""
_COMPLEMENTS = ("dobj", "attr", "acomp", "oprd", "xcomp", "ccomp", "prep", "agent", "dative", "iobj")


def headline(
    tree: Tree, trigger: int, words: Words, dated: Collection[int], called: Mapping[int, str]
) -> str:
    """The headline of the event at `trigger`. `dated`: tokens of time expressions, which the row's date
    already says. `called`: pronouns and what they stand for."""
    phrases = Phrases(tree, dated, words)
    if tree.is_verb(trigger):
        text = _of_verb(phrases, _meant(tree, trigger), words, called)
    else:
        text = noun_headline(phrases, trigger, words, called)
    if len(text.split()) < 2 or len(text.split()) > LONGEST:
        text = opening(tree.sentence.text)
    return capital(text)


def _meant(tree: Tree, verb: int) -> int:
    """ "won it in 2008, doing so again in 2013": the verb that "do so" stands for."""
    token = tree[verb]
    if tree.lemma(verb) == "do" and token.dep in ("advcl", "conj", "xcomp") and tree.is_verb(token.head):
        if tree.kid(verb, "dobj") is None and any(
            t.text.lower() == "so" for t in tree.tokens[verb : verb + 3]
        ):
            return token.head
    return verb


def _of_verb(phrases: Phrases, verb: int, words: Words, called: Mapping[int, str]) -> str:
    tree = phrases.tree
    if tree.kid(verb, "expl") is not None and tree.lemma(verb) == "be":
        noun = tree.kid(verb, "attr", "nsubj", "dobj")
        if noun is not None and tree.is_noun(noun):
            return noun_headline(phrases, noun, words, called)
    subject = tree.subject(verb)
    group = verb_group(tree, verb, subject, words)
    if tree.lemma(verb) in words.plain_speech and (quote := quotation(phrases, verb)) is not None:
        return _quoted(phrases, verb, subject, group, quote, called)
    own = {verb, *tree.kids(verb, "aux", "auxpass", "neg")}
    taken = tree.relative_object(verb)
    moved = phrases.noun(taken) if taken is not None else set()

    def text(front: set[int], back: set[int]) -> str:
        order = sorted(back - own - front, key=lambda i: (i < verb and i not in moved, i))
        lead = write(tree, sorted(front - own), called)
        return " ".join(p for p in (lead, group, write(tree, order, called)) if p)

    if subject is None or any(
        tree[i].tag in ("WDT", "WP", "WP$") for i in phrases.subject(verb, subject, True)
    ):
        return ""
    content = tree.kid(verb, "ccomp") if tree.lemma(verb) in words.plain_speech else None
    best: tuple[set[int], set[int]] | None = None
    for front, back in _variants(phrases, verb, subject):
        front -= own
        if len(text(front, back).split()) > LONGEST or (content is not None and content not in back):
            continue
        for grown in _growing(phrases, verb, back | own):
            if len(text(front, back | grown).split()) > LONGEST:
                break
            back = back | grown
        if best is None or len(back - own) >= len(best[1] - own) + _WORTH:
            best = front, back
    if best is None and content is not None:
        inside = tree.subtree(content)
        start = next((i for i in inside if tree[i].dep != "mark" and tree[i].pos != "PUNCT"), inside[0])
        return _clipped(phrases, verb, subject, group, list(range(start, inside[-1] + 1)), called)
    if best is None:
        return ""
    front, back = best
    if subject is not None and subject in front:
        for k in tree.kids(subject, "prep"):
            piece = phrases.prep(k, True) - back - own
            if k > subject and k not in front and piece and len(text(front | piece, back).split()) <= LONGEST:
                front = front | piece
                break
    return text(front, back)


def _variants(phrases: Phrases, verb: int, subject: int | None) -> Iterator[tuple[set[int], set[int]]]:
    """Subject and predicate, from roomy to tight."""
    tree = phrases.tree

    def front(tight: bool) -> set[int]:
        return set() if subject is None else phrases.subject(verb, subject, tight)

    for tight_front, tight_back in ((False, False), (True, False), (True, True)):
        head = front(tight_front)
        yield head, phrases.clause(verb, False, tight_back) - head
    head = front(True)
    kids = [k for k in tree.kids(verb, *_COMPLEMENTS) if k not in phrases.skip]
    kids = [k for k in kids if k > verb or tree[k].dep == "ccomp"]
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
    if len(found) == 1 + len(tree.kids(index, "aux")):
        for k in tree.kids(index, "prep"):
            found |= phrases.prep(k, True)
            break
    return found


def _growing(phrases: Phrases, verb: int, chosen: set[int]) -> Iterator[set[int]]:
    """Further pieces in text order, as long as only asides and dates lie between them and what is there."""
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
        grown: set[int] = set()
        for k in offers:
            piece = phrases.following(k) - chosen
            if piece and k in piece and _reaches(phrases, chosen, min(piece)):
                grown = piece
                break
        if not grown:
            return
        chosen |= grown
        yield grown


def _reaches(phrases: Phrases, chosen: set[int], start: int) -> bool:
    """Whether nothing that matters lies between the chosen words and the place."""
    tree = phrases.tree
    before = max((i for i in chosen if i < start), default=start - 1)
    between = set(range(before + 1, start)) - phrases.skip
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


def _quoted(
    phrases: Phrases, verb: int, subject: int | None, group: str, quote: list[int], called: Mapping[int, str]
) -> str:
    """ "Toqaev says: “We …”", whole if there is room, else its first words."""
    lead = _speaker(phrases, verb, subject, group, called)
    parts = phrases.tree.text(quote).strip(" ,;").split()
    room = LONGEST - len(lead.split())
    if len(parts) <= room:
        return f"{lead}: “{' '.join(parts)}”"
    return f"{lead}: “{' '.join(parts[:room]).rstrip(' ,;')}…”"


def _clipped(
    phrases: Phrases,
    verb: int,
    subject: int | None,
    group: str,
    content: list[int],
    called: Mapping[int, str],
) -> str:
    """Who says it and the first words of what is said, no name cut."""
    lead = _speaker(phrases, verb, subject, group, called)
    room = LONGEST - len(lead.split())
    kept: list[int] = []
    for index in content:
        if len(write(phrases.tree, [*kept, index], called).split()) > room:
            break
        kept.append(index)
    while kept and any(kept[-1] in name and max(name) > kept[-1] for name in phrases.names):
        kept.pop()
    return f"{lead} {write(phrases.tree, kept, called)}…"


def _speaker(phrases: Phrases, verb: int, subject: int | None, group: str, called: Mapping[int, str]) -> str:
    tree = phrases.tree
    front = set[int]() if subject is None else phrases.subject(verb, subject)
    if len(front) > 7 and subject is not None:
        front = phrases.subject(verb, subject, True)
    hearer = [k for k in tree.kids(verb, "dobj", "dative") if k not in phrases.skip and k > verb]
    told = phrases.complement(hearer[0], True) if hearer and len(front) < 5 else set()
    parts = write(tree, sorted(front - {verb}), called), group, write(tree, sorted(told - front), called)
    return " ".join(part for part in parts if part)


def quotation(phrases: Phrases, verb: int) -> list[int] | None:
    """The words of a direct quotation that is what the verb says: it opens with its mark, no "that" before."""
    tree = phrases.tree
    content = tree.kid(verb, "ccomp", "parataxis")
    if content is None:
        return None
    inside = tree.subtree(content)
    start = inside[0]
    if tree[start].text in OPENING:
        start += 1
    elif start == 0 or tree[start - 1].text not in OPENING:
        return None
    before = tree[start - 2] if start >= 2 else None
    if before is not None and before.text.lower() == "that":
        return None
    end = next((i for i in range(start, len(tree)) if tree[i].text in CLOSING), None)
    if end is None or end - start < 3 or (start < verb < end):
        return None
    return list(range(start, end))
