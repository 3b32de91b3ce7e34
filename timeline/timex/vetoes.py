"""What only looks like time: each veto says no to one match from its words and their neighbours."""

from __future__ import annotations

from timeline.timex.around import Around, Lists
from timeline.timex.forms import (
    Calendar,
    Clock,
    Duration,
    Every,
    Form,
    Holiday,
    Part,
    Reference,
    Several,
    Shift,
)
from timeline.timex.grammar import Match
from timeline.timex.lexicon import Lexicon
from timeline.timex.tokens import Tokens
from timeline.timex.veto_amounts import duration, shift
from timeline.timex.veto_dates import calendar

_QUOTES = frozenset(("`", "'", '"', "“", "‘", "''", "``"))
_QUOTES_END = frozenset(("'", '"', "”", "’", ","))


class Vetoes:
    """The vetoes of one language, with its word lists."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.lists: Lists = {name: frozenset(words) for name, words in lexicon.vetoes.items()}

    def allow(self, match: Match, tokens: Tokens) -> bool:
        """False where the words around `match` show that it is no time expression."""
        around = Around(match, tokens, self.lists)
        form = match.form
        if self._in_name(around, form) or _in_compound(around):
            return False
        match form:
            case Calendar():
                return not _among_capitals(around) and calendar(around, form, self.lexicon.capital)
            case Duration():
                return duration(around, form)
            case Shift():
                return not _among_capitals(around) and shift(around)
            case Reference():
                return not _among_capitals(around) and _reference(around)
            case Every():
                return not _among_capitals(around) and _every(around)
            case Part():
                spoken = isinstance(form.on, Calendar) and form.on.anchor == "mentioned"
                return not _among_capitals(around) and not (spoken and around.followed_by("events"))
            case Holiday():
                return _holiday(around)
            case Clock():
                return _clock(around)
            case Several():
                return not around.followed_by("counted") and "units" not in around.values(around.stop)
            case _:
                return True

    def _in_name(self, around: Around, form: Form | object) -> bool:
        """ "The Sunday Times", "Saturday Night Live", "5 August Street", "Man of the Year"."""
        last = around.last_raw
        if not last[:1].isupper() or last.isupper():
            return False
        if not around.name_follows():
            return around.match.rule.veto == "unit" and "unit1" in around.last
        if isinstance(form, Calendar) and form.grain == "day":
            return around.followed_by("streets" if form.month else "day_followers")
        return isinstance(form, Part) and (
            last.lower() not in self.lexicon.words or "weekday" not in around.values(around.stop)
        )


def _in_compound(around: Around) -> bool:
    """ "the quarter-finals", "the day-to-day running": the unit is part of another word."""
    if around.match.rule.veto != "unit" or "hyphen" not in around.values(around.stop):
        return False
    return around.glued(around.stop - 1) and around.glued(around.stop)


def _among_capitals(around: Around) -> bool:
    """ "VOA Today", "This Week": a common word in capitals beside other capitals is part of a name."""
    first = around.raw(around.at)
    if not first[:1].isupper() or not _common(around, around.at):
        return False
    if around.previous_raw[:1].isupper() and not first[:2].isupper():
        return around.close(around.at - 1)
    if around.single:
        return False
    quoted = around.previous_raw in _QUOTES and around.next_raw[:1] in _QUOTES_END
    last = around.last_raw
    return quoted and last[:1].isupper() and not last.isupper() and _common(around, around.stop - 1)


def _common(around: Around, at: int) -> bool:
    """A word that has a capital letter only at the start of a sentence or in a name."""
    values = around.values(at)
    return bool(values) and values.keys().isdisjoint(("month", "weekday", "weekdays", "num"))


def _reference(around: Around) -> bool:
    """ "the current in the river", "as soon as", "the past tense"."""
    noun_follows = around.after.isalpha() and not around.followed_by("function")
    match around.match.rule.veto:
        case "adjective":
            return (
                not around.single
                or around.last_raw.lower() not in around.lists["adjectives"]
                or (around.led_by("adjective_lead") and noun_follows)
            )
        case "soon":
            if not around.single:
                return True
            ends = around.after == "." and not around.led_by("soon_not")
            return around.led_by("soon_near") or around.followed_by("soon_near") or ends
        case "noun":
            return around.single or not (noun_follows or "num" in around.values(around.stop))
        case _:
            return True


def _every(around: Around) -> bool:
    """ "a quarterly dividend" is a kind of dividend, "the daily Granma" a newspaper."""
    if around.single and around.last_raw in around.lists["papers"] and around.name_follows():
        return False
    if around.last_raw.lower() not in around.lists["kinds_of"]:
        return True
    return not around.after.isalpha() or around.followed_by("function")


def _holiday(around: Around) -> bool:
    """ "Christmas Island", "Mr. Easter", "an easter monday"."""
    first = around.raw(around.at)
    if around.titled() or (not first[:1].isupper() and "weekday" in around.last):
        return False
    return not around.name_follows() or first.isupper() or around.led_by("lead")


def _clock(around: Around) -> bool:
    """ "John 3:16", "High Noon", "Tanks in Homs (2:03)": the length of a video."""
    if (
        around.single
        and around.previous_raw == "("
        and around.next_raw == ")"
        and not around.last_raw.isalpha()
    ):
        return False
    if around.single and around.last_raw.lower() in around.lists["noon"] and around.led_by("noon_lead"):
        return False
    if not around.single or "clock" not in around.first:
        return True
    named = around.previous_raw[:1].isupper() and not around.led_by("lead")
    return not named or bool(around.values(around.at - 1)) or not around.close(around.at - 1)
