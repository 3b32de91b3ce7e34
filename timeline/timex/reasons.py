"""The one sentence that tells a reader how an expression got its date."""

from __future__ import annotations

from datetime import date

from timeline.model import Basis
from timeline.timex.expression import Expression
from timeline.timex.moments import Moment

_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTHS = "January February March April May June July August September October November December".split()


def long_date(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def day_and_date(day: date) -> str:
    return f"{_DAYS[day.weekday()]} {long_date(day)}"


class Reason:
    """Sentences for one article."""

    def __init__(self, published: date | None) -> None:
        self.published = published

    def sentence(
        self, expression: Expression, kind: str, value: str, why: str, basis: Basis, moment: Moment | None
    ) -> str:
        said = f"“{' '.join(expression.text.split())}”"
        if kind == "DURATION":
            return f"{said} is a length of time, not a date."
        if kind == "SET":
            return f"{said} happens again and again; it is no single date."
        if moment is None:
            return f"{said} points to no place on the calendar."
        if basis == "written":
            return f"{said} is written in full."
        where = ""
        if basis == "published" and self.published is not None:
            where = f" in an article of {long_date(self.published)}"
        elif basis == "mentioned":
            where = ", counted from the date mentioned before it"
        return f"{said}{where}."
