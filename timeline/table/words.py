"""Dates in words, as an editor prints them: "10 January 2022", "early May 2021", "since 2 January 2022"."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from timeline.dates import Granularity, Span

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SEASONS = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}
ORDINALS = ("first", "second", "third", "fourth")
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def row_words(row: Mapping[str, Any]) -> str:
    """The date of a row of the events table, with its time of day."""
    span = Span(row["start"], row["end"], Granularity(row["precision"]), qualifier(row.get("edtf")))
    return span_words(span, clock=row.get("clock"), planned=row.get("status") == "planned")


def qualifier(edtf: str | None) -> str:
    """The qualifier that EDTF puts behind its first date: "", "?", "~" or "%"."""
    first = (edtf or "").partition("/")[0]
    return first[-1:] if first[-1:] in ("?", "~", "%") else ""


def span_words(span: Span, *, clock: str | None = None, planned: bool = False) -> str:
    """A span in words; `planned` says "from" instead of "since" where the end is open."""
    if span.last is None:
        said = f"{'from' if planned else 'since'} {_edge(span.first, span.granularity)}"
    else:
        said = _closed(span.first, span.last, span.granularity)
    if clock and span.days == 1:
        said += f", {clock_words(clock)}"
    vague = "around" if span.granularity == Granularity.APPROX else "about" if span.qualifier in "~%" else ""
    if vague and (span.granularity == Granularity.APPROX or span.qualifier):
        said = said.replace(" ", f" {vague} ", 1) if span.last is None else f"{vague} {said}"
    return said + (" (uncertain)" if span.qualifier and span.qualifier in "?%" else "")


def clock_words(clock: str) -> str:
    """An ISO 8601 time of day: "18:30", "18:30 (UTC+06:00)"."""
    time = clock.removeprefix("T")
    for place, sign in enumerate(time):
        if sign in "+-Z":
            offset = "" if sign == "Z" else time[place:].replace("-", "\u2212")
            return f"{time[:place]} (UTC{offset})"
    return time


def _edge(day: date, unit: Granularity) -> str:
    """The first day of an open span, as finely as its unit has it."""
    match unit:
        case Granularity.YEAR if (day.month, day.day) == (1, 1):
            return str(day.year)
        case Granularity.MONTH if day.day == 1:
            return _month(day)
        case Granularity.DECADE if day == Span.decade(day.year).first:
            return f"the {day.year // 10 * 10}s"
        case Granularity.CENTURY if day == Span.century(day.year).first:
            return f"the {_ordinal(day.year // 100 + 1)} century"
        case Granularity.SEASON if day.day == 1 and day.month in SEASONS:
            return _season(day)
        case Granularity.QUARTER if day.day == 1 and day.month in (1, 4, 7, 10):
            return f"the {_quarter(day)}"
    return _day(day)


def _closed(first: date, last: date, unit: Granularity) -> str:
    match unit:
        case Granularity.WEEK if (first, last) == _ends(Span.week, first):
            return f"week of {_day(first)}"
        case Granularity.SEASON if first.day == 1 and first.month in SEASONS and first.year < 9999:
            if last == Span.season(first.year, {3: 21, 6: 22, 9: 23, 12: 24}[first.month]).last:
                return _season(first)
        case Granularity.QUARTER if first.month in (1, 4, 7, 10):
            if (first, last) == _ends(Span.quarter, first.year, (first.month + 2) // 3):
                return _quarter(first)
        case Granularity.MONTH if (first.year, first.month) == (last.year, last.month):
            if (part := _part_of(Span.month(first.year, first.month), first, last)) is not None:
                return _with_part(part, _month(first))
        case Granularity.YEAR if first.year == last.year:
            if (part := _part_of(Span.year(first.year), first, last)) is not None:
                return _with_part(part, str(first.year))
        case Granularity.DECADE if first.year // 10 == last.year // 10:
            if (part := _part_of(Span.decade(first.year), first, last)) is not None:
                return "the " + _with_part(part, f"{first.year // 10 * 10}s")
        case Granularity.CENTURY if first.year // 100 == last.year // 100:
            if (part := _part_of(Span.century(first.year), first, last)) is not None:
                return "the " + _with_part(part, f"{_ordinal(first.year // 100 + 1)} century")
    return _range(first, last)


def _ends(unit: Any, *told: Any) -> tuple[date, date | None] | None:
    try:
        span = unit(*told)
    except OverflowError:
        return None
    return span.first, span.last


def _part_of(unit: Span, first: date, last: date) -> str | None:
    """ "" for the whole unit, else "early", "mid", "late" where the days are such a part of it."""
    if (first, last) == (unit.first, unit.last):
        return ""
    length = unit.days or 1
    begins, ends = (first - unit.first).days / length, ((last - unit.first).days + 1) / length
    if ends - begins < 1 / 5:
        return None
    if begins == 0 and ends <= 0.52:
        return "early"
    if ends == 1 and begins >= 0.48:
        return "late"
    if begins >= 0.2 and ends <= 0.8:
        return "mid"
    return None


def _with_part(part: str, unit: str) -> str:
    return f"mid-{unit}" if part == "mid" else f"{part} {unit}".lstrip()


def _range(first: date, last: date) -> str:
    """Two ends in words, saying what they share only once and whole months and years as such."""
    if first == last:
        return _day(first)
    whole_months = first.day == 1 and last == Span.month(last.year, last.month).last
    if whole_months and first.month == 1 and last.month == 12:
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if whole_months:
        if (first.year, first.month) == (last.year, last.month):
            return _month(first)
        if first.year == last.year:
            return f"{MONTHS[first.month - 1]}–{_month(last)}"
        return f"{_month(first)} – {_month(last)}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_day(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} – {_day(last)}"
    return f"{_day(first)} – {_day(last)}"


def _day(day: date) -> str:
    return f"{day.day} {_month(day)}"


def _month(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}"


def _season(day: date) -> str:
    year = f"{day.year}/{(day.year + 1) % 100:02d}" if day.month == 12 else str(day.year)
    return f"{SEASONS[day.month]} {year}"


def _quarter(day: date) -> str:
    return f"{ORDINALS[(day.month - 1) // 3]} quarter of {day.year}"


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number % 100 not in (11, 12, 13) else "th"
    return f"{number}{ending}"


def isolated(text: str) -> str:
    """Text whose direction marks cannot reach what stands around it (Unicode's FSI … PDI), where it has any.

    A PDI of the text's own would end the isolation early, so the text's isolates are balanced first.
    """
    if _BIDI.isdisjoint(text):
        return text
    kept: list[str] = []
    depth = 0
    for character in text:
        if character in "\u2066\u2067\u2068":
            depth += 1
        elif character == "\u2069":
            if depth == 0:
                continue
            depth -= 1
        kept.append(character)
    return "\u2068" + "".join(kept) + "\u2069" * (depth + 1)
