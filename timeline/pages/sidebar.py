"""The filters. Each choice has its count beside it, under all the other filters."""

from __future__ import annotations

from datetime import date

import streamlit as st

from timeline.pages import state
from timeline.view import filters as seen
from timeline.view import markup, words
from timeline.view.board import FACETS, NONE, Board
from timeline.view.filters import Filters
from timeline.view.layout import choice_label

AT_ONCE = 6
OPEN = ("country", "actor")
"""Facets that stand open; the others open where they are used."""


def show(board: Board) -> None:
    chosen = state.filters()
    counted = seen.counts(board, chosen)
    left = int(seen.visible(board, chosen).sum())
    st.markdown(f"## {words.say('filters')}")
    st.html(f'<p class="tl-shown" role="status">{words.say("shown", len(board), left=f"{left:,}")}</p>')
    if chosen.active():
        st.button(words.say("filter.clear"), key="clear", on_click=state.clear, width="stretch")
    st.text_input(words.say("filter.text"), key="f_text", type="search", help=words.say("filter.text.help"))
    _dates(board)
    to = _toggles()
    for facet in FACETS:
        _facet(board, facet, chosen, counted[facet], to)


def _dates(board: Board) -> None:
    first, last = board.span() or (date.min, date.max)
    for name, default in (("since", first), ("until", last)):
        st.date_input(
            words.say(f"filter.{name}"),
            key=f"f_{name}",
            value=None,
            min_value=date.min,
            max_value=date.max,
            format="YYYY-MM-DD",
            help=words.day_words(default),
        )


def _facet(board: Board, facet: str, chosen: Filters, counted: dict[str, int], to: markup.Href) -> None:
    codes = list(board.facets[facet].codes)
    if not codes:
        return
    name = words.say(f"filter.{facet}")
    picked = chosen.chosen(facet)
    where = (
        st.container(gap="xsmall")
        if facet in OPEN
        else st.expander(name, expanded=bool(picked), key=f"x_{facet}")
    )
    with where:
        st.multiselect(
            name,
            codes,
            key=f"f_{facet}",
            format_func=lambda code: choice_label(board, facet, code),
            placeholder=words.say("filter.choose"),
            label_visibility="visible" if facet in OPEN else "collapsed",
        )
        if facet == "actor" and (len(picked) > 1 or chosen.actors_all):
            _any_or_all(chosen.actors_all)
        ranked = sorted(codes, key=lambda code: (code not in picked, code == NONE, -counted[code]))
        if facet in ("status", "precision"):
            ranked = codes
        rows = [(c, choice_label(board, facet, c), counted[c], c in picked) for c in ranked[:AT_ONCE]]
        st.html(markup.counts_html(board, facet, rows, to, more=len(codes) - len(rows)))


def _any_or_all(every: bool) -> None:
    key = "w_actors_all"
    st.session_state[key] = "all" if every else "any"

    def chosen() -> None:
        st.session_state["actors_all"] = st.session_state[key] == "all"

    st.radio(
        words.say("filter.actors.mode"),
        ("any", "all"),
        key=key,
        format_func=lambda mode: words.say(f"filter.actors.{mode}"),
        horizontal=True,
        on_change=chosen,
    )


def _toggles() -> markup.Href:
    """What gives the address with one choice more, or less: where its link leads when it is opened anew."""
    now = state.params()

    def toggled(facet: str, code: str) -> str:
        values = now.get(facet, [])
        return markup.href(
            now | {facet: [v for v in values if v != code] if code in values else [*values, code]}
        )

    return toggled
