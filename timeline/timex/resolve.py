"""One walk over a document's expressions in order: expressions → Timex with type, value, span and reason."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.dates import Span
from timeline.model import Article, Timex, TimexType
from timeline.timex.anchoring import Anchoring
from timeline.timex.chronology import entry_years
from timeline.timex.closing import ended_by, quarter_to
from timeline.timex.context import Context, Found
from timeline.timex.direction import Direction
from timeline.timex.expression import Expression
from timeline.timex.forms import Calendar, Clock, Duration, Every, Form, Part, Reference, Shift
from timeline.timex.moments import Moment
from timeline.timex.reasons import reason
from timeline.timex.shifts import narrow

_BESIDE, _LINK = 8, 3
"""Characters between a time of day and its day, and of the words among them: "(2153 GMT) on Tuesday"."""
_SENTENCE = 200
"""Characters within which a day reaches a time of day of its sentence."""
_STOP = re.compile(r"[.!?][\s”\"]|[\n\r(;]")
_LONGER_PERIODS = ("P6M", "P9M", "P12M")


@dataclass(slots=True)
class Rendered:
    """An expression as TIMEX3 writes it."""

    type: TimexType
    value: str
    found: Found
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    clock: str | None = None


class Resolver:
    """Anchors one article's expressions; in a `narrative` dates count from the text, not from publication."""

    def __init__(self, article: Article, direction: Direction, narrative: bool) -> None:
        self.article = article
        self.direction = direction
        self.context = Context(article.published, narrative)
        self.anchoring = Anchoring(self.context, self._tense)
        self.here: Expression | None = None
        self.told: int | None = None
        self.asides: set[int] = set()
        self.years: dict[int, int] = {}
        self.day: tuple[int, Moment] | None = None
        """Where the last day was named, and which."""

    def run(self, expressions: Sequence[Expression]) -> tuple[Timex, ...]:
        """Each expression with what it denotes, in the same order."""
        self.asides = asides(expressions) if self.context.narrative else set()
        self.years = entry_years(self.article.text, expressions)
        after: list[Expression | None] = [*expressions[1:], None]
        return tuple(self._timex(*pair) for pair in zip(expressions, after, strict=False))

    def _tense(self) -> int:
        """The tense around the expression in hand; a title tells none of its own."""
        if self.told is None:
            assert self.here is not None
            self.told = self.direction.tense(self.article.text, self.here.start, self.here.end)
        return self.told

    def _beside(self, expression: Expression, after: Expression | None) -> Calendar | None:
        """The date after this one where the two share its year: "March 3 and March 9, 2021"."""
        if after is None or not 0 < after.start - expression.end <= 10:
            return None
        first, second = expression.form, after.form
        if not isinstance(first, Calendar) or not isinstance(second, Calendar) or second.year is None:
            return None
        joined = self.article.text[expression.end : after.start].strip().lower() in self.direction.joints
        same = first.grain == second.grain and first.grain in ("day", "month", "season", "quarter")
        bare = first.year is None and first.which is None and first.of is None
        return second if joined and same and bare else None

    def _near(self, expression: Expression, after: Expression | None) -> Moment | None:
        """The day that a time of day's sentence names: before it or right after, "(2153 GMT) on Tuesday"."""
        form, text = expression.form, self.article.text
        if not isinstance(form, Clock | Part) or form.on is not None:
            return None
        if after is not None and isinstance(after.form, Calendar) and after.form.grain == "day":
            between = text[expression.end : after.start].replace(")", " ").strip()
            if after.start - expression.end <= _BESIDE and len(between) <= _LINK and "." not in between:
                return self.anchoring.resolve(after.form).moment
        if self.day is None or self.day[0] > expression.start:
            return None
        between = text[self.day[0] : expression.start]
        return None if len(between) > _SENTENCE or _STOP.search(between) else self.day[1]

    def _timex(self, expression: Expression, after: Expression | None) -> Timex:
        self.here, self.told = expression, None
        self.anchoring.bare.beside = self._beside(expression, after)
        self.anchoring.bare.year = self.years.get(expression.start)
        self.anchoring.near = self._near(expression, after)
        form, context = expression.form, self.context
        closed = self._closed(expression, after)
        rendered = closed[0] if closed is not None else self._render(form)
        found = rendered.found
        said = " ".join(expression.text.split())
        if rendered.type == "DURATION" and rendered.value in _LONGER_PERIODS:
            context.forget_quarter()
        span = None
        if found.moment is not None:
            span = found.moment.span()
            if span is not None and rendered.type == "DATE":
                span = narrow(span, rendered.mod, found.moment)
            if span is not None and isinstance(form, Shift) and _is_round(form):
                span = replace(span, qualifier=span.qualifier or "~")
        if closed is not None:
            span = closed[1]
        why = reason(self.article, expression, rendered.type, rendered.value, found, self.told or 0)
        if found.moment is not None and found.moment.grain == "day":
            self.day = (expression.end, found.moment)
        if found.moment is not None and not (isinstance(form, Shift) and form.loose):
            context.remember(found.moment, said, expression.start in self.asides)
        return Timex(
            expression.start,
            expression.end,
            expression.text,
            rendered.type,
            rendered.value,
            rendered.mod,
            rendered.quant,
            rendered.freq,
            span,
            rendered.clock,
            found.basis if found.moment is not None else "none",
            why,
        )

    def _closed(self, expression: Expression, after: Expression | None) -> tuple[Rendered, Span] | None:
        """A quarter that the date after it ends."""
        if not ended_by(expression, after, self.article.text, self.direction.ends) or after is None:
            return None
        self.here = after
        end = self.anchoring.resolve(after.form)
        self.here, self.told = expression, None
        spoken = self.context.quarter  # a firm's own first quarter may well end in September
        number = getattr(expression.form, "number", None) or (spoken.number if spoken is not None else None)
        told = quarter_to(end.moment, number) if end.moment is not None else None
        if told is None:
            return None
        return Rendered("DATE", told[0].value(), Found(told[0], None, end.basis, "closed")), told[1]

    def _render(self, form: Form) -> Rendered:
        match form:
            case Duration():
                return Rendered("DURATION", form.value, Found(), form.mod)
            case Every():
                return Rendered("SET", form.value, Found(), None, form.quant, form.freq)
            case Reference():
                return Rendered("DATE", form.value, Found(), form.mod)
            case Clock():
                return self._clock(form)
            case Part():
                found = self.anchoring.day_of(form)
                return Rendered("TIME", f"{_day(found)}T{form.code}", found, form.mod)
            case _:
                found = self.anchoring.resolve(form)
                mod = getattr(form, "mod", None)
                mod = None if mod == "PERIOD" else mod
                if found.moment is not None:
                    return Rendered("DATE", found.moment.value(), found, mod)
                value = found.value or "XXXX-XX-XX"
                duration = value.startswith("P") and value[1:2] in tuple("0123456789XT")
                return Rendered("DURATION" if duration else "DATE", value, found, mod)

    def _clock(self, form: Clock) -> Rendered:
        found = self.anchoring.day_of(form)
        hour = 0 if form.hour == 24 and form.on is None else form.hour
        time = f"{hour:02d}" + "".join(f":{n:02d}" for n in (form.minute, form.second) if n is not None)
        clock = f"{hour % 24:02d}:{form.minute or 0:02d}" + (f":{form.second:02d}" if form.second else "")
        zone = form.zone or ""
        if zone and zone != "local":
            clock += zone if zone == "Z" or ":" in zone else f"{zone}:00"
        value = f"{_day(found)}T{time}" + ("Z" if zone == "Z" else "")
        return Rendered("TIME", value, found, form.mod, clock=clock)


def _is_round(shift: Shift) -> bool:
    """ "20 years ago": a round number of years is about so many."""
    return shift.unit == "Y" and bool(shift.count) and (shift.count or 0) % _ROUND == 0


_ROUND = 5


def asides(expressions: Sequence[Expression]) -> set[int]:
    """Where a narrative names a year that neither the dates before nor those after it go on with."""
    told = [
        (e.start, -form.year if form.bc else form.year)
        for e in expressions
        if isinstance(form := e.form, Calendar) and form.year is not None and form.which is None
    ]
    found = set()
    for i in range(1, len(told) - 1):
        start, year = told[i]
        middle = sorted((told[i - 1][1], year, told[i + 1][1]))[1]
        if year != middle:
            found.add(start)
    return found


def _day(found: Found) -> str:
    if found.moment is not None:
        return found.moment.value()
    return found.value if found.value and found.value.count("-") == 2 else "XXXX-XX-XX"
