"""Above what can be drawn one by one: counts per stretch of the axis, by kind or by lane."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from datetime import date

import numpy as np

from timeline.view import kinds, words
from timeline.view.board import Board, as_date
from timeline.view.fold import WIDTH, Fold, fold
from timeline.view.frame import FOLD, INK, LEFT, MARGIN, Spec, frame_layout
from timeline.view.labels import escape, wrap
from timeline.view.layout import Lane, lanes

BINS = 90
HEIGHT = 420
LANE = 30


def density(
    board: Board,
    rows: Sequence[int],
    *,
    by: str = "none",
    folds: bool = True,
    pixels: float = 760.0,
    ink: str = "#1a1c23",
) -> Spec:
    """The figure; each bar's or cell's customdata is the first and last day that it counts."""
    inner = pixels - LEFT - MARGIN
    chosen = np.asarray(rows, dtype=np.int64)
    axis = fold(board.first[chosen], board.last[chosen], folds=folds, width=max(WIDTH, FOLD / inner))
    edges = np.unique(np.round(_days_at(axis, np.linspace(0, 1, BINS + 1))).astype(np.int64))
    places = axis.at(edges) * inner
    spans = [[as_date(a).isoformat(), as_date(b - 1).isoformat()] for a, b in itertools.pairwise(edges)]
    if by == "none":
        return _by_kind(board, chosen, axis, edges, places, spans, inner, ink)
    return _by_lane(board, chosen, by, axis, edges, places, spans, inner, ink)


def _days_at(axis: Fold, places: np.ndarray) -> np.ndarray:
    return np.array([axis.day(float(place)) for place in places])


def _by_kind(
    board: Board,
    rows: np.ndarray,
    axis: Fold,
    edges: np.ndarray,
    places: np.ndarray,
    spans: list[list[str]],
    inner: float,
    ink: str,
) -> Spec:
    layout = frame_layout(axis, inner, HEIGHT, ink)
    kind_of = np.array([kinds.KINDS.index(kinds.kind(name)) for name in board.frame["event_type"].iloc[rows]])
    counts = [
        np.histogram(board.first[rows[kind_of == i]], bins=_closed(edges))[0] for i in range(len(kinds.KINDS))
    ]
    top = float(np.sum(counts, axis=0).max())
    data = []
    for name, count in zip(kinds.KINDS, counts, strict=True):
        if count.any():
            label = words.say(f"kind.{name}")
            data.append(
                {
                    "type": "bar",
                    "name": label,
                    "x": ((places[:-1] + places[1:]) / 2).tolist(),
                    "y": count.tolist(),
                    "width": (np.diff(places) - 0.6).clip(min=0.6).tolist(),
                    "marker": {"color": kinds.COLOURS[name], "line": {"width": 0}},
                    "customdata": spans,
                    "hovertext": [_told(span, int(n), label) for span, n in zip(spans, count, strict=True)],
                    "hoverinfo": "text",
                    "selected": {"marker": {"opacity": 1}},
                    "unselected": {"marker": {"opacity": 1}},
                }
            )
    layout["yaxis"] = {
        "range": [0, top * 1.05],
        "fixedrange": True,
        "gridcolor": INK.format(0.22),
        "zeroline": False,
        "tickfont": {"size": 12, "color": ink},
        "nticks": 5,
        "title": {"text": words.say("chart.count"), "font": {"size": 12, "color": ink}},
    }
    layout["margin"]["l"] = 52
    layout["barmode"] = "stack"
    layout["showlegend"] = True
    layout["legend"] = {
        "orientation": "h",
        "x": 0,
        "yref": "container",
        "y": 0,
        "yanchor": "bottom",
        "itemclick": False,
        "itemdoubleclick": False,
    }
    room = 20 * (1 + int(inner < 560)) + 24
    layout["margin"]["b"] += room
    layout["height"] += room
    return {"data": data, "layout": layout}


def _by_lane(
    board: Board,
    rows: np.ndarray,
    by: str,
    axis: Fold,
    edges: np.ndarray,
    places: np.ndarray,
    spans: list[list[str]],
    inner: float,
    ink: str,
) -> Spec:
    groups = lanes(board, [int(row) for row in rows], by)
    layout = frame_layout(axis, inner, LANE * 2 * len(groups), ink)
    counts = np.array([np.histogram(board.first[list(lane.rows)], bins=_closed(edges))[0] for lane in groups])
    middle = [LANE * (2 * i + 1.45) for i in range(len(groups))]
    heat = {
        "type": "heatmap",
        "x": places.tolist(),
        "y": [edge for y in middle for edge in (y - LANE * 0.45, y + LANE * 0.45)],
        "z": _with_gaps(counts.astype(float)),
        "colorscale": [[0, "rgba(0,114,178,0.08)"], [1, "rgba(0,114,178,1)"]],
        "zmin": 0,
        "zmax": float(counts.max()),
        "showscale": False,
        "hoverinfo": "skip",
        "hoverongaps": False,
    }
    layout["annotations"] += [
        {
            "text": f"<b>{escape(wrap(lane.label, inner - 60, 13)[0])}</b>  {len(lane.rows):,}",
            "x": 0,
            "xanchor": "left",
            "y": LANE * (2 * i + 0.55),
            "yanchor": "middle",
            "showarrow": False,
        }
        for i, lane in enumerate(groups)
    ]
    return {"data": [heat, _cells(groups, counts, places, middle, spans)], "layout": layout}


def _with_gaps(counts: np.ndarray) -> list[list[float | None]]:
    """A row for each lane and an empty one for the label between two of them."""
    rows: list[list[float | None]] = []
    for i, row in enumerate(counts):
        rows.append([float(n) if n else None for n in row])
        if i < len(counts) - 1:
            rows.append([None] * len(row))
    return rows


def _cells(
    groups: Sequence[Lane],
    counts: np.ndarray,
    places: np.ndarray,
    middle: list[float],
    spans: list[list[str]],
) -> Spec:
    """A mark that nobody sees over each cell, to be pointed at: customdata is its days and its lane."""
    cells = [(int(i), int(j)) for i, j in np.argwhere(counts)]
    wide = np.diff(places).tolist()
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "cells",
        "x": [float(places[j] + places[j + 1]) / 2 for _, j in cells],
        "y": [middle[i] for i, _ in cells],
        "marker": {"symbol": "square", "size": [min(LANE, wide[j]) for _, j in cells], "opacity": 0},
        "customdata": [[*spans[j], groups[i].code] for i, j in cells],
        "hovertext": [_told(spans[j], int(counts[i, j]), escape(groups[i].label)) for i, j in cells],
        "hoverinfo": "text",
        "selected": {"marker": {"opacity": 0}},
        "unselected": {"marker": {"opacity": 0}},
    }


def _closed(edges: np.ndarray) -> np.ndarray:
    """Bins of whole days: the last one takes its right edge in, where no day is."""
    return edges.astype(np.float64) - 0.5


def _told(span: list[str], n: int, label: str = "") -> str:
    first, last = (date.fromisoformat(day) for day in span)
    text = f"<b>{words.days(first, last)}</b><br>{words.say('events', n)}"
    return f"{text}<br>{label}" if label else text
