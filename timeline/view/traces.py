"""What a chart's frame holds: marks, precision bars, labels, the legend, as Plotly traces of our own spec."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.view import kinds, words
from timeline.view.board import Board
from timeline.view.frame import INK, Spec
from timeline.view.labels import clean, escape, width, wrap
from timeline.view.layout import Item, Layout, choice_label, date_label


def rows(board: Board, placed: Layout, selected: str | None) -> Spec:
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


def bars(board: Board, placed: Layout) -> Spec:
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


def arrows(board: Board, placed: Layout) -> list[Spec]:
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


def marks(board: Board, placed: Layout, selected: str | None) -> Spec:
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


def texts(placed: Layout, ink: str) -> Spec:
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


def headings(placed: Layout, ink: str) -> list[Spec]:
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


def legend(board: Board, rows: Sequence[int], placed: Layout, ink: str) -> tuple[Spec, float]:
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
