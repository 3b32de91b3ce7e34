"""The page's own styles, beside this file."""

from __future__ import annotations

from pathlib import Path

import streamlit as st


def apply() -> None:
    st.html(Path(__file__).with_name("style.css"))
