"""Reads a passage as the pipeline does."""

from __future__ import annotations

from timeline import entities, language, timex
from timeline.model import Article, Mentions


def read(text: str, title: str | None = None) -> Mentions:
    article = Article("case", text, title=title, language="en")
    return entities.find(article, language.parse(article, timex.anchor(article, timex.recognise(article))))
