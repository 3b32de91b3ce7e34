"""The events table as JSON lines: an object a row, dates in ISO, lists as lists, UTF-8."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

import pandas as pd

from timeline.table.cells import from_json
from timeline.table.errors import TableError, shown
from timeline.table.files import written_beside
from timeline.table.frames import BATCH, of_rows
from timeline.table.records import Row, json_ready
from timeline.table.schema import COLUMNS, SCHEMA, column, empty


def write_rows(records: Iterable[Row], path: Path | str, names: Sequence[str] = COLUMNS) -> int:
    """Writes rows as they come; returns how many."""
    count = 0
    with written_beside(path) as beside, beside.open("w", encoding="utf-8", newline="\n") as file:
        for record in records:
            file.write(json.dumps(json_ready({name: record.get(name) for name in names}), ensure_ascii=False))
            file.write("\n")
            count += 1
    return count


def read_jsonl(path: Path | str) -> pd.DataFrame:
    """A JSON-lines file of ours. Raises TableError with the line and column of what is wrong."""
    path = Path(path)
    others: dict[str, None] = {}
    with path.open("rb") as file:
        stream = _rows(file, path, others)
        parts = [
            of_rows(batch, (*COLUMNS, *others)) for batch in iter(lambda: list(islice(stream, BATCH)), [])
        ]
    return pd.concat(parts, ignore_index=True) if parts else empty()


def _rows(lines: Iterable[bytes], path: Path, others: dict[str, None]) -> Iterator[Row]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line.decode("utf-8-sig"))
        except (
            ValueError,
            RecursionError,
        ) as fault:  # UnicodeDecodeError and JSONDecodeError are ValueErrors
            raise TableError(path, f"is not a line of JSON ({fault})", line=number) from fault
        if not isinstance(record, dict):
            raise TableError(path, f"{shown(record)} is not a JSON object", line=number)
        others.update(dict.fromkeys(key for key in record if key not in COLUMNS))
        yield _row(record, path, number)


def _row(record: dict[str, object], path: Path, line: int) -> Row:
    row: Row = {}
    for name in (*(c.name for c in SCHEMA), *(key for key in record if key not in COLUMNS)):
        try:
            row[name] = from_json(column(name), record.get(name))
        except ValueError as fault:
            raise TableError(path, str(fault), line=line, column=name) from fault
    return row
