"""The article that is shown: paste or open another, correct its publication date."""

from __future__ import annotations

from datetime import date

import streamlit as st

from timeline.pages import source, state
from timeline.pages.source import Document, Opened
from timeline.view import markup, words

FORMATS = ["txt", "jsonl", "csv", "parquet", "md", "html"]


def show(opened: Opened) -> None:
    _now(opened)
    paste, upload = st.tabs([words.say("article.paste"), words.say("article.upload")])
    with paste, st.form("paste", border=False):
        text = st.text_area(
            words.say("article.paste.label"), height=260, key="a_text", help=words.say("article.paste.help")
        )
        title = st.text_input(words.say("article.title"), key="a_title")
        published = _date_input("a_published")
        if st.form_submit_button(words.say("article.read")):
            _open(Document("pasted.txt", text.encode("utf-8", "replace"), title.strip()), published)
    with upload:
        file = st.file_uploader(
            words.say("article.upload"), type=FORMATS, key="a_file", help=words.say("article.upload.help")
        )
        if st.button(words.say("article.upload.button"), key="a_open", disabled=file is None):
            assert file is not None
            _open(Document(file.name, file.getvalue()), None)
    if st.session_state["source"] != source.FIRST and source.FIRST in source.documents():
        st.button(
            words.say("article.first"), key="a_first", on_click=state.open_document, args=(source.FIRST,)
        )


def _now(opened: Opened) -> None:
    st.html(f'<h2 class="tl-h">{words.say("article.now")}</h2>')
    article = opened.article
    if article is None:
        count = words.say("article.many", len(opened.extractions)) if opened.extractions else ""
        st.html(f"<p><bdi>{markup.esc(opened.name)}</bdi> {count}</p>")
        if len(opened.extractions) > 1:
            st.html(f'<p class="tl-note">{words.say("article.correct.many")}</p>')
        return
    told = words.say("article.no.date")
    if article.published:
        told = words.say(
            "article.reason", date=words.day_words(article.published), reason=article.published_reason
        )
    st.html(f"<p><strong><bdi>{markup.esc(title_of(opened))}</bdi></strong><br>{markup.esc(told)}</p>")
    with st.expander(words.say("article.correct")), st.form("correct", border=False):
        day = _date_input("a_correct", article.published)
        if st.form_submit_button(words.say("article.correct.button")) and day:
            state.open_next(st.session_state["source"], day)


def title_of(opened: Opened) -> str:
    """The title, or the first line that could be one."""
    article = opened.article
    if article is None:
        return opened.name
    titles = [article.text[zone.start : zone.end] for zone in article.zones if zone.kind == "title"]
    return article.title or (titles[0] if titles else opened.name)


def _date_input(key: str, value: date | None = None) -> date | None:
    day = st.date_input(
        words.say("article.published"),
        value=value,
        min_value=date.min,
        max_value=date.max,
        key=key,
        format="YYYY-MM-DD",
        help=words.say("article.published.help"),
    )
    return day if isinstance(day, date) else None


def _open(document: Document, published: date | None) -> None:
    is_table = document.name.lower().endswith(source.TABLES)
    limit = source.LARGEST_TABLE if is_table else source.LARGEST_TEXT
    if not document.data.strip():
        st.warning(words.say("article.empty"))
    elif len(document.data) > limit:
        size = f"{len(document.data) / 1e6:.1f}"
        st.warning(words.say("article.large", size=size, limit=limit // 1_000_000))
    else:
        notes = []
        if published and published > date.today():
            notes = [words.say("article.future", date=words.day_words(published))]
        state.open_next(source.keep(document), published, *notes)
