"""Expression: a time expression that has been recognised and not yet anchored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from timeline.dates import Span
from timeline.timex.forms import Calendar, Clock, Form, Part

ExpressionZone = Literal["body", "title", "dateline", "caption"]


@dataclass(frozen=True, slots=True)
class Expression:
    """`text` is `article.text[start:end]`; `form` is what it says, which only the resolver turns into a date.

    absolute: the day that a fully written date denotes without any anchor ("January 6, 2022"), else None.
    weekday: ISO weekday (1 Monday to 7 Sunday) where one is named, alone or beside a date, else None.
    month_day: (month, day) of a date told without its year ("January 2"), else None.
    """

    start: int
    end: int
    text: str
    form: Form
    zone: ExpressionZone = "body"
    rule: str = ""
    narrow: bool = False
    """By a rule that does not hold in news."""

    @property
    def absolute(self) -> Span | None:
        day = self._day()
        if day is None or None in (day.year, day.month, day.day) or day.bc:
            return None
        try:
            return Span.day(date(day.year or 0, day.month or 0, day.day or 0))
        except ValueError:
            return None

    @property
    def weekday(self) -> int | None:
        day = self._day()
        return None if day is None or day.which is not None or day.of is not None else day.weekday

    @property
    def month_day(self) -> tuple[int, int] | None:
        day = self._day()
        if day is None or day.year is not None or day.of is not None or not day.month or not day.day:
            return None
        return day.month, day.day

    def _day(self) -> Calendar | None:
        form: Form | None = self.form
        if isinstance(form, Clock | Part):
            form = form.on
        return form if isinstance(form, Calendar) and form.grain == "day" else None
