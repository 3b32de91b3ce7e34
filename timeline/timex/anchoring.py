"""Forms → moments: each kind of calendar expression counted from its anchor."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from timeline.model import Basis
from timeline.timex.bare import Bare
from timeline.timex.context import Context, Found
from timeline.timex.filling import months_of, told_unit, unknown, written
from timeline.timex.forms import Calendar, Clock, Form, Holiday, Part, Shift
from timeline.timex.meaning_amounts import write_amount
from timeline.timex.moments import Moment, holiday_date
from timeline.timex.shifts import plus, shifted

_DAYS_AGAINST_TENSE = 150
_WHICH = {-1: "before", 0: "this", 1: "next"}
_SUNDAY = 7
"""On it "last week" is the week that it ends, as Sunday papers mean it."""


class Anchoring:
    """Resolves forms against a context; `tense` tells the direction of the expression in hand."""

    def __init__(self, context: Context, tense: Callable[[], int]) -> None:
        self.context = context
        self.tense = tense
        self.bare = Bare(context, tense)
        self.near: Moment | None = None
        """The day that the sentence of a time of day names."""

    def resolve(self, form: Form) -> Found:
        """What `form` denotes here."""
        match form:
            case Calendar():
                return self._calendar(form)
            case Shift():
                return self._shift(form)
            case Holiday():
                return self._holiday(form)
            case Clock() | Part():
                return self.day_of(form)
            case _:
                return Found(value=form.value)

    def day_of(self, form: Clock | Part) -> Found:
        """The day of a time of day; untold, the last day mentioned (narrative) or that of publication."""
        if form.on is not None:
            return self.resolve(_before_noon(form))
        context = self.context
        if self.near is not None:
            return context.told_from("mentioned", self.near, "day")
        if context.published is not None and not (context.narrative and context.day is not None):
            return Found(context.published, None, "published", "day")
        return self.context.as_mentioned(context.day, "day") if context.day is not None else Found()

    def _calendar(self, form: Calendar) -> Found:
        if form.of is not None:
            return self._within(form)
        if form.year is not None and not (form.grain == "quarter" and form.number is None):
            return written(self._right_way(form), Found(basis="written", why="written"))
        if form.which is not None:
            return self._which(form)
        if form.month is not None or form.number is not None:
            return self.bare.yearless(form)
        if form.weekday is not None:
            return self.bare.weekday(form)
        return self.bare.spoken_of(form)

    def _right_way(self, form: Calendar) -> Calendar:
        """10/01/2022 with its day first where only that lies before the article."""
        published = self.context.published
        if not form.swapped or published is None:
            return form
        other = replace(form, month=form.day, day=form.month)
        here, told, turned = (
            months_of(m) if m is not None else 0.0
            for m in (published, written(form, Found()).moment, written(other, Found()).moment)
        )
        return other if turned and told > here + 0.1 >= turned else form

    def _within(self, form: Calendar) -> Found:
        """ "August of that year", "Friday next week"."""
        assert form.of is not None
        outer = self.resolve(form.of)
        if outer.moment is None:
            return Found()
        if form.grain in ("week", "weekend"):
            return replace(outer, moment=outer.moment.coarser(form.grain), why="within")
        if form.weekday is not None and form.number is not None:
            day = _nth_weekday(outer.moment, form.weekday, form.number)
            told = isinstance(form.of, Calendar) and form.of.year is not None
            if day is not None and not told and self.context.ahead(day) and self.tense() <= 0:
                month = replace(outer.moment, year=outer.moment.year - 1)
                day = _nth_weekday(month, form.weekday, form.number)
            return Found() if day is None else replace(outer, moment=day, why="within")
        if form.weekday is not None and form.month is None:
            if outer.moment.grain != "week":
                return Found()
            return replace(outer, moment=plus(outer.moment.date(), form.weekday - 1), why="within")
        inner = replace(form, of=None, year=outer.moment.year, bc=outer.moment.bc)
        return written(inner, replace(outer, moment=None, why="within"))

    def _which(self, form: Calendar) -> Found:
        """ "last May", "this week", "the following day"."""
        which = form.which or 0
        context = self.context
        anchor, basis = context.anchor(form.anchor)
        if form.anchor == "published" and form.grain == "year" and context.published is not None:
            anchor, basis = context.published, "published"  # "last year", in a narrative too
        if anchor is None:
            return Found(value=unknown(form))
        if form.weekday is not None and form.month is None:
            return self._which_weekday(form.weekday, which, anchor, basis)
        if form.month is not None or form.number is not None:
            return self.context.told_from(basis, told_unit(form, which, anchor), "which")
        to_day = form.anchor == "mentioned" and form.grain == "day" and anchor.grain != "day"
        if to_day and context.day is not None:
            return Found(context.day.shift(which), None, basis, _WHICH[which], context.day_words)
        if not anchor.holds(form.grain):
            return Found(value=unknown(form))  # "that day" after "in 1987"
        day = anchor.date() if form.grain == "week" and form.anchor == "published" else None
        if which < 0 and day is not None and day.isoweekday() == _SUNDAY:
            return self.context.told_from(basis, anchor.coarser("week"), "ended")
        return self.context.told_from(basis, anchor.coarser(form.grain).shift(which), _WHICH[which])

    def _which_weekday(self, weekday: int, which: int, anchor: Moment, basis: Basis) -> Found:
        day = anchor.date()
        if day is None:
            return Found(value=f"XXXX-WXX-{weekday}")
        offset = (weekday - day.isoweekday()) % 7
        if which < 0:
            offset -= 7
        elif which > 0:
            offset = offset or 7
        elif offset and self.tense() < 0:
            offset -= 7
        return self.context.told_from(
            basis, plus(day, offset), "recent" if offset < 0 else "coming" if offset else "same"
        )

    def _shift(self, form: Shift) -> Found:
        beyond = "FUTURE_REF" if form.sign > 0 else "PAST_REF"
        if form.count is None:
            return Found(value=beyond)
        context = self.context
        words = ""
        if not isinstance(form.anchor, str):
            outer = self.resolve(form.anchor)
            anchor, basis, words = outer.moment, outer.basis, outer.anchor
        else:
            anchor, basis = context.anchor(form.anchor)
            if (
                form.anchor == "published"
                and context.published is not None
                and form.unit == "D"
                and form.count <= 1
            ):
                anchor, basis = context.published, "published"
            if form.loose and context.quarter is not None and not context.narrative:
                anchor, basis = context.quarter, "mentioned"
            elif form.same and anchor is not None and anchor.grain in ("month", "half", "season"):
                return self.context.told_from(
                    basis, replace(anchor, year=anchor.year - int(form.count)), "ago"
                )
            words = context.words if basis == "mentioned" else ""
            if form.anchor == "mentioned" and form.unit in ("D", "N") and context.day is not None:
                anchor, words = context.day, context.day_words
        if form.unit in ("H", "MIN", "S") and form.count * (form.unit == "H") < 24:
            return Found(value=write_amount(form.count, form.unit))
        if anchor is None and form.count == 0:
            return Found(value="PRESENT_REF")
        moment = shifted(anchor, form) if anchor is not None else None
        if moment is None:
            return Found(value=beyond)
        return Found(moment, None, basis, "after" if form.sign > 0 else "ago", words)

    def _holiday(self, form: Holiday) -> Found:
        fixed = form.rule.count("-") == 2 and "#" not in form.rule
        if fixed or form.year is not None:
            day = holiday_date(form.rule, form.year or 1)
            return (
                Found(Moment.of_date(day), None, "written", "holiday") if day else Found(value="XXXX-XX-XX")
            )
        anchor, basis = self.context.anchor("published")
        here = anchor.date() if anchor is not None else None
        if anchor is None or here is None:
            return Found(value="XXXX-XX-XX")
        options = [d for y in (-1, 0, 1) if (d := holiday_date(form.rule, anchor.year + y))]
        if form.which:
            options = [d for d in options if d != here and (d < here) == (form.which < 0)] or options
        if not options:
            return Found(value="XXXX-XX-XX")
        sign = self.tense()

        def cost(day: date) -> float:
            days = (day - here).days
            return abs(days) + (_DAYS_AGAINST_TENSE * abs(sign) if days * sign < 0 else 0)

        best = min(options, key=cost)
        return self.context.told_from(basis, Moment.of_date(best), "holiday")


def _nth_weekday(month: Moment, weekday: int, number: int) -> Moment | None:
    """The first (1) to fifth (5) or last (-1) weekday of a month, if it has one."""
    first = month.date() if month.grain == "month" else None
    if first is None:
        return None
    opens, length = monthrange(first.year, first.month)
    days = range(1 + (weekday - 1 - opens) % 7, length + 1, 7)
    at = number - 1 if number > 0 else -1
    return Moment.of_date(first.replace(day=days[at])) if at < len(days) else None


def _before_noon(form: Clock | Part) -> Form:
    """The day that a time names; a bare weekday as an early one where the time lies before noon."""
    on = form.on
    assert on is not None
    early = form.code == "MO" if isinstance(form, Part) else form.hour < _NOON
    bare = isinstance(on, Calendar) and on.weekday is not None and on.which is None and on.month is None
    if early and bare and isinstance(on, Calendar) and on.mod is None:
        return replace(on, mod="START")
    return on


_NOON = 12
