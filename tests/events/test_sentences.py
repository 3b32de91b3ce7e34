"""Sentences and the rows expected of them, through the whole pipeline; each table a kind of language."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from timeline import pipeline
from timeline.model import Article, Event

TABLES = sorted(Path(__file__).parent.glob("*.toml"))
PUBLISHED = "2022-01-10"
CASES = [
    pytest.param(case, id=f"{table.stem}: {case['text'][:60]}")
    for table in TABLES
    for case in tomllib.loads(table.read_text(encoding="utf-8"))["case"]
]


def told(event: Event, key: str) -> Any:
    """What the table calls `key`, of a row."""
    match key:
        case "start":
            return event.span.first.isoformat()
        case "end":
            return event.span.last.isoformat() if event.span.last else ""
        case "precision":
            return str(event.span.granularity)
        case "what":
            return event.trigger
        case "type":
            return event.event_type
        case "codes":
            return sorted(event.country_codes)
        case "by":
            return event.claimed_by
        case "place":
            return event.place or ""
        case "inherited":
            return event.time_start is None
        case "actors" | "doers" | "targets":
            return list(getattr(event, key))
        case _:
            return getattr(event, key)


def wanted(row: dict[str, Any]) -> dict[str, Any]:
    """A row of the table: a day ends where it starts unless it says otherwise, if it says so at all."""
    row = dict(row)
    if "codes" in row:
        row["codes"] = sorted(row["codes"])
    return row


@pytest.mark.parametrize("case", CASES)
def test_sentence(case: dict[str, Any]) -> None:
    published = date.fromisoformat(case.get("published", PUBLISHED))
    article = Article("case", case["text"], published=published, language="en")
    extraction = pipeline.extract(article)
    rows = [wanted(row) for row in case["rows"]]
    found = [
        {key: told(event, key) for key in row} for event, row in zip(extraction.events, rows, strict=False)
    ]
    headlines = [(event.span.edtf(), event.trigger, event.headline) for event in extraction.events]
    assert len(extraction.events) == len(rows), headlines
    assert found == rows, headlines
    left = [item.timex.text for item in extraction.left_out]
    for expression in case.get("left", ()):
        assert any(expression in text for text in left), left
    for event in extraction.events:
        assert event.evidence == case["text"][event.evidence_start : event.evidence_end]
        assert 0 < len(event.headline.split()) <= 12
        assert event.date_reason


def test_there_are_enough_sentences() -> None:
    assert len(CASES) >= 120
    assert sum(not case.values[0]["rows"] for case in CASES) >= 20  # type: ignore[index]


@pytest.mark.parametrize("published", [date.min, date(9999, 12, 26), date.max])
@pytest.mark.parametrize(
    "text",
    [
        "The senator will visit Paris this week. The firm will close the plant in September.",
        "Troops have killed nine people in Leeds.",
        "The office was open from July through December. It was closed on Friday.",
        "(Update 1:33 a.m. Saturday in Cairo, 6:33 p.m. ET Friday) Police left.\n"
        "(Update 2:33 a.m. Saturday in Cairo, 7:33 p.m. ET Friday) Police came.",
    ],
)
def test_the_ends_of_the_calendar(text: str, published: date) -> None:
    extraction = pipeline.extract(Article("edge", text, published=published, language="en"))
    assert all(event.span.last is None or event.span.first <= event.span.last for event in extraction.events)
