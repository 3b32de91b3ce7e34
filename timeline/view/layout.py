"""Where each event stands in the main chart, in pixels: its bar, its mark and its label.

Labels never touch each other and never leave the chart, for the width that is asked for or a wider one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from timeline.view import words
from timeline.view.board import Board
from timeline.view.fold import Fold
from timeline.view.labels import clean, width, wrap

ROWS = 80
"""Up to this many marks each has a row of its own;"""
SINGLY = 800
"""up to this many each is drawn, sharing rows; beyond, density is."""
LABELLED = 60
"""Of events that share rows, so many get a label."""

LINE = 17.0
PAD = 9.0
MARK = 14.0
GAP = 10.0
HEADING = 30.0
NARROW = 520.0
LEAST_ROOM = 200.0

Side = Literal["right", "left", "above", "none"]


@dataclass(frozen=True, slots=True)
class Item:
    """One mark. `row` is the board's; `x0` to `x1` its bar if it has one, all in pixels from the top left."""

    row: int
    x0: float
    x1: float
    mark: float
    y: float
    top: float
    height: float
    lines: tuple[str, ...] = ()
    bold: int = 0
    """So many characters of the first line are the date."""
    side: Side = "none"
    text_x: float = 0.0
    text_y: float = 0.0


@dataclass(frozen=True, slots=True)
class Lane:
    label: str
    rows: tuple[int, ...]
    code: str = ""
    """The choice that the lane stands for; "" for what shares one."""


@dataclass(frozen=True, slots=True)
class Heading:
    label: str
    count: int
    y: float
    top: float


@dataclass(frozen=True, slots=True)
class Layout:
    items: tuple[Item, ...]
    headings: tuple[Heading, ...]
    pixels: float
    height: float
    labelled: int


def lanes(board: Board, rows: Sequence[int], by: str, most: int = 12) -> list[Lane]:
    """The events in lanes by "country" or "actor", the fullest lane first; in one without a label for "none".

    An event stands in each of its lanes. The least lanes share one.
    """
    if by == "none":
        return [Lane("", tuple(rows))]
    facet = board.facets[by]
    shown = np.zeros(len(board), dtype=bool)
    shown[list(rows)] = True
    kept = shown[facet.rows]
    counts = np.bincount(facet.choice[kept], minlength=len(facet.codes))
    order = [int(i) for i in np.lexsort((np.arange(len(counts)), -counts)) if counts[i]]
    named = order[:most] if len(order) > most + 1 else order
    result = []
    for choice in named:
        members = facet.rows[kept & (facet.choice == choice)]
        code = facet.codes[choice]
        result.append(Lane(choice_label(board, by, code), tuple(int(m) for m in members), code))
    rest = np.unique(facet.rows[kept & ~np.isin(facet.choice, named)])
    if len(rest):
        result.append(Lane(words.say("lanes.other"), tuple(int(m) for m in rest)))
    return result


def choice_label(board: Board, facet: str, code: str) -> str:
    """How a choice is called, without what could disturb a line."""
    if code == "-":
        return words.say(f"none.{facet}")
    if facet in ("status", "precision"):
        return words.known(f"{facet}.{code}", clean(code))
    if facet == "type":
        return clean(code.capitalize())
    return clean(board.facets[facet].labels.get(code, code)) or words.say(f"none.{facet}")


def date_label(board: Board, row: int) -> str:
    return words.abbreviated(board.when(row))


def lay_out(board: Board, groups: Sequence[Lane], axis: Fold, pixels: float) -> Layout:
    """Puts every event of every lane. Singly in a row while they are few, else sharing rows."""
    total = sum(len(lane.rows) for lane in groups)
    own_rows = total <= ROWS
    labelled = _chosen(board, groups, axis) if not own_rows else None
    items: list[Item] = []
    headings: list[Heading] = []
    top = 0.0
    for lane in groups:
        if lane.label:
            headings.append(Heading(lane.label, len(lane.rows), top + HEADING / 2, top))
            top += HEADING
        if own_rows:
            placed, top = _singly(board, lane, axis, pixels, top)
        else:
            placed, top = _packed(board, lane, axis, pixels, top, labelled or set())
        items += placed
    return Layout(
        tuple(items), tuple(headings), pixels, max(top, LINE + PAD), sum(bool(i.lines) for i in items)
    )


def _singly(board: Board, lane: Lane, axis: Fold, pixels: float, top: float) -> tuple[list[Item], float]:
    items = []
    for row in lane.rows:
        x0, x1, mark = _bar(board, row, axis, pixels)
        lines, bold, side, text_x = _label(board, row, x0, x1, mark, pixels)
        tall = len(lines) * LINE
        if side == "above":
            height = tall + MARK + PAD + 3
            y, text_y = top + tall + 3 + MARK / 2, top + tall / 2
        else:
            height = max(tall, MARK) + PAD
            y = text_y = top + height / 2
        items.append(Item(row, x0, x1, mark, y, top, height, tuple(lines), bold, side, text_x, text_y))
        top += height
    return items, top


def _bar(board: Board, row: int, axis: Fold, pixels: float) -> tuple[float, float, float]:
    x0, x1 = (float(x) * pixels for x in axis.at([board.first[row], board.last[row] + 1]))
    edge = MARK / 2
    mark = x0 + edge if board.open_end[row] else (x0 + x1) / 2
    return x0, x1, min(max(mark, edge), pixels - edge)


def _label(
    board: Board, row: int, x0: float, x1: float, mark: float, pixels: float
) -> tuple[list[str], int, Side, float]:
    """Lines, the date's share of the first, the side that has room, and where they start there."""
    when = date_label(board, row)
    text = f"{when}  {clean(str(board.cell(row, 'headline') or ''))}"
    right = max(x1, mark + MARK / 2) + GAP
    left = min(x0, mark - MARK / 2) - GAP
    if pixels >= NARROW:
        needed = width(text) + width(when) * 0.1
        if needed <= pixels - right:
            return [text], len(when), "right", right
        if needed <= left:
            return [text], len(when), "left", left
        side: Side = "right" if pixels - right >= left else "left"
        room = max(pixels - right, left)
        if room >= LEAST_ROOM and len(lines := _wrapped(text, when, room)) <= 3:
            return lines, len(when), side, right if side == "right" else left
    return _wrapped(text, when, pixels), len(when), "above", 0.0


def _wrapped(text: str, when: str, room: float) -> list[str]:
    """In as few lines as the room allows, and these of about one length."""
    room -= width(when) * 0.1
    lines = wrap(text, room)
    for share in (0.5, 0.6, 0.7, 0.8, 0.9):
        if len(lines) > 1 and len(even := wrap(text, room * share)) == len(lines):
            return even
    return lines


def _chosen(board: Board, groups: Sequence[Lane], axis: Fold) -> set[int]:
    """The events that are labelled when not all can be, from all along the axis.

    Of a stretch, those that most sources tell come first, then the most confident.
    """
    rows = np.unique(np.concatenate([np.array(lane.rows, dtype=np.int64) for lane in groups]))
    if len(rows) <= LABELLED:
        return {int(row) for row in rows}
    sources = board.frame["sources"].fillna(1).to_numpy(dtype=np.int64)[rows]
    sure = board.frame["confidence"].fillna(0).to_numpy(dtype=np.float64)[rows]
    order = np.lexsort((rows, -sure, -sources))
    bins = np.clip((axis.at(board.first[rows[order]]) * LABELLED).astype(np.int64), 0, LABELLED - 1)
    rank = np.zeros(len(rows), dtype=np.int64)  # of each event within its stretch of the axis
    seen = np.zeros(LABELLED, dtype=np.int64)
    for place, stretch in enumerate(bins):
        rank[place] = seen[stretch]
        seen[stretch] += 1
    best = np.argsort(rank, kind="stable")[:LABELLED]
    return {int(row) for row in rows[order[best]]}


def _packed(
    board: Board, lane: Lane, axis: Fold, pixels: float, top: float, labelled: set[int]
) -> tuple[list[Item], float]:
    """First row that is free from here on, in the order of time; an item may need several lines of rows."""
    ends = np.zeros(0)
    placed: list[tuple[Item, int]] = []
    for row in lane.rows:
        x0, x1, mark = _bar(board, row, axis, pixels)
        if board.open_end[row]:
            x1 = min(x0 + 2 * MARK, pixels)
        long = x1 - x0 > MARK and (board.last[row] > board.first[row] or bool(board.open_end[row]))
        lines: list[str] = []
        bold, text_x = 0, 0.0
        side: Side = "none"
        if row in labelled:
            lines, bold, side, text_x = _label(board, row, x0, x1 if long else mark, mark, pixels)
        slots = max(1, len(lines)) + (side == "above")
        if side == "right":
            start, end = min(x0 if long else mark - MARK / 2, mark - MARK / 2), text_x + _widest(lines)
        elif side == "left":
            start, end = text_x - _widest(lines), max(x1 if long else mark, mark + MARK / 2)
        elif side == "above":
            start, end = 0.0, pixels
        else:
            start, end = (x0, x1) if long else (mark - MARK / 2, mark + MARK / 2)
        slack = 0.0 if long or lines else max(0.0, (x1 - x0 - MARK) / 2)  # a day's marks share its width
        at, shift, ends = _free(ends, start, slack, slots)
        ends[at : at + slots] = end + shift + 4
        if not long:
            x0 = x1 = mark + shift
        item = Item(row, x0, x1, mark + shift, 0, 0, 0, tuple(lines), bold, side, text_x)
        placed.append((item, at))
    row_height = LINE + 3
    items = [_lowered(item, top + at * row_height, row_height) for item, at in placed]
    return items, top + len(ends) * row_height + PAD


def _widest(lines: Sequence[str]) -> float:
    return max((width(line) * 1.05 for line in lines), default=0.0)


def _free(ends: np.ndarray, start: float, slack: float, slots: int) -> tuple[int, float, np.ndarray]:
    """The first run of `slots` rows free at `start`, moved by at most `slack` to either side."""
    reach = ends <= start + slack
    run = reach
    for step in range(1, slots):
        run = run[: len(ends) - step] & reach[step:] if len(ends) > step else run[:0]
    if run.any():
        at = int(np.argmax(run))
        busy = float(ends[at : at + slots].max())
        return at, max(busy - start, -slack), ends
    missing = slots
    tail = len(ends)
    while tail and missing > 1 and ends[tail - 1] <= start:
        tail, missing = tail - 1, missing - 1
    return tail, -slack, np.concatenate([ends, np.zeros(missing)])


def _lowered(item: Item, top: float, row_height: float) -> Item:
    slots = max(1, len(item.lines)) + (item.side == "above")
    height = slots * row_height
    y = top + height / 2
    text_y = y
    if item.side == "above":
        y, text_y = top + height - row_height / 2, top + (height - row_height) / 2
    return Item(
        item.row, item.x0, item.x1, item.mark, y, top, height,
        item.lines, item.bold, item.side, item.text_x, text_y,
    )  # fmt: skip
