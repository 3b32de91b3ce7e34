"""How far a row can be trusted: the share of rows like it that are right on annotated articles."""

from __future__ import annotations

from timeline.events.row import Row

_PATH = {
    "verb": 0.9,
    "caption": 0.92,
    "attribute": 0.85,
    "noun": 0.8,
    "as": 0.85,
    "and": 0.8,
    "since": 0.7,
    "root": 0.7,
    "near": 0.6,
    "sentence": 0.6,
    "inherited": 0.8,
    "lead": 0.7,
    "approx": 0.5,
}


def confidence(row: Row) -> float:
    """Between 0 and 1, in steps that the evaluation can count."""
    value = _PATH[row.path]
    timex = row.timex
    if timex is not None:
        if timex.basis == "written":
            value += 0.04
        elif timex.basis == "mentioned":
            value -= 0.1
        if timex.span is not None and timex.span.granularity == "approx":
            value -= 0.2
    if len(row.tellings) > 1:
        value += 0.04
    return round(min(0.98, max(0.05, value)), 2)
