"""Vetoes on dates: numbers that are no years, names that are no months, days or seasons."""

from __future__ import annotations

from collections.abc import Container

from timeline.timex.around import Around
from timeline.timex.forms import Calendar

_NEAR_YEARS = range(1900, 2051)
_KNOWN_YEARS = range(1000, 2200)
_FIRST_DECADE = 1200
_JOINTS = frozenset(("-", "–", "/"))
_OPENERS = frozenset(("(", "-", "–", "/", ",", "["))
_DAY_LENGTH = 2
_NAME_LENGTH = 5
"""Longest month that is a first name too: April."""


def calendar(around: Around, form: Calendar, capital: Container[str]) -> bool:
    """False where a date is only a number or a name. `capital`: words that are dates only with a capital."""
    if "fulldate" in around.first:
        return not around.led_by("version_lead")
    if around.hyphen_then("ago"):
        return False
    if around.match.rule.veto == "ordinal":
        if around.followed_by("season_of"):
            return False  # "the last week of August"
        if form.grain == "day":
            return around.led_by("last_day_lead")  # "today is the last day to apply"
    if form.anchor == "mentioned" and form.which == 1 and around.led_by("span_lead"):
        return not around.says("coming_next")  # "over the next year" counts from now
    bare = form.which is None and form.of is None
    match form.grain:
        case "day" if form == Calendar("day", anchor=form.anchor) and around.followed_by("events"):
            return False  # "the day after the vote"
        case "year" if form.year is not None and around.single:
            return _year(around, form.year)
        case "month" if form.mod and around.next_raw.isdecimal() and len(around.next_raw) <= _DAY_LENGTH:
            return False  # "late July 25": late on that day
        case "month" if around.single and form.year is None:
            return _month(around, capital)
        case "decade" if form.year is not None and not form.bc:
            return (
                not around.led_by("age_lead") and form.year >= _FIRST_DECADE
            )  # "in her thirties", "1000s of"
        case "season" if around.followed_by("season_not"):
            return False
        case "season" if form.year is None and bare:
            return _season(around)
        case "day" if form.month is None and form.weekday and bare:
            return _weekday(around, capital)
        case _:
            return True


def _year(around: Around, year: int) -> bool:
    if "shortyear" in around.first:
        return not around.next_raw[:1].isupper()
    if around.led_by("money_signs") or (around.before in (".", "/") and around.glued(around.at - 1)):
        return False
    if around.followed_by("amount_after") or around.led_by("number_lead"):
        return False
    if around.before in _DASHES and around.glued(around.at - 1) and _model(around):
        return False  # "the Airbus A350-1000"
    after = around.next_raw
    counted = after.islower() and after.endswith("s") and not around.followed_by("not_plural")
    if around.led_by("amount_lead") and (counted or year % 100 == 0):
        return False
    if year in _NEAR_YEARS:
        return True
    if around.after in _JOINTS and "year" in around.values(around.stop + 1):
        return True
    if around.before in _JOINTS and "year" in around.values(around.at - 2):
        return True
    if counted or (year not in _KNOWN_YEARS and not around.led_by("far_year_lead")):
        return False
    return around.led_by("year_lead") or around.before in _OPENERS


_DASHES = ("-", "–", "‐", "‑")


def _model(around: Around) -> bool:
    """Whether the word before a dash has letters and figures, as machines do."""
    text = around.tokens.text[: around.tokens.starts[around.at]]
    word = text[-_MODEL:].rsplit(maxsplit=1)[-1]
    return any(c.isdigit() for c in word) and any(c.isalpha() for c in word)


_MODEL = 20
"""Characters in which a machine's name is looked for."""


def _month(around: Around, capital: Container[str]) -> bool:
    """ "Mrs May", "April Jones", "Jan Kavan"."""
    word = around.raw(around.at)
    low = word.lower().rstrip(".")
    if low in capital:
        if around.led_by("lead") or around.before in _JOINTS or around.before == "(":
            return True
        if around.led_by("owned_lead") and around.next_raw.islower():
            return word[:1].isupper() and not around.followed_by("function")  # "the May elections"
        return around.before == "," and around.after in (",", ".", ";", ")")
    if around.titled():
        return False
    named = around.next_raw[:1].isupper()
    if "abbreviated" in around.first and (word.isupper() or (named and word[-1] != ".")):
        return False  # "Jan Kavan", "the DEC"
    lead = around.previous_raw
    if "abbreviated" in around.first and word[-1:] != "." and lead[:1].isupper() and lead.isalpha():
        return False  # "Zhai Jun"
    return around.before in _JOINTS or not named or around.led_by("month_lead") or len(low) > _NAME_LENGTH


def _season(around: Around) -> bool:
    """ "will fall", "Summer Olympics", "the fall of the wall"."""
    last = around.last_raw
    if around.followed_by("season_of") or (last[:1].isupper() and around.name_follows()):
        return False
    if last.lower() in around.lists["season_verbs"]:
        if not around.single:
            return around.led_by("lead") and not around.led_by("season_lead_not")
        return around.led_by("season_lead")
    initial = around.before == "." and len(around.raw(around.at - 2)) == 1
    if around.single and initial:
        return False  # "Donald C. Winter"
    if around.single:
        return (around.led_by("lead") and not around.led_by("season_lead_not")) or last[:1].isupper()
    return True


def _weekday(around: Around, capital: Container[str]) -> bool:
    """ "Black Monday", "Mr. Friday", "the Sun"."""
    if around.titled() or (around.led_by("day_names") and around.previous_raw[:1].isupper()):
        return False
    word = around.last_raw
    return word.lower() not in capital or around.led_by("day_lead")
