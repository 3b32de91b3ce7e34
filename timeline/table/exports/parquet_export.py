"""The events as the bytes of a Parquet file, what made it in the file's metadata."""

from __future__ import annotations

import io

import pandas as pd

from timeline.table import parquet_io
from timeline.table.provenance import Provenance
from timeline.table.records import of_frame


def render(frame: pd.DataFrame, provenance: Provenance) -> bytes:
    buffer = io.BytesIO()
    names = [str(name) for name in frame.columns]
    parquet_io.write_open(of_frame(frame), buffer, names, provenance)
    return buffer.getvalue()
