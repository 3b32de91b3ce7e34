"""Article text → matches: one gate for the whole text, then the grammar where the gate opened."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.model import Article, Zone
from timeline.timex.expression import Expression, ExpressionZone
from timeline.timex.forms import Several
from timeline.timex.grammar import Grammar, Match
from timeline.timex.tokens import Tokens, tokenize
from timeline.timex.vetoes import Vetoes

_BEFORE, _AFTER = 48, 56
"""Characters read on either side of a trigger word."""
_SPACE = re.compile(r"\s")


def windows(text: str, gate: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Stretches of text around trigger words, cut at white space, in order and apart."""
    length = len(text)
    start = end = -1
    for found in gate.finditer(text):
        a, b = found.span()
        if a > end - _BEFORE or start < 0:
            if start >= 0 and a - _BEFORE > end:
                yield start, end
                start = -1
            if start < 0:
                start = max(0, a - _BEFORE, end)
                if start:
                    gap = _SPACE.search(text, start, a)
                    start = gap.start() if gap else a
                    # a trigger inside a longer run of characters: take the run from its start
                    if gap is None:
                        start = max(text.rfind(" ", max(0, a - 200), a) + 1, max(0, a - 200), end)
        end = min(length, b + _AFTER)
        if end < length:
            gap = _SPACE.search(text, end, min(length, end + 40))
            end = gap.start() if gap else end
    if start >= 0:
        yield start, end


def find(article: Article, grammar: Grammar, vetoes: Vetoes, register: str = "news") -> list[Expression]:
    """The expressions of `article` in text order, none overlapping; chrome is passed over."""
    text = article.text
    zones = article.zones
    found: list[Expression] = []
    last = 0
    for start, end in windows(text, grammar.lexicon.gate):
        tokens = tokenize(text, start, end, grammar.lexicon)
        at = 0
        size = len(tokens.starts)
        while at < size:
            if tokens.starts[at] < last:
                at += 1
                continue
            match = _best(grammar, vetoes, tokens, at, register)
            if match is None:
                at += 1
                continue
            for a, b, form in _items(match):
                a_char, b_char = tokens.starts[a], tokens.ends[b - 1]
                zone = _zone(zones, a_char)
                if zone != "chrome" and a_char >= last:
                    said = text[a_char:b_char]
                    found.append(Expression(a_char, b_char, said, form, zone, match.rule.name))
                    last = b_char
            at = match.stop
    return found


def _items(match: Match) -> tuple[tuple[int, int, object], ...]:
    if isinstance(match.form, Several):
        return match.form.items
    return ((match.at, match.stop, match.form),)


def _best(grammar: Grammar, vetoes: Vetoes, tokens: Tokens, at: int, register: str) -> Match | None:
    for match in grammar.matches(tokens, at, register):
        if vetoes.allow(match, tokens):
            return match
    return None


def _zone(zones: tuple[Zone, ...], at: int) -> ExpressionZone | str:
    for zone in zones:
        if zone.start <= at < zone.end:
            return zone.kind
        if zone.start > at:
            break
    return "body"
