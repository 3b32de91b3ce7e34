"""One page of several views over the same filters: what runs at every click."""

from __future__ import annotations

import logging
from pathlib import Path

import streamlit as st

from timeline.pages import article, bridge, left_out, sidebar, source, state, story, style, take, timeline
from timeline.pages.source import Opened
from timeline.view import filters, markup, words
from timeline.view.labels import shorten

log = logging.getLogger("timeline")
LOCAL = ("localhost", "127.0.0.1", "::1")


def run(first_article: Path, opens: Path | None = None) -> None:
    """Draws the dashboard. `opens` is a file to begin with instead of the first article."""
    st.set_page_config(page_title=words.say("app"), layout="wide", initial_sidebar_state="auto")
    style.apply()
    if (
        st.get_option("server.address") not in LOCAL
    ):  # set to it beside dashboard.py; a flag may say otherwise
        st.error(words.say("local"))
        st.stop()
    try:
        _run(first_article, opens)
    except Exception as fault:  # never a traceback on the screen
        log.exception("the dashboard")
        st.error(words.say("broken", kind=type(fault).__name__))


def _run(first_article: Path, opens: Path | None) -> None:
    source.add_first(opens or first_article)
    state.begin()
    room = bridge.room(state.guess_room())
    if st.session_state["source"] not in source.documents():
        st.warning(words.say("article.missing", path=first_article))
        return
    published = st.session_state["published"]
    opened = source.opened(st.session_state["source"], published.isoformat() if published else None)
    state.settle(opened.board)
    with st.container(horizontal=True, vertical_alignment="center", key="top"):
        _header(opened)
        view = _view(room)
    for note in st.session_state["notes"]:
        st.warning(markup.plain(note))
    for failure in opened.failures[:5]:
        st.error(markup.plain(failure))
    _body(view, opened, room)  # first what the reader waits for
    with st.sidebar:
        sidebar.show(opened.board)
    state.write_address()
    bridge.mount(room, state.on_act)


def _header(opened: Opened) -> None:
    title = markup.esc(shorten(article.title_of(opened), 140))
    st.title(
        words.say("app"), anchor=False, width="content"
    )  # drawn at once, where HTML waits for its script
    st.html(f'<p class="tl-title"><bdi>{title}</bdi></p>', width="content")


def _view(room: int) -> str:
    """The view that was chosen, else the one that suits the window."""
    view = st.session_state["view"] or ("story" if state.narrow(room) else "timeline")
    state.choice("view", words.say("view"), view)
    return str(view)


def _body(view: str, opened: Opened, room: int) -> None:
    if view == "article":
        article.show(opened)
        return
    if view == "left":
        left_out.show(opened)
        return
    board = opened.board
    shown = filters.visible(board, state.filters())
    rows = [int(row) for row in shown.nonzero()[0]]
    if not len(board):
        st.info(f"{words.say('empty.none')} {words.say('empty.none.do')}")
    elif not rows:
        _nothing_left(opened)
    elif view == "story":
        story.show(opened, rows)
    elif view == "table":
        take.show(opened, rows)
    else:
        timeline.show(opened, rows, room)


def _nothing_left(opened: Opened) -> None:
    """Says which filter hides the last event, and offers to clear it."""
    blamed = filters.hiding(opened.board, state.filters())
    if not blamed:
        st.info(words.say("empty.together"))
    for name, n in blamed.items():
        label = words.say(f"filter.{name}")
        st.info(words.say("empty.blame", name=label, back=words.say("events", n)))
        clear = words.say("filter.clear.name", name=label)
        st.button(clear, key=f"clear_{name}", on_click=state.clear, args=(name,))
    st.button(words.say("filter.clear"), key="clear_all", on_click=state.clear)
