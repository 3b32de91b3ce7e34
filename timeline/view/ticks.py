"""Calendar ticks for a folded axis: days, weeks, months or years, each stretch at its own step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from timeline.view import words
from timeline.view.board import as_date, as_day
from timeline.view.fold import Fold, Segment
from timeline.view.labels import width

DAY_STEPS = (1, 2, 7, 14)
MONTH_STEPS = (1, 2, 3, 6)
YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
APART = 14.0
SIZE = 12.0


@dataclass(frozen=True, slots=True)
class Tick:
    place: float
    """On the axis, 0 to 1."""
    label: str
    """One or two lines, joined by <br>; ours, never an article's."""


def ticks(axis: Fold, pixels: float) -> list[Tick]:
    """As many ticks as fit `pixels` without touching; where a stretch starts comes before the rest."""
    wanted: list[tuple[int, date, str]] = []
    for segment in axis.segments:
        unit, days = _days_of(segment, pixels)
        wanted.append((0, as_date(segment.first), unit))
        wanted += [(1, day, unit) for day in days if as_day(day) > segment.first]
    wanted.sort(key=lambda one: (one[0], one[1]))
    taken: list[tuple[float, float, date, str]] = []
    for _, day, unit in wanted:
        centre = float(axis.at(as_day(day))) * pixels
        half = max(width(words.tick(day, unit), SIZE), width(str(day.year), SIZE)) / 2
        if all(
            centre + half + APART / 2 < left or centre - half - APART / 2 > right for left, right, *_ in taken
        ):
            taken.append((centre - half, centre + half, day, unit))
    taken.sort(key=lambda one: one[2])
    result = []
    year = None
    for left, right, day, unit in taken:
        label = words.tick(day, unit)
        if unit != "year" and day.year != year:
            label += f"<br>{day.year}"
        year = day.year
        result.append(Tick((left + right) / 2 / pixels, label))
    return result


def _days_of(segment: Segment, pixels: float) -> tuple[str, list[date]]:
    """The unit and the days that a stretch wants ticks at."""
    room = (segment.right - segment.left) * pixels
    first, end = as_date(segment.first), as_date(segment.end - 1)
    if segment.folded:
        return ("day" if segment.days < 27 else "month"), []
    per_day = room / segment.days
    for step in DAY_STEPS:
        if step * per_day >= 58:
            return "day", list(_by_days(first, end, step))
    for step in MONTH_STEPS:
        if step * 30.4 * per_day >= 46:
            return "month", list(_by_months(first, end, step))
    for step in YEAR_STEPS:
        if step * 365.25 * per_day >= 46:
            return "year", list(_by_years(first, end, step))
    return "year", []


def _by_days(first: date, end: date, step: int) -> Iterator[date]:
    start = -first.weekday() % 7 if step >= 7 else 0
    for offset in range(start, (end - first).days + 1, step):
        yield first + timedelta(days=offset)


def _by_months(first: date, end: date, step: int) -> Iterator[date]:
    number = first.year * 12 + first.month - 1
    number += -number % step
    while number // 12 <= 9999 and (day := date(number // 12, number % 12 + 1, 1)) <= end:
        yield day
        number += step


def _by_years(first: date, end: date, step: int) -> Iterator[date]:
    year = max(1, first.year + -first.year % step)
    while year <= end.year:
        yield date(year, 1, 1)
        year += step
