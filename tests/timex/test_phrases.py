"""The English phrase tables: each sentence with every time expression that it holds, and no other.

An entry of tests/phrases/*.toml is a sentence, the day it was published, and what is to be found: text,
type, value, mod where there is one, and from/to where it denotes days on the calendar. quant and freq are
compared where the table gives them. Most tables end with sentences that hold no time expression.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from timeline import timex
from timeline.model import Article, Timex

TABLES = sorted((Path(__file__).parent.parent / "phrases").glob("*.toml"))


ENTRIES: list[tuple[str, dict[str, Any]]] = [
    (table.stem, entry)
    for table in TABLES
    for entry in tomllib.loads(table.read_text(encoding="utf-8"))["phrases"]
]


def told(found: Timex, expected: dict[str, Any]) -> dict[str, Any]:
    """`found` with the keys that a table uses."""
    row: dict[str, Any] = {"text": found.text, "type": found.type, "value": found.value}
    if found.mod:
        row["mod"] = found.mod
    if found.span is not None:
        row["from"], row["to"] = found.span.first, found.span.last
    row.update({key: getattr(found, key) for key in ("quant", "freq") if key in expected})
    return row


@pytest.mark.parametrize(
    "entry", [pytest.param(entry, id=f"{family}: {entry['text']}") for family, entry in ENTRIES]
)
def test_a_phrase_means_what_its_table_says(entry: dict[str, Any]) -> None:
    article = Article(id="phrase", text=entry["text"], published=entry["published"], language="en")
    found = timex.anchor(article, timex.recognise(article))
    expected = entry["times"]
    assert [one.text for one in found] == [one["text"] for one in expected]
    assert [told(*pair) for pair in zip(found, expected, strict=True)] == expected


def test_the_tables_hold_what_they_promise() -> None:
    entries = [entry for _, entry in ENTRIES]
    assert len(entries) >= 600
    assert sum(not entry["times"] for entry in entries) >= 80
    sentences = [(entry["text"], entry["published"]) for entry in entries]
    assert len(sentences) == len(set(sentences))
