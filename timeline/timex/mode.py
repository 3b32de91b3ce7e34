"""What kind of text a document is, told from the document alone: a message, a narrative or news."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from timeline.model import Article
from timeline.timex.expression import Expression
from timeline.timex.forms import Calendar, Shift

Register = Literal["news", "narrative", "message"]

_MESSAGE = 320
"""Characters; a text that short, of one paragraph and one voice, is a message and not an article."""
_YEAR = re.compile(r"(?<![\d.,$-])(?:1[0-9]\d\d|20[0-4]\d)(?![\d%]|[.,]\d)|\d BC\b")
_NOW = re.compile(
    r"\b(?:yesterday|today|tomorrow|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:last|this|next) (?:week|month|year))\b",
    re.I,
)


def register_of(article: Article) -> Register:
    """message: short and unbroken; narrative: years of the past by the dozen and hardly a day counted from now."""
    text = article.text.strip()
    if len(text) <= _MESSAGE and "\n" not in text:
        return "message"
    years = [int(found) for found in _YEAR.findall(text) if found.isdigit()]
    before_christ = text.count(" BC")
    written = article.published.year if article.published else 10_000
    far = sum(1 for year in years if year < written - 1) + before_christ
    now = sum(1 for _ in _NOW.finditer(text))
    if article.published is None:
        return "narrative" if far > 2 * now and far > 2 else "news"
    return "narrative" if far >= 6 and now * 3 <= far else "news"


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
