"""Moments: places on the calendar, how TIMEX3 writes them and which days they cover."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta

from timeline.dates import Granularity, Span
from timeline.timex.forms import Grain

SEASONS = {1: "SP", 2: "SU", 3: "FA", 4: "WI"}
_FIRST, _LAST = 1, 9999


_LENGTHS: dict[Grain, int] = {
    "day": 1, "weekend": 2, "week": 7, "month": 31, "season": 92, "quarter": 92, "half": 184, "year": 366,
    "decade": 3653, "century": 36525,
}  # fmt: skip
"""Days of a unit at most; what is shorter than a day counts as one of its day."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A unit of the calendar. `number`: ISO week, quarter, half or season. `year`: the ISO year of a week."""

    grain: Grain
    year: int
    month: int = 0
    day: int = 0
    number: int = 0
    bc: bool = False

    @classmethod
    def of_date(cls, day: date) -> Moment:
        return cls("day", day.year, day.month, day.day)

    @classmethod
    def week_of(cls, day: date, grain: Grain = "week") -> Moment:
        iso = day.isocalendar()
        return cls(grain, iso.year, number=iso.week)

    def date(self) -> date | None:
        """The first day; None outside Python's calendar."""
        span = self.span()
        return None if span is None else span.first

    def value(self) -> str:
        """The TIMEX3 value."""
        year = f"BC{self.year:04d}" if self.bc else f"{self.year:04d}"
        match self.grain:
            case "month":
                return f"{year}-{self.month:02d}"
            case "week":
                return f"{year}-W{self.number:02d}"
            case "weekend":
                return f"{year}-W{self.number:02d}-WE"
            case "quarter":
                return f"{year}-Q{self.number}" if self.number else f"{year}-QX"
            case "half":
                return f"{year}-H{self.number}"
            case "season":
                return f"{year}-{SEASONS[self.number]}"
            case "year":
                return year
            case "decade":
                return year[:-1]
            case "century":
                return year[:-2]
            case _:
                return f"{year}-{self.month:02d}-{self.day:02d}"

    def span(self) -> Span | None:
        """The days it covers; None before Christ and beyond the year 9999."""
        if self.bc or (not _FIRST <= self.year <= _LAST and self.grain not in ("decade", "century")):
            return None
        try:
            match self.grain:
                case "month":
                    return Span.month(self.year, self.month)
                case "week":
                    return Span.week(date.fromisocalendar(self.year, self.number, 1))
                case "weekend":
                    saturday = date.fromisocalendar(self.year, self.number, 6)
                    return Span(saturday, saturday + timedelta(days=1), Granularity.DAY)
                case "quarter":
                    return Span.quarter(self.year, self.number) if self.number else Span.year(self.year)
                case "half":
                    first = Span.quarter(self.year, 2 * self.number - 1)
                    last = Span.quarter(self.year, 2 * self.number)
                    return Span(first.first, last.last, Granularity.APPROX)
                case "season":
                    return Span.season(self.year, 20 + self.number)
                case "year":
                    return Span.year(self.year)
                case "decade":
                    return Span.decade(self.year)
                case "century":
                    return Span.century(self.year)
                case _:
                    return Span.day(date(self.year, self.month, self.day))
        except (ValueError, OverflowError):
            return None

    def holds(self, grain: Grain) -> bool:
        """Whether this moment lies within one unit of `grain`: a year holds to no day."""
        return _LENGTHS.get(self.grain, 0) <= _LENGTHS.get(grain, 0)

    def coarser(self, grain: Grain) -> Moment:
        """The unit of `grain` that this one lies in (that its first day lies in)."""
        if grain == self.grain:
            return self
        if self.bc or grain in ("year", "decade", "century"):
            year = self.year
            if grain == "decade":
                year -= year % 10
            elif grain == "century":
                year -= year % 100
            return Moment(grain, year, month=self.month if grain == "month" else 0, bc=self.bc)
        first = self.date()
        if first is None:
            return replace(
                self, grain=grain, month=self.month or 1, day=self.day or 1, number=self.number or 1
            )
        match grain:
            case "month":
                return Moment("month", first.year, first.month)
            case "week" | "weekend":
                return Moment.week_of(first, grain)
            case "quarter":
                return Moment("quarter", first.year, number=(first.month - 1) // 3 + 1)
            case "half":
                return Moment("half", first.year, number=1 if first.month < 7 else 2)
            case "season":
                month = first.month
                number = (month % 12) // 3
                return Moment("season", first.year - (month < 3), number=4 if number == 0 else number)
            case _:
                return Moment.of_date(first)

    def _of(self, year: int, month: int = 0, number: int = 0) -> Moment | None:
        if not _FIRST <= year <= _LAST:
            return None
        return replace(self, year=year, month=month, number=number)

    def _in_year(self, year: int) -> Moment | None:
        """The same unit in an astronomical year (0 is 1 BC); None beyond four digits."""
        if not -_LAST < year <= _LAST:
            return None
        return replace(self, year=year, bc=False) if year > 0 else replace(self, year=1 - year, bc=True)

    def shift(self, count: int) -> Moment | None:
        """`count` units on; None where the calendar ends."""
        try:
            match self.grain:
                case "year" | "decade" | "century":
                    step = {"year": 1, "decade": 10, "century": 100}[self.grain]
                    return self._in_year((1 - self.year if self.bc else self.year) + count * step)
                case "month":
                    months = self.year * 12 + self.month - 1 + count
                    return self._of(months // 12, month=months % 12 + 1)
                case "quarter":
                    total = self.year * 4 + max(self.number, 1) - 1 + count
                    return self._of(total // 4, number=total % 4 + 1)
                case "half":
                    total = self.year * 2 + self.number - 1 + count
                    return self._of(total // 2, number=total % 2 + 1)
                case "season":
                    total = self.year * 4 + self.number - 1 + count
                    return self._of(total // 4, number=total % 4 + 1)
                case "week" | "weekend":
                    monday = date.fromisocalendar(self.year, self.number, 1)
                    return Moment.week_of(monday + timedelta(weeks=count), self.grain)
                case _:
                    return Moment.of_date(date(self.year, self.month, self.day) + timedelta(days=count))
        except (ValueError, OverflowError):
            return None


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus/Jones/Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    f = (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth (from the end: -1) weekday of a month."""
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    last = date(year, month, calendar.monthrange(year, month)[1])
    return last - timedelta(days=(last.isoweekday() - weekday) % 7)


def holiday_date(rule: str, year: int) -> date | None:
    """The day that a holiday's rule names in `year`; None outside the calendar."""
    try:
        if rule.startswith("easter"):
            return easter(year) + timedelta(days=int(rule[6:]))
        if rule == "us-election":
            return nth_weekday(year, 11, 1, 1) + timedelta(days=1)
        if "#" in rule:
            day, _, nth = rule.partition("#")
            month, weekday = map(int, day.split("-"))
            return nth_weekday(year, month, weekday, int(nth))
        pieces = [int(piece) for piece in rule.split("-")]
        return date(*pieces) if len(pieces) == 3 else date(year, pieces[0], pieces[1])
    except (ValueError, OverflowError):
        return None
