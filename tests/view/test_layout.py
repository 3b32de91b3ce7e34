"""Every event stands in the chart, and no label touches another or leaves it."""

from __future__ import annotations

import itertools

import pandas as pd
import pytest

from tests.view.made import burst, hostile, many
from timeline.view import layout
from timeline.view.board import Board, board
from timeline.view.fold import fold
from timeline.view.labels import clean, escape, shorten, width, wrap
from timeline.view.layout import LINE, Item, Layout

FRAMES = {"burst": burst(), "crowd": many(250), "dense": many(700, days=40), "hostile": hostile()}
WIDTHS = (300.0, 560.0, 900.0)


def laid_out(frame: pd.DataFrame, pixels: float, by: str = "none") -> tuple[Board, Layout]:
    events = board(frame)
    rows = list(range(len(events)))
    axis = fold(events.first, events.last)
    return events, layout.lay_out(events, layout.lanes(events, rows, by), axis, pixels)


def text_box(item: Item) -> tuple[float, float, float, float]:
    wide = max(width(line) for line in item.lines)
    left = item.text_x - wide if item.side == "left" else item.text_x
    tall = len(item.lines) * LINE
    return left, left + wide, item.text_y - tall / 2, item.text_y + tall / 2


def mark_box(item: Item) -> tuple[float, float, float, float]:
    return item.mark - 6, item.mark + 6, item.y - 6, item.y + 6


def touch(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[1] and b[0] < a[1] and a[2] < b[3] and b[2] < a[3]


@pytest.mark.parametrize("pixels", WIDTHS)
@pytest.mark.parametrize("name", FRAMES)
@pytest.mark.parametrize("by", ["none", "country"])
def test_labels_and_marks_keep_apart_and_inside(name: str, pixels: float, by: str) -> None:
    _, placed = laid_out(FRAMES[name], pixels, by)
    texts = [(item, text_box(item)) for item in placed.items if item.lines]
    assert texts
    for item, (left, right, top, bottom) in texts:
        assert left >= -0.5
        assert right <= pixels + 0.5
        assert top >= item.top - 0.5
        assert bottom <= placed.height + 0.5
    for (_, a), (_, b) in itertools.combinations(texts, 2):
        assert not touch(a, b)
    for (one, a), other in itertools.product(texts, placed.items):
        assert not touch(a, mark_box(other)), (one, other)


@pytest.mark.parametrize("name", FRAMES)
def test_every_event_is_drawn_once_without_lanes(name: str) -> None:
    events, placed = laid_out(FRAMES[name], 600.0)
    assert sorted(item.row for item in placed.items) == list(range(len(events)))


def test_marks_that_share_rows_do_not_hide_each_other() -> None:
    _, placed = laid_out(FRAMES["dense"], 600.0)
    boxes = [mark_box(item) for item in placed.items]
    hidden = sum(touch(a, b) for a, b in itertools.combinations(boxes, 2))
    assert hidden == 0


def test_few_events_are_all_labelled_each_in_a_row_of_its_own() -> None:
    events, placed = laid_out(FRAMES["burst"], 600.0)
    assert placed.labelled == len(events) == 15
    assert len({item.y for item in placed.items}) == 15


def test_a_mark_stands_where_its_days_are() -> None:
    events, placed = laid_out(FRAMES["burst"], 600.0)
    axis = fold(events.first, events.last)
    for item in placed.items:
        start, end = axis.at([events.first[item.row], events.last[item.row] + 1]) * 600.0
        assert start - 7 <= item.mark <= end + 7
        assert (item.x0, item.x1) == (pytest.approx(start), pytest.approx(end))


def test_an_event_stands_in_each_of_its_lanes() -> None:
    events = board(burst())
    groups = layout.lanes(events, list(range(len(events))), "country")
    for lane in groups:
        for row in lane.rows:
            assert lane.label in events.frame["countries"].iat[row]
    assert sum(len(lane.rows) for lane in groups) == sum(len(c) for c in events.frame["country_codes"])
    assert [len(lane.rows) for lane in groups] == sorted((len(lane.rows) for lane in groups), reverse=True)


def test_the_least_lanes_share_one() -> None:
    frame = many(60)
    frame["actors"] = [(f"Actor {i}",) for i in range(60)]
    groups = layout.lanes(board(frame), list(range(60)), "actor", most=5)
    assert [len(lane.rows) for lane in groups] == [1, 1, 1, 1, 1, 55]


@pytest.mark.parametrize("text", ["w" * 500, "日本語" * 60, "short", "a b c " * 60, ""])
@pytest.mark.parametrize("room", [60.0, 300.0])
def test_wrapped_lines_fit_and_lose_nothing(text: str, room: float) -> None:
    lines = wrap(text, room)
    assert all(width(line) <= room for line in lines)
    assert "".join(lines).replace(" ", "") == shorten(text).replace(" ", "")


def test_text_is_cleaned_of_what_would_disturb_a_line() -> None:
    assert clean("a\u202eb\x00c\nd\ud800 e") == "a b c d e"
    assert escape('<b onclick="x">&lt;') == '&lt;b onclick="x"&gt;&amp;lt;'
    assert shorten("x" * 1000) == "x" * 240 + "…"
