"""Rows: an event with its article, flattened to the schema's columns; and rows as JSON lines."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

import pandas as pd

from timeline.model import Article, Event, Extraction, Telling
from timeline.table.countries import country_name
from timeline.table.schema import column

Row = dict[str, Any]
"""Column name → str, date, int, float, tuple of str, or None where there is nothing to tell."""

_SURROGATE = re.compile("[\ud800-\udfff]")


def plain(text: str | None) -> str | None:
    """Text as files can hold it: lone surrogates as U+FFFD (offsets stay), "" as None."""
    return _SURROGATE.sub("\ufffd", text) if text else None


def plain_list(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(text for value in values if (text := plain(value)) is not None)


def row(event: Event, article: Article) -> Row:
    """One row of the events table; `article` is the one that the evidence stands in."""
    span = event.span
    codes = plain_list(event.country_codes)
    return {
        "event_id": plain(event.event_id),
        "start": span.first,
        "end": span.last,
        "clock": plain(event.clock),
        "precision": str(span.granularity),
        "edtf": span.edtf(),
        "time_text": plain(event.time_text),
        "timex_value": plain(event.timex_value),
        "time_start": event.time_start,
        "time_end": event.time_end,
        "date_reason": plain(event.date_reason),
        "headline": plain(event.headline),
        "trigger": plain(event.trigger),
        "event_type": event.event_type.upper(),
        "status": event.status,
        "claimed_by": plain(event.claimed_by),
        "confidence": event.confidence,
        "actors": plain_list(event.actors),
        "doers": plain_list(event.doers),
        "targets": plain_list(event.targets),
        "countries": tuple(country_name(code) for code in codes),
        "country_codes": codes,
        "place": plain(event.place),
        "latitude": event.latitude,
        "longitude": event.longitude,
        "evidence": plain(event.evidence),
        "evidence_start": event.evidence_start,
        "evidence_end": event.evidence_end,
        "evidences": _tellings_json(event.tellings),
        "article_id": plain(article.id),
        "title": plain(article.title),
        "source": plain(article.source),
        "url": plain(article.url),
        "published": article.published,
        "language": plain(article.language),
        "sources": count_sources(event.tellings),
        "review": "unreviewed",
    }


def rows(extractions: Iterable[Extraction]) -> Iterator[Row]:
    """A row an event, in the order of the articles and of the events in them."""
    for extraction in extractions:
        for event in extraction.events:
            yield row(event, extraction.article)


def count_sources(tellings: Iterable[Telling]) -> int:
    """Distinct sources; articles that name none count as one together, so that none is claimed twice."""
    return max(1, len({telling.source for telling in tellings}))


def _tellings_json(tellings: Iterable[Telling]) -> str:
    return json.dumps(
        [
            {
                "article_id": plain(t.article_id),
                "start": t.start,
                "end": t.end,
                "source": plain(t.source),
                "published": t.published.isoformat() if t.published else None,
            }
            for t in tellings
        ],
        ensure_ascii=False,
    )


def tellings(cell: str | None) -> tuple[Telling, ...]:
    """The `evidences` column read back. Raises ValueError where the cell is not such a list."""
    try:
        return tuple(
            Telling(
                article_id=t["article_id"],
                start=int(t["start"]),
                end=int(t["end"]),
                source=t.get("source"),
                published=date.fromisoformat(t["published"]) if t.get("published") else None,
            )
            for t in json.loads(cell or "[]")
        )
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as fault:
        raise ValueError(f"not a JSON list of tellings (article_id, start, end …): {fault}") from fault


def of_frame(frame: pd.DataFrame) -> Iterator[Row]:
    """The rows of a dataframe, without its NaN and NaT: what is absent is None."""
    names = [str(name) for name in frame.columns]
    kinds = [column(name).kind for name in names]
    values = [_plain_values(frame[name], kind) for name, kind in zip(frame.columns, kinds, strict=True)]
    for cells in zip(*values, strict=True):
        yield dict(zip(names, cells, strict=True))


def _plain_values(series: pd.Series, kind: str) -> list[Any]:
    if kind == "list":
        return [tuple(value) for value in series]
    missing = series.isna()
    if kind == "date":
        return [None if gone else stamp.date() for stamp, gone in zip(series, missing, strict=True)]
    if kind == "integer":
        return [None if gone else int(value) for value, gone in zip(series, missing, strict=True)]
    if kind == "number":
        return [None if gone else float(value) for value, gone in zip(series, missing, strict=True)]
    return [None if gone else str(value) for value, gone in zip(series, missing, strict=True)]


def json_ready(record: Mapping[str, Any]) -> dict[str, Any]:
    """A row as JSON says it: ISO dates, lists as lists, the tellings as a list of objects."""
    return {name: _json_value(name, value) for name, value in record.items()}


def _json_value(name: str, value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return list(value)
    if column(name).kind == "json":
        return json.loads(value or "[]")
    return value
