"""The one sentence that tells a reader how an expression got its date."""

from __future__ import annotations

from datetime import date

from timeline.language import lexicon
from timeline.model import Article
from timeline.timex.context import Found
from timeline.timex.expression import Expression
from timeline.timex.forms import Calendar, Clock, Form, Grain, Holiday, Part
from timeline.timex.moments import Moment

_NAMES = lexicon("en", "names")
"""Reasons are told in English, whatever the article's language."""
_DAYS: list[str] = _NAMES["days"]
_MONTHS: list[str] = _NAMES["months"]
_SEASONS: list[str] = _NAMES["seasons"]
_ORDINALS: list[str] = _NAMES["ordinals"]
_LEAD = frozenset(_NAMES["lead"])
_COUNTED_FROM = frozenset(_NAMES["counted_from"])
_REACH = 12
"""Characters after an amount in which the word stands that it is counted from."""
_REFERENCES = {
    "PRESENT_REF": "means the time of writing, not a day on the calendar",
    "PAST_REF": "points to the past without saying when",
    "FUTURE_REF": "points to the future without saying when",
}
_IN_FULL = "written in full"
"""The rule of dates in languages that have no word lists here."""


def long_date(day: date) -> str:
    """10 January 2022."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def day_and_date(day: date) -> str:
    """Monday 10 January 2022."""
    return f"{_DAYS[day.weekday()]} {long_date(day)}"


def reason(article: Article, expression: Expression, kind: str, value: str, found: Found, tense: int) -> str:
    """How `expression` got its `value`, in one sentence."""
    told = _reason(article, expression, kind, value, found, tense)
    if expression.rule == _IN_FULL:
        return f"{told[:-1]}; of this article's language only dates written in full are read."
    return told


def _reason(article: Article, expression: Expression, kind: str, value: str, found: Found, tense: int) -> str:
    said = _said(article, expression)
    moment = found.moment
    if kind == "DURATION":
        following = article.text[expression.end : expression.end + _REACH].split(maxsplit=1)
        if following and following[0].lower() in _COUNTED_FROM:
            return (
                f"{said} is counted from what the words after it tell, so it is a length of time, not a date."
            )
        return f"{said} is a length of time, not a date."
    if kind == "SET":
        return f"{said} repeats, so it is no single date."
    if moment is None:
        if value in _REFERENCES:
            return f"{said} {_REFERENCES[value]}."
        if "-XX" in value and not value.startswith("XXXX"):
            return f"{said} names a day that the calendar does not have."
        return f"{said} cannot be placed on the calendar: nothing in the text says from when to count."
    if found.basis == "written" and found.why not in ("holiday", "closed"):
        if found.why == "beside":
            return f"{said} shares the year of the date after it: {full_name(moment)}."
        return f"{said} {_written(moment)}."
    where = _where(article, found)
    told = _tense(found.why, tense)
    return f"{said}{where}{told}: {_told(expression.form, found, moment)}."


def _said(article: Article, expression: Expression) -> str:
    before = article.text[max(0, expression.start - 8) : expression.start].split()
    lead = before[-1] if before and before[-1].lower() in _LEAD else ""
    return "“" + " ".join([*([lead] if lead else []), *expression.text.split()]) + "”"


def _written(moment: Moment) -> str:
    match moment.grain:
        case "day":
            return "is written in full"
        case "month":
            return "is written with its month and year"
        case _:
            return "names the " + moment.grain if moment.grain != "weekend" else "is written in full"


def _where(article: Article, found: Found) -> str:
    if found.basis == "published" and article.published is not None:
        weekday = found.why in (
            "same",
            "recent",
            "coming",
            "overnight",
            "this",
            "before",
            "ended",
            "next",
            "ago",
            "after",
        )
        name = day_and_date(article.published) if weekday else long_date(article.published)
        return f" in an article of {name}"
    if found.anchor:
        return f" after “{found.anchor}”"
    if found.why in ("holiday", "closed"):
        return ""
    return " in this text"


def _tense(why: str, tense: int) -> str:
    if not why.endswith("_tense"):
        return ""
    if abs(tense) > 1:
        return ", as the words before it say" if tense < 0 else ", as the words before it look ahead"
    return ", in the past tense" if tense < 0 else ", of what is to come"


def _told(form: Form, found: Found, moment: Moment) -> str:
    why = found.why.removesuffix("_tense")
    inner = form.on if isinstance(form, Clock | Part) else form
    name = _name(inner, moment)
    match why:
        case "same":
            return "that same day" if moment.grain == "day" else f"that same {_unit(moment.grain)}"
        case "recent":
            return f"the most recent {name}"
        case "coming":
            return f"the coming {name}"
        case "overnight":
            return f"the {name} that had begun, {full_name(moment)}"
        case "which":
            return f"that is {full_name(moment)}"
        case "this":
            return f"the {_unit(moment.grain)} of that date, {full_name(moment)}"
        case "ended":
            return f"the week that ended that day, {full_name(moment)}"
        case "before":
            return f"the {_unit(moment.grain)} before, {full_name(moment)}"
        case "next":
            return f"the {_unit(moment.grain)} after, {full_name(moment)}"
        case "ago":
            return f"counted back to {full_name(moment)}"
        case "after":
            return f"counted on to {full_name(moment)}"
        case "quarter":
            return f"the {_ORDINALS[moment.number - 1]} quarter of {moment.year}"
        case "entry":
            return f"the next entry of a chronology, {full_name(moment)}"
        case "closed":
            return f"by the date that ended it, {full_name(moment)}"
        case "holiday":
            return f"it falls on {full_name(moment)}"
        case "day":
            return f"taken as of that day, {full_name(moment)}"
        case "spoken":
            return f"the {_unit(moment.grain)} that is spoken of, {full_name(moment)}"
        case _:
            return f"taken as {full_name(moment)}"


def _name(form: Form | None, moment: Moment) -> str:
    """What is named: a weekday, a month, a day of a month, a season."""
    if isinstance(form, Holiday):
        return form.name.title()
    if (
        isinstance(form, Calendar)
        and form.grain == "day"
        and form.month is None
        and moment.span() is not None
    ):
        first = moment.date()
        return _DAYS[first.weekday()] if first is not None else "day"
    match moment.grain:
        case "day":
            return f"{moment.day} {_MONTHS[moment.month - 1]}"
        case "month":
            return _MONTHS[moment.month - 1]
        case "season":
            return _SEASONS[moment.number - 1]
        case _:
            return _unit(moment.grain)


def _unit(grain: Grain) -> str:
    return {"half": "half-year"}.get(grain, grain)


def full_name(moment: Moment) -> str:
    """The moment in words: Monday 10 January 2022, May 2021, the week of 3 January 2022, 480 BC."""
    year = f"{moment.year} BC" if moment.bc else str(moment.year)
    first = moment.date()
    match moment.grain:
        case "day":
            return (
                day_and_date(first)
                if first is not None
                else f"{moment.day} {_MONTHS[moment.month - 1]} {year}"
            )
        case "month":
            return f"{_MONTHS[moment.month - 1]} {year}"
        case "week" | "weekend" if first is not None:
            return f"the {moment.grain} of {long_date(first)}"
        case "quarter" if moment.number:
            return f"the {_ORDINALS[moment.number - 1]} quarter of {year}"
        case "half":
            return f"the {_ORDINALS[moment.number - 1]} half of {year}"
        case "season":
            return f"{_SEASONS[moment.number - 1]} {year}"
        case "decade":
            return f"the {year}s"
        case "century":
            return f"the years {year} to {moment.year + 99}"
        case _:
            return year
