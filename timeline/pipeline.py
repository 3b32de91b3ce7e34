"""The one pass: an article in, its dated events out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from timeline import entities, events, language, timex
from timeline.model import Article, Event, Extraction, LeftOut, Mentions


def extract(article: Article, *, approx: bool = False) -> Extraction:
    """All that one article gives. `approx` adds rows that only the text around them dates.

    Raises language.ModelMissing where the language model is not installed.
    """
    article, timexes, posts = timex.read_posts(article)
    sentences = language.parse(article, timexes)
    mentions = entities.find(article, sentences)
    found: list[Event] = []
    left_out: list[LeftOut] = []
    for post in posts:
        told, without = events.find(
            post.article,
            post.within(sentences),
            post.within(timexes),
            Mentions(tuple(post.within(mentions.actors)), tuple(post.within(mentions.places))),
            approx=approx,
            whole=len(posts) == 1,
        )
        found += told
        left_out += without
    return Extraction(article, timexes, mentions, tuple(found), tuple(left_out))


def extract_all(articles: Iterable[Article], *, approx: bool = False) -> Iterator[Extraction]:
    """`extract` for a stream, one article in memory at a time."""
    for article in articles:
        yield extract(article, approx=approx)
