"""What gave no event, and why: time expressions, undated articles, files that could not be read."""

from __future__ import annotations

import streamlit as st

from timeline.model import Article, LeftOut
from timeline.pages.source import Opened
from timeline.table.words import span_words
from timeline.view import markup, words

AROUND = 90
MOST = 500
HEADS = ("left.text", "left.date", "left.why", "left.sentence", "left.article")


def show(opened: Opened) -> None:
    st.html(f'<h2 class="tl-h">{words.say("left")}</h2><p class="tl-note">{words.say("left.intro")}</p>')
    if opened.is_table:
        st.info(words.say("left.table"))
        return
    _undated(opened)
    found = [(e.article, one) for e in opened.extractions for one in e.left_out]
    if not found:
        st.info(words.say("left.none"))
        return
    many = len(opened.extractions) > 1
    head = "".join(
        f'<th scope="col">{words.say(key)}</th>'
        for key in (
            "left.text",
            "left.date",
            "left.why",
            "left.sentence",
            *(["left.article"] if many else []),
        )
    )
    body = "".join(_row(article, one, many) for article, one in found[:MOST])
    st.html(
        f'<div class="tl-scroll" tabindex="0" role="region" aria-label="{words.say("left")}">'
        f'<table class="tl-table"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'
    )


def _row(article: Article, one: LeftOut, many: bool) -> str:
    timex = one.timex
    dated = markup.esc(span_words(timex.span)) if timex.span else "–"
    before = article.text[max(0, timex.start - AROUND) : timex.start]
    after = article.text[timex.end : timex.end + AROUND]
    place = f"…{markup.esc(before)} <mark>{markup.esc(timex.text)}</mark> {markup.esc(after)}…"
    cells = [
        f"<strong>{markup.esc(timex.text)}</strong>",
        dated,
        markup.esc(one.reason),
        f"<bdi>{place}</bdi>",
    ]
    if many:
        cells.append(f"<bdi>{markup.esc(article.title or article.id)}</bdi>")
    named = zip(HEADS, cells, strict=False)
    return "<tr>" + "".join(f'<td data-label="{words.say(key)}">{cell}</td>' for key, cell in named) + "</tr>"


def _undated(opened: Opened) -> None:
    undated = [e.article for e in opened.extractions if e.article.published is None]
    if not undated:
        return
    lines = "".join(
        "<li><bdi>"
        + markup.esc(
            words.say(
                "left.undated.article",
                title=one.title or one.id,
                reason=one.published_reason or words.say("left.undated.reason"),
            )
        )
        + "</bdi></li>"
        for one in undated[:MOST]
    )
    st.html(f'<h3 class="tl-h">{words.say("left.undated")}</h3><ul>{lines}</ul>')
