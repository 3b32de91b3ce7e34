"""The evidence card of the chosen event, with the way to the one before and the one after."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from timeline.pages import state
from timeline.pages.source import Opened
from timeline.view import markup, words
from timeline.view.card import card


def chosen(opened: Opened) -> int | None:
    """The row of the chosen event, where there is one in this document."""
    event = st.session_state.get("event")
    return opened.board.place.get(event) if event else None


def show(opened: Opened, row: int, rows: Sequence[int], *, back: bool = True) -> None:
    """`rows` is what the filters show, in order; the card may be of an event that they hide."""
    board = opened.board
    ids = [str(board.cell(one, "event_id")) for one in rows]
    at = list(rows).index(row) if row in rows else None
    with st.container(horizontal=True, vertical_alignment="center", key="steps"):
        if back:
            st.button(words.say("card.close"), key="back", on_click=state.select, args=(None,))
        before = ids[at - 1] if at else None
        after = ids[at + 1] if at is not None and at + 1 < len(ids) else None
        st.button(
            words.say("card.previous"),
            key="previous",
            disabled=before is None,
            on_click=state.select,
            args=(before,),
        )
        st.button(
            words.say("card.next"), key="next", disabled=after is None, on_click=state.select, args=(after,)
        )
        place = words.say("card.gone") if at is None else words.say("card.position", i=at + 1, n=len(ids))
        st.html(f'<p class="tl-shown" role="status">{place}</p>')
    one = card(board, row, opened.texts)
    to = addresses()
    permalink = markup.link("event", one.event_id, words.say("card.link"), to("event", one.event_id))
    st.html(
        f'<article class="tl-evidence"><h3><bdi>{markup.esc(one.headline)}</bdi></h3>'
        f"{markup.card_html(one, to)}<p>{permalink}</p></article>"
    )


def addresses() -> markup.Href:
    """What gives the address of this view with an event chosen, or with one choice more."""
    now = state.params()

    def to(facet: str, code: str) -> str:
        if facet == "event":
            return markup.href(now | {"event": [code]})
        values = now.get(facet, [])
        return markup.href(now | {facet: values if code in values else [*values, code]})

    return to
