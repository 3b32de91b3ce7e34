"""Meanings of times of day."""

from __future__ import annotations

import re

from timeline.timex.forms import Calendar, Clock, Form, Part, Shift
from timeline.timex.grammar import Parts
from timeline.timex.meaning_calendar import mod_of, which_of

_TIMEX_PART = {"DW": "MO", "DK": "EV"}


def clock(parts: Parts) -> Form | None:
    """A time of day, with its zone and its day where they are told."""
    seconds = next((int(v) for kind in ("clock", "dotclock") for v in parts.all(kind)), None)
    half_day = next((int(v) for v in parts.all("ampm")), None)
    noon = next((int(v) for v in parts.all("noon")), None)
    minute: int | None
    second = None
    if noon is not None:
        hour, minute = noon, 0
    elif seconds is not None:
        hour, minute = seconds // 3600, seconds // 60 % 60
        if parts.all("withseconds"):
            second = seconds % 60
    elif parts.has("h"):
        hour, minute = parts.whole("h", "hour", "num") or 0, 0 if parts.all("oclock") else None
    else:
        packed = next((int(v) for v in parts.all("hhmm")), None)
        if packed is None:
            return None
        hour, minute = packed // 100, packed % 100
    if half_day is not None:
        if hour > 12 and seconds is None:
            return None
        if half_day == 12 and hour < 12:
            hour += 12
        elif half_day == 0 and hour == 12:
            hour = 0
        minute = minute or 0
    if hour > 24:
        return None
    part = next((str(v) for v in parts.all("part")), None)
    if part in ("AF", "EV", "NI") and hour < 12:
        hour += 12
    zone = parts.word("z", "zone") or parts.word("z", "zoneside")
    return Clock(hour, minute, second, zone, parts.form("day"), _around(parts))


def _around(parts: Parts) -> str | None:
    if not parts.has("mod"):
        return None
    if parts.get("mod", "before"):
        return "BEFORE"
    return "AFTER" if parts.get("mod", "after") else "APPROX"


_STAMP = re.compile(r"(\d{4})-(\d\d)-(\d\d).(\d\d):(\d\d)(?::(\d\d))?[.\d]*(Z|[+-]\d\d:?\d\d)?")


def stamp(parts: Parts) -> Form | None:
    """2022-01-10T14:30:00Z."""
    found = _STAMP.fullmatch(str(parts.all("stamp")[0]))
    if found is None:
        return None
    year, month, day, hour, minute = (int(piece) for piece in found.groups()[:5])
    if not (1 <= month <= 12 and 1 <= day <= 31 and hour <= 24 and minute < 60 and year):
        return None
    return Clock(hour, minute, None, found[7], Calendar("day", year, month, day))


def part(parts: Parts) -> Form | None:
    code = parts.word("p", "part") or "MO"
    return Part(_TIMEX_PART.get(code, code), parts.form("day"), mod_of(parts))


def which_part(parts: Parts) -> Form | None:
    """ "this morning", "last night", "the next evening"."""
    code = parts.word("p", "part") or "MO"
    code = _TIMEX_PART.get(code, code)
    if parts.get("wh", "dayshift") is not None:
        shift = parts.whole("wh", "dayshift") or 0
        return Part(code, Shift("D", abs(shift), -1 if shift < 0 else 1), mod_of(parts))
    which = which_of(parts) or 0
    if parts.arg("mentioned"):
        return Part(code, Calendar("day", which=which, anchor="mentioned"), mod_of(parts))
    return Part(code, Shift("D", abs(which), -1 if which < 0 else 1), mod_of(parts))


def the_part(parts: Parts) -> Form | None:
    code = parts.word("p", "part") or "MO"
    return Part(_TIMEX_PART.get(code, code), Calendar("day", which=0, anchor="mentioned"), mod_of(parts))


def tonight(parts: Parts) -> Form | None:
    return Part("NI", Shift("D", 0, 1), mod_of(parts))


def part_night(parts: Parts) -> Form | None:
    return Part("NI", parts.form("day"))


def message_part(parts: Parts) -> Form | None:
    """A bare "morning" in a message: of the day it was written."""
    code = parts.word("p", "part") or parts.word("p", "parts") or "MO"
    return Part(_TIMEX_PART.get(code, code), mod=mod_of(parts))
