"""The events table in a file, its format told by the file's ending."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pandas as pd

from timeline.model import Extraction
from timeline.table import csv_io, jsonl_io, parquet_io
from timeline.table.errors import TableError
from timeline.table.provenance import Provenance
from timeline.table.records import Row, of_frame, rows
from timeline.table.schema import COLUMNS
from timeline.table.sidecar import write_sidecar

ENDINGS = (".csv", ".jsonl", ".parquet")

_READERS: dict[str, Callable[[Path], pd.DataFrame]] = {
    ".csv": csv_io.read_csv,
    ".jsonl": jsonl_io.read_jsonl,
    ".parquet": parquet_io.read_parquet,
}


def write(extractions: Iterable[Extraction], path: Path | str, provenance: Provenance | None = None) -> int:
    """Streams the events of `extractions` into one file, .csv, .jsonl or .parquet; returns how many.

    The file appears when all is written. `provenance` goes into Parquet's metadata, and beside .csv and
    .jsonl, which have no place for it, into `<file>-metadata.json`. Raises TableError.
    """
    return write_rows(rows(extractions), path, provenance=provenance)


def write_frame(frame: pd.DataFrame, path: Path | str, provenance: Provenance | None = None) -> int:
    """`write` for a dataframe, its extra columns included."""
    return write_rows(of_frame(frame), path, [str(name) for name in frame.columns], provenance)


def write_rows(
    records: Iterable[Row],
    path: Path | str,
    names: Sequence[str] = COLUMNS,
    provenance: Provenance | None = None,
) -> int:
    """`write` for rows."""
    path = Path(path)
    match ending(path):
        case ".parquet":
            return parquet_io.write_rows(records, path, names, provenance)
        case ".csv":
            count = csv_io.write_rows(records, path, names)
        case _:
            count = jsonl_io.write_rows(records, path, names)
    if provenance is not None:
        write_sidecar(path, names, provenance)
    return count


def read(path: Path | str) -> pd.DataFrame:
    """A file that `write` wrote → dataframe with the declared dtypes.

    Raises TableError (what is wrong, where, what to do) and FileNotFoundError.
    """
    path = Path(path)
    return _READERS[ending(path)](path)


def ending(path: Path) -> str:
    found = path.suffix.lower()
    if found not in ENDINGS:
        raise TableError(path, f"ends in {found or 'nothing'}; an events table ends in {', '.join(ENDINGS)}")
    return found
