"""The timeline: overview strip and range, the chart, and beside it the list or the evidence card."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import streamlit as st

from timeline.pages import evidence, state, story
from timeline.pages.source import Opened
from timeline.view import density, figure, filters, overview, words
from timeline.view.board import Board
from timeline.view.layout import SINGLY
from timeline.view.ready import Ready

CONFIG: dict[str, Any] = {
    "displaylogo": False,
    "typesetMath": False,
    "modeBarButtons": [["toImage"]],
    "toImageButtonOptions": {"format": "png", "filename": "timeline", "scale": 2},
}
SHARE = 0.62
"""Of the page's width, for the chart beside the list."""
PADDING = 48


def show(opened: Opened, rows: Sequence[int], room: int) -> None:
    board = opened.board
    strip = st.container(gap="xsmall", key="strip")
    if state.narrow(room):
        chart = st.container(key="chart-column")
        pane = st.container(key="pane")
        width = room - 2 * 16
    else:
        chart, pane = st.columns([SHARE, 1 - SHARE], gap="medium")
        width = int((room - 2 * PADDING - 32) * SHARE)

    def tell() -> None:
        with pane, st.container(key="pane-inner"):
            _pane(opened, rows, stacked=state.narrow(room))

    def draw() -> None:
        with chart:
            _chart(board, rows, max(300, width))
        with strip:
            _strip(board, room - 2 * (16 if state.narrow(room) else PADDING))

    if "drawn" in st.session_state:
        draw()
        tell()
    else:
        tell()
        draw()
    st.session_state["drawn"] = True


def _pane(opened: Opened, rows: Sequence[int], *, stacked: bool) -> None:
    """The list, or the card of the chosen event; over a stacked page that opens as a dialog."""
    row = evidence.chosen(opened)
    if row is None or stacked:
        hint = f'<p class="tl-note">{words.say("chart.hint")}</p>'
        st.html(f'<h2 class="tl-h">{words.say("events.list")}</h2>{hint}')
        story.listed(opened, rows)
    else:
        evidence.show(opened, row, rows)
    if row is not None and stacked:
        _dialog(opened, row, rows)


def _closed() -> None:
    state.select(None)


@st.dialog(words.say("card"), width="large", on_dismiss=_closed)
def _dialog(opened: Opened, row: int, rows: Sequence[int]) -> None:
    evidence.show(opened, row, rows, back=False)


def _strip(board: Board, pixels: int) -> None:
    chosen = state.filters()
    span = board.span()
    if span is None or span[0] == span[1]:
        with st.container(horizontal=True, key="options"):
            _options()
        return
    shown = filters.visible(board, chosen)
    in_words = overview.in_words(board, chosen.since, chosen.until)
    st.html(overview.strip(board, shown, chosen.since, chosen.until, pixels))
    st.session_state["f_range"] = _clamped(chosen.since, chosen.until, span)
    st.slider(
        words.say("chart.range"),
        min_value=span[0],
        max_value=span[1],
        step=timedelta(days=_step(span)),
        format="D MMM YYYY",
        key="f_range",
        on_change=_slid,
        args=(span,),
        label_visibility="collapsed",
    )
    with st.container(horizontal=True, vertical_alignment="center", key="options"):
        st.html(f'<p class="tl-range">{in_words}</p>', width="content")
        if chosen.since or chosen.until:
            st.button(
                words.say("range.whole"), key="whole", on_click=state.clear, args=("range",), type="tertiary"
            )
        _options()


def _step(span: tuple[date, date]) -> int:
    """Days that an arrow key moves the range's ends: a day, or more where that would lead nowhere."""
    return max(1, (span[1] - span[0]).days // 1000)


def _clamped(since: date | None, until: date | None, span: tuple[date, date]) -> tuple[date, date]:
    low = min(max(since or span[0], span[0]), span[1])
    high = max(min(until or span[1], span[1]), span[0])
    return min(low, high), max(low, high)


def _slid(span: tuple[date, date]) -> None:
    low, high = st.session_state["f_range"]
    st.session_state["f_since"] = low if low > span[0] else None
    st.session_state["f_until"] = high if high < span[1] else None


def _chart(board: Board, rows: Sequence[int], pixels: int) -> None:
    by, folds = st.session_state["lanes"], st.session_state["scale"] == "folded"
    if len(rows) > SINGLY:
        spec = density.density(board, rows, by=by, folds=folds, pixels=pixels, ink=state.ink())
        note = words.say("chart.density" if by == "none" else "chart.density.lanes", SINGLY)
    else:
        spec, placed = figure.main(
            board,
            rows,
            by=by,
            folds=folds,
            pixels=pixels,
            ink=state.ink(),
            selected=st.session_state.get("event"),
        )
        note = ""
        if placed.labelled < len(placed.items):
            note = words.say("chart.labels", len(placed.items), shown=placed.labelled)
    if any(shape["type"] == "rect" for shape in spec["layout"]["shapes"]):
        note = f"{words.say('chart.folded')} {note}"
    st.plotly_chart(
        Ready(spec),
        key="chart",
        on_select=_picked,
        selection_mode="points",
        config=CONFIG,
        alt=figure.describe(board, rows),
    )
    pictures = "".join(
        f'<button type="button" class="tl-button" data-tl="picture" data-code="{form}">'
        f"{words.say(f'chart.{form}')}</button>"
        for form in ("png", "svg")
    )
    st.html(f'<p class="tl-note">{note}</p><p class="tl-pictures">{pictures}</p>')


def _options() -> None:
    for name in ("lanes", "scale"):
        state.choice(name, words.say(f"chart.{name}"), st.session_state[name])


def _picked() -> None:
    """A click on an event chooses it; a click on a bar or a cell of the density looks closer."""
    points = st.session_state["chart"]["selection"]["points"]
    data = points[0].get("customdata") if points else None
    if isinstance(data, list) and len(data) > 1:
        st.session_state["f_since"], st.session_state["f_until"] = map(date.fromisoformat, data[:2])
        if data[2:] and data[2]:
            st.session_state[f"f_{st.session_state['lanes']}"] = [data[2]]
    elif data:
        state.select(str(data[0] if isinstance(data, list) else data))
