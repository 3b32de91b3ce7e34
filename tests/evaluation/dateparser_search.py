"""dateparser.search as a peer: its results as TIMEX3, as well guarded as its options allow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, time
from typing import Any

from dateparser.search import search_dates

from timeline.model import Article

_TIMES = {"RETURN_TIME_AS_PERIOD": True}
OPTIONS: dict[str, dict[str, Any]] = {
    "as it comes": _TIMES,
    "past preferred": _TIMES | {"PREFER_DATES_FROM": "past"},
    "month required": _TIMES | {"PREFER_DATES_FROM": "past", "REQUIRE_PARTS": ["month"]},
    "strict": _TIMES | {"PREFER_DATES_FROM": "past", "STRICT_PARSING": True},
}
"""Name → settings of search_dates besides the publication date. Its strategy "ngram" reads 3 KB a second
and gains 2 to 3 points of value F1 on some files and loses 6 on others, so it is left out."""

_LEAD = re.compile(r"(?:on|in|at|of|by|and|from|to|until|for|since|the)\s+", re.IGNORECASE)
_TRAIL = re.compile(r"(?:\s+(?:on|in|at|of|by|and|to|the)|[\s,.;:()]+)$", re.IGNORECASE)


def timexes(article: Article, settings: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """What search_dates finds in `article`, prepositions cut off both ends, in the scorer's form."""
    if article.published is not None:
        settings = settings | {"RELATIVE_BASE": datetime.combine(article.published, time())}
    found = search_dates(article.text, languages=["en"], settings=settings, add_period=True)
    at = 0
    for said, when, period in found or ():
        start = article.text.find(said, at)
        if start < 0:
            continue
        at = start + len(said)
        end = at
        while lead := _LEAD.match(article.text, start, end):
            start = lead.end()
        while trail := _TRAIL.search(article.text[start:end]):
            end = start + trail.start()
        if start < end:
            yield {"start": start, "end": end, **_value(when, period)}


def _value(when: datetime, period: str | None) -> dict[str, str]:
    match period:
        case "year":
            return {"type": "DATE", "value": f"{when.year:04d}"}
        case "month":
            return {"type": "DATE", "value": f"{when.year:04d}-{when.month:02d}"}
        case "week":
            iso = when.isocalendar()
            return {"type": "DATE", "value": f"{iso.year:04d}-W{iso.week:02d}"}
        case "time":
            return {"type": "TIME", "value": when.strftime("%Y-%m-%dT%H:%M")}
        case _:
            return {"type": "DATE", "value": when.date().isoformat()}
