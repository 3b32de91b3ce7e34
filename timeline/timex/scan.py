"""Article text → matches: one gate for the whole text, then the grammar where the gate opened."""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterable, Iterator, Set
from typing import Literal

from timeline.model import Article, Zone
from timeline.timex.expression import Expression, ExpressionZone
from timeline.timex.forms import Form, Several
from timeline.timex.grammar import Grammar, Match
from timeline.timex.lexicon import Lexicon
from timeline.timex.tokenizer import tokenize
from timeline.timex.tokens import Tokens
from timeline.timex.vetoes import Vetoes

_BEFORE, _AFTER = 40, 48
"""Characters read on either side of a trigger."""
_RUN = 160
"""The longest run without white space that is looked into."""
_SPACE = re.compile(r"\s")


def windows(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Stretches of text around triggers, cut at white space, in order and apart."""
    low = text.lower()
    if len(low) != len(text):  # a few letters grow when lowered; keep the offsets
        low = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    length = len(text)
    triggers = merge(lexicon.gate.finditer(low), lexicon.numeric_gate.finditer(low))
    start = end = -1
    for found in triggers:
        a, b = found.span()
        if start >= 0 and a - _BEFORE > end:
            yield start, end
            start = -1
        if start < 0:
            start = _cut_before(text, a, max(0, end))
        if b + _AFTER > end:
            end = _cut_after(text, b + _AFTER) if b + _AFTER < length else length
    if start >= 0:
        yield start, end


def _cut_before(text: str, at: int, least: int) -> int:
    """White space about _BEFORE characters before `at`; at worst the start of the run that holds it."""
    start = max(at - _BEFORE, least)
    if start <= 0:
        return 0
    gap = _SPACE.search(text, start, at)
    if gap is not None:
        return gap.start()
    floor = max(at - _RUN, least)
    while start > floor and not text[start - 1].isspace():
        start -= 1
    return start


def _cut_after(text: str, at: int) -> int:
    gap = _SPACE.search(text, at, at + _AFTER)
    return gap.start() if gap else at


def merge(words: Iterable[re.Match[str]], numbers: Iterable[re.Match[str]]) -> Iterator[re.Match[str]]:
    """Both streams of triggers as one, in text order."""
    return heapq.merge(words, numbers, key=lambda found: found.start())


def find(article: Article, grammar: Grammar, vetoes: Vetoes, registers: Set[str]) -> list[Expression]:
    """The expressions of `article` in text order, none overlapping; chrome is passed over."""
    text = article.text
    zones = article.zones
    found: list[Expression] = []
    last = 0
    first = grammar.lexicon.automaton.next[0]
    for start, end in windows(text, grammar.lexicon):
        tokens = tokenize(text, start, end, grammar.lexicon)
        at = 0
        size = len(tokens.starts)
        while at < size:
            if first.get(tokens.signatures[at]) == -1 or tokens.starts[at] < last:
                at += 1
                continue
            match = _best(grammar, vetoes, tokens, at, registers)
            if match is None:
                at += 1
                continue
            for a, b, form in _items(match, tokens):
                a_char, b_char = tokens.starts[a], tokens.ends[b - 1]
                zone = zone_of(zones, a_char)
                if zone != "chrome" and a_char >= last:
                    said = text[a_char:b_char]
                    found.append(
                        Expression(
                            a_char,
                            b_char,
                            said,
                            form,
                            zone,
                            match.rule.name,
                            "news" not in match.rule.registers,
                        )
                    )
                    last = b_char
            at = match.stop
    return found


def _items(match: Match, tokens: Tokens) -> tuple[tuple[int, int, Form], ...]:
    if isinstance(match.form, Several):
        return match.form.items
    at = match.at
    while at < match.stop - 1 and "quiet" in tokens.entries[at].values:
        at += 1  # "about two weeks": the modifier tells it
    return ((at, match.stop, match.form),)


def _best(grammar: Grammar, vetoes: Vetoes, tokens: Tokens, at: int, registers: Set[str]) -> Match | None:
    for match in grammar.matches(tokens, at, registers):
        if vetoes.allow(match, tokens):
            return match
    return None


def zone_of(zones: tuple[Zone, ...], at: int) -> ExpressionZone | Literal["chrome"]:
    """The kind of the zone that holds the character `at`."""
    for zone in zones:
        if zone.start <= at < zone.end:
            return zone.kind
        if zone.start > at:
            break
    return "body"
