"""Faults that the small parser makes again and again, mended one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from timeline.language.repairs import clauses, nouns, relatives, subjects, verbs
from timeline.language.repairs import names as given
from timeline.model import Name, Token


def repaired(tokens: Sequence[Token], names: Sequence[Name]) -> tuple[Token, ...]:
    """The tokens of one sentence, with the parser's usual faults mended by the names it found itself."""
    mended = list(tokens)
    inside = _inside(mended, names)
    for name in (given.given_name, given.split_name):
        for at in range(len(mended)):
            name(mended, at, inside)
    faults = (
        partial(given.torn_name, inside=inside),
        partial(given.listed, inside=inside),
        verbs.lemma,
        verbs.particle,
        verbs.stricken,
        verbs.past,
        verbs.told_short,
        nouns.of_crash,
        verbs.failed,
        verbs.has,
        subjects.main_verb,
        clauses.buried,
        verbs.passive,
        verbs.by_whom,
        verbs.what_shown,
        verbs.spent,
        verbs.given_time,
        verbs.shared_agent,
        verbs.no_passive,
        relatives.relative,
        relatives.said_of,
        relatives.unmarked,
        partial(relatives.antecedent, inside=inside),
        clauses.controlled,
        subjects.after_noun,
        subjects.second_subject,
        relatives.done_to,
        subjects.begins_anew,
        subjects.garden_path,
        subjects.issued,
        clauses.told_after,
        clauses.believed,
        clauses.meanwhile,
        clauses.since_begun,
        clauses.and_after,
        clauses.of_aim,
        clauses.made_public,
        relatives.of_noun,
        relatives.published,
        relatives.starting,
        relatives.held,
        clauses.promised,
        nouns.well,
        nouns.both,
        nouns.verdict,
        nouns.verdict_before_date,
        nouns.day_off,
        nouns.amount,
        nouns.in_brackets,
        nouns.day,
        nouns.pair,
        nouns.day_before,
        nouns.day_after,
        nouns.demonym,
        nouns.dated,
    )
    for at in range(len(mended)):
        for fault in faults:
            fault(mended, at)
    return tuple(mended) if _is_tree(mended) else tuple(tokens)


def _is_tree(tokens: Sequence[Token]) -> bool:
    """Whether no word hangs on itself by way of others: two mends may have tied a knot."""
    rooted: set[int] = set()
    for token in tokens:
        path: list[int] = []
        at = token.index
        while at not in rooted:
            if at in path:
                return False
            path.append(at)
            if tokens[at].head == at:
                break
            at = tokens[at].head
        rooted.update(path)
    return True


def _inside(tokens: Sequence[Token], names: Sequence[Name]) -> dict[int, Name]:
    """Token → the name that holds it."""
    found: dict[int, Name] = {}
    ordered = sorted(names, key=lambda name: name.start)
    at = 0
    for token in tokens:
        while at < len(ordered) and ordered[at].end <= token.start:
            at += 1
        if at < len(ordered) and ordered[at].start <= token.start and token.end <= ordered[at].end:
            found[token.index] = ordered[at]
    return found
