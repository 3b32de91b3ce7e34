"""The story: the same events to be read from top to bottom, each opening its evidence in place."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from timeline.pages import evidence
from timeline.pages.source import Opened
from timeline.view import markup, words
from timeline.view.story import PAGE


def show(opened: Opened, rows: Sequence[int]) -> None:
    _paged(opened, rows, folded_out=True)


def listed(opened: Opened, rows: Sequence[int]) -> None:
    """The short form beside the chart: an entry leads to its card."""
    _paged(opened, rows, folded_out=False)


def _paged(opened: Opened, rows: Sequence[int], *, folded_out: bool) -> None:
    pages = -(-len(rows) // PAGE)
    page = 1
    event = st.session_state.get("event")
    if pages > 1:
        page = min(st.pagination(pages, key=f"page_{pages}", max_visible_pages=5), pages)
        first = (page - 1) * PAGE
        last = min(first + PAGE, len(rows))
        place = words.say("story.page", len(rows), first=f"{first + 1:,}", last=f"{last:,}")
        st.html(f'<p class="tl-note">{place}</p>')
    part = list(rows[(page - 1) * PAGE : page * PAGE])
    if folded_out:
        html = markup.story_html(opened.board, part, opened.texts, evidence.addresses(), selected=event)
    else:
        html = markup.list_html(opened.board, part, evidence.addresses(), selected=event)
    st.html(html)
