"""Meanings of units and weekdays next to an anchor: "last week", "the following day", "every Tuesday"."""

from __future__ import annotations

from timeline.timex.forms import Calendar, Every, Form, Several, Shift
from timeline.timex.grammar import Parts
from timeline.timex.meaning_calendar import UNIT_GRAIN, mod_of, quant_of, which_of, year_of


def weekday(parts: Parts) -> Form | None:
    return Calendar(
        "day",
        weekday=parts.whole("w", "weekday", "lowweekday"),
        which=which_of(parts),
        mod=mod_of(parts),
        anchor="mentioned" if parts.arg("mentioned") else "published",
    )


def weekdays_ago(parts: Parts) -> Form | None:
    """ "two Sundays ago": the Sunday before the last one."""
    count = parts.whole("n", "num", "couple")
    last = Calendar("day", weekday=parts.whole("w", "weekdays"), which=-1)
    return Shift("D", 7 * (count - 1), -1, anchor=last) if count else None


def unit_of_day(parts: Parts) -> Form | None:
    """ "the week of March 6"."""
    return Calendar(UNIT_GRAIN[parts.word("u", "unit1") or "W"], of=parts.form("of"))


def weekday_week(parts: Parts) -> Form | None:
    """ "Friday next week"."""
    return Calendar(
        "day",
        weekday=parts.whole("w", "weekday"),
        of=Calendar("week", which=which_of(parts)),
    )


def nth_weekday(parts: Parts) -> Form | None:
    """ "the first Monday in May", "the last Sunday of January 2011"."""
    number = parts.whole("n", "ord") or -1
    if number > _WEEKDAYS:
        return None
    return Calendar("day", weekday=parts.whole("w", "weekday"), number=number, of=parts.form("of"))


_WEEKDAYS = 5
"""A month has no weekday more often."""


def dayshift(parts: Parts) -> Form | None:
    shift = parts.whole("s", "dayshift")
    return Shift("D", abs(shift or 0), -1 if (shift or 0) < 0 else 1, mod=mod_of(parts))


def which_unit(parts: Parts) -> Form | None:
    """ "last week", "this year", "the current quarter"."""
    unit = parts.word("u", "unit1")
    which = which_of(parts) or 0
    if unit == "N":
        return None
    if unit in ("S", "MIN", "H") or unit not in UNIT_GRAIN:
        return None
    return Calendar(UNIT_GRAIN[unit], which=which, mod=mod_of(parts), fiscal=bool(parts.all("fiscal")))


def that_unit(parts: Parts) -> Form | None:
    """ "that year", "the following day": counted from what was mentioned last."""
    unit = parts.word("u", "unit1")
    if unit not in UNIT_GRAIN or unit in ("S", "MIN", "H"):
        return None
    which = which_of(parts) or 0
    return Calendar(UNIT_GRAIN[unit], which=which, anchor="mentioned", mod=mod_of(parts))


def the_unit(parts: Parts) -> Form | None:
    """ "the year", "the quarter": the one that is spoken of."""
    unit = parts.word("u", "unit1")
    if unit not in ("D", "W", "WE", "M", "Q", "Y"):
        return None
    fiscal = bool(parts.all("fiscal"))
    return Calendar(UNIT_GRAIN[unit], anchor="mentioned", fiscal=fiscal, mod=mod_of(parts))


def latest_unit(parts: Parts) -> Form | None:
    """ "the latest quarter", "the latest fiscal year": the last one that is over."""
    unit = parts.word("u", "unit1") or "Q"
    if unit == "Q":
        return Calendar("quarter", anchor="mentioned")
    return Calendar(UNIT_GRAIN[unit], which=-1, fiscal=bool(parts.all("fiscal")))


def year_ago(parts: Parts) -> Form | None:
    """ "the year-ago quarter", "last year's quarter", "the corresponding period last year"."""
    year = year_of(parts)
    if year is not None:
        return Calendar("quarter", year, anchor="mentioned")
    return Shift("Y", 1, -1, anchor="mentioned", loose=True, same=bool(parts.arg("same")))


def every_month(parts: Parts) -> Form | None:
    return Every(f"XXXX-{parts.whole('m', 'month'):02d}", quant=quant_of(parts))


def every_weekday(parts: Parts) -> Form | None:
    day = parts.whole("w", "weekday", "lowweekday", "weekdays")
    part = parts.word("p", "part")
    return Every(f"XXXX-WXX-{day}" + (f"T{part}" if part else ""), quant=quant_of(parts))


def every_weekdays(parts: Parts) -> Form | Several | None:
    """ "Monday and Tuesday nights": the plural makes both of them recur."""
    start, stop = parts.place("days")
    entries = parts.tokens.entries
    places = [at for at in range(start, stop) if "weekday" in entries[at].values]
    part = parts.word("p", "parts")
    stops = [*(at + 1 for at in places[:-1]), parts.stop]
    days = [Every(f"XXXX-WXX-{entries[at].values['weekday']}T{part}") for at in places]
    return Several(tuple(zip(places, stops, days, strict=True)))


def nth_day(parts: Parts) -> Form | None:
    """ "It is the second day of the offensive": the day of publication."""
    return Shift("D", 0, 1)


def period(parts: Parts) -> Form | None:
    """ "this period": the time that was mentioned last, however long."""
    return Calendar("year", anchor="mentioned", mod="PERIOD")


def message_weekend(parts: Parts) -> Form | None:
    return Calendar("weekend", which=0)


def every_weekend(parts: Parts) -> Form | None:
    return Every("XXXX-WXX-WE", quant="EVERY")
