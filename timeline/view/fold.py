"""The folded time axis: quiet stretches at a fixed width, everything else to one scale.

Plotly's own range breaks lose marks that touch a break, so the axis is plain numbers from 0 to 1 and
every day is put on it here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from timeline.view.board import Days

Floats = npt.NDArray[np.float64]

WIDTH = 0.07
"""Of the axis, for one fold;"""
MOST_FOLDED = 0.45
"""all folds together take this much of it at most."""
SHARE = 0.12
"""A stretch is folded when it alone would take more of the axis than this,"""
TIMES = 8
"""and is this many times longer than the median stretch,"""
SHORTEST = 10
"""and longer than this many days."""
MOST = 12


@dataclass(frozen=True, slots=True)
class Segment:
    """The days from `first` to before `end`, drawn from `left` to `right` (0 to 1)."""

    first: int
    end: int
    left: float
    right: float
    folded: bool

    @property
    def days(self) -> int:
        return self.end - self.first


@dataclass(frozen=True, slots=True)
class Fold:
    """A monotone map of days onto 0…1, linear within each segment."""

    segments: tuple[Segment, ...]

    @property
    def folded(self) -> tuple[Segment, ...]:
        return tuple(segment for segment in self.segments if segment.folded)

    def at(self, days: Any) -> Floats:
        """Where days (numbers since 1970, fractions too) stand on the axis; what lies outside is clipped."""
        knots = [float(s.first) for s in self.segments] + [float(self.segments[-1].end)]
        places = [s.left for s in self.segments] + [self.segments[-1].right]
        return np.interp(np.asarray(days, dtype=np.float64), knots, places)

    def day(self, place: float) -> float:
        """The day at a place of the axis."""
        knots = [float(s.first) for s in self.segments] + [float(self.segments[-1].end)]
        places = [s.left for s in self.segments] + [self.segments[-1].right]
        return float(np.interp(place, places, knots))


def fold(first: Days, last: Days, *, folds: bool = True, width: float = WIDTH) -> Fold:
    """The axis for events from `first` to `last` (inclusive). Needs one event at least.

    With `folds` off the axis is to true scale; `width` is what one fold takes of the axis, if all fit.
    """
    edges = np.unique(np.concatenate([first, last + 1]))
    lengths = np.diff(edges)
    quiet = _quiet(lengths) if folds else np.zeros(len(lengths), dtype=bool)
    edges, quiet = _joined(edges, quiet)
    return Fold(_laid_out(edges, quiet, width))


def _quiet(lengths: Days) -> npt.NDArray[np.bool_]:
    """Which stretches are folded: the longest first, as long as each dwarfs what is left."""
    quiet = np.zeros(len(lengths), dtype=bool)
    floor = max(SHORTEST, TIMES * float(np.median(lengths)))
    open_days = float(lengths.sum())
    for place in np.argsort(-lengths, kind="stable")[:MOST]:
        length = float(lengths[place])
        if length <= floor or length < SHARE * open_days or length >= open_days:
            break
        quiet[place] = True
        open_days -= length
    return quiet


def _joined(edges: Days, quiet: npt.NDArray[np.bool_]) -> tuple[Days, npt.NDArray[np.bool_]]:
    """Neighbouring unfolded stretches share one scale, so they become one segment."""
    keep = np.ones(len(edges), dtype=bool)
    keep[1:-1] = quiet[1:] | quiet[:-1]
    starts = np.flatnonzero(keep)
    return edges[keep], quiet[starts[:-1]]


def _laid_out(edges: Days, quiet: npt.NDArray[np.bool_], width: float) -> tuple[Segment, ...]:
    lengths = np.diff(edges).astype(np.float64)
    folded = int(quiet.sum())
    each = min(width, MOST_FOLDED / folded) if folded else 0.0
    scale = (1 - folded * each) / lengths[~quiet].sum()
    widths = np.where(quiet, each, lengths * scale)
    rights = np.cumsum(widths) / widths.sum()
    lefts = np.concatenate([[0.0], rights[:-1]])
    return tuple(
        Segment(int(edges[i]), int(edges[i + 1]), float(lefts[i]), float(rights[i]), bool(quiet[i]))
        for i in range(len(lengths))
    )
