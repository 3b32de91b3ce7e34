"""The intermediate form: what an expression says, before anything anchors it.

A meaning function makes a form from tokens; the resolver alone turns forms into dates.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Grain = Literal[
    "second",
    "minute",
    "hour",
    "day",
    "weekend",
    "week",
    "month",
    "quarter",
    "half",
    "season",
    "year",
    "decade",
    "century",
]
Anchor = Literal["published", "mentioned"]
"""Counted from the publication date (deictic: "next week") or from what was mentioned last ("that week")."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """A place on the calendar, as far as the text tells it.

    `number` is the quarter, half or season (1 spring to 4 winter) of a year, and with a weekday which one
    of its month (-1 the last). `which` counts units from
    the anchor: -1 "last", 0 "this", 1 "next"; None: bare, the context decides. `of` gives what is not
    told, as in "August of that year". `weekday` is ISO: 1 Monday to 7 Sunday.
    """

    grain: Grain
    year: int | None = None
    month: int | None = None
    day: int | None = None
    number: int | None = None
    weekday: int | None = None
    which: int | None = None
    anchor: Anchor = "published"
    of: Form | None = None
    mod: str | None = None
    bc: bool = False
    fiscal: bool = False
    swapped: bool = False
    """Written in figures that can be read the other way round: 10/01/2022."""


@dataclass(frozen=True, slots=True)
class Shift:
    """`count` units from an anchor: "two weeks ago", "the following day", "two days after Friday".

    `count` None is a vague number ("several years ago"); `sign` then tells the direction alone.
    `anchor` may be a form of its own. `loose`: the context may name the anchor ("a year ago", of a quarter).
    `exact`: to the day ("a year ago today"). `same`: of the kind mentioned last ("the same month last year").
    """

    unit: str
    count: float | None
    sign: int
    anchor: Anchor | Form = "published"
    mod: str | None = None
    loose: bool = False
    exact: bool = False
    same: bool = False


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, on a day where told."""

    hour: int
    minute: int | None = None
    second: int | None = None
    zone: str | None = None
    on: Form | None = None
    mod: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the day (TIMEX3 code MO, AF, EV, NI, DT, MI) of a day where told."""

    code: str
    on: Form | None = None
    mod: str | None = None


@dataclass(frozen=True, slots=True)
class Duration:
    """An amount of time, as TIMEX3 writes it."""

    value: str
    mod: str | None = None


@dataclass(frozen=True, slots=True)
class Every:
    """A set of times."""

    value: str
    freq: str | None = None
    quant: str | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """PAST_REF, PRESENT_REF, FUTURE_REF: no place on the calendar."""

    value: str
    mod: str | None = None


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day that a rule names: "12-25", "easter-2", "11-4#4" (fourth Thursday of November)."""

    name: str
    rule: str
    year: int | None = None
    which: int | None = None
    of: Form | None = None


Form: TypeAlias = Calendar | Shift | Clock | Part | Duration | Every | Reference | Holiday


@dataclass(frozen=True, slots=True)
class Several:
    """One phrase, more than one expression: (first token, token after, form) each."""

    items: tuple[tuple[int, int, Form], ...]
