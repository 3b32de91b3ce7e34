"""What kind of text a document is, told from the document alone: a message, a narrative or news."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.model import Article
from timeline.timex.expression import Expression
from timeline.timex.forms import Calendar, Shift

_MESSAGE = 320
"""Characters; a text that short, of one paragraph, is a message and not an article."""


def is_message(article: Article) -> bool:
    """True for a short unbroken text, such as a post: bare "day" and "morning" are times there."""
    text = article.text.strip()
    return len(text) <= _MESSAGE and "\n" not in text


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
        elif isinstance(form, Shift) and form.anchor == "published":
            deictic += 1
    if article.published is None:
        return bool(years) and deictic < len(years)
    far = sum(1 for year in years if year < article.published.year - 1)
    return far >= 6 and deictic * 3 <= far
