"""Chronologies: entries that each open with their day tell one another the year.

"April 20, 2010 - …", "May 10 - …", "Jan. 5 - …": each entry is the first such day after the one before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from timeline.timex.expression import Expression

_ENTRIES = 4
"""Entries from which on a text is a chronology."""
_TURN = 7
"""Months that an entry falls back behind the one before where a new year has begun."""
_OPENS = re.compile(r"(?:\A|[\n\r]|[.!?”\"])[\s*•-]*\Z")
_DASH = re.compile(r"\.?\s?(?:--?|–|—|:)\s")
_REACH = 12
"""Characters before a date that show whether it opens a line or a sentence."""


def entry_years(text: str, expressions: Sequence[Expression]) -> dict[int, int]:
    """Start of each entry's date told without a year → its year; empty where `text` is no chronology.

    Counted on from the entries that give their year, and back from the first of these, the newest entry
    last or first; a text in which none does, or whose days go to and fro, is left alone.
    """
    entries = [e for e in expressions if _opens(text, e)]
    if sum(after < before for before, after in pairwise(map(_day, entries))) * 2 >= len(entries):
        entries.reverse()
    days = [_day(e) for e in entries]
    written = [e.absolute.first.year if e.absolute is not None else None for e in entries]
    if len(entries) < _ENTRIES or not any(written):
        return {}
    turns = [before[0] - after[0] for before, after in pairwise(days) if after < before]
    if len(turns) * _ENTRIES > len(entries) or any(months < _TURN for months in turns):
        return {}
    years = _forward(days, written)
    return {e.start: year for e, year in zip(entries, years, strict=True) if e.month_day is not None}


def _forward(days: Sequence[tuple[int, int]], written: Sequence[int | None]) -> list[int]:
    """The year of each entry."""
    first = next(i for i, year in enumerate(written) if year is not None)
    years = [year or 0 for year in written]
    for i in range(first - 1, -1, -1):
        years[i] = years[i + 1] - (days[i] > days[i + 1])
    for i in range(first + 1, len(days)):
        if written[i] is None:
            years[i] = years[i - 1] + (days[i] < days[i - 1])
    return years


def _opens(text: str, expression: Expression) -> bool:
    """Whether a day opens its line or sentence, with a dash or colon after it."""
    if expression.zone != "body" or (expression.month_day is None and expression.absolute is None):
        return False
    before = text[max(0, expression.start - _REACH) : expression.start]
    return bool(_OPENS.search(before) or not expression.start) and bool(_DASH.match(text, expression.end))


def _day(expression: Expression) -> tuple[int, int]:
    """(month, day) of an entry."""
    if expression.month_day is not None:
        return expression.month_day
    assert expression.absolute is not None
    first: date = expression.absolute.first
    return first.month, first.day
