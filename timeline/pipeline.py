"""The one pass: an article in, its dated events out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from timeline import entities, events, language, timex
from timeline.model import Article, Extraction


def extract(article: Article, *, approx: bool = False) -> Extraction:
    """All that one article gives. `approx` adds rows that only the text around them dates.

    Raises language.ModelMissing where the language model is not installed.
    """
    article, timexes = timex.read(article)
    sentences = language.parse(article, timexes)
    mentions = entities.find(article, sentences)
    found, left_out = events.find(article, sentences, timexes, mentions, approx=approx)
    return Extraction(article, timexes, mentions, found, left_out)


def extract_all(articles: Iterable[Article], *, approx: bool = False) -> Iterator[Extraction]:
    """`extract` for a stream, one article in memory at a time."""
    for article in articles:
        yield extract(article, approx=approx)
