"""What the reader chose, kept in the session under plain keys and in the address as codes."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qs

import streamlit as st

from timeline.pages import bridge, source
from timeline.view import overview, url, words
from timeline.view.board import FACETS, Board
from timeline.view.filters import FIELD, Filters
from timeline.view.url import Address, Params

WIDE = 1120
PHONE = 400
NARROW = 720
"""Below so many pixels columns stack, and the story is the first view."""


def guess_room() -> int:
    """What to draw for before the browser told its width."""
    agent = st.context.headers.get("User-Agent") or ""
    return PHONE if "Mobi" in agent else WIDE


def ink() -> str:
    """The colour of text in charts: Plotly's own grey is too faint, and a picture has no style sheet."""
    dark = bridge.dark()
    if dark is None:
        dark = st.context.theme.type == "dark"
    return "#fafafa" if dark else "#1a1c23"


def narrow(room: int) -> bool:
    return room < NARROW


def begin() -> None:
    """On the first run of a session: the document that the address asks for, else the first article.

    Later: what the last run left to be opened.
    """
    if (following := st.session_state.pop("following", None)) is not None:
        open_document(*following)
    if "source" in st.session_state:
        return
    asked = st.query_params.get("article")
    known = asked is None or asked in source.documents()
    st.session_state["source"] = asked if asked and known else source.FIRST
    st.session_state["published"] = _published(st.query_params.get("published")) if known else None
    st.session_state["notes"] = [] if known else [words.say("article.unknown")]
    st.session_state["pending"] = _params()


def open_next(key: str, published: date | None = None, *notes: str) -> None:
    """Opens a document on a new run, begun at once: on this one widgets are drawn and can’t be reset."""
    st.session_state["following"] = (key, published, *notes)
    st.rerun()


def open_document(key: str, published: date | None = None, *notes: str) -> None:
    """Another document: filters of the last one mean nothing there."""
    st.session_state["source"] = key
    st.session_state["published"] = published
    st.session_state["notes"] = list(notes)
    st.session_state["view"] = None
    set_filters(Filters())
    st.session_state["event"] = None


def settle(board: Board) -> None:
    """Takes over what the address asks for, once, when the board is there to check it against."""
    pending = st.session_state.pop("pending", None)
    if pending is None:
        return
    address, notes = url.read(pending, board)
    options = dict(address.options)
    st.session_state["view"] = options.get("view")
    st.session_state["lanes"] = options.get("lanes", url.OPTIONS["lanes"][0])
    st.session_state["scale"] = options.get("scale", url.OPTIONS["scale"][0])
    set_filters(address.filters)
    st.session_state["event"] = address.event
    st.session_state["notes"] = [*st.session_state["notes"], *notes]


def set_filters(filters: Filters) -> None:
    for name in FACETS:
        st.session_state[f"f_{name}"] = list(filters.chosen(name))
    st.session_state["actors_all"] = filters.actors_all
    st.session_state["f_text"] = filters.text
    st.session_state["f_since"] = filters.since
    st.session_state["f_until"] = filters.until


def filters() -> Filters:
    state = st.session_state
    since, until = state.get("f_since"), state.get("f_until")
    if since and until and until < since:
        since, until = until, since
    return Filters(
        **{FIELD[name]: tuple(state.get(f"f_{name}", ())) for name in FACETS},
        actors_all=bool(state.get("actors_all")),
        text=state.get("f_text") or "",
        since=since,
        until=until,
    )


def clear(name: str | None = None) -> None:
    """Clears one filter, or all of them."""
    set_filters(filters().without(name) if name else Filters())


def choice(name: str, label: str, value: str) -> None:
    """A control for one of url.OPTIONS. The choice is kept apart from the widget, which comes and goes."""
    key = f"w_{name}"
    st.session_state[key] = value

    def chosen() -> None:
        st.session_state[name] = st.session_state[key]

    st.segmented_control(
        label,
        url.OPTIONS[name],
        key=key,
        format_func=lambda code: words.say(f"{name}.{code}"),
        label_visibility="collapsed",
        required=True,
        wrap=True,
        on_change=chosen,
    )


def toggle(facet: str, code: str) -> None:
    """Chooses a code of a facet, or releases it."""
    chosen = list(st.session_state.get(f"f_{facet}", ()))
    st.session_state[f"f_{facet}"] = [c for c in chosen if c != code] if code in chosen else [*chosen, code]


def select(event: str | None) -> None:
    st.session_state["event"] = event


def on_act() -> None:
    """A link of ours was clicked, or the browser went back."""
    told = bridge.act()
    if told is None:
        return
    kind, code = told
    if kind == "event":
        select(code)
    elif kind in FACETS:
        toggle(kind, code)
    elif kind == "range" and (window := overview.dragged(code)):
        st.session_state["f_since"], st.session_state["f_until"] = window
    elif kind == "url":
        st.session_state["pending"] = parse_qs(code.lstrip("?"))
        st.session_state["notes"] = []


def address() -> Address:
    """All that the session shows, as an address says it."""
    state = st.session_state
    options = [(name, state.get(name)) for name in ("view", "lanes", "scale")]
    key = state["source"]
    return Address(
        filters(),
        tuple((name, value) for name, value in options if value),
        state.get("event"),
        None if key == source.FIRST else key,
    )


def params(of: Address | None = None) -> Params:
    result = url.write(of or address())
    published = st.session_state.get("published")
    if published:
        result["published"] = [published.isoformat()]
    return result


def write_address() -> None:
    wanted = params()
    if wanted != _params():
        st.query_params.from_dict(wanted)


def _params() -> Params:
    return {name: st.query_params.get_all(name) for name in st.query_params}


def _published(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value or "")
    except ValueError:
        return None
