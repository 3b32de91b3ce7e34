"""Every word that the dashboard says, from one file a language, and the forms of dates beside it."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

LANGUAGE: Final = "en"

MONTHS_LONG: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
MONTHS: Final = tuple(month[:3] for month in MONTHS_LONG)
WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@cache
def texts() -> dict[str, str]:
    return tomllib.loads((Path(__file__).parent / f"{LANGUAGE}.toml").read_text(encoding="utf-8"))


def say(key: str, n: int | None = None, **values: object) -> str:
    """The text of a key. `n` chooses the singular where there is one, and fills {n}. Raises KeyError."""
    if n == 1 and f"{key}.one" in texts():
        key = f"{key}.one"
    text = texts()[key]
    if n is not None:
        values["n"] = f"{n:,}"
    return text.format(**values) if values else text


def known(key: str, fallback: str) -> str:
    """The text of a key, or `fallback` where a table brings a value of its own."""
    return texts().get(key, fallback)


def length(days: int) -> str:
    """A stretch of days in the unit that a reader would use."""
    if days < 14:
        return say("days", days)
    if days < 60:
        return say("weeks", round(days / 7))
    if days < 730:
        return say("months", round(days / 30.44))
    return say("years", round(days / 365.25))


def tick(day: date, unit: str) -> str:
    """A date on the axis, without its year unless it is one."""
    if unit == "year":
        return str(day.year)
    return MONTHS[day.month - 1] if unit == "month" else f"{day.day} {MONTHS[day.month - 1]}"


def day_words(day: date) -> str:
    return f"{day.day} {MONTHS_LONG[day.month - 1]} {day.year}"


def month_words(day: date) -> str:
    return f"{MONTHS_LONG[day.month - 1]} {day.year}"


def day_heading(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS_LONG[day.month - 1]}"


def days(first: date, last: date) -> str:
    """Two days in words, their months abbreviated."""
    if first == last:
        return abbreviated(day_words(first))
    return abbreviated(f"{day_words(first)} – {day_words(last)}")


def abbreviated(text: str) -> str:
    """Our own date words with their months cut short, for labels."""
    return _MONTH.sub(lambda found: found[0][:3], text)


_MONTH: Final = re.compile("|".join(rf"\b{name}\b" for name in MONTHS_LONG))
