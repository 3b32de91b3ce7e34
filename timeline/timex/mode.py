"""What kind of text a document is, told from the document alone: a message, a narrative or news."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from timeline.model import Article
from timeline.timex.expression import Expression
from timeline.timex.forms import Calendar, Clock, Part, Shift

_MESSAGE = 320
"""Characters; a text that short, of one paragraph, is a message and not an article."""

_YEARS = 6
"""Dates with years long past that a narrative has at least."""
_RARE = 6
"""Of so many of them at most one from the day of writing; histories have one in nine, chronicles none."""
_INFORMAL = re.compile(r"[#@]\w|https?://|www\.|!|\.\.|[:;]-?[)(DPp]\b|[:;]-?[)(]")


def is_message(article: Article, personal: Set[str]) -> bool:
    """True for a post: short, unbroken, and marked as one person's words to others.

    Marks are tags, links, exclamations, smileys, all or no capitals and the `personal` words of the
    language. Bare "day" and "morning" are times there, as they are not in news.
    """
    text = article.text.strip()
    if len(text) > _MESSAGE or "\n" in text:
        return False
    if _INFORMAL.search(text) or text[:1].islower() or text.isupper():
        return True
    return not personal.isdisjoint(re.findall(r"[^\W\d_]+", text.lower()))


def is_narrative(article: Article, expressions: Sequence[Expression]) -> bool:
    """True where most dates carry years and almost none is told from the day of writing."""
    years: list[int] = []
    deictic = 0
    for expression in expressions:
        form = expression.form
        if isinstance(form, Calendar):
            if form.year is not None:
                years.append(form.year if not form.bc else -form.year)
            elif form.weekday is not None and form.month is None:
                deictic += 1
            elif form.which is not None and form.anchor == "published":
                deictic += 1  # "last year", "this month"
        elif (isinstance(form, Shift) and form.anchor == "published") or (
            isinstance(form, Clock | Part) and form.on is None
        ):
            deictic += 1
    if article.published is None:
        return bool(years) and deictic < len(years)
    far = sum(1 for year in years if year < article.published.year - 1)
    return far >= _YEARS and deictic * _RARE <= far
