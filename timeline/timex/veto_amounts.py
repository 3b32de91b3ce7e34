"""Vetoes on amounts of time: ages, rates, and units that are other words."""

from __future__ import annotations

from timeline.timex.around import Around
from timeline.timex.forms import Duration

_NO_ARTICLE = frozenset(("S", "Q", "WE", "N"))
"""Units that "a" or "an" makes other words of: "a second", "a quarter"."""
_NO_PLURAL = frozenset(("Q", "N", "S"))
_RATE_REACH = 3
"""How many words before "a year" may name what is counted."""


def duration(around: Around, form: Duration) -> bool:
    """False for "a 45-year-old", "$5 a year", "24 hours a day", "a quarter of", "a year-ago"."""
    last = around.last
    article = "article" in around.first
    if around.followed_by("age") or around.hyphen_then("age") or around.hyphen_then("ago"):
        return False
    if article and "hyphen" in around.values(around.stop):
        return False
    match around.match.rule.veto:
        case "over" if not around.led_by("over_lead"):
            return False
        case "plural" if last.get("units") in _NO_PLURAL and around.single:
            return False
        case "plural" if around.single and not around.led_by("plural_lead"):
            return False
        case _:
            pass
    if form.value.endswith("Q") and _fraction(around):
        return False
    if article and around.stop - around.at == 2 and "unit1" in last:
        counted = around.values(around.at - 1).get("units") in ("H", "D")
        if counted or last["unit1"] in _NO_ARTICLE or _rate(around):
            return False
    return not (
        "article" in around.values(around.stop) and around.raw(around.stop + 1).lower() in _units(around)
    )


def _units(around: Around) -> frozenset[str]:
    return around.lists["rate_units"]


def _fraction(around: Around) -> bool:
    """ "three quarters of the town", "about a quarter", "three-quarters"; not "several quarters of"."""
    beside = around.values(around.stop - 2)
    if "vague" in beside:
        return False
    return around.followed_by("fraction") or "article" in beside or "hyphen" in beside


def _rate(around: Around) -> bool:
    """ "$1.76 a year", "20 percent a year", "400 barrels a day"."""
    words = [around.raw(at).lower() for at in range(around.at - 1, around.at - 1 - _RATE_REACH, -1)]
    return any(word in around.lists["money"] or word in around.lists["money_signs"] for word in words)


def shift(around: Around) -> bool:
    """ "two days after the vote" is two days; "two days after" alone counts from the last date.

    "It is the second day of the trial" is today, "on the second day of the trial" is not.
    """
    if around.match.rule.veto == "nth":
        return around.led_by("nth_verb") and around.raw(around.at - 2).lower() in around.lists["nth_subject"]
    if around.match.rule.veto == "anchor" and around.last_raw.lower() in around.lists["events"]:
        return not around.next_raw[:1].isalnum()
    return True
