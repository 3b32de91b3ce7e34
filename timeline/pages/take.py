"""The table, and everything that can be taken away: exactly what the filters show."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial

import pandas as pd
import streamlit as st

from timeline import table
from timeline.pages import state
from timeline.pages.source import Opened
from timeline.table.exports import EXPORTS
from timeline.table.provenance import model_name
from timeline.view import markup, words

COLUMNS = (
    "headline",
    "event_type",
    "status",
    "claimed_by",
    "countries",
    "actors",
    "place",
    "precision",
    "start",
    "end",
    "confidence",
    "evidence",
    "date_reason",
    "title",
    "source",
    "sources",
)


def show(opened: Opened, rows: Sequence[int]) -> None:
    board = opened.board
    frame = board.frame.iloc[list(rows)]
    made = _provenance(opened)
    st.html(f'<h2 class="tl-h">{words.say("take")}</h2>')
    shown = words.say("shown", len(board), left=f"{len(rows):,}")
    st.html(f'<p class="tl-note">{words.say("take.what", shown=shown)} {words.say("take.picture")}</p>')
    with st.container(horizontal=True, key="downloads"):
        for export in EXPORTS:
            st.download_button(
                words.known(f"take{export.ending}", export.name),
                partial(export.render, frame, made),
                file_name=f"timeline{export.ending}",
                mime=export.media_type,
                help=words.known(f"take{export.ending}.help", export.about),
                on_click="ignore",
                key=f"take{export.ending}",
            )
    permalink = markup.href(state.params())
    st.html(
        f'<p><a href="{markup.esc(permalink)}">{words.say("take.link")}</a> '
        f'<span class="tl-note">{words.say("take.link.help")}</span></p>'
        f'<h2 class="tl-h">{words.say("table")}</h2>'
    )
    whens = [board.when(row) for row in rows]
    _table(frame, whens)


def _table(frame: pd.DataFrame, whens: list[str]) -> None:
    view = frame[list(COLUMNS)].copy()
    view.insert(0, "when", whens)
    for name in ("countries", "actors"):
        view[name] = [list(cell) for cell in view[name]]
    for name in ("place", "source", "title", "claimed_by"):
        view[name] = view[name].fillna("")
    labels = {name: words.say(f"column.{name}") for name in view.columns}
    column = st.column_config
    st.dataframe(
        view,
        hide_index=True,
        alt=words.say("table.alt"),
        height=min(620, 38 + 35 * max(1, len(view))),
        column_config={
            **labels,
            "when": column.TextColumn(labels["when"], pinned=True),
            "headline": column.TextColumn(labels["headline"], width="large"),
            "start": column.DateColumn(labels["start"], format="YYYY-MM-DD"),
            "end": column.DateColumn(labels["end"], format="YYYY-MM-DD"),
            "confidence": column.NumberColumn(labels["confidence"], format="%.2f"),
            "evidence": column.TextColumn(labels["evidence"], width="large"),
        },
    )


def _provenance(opened: Opened) -> table.Provenance:
    """What made the files: version, model, settings and the inputs' digests."""
    chosen = {name: ", ".join(values) for name, values in state.params().items()}
    published = st.session_state.get("published")
    if published:
        chosen["published"] = published.isoformat()
    return table.Provenance(
        opened.inputs, "" if opened.is_table else model_name(), chosen, made=datetime.now(UTC)
    )
