"""One walk over a document's expressions in order: forms → moments on the calendar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from timeline.dates import Granularity, Span
from timeline.model import Article, Basis, Timex, TimexType
from timeline.timex.direction import Direction
from timeline.timex.expression import Expression
from timeline.timex.forms import Calendar, Clock, Duration, Every, Form, Holiday, Part, Reference, Shift
from timeline.timex.meaning_amounts import write_amount
from timeline.timex.meaning_calendar import UNIT_GRAIN
from timeline.timex.moments import Moment, add_months, holiday_date
from timeline.timex.reasons import Reason

_SCALED = {
    "DE": (10, "Y"),
    "CE": (100, "Y"),
    "ML": (1000, "Y"),
    "FN": (2, "W"),
    "N": (1, "D"),
    "6M": (6, "M"),
}


@dataclass(slots=True)
class Found:
    """What a form was resolved to: a moment, or a TIMEX3 value that names none."""

    moment: Moment | None = None
    value: str | None = None
    basis: Basis = "written"
    why: str = ""


class Resolver:
    """Anchors the expressions of one article. `narrative`: dates count from the text, not from publication."""

    def __init__(self, article: Article, direction: Direction, narrative: bool) -> None:
        self.article = article
        self.text = article.text
        self.direction = direction
        self.narrative = narrative
        self.published = Moment.of_date(article.published) if article.published else None
        self.mentioned: Moment | None = None
        self.day: Moment | None = None
        self.quarter: Moment | None = None
        self.reason = Reason(article.published)
        self.here: Expression | None = None

    def run(self, expressions: Sequence[Expression]) -> tuple[Timex, ...]:
        return tuple(self._timex(expression) for expression in expressions)

    # ------------------------------------------------------------ context

    def anchor(self, kind: str) -> tuple[Moment | None, Basis]:
        if kind == "published" and not (self.narrative and self.mentioned is not None):
            if self.published is not None:
                return self.published, "published"
            return self.mentioned, "mentioned"
        if self.mentioned is not None:
            return self.mentioned, "mentioned"
        return self.published, "published"

    def tense(self) -> int:
        assert self.here is not None
        return self.direction.tense(self.text, self.here.start, self.here.end)

    def remember(self, moment: Moment) -> None:
        self.mentioned = moment
        if moment.grain == "day":
            self.day = moment
        if moment.grain == "quarter" and (self.published is None or moment.year >= self.published.year - (self.published.month < 4)
            and not self._ahead(moment)):
            self.quarter = moment

    def _ahead(self, moment: Moment) -> bool:
        first = moment.date()
        return self.published is not None and first is not None and first > (self.published.date() or first)

    # ------------------------------------------------------------ expressions

    def _timex(self, expression: Expression) -> Timex:
        self.here = expression
        form = expression.form
        kind, value, found, mod, quant, freq, clock = self._value(form)
        if kind == "DURATION" and value in ("P9M", "P6M", "P12M", "P3M") and self.quarter is not None:
            self.quarter = self.quarter.coarser("year") if value != "P3M" else self.quarter
        span = None
        if found.moment is not None and kind in ("DATE", "TIME"):
            span = found.moment.span()
            if not (isinstance(form, Shift) and form.loose):
                self.remember(found.moment)
        if span is not None and kind == "DATE":
            mod = None if mod == "PERIOD" else mod
            span = narrow(span, mod, found.moment)
        return Timex(
            expression.start,
            expression.end,
            expression.text,
            kind,
            value,
            mod,
            quant,
            freq,
            span,
            clock,
            found.basis if span is not None or found.moment is not None else "none",
            self.reason.sentence(expression, kind, value, found.why, found.basis, found.moment),
        )

    def _value(
        self, form: Form
    ) -> tuple[TimexType, str, Found, str | None, str | None, str | None, str | None]:
        none = Found(basis="none")
        match form:
            case Duration():
                return "DURATION", form.value, none, form.mod, None, None, None
            case Every():
                return "SET", form.value, none, None, form.quant, form.freq, None
            case Reference():
                return "DATE", form.value, none, form.mod, None, None, None
            case Clock():
                return self._clock(form)
            case Part():
                found = self._on(form.on)
                day = found.moment.value() if found.moment else "XXXX-XX-XX"
                return "TIME", f"{day}T{form.code}", found, form.mod, None, None, None
            case _:
                found = self.resolve(form)
                mod = getattr(form, "mod", None)
                if found.moment is not None:
                    return "DATE", found.value or found.moment.value(), found, mod, None, None, None
                value = found.value or "XXXX-XX-XX"
                kind: TimexType = (
                    "DURATION" if value.startswith("P") and value[1] in "0123456789X" else "DATE"
                )
                return kind, value, found, mod, None, None, None

    def _on(self, form: Form | None) -> Found:
        """The day of a time of day; untold, the last day mentioned or that of publication."""
        if form is not None:
            return self.resolve(form)
        if self.narrative and self.day is not None:
            return Found(self.day, basis="mentioned", why="day")
        if self.published is not None:
            return Found(self.published, basis="published", why="day")
        return Found(self.day, basis="mentioned", why="day")

    def _clock(
        self, form: Clock
    ) -> tuple[TimexType, str, Found, str | None, str | None, str | None, str | None]:
        found = self._on(form.on)
        day = found.moment.value() if found.moment else "XXXX-XX-XX"
        time = f"{form.hour:02d}"
        if form.minute is not None:
            time += f":{form.minute:02d}"
        if form.second is not None:
            time += f":{form.second:02d}"
        if form.hour == 24 and form.on is None:
            time = "00:00"
        clock = time if ":" in time else time + ":00"
        if form.hour == 24:
            clock = "00:00"
        zone = form.zone or ""
        if zone and zone != "local":
            clock += zone if zone == "Z" or ":" in zone else zone + ":00"
        return "TIME", f"{day}T{time}" + ("Z" if zone == "Z" else ""), found, form.mod, None, None, clock

    # ------------------------------------------------------------ forms

    def resolve(self, form: Form) -> Found:
        match form:
            case Calendar():
                return self._calendar(form)
            case Shift():
                return self._shift(form)
            case Holiday():
                return self._holiday(form)
            case Clock() | Part():
                return self._on(form.on)
            case _:
                return Found(value=getattr(form, "value", None), basis="none")

    def _calendar(self, form: Calendar) -> Found:
        if form.of is not None:
            return self._within(form)
        if form.year is not None and not (form.grain == "quarter" and form.number is None):
            return Found(self._written(form), self._impossible(form), "written", "written")
        if form.which is not None:
            return self._which(form)
        if form.month is not None or form.number is not None:
            return self._yearless(form)
        if form.weekday is not None:
            return self._weekday(form)
        return self._spoken_of(form)

    def _written(self, form: Calendar) -> Moment | None:
        year = form.year or 0
        moment = Moment(form.grain, year, form.month or 0, form.day or 0, form.number or 0, form.bc)
        if form.grain == "day" and not form.bc and moment.span() is None:
            return None
        return moment

    def _impossible(self, form: Calendar) -> str | None:
        """31 February: the month stays, the day cannot."""
        if form.grain != "day":
            return None
        moment = Moment("day", form.year or 0, form.month or 0, form.day or 0)
        if moment.span() is None and not form.bc:
            return f"{form.year:04d}-{form.month:02d}-XX"
        return None

    def _within(self, form: Calendar) -> Found:
        """ "August of that year", "Friday next week"."""
        assert form.of is not None
        outer = self.resolve(form.of)
        if outer.moment is None:
            return Found(basis="none")
        if form.weekday is not None and form.month is None:
            if outer.moment.grain != "week":
                return Found(basis="none")
            first = outer.moment.date()
            if first is None:
                return Found(basis="none")
            return Found(
                Moment.of_date(first + timedelta(days=form.weekday - 1)), None, outer.basis, "within"
            )
        inner = replace(form, of=None, year=outer.moment.year, bc=outer.moment.bc)
        return Found(self._written(inner), self._impossible(inner), outer.basis, "within")

    def _which(self, form: Calendar) -> Found:
        """ "last May", "this week", "the following day"."""
        which = form.which or 0
        anchor, basis = self.anchor(form.anchor)
        if anchor is None:
            return Found(value=_unknown(form), basis="none")
        if form.weekday is not None and form.month is None:
            return self._which_weekday(form.weekday, which, anchor, basis)
        if form.month is not None or form.number is not None:
            here = anchor.coarser(form.grain if form.grain != "day" else "day")
            there = replace(
                here,
                month=form.month or here.month,
                day=form.day or here.day,
                number=form.number or here.number,
            )
            if which and form.grain in ("month", "season", "quarter"):
                order = (there.month, there.number) < (here.month, here.number)
                same = (there.month, there.number) == (here.month, here.number)
                if which < 0 and not order:
                    there = replace(there, year=there.year - 1)
                elif which > 0 and (order or same):
                    there = replace(there, year=there.year + 1)
            return Found(there, None, basis, "which")
        if (
            form.anchor == "mentioned"
            and form.grain == "day"
            and anchor.grain != "day"
            and self.day is not None
        ):
            anchor, basis = self.day, "mentioned"
        return Found(anchor.coarser(form.grain).shift(which), None, basis, "which")

    def _which_weekday(self, weekday: int, which: int, anchor: Moment, basis: Basis) -> Found:
        day = anchor.date()
        if day is None:
            return Found(value=f"XXXX-WXX-{weekday}", basis="none")
        offset = (weekday - day.isoweekday()) % 7
        if which < 0:
            offset = offset - 7
        elif which > 0:
            offset = offset or 7
        elif offset and self.tense() < 0:
            offset -= 7
        return Found(_plus(day, offset), None, basis, "which")

    def _weekday(self, form: Calendar) -> Found:
        anchor, basis = self.anchor("published")
        weekday = form.weekday or 1
        day = anchor.date() if anchor is not None else None
        if day is None:
            return Found(value=f"XXXX-WXX-{weekday}", basis="none")
        offset = (weekday - day.isoweekday()) % 7
        if self.narrative and basis == "mentioned":
            return Found(_plus(day, offset), None, basis, "after")
        sign = self.tense()
        why = "future" if sign > 0 else "recent"
        if offset == 0:
            return Found(_plus(day, 0), None, basis, "same")
        if sign <= 0:
            offset -= 7
        return Found(_plus(day, offset), None, basis, why)

    def _yearless(self, form: Calendar) -> Found:
        """A day, month, quarter or season without its year."""
        anchor, basis = self.anchor("published")
        if anchor is None:
            return Found(value=_unknown(form), basis="none")
        if self.narrative and basis == "mentioned":
            inner = replace(form, year=self._told_year(form, anchor), bc=anchor.bc)
            return Found(self._written(inner), self._impossible(inner), basis, "year")
        here = anchor.coarser(form.grain)
        options = [replace(form, year=anchor.year + step) for step in (-1, 0, 1)]
        moments = [(self._written(option), option) for option in options]
        sign = self.tense()
        if form.grain == "quarter":
            return self._quarter(form, anchor, basis, sign)
        best: Moment | None = None
        best_cost = 1e9
        for moment, _ in moments:
            if moment is None:
                continue
            gap = _months(moment) - _months(here)
            cost = abs(gap) * (1.5 if gap > 0 else 1.0)
            if sign < 0 and gap > 0:
                cost += 4 * -sign
            elif sign > 0 and gap < 0:
                cost += 4 * sign
            if cost < best_cost:
                best, best_cost = moment, cost
        if best is None:
            return Found(value=_unknown(form), basis="none")
        why = "future" if sign > 0 else "past" if sign < 0 else "nearest"
        return Found(best, None, basis, why)

    def _told_year(self, form: Calendar, anchor: Moment) -> int:
        """A story goes forward: January told after December is of the year after."""
        if form.grain not in ("day", "month") or anchor.grain not in ("day", "month") or anchor.bc:
            return anchor.year
        gap = (form.month or 1) - anchor.month
        if gap <= -9 or gap < -6 and form.grain == "month":
            return anchor.year + 1
        return anchor.year - 1 if gap >= 11 else anchor.year

    def _quarter(self, form: Calendar, anchor: Moment, basis: Basis, sign: int) -> Found:
        """The last quarter of that number to have ended, unless the text looks ahead."""
        here = anchor.coarser("quarter")
        number = form.number or 1
        year = here.year
        if number > here.number and sign <= 0 or number == here.number and sign < 0 and number != 4:
            year -= number > here.number
        return Found(Moment("quarter", year, number=number), None, basis, "quarter")

    def _spoken_of(self, form: Calendar) -> Found:
        """ "the year", "the quarter", "the 1988 quarter"."""
        anchor, basis = self.anchor("mentioned")
        if form.grain == "quarter":
            if self.quarter is not None and self.quarter.grain == "quarter":
                year = form.year or self.quarter.year
                return Found(replace(self.quarter, year=year), None, "mentioned", "spoken")
            if self.published is not None:
                last = self.published.coarser("quarter").shift(-1)
                if last is not None:
                    return Found(replace(last, year=form.year or last.year), None, "published", "quarter")
            return Found(value="XXXX-QX", basis="none")
        if form.mod == "PERIOD":
            return Found(self.mentioned, None, "mentioned", "spoken") if self.mentioned else Found(basis="none")
        if form.grain == "weekend" and self.published is not None and not self.narrative:
            day = self.published.date()
            back = -1 if day is not None and day.isoweekday() <= 3 and self.tense() <= 0 else 0
            return Found(self.published.coarser("weekend").shift(back), None, "published", "spoken")
        if form.grain in ("week", "year", "month") and not self.narrative:
            anchor, basis = self.anchor("published")
        if anchor is None:
            return Found(value=_unknown(form), basis="none")
        if form.grain == "day" and self.day is not None:
            anchor = self.day
        return Found(anchor.coarser(form.grain), None, basis, "spoken")

    def _shift(self, form: Shift) -> Found:
        if form.count is None:
            return Found(value="FUTURE_REF" if form.sign > 0 else "PAST_REF", basis="none")
        basis: Basis
        if isinstance(form.anchor, str):
            anchor, basis = self.anchor(form.anchor)
            if (
                form.anchor == "published"
                and self.published is not None
                and form.unit == "D"
                and form.count <= 1
            ):
                anchor, basis = self.published, "published"
            if form.loose and self.quarter is not None and not self.narrative:
                anchor, basis = self.quarter, "mentioned"
            elif form.anchor == "mentioned" and form.unit in ("D", "N") and self.day is not None:
                anchor = self.day
        else:
            found = self.resolve(form.anchor)
            anchor, basis = found.moment, found.basis
        if anchor is None:
            return Found(value=None, basis="none")
        return Found(*shifted(anchor, form), basis=basis, why="shift")  # type: ignore[misc]

    def _holiday(self, form: Holiday) -> Found:
        if form.rule.count("-") == 2 and "#" not in form.rule:
            day = holiday_date(form.rule, 1)
            return Found(Moment.of_date(day) if day else None, None, "written", "holiday")
        if form.year is not None:
            day = holiday_date(form.rule, form.year)
            return Found(Moment.of_date(day) if day else None, None, "written", "holiday")
        anchor, basis = self.anchor("published")
        if anchor is None:
            return Found(value="XXXX-XX-XX", basis="none")
        options = [d for y in (-1, 0, 1) if (d := holiday_date(form.rule, anchor.year + y))]
        here = anchor.date()
        if not options or here is None:
            return Found(value="XXXX-XX-XX", basis="none")
        if form.which is not None and form.which:
            options = [d for d in options if (d < here) == (form.which < 0)] or options
        best = min(options, key=lambda d: abs((d - here).days))
        return Found(Moment.of_date(best), None, basis, "holiday")


def shifted(anchor: Moment, form: Shift) -> tuple[Moment | None, str | None]:
    """The anchor moved by the shift, as coarse as the coarser of the two."""
    count, unit = form.count or 0, form.unit
    if unit in _SCALED:
        factor, unit = _SCALED[unit]
        count *= factor
    if unit in ("H", "MIN", "S"):
        first = anchor.date()
        if unit == "H" and first is not None and count >= 24:
            return _plus(first, form.sign * int(count // 24)), None
        return None, write_amount(form.count, form.unit)
    if count != int(count):
        if unit == "Y":
            count, unit = round(count * 12), "M"
        elif unit == "W":
            count, unit = round(count * 7), "D"
    steps = int(count) * form.sign
    if abs(steps) > 10**6:
        return None, None
    if unit == "D":
        if anchor.grain == "day":
            return anchor.shift(steps), None
        first = anchor.date()
        return (_plus(first, steps) if first else None), None
    grain = UNIT_GRAIN.get(unit)
    if grain is None:
        return None, None
    if anchor.grain in ("quarter", "half", "season") and unit == "Y":
        return replace(anchor, year=anchor.year + steps), None
    return anchor.coarser(grain).shift(steps), None


def narrow(span: Span, mod: str | None, moment: Moment | None) -> Span:
    """Early, mid and late: the thirds of the span that the word leaves open."""
    if mod not in ("START", "MID", "END") or span.last is None or moment is None or moment.grain == "day":
        return span
    days = (span.last - span.first).days + 1
    third = max(1, days // 3)
    if mod == "START":
        return Span(span.first, span.first + timedelta(days=third - 1), Granularity.APPROX)
    if mod == "END":
        return Span(span.last - timedelta(days=third - 1), span.last, Granularity.APPROX)
    return Span(span.first + timedelta(days=third), span.last - timedelta(days=third), Granularity.APPROX)


def _months(moment: Moment) -> float:
    if moment.grain == "season":
        return moment.year * 12 + moment.number * 3
    if moment.grain == "quarter":
        return moment.year * 12 + moment.number * 3
    return moment.year * 12 + moment.month + (moment.day / 31 if moment.grain == "day" else 0)


def _plus(day: date, days: int) -> Moment | None:
    try:
        return Moment.of_date(day + timedelta(days=days))
    except OverflowError:
        return None


def _unknown(form: Calendar) -> str:
    """The value with X for what nothing tells."""
    match form.grain:
        case "day" if form.month:
            return f"XXXX-{form.month:02d}-{form.day:02d}"
        case "month" if form.month:
            return f"XXXX-{form.month:02d}"
        case "quarter":
            return f"XXXX-Q{form.number or 'X'}"
        case "season":
            return f"XXXX-{'SP SU FA WI'.split()[(form.number or 1) - 1]}"
        case "week":
            return "XXXX-WXX"
        case "weekend":
            return "XXXX-WXX-WE"
        case "year":
            return "XXXX"
        case _:
            return "XXXX-XX" if form.grain == "month" else "XXXX-XX-XX"


__all__ = ["Resolver", "add_months"]
