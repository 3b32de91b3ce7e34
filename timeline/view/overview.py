"""The strip over the chart: how many events when, to true scale, with the stretch in view marked."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np

from timeline.view import words
from timeline.view.board import Board, Mask, as_date, as_day
from timeline.view.figure import FAMILY, INK, MARGIN, Spec

BINS = 120
HEIGHT = 84
DAY_MS = 86_400_000


def strip(board: Board, shown: Mask, since: date | None, until: date | None, ink: str = "#1a1c23") -> Spec:
    """Bars for all events, and for those that the filters show; needs one event at least."""
    low, high = int(board.first.min()), int(board.last.max()) + 1
    edges = np.linspace(low, high, min(BINS, max(1, high - low)) + 1)
    every = _spread(board, np.ones(len(board), dtype=bool), edges)
    left = _spread(board, shown, edges)
    centres = ((edges[:-1] + edges[1:]) / 2 * DAY_MS).tolist()
    widths = (np.diff(edges) * DAY_MS * 0.9).tolist()
    top = float(every.max())
    pad = (high - low) * 0.01
    return {
        "data": [
            _bars(centres, every, widths, INK.format(0.45)),
            _bars(centres, left, widths, "#0072B2"),
        ],
        "layout": {
            "height": HEIGHT,
            "margin": {"l": MARGIN, "r": MARGIN, "t": 6, "b": 26, "autoexpand": False},
            "font": {"family": FAMILY, "size": 12, "color": ink},
            "barmode": "overlay",
            "dragmode": "select",
            "selectdirection": "h",
            "hovermode": False,
            "showlegend": False,
            "newselection": {"line": {"color": INK.format(1), "width": 1}},
            "xaxis": {
                "type": "date",
                "range": [(low - pad) * DAY_MS, (high + pad) * DAY_MS],
                "fixedrange": True,
                "showgrid": False,
                "zeroline": False,
                "ticks": "outside",
                "ticklen": 3,
                "nticks": 6,
                "tickfont": {"size": 12, "color": ink},
            },
            "yaxis": {"range": [0, top * 1.08], "fixedrange": True, "visible": False},
            "shapes": _window(low, high, since, until),
        },
    }


def _spread(board: Board, rows: Mask, edges: np.ndarray) -> np.ndarray:
    """Events per bin; an event that lasts is spread evenly, so that the sum stays the number of events."""
    if not rows.any():
        return np.zeros(len(edges) - 1)
    first = board.first[rows].astype(np.float64)
    end = np.where(board.open_end, board.first, board.last)[rows].astype(np.float64) + 1
    step = edges[1] - edges[0]
    a = np.clip(((first - edges[0]) / step).astype(np.int64), 0, len(edges) - 2)
    b = np.clip(np.ceil((end - edges[0]) / step).astype(np.int64) - 1, a, len(edges) - 2)
    share = 1.0 / (b - a + 1)
    change = np.zeros(len(edges))
    np.add.at(change, a, share)
    np.add.at(change, b + 1, -share)
    return np.cumsum(change)[:-1].clip(min=0)


def _bars(centres: list[float], heights: np.ndarray, widths: list[float], colour: str) -> Spec:
    return {
        "type": "bar",
        "x": centres,
        "y": [round(float(height), 4) for height in heights],
        "width": widths,
        "marker": {"color": colour, "line": {"width": 0}},
        "hoverinfo": "skip",
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }


def _window(low: int, high: int, since: date | None, until: date | None) -> list[Spec]:
    """What lies outside the stretch in view is veiled."""
    veils = []
    if since and as_day(since) > low:
        veils.append((low - (high - low), as_day(since)))
    if until and as_day(until) + 1 < high:
        veils.append((as_day(until) + 1, high + (high - low)))
    return [
        {
            "type": "rect",
            "xref": "x",
            "yref": "paper",
            "x0": start * DAY_MS,
            "x1": end * DAY_MS,
            "y0": 0,
            "y1": 1,
            "fillcolor": INK.format(0.28),
            "line": {"width": 1, "color": INK.format(0.8)},
        }
        for start, end in veils
    ]


def dragged(box: dict[str, list[object]]) -> tuple[date, date] | None:
    """The days that a drag across the strip covers; None where it covers none.

    `box` is one of Streamlit's selection boxes: "x" holds dates as text, or milliseconds.
    """
    edges = sorted(_read(edge) for edge in box.get("x", []))
    if len(edges) < 2:
        return None
    first, last = edges[0], edges[-1]
    if last < first:
        return None
    return as_date(int(np.floor(first))), as_date(int(np.floor(max(first, last - 1e-9))))


def _read(edge: object) -> float:
    if isinstance(edge, int | float):
        return float(edge) / DAY_MS
    stamp = np.datetime64(str(edge).replace(" ", "T"), "ms")
    return float(stamp.astype("int64")) / DAY_MS


def in_words(board: Board, since: date | None, until: date | None) -> str:
    """The stretch in view: "1 January 2020 to 10 January 2022, 2 years"."""
    span = board.span()
    if span is None:
        return ""
    first, last = max(since or span[0], date.min), min(until or span[1], date.max)
    if first > last:
        first, last = last, first
    text = words.say("range.words", since=words.day_words(first), until=words.day_words(last))
    return f"{text} ({words.length((last - first + timedelta(days=1)).days)})"
