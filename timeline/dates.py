"""Spans: what a date denotes on the calendar, and how EDTF writes it.

EDTF is the Library of Congress' Extended Date/Time Format, ISO 8601-2:2019, levels 0 and 1
(https://www.loc.gov/standards/datetime/).
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Granularity(StrEnum):
    """The unit in which a text dates something, from the finest to the vaguest."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    APPROX = "approx"


SEASON_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12}
"""EDTF season code → first month of the (northern, meteorological) season."""


@dataclass(frozen=True, slots=True)
class Span:
    """The days from `first` to `last`, both inclusive; `last` is None where the end is open.

    Inclusive on both ends, as every file contract and EDTF are, so that 9999-12-31 can be said.
    `qualifier` is EDTF's: "" certain, "?" uncertain, "~" approximate, "%" both.
    Raises ValueError where last lies before first or the qualifier is unknown.
    """

    first: date
    last: date | None
    granularity: Granularity = Granularity.DAY
    qualifier: str = ""

    def __post_init__(self) -> None:
        if self.last is not None and self.last < self.first:
            raise ValueError(f"a span cannot end ({self.last}) before it starts ({self.first})")
        if self.qualifier not in ("", "?", "~", "%"):
            raise ValueError(f"{self.qualifier!r} is no EDTF qualifier: use '', '?', '~' or '%'")

    @classmethod
    def day(cls, day: date) -> Span:
        return cls(day, day)

    @classmethod
    def month(cls, year: int, month: int) -> Span:
        last = calendar.monthrange(year, month)[1]
        return cls(date(year, month, 1), date(year, month, last), Granularity.MONTH)

    @classmethod
    def year(cls, year: int) -> Span:
        return cls(date(year, 1, 1), date(year, 12, 31), Granularity.YEAR)

    @classmethod
    def week(cls, day: date) -> Span:
        """The ISO week, Monday to Sunday, that holds `day`."""
        monday = day - timedelta(days=day.weekday())
        return cls(monday, monday + timedelta(days=6), Granularity.WEEK)

    @classmethod
    def quarter(cls, year: int, quarter: int) -> Span:
        """Quarter 1 to 4 of a calendar year."""
        end = cls.month(year, 3 * quarter).last
        return cls(date(year, 3 * quarter - 2, 1), end, Granularity.QUARTER)

    @classmethod
    def season(cls, year: int, code: int) -> Span:
        """EDTF season 21 spring, 22 summer, 23 autumn, 24 winter (December of `year` to February)."""
        month = SEASON_MONTHS[code]
        end = cls.month(year + (month == 12), (month + 1) % 12 + 1).last
        return cls(date(year, month, 1), end, Granularity.SEASON)

    @classmethod
    def decade(cls, year: int) -> Span:
        """The calendar decade that holds `year`: 1987 → 1980 to 1989."""
        start = max(1, year - year % 10)
        return cls(date(start, 1, 1), date(year - year % 10 + 9, 12, 31), Granularity.DECADE)

    @classmethod
    def century(cls, year: int) -> Span:
        """The hundred years that share `year`'s leading digits, as TIMEX3 and EDTF count them."""
        start = max(1, year - year % 100)
        return cls(date(start, 1, 1), date(year - year % 100 + 99, 12, 31), Granularity.CENTURY)

    @property
    def days(self) -> int | None:
        """Length in days; None where the end is open."""
        return None if self.last is None else (self.last - self.first).days + 1

    def overlaps(self, other: Span) -> bool:
        return (other.last is None or self.first <= other.last) and (
            self.last is None or other.first <= self.last
        )

    def contains(self, other: Span) -> bool:
        if other.first < self.first:
            return False
        return self.last is None or (other.last is not None and other.last <= self.last)

    def open_ended(self) -> Span:
        """The same start with no known end: "since January 2"."""
        return Span(self.first, None, self.granularity, self.qualifier)

    def edtf(self) -> str:
        """EDTF level 0 or 1. Read back by `Span.parse(text, granularity)`."""
        if self.last is None:
            return f"{self._point(self.first, opens=True)}{self.qualifier}/.."
        if (point := self._whole_unit()) is not None:
            return point + self.qualifier
        first, last = self._point(self.first, opens=True), self._point(self.last, opens=False)
        if first == last:
            return first + self.qualifier  # "late in the quarter" is a month
        return f"{first}{self.qualifier}/{last}{self.qualifier}"

    def _unit(self) -> Granularity:
        """The unit in which the ends are written: no days where the text tells none."""
        last = self.last
        if self.granularity in (Granularity.DECADE, Granularity.CENTURY):
            return Granularity.YEAR
        if self.granularity not in (Granularity.APPROX, Granularity.QUARTER) or last is None:
            return self.granularity
        if (self.first.month, self.first.day, last.month, last.day) == (1, 1, 12, 31):
            return Granularity.YEAR
        months = self.first.day == 1 and last.day == _month_end(last)
        return Granularity.MONTH if months else self.granularity

    def _point(self, day: date, *, opens: bool) -> str:
        """`day` as finely as needed to find it again as the first (`opens`) or last day of its unit."""
        year = f"{day.year:04d}"
        match self._unit():
            case Granularity.YEAR if (day.month, day.day) == ((1, 1) if opens else (12, 31)):
                return year
            case Granularity.MONTH if day.day == (1 if opens else _month_end(day)):
                return f"{year}-{day.month:02d}"
            case _:
                return day.isoformat()

    def _whole_unit(self) -> str | None:
        """The one EDTF date that says the whole span, if there is one."""
        first, year = self.first, f"{self.first.year:04d}"
        match self.granularity:
            case Granularity.DAY if self.first == self.last:
                return first.isoformat()
            case Granularity.MONTH if self == _as(self, Span.month(first.year, first.month)):
                return f"{year}-{first.month:02d}"
            case Granularity.YEAR if self == _as(self, Span.year(first.year)):
                return year
            case Granularity.DECADE if self == _as(self, Span.decade(first.year)):
                return f"{year[:3]}X"
            case Granularity.CENTURY if self == _as(self, Span.century(first.year)):
                return f"{year[:2]}XX"
            case Granularity.SEASON:
                for code, month in SEASON_MONTHS.items():
                    starts = first.month == month and first.year < 9999
                    if starts and self == _as(self, Span.season(first.year, code)):
                        return f"{year}-{code}"
        return None

    @classmethod
    def parse(cls, text: str, granularity: Granularity | str | None = None) -> Span:
        """EDTF level 0 or 1 without times → Span.

        `granularity` says what EDTF cannot, e.g. that seven days are a week; without it the
        text's own precision is taken. Raises ValueError on anything else.
        """
        start, slash, stop = text.strip().partition("/")
        first = _read_point(start)
        if not slash:
            span = first
        elif stop == "..":
            span = first.open_ended()
        else:
            last = _read_point(stop)
            if last.qualifier != first.qualifier:
                raise ValueError(f"{text!r}: both ends of an interval need the same qualifier")
            unit = first.granularity if first.granularity == last.granularity else Granularity.DAY
            span = cls(first.first, last.last, unit, first.qualifier)
        if granularity is None:
            return span
        return cls(span.first, span.last, Granularity(granularity), span.qualifier)


def _as(span: Span, unit: Span) -> Span:
    return Span(unit.first, unit.last, span.granularity, span.qualifier)


def _month_end(day: date) -> int:
    return calendar.monthrange(day.year, day.month)[1]


_POINT = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d\d)(?:-(\d\d))?)?([?~%]?)", re.ASCII)


def _read_point(text: str) -> Span:
    found = _POINT.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r} is not an EDTF date such as 2022-01-10, 2021-05, 2020 or 198X")
    year, month, day, qualifier = found.groups()
    if "X" in year:
        if month:
            raise ValueError(f"{text!r}: a decade or century takes no month")
        number = int(year.replace("X", "0"))
        span = Span.century(number) if year.endswith("XX") else Span.decade(number)
    elif not month:
        span = Span.year(int(year))
    elif day:
        span = Span.day(date(int(year), int(month), int(day)))
    elif int(month) in SEASON_MONTHS:
        span = Span.season(int(year), int(month))
    elif 1 <= int(month) <= 12:
        span = Span.month(int(year), int(month))
    else:
        raise ValueError(f"{text!r}: there is no month or season {month}")
    return Span(span.first, span.last, span.granularity, qualifier)


def add_months(day: date, months: int) -> date | None:
    """The same day of the month `months` on, or the month's last day."""
    total = day.year * 12 + day.month - 1 + months
    year, month = total // 12, total % 12 + 1
    if not date.min.year <= year <= date.max.year:
        return None
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
