"""The events table as Parquet: typed columns, lists as lists, what made it in the file's own metadata."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import BinaryIO

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from timeline.table.cells import check
from timeline.table.errors import TableError
from timeline.table.files import written_beside
from timeline.table.frames import of_rows
from timeline.table.provenance import Provenance
from timeline.table.records import Row
from timeline.table.schema import COLUMNS, SCHEMA, arrow_schema, column

METADATA_KEY = b"timeline"
BATCH = 20_000


def write_rows(
    records: Iterable[Row],
    path: Path | str,
    names: Sequence[str] = COLUMNS,
    provenance: Provenance | None = None,
) -> int:
    """Writes rows as they come, some thousands at a time; returns how many."""
    with written_beside(path) as beside, beside.open("wb") as file:
        return write_open(records, file, names, provenance)


def write_open(
    records: Iterable[Row], file: BinaryIO, names: Sequence[str], provenance: Provenance | None
) -> int:
    """`write_rows` into an open binary file."""
    schema = arrow_schema(tuple(names))
    if provenance is not None:
        schema = schema.with_metadata({METADATA_KEY: provenance.as_json().encode()})
    stream = iter(records)
    count = 0
    with pq.ParquetWriter(file, schema, compression="zstd") as writer:
        for batch in iter(lambda: list(islice(stream, BATCH)), []):
            writer.write_table(pa.Table.from_pylist(batch, schema))
            count += len(batch)
    return count


def read_parquet(path: Path | str) -> pd.DataFrame:
    """A Parquet file of ours, or one with our columns. Raises TableError that names the column at fault."""
    path = Path(path)
    try:
        table = pq.ParquetFile(path).read()
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError, OSError) as fault:
        if isinstance(fault, FileNotFoundError):
            raise
        raise TableError(path, f"is not a Parquet file that can be read ({fault})") from fault
    missing = [c.name for c in SCHEMA if c.required and c.name not in table.column_names]
    if missing:
        raise TableError(path, f"is not an events table: it has no column {', '.join(missing)}")
    names = (*COLUMNS, *(name for name in table.column_names if name not in COLUMNS))
    return of_rows(_rows(table, path, names), names)


def _rows(table: pa.Table, path: Path, names: tuple[str, ...]) -> Iterable[Row]:
    schema = arrow_schema(names)
    present = [field for field in schema if field.name in table.column_names]
    for field in present:
        try:
            cast = table.column(field.name).cast(field.type)
        except (pa.ArrowInvalid, pa.ArrowNotImplementedError) as fault:
            raise TableError(path, f"cannot be read as {field.type} ({fault})", column=field.name) from fault
        table = table.set_column(table.column_names.index(field.name), field.name, cast)
    number = 0
    for batch in table.to_batches(max_chunksize=BATCH):
        for record in batch.to_pylist():
            number += 1
            for field in present:
                try:
                    check(column(field.name), record[field.name])
                except ValueError as fault:
                    raise TableError(path, f"row {number} {fault}", column=field.name) from fault
            yield record


def read_provenance(path: Path | str) -> Provenance | None:
    """What made the file, where it says so."""
    told = (pq.read_schema(path).metadata or {}).get(METADATA_KEY)
    try:
        return Provenance.of_dict(json.loads(told)) if told else None
    except (ValueError, KeyError, TypeError):
        return None
