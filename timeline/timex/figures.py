"""What a number can be, from its shape alone: a year, a day, a clock time, a numeric date."""

from __future__ import annotations

import re

from timeline.timex.lexicon import Entry, Lexicon, Value

_CLOCK = re.compile(r"(\d{1,2}):(\d\d)(?::(\d\d))?")
_ISO = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})")
_NUMERIC = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")


def entry_of(lexicon: Lexicon, values: dict[str, Value]) -> Entry:
    return Entry(lexicon.signatures.number(values), values)


def short_year(word: str, lexicon: Lexicon) -> Entry:
    """'82 or '90s."""
    year = int(word[1:3])
    full = year + (2000 if year < 30 else 1900)
    return entry_of(lexicon, {"decade": full - full % 10} if word.endswith("s") else {"shortyear": full})


def shape(word: str, glued: bool, lexicon: Lexicon) -> Entry | None:
    """The entry of one whole number, clock time or numeric date; None where it is several."""
    if glued:
        return lexicon.other
    if word.isdecimal():
        return entry_of(lexicon, plain_number(int(word), len(word)))
    if found := _CLOCK.fullmatch(word):
        hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
        if hour <= 24 and minute < 60 and second < 60:
            values: dict[str, Value] = {"clock": hour * 3600 + minute * 60 + second}
            if found[3]:
                values["withseconds"] = 1
            return entry_of(lexicon, values)
        return lexicon.other
    if found := _ISO.fullmatch(word):
        year, month, day = map(int, found.groups())
        if 1 <= month <= 12 and 1 <= day <= 31 and year:
            return entry_of(lexicon, {"fulldate": f"{year:04d}-{month:02d}-{day:02d}"})
        return lexicon.other
    if found := _NUMERIC.fullmatch(word):
        first, second, year = int(found[1]), int(found[3]), int(found[4])
        year_first = bool(lexicon.settings.get("day_first")) or found[2] == "."
        if len(found[4]) == 2:
            year += 2000 if year < 50 else 1900
        day, month = (first, second) if year_first else (second, first)
        if month > 12 >= day:
            day, month = month, day
        if 1 <= month <= 12 and 1 <= day <= 31 and year:
            ambiguous = first <= 12 and second <= 12 and first != second
            values = {"fulldate": f"{year:04d}-{month:02d}-{day:02d}"}
            if ambiguous:
                values["otherdate"] = f"{year:04d}-{day:02d}-{month:02d}"
            return entry_of(lexicon, values)
        return lexicon.other
    if _THOUSANDS.fullmatch(word):
        return entry_of(
            lexicon, {"num": float(word.replace(",", "")) if "." in word else int(word.replace(",", ""))}
        )
    if word.count(".") == 1 and re.fullmatch(r"\d+\.\d+", word):
        values = {"num": float(word), "decimal": word}
        hours, _, minutes = word.partition(".")
        if len(minutes) == 2 and int(hours) <= 24 and int(minutes) < 60:
            values["dotclock"] = int(hours) * 3600 + int(minutes) * 60
        return entry_of(lexicon, values)
    if word == "1/2":
        return entry_of(lexicon, {"half": 0.5})
    if re.fullmatch(r"[134]/[48]", word):
        return entry_of(lexicon, {"half": int(word[0]) / int(word[2])})
    if re.fullmatch(r"\d{1,4}/\d{1,4}", word):
        return _slashed(word, lexicon)
    return None


def _slashed(word: str, lexicon: Lexicon) -> Entry | None:
    """9/11 as a month and a day; 2008/09 as two years."""
    first, second = map(int, word.split("/"))
    if len(word.split("/")[0]) == 4:
        return None
    day, month = (first, second) if lexicon.settings.get("day_first") else (second, first)
    if month > 12 >= day:
        day, month = month, day
    if 1 <= month <= 12 and 1 <= day <= 31:
        return entry_of(lexicon, {"monthday": month * 100 + day})
    return lexicon.other


def plain_number(number: int, digits: int) -> dict[str, Value]:
    """The kinds of a number written with `digits` digits."""
    values: dict[str, Value] = {"num": number}
    if digits <= 2:
        if 1 <= number <= 31:
            values["day"] = number
        if number <= 24:
            values["hour"] = number
        if digits == 2:
            values["twodigit"] = number
            if number < 60:
                values["minute"] = number
    if digits in (1, 2, 3):
        values["smallyear"] = number
    elif digits == 4:
        if 1000 <= number <= 2999:
            values["year"] = number
        else:
            values["faryear" if number else "zero"] = number
        if number // 100 <= 24 and number % 100 < 60:
            values["hhmm"] = number
    elif digits == 3 and number % 100 < 60:
        values["hhmm"] = number
    if digits == 3 and 1 <= number // 100 <= 12 and number % 100 < 60:
        values["hhmm"] = number
    if digits == 5:
        values["longyear"] = number
    return values
