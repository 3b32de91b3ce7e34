"""The main chart as a Plotly figure, and the same in words."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from timeline.view import traces, words
from timeline.view.board import Board, as_date
from timeline.view.fold import WIDTH, fold
from timeline.view.frame import FOLD, LEFT, MARGIN, Spec, frame_layout
from timeline.view.layout import Layout, lanes, lay_out


def main(
    board: Board,
    rows: Sequence[int],
    *,
    by: str = "none",
    folds: bool = True,
    pixels: float = 760.0,
    ink: str = "#1a1c23",
    selected: str | None = None,
) -> tuple[Spec, Layout]:
    """The chart of `rows` (at least one) and where everything stands in it.

    `by` is "none", "country" or "actor"; `pixels` the least width that the chart is shown at.
    """
    inner = pixels - LEFT - MARGIN
    shown = list(rows)
    axis = fold(board.first[shown], board.last[shown], folds=folds, width=max(WIDTH, FOLD / inner))
    groups = lanes(board, shown, by)
    placed = lay_out(board, groups, axis, inner)
    legend, room = traces.legend(board, shown, placed, ink)
    data = [
        traces.rows(board, placed, selected),
        traces.bars(board, placed),
        traces.marks(board, placed, selected),
        traces.texts(placed, ink),
        *traces.arrows(board, placed),
        legend,
    ]
    spec: Spec = {"data": data, "layout": frame_layout(axis, inner, placed.height, ink, below=room)}
    spec["layout"]["annotations"] += traces.headings(placed, ink)
    return spec, placed


def describe(board: Board, rows: Sequence[int]) -> str:
    """The chart in words, for who does not see it."""
    first = words.day_words(as_date(board.first[list(rows)].min()))
    last = words.day_words(as_date(board.last[list(rows)].max()))
    return words.say("chart.alt", len(rows), since=first, until=last, peak=_busiest(board, rows))


def _busiest(board: Board, rows: Sequence[int]) -> str:
    months = board.first[list(rows)].astype("datetime64[D]").astype("datetime64[M]")
    names, counts = np.unique(months, return_counts=True)
    month = as_date(names[int(counts.argmax())].astype("datetime64[D]").astype("int64"))
    return f"{words.month_words(month)} ({int(counts.max())})"
