"""Pages of many posts, such as a blog's archive or a list of reports: each post counts from its own stamp."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from timeline.model import ActorMention, Article, PlaceMention, Sentence, Timex
from timeline.timex.reasons import long_date
from timeline.timex.scan import zone_of

_Placed = TypeVar("_Placed", ActorMention, PlaceMention, Sentence, Timex)

_TEXT = 40
"""Letters of running text that a stamp needs after it to be a post's."""


@dataclass(frozen=True, slots=True)
class Post:
    """A stretch of an article's text, `end` exclusive, and the article with the day that counts there."""

    start: int
    end: int
    article: Article

    def within(self, items: Sequence[_Placed]) -> Sequence[_Placed]:
        """Those of `items` that start in the post."""
        return [item for item in items if self.start <= item.start < self.end]


def posts(
    article: Article, timexes: Sequence[Timex], live: Sequence[tuple[int, date]] = ()
) -> tuple[Post, ...]:
    """The posts of `article` in text order, which hold all of its text; one where it is a single text.

    A page has posts where stamps of at least two days, each with a time of day, have text after them, or
    where it is a live page of other days than its own. `live`: where its stamps open, and their days.
    """
    stamps = _stamps(article, timexes)
    if len({day for _, day in stamps}) < 2:
        stamps = list(live)
        if {day for _, day in stamps} <= {article.published}:
            return (Post(0, len(article.text), article),)
    found = [Post(0, stamps[0][0], article)] if stamps[0][0] else []
    ends = [*(start for start, _ in stamps[1:]), len(article.text)]
    for (start, day), end in zip(stamps, ends, strict=True):
        reason = f"worked out from the stamp of this post, {long_date(day)}"
        found.append(Post(start, end, replace(article, published=day, published_reason=reason)))
    return tuple(found)


def _stamps(article: Article, timexes: Sequence[Timex]) -> list[tuple[int, date]]:
    """Where the lines of the stamps begin that have running text after them, and their days."""
    found: list[tuple[int, date, int]] = []
    for timex in timexes:
        written = timex.clock is not None and timex.basis == "written" and timex.span is not None
        if written and timex.span is not None and zone_of(article.zones, timex.start) == "dateline":
            line = article.text.rfind("\n", 0, timex.start) + 1
            found.append((line, timex.span.first, timex.end))
    ends = [line for line, _, _ in found[1:]] + [len(article.text)]
    return [
        (line, day)
        for (line, day, stop), end in zip(found, ends, strict=False)
        if _letters(article, stop, end) >= _TEXT
    ]


def _letters(article: Article, start: int, end: int) -> int:
    """Letters of running text in [start, end)."""
    count = sum(map(str.isalpha, article.text[start:end]))
    for zone in article.zones:
        first, last = max(zone.start, start), min(zone.end, end)
        if first < last and zone.kind in ("chrome", "dateline"):
            count -= sum(map(str.isalpha, article.text[first:last]))
    return count
