"""Bare forms, whose year or place the context tells: "Friday", "May 3", "the quarter"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from timeline.model import Basis
from timeline.timex.context import Context, Found
from timeline.timex.filling import months_of, told_year, unknown, written
from timeline.timex.forms import Calendar
from timeline.timex.moments import Moment
from timeline.timex.shifts import plus

_COMES_LATER = 1.5
"""How much farther a month ahead must count than one behind: news tells what was."""
_AGAINST_TENSE = 5.0
"""Months that a date against the tense counts as farther away."""
_AGAINST_WORDS = 13.0
"""The same where the words right before it say which way it points."""


class Bare:
    """Finds which of its kind a bare form means; `tense` tells the direction of the expression in hand."""

    def __init__(self, context: Context, tense: Callable[[], int]) -> None:
        self.context = context
        self.tense = tense
        self.beside: Calendar | None = None
        """The next expression where it gives the year of this one too: "in April and June 1955"."""
        self.year: int | None = None
        """The year that the order of a chronology's entries gives."""

    def weekday(self, form: Calendar) -> Found:
        """A bare weekday: that day or the most recent one, unless the text looks ahead."""
        anchor, basis = self.context.anchor("published")
        weekday = form.weekday or 1
        day = anchor.date() if anchor is not None else None
        if day is None:
            return Found(value=f"XXXX-WXX-{weekday}")
        offset = (weekday - day.isoweekday()) % 7
        if self.context.narrative and basis == "mentioned":
            return self.context.told_from(basis, plus(day, offset), "coming" if offset else "same")
        if offset == 1 and form.mod == "START" and self.tense() <= 0:
            # "early Thursday" on a Wednesday's page: written when it was Thursday there
            return self.context.told_from(basis, plus(day, offset), "overnight")
        if offset and self.tense() <= 0:
            offset -= 7
        return self.context.told_from(
            basis, plus(day, offset), "recent" if offset < 0 else "coming" if offset else "same"
        )

    def yearless(self, form: Calendar) -> Found:
        """A day, month, quarter or season without its year."""
        anchor, basis = self.context.anchor("published")
        if anchor is None:
            return Found(value=unknown(form))
        if self.beside is not None:
            inner = replace(form, year=self.beside.year, bc=self.beside.bc)
            return written(inner, Found(basis="written", why="beside"))
        if self.year is not None:
            found = self.context.told_from("mentioned", None, "entry")
            return written(replace(form, year=self.year), found)
        if self.context.narrative and basis == "mentioned":
            anchor = self.context.story or anchor
            inner = replace(form, year=told_year(form, anchor), bc=anchor.bc)
            return written(inner, self.context.told_from(basis, None, "year"))
        sign = self.tense()
        if form.grain == "quarter":
            return self._quarter(form, anchor, basis, sign)
        here = months_of(anchor.coarser(form.grain))
        best, best_cost, gap_of_best = None, 1e9, 0.0
        for year in (anchor.year, anchor.year - 1, anchor.year + 1):
            moment = written(replace(form, year=year), Found()).moment
            if moment is None:
                continue
            gap = months_of(moment) - here
            cost = abs(gap) * (_COMES_LATER if gap > 0 else 1.0)
            if gap * sign < 0:
                cost += _AGAINST_TENSE if abs(sign) == 1 else _AGAINST_WORDS
            if cost < best_cost:
                best, best_cost, gap_of_best = moment, cost, gap
        if best is None:
            return replace(written(replace(form, year=anchor.year), Found()), basis=basis)
        if gap_of_best == 0:
            return self.context.told_from(basis, best, "same")
        agrees = gap_of_best * sign > 0
        way = "recent" if gap_of_best < 0 else "coming"
        return self.context.told_from(basis, best, way + ("_tense" if agrees else ""))

    def _quarter(self, form: Calendar, anchor: Moment, basis: Basis, sign: int) -> Found:
        """The last quarter of that number to have begun, unless the text looks ahead."""
        here = anchor.coarser("quarter")
        number = form.number or 1
        year = here.year - (number > here.number and sign <= 0)
        return self.context.told_from(basis, Moment("quarter", year, number=number), "quarter")

    def spoken_of(self, form: Calendar) -> Found:
        """ "the year", "the quarter", "the 1988 quarter": the one that the text is about."""
        context = self.context
        if form.mod == "PERIOD" and form.year is None:
            return self.context.as_mentioned(context.mentioned, "spoken") if context.mentioned else Found()
        if form.grain == "quarter":
            return self._spoken_quarter(form)
        if form.grain == "weekend" and context.published is not None and not context.narrative:
            day = context.published.date()
            early = day is not None and day.isoweekday() <= 3
            within = day is not None and day.isoweekday() >= 6
            back = -1 if not within and (self.tense() < 0 or (early and self.tense() == 0)) else 0
            why = "before" if back else "this"
            return Found(context.published.coarser("weekend").shift(back), None, "published", why)
        reported = context.reported_year() if form.grain == "year" else None
        if reported is not None:
            return context.as_mentioned(reported, "spoken")
        near = form.grain in ("week", "year", "month") and not context.narrative
        anchor, basis = context.anchor("published" if near else "mentioned")
        if anchor is None:
            return Found(value=unknown(form))
        if form.grain == "day" and context.day is not None and not context.ahead(context.day):
            anchor = context.day
        if form.grain == "day" and context.ahead(anchor) and context.published is not None:
            anchor, basis = context.published, "published"  # "down 0.9 percent on the day"
        if not anchor.holds(form.grain):
            return Found(value=unknown(form))  # "the day", where only a year was mentioned
        return self.context.told_from(basis, anchor.coarser(form.grain), "spoken")

    def _spoken_quarter(self, form: Calendar) -> Found:
        context = self.context
        if context.quarter is not None and (context.quarter.grain == "quarter" or form.mod == "PERIOD"):
            year = form.year or context.quarter.year
            return self.context.as_mentioned(replace(context.quarter, year=year), "spoken")
        last = context.published.coarser("quarter").shift(-1) if context.published is not None else None
        if last is None:
            return Found(value="XXXX-QX")
        return Found(replace(last, year=form.year or last.year), None, "published", "quarter")
