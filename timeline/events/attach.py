"""Which word of its sentence a time expression dates: the verb or event noun that governs it in the parse."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.dates import Span
from timeline.events.second import second_events
from timeline.events.tree import Tree
from timeline.events.veto import no_date, no_event
from timeline.events.words import Words
from timeline.model import LeftOut, Timex

ATTRIBUTIVE = ("compound", "nummod", "amod", "poss", "nmod")


@dataclass(frozen=True, slots=True)
class Attachment:
    """A date laid on a predicate. `path` says how: verb, noun, attribute, caption, root, as, and."""

    trigger: int
    span: Span
    path: str
    timex: Timex
    beside: int | None = None
    """The other predicate whose date this one shares ("as", "and")."""


@dataclass(frozen=True, slots=True)
class _Found:
    trigger: int
    path: str
    preposition: str


def attach(
    tree: Tree, timexes: Sequence[Timex], words: Words, published_known: bool
) -> tuple[list[Attachment], list[LeftOut]]:
    """The predicates that the sentence's time expressions date, and the expressions that date none, with why."""
    left: list[LeftOut] = []
    primary: list[Attachment] = []
    placed = {i for timex in timexes for i in tree.cover(timex.start, timex.end)}
    for timex in timexes:
        why = no_date(timex, published_known)
        indices = tree.cover(timex.start, timex.end) if why is None else []
        if why is None and not indices:
            why = "it stands outside the sentence's words"
        if why is not None:
            left.append(LeftOut(timex, why))
            continue
        found = _governor(tree, indices, placed, words)
        if isinstance(found, str):
            left.append(LeftOut(timex, found))
            continue
        why = no_event(tree, found.trigger, found.path, found.preposition, words)
        if why is not None:
            left.append(LeftOut(timex, why))
            continue
        assert timex.span is not None
        span = timex.span
        if words.among(found.preposition, "links.since"):
            span = span.open_ended()
        primary.append(Attachment(found.trigger, span, found.path, timex))
    rows = _one_date_each(primary)
    taken = {row.trigger for row in rows}
    for row in tuple(rows):
        if row.path in ("attribute", "noun") and not tree.is_verb(row.trigger):
            continue
        for trigger, path in second_events(
            tree, row.trigger, tree.cover(row.timex.start, row.timex.end), words
        ):
            if trigger not in taken:
                taken.add(trigger)
                rows.append(Attachment(trigger, row.span, path, row.timex, row.trigger))
    return sorted(rows, key=lambda row: row.trigger), left


def _one_date_each(rows: Iterable[Attachment]) -> list[Attachment]:
    """Of two dates on one predicate the finer, when one holds the other; from … to … as one stretch."""
    kept: list[Attachment] = []
    for row in rows:
        rival = next((k for k in kept if k.trigger == row.trigger), None)
        if rival is None or not (rival.span.contains(row.span) or row.span.contains(rival.span)):
            kept.append(row)
        elif rival.span.contains(row.span) and rival.span != row.span:
            kept[kept.index(rival)] = row
    return kept


def _governor(tree: Tree, indices: list[int], placed: set[int], words: Words) -> _Found | str:
    """From the expression up the parse to the word it dates; a sentence why not, where there is none."""
    top, preposition = tree.top(indices), ""
    if tree.sentence.zone == "caption":
        return _Found(_main(tree, words), "caption", "")
    clause = tree.kid(top, "relcl")
    if clause is not None and tree.finite(clause) and clause not in placed:  # "the day he was arrested"
        return _Found(clause, "verb", "")
    at, noun = top, None
    for _ in range(len(tree)):
        token = tree[at]
        if token.head == at:
            break
        head, dep = token.head, token.dep
        if head in placed and head not in indices:
            at = head
            continue
        if tree.is_verb(head) and tree[head].dep not in ("amod", "aux", "auxpass"):
            speech = _said_just_before(tree, indices, head, words)
            if speech is not None:
                return _Found(speech, "verb", preposition)
            head = _left_of_comma(tree, indices, head)
            return _settle(tree, head, noun, preposition, indices, words)
        if tree[head].pos in ("ADP", "SCONJ") and not preposition:
            preposition = tree.lemma(head)
        if tree.is_noun(head) and noun is None:
            speech = _said_just_before(tree, indices, head, words) if dep not in ATTRIBUTIVE else None
            if speech is not None:
                return _Found(speech, "verb", preposition)
            head_noun = _outer(tree, head)
            attributive = dep in ATTRIBUTIVE
            if words.event_noun(_singular(tree, head_noun)):
                verb = _told_by_verb(tree, head_noun, words)
                if verb is not None:
                    return _Found(verb, "attribute" if attributive else "noun", preposition)
                if attributive or not _verb_takes_it(tree, head_noun, indices, words):
                    return _Found(head_noun, "attribute" if attributive else "noun", preposition)
                noun = head_noun
            elif attributive and head_noun not in placed and not _edition(tree, top, head):
                thing = tree[head_noun].text
                return f"it is part of the name of “{thing}”, which is a thing and no event"
            head = head_noun
        at = head
    root = tree.root()
    if tree.is_verb(root):
        return _settle(tree, root, None, preposition, indices, words)
    if at not in placed and (words.event_noun(tree.lemma(root)) or tree.sentence.zone == "title"):
        return _Found(root, "root", preposition)
    verbs = [t.index for t in tree.tokens if tree.is_verb(t.index) and t.index not in placed]
    if verbs and root in placed:
        nearest = min(verbs, key=lambda v: abs(v - top))
        return _Found(nearest, "near", preposition)
    nouns = [t.index for t in tree.tokens if words.event_noun(t.lemma.lower()) and t.index not in placed]
    if nouns:
        return _Found(nouns[0], "near", preposition)
    return "the sentence has no verb or event noun that it could date"


def _outer(tree: Tree, noun: int) -> int:
    """ "Republican primary" from "Republican": the noun that a compound belongs to."""
    while (
        tree[noun].dep in ("compound", "nmod") and tree[noun].head != noun and tree.is_noun(tree[noun].head)
    ):
        noun = tree[noun].head
    return noun


def _singular(tree: Tree, noun: int) -> str:
    """The lemma; of a proper noun, which keeps its plural, without "s"."""
    lemma = tree.lemma(noun)
    return lemma[:-1] if tree[noun].tag == "NNPS" and lemma.endswith("s") else lemma


def _edition(tree: Tree, date: int, noun: int) -> bool:
    """ "Euro 2016": a name that its year closes is an event of that year."""
    return tree[noun].pos == "PROPN" and date == noun + 1 and tree[date].pos == "NUM"


def _told_by_verb(tree: Tree, noun: int, words: Words) -> int | None:
    """The verb that tells the same event as the noun: "the quake killed", "killed in the quake"."""
    token = tree[noun]
    if token.dep in ("nsubj", "nsubjpass") and tree.is_verb(token.head) and tree.finite(token.head):
        verb = token.head
        if words.among(tree.lemma(verb), "verbs.result") or words.among(tree.lemma(verb), "verbs.phase"):
            return verb
    if token.dep == "pobj" and tree.low(token.head) in ("in", "during", "by"):
        verb = tree[token.head].head
        if tree.is_verb(verb) and words.among(tree.lemma(verb), "verbs.outcome"):
            return verb
    return None


def _said_just_before(tree: Tree, indices: list[int], head: int, words: Words) -> int | None:
    """The verb of saying that the expression directly follows: "said on Monday he was …"."""
    at = indices[0] - 1
    while at >= 0 and tree[at].pos in ("ADP", "ADV") and tree[at].dep in ("prep", "advmod", "mark"):
        at -= 1
    if at < 0 or at == head or not tree.is_verb(at) or tree.lemma(at) not in words.plain_speech:
        return None
    return at


def _left_of_comma(tree: Tree, indices: list[int], head: int) -> int:
    """ "were at the scene Thursday, set up …": a date before a comma belongs to the left."""
    first, after = indices[0], indices[-1] + 1
    if head < after or after >= len(tree) or tree[after].text != "," or first == 0:
        return head
    before = first - 1
    if tree[before].pos == "ADP":
        before -= 1
    if before < 0 or tree[before].pos in ("PUNCT", "CCONJ"):
        return head
    if tree.is_verb(before):
        return before
    subject = tree.subject(head)
    if subject is not None and before in tree.subtree(subject):
        return head
    return next((v for v in tree.up(before) if tree.is_verb(v) and v < first), head)


def _verb_takes_it(tree: Tree, noun: int, indices: list[int], words: Words) -> bool:
    """Whether a date after an event noun rather dates the verb: "chaired a summit on Monday"."""
    verb = next((v for v in tree.up(noun) if tree.is_verb(v)), None)
    if verb is None:
        return False
    if verb > indices[0]:  # "In an interview on Sunday, he denounced …"
        return tree[noun].dep == "pobj" and tree[tree[noun].head].head == verb
    if tree[noun].dep in ("nsubj", "nsubjpass"):
        return False
    if words.among(tree.lemma(verb), "verbs.light"):
        return True
    near = tree[indices[0]].lemma[:1].isupper() and len(indices) == 1
    return near and tree[verb].tag == "VBD"


def _settle(
    tree: Tree, verb: int, noun: int | None, preposition: str, indices: list[int], words: Words
) -> _Found:
    """From the governing verb to the one that carries the event."""
    token = tree[verb]
    while token.dep in ("aux", "auxpass") and token.head != verb:
        verb = token.head
        token = tree[verb]
    if token.dep == "xcomp" and words.among(tree.lemma(token.head), "verbs.phase"):
        verb = token.head
        token = tree[verb]
    if token.dep in ("xcomp", "ccomp") and token.tag == "VB" and not tree.finite(verb):
        above = tree.lemma(token.head)
        asks = above in words.speech and not words.among(above, "verbs.planned")
        if asks and tree.is_verb(token.head):  # "warned people to stay indoors overnight"
            return _Found(token.head, "verb", preposition)
    if token.dep in ("acl", "relcl") and tree.is_noun(token.head):
        if words.among(tree.lemma(verb), "verbs.planned") and words.event_noun(tree.lemma(token.head)):
            return _Found(token.head, "noun", preposition)
    return _Found(verb, "verb", preposition)


def _main(tree: Tree, words: Words) -> int:
    """A caption's own event: its first clause's verb, or its first noun."""
    root = tree.root()
    told = (t.index for t in tree.tokens if t.pos in ("VERB", "AUX") and t.dep in ("ROOT", "ccomp", "conj"))
    first = next((v for v in told if tree.finite(v)), None)
    if first is not None:
        return first
    if tree.is_verb(root):
        return root
    verbs = [t.index for t in tree.tokens if t.pos == "VERB"]
    nouns = [t.index for t in tree.tokens if words.event_noun(t.lemma.lower())]
    return (verbs or nouns or [root])[0]
