"""The events table as CSV: UTF-8 with BOM, RFC 4180."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TextIO

import pandas as pd

from timeline.table.cells import decode, encode
from timeline.table.errors import TableError, shown
from timeline.table.files import written_beside
from timeline.table.frames import of_rows
from timeline.table.records import Row, of_frame
from timeline.table.schema import COLUMNS, SCHEMA, Column, column

ENCODING = "utf-8-sig"
LONGEST_CELL = 2**31 - 1  # the csv module stops at 131,072 characters unless told


def write_rows(records: Iterable[Row], path: Path | str, names: Sequence[str] = COLUMNS) -> int:
    """Writes rows as they come; returns how many."""
    with written_beside(path) as beside, beside.open("w", encoding=ENCODING, newline="") as file:
        return _write(records, file, names)


def to_bytes(frame: pd.DataFrame) -> bytes:
    """The dataframe as the bytes of a CSV file, for a download."""
    names = [str(name) for name in frame.columns]
    buffer = io.StringIO(newline="")
    _write(of_frame(frame), buffer, names)
    return buffer.getvalue().encode(ENCODING)


def _write(records: Iterable[Row], file: TextIO, names: Sequence[str]) -> int:
    columns = [column(name) for name in names]
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(names)
    count = 0
    for record in records:
        writer.writerow([encode(c, record.get(c.name)) for c in columns])
        count += 1
    return count


def read_csv(path: Path | str) -> pd.DataFrame:
    """A CSV file of ours, also as a spreadsheet saves it again (semicolons or tabs between the cells).

    Columns that are not ours stay, as text. Raises TableError with the line and column of what is wrong.
    """
    path = Path(path)
    with path.open(encoding=ENCODING, newline="") as file:
        return of_csv(file, path.name)


def of_csv(file: TextIO, name: str = "CSV") -> pd.DataFrame:
    """An open text file (newline="") → dataframe; `name` stands in the error messages."""
    csv.field_size_limit(LONGEST_CELL)
    reader = None
    try:
        heading = file.readline()
        delimiter = _delimiter(heading)
        names = tuple(next(csv.reader([heading], delimiter=delimiter, strict=True), []))
        columns = _columns(names, name)
        reader = csv.reader(file, delimiter=delimiter, strict=True)
        absent = tuple(c.name for c in SCHEMA if c.name not in names)
        return of_rows(_rows(reader, columns, name), (*names, *absent))[_order(names)]
    except UnicodeDecodeError as fault:
        raise TableError(
            name, f"is not UTF-8 (byte {fault.start}). Save it again as “CSV UTF-8”, or read the original"
        ) from fault
    except csv.Error as fault:
        line = 1 if reader is None else 1 + reader.line_num
        raise TableError(name, f"is not well-formed CSV ({fault})", line=line) from fault


def _delimiter(heading: str) -> str:
    return max(",;\t", key=heading.count)


def _columns(names: Sequence[str], name: str) -> list[Column]:
    missing = [c.name for c in SCHEMA if c.required and c.name not in names]
    if missing:
        raise TableError(
            name,
            f"is not an events table: its first line has no column {', '.join(missing)}. "
            "It should be a file that Timeline wrote",
            line=1,
        )
    if twice := sorted({n for n in names if names.count(n) > 1}):
        raise TableError(name, f"has two columns {shown(twice[0])}: remove one", line=1)
    return [column(n) for n in names]


def _order(names: Sequence[str]) -> list[str]:
    """Our columns in our order, then the reader's own."""
    return [*COLUMNS, *(name for name in names if name not in COLUMNS)]


def _rows(reader: Iterator[list[str]], columns: Sequence[Column], name: str) -> Iterator[Row]:
    line = 2
    for cells in reader:
        if cells and len(cells) != len(columns):
            raise TableError(
                name, f"has {len(cells)} cells where the first line has {len(columns)}", line=line
            )
        record: Row = {}
        for c, cell in zip(columns, cells, strict=False):
            try:
                record[c.name] = decode(c, cell)
            except ValueError as fault:
                raise TableError(name, str(fault), line=line, column=c.name) from fault
        if cells:
            yield record
        line = 2 + getattr(reader, "line_num", 0)
