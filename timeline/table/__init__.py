"""The events table: its declared schema, dataframes, and the files that hold it."""

from timeline.table.csv_io import read_csv
from timeline.table.csv_io import to_bytes as csv_bytes
from timeline.table.errors import TableError
from timeline.table.frames import frame, of_rows
from timeline.table.io import read, write, write_frame, write_rows
from timeline.table.provenance import Input, Provenance, sha256_of
from timeline.table.records import Row, of_frame, rows, tellings
from timeline.table.schema import COLUMNS, SCHEMA, Column, empty

__all__ = [
    "COLUMNS",
    "SCHEMA",
    "Column",
    "Input",
    "Provenance",
    "Row",
    "TableError",
    "csv_bytes",
    "empty",
    "frame",
    "of_frame",
    "of_rows",
    "read",
    "read_csv",
    "rows",
    "sha256_of",
    "tellings",
    "write",
    "write_frame",
    "write_rows",
]
