"""The main chart as a Plotly figure: marks, precision bars, labels, folds, at pixels of our own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from timeline.view import kinds, words
from timeline.view.board import Board, as_date
from timeline.view.fold import WIDTH, Fold, fold
from timeline.view.labels import clean, escape, width, wrap
from timeline.view.layout import (
    Item,
    Lane,
    Layout,
    choice_label,
    date_label,
    lanes,
    lay_out,
)
from timeline.view.ticks import SIZE, ticks

Spec = dict[str, Any]

LEFT, MARGIN = 22, 10
SMALL = 11.0
FOLD = 50.0
INK = "rgba(127,127,127,{})"
FAMILY = '"Source Sans", "Source Sans 3", "Helvetica Neue", Arial, sans-serif'


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
    legend, room = _legend(board, shown, placed, ink)
    traces = [
        _rows(board, placed, selected),
        _bars(board, placed),
        _marks(board, placed, selected),
        _texts(placed, ink),
        *_arrows(board, placed),
        legend,
    ]
    spec: Spec = {"data": traces, "layout": frame_layout(axis, inner, placed.height, ink, below=room)}
    spec["layout"]["annotations"] += _headings(placed, ink)
    return spec, placed


def frame_layout(axis: Fold, inner: float, height: float, ink: str, below: float = 0.0) -> Spec:
    """Axis, ticks, folds and margins, for any chart that is `height` pixels tall inside.

    `below` is room under the rows that belongs to the plot but has no grid.
    """
    total = height + below
    marks = ticks(axis, inner)
    bands = [(s, words.length(s.days)) for s in axis.folded]
    longest = max((width(word, SMALL) for _, text in bands for word in text.split()), default=0.0)
    lying = all(longest + 4 <= (s.right - s.left) * inner for s, _ in bands)
    above = (0 if not bands else 30 if lying else max(width(text, SMALL) for _, text in bands) + 10) + 40
    places = {"tickvals": [t.place * inner for t in marks], "ticktext": [t.label for t in marks]}
    x = {
        "range": [-0.5, inner + 0.5],  # or the first tick would go missing
        "fixedrange": True,
        "showgrid": False,
        "zeroline": False,
        "showline": True,
        "linecolor": INK.format(0.6),
        "tickfont": {"size": SIZE, "color": ink},
        "tickangle": 0,
        "ticks": "",
        "side": "top",
        **places,
    }
    return {
        "height": round(total + above + 2 * MARGIN),
        "margin": {"l": LEFT, "r": MARGIN, "t": round(above), "b": MARGIN, "autoexpand": False},
        "font": {"family": FAMILY, "size": 13, "color": ink},
        "xaxis": x,
        "yaxis": {"range": [total, 0], "fixedrange": True, "visible": False},
        "bargap": 0,
        "hovermode": "closest",
        "hoverdistance": 12,
        "hoverlabel": {
            "align": "left",
            "font": {"size": 13, "color": ink},
            "bgcolor": "#ffffff" if ink < "#8" else "#262730",
            "bordercolor": INK.format(0.8),
        },
        "dragmode": False,
        "clickmode": "event+select",
        "showlegend": False,
        "barmode": "overlay",
        "shapes": [
            *(
                _band(s.left * inner, s.right * inner, i % 2, height / total)
                for i, (s, _) in enumerate(bands)
            ),
            _grid([mark.place * inner for mark in marks], height / total),
        ],
        "annotations": [_band_text(s.left * inner, s.right * inner, text, lying, ink) for s, text in bands],
    }


def _grid(places: list[float], share: float) -> Spec:
    """All grid lines as one shape: the axis' own would run on under the rows."""
    return {
        "type": "path",
        "layer": "below",
        "xref": "x",
        "yref": "paper",
        "path": " ".join(f"M{x:.1f},1L{x:.1f},{1 - share:.5f}" for x in places),
        "line": {"width": 1, "color": INK.format(0.22)},
    }


def _band(left: float, right: float, place: int, share: float) -> Spec:
    return {
        "type": "rect",
        "layer": "below",
        "xref": "x",
        "yref": "paper",
        "x0": left,
        "x1": right,
        "y0": 1 - share,
        "y1": 1,
        "fillcolor": INK.format(0.18 if place % 2 else 0.11),
        "line": {"width": 0},
    }


def _band_text(left: float, right: float, text: str, lying: bool, ink: str) -> Spec:
    return {
        "text": f"<i>{text.replace(' ', '<br>') if lying else text}</i>",
        "x": (left + right) / 2,
        "y": 1,
        "yref": "paper",
        "yshift": 37,
        "yanchor": "bottom",
        "showarrow": False,
        "textangle": 0 if lying else -90,
        "font": {"size": SMALL, "color": ink},
    }


def _rows(board: Board, placed: Layout, selected: str | None) -> Spec:
    """An unseen bar over each item's row, so that a click on its label counts as well."""
    shared = _shared(placed)
    items = [item for item in placed.items if item.lines or not shared]
    tints = [0.22 if _id(board, item) == selected else 0.0 for item in items]
    starts = [_reach(item)[0] if shared else 0.0 for item in items]
    ends = [_reach(item)[1] if shared else placed.pixels for item in items]
    return {
        "type": "bar",
        "orientation": "h",
        "base": starts,
        "x": [end - start for start, end in zip(starts, ends, strict=True)],
        "y": [item.top + item.height / 2 for item in items],
        "width": [item.height for item in items],
        "marker": {"color": [INK.format(tint) for tint in tints], "line": {"width": 0}},
        "customdata": [_id(board, item) for item in items],
        "hoverinfo": "none",  # no tooltip, but clicks: "skip" would lose them
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }


def _shared(placed: Layout) -> bool:
    return len({item.top for item in placed.items}) < len(placed.items)


def _reach(item: Item) -> tuple[float, float]:
    wide = max((width(line) for line in item.lines), default=0.0)
    left = min(item.x0, item.mark - 7, item.text_x - wide if item.side == "left" else item.x0)
    right = max(item.x1, item.mark + 7, item.text_x + wide if item.side in ("right", "above") else item.x1)
    return left, right


def _bars(board: Board, placed: Layout) -> Spec:
    """How exactly each event is dated, a bar under its mark."""
    items = [item for item in placed.items if item.x1 > item.x0]
    return {
        "type": "bar",
        "orientation": "h",
        "base": [item.x0 for item in items],
        "x": [item.x1 - item.x0 for item in items],
        "y": [item.y for item in items],
        "width": 8,
        "marker": {
            "color": [kinds.COLOURS[_kind(board, item.row)] for item in items],
            "opacity": 0.45,
            "line": {"width": 0},
        },
        "hoverinfo": "skip",
        "selected": {"marker": {"opacity": 0.45}},
        "unselected": {"marker": {"opacity": 0.45}},
    }


def _arrows(board: Board, placed: Layout) -> list[Spec]:
    """Where an end is open."""
    ends = [item for item in placed.items if board.open_end[item.row]]
    if not ends:
        return []
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "x": [min(max(item.x1, item.mark + 12), placed.pixels - 4) for item in ends],
            "y": [item.y for item in ends],
            "marker": {
                "symbol": "triangle-right-open",
                "size": 10,
                "color": [kinds.COLOURS[_kind(board, item.row)] for item in ends],
                "line": {"width": 2},
            },
            "cliponaxis": False,
            "hoverinfo": "skip",
        }
    ]


def _marks(board: Board, placed: Layout, selected: str | None) -> Spec:
    items = placed.items
    chosen = [_id(board, item) == selected for item in items]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "events",
        "x": [item.mark for item in items],
        "y": [item.y for item in items],
        "customdata": [_id(board, item) for item in items],
        "marker": {
            "symbol": [kinds.symbol(board.cell(item.row, "status")) for item in items],
            "color": [kinds.COLOURS[_kind(board, item.row)] for item in items],
            "size": [16 if one else 12 for one in chosen],
            "opacity": 1,
            "line": {"width": [3 if one else 1 for one in chosen], "color": INK.format(1)},
        },
        "hovertext": [_hover(board, item.row) for item in items],
        "hoverinfo": "text",
        "cliponaxis": False,
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }


def _texts(placed: Layout, ink: str) -> Spec:
    items = [item for item in placed.items if item.lines]
    return {
        "type": "scatter",
        "mode": "text",
        "name": "labels",
        "x": [item.text_x for item in items],
        "y": [item.text_y for item in items],
        "text": [_markup(item) for item in items],
        "textposition": ["middle left" if item.side == "left" else "middle right" for item in items],
        "textfont": {"size": 13, "color": ink},
        "selected": {"textfont": {"color": ink}},
        "unselected": {"textfont": {"color": ink}},
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def _markup(item: Item) -> str:
    lines = [escape(line) for line in item.lines]
    if len(item.lines[0]) >= item.bold:
        first = item.lines[0]
        lines[0] = f"<b>{escape(first[: item.bold])}</b>{escape(first[item.bold :])}"
    return "<br>".join(lines)


def _headings(placed: Layout, ink: str) -> list[Spec]:
    return [
        {
            "text": f"<b>{escape(wrap(heading.label, placed.pixels - 60, 14)[0])}</b>  {heading.count}",
            "x": 0,
            "xanchor": "left",
            "y": heading.y,
            "yanchor": "middle",
            "showarrow": False,
            "font": {"size": 14, "color": ink},
        }
        for heading in placed.headings
    ]


def _legend(board: Board, rows: Sequence[int], placed: Layout, ink: str) -> tuple[Spec, float]:
    """The kinds and statuses that are there, as one trace under the rows, and the room that it takes.

    Plotly's own legend copies the first point's shape for all, and costs a trace for each entry.
    """
    statuses = {str(board.cell(row, "status")) for row in rows}
    present = {_kind(board, row) for row in rows}
    entries = [(words.say(f"kind.{k}"), "square", kinds.COLOURS[k]) for k in kinds.KINDS if k in present]
    entries += [
        (words.say(f"status.{s}"), kinds.SYMBOLS[s], INK.format(1)) for s in kinds.SYMBOLS if s in statuses
    ]
    xs: list[float] = []
    ys: list[float] = []
    x, y = 7.0, placed.height + 22.0
    for name, _, _ in entries:
        wide = width(name) + 34
        if x + wide > placed.pixels and xs:
            x, y = 7.0, y + 21
        xs.append(x)
        ys.append(y)
        x += wide
    trace = {
        "type": "scatter",
        "mode": "markers+text",
        "name": "legend",
        "x": xs,
        "y": ys,
        "text": [f"  {name}" for name, _, _ in entries],
        "textposition": "middle right",
        "textfont": {"size": 13, "color": ink},
        "marker": {
            "symbol": [symbol for _, symbol, _ in entries],
            "color": [colour for _, _, colour in entries],
            "size": 11,
            "opacity": 1,
        },
        "cliponaxis": False,
        "hoverinfo": "skip",
        "selected": {"marker": {"opacity": 1}, "textfont": {"color": ink}},
        "unselected": {"marker": {"opacity": 1}, "textfont": {"color": ink}},
    }
    return trace, y - placed.height + 10


def _id(board: Board, item: Item) -> str:
    return str(board.cell(item.row, "event_id"))


def _kind(board: Board, row: int) -> str:
    return kinds.kind(board.cell(row, "event_type"))


def _hover(board: Board, row: int) -> str:
    """The tooltip: escaped, wrapped, never a template."""
    headline = "<br>".join(map(escape, wrap(clean(str(board.cell(row, "headline"))), 380)[:6]))
    status = choice_label(board, "status", str(board.cell(row, "status")))
    event_type = choice_label(board, "type", str(board.cell(row, "event_type")))
    date = escape(date_label(board, row))
    return f"<b>{date}</b><br>{headline}<br><i>{escape(event_type)}, {escape(status)}</i>"


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


__all__ = ["Lane", "describe", "frame_layout", "main"]
