"""How far a row can be trusted: the share of rows like it that are right.

The figures are the rates counted on annotated articles and on articles read row by row, the small counts
drawn towards the rate of all rows; tests/evaluation/events_scores.py prints how they hold.
"""

from __future__ import annotations

from timeline.dates import Granularity
from timeline.events.row import Row
from timeline.events.telling import run_in

_PATH = {
    "caption": 0.93,
    "verb": 0.92,
    "attribute": 0.9,
    "as": 0.86,
    "noun": 0.83,
    "inherited": 0.82,
    "and": 0.8,
    "lead": 0.75,
    "since": 0.72,
    "root": 0.65,
    "near": 0.55,
    "sentence": 0.6,
    "approx": 0.5,
}
_LONG = 50
"""Words above which a sentence is often two that lost their border."""


def confidence(row: Row) -> float:
    """Between 0 and 1."""
    value = _PATH[row.path]
    timex = row.timex
    if timex is not None:
        value += {"written": 0.02, "mentioned": -0.06, "none": -0.1}.get(timex.basis, 0.0)
    if row.span.granularity == Granularity.APPROX and row.path not in ("lead", "approx"):
        value -= 0.15
    if row.rough:
        value -= 0.2
    if row.tree is not None and row.sentence.zone == "body" and run_in(row.tree):
        value -= 0.08
    if row.tree is not None and len(row.tree) > _LONG:
        value -= 0.05
    if len(row.tellings) > 1:
        value += 0.03
    return round(min(0.97, max(0.05, value)), 2)
