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
    named = [(_stamp(text, e.start, words), e.weekday) for e in expressions if e.weekday is not None]
    stamped = {weekday for stamp, weekday in named if stamp is not None}
    if len({stamp for stamp, _ in named if stamp is not None}) < _STAMPS:
        return 0
    told = (days for days in range(_DAYS, 0, -1) if (published + timedelta(days)).isoweekday() in stamped)
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
