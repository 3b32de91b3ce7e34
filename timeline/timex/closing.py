"""Quarters told by the day that they ended: "the quarter ended July 31"."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from timeline.dates import Granularity, Span
from timeline.timex.expression import Expression
from timeline.timex.forms import Calendar
from timeline.timex.moments import Moment

_MONTHS = 3
_APART = 12
"""Characters that may stand between a quarter and its end."""


def ended_by(expression: Expression, after: Expression | None, text: str, ends: frozenset[str]) -> bool:
    """Whether `after` tells when the quarter of `expression` ended; `ends`: "ended", "ending"."""
    if after is None or not 0 < after.start - expression.end <= _APART:
        return False
    quarter, end = expression.form, after.form
    if not isinstance(quarter, Calendar) or not isinstance(end, Calendar):
        return False
    if quarter.grain != "quarter" or quarter.year is not None or end.grain not in ("day", "month"):
        return False
    return text[expression.end : after.start].strip(" ,").lower() in ends


def quarter_to(end: Moment, number: int | None) -> tuple[Moment, Span] | None:
    """The quarter that TIMEX3 names, and the three months to `end`; None off the calendar.

    A quarter without a number goes by its middle month, as fiscal quarters need not keep to the calendar.
    """
    told = end.span()
    last = told.last if told is not None else None
    if last is None:
        return None
    months = last.year * 12 + last.month - 1
    if last.day < monthrange(last.year, last.month)[1] // 2:
        months -= 1  # ended in the first days of a month: the months before it are meant
    middle = months - 1
    year, month = divmod(middle, 12)
    first = divmod(months - _MONTHS + 1, 12)
    try:
        start = date(first[0], first[1] + 1, 1)
    except ValueError:
        return None
    if last != date(last.year, last.month, monthrange(last.year, last.month)[1]):
        before = divmod(last.year * 12 + last.month - 1 - _MONTHS, 12)
        start = date(before[0], before[1] + 1, min(last.day, monthrange(before[0], before[1] + 1)[1]))
        start += timedelta(days=1)
    return Moment("quarter", year, number=number or month // 3 + 1), Span(start, last, Granularity.QUARTER)
