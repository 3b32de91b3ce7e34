"""One line of a JSON-lines file → one Article."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from timeline.model import Article
from timeline.reading.decode import mend
from timeline.reading.failure import Unreadable
from timeline.reading.text import read_text


class BadField(Unreadable):
    """A record's field that is missing or of the wrong kind."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(reason)
        self.field = field


def read_record(line: str, fallback_id: str) -> Article:
    """The article that a line of JSON describes. Raises Unreadable, or BadField, with what to do."""
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"not valid JSON ({_short(error)}); each line must be one JSON object") from error
    if not isinstance(record, Mapping):
        raise Unreadable('not a JSON object; write {"id": …, "text": …}')
    if "text" not in record:
        raise BadField("text", 'the record has no field "text"; put the article\'s text there')
    text = record["text"]
    if not isinstance(text, str):
        raise BadField("text", f'the field "text" holds {_kind(text)}, not text')
    published, reason = read_published(record.get("published"))
    article_id = record.get("id")
    return read_text(
        text,
        id=mend(str(article_id)) if isinstance(article_id, (str, int)) and str(article_id) else fallback_id,
        title=_words(record, "title"),
        published=published,
        published_reason=reason,
        url=_words(record, "url"),
        source=_words(record, "source"),
        language=_words(record, "language"),
    )


def read_published(value: Any) -> tuple[date | None, str]:
    """The day an article's record gives, and how it is known or why it is not. A time keeps its own day."""
    if value is None or value == "":
        return None, ""
    if isinstance(value, str):
        try:
            return datetime.fromisoformat(value.strip()).date(), "given with the article"
        except ValueError:
            pass
    shown = str(value)[:40]
    return None, f"the date given with the article, “{mend(shown)}”, is no ISO date such as 2022-01-10"


def _words(record: Mapping[str, Any], field: str) -> str | None:
    value = record.get(field)
    return mend(value) if isinstance(value, str) and value.strip() else None


def _kind(value: Any) -> str:
    return {type(None): "null", list: "a list", dict: "an object", bool: "true or false"}.get(
        type(value), "a number"
    )


def _short(error: Exception) -> str:
    return str(error).partition(":")[0][:80] if isinstance(error, ValueError) else "nested too deeply"
