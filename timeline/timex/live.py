"""Pages that are written on for hours or days: the day of each of their stamps.

"(Update 1:50 a.m. Wednesday in Cairo, 6:50 p.m. ET Tuesday)" on a page of Monday opens a post of Wednesday.
Stamps without a weekday get the day that keeps the page in order, newest first or oldest first.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations, groupby, pairwise, product

from timeline.timex.expression import Expression
from timeline.timex.forms import Clock

_REACH = 100
"""Characters from a stamp's bracket to what it says."""
_STAMPS = 2
"""Stamps from which on a page is a live one."""
_ORDERED = 2
"""Stamps that a page has at least for each midnight that it goes over."""
_STARTS = (0, 1, 2, -1)
"""Days from publication to the last stamp of a page, the likeliest first."""
_LABEL = 4.0
"""What a stamp's own weekday that the page's order does not give speaks against it, beside one in a post."""
_DAY_BEFORE = 0.5
"""What a weekday in the text counts for that is the day before its stamp's; at night as much as its own."""
_PUBLISHED = 1.5
"""What speaks for a page whose last stamp is of the day of publication."""
_TOPICS = 3
"""Midnights of a page up to which each may be the start of another topic, with its own stamps, instead."""
_TOPIC = 2.0
"""What speaks against each such start."""
_NIGHT, _NOON = 6 * 60, 12 * 60
_DAY = timedelta(days=1)

_CLOCK = re.compile(r"^[ \t]*(([01]\d|2[0-3])[0-5]\d): ", re.MULTILINE)
_INSIDE = re.compile(r"\b(([01]\d|2[0-3])[0-5]\d): ")
_LINES = 4
"""Lines that open with a time of day, from which on they are those of a live page."""
_FIRST, _LAST = 1400, 2100
"""Years that a list of years has."""


def clocks(text: str) -> frozenset[int]:
    """Where the lines of a live page open with a time of day that looks like a year, "2030: The president …".

    Told from a list of years by an hour that no such list has, such as 0915 or 2359, among them.
    """
    found = [(match.start(1), int(match[1])) for match in _CLOCK.finditer(text)]
    if len(found) < _LINES or all(_FIRST <= clock <= _LAST for _, clock in found):
        return frozenset()
    return frozenset(match.start(1) for match in _INSIDE.finditer(text))


@dataclass(frozen=True, slots=True)
class _Stamp:
    """Where a stamp opens and what it tells, in minutes of the day."""

    start: int
    end: int
    """Where its last time or day ends."""
    there: int
    """Where the news is."""
    here: int
    """Where the page is written: all stamps of a page share this clock."""
    weekday: int | None
    """ISO weekday named in it, there."""

    @property
    def ahead(self) -> int:
        """Days by which it is later there: "1:33 a.m. Cairo, 6:33 p.m. ET"."""
        return int(self.there < _NOON <= self.here)


def stamps(
    text: str, expressions: Sequence[Expression], published: date | None, words: Collection[str]
) -> list[tuple[int, date]]:
    """Where the stamps of a live page open and their days; none where the text is no such page.

    `words`: what a stamp opens with, in small letters ("update").
    """
    found = _stamps(text, expressions, words)
    if published is None or len(found) < _STAMPS:
        return []
    way = _way(found)
    named, passed = _named(expressions, found), _passed(found, way)
    if sum(passed) * _ORDERED >= len(found):
        return []  # no order is kept
    pages = []
    for start, topics in product(_STARTS, _topics(passed)):
        try:
            days, moved = _days(found, way, published + start * _DAY, passed, topics)
            told = _agreement(found, days, named) - _LABEL * moved - _TOPIC * len(topics)
        except OverflowError:  # at the ends of the calendar
            return []
        pages.append((told + _PUBLISHED * (not start), days))
    best = max(pages, key=lambda page: page[0])[1]
    return [(stamp.start, day) for stamp, day in zip(found, best, strict=True)]


def _topics(passed: Sequence[int]) -> list[tuple[int, ...]]:
    """The stamps at which other topics may start: any of those where the page seems to pass midnight."""
    at = [index for index, midnight in enumerate(passed) if midnight]
    most = len(at) if len(at) <= _TOPICS else 0
    return [chosen for count in range(most + 1) for chosen in combinations(at, count)]


def _days(
    found: Sequence[_Stamp], way: int, first: date, passed: Sequence[int], topics: Collection[int]
) -> tuple[list[date], int]:
    """The days of the stamps, if the first of them and of each of `topics` is of `first` where the page is
    written; and how many of them only their own weekday put there."""
    days: list[date] = []
    here, moved = first, 0
    for index, (stamp, midnight) in enumerate(zip(found, passed, strict=True)):
        here = first if index in topics else here + midnight * way * _DAY
        day = here + stamp.ahead * _DAY
        away = _away(day, stamp.weekday, way)
        moved += bool(away)
        days.append(day + away * _DAY)
        here = days[-1] - stamp.ahead * _DAY
    return days, moved


def _agreement(found: Sequence[_Stamp], days: Sequence[date], named: Sequence[Sequence[int]]) -> float:
    """How well the weekdays that the posts name go with their days."""
    total = 0.0
    for stamp, day, weekdays in zip(found, days, named, strict=True):
        before = 1 if stamp.there < _NIGHT else _DAY_BEFORE
        total += weekdays.count(day.isoweekday()) + before * weekdays.count((day - _DAY).isoweekday())
    return total


def _stamps(text: str, expressions: Sequence[Expression], words: Collection[str]) -> list[_Stamp]:
    """The stamps that have a time of day, in text order."""
    within = [(start, e) for e in expressions if (start := _opened(text, e.start, words)) is not None]
    found = []
    for start, group in groupby(within, key=lambda pair: pair[0]):
        told = [expression for _, expression in group]
        times = [(e.form.hour % 24 * 60 + (e.form.minute or 0), e) for e in told if isinstance(e.form, Clock)]
        if not times:
            continue
        (there, first), (here, last) = times[0], times[-1]
        before = last.start if last is not first else len(text)
        weekday = next((e.weekday for e in told if e.weekday is not None and e.start < before), None)
        found.append(_Stamp(start, told[-1].end, there, here, weekday))
    return found


def _opened(text: str, start: int, words: Collection[str]) -> int | None:
    """Where the bracket of the stamp opens that holds what starts at `start`."""
    first = max(0, start - _REACH)
    before = text[first:start]
    opened = before.rfind("(")
    if opened < 0 or ")" in before[opened:]:
        return None
    opening = before[opened + 1 :].split(maxsplit=1)[:1]
    return first + opened if opening and opening[0].lower() in words else None


def _way(found: Sequence[_Stamp]) -> int:
    """-1 for a page with its newest post first, 1 for its oldest first."""
    minutes = [stamp.here for stamp in found]
    later = sum(second > first for first, second in pairwise(minutes))
    earlier = sum(second < first for first, second in pairwise(minutes))
    return -1 if earlier >= later or len(found) == _STAMPS else 1


def _passed(found: Sequence[_Stamp], way: int) -> list[int]:
    """For each stamp 1 if the page has passed midnight since the stamp before, else 0.

    One that stands out of order between two that keep it does not count: a slip, or "9:14" of the evening.
    """
    passed, last = [0], found[0].here
    for stamp, after in zip(found[1:], [*found[2:], None], strict=True):
        following = last - way if after is None else after.here
        against = (stamp.here - last) * way < 0
        kept = (following - last) * way >= 0
        slip = kept and (against or (following - stamp.here) * way < 0)
        passed.append(int(against and not kept and len(found) > _STAMPS))
        last = last if slip else stamp.here
    return passed


def _away(day: date, weekday: int | None, way: int) -> int:
    """Days from `day` to the weekday that its stamp names, on the page's way or one back; 0 for none near."""
    told = (days for days in (0, way, -way, 2 * way, 3 * way) if (day + days * _DAY).isoweekday() == weekday)
    return next(told, 0)


def _named(expressions: Sequence[Expression], found: Sequence[_Stamp]) -> list[list[int]]:
    """The bare weekdays in the text of each post."""
    ends = [*(stamp.start for stamp in found[1:]), None]
    named: list[list[int]] = []
    for stamp, end in zip(found, ends, strict=True):
        inside = (e for e in expressions if e.start >= stamp.end and (end is None or e.start < end))
        named.append([e.weekday for e in inside if e.weekday is not None and e.month_day is None])
    return named
