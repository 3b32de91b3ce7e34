"""The events table: its declared schema, dataframes, and the files that hold it."""

from timeline.table.frame import frame, of_rows
from timeline.table.records import Row, of_frame, rows, tellings
from timeline.table.schema import COLUMNS, SCHEMA, Column, empty

__all__ = ["COLUMNS", "SCHEMA", "Column", "Row", "empty", "frame", "of_frame", "of_rows", "rows", "tellings"]
