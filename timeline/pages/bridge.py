"""The little JavaScript of ours: links that need no new load, the room there is, pictures of the chart.

It reads `data-tl` and `data-code` of links that timeline.view.markup made, and runs nothing else.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

_JS = Path(__file__).with_name("bridge.js").read_text(encoding="utf-8")


def mount(room: int, on_act: Callable[[], None]) -> None:
    """Puts the bridge on the page. Its state, session_state["bridge"]: `room` in pixels, `dark`, `act`."""
    component = st.components.v2.component("timeline_bridge", js=_JS)
    component(
        key="bridge",
        data={"room": room},
        on_act_change=on_act,
        on_room_change=_nothing,
        on_dark_change=_nothing,
    )


def _nothing() -> None:
    """What is new is read on the run that follows."""


def room(default: int) -> int:
    """Pixels between the sidebar and the window's right edge, as last told."""
    told = _told("room")
    return told if isinstance(told, int) else default


def dark() -> bool | None:
    """Whether the page's ground is dark, once it changed: Streamlit tells its theme as of the last run."""
    told = _told("dark")
    return told if isinstance(told, bool) else None


def act() -> tuple[str, str] | None:
    """The link that was clicked: its kind and code."""
    told = _told("act")
    if told is None:
        return None
    kind, code = told.get("kind"), told.get("code")
    return (kind, code) if isinstance(kind, str) and isinstance(code, str) else None


def _told(name: str) -> Any:
    state = st.session_state.get("bridge")
    return None if state is None else state.get(name)
