"""The strip over the chart: how many events when, to true scale, with the stretch in view marked.

Plain HTML: a second Plotly chart took longer to redraw than the main one.
"""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np

from timeline.view import fold, ticks, words
from timeline.view.board import Board, Mask, as_date, as_day

BINS = 120


def bins(board: Board, shown: Mask) -> tuple[np.ndarray, np.ndarray]:
    """Events per stretch, all of them and those shown; needs one event at least."""
    low, high = int(board.first.min()), int(board.last.max()) + 1
    edges = np.linspace(low, high, min(BINS, max(1, high - low)) + 1)
    return _spread(board, np.ones(len(board), dtype=bool), edges), _spread(board, shown, edges)


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


def strip(board: Board, shown: Mask, since: date | None, until: date | None, pixels: float) -> str:
    """The strip as HTML; `pixels` is about its width, for the ticks. A drag reads data-first and data-end."""
    low, high = int(board.first.min()), int(board.last.max()) + 1
    every, left = bins(board, shown)
    top = float(every.max()) or 1.0
    bars = "".join(
        f'<span><i style="height:{_share(all_, top)}%"></i><b style="height:{_share(some, top)}%"></b></span>'
        for all_, some in zip(every, left, strict=True)
    )
    axis = fold.fold(board.first, board.last, folds=False)
    labels = "".join(
        f'<span style="left:{100 * tick.place:.2f}%">{tick.label.replace("<br>", " ")}</span>'
        for tick in ticks.ticks(axis, pixels * 0.6)
        if tick.place * pixels > 20 and (1 - tick.place) * pixels > 34
    )
    veils = "".join(
        f'<div class="tl-veil" style="left:{100 * start:.3f}%;width:{100 * (end - start):.3f}%"></div>'
        for start, end in veiled(low, high, since, until)
    )
    alt = words.say(
        "overview.alt",
        len(board),
        left=int(shown.sum()),
        since=words.day_words(as_date(low)),
        until=words.day_words(as_date(high - 1)),
    )
    return (
        f'<div class="tl-strip" data-first="{low}" data-end="{high}" role="img" aria-label="{alt}">'
        f'<div class="tl-bins">{bars}</div>{veils}<div class="tl-drag"></div></div>'
        f'<div class="tl-ticks" aria-hidden="true">{labels}</div>'
    )


def _share(count: float, top: float) -> str:
    """Percent of the strip's height; what is there at all can be seen."""
    return f"{max(4.0, 100 * count / top):.1f}" if count > 0 else "0"


def veiled(low: int, high: int, since: date | None, until: date | None) -> list[tuple[float, float]]:
    """The parts of the strip, 0 to 1, that lie outside the stretch in view."""
    start = (as_day(since) - low) / (high - low) if since else 0.0
    end = (as_day(until) + 1 - low) / (high - low) if until else 1.0
    parts = [(0.0, min(max(start, 0.0), 1.0)), (min(max(end, 0.0), 1.0), 1.0)]
    return [(a, b) for a, b in parts if b > a]


def dragged(code: str) -> tuple[date, date] | None:
    """The days that a drag covered, told as "first:last" in days since 1970; None where that is none."""
    first, _, last = code.partition(":")
    try:
        days = sorted((int(first), int(last)))
        return as_date(days[0]), as_date(days[1])
    except (ValueError, OverflowError):
        return None


def in_words(board: Board, since: date | None, until: date | None) -> str:
    """The stretch in view: "1 January 2020 to 10 January 2022 (2 years)"."""
    span = board.span()
    if span is None:
        return ""
    first, last = since or span[0], until or span[1]
    if first > last:
        first, last = last, first
    text = words.say("range.words", since=words.day_words(first), until=words.day_words(last))
    return f"{text} ({words.length((last - first + timedelta(days=1)).days)})"
