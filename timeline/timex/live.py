"""Pages that were written on for days: how far their own stamps run past the day of publication.

"(Update 1:50 a.m. Wednesday in Cairo, 6:50 p.m. ET Tuesday)" on a page of Monday tells of Wednesday.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from datetime import date
from itertools import pairwise

from timeline.timex.expression import Expression
from timeline.timex.forms import Clock

_REACH = 100
"""Characters from a stamp's bracket to its weekday."""
_STAMPS = 2
"""Stamps from which on a page is a live one."""
_DAYS = 2
"""Days past publication that a page is followed."""


_CLOCK = re.compile(r"^[ \t]*(([01]\d|2[0-3])[0-5]\d): ", re.MULTILINE)
_INSIDE = re.compile(r"\b(([01]\d|2[0-3])[0-5]\d): ")
_LINES = 4
"""Lines that open with a time of day, from which on they are those of a live page."""


def clocks(text: str) -> frozenset[int]:
    """Where the lines of a live page open with a time of day that looks like a year, "2030: The president …".

    Told from a list of years by an hour that no such list has, such as 0915 or 2359, among them.
    """
    found = [(match.start(1), int(match[1])) for match in _CLOCK.finditer(text)]
    if len(found) < _LINES or all(_FIRST <= clock <= _LAST for _, clock in found):
        return frozenset()
    return frozenset(match.start(1) for match in _INSIDE.finditer(text))


_FIRST, _LAST = 1400, 2100


def past_midnight(text: str, expressions: Sequence[Expression], words: Collection[str]) -> frozenset[int]:
    """Where a live page's stamps tell a time of the day after: "(Update 1:33 a.m. Cairo, 6:33 p.m. ET)"."""
    found: set[int] = set()
    for first, second in pairwise(expressions):
        here, there = first.form, second.form
        if not isinstance(here, Clock) or not isinstance(there, Clock) or here.on is not None:
            continue
        if here.hour < _NOON <= there.hour and second.start - first.end <= _CITY:
            stamp = _stamp(text, first.start, words)
            if stamp is not None and stamp == _stamp(text, second.start, words):
                found.add(first.start)
    return frozenset(found)


_NOON, _CITY = 12, 24
"""Noon; and the characters between the two clocks of a stamp, which name the first one's city."""


def days_past(
    text: str, expressions: Sequence[Expression], published: date | None, words: Collection[str]
) -> int:
    """The last day, counted from publication, that the stamps of a live page name; 0 for any other text.

    `words`: what such a stamp opens with, in small letters ("update").
    """
    if published is None:
        return 0
    told_in = [
        (_stamp(text, e.start, words), e) for e in expressions if e.weekday or isinstance(e.form, Clock)
    ]
    stamped = {e.weekday for stamp, e in told_in if stamp is not None and e.weekday is not None}
    if len({stamp for stamp, _ in told_in if stamp is not None}) < _STAMPS:
        return 0
    if past_midnight(text, expressions, words):
        stamped |= {_weekday_after(published, 1)}
    told = (days for days in range(_DAYS, 0, -1) if _weekday_after(published, days) in stamped)
    return next(told, 0)


def _stamp(text: str, start: int, words: Collection[str]) -> int | None:
    """Where the bracket of the stamp opens that holds what starts at `start`."""
    first = max(0, start - _REACH)
    before = text[first:start]
    opened = before.rfind("(")
    if opened < 0 or ")" in before[opened:]:
        return None
    opening = before[opened + 1 :].split(maxsplit=1)[:1]
    return first + opened if opening and opening[0].lower() in words else None


def _weekday_after(published: date, days: int) -> int:
    """ISO weekday some days on."""
    return (published.isoweekday() - 1 + days) % 7 + 1
