"""Stretches of time: beside the day of publication, "the past week", or from date to date, "1991-95"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from timeline.dates import Granularity, Span, add_months
from timeline.events.sentence.words import Words
from timeline.model import Sentence, Timex

_VALUE = re.compile(r"P(\d{1,3}|X)([DWMY])")
_DASHES = ("-", "–", "—", "/")
_DAYS = {"D": 1, "W": 7, "M": 30, "Y": 365}
_ROLLING = {Granularity.WEEK: "P1W", Granularity.MONTH: "P1M", Granularity.YEAR: "P1Y"}
_FEW = 3
_APART = 7
"""Days between two dates of which one is meant: "this week or early next week"."""
_LONGEST = 366
"""Days; what is longer dates an age, not an event."""


def stretched(timex: Timex, words: Words, published: date | None, before: str = "") -> Timex:
    """The expression with the rough span it denotes beside `published`; as it is where it denotes none.

    `before`: the word that stands before it.
    """
    parts = timex.text.lower().split()
    value = _VALUE.fullmatch(timex.value)
    definite = words.definite in (before.lower(), *parts[:1]) and timex.basis == "published"
    if timex.type == "DATE" and timex.span is not None and definite:
        value = _VALUE.fullmatch(_ROLLING.get(timex.span.granularity, ""))  # "over the past year"
    elif timex.span is not None or timex.type != "DURATION":
        return timex
    if published is None or value is None:
        return timex
    ahead = any(words.among(part, "links.ahead") for part in parts)
    behind = any(words.among(part, "links.behind") for part in parts)
    days = (_FEW if value[1] == "X" else int(value[1])) * _DAYS[value[2]]
    if ahead == behind or days > _LONGEST or days < 1:
        return timex
    length = timedelta(days=days)
    try:
        far = published + length if ahead else published - length
    except OverflowError:
        return timex
    months = {"M": 1, "Y": 12}.get(value[2], 0) * (days // _DAYS[value[2]])
    if months:
        far = add_months(published, months if ahead else -months) or far
    first, last = (published + timedelta(days=1), far) if ahead else (far, published)
    side = "after" if ahead else "up to"
    reason = f"“{timex.text}” is roughly {days} days {side} the day of publication, {published.isoformat()}"
    return replace(timex, span=Span(first, last, Granularity.APPROX), basis="published", reason=reason)


def ranges(sentence: Sentence, timexes: Sequence[Timex], words: Words) -> list[Timex]:
    """The expressions with two that only a dash or an "or" joins made one: "the 1991-95 war"."""
    kept: list[Timex] = []
    for timex in timexes:
        last = kept[-1] if kept else None
        if last is not None and (joined := _joined(sentence, last, timex, words)) is not None:
            kept[-1] = joined
        else:
            kept.append(timex)
    return kept


def the_days(sentence: Sentence, timexes: Sequence[Timex], words: Words) -> list[Timex]:
    """The expressions, with "the day" that a clause follows as the day named right before it: "by July 20,
    the day he is to visit"; without it where none is."""
    kept: list[Timex] = []
    for timex in timexes:
        after = sentence.text[timex.end - sentence.start :].split(maxsplit=1)[:1]
        told = words.among(timex.text.lower(), "links.the_day") and timex.basis != "written"
        clause = bool(after) and (after[0][:1].isupper() or words.among(after[0].lower(), "links.clause"))
        if not told or not clause:
            kept.append(timex)
        elif kept and kept[-1].span is not None and timex.start - kept[-1].end <= _NEAR:
            kept.append(replace(timex, span=kept[-1].span, basis=kept[-1].basis, reason=kept[-1].reason))
        else:
            kept.append(replace(timex, span=None, basis="none"))
    return kept


_NEAR = 30
"""Characters from a date to "the day" that it is."""


def _joined(sentence: Sentence, first: Timex, second: Timex, words: Words) -> Timex | None:
    between = sentence.text[first.end - sentence.start : second.start - sentence.start]
    a, b = first.span, second.span
    either = words.among(between.strip().lower(), "links.either")
    if not (either or between.strip() in _DASHES) or a is None or b is None or b.last is None:
        return None
    if either and (a.last is None or not 0 < (b.first - a.last).days <= _APART):
        return None
    if (not either and a.granularity != b.granularity) or a.first > b.last:
        return None
    text = sentence.text[first.start - sentence.start : second.end - sentence.start]
    reason = f"“{text}” runs from “{first.text}” to “{second.text}”"
    span = Span(a.first, b.last, Granularity.APPROX if either else a.granularity)
    return replace(first, end=second.end, text=text, span=span, reason=reason)
