"""Meanings of amounts: durations, shifts by an amount, sets."""

from __future__ import annotations

from dataclasses import replace

from timeline.timex.forms import Anchor, Calendar, Duration, Every, Form, Reference, Shift
from timeline.timex.grammar import Parts
from timeline.timex.meaning_calendar import UNIT_GRAIN, mod_of, quant_of
from timeline.timex.moments import SEASONS

_SCALE = {"DE": (10, "Y"), "CE": (100, "Y"), "ML": (1000, "Y"), "FN": (2, "W"), "6M": (6, "M"), "N": (1, "N")}
_SUFFIX = {"S": "TS", "MIN": "TM", "H": "TH", "D": "D", "W": "W", "M": "M", "Q": "Q", "Y": "Y", "WE": "WE"}

_HALVES = {"Y": "6M", "H": "30M", "MIN": "30S"}
"""What half a unit is, in whole smaller ones."""


def unit_of(parts: Parts, name: str = "u") -> str:
    return parts.word(name, "unit1") or parts.word(name, "units") or ""


def amount_of(parts: Parts, name: str = "n") -> float | None:
    """The number that an amount says; None where it is vague ("several")."""
    start, stop = parts.place(name)
    total: float = 0
    seen = False
    for entry in parts.tokens.entries[start:stop]:
        values = entry.values
        if "vague" in values:
            return None
        if "half" in values:
            total += float(values["half"])
            if not seen:
                return total
        elif "couple" in values or "dozen" in values:
            word = values.get("couple") or values.get("dozen")
            total = float(word or 0) * (total if seen and total > 1 else 1)
            seen = True
        elif "num" in values and not (seen and total == 1 and "one" in values):
            total = float(values["num"]) if not seen or total == 1 else total
            seen = True
        elif ("article" in values or "another" in values) and not seen:
            total = 1
            seen = True
    return total if seen or total else 1


def write_amount(number: float | None, unit: str) -> str:
    """TIMEX3 duration: P2Y, PT36H, PXM, P2.5Y."""
    if unit in _SCALE:
        factor, unit = _SCALE[unit]
        if number is None:
            return {10: "PXDE", 100: "PXCE", 1000: "PXML", 2: "PXW", 6: "PXM"}.get(factor, "PXD")
        number *= factor
    if unit == "N":
        return f"P{_figure(number)}D"
    if number is not None and number % 1 == 0.5 and unit in _HALVES:
        whole, half = int(number), _HALVES[unit]
        return (
            f"PT{f'{whole}{unit[0]}' if whole else ''}{half}"
            if unit in ("H", "MIN")
            else (f"P{f'{whole}{unit}' if whole else ''}{half}")
        )
    suffix = _SUFFIX.get(unit, unit)
    if suffix.startswith("T"):
        return f"PT{_figure(number)}{suffix[1:]}"
    return f"P{_figure(number)}{suffix}"


def _figure(number: float | None) -> str:
    if number is None:
        return "X"
    if number != number or number > 10**12:
        return "X"
    return str(int(number)) if number == int(number) else f"{number:.6f}".rstrip("0")


def approx_of(parts: Parts) -> str | None:
    """MORE_THAN and the like, from the words before the amount."""
    if not parts.has("mod"):
        return "APPROX" if parts.has("or_so") else None
    start, stop = parts.place("mod")
    entries = parts.tokens.entries[start:stop]
    words = parts.tokens.words(start, stop).lower().split()
    if words[0] in ("no", "not"):
        return "EQUAL_OR_LESS"
    if words[:2] == ["at", "least"]:
        return "EQUAL_OR_MORE"
    if words[:2] in (["at", "most"], ["up", "to"]):
        return "EQUAL_OR_LESS"
    for entry in entries:
        mod = entry.values.get("about") or entry.values.get("more") or entry.values.get("over")
        if mod and mod != "EXACT":
            return str(mod)
    return None


def duration(parts: Parts) -> Form | None:
    number = amount_of(parts)
    unit = unit_of(parts)
    if parts.has("h"):
        number = (number or 0) + 0.5
    if parts.get("n", "another") and not parts.all("num"):
        number = 1
    return Duration(write_amount(number, unit), approx_of(parts))


def duration_two(parts: Parts) -> Form | None:
    """ "an hour thirty minutes"."""
    first, second = unit_of(parts), unit_of(parts, "u2")
    order = ["Y", "M", "W", "D", "H", "MIN", "S"]
    if first not in order or second not in order or order.index(first) >= order.index(second):
        return None
    one, two = write_amount(amount_of(parts), first), write_amount(amount_of(parts, "n2"), second)
    if one.startswith("PT") and two.startswith("PT"):
        return Duration(one + two[2:])
    return Duration(one + two[1:])


def vague_units(parts: Parts) -> Form | None:
    """ "recent years", "coming weeks"."""
    return Duration(write_amount(None, unit_of(parts)))


def bare_units(parts: Parts) -> Form | None:
    return Duration(write_amount(None, unit_of(parts)))


def ago(parts: Parts) -> Form | None:
    unit = unit_of(parts)
    number = amount_of(parts) if parts.has("n") else None
    return Shift(unit, number, -1, mod=approx_of(parts), loose=number == 1 and unit == "Y")


def hence(parts: Parts) -> Form | None:
    return Shift(unit_of(parts), amount_of(parts), 1, mod=approx_of(parts))


def later(parts: Parts) -> Form | None:
    """ "two days later", "the day before", "three days after 5 May"."""
    unit = unit_of(parts)
    number: float | None = 1
    if parts.has("n"):
        number = amount_of(parts)
    elif parts.get("u", "units"):
        number = None
    entries = parts.tokens.entries[slice(*parts.place("dir"))]
    sign = 1
    for entry in entries:
        if "before" in entry.values:
            sign = -1
    part = parts.word("u", "part")
    if part and not unit:
        unit = "D"
    of = parts.form("of")
    if (
        isinstance(of, Calendar)
        and of.weekday
        and not of.month
        and not parts.get("dir", "after")
        and sign > 0
    ):
        of = replace(of, which=1)  # "a week from Tuesday"
    anchor: Anchor | Form = of if of is not None else "mentioned"
    exact = of is not None and unit in ("W", "M", "Y")
    return Shift(unit, number, sign, anchor, approx_of(parts), number == 1 and unit == "Y", exact)


def past_unit(parts: Parts) -> Form | None:
    """ "the past year": a date for the year, an amount for other units."""
    unit = unit_of(parts)
    if unit == "Y":
        return Calendar("year", which=-1, mod=mod_of(parts))
    return Duration(write_amount(1, unit)) if unit in UNIT_GRAIN or unit in _SCALE else None


def every_unit(parts: Parts) -> Form | None:
    unit = unit_of(parts)
    number: float | None = 1
    quant: str | None = quant_of(parts)
    if parts.has("n"):
        number = parts.whole("n", "everyother") or amount_of(parts)
    freq = None
    if parts.has("f"):
        count = parts.whole("f", "times", "num")
        freq = f"{count}X"
        quant = None
    return Every(write_amount(number, unit), freq, quant)


def freqword(parts: Parts) -> Form | None:
    return Every(parts.word("f", "freqword") or "P1D", quant="EVERY")


def present(parts: Parts) -> Form | None:
    return Reference("PRESENT_REF")


def past(parts: Parts) -> Form | None:
    return Reference("PAST_REF")


def future(parts: Parts) -> Form | None:
    return Reference("FUTURE_REF")


def long_unit(parts: Parts) -> Form | None:
    """ "month-long", "weeklong"; "decades-long" is of no told number."""
    unit = parts.word("long", "longword")
    if unit is not None:
        return Duration(write_amount(1, unit))
    number = None if parts.get("u", "units") else 1
    return Duration(write_amount(number, unit_of(parts)))


def quarter_century(parts: Parts) -> Form | None:
    """Twenty-five years, as an amount or counted from here or from there."""
    if not parts.has("dir"):
        return Duration("P25Y", approx_of(parts))
    ago = parts.get("dir", "ago") is not None
    sign = 1 if parts.get("dir", "after") else -1
    return Shift("Y", 25, sign, "published" if ago else "mentioned", approx_of(parts))


def ago_on(parts: Parts) -> Form | None:
    """ "a week ago today", "two weeks ago Tuesday"."""
    unit, number = unit_of(parts), amount_of(parts)
    if number is None:
        return None
    shift = Shift(unit, number, -1, exact=True)
    weekday = parts.whole("on", "weekday")
    if weekday is not None:
        return Calendar("day", weekday=weekday, of=Shift(unit, number, -1)) if unit == "W" else None
    days = parts.whole("on", "dayshift")
    if days is None or days > 0:
        return None
    return Shift("D", -days, -1, anchor=shift) if days else shift


def every_part(parts: Parts) -> Form | None:
    """ "every morning", "each summer"."""
    part, season = parts.word("p", "part"), parts.whole("s", "season")
    if part:
        code = {"DW": "MO", "DK": "EV"}.get(part, part)
        return Every(f"XXXX-XX-XXT{code}", quant=quant_of(parts))
    return Every(f"XXXX-{SEASONS[season or 1]}", quant=quant_of(parts))


def one_year(parts: Parts) -> Form | None:
    """ "the year ended March 31": twelve months, of no calendar year."""
    return Duration("P1Y")


def message_unit(parts: Parts) -> Form | None:
    """A bare "day" or "week" in a message: a length of time. "min" and "yr" need their number."""
    unit = unit_of(parts)
    if parts.get("u", "abbreviated") is not None:
        return None
    return None if unit in ("N", "WE", "Q", "S") else Duration(write_amount(1, unit))
