"""Moving a moment by an amount, and the part of a span that "early" or "late" leaves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from timeline.dates import Granularity, Span, add_months
from timeline.timex.forms import Shift
from timeline.timex.meaning_calendar import UNIT_GRAIN
from timeline.timex.moments import Moment

_SCALED = {
    "DE": (10, "Y"),
    "CE": (100, "Y"),
    "ML": (1000, "Y"),
    "FN": (2, "W"),
    "N": (1, "D"),
    "6M": (6, "M"),
}
_MOST = 10**6


def plus(day: date | None, days: int) -> Moment | None:
    """The day `days` on; None outside the calendar."""
    try:
        return None if day is None else Moment.of_date(day + timedelta(days=days))
    except OverflowError:
        return None


def shifted(anchor: Moment, form: Shift) -> Moment | None:
    """The anchor moved by the shift, as coarse as the coarser of the two; None where no day tells it."""
    count, unit = form.count or 0, form.unit
    if unit in _SCALED:
        factor, unit = _SCALED[unit]
        count *= factor
    if unit == "H" and count >= 24 and anchor.grain == "day":
        count, unit = count // 24, "D"
    if count != int(count):
        if unit == "Y":
            count, unit = round(count * 12), "M"
        elif unit == "W":
            count, unit = round(count * 7), "D"
    steps = int(count) * form.sign
    if abs(steps) > _MOST:
        return None
    if unit == "D":
        return anchor.shift(steps) if anchor.grain == "day" else plus(anchor.date(), steps)
    first = anchor.date()
    if form.exact and first is not None:
        if unit == "W":
            return plus(first, 7 * steps)
        moved = add_months(first, steps * {"M": 1, "Q": 3, "Y": 12}.get(unit, 0))
        return Moment.of_date(moved) if moved is not None else None
    grain = UNIT_GRAIN.get(unit)
    if grain is None or grain in ("second", "minute", "hour"):
        return None
    if anchor.grain in ("quarter", "half", "season") and unit == "Y":
        return replace(anchor, year=anchor.year + steps) if 0 < anchor.year + steps < 10_000 else None
    return anchor.coarser(grain).shift(steps)


_WEEK = 7
_PARTS_OF_WEEK = {"START": (0, 2), "MID": (1, 3), "END": (3, 6)}
"""Days after Monday, the last included: "late last week" is Thursday and Friday more often than Sunday."""


_MONTHS = {"quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
"""Months of the units whose early, mid and late parts are told in months or years and not in days."""


def _third(first: date, months: int, mod: str) -> Span | None:
    """The first, middle or last third of so many months, of a decade or century in whole years."""
    unit = 12 if months > 12 else 1
    third = round(months / unit / 3) * unit
    opens = {"START": 0, "MID": third, "END": months - third}[mod]
    closes = {"START": third, "MID": months - third, "END": months}[mod]
    start, end = add_months(first, opens), add_months(first, closes)
    if start is None or end is None:
        return None
    return Span(start, end - timedelta(days=1), Granularity.APPROX)


def narrow(span: Span, mod: str | None, moment: Moment | None) -> Span:
    """Early, mid and late: the third of the span that the word leaves, of a week as news has it; about and
    nearly: "~" (EDTF)."""
    if mod in ("APPROX", "LESS_THAN", "MORE_THAN") and span.last is not None and moment is not None:
        return replace(span, qualifier="~") if moment.grain in ("year", "decade", "century") else span
    if mod not in ("START", "MID", "END") or span.last is None or moment is None or moment.grain == "day":
        return span
    if moment.grain == "week" and (span.last - span.first).days == _WEEK - 1:
        opens, closes = _PARTS_OF_WEEK[mod]
        return Span(span.first + timedelta(opens), span.first + timedelta(closes), Granularity.APPROX)
    if moment.grain in _MONTHS:
        return _third(span.first, _MONTHS[moment.grain], mod) or span
    third = max(1, ((span.last - span.first).days + 1) // 3)
    if mod == "START":
        return Span(span.first, span.first + timedelta(days=third - 1), Granularity.APPROX)
    if mod == "END":
        return Span(span.last - timedelta(days=third - 1), span.last, Granularity.APPROX)
    first, last = span.first + timedelta(days=third), span.last - timedelta(days=third)
    return Span(first, max(first, last), Granularity.APPROX)
