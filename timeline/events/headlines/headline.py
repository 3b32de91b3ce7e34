"""A row's headline: at most twelve words, the subject, its verb in the present tense, the object."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import pairwise

from timeline.events.headlines.nominal import noun_headline
from timeline.events.headlines.phrases import Phrases
from timeline.events.headlines.sound import sound, whole
from timeline.events.headlines.verbal import meant, verb_headline
from timeline.events.headlines.waiting import conditions
from timeline.events.headlines.writing import LONGEST, capital, closed, opening, write
from timeline.events.sentence.leadin import DASHES, lead_in
from timeline.events.sentence.tree import Tree
from timeline.events.sentence.words import Words


def headline(
    tree: Tree, trigger: int, words: Words, dated: Collection[int], called: Mapping[int, str]
) -> tuple[str, bool]:
    """The headline of the event at `trigger`, and whether it is only the text's opening words.

    `dated`: tokens of time expressions, which the row's date already says. `called`: what pronouns mean.
    """
    piece = tree.piece(trigger)
    elsewhere = (i for i in range(len(tree)) if i not in piece)
    aside = {*_sources(tree, trigger), *_brackets(tree, trigger)}
    phrases = Phrases(tree, {*dated, *elsewhere, *aside}, words)
    if tree.is_verb(trigger):
        text = verb_headline(phrases, meant(tree, trigger, words), words, called)
    else:
        text = noun_headline(phrases, trigger, words, called)
    text = closed(text, words)
    if tree.is_verb(trigger) and tree.lemma(trigger) == "tell":
        text = _to_nobody(tree, trigger, text)
    verb = meant(tree, trigger, words) if tree.is_verb(trigger) else None
    if sound(text, words) and (verb is None or whole(tree, verb, text, words, called)):
        return capital(text), False
    clause = _clause_text(tree, trigger).strip(" ,;.:")
    if tree.is_verb(trigger) and tree.finite(trigger) and any(i in dated for i in tree.subtree(trigger)):
        clause = _undated(phrases, trigger, called)
    verbatim = sound(clause, words) and clause[:1] not in _MARKS and len(clause.split()) > 2
    if verbatim and tree.is_verb(trigger) and tree.finite(trigger) and tree.subject(trigger) is not None:
        return capital(clause), not whole(tree, trigger, clause, words, called)
    if 2 <= len(text.split()) <= LONGEST:
        return capital(text), True
    return capital(opening(_clause_text(tree, trigger))), True


def _undated(phrases: Phrases, verb: int, called: Mapping[int, str]) -> str:
    """The clause in its own words and tense, without its date."""
    tree = phrases.tree
    hinges = conditions(tree, tree.content(verb) or verb, phrases.words)
    marks = {m for k in hinges for m in tree.kids(k, "mark")}
    apart = ("mark", "advcl", "relcl")
    kept = tree.subtree(
        verb, lambda k: k in phrases.skip or (tree[k].dep in apart and k not in hinges and k not in marks)
    )
    kept = [k for k in kept if tree[k].dep != "prep" or phrases.prep(k)]
    start = next((k for k in kept if tree[k].pos not in ("PUNCT", "SCONJ", "CCONJ")), verb)
    return write(tree, [k for k in kept if k >= start], called)


def _to_nobody(tree: Tree, verb: int, text: str) -> str:
    """ "tells" without the hearer, for whom there was no room, is "says"."""
    hearers = {tree.low(k) for k in tree.kids(verb, "dobj", "dative")}
    if not hearers or any(hearer in text.lower() for hearer in hearers):
        return text
    return text.replace(" tells ", " says ").replace(" tell ", " say ")


def _sources(tree: Tree, trigger: int) -> set[int]:
    """ "according to police": who tells it is no part of what happens."""
    spans = (set(tree.subtree(t.index)) for t in tree.tokens if t.text.lower() == "according")
    return {i for span in spans if trigger not in span for i in span}


def _brackets(tree: Tree, trigger: int) -> set[int]:
    """What stands in brackets or between spaced dashes, where the event does not."""
    found: set[int] = set()
    opened: int | None = None
    dashes = [t.index for t in tree.tokens if t.text in DASHES and t.space_before and t.index]
    subject = tree.subject(trigger) if tree.is_verb(trigger) else trigger
    for first, last in pairwise(dashes):
        inside = range(first, last + 1)
        if (
            trigger not in inside
            and subject not in inside
            and tree.is_noun(first - 1)
            and not found.intersection(inside)
        ):
            found.update(inside)
    for token in tree.tokens:
        if token.text == "(":
            opened = token.index
        elif token.text == ")" and opened is not None:
            inside = range(opened, token.index + 1)
            found.update(inside if trigger not in inside else ())
            opened = None
    return found


def _clause_text(tree: Tree, trigger: int) -> str:
    """The sentence after its heading; of a clause within it the clause's own words."""
    piece = tree.piece(trigger)
    if len(piece) < len(tree):
        base = tree.sentence.start
        return tree.sentence.text[tree[piece[0]].start - base : tree[piece[-1]].end - base]
    if trigger == tree.root():
        return tree.sentence.text[_start(tree) :]
    if tree.finite(trigger) and tree.subject(trigger) is None:
        return tree.sentence.text[_start(tree) :]
    inside = [i for i in tree.subtree(trigger) if tree[i].dep not in ("mark", "cc") or i >= trigger]
    start = next((i for i in inside if tree[i].pos not in ("PUNCT", "SCONJ", "CCONJ")), trigger)
    return tree.sentence.text[
        tree[start].start - tree.sentence.start : tree[inside[-1]].end - tree.sentence.start
    ]


def _start(tree: Tree) -> int:
    """Where the sentence begins after its heading, place or time stamp."""
    lead = lead_in(tree)
    first = max(lead) + 1 if lead and max(lead) + 1 < len(tree) else 0
    return tree[first].start - tree.sentence.start


_MARKS = ("“", "„", '"', "`", "'", "-", "(")
