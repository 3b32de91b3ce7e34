"""Pages that were written on for days: how far their own stamps run past the day of publication.

"(Update 1:50 a.m. Wednesday in Cairo, 6:50 p.m. ET Tuesday)" on a page of Monday tells of Wednesday.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from timeline.timex.expression import Expression

_REACH = 100
"""Characters from a stamp's bracket to its weekday."""
_STAMPS = 2
"""Stamps from which on a page is a live one."""
_DAYS = 2
"""Days past publication that a page is followed."""


def days_past(
    text: str, expressions: Sequence[Expression], published: date | None, words: Collection[str]
) -> int:
    """The last day, counted from publication, that the stamps of a live page name; 0 for any other text.

    `words`: what such a stamp opens with, in small letters ("update").
    """
    if published is None:
        return 0
    stamped = [e.weekday for e in expressions if e.weekday is not None and _in_stamp(text, e.start, words)]
    if len(stamped) < _STAMPS:
        return 0
    days = 0
    while days < _DAYS and (published + timedelta(days=days + 1)).isoweekday() in stamped:
        days += 1
    return days


def _in_stamp(text: str, start: int, words: Collection[str]) -> bool:
    before = text[max(0, start - _REACH) : start]
    opened = before.rfind("(")
    if opened < 0 or ")" in before[opened:]:
        return False
    first = before[opened + 1 :].split(maxsplit=1)[:1]
    return bool(first) and first[0].lower() in words
