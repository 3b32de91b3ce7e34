"""The events as TimelineJS 3 reads them: https://timeline.knightlab.com/docs/json-format.html .

TimelineJS puts headline and text into its page as HTML, so all text of articles is escaped. `group` and
`display_date` it first unescapes and then puts in as HTML, so those hold no markup characters at all.
"""

from __future__ import annotations

import html
import json
import re
from datetime import date
from typing import Any

import pandas as pd

from timeline.table.provenance import Provenance
from timeline.table.records import Row, of_frame
from timeline.table.words import isolated, row_words

_MARKUP = re.compile("[<>&\"'`]")
_NO_ID = re.compile(r"[^A-Za-z0-9_-]+")


def render(frame: pd.DataFrame, provenance: Provenance) -> bytes:
    """JSON, UTF-8, to be given to `new TL.Timeline(element, data)` or its embed page unchanged."""
    events = [_slide(row) for row in of_frame(frame)]
    told: dict[str, Any] = {
        "title": {
            "unique_id": "timeline-title",
            "autolink": False,
            "text": {
                "headline": "Timeline",
                "text": "".join(f"<p>{_html(s)}</p>" for s in provenance.sentences()),
            },
        },
        "events": events,
        "scale": "human",
        "provenance": provenance.as_dict(),
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def _slide(row: Row) -> dict[str, Any]:
    slide: dict[str, Any] = {
        "unique_id": "event-" + _NO_ID.sub("-", row["event_id"]),
        "start_date": _day(row["start"]),
        "display_date": bare(row_words(row)),
        "text": {"headline": _html(row["headline"] or row["trigger"] or ""), "text": _text(row)},
        "autolink": False,
    }
    if row["end"] is not None and row["end"] != row["start"]:
        slide["end_date"] = _day(row["end"])
    if group := next(iter(row["countries"]), None):
        slide["group"] = bare(group)
    return slide


def _day(day: date) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}


def _text(row: Row) -> str:
    """The evidence, the reason of its date and the article, each a paragraph."""
    said = row["status"] + (f" by {row['claimed_by']}" if row["claimed_by"] else "")
    article = ", ".join(part for part in (row["source"], row["title"]) if part) or row["article_id"] or ""
    linked = _html(article)
    if row["url"] and row["url"].lower().startswith(("https://", "http://")):
        linked = f'<a href="{html.escape(row["url"])}" rel="noopener noreferrer">{linked or "article"}</a>'
    paragraphs = [
        f"{_html(row['evidence'] or '')}",
        f"<small>{_html(said)}. {_html(row['date_reason'] or '')}</small>",
        f"<small>{linked}</small>",
    ]
    return "".join(f"<p>{p}</p>" for p in paragraphs)


def _html(text: str) -> str:
    return html.escape(isolated(text))


def bare(text: str) -> str:
    return _MARKUP.sub("", isolated(text))
