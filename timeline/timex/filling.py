"""What a calendar form leaves out, filled in: its moment, its year, or X where nothing tells."""

from __future__ import annotations

from dataclasses import replace

from timeline.timex.context import Found
from timeline.timex.forms import Calendar
from timeline.timex.moments import SEASONS, Moment

_JANUARY = -6
"""A story that jumps back farther than this many months has gone on to the next year."""


def written(form: Calendar, found: Found) -> Found:
    """`found` with the moment that `form` names; 31 February keeps its month and gets no day."""
    year = form.year or 0
    moment = Moment(form.grain, year, form.month or 0, form.day or 0, form.number or 0, form.bc)
    if form.grain == "day" and not form.bc and moment.span() is None:
        return replace(found, moment=None, value=f"{year:04d}-{form.month or 1:02d}-XX")
    return replace(found, moment=moment)


def told_unit(form: Calendar, which: int, anchor: Moment) -> Moment:
    """ "last May", "this summer", "next Q1": the nearest one that way."""
    here = anchor.coarser(form.grain)
    there = replace(
        here, month=form.month or here.month, day=form.day or here.day, number=form.number or here.number
    )
    order = (there.month, there.day, there.number), (here.month, here.day, here.number)
    if which < 0 and order[0] >= order[1]:
        return replace(there, year=there.year - 1)
    if which > 0 and order[0] <= order[1]:
        return replace(there, year=there.year + 1)
    return there


def told_year(form: Calendar, anchor: Moment) -> int:
    """A story goes forward: January told after December is of the year after."""
    if form.grain not in ("day", "month") or anchor.grain not in ("day", "month") or anchor.bc:
        return anchor.year
    gap = (form.month or 1) - anchor.month
    if gap <= -9 or (gap < _JANUARY and form.grain == "month"):
        return anchor.year + 1
    return anchor.year - 1 if gap >= 11 else anchor.year


def months_of(moment: Moment) -> float:
    """Months since the year 0, to compare what months, seasons and days lie apart."""
    part = moment.number * 3 if moment.grain in ("season", "quarter") else moment.month + moment.day / 31
    return moment.year * 12 + part


def unknown(form: Calendar) -> str:
    """The TIMEX3 value with X for what nothing tells."""
    match form.grain:
        case "day" if form.month:
            return f"XXXX-{form.month:02d}-{form.day or 0:02d}"
        case "month":
            return f"XXXX-{form.month:02d}" if form.month else "XXXX-XX"
        case "quarter":
            return f"XXXX-Q{form.number or 'X'}"
        case "season":
            return f"XXXX-{SEASONS[form.number or 1]}"
        case "week":
            return "XXXX-WXX"
        case "weekend":
            return "XXXX-WXX-WE"
        case "year":
            return "XXXX"
        case _:
            return "XXXX-XX-XX"
