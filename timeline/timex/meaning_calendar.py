"""Meanings of calendar expressions: days, months, quarters, seasons, years, and units next to them."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from timeline.timex.forms import Calendar, Form, Grain, Holiday, Several, Shift
from timeline.timex.grammar import Parts

UNIT_GRAIN: dict[str, Grain] = {
    "S": "second",
    "MIN": "minute",
    "H": "hour",
    "D": "day",
    "WE": "weekend",
    "W": "week",
    "M": "month",
    "Q": "quarter",
    "Y": "year",
    "DE": "decade",
    "CE": "century",
}


def year_of(parts: Parts, name: str = "y") -> int | None:
    return parts.whole(name, "year", "spelledyear", "shortyear", "smallyear", "faryear")


def which_of(parts: Parts, name: str = "wh") -> int | None:
    """-1, 0 or 1 as "last", "this", "next" and their like say."""
    if not parts.has(name):
        return None
    values = [parts.whole(name, kind) for kind in ("deictic", "anaphoric")]
    counts = [v for v in values if v is not None]
    if parts.has(name) and parts.place(name)[1] - parts.place(name)[0] > 1:  # "this past", "this coming"
        _, stop = parts.place(name)
        last = parts.tokens.entries[stop - 1].values
        return int(last.get("deictic", last.get("anaphoric", 0)))
    return counts[0] if counts else 0


def mod_of(parts: Parts, name: str = "e") -> str | None:
    """START, MID or END; "earlier" and "later" only point and set no modifier."""
    mod = parts.word(name, "edge") or parts.word(name, "edgenoun")
    return mod if mod in ("START", "MID", "END") else None


def quant_of(parts: Parts) -> str:
    """EVERY or EACH."""
    return "EACH" if parts.get("every", "each") else "EVERY"


def calendar(parts: Parts) -> Form | None:
    """Days, months and years as written: whatever of weekday, day, month and year is there."""
    written = parts.all("fulldate")
    if written:
        year, month, day = (int(piece) for piece in str(written[0]).split("-"))
        swapped = bool(parts.all("otherdate"))
        return Calendar("day", year, month, day, weekday=parts.whole("w", "weekday"), swapped=swapped)
    return _pieces(parts, parts.whole("m", "month"), parts.whole("d", "day", "dayord"), year_of(parts))


def _pieces(parts: Parts, month: int | None, day: int | None, year: int | None) -> Form | None:
    if day is not None and not 1 <= day <= 31:
        return None
    of = parts.form("of")
    bc = parts.has("bc")
    which = which_of(parts) if year is None else None
    grain: Grain = "day" if day is not None else "month" if month is not None else "year"
    if grain == "year" and not year:
        return None
    return Calendar(
        grain,
        year,
        month,
        day,
        weekday=parts.whole("w", "weekday"),
        which=which,
        of=of,
        mod=mod_of(parts) or ("APPROX" if parts.all("circa") else None),
        bc=bc,
        fiscal=bool(parts.all("fiscal")),
    )


def edge_of(parts: Parts) -> Form | None:
    """ "the end of 1990": the period with a modifier."""
    form = parts.form("of")
    mod = mod_of(parts, "edge")
    if isinstance(form, Calendar):
        return replace(form, mod=mod)
    return form


def unit_end(parts: Parts) -> Form | None:
    """ "year's end", "month end"."""
    return Calendar(UNIT_GRAIN[parts.word("u", "unit1") or "Y"], which=0, mod="END")


def quarter(parts: Parts) -> Form | None:
    number = parts.whole("q", "ord", "quartercode")
    if number is None or not 1 <= number <= 4:
        return None
    of = parts.form("of")
    told = Calendar("quarter", year_of(parts), number=number, of=of, fiscal=bool(parts.all("fiscal")))
    return Shift("Y", 1, -1, anchor=told) if parts.has("agoq") else told


def named_quarter(parts: Parts) -> Form | None:
    """ "the final quarter of 2014", "the last quarter of this year"."""
    return Calendar("quarter", year_of(parts), number=parts.whole("q", "quarterplace"), of=parts.form("of"))


def year_quarter(parts: Parts) -> Form | None:
    """ "the 1988 quarter", "the 1988 period": the one that is spoken of, of that year."""
    mod = "PERIOD" if parts.get("u", "unit1") is None else None
    return Calendar("quarter", year_of(parts), anchor="mentioned", mod=mod)


def half(parts: Parts) -> Form | None:
    number = parts.whole("h", "halfplace", "halfcode")
    count = parts.whole("n", "num")
    if count is not None:
        if count != 2:
            return None
        number = 1
    return Calendar("half", year_of(parts), number=number, of=parts.form("of"))


def season(parts: Parts) -> Form | None:
    return Calendar(
        "season",
        year_of(parts),
        number=parts.whole("s", "season"),
        which=which_of(parts),
        of=parts.form("of"),
        mod=mod_of(parts),
        bc=parts.has("bc"),
        anchor="mentioned" if parts.arg("mentioned") else "published",
    )


def decade(parts: Parts) -> Form | None:
    year = parts.whole("y", "year", "smallyear")
    if year is not None and year < 1000 and not parts.has("bc"):
        return None
    if year is None:
        decades = parts.all("decade")
        if decades:
            year = int(decades[0])
        else:
            tens = parts.all("tens")
            year = 1900 + int(tens[0]) if tens else None
    if year is None or year % 10:
        return None
    return Calendar("decade", year, mod=mod_of(parts), bc=parts.has("bc"))


def short_decade(parts: Parts) -> Form | None:
    """ "the late 80s"; "the mid-20s" are rather degrees, percent or an age."""
    year = parts.whole("y", "twodigit")
    if year is None or year % 10 or year < _LATE_DECADE:
        return None
    return Calendar("decade", 1900 + year, mod=mod_of(parts))


_LATE_DECADE = 50
""""The 50s" and later are decades of the 20th century."""


def century(parts: Parts) -> Form | None:
    number = parts.whole("c", "ord", "day")
    if number is None or not 1 <= number <= 30:
        return None
    return Calendar("century", (number - 1) * 100, mod=mod_of(parts), bc=parts.has("bc"))


def holiday(parts: Parts) -> Form | None:
    return Holiday(parts.arg("title"), parts.arg("rule"), year_of(parts), which_of(parts))


def day_list(parts: Parts) -> Form | Several | None:
    """ "5–7 January", "May 2, 9 and 16": days that share a month, in order."""
    month, year = parts.whole("m", "month"), year_of(parts)
    start, stop = parts.place("days")
    entries = parts.tokens.entries
    places = [at for at in range(start, stop) if "day" in entries[at].values]
    days = [int(entries[at].values["day"]) for at in places]
    joined = any("dayjoint" in entry.values for entry in entries[start:stop])
    if month is None or not joined or any(a >= b for a, b in pairwise(days)):
        return None
    first = parts.at if parts.place("m")[0] < start else places[0]
    ends = [at + 1 + ("ordend" in entries[at + 1].values if at + 1 < stop else 0) for at in places]
    if parts.place("m")[0] > start or parts.has("y"):
        ends[-1] = parts.stop
    starts = [first, *places[1:]]
    return Several(
        tuple(
            (at, end, Calendar("day", year, month, day))
            for at, end, day in zip(starts, ends, days, strict=True)
        )
    )


def bc_range(parts: Parts) -> Form | Several | None:
    first, last = year_of(parts, "y1"), year_of(parts, "y2")
    if first is None or last is None or first <= last:
        return None
    (a, b), (c, _) = parts.place("y1"), parts.place("y2")
    return Several(
        ((a, b, Calendar("year", first, bc=True)), (c, parts.stop, Calendar("year", last, bc=True)))
    )


def year_range(parts: Parts) -> Form | Several | None:
    """ "1914–18"."""
    first, last = year_of(parts, "y1"), parts.whole("y2", "twodigit")
    if first is None or last is None or last <= first % 100:
        return None
    (a, b), (c, d) = parts.place("y1"), parts.place("y2")
    return Several(((a, b, Calendar("year", first)), (c, d, Calendar("year", first - first % 100 + last))))


def known_day(parts: Parts) -> Form | None:
    """A day that everyone knows without its year: "the Sept. 11 attacks"."""
    _, month, day = (int(piece) for piece in parts.arg("rule").split("-"))
    if (parts.whole("m", "month"), parts.whole("d", "day")) != (month, day):
        return None
    return Holiday(parts.rule.name, parts.arg("rule"))
