"""The events table as a pandas dataframe."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Any

import numpy as np
import pandas as pd

from timeline.model import Extraction
from timeline.table.records import plain, plain_list, rows
from timeline.table.schema import COLUMNS, column

BATCH = 20_000


def frame(extractions: Iterable[Extraction]) -> pd.DataFrame:
    """One row an event, every declared column, in the order of the articles."""
    return of_rows(rows(extractions))


def of_rows(records: Iterable[Mapping[str, Any]], names: Sequence[str] = COLUMNS) -> pd.DataFrame:
    """Rows → dataframe with the declared dtypes; a column that a row lacks is missing there.

    Rows are taken some thousands at a time, so a stream of them never stands in memory as objects.
    """
    stream = iter(records)
    parts = [_part(batch, names) for batch in iter(lambda: list(islice(stream, BATCH)), [])]
    if len(parts) > 1:
        return pd.concat(parts, ignore_index=True)
    return parts[0] if parts else _part([], names)


def _part(records: Sequence[Mapping[str, Any]], names: Sequence[str]) -> pd.DataFrame:
    columns = {name: _series(name, [record.get(name) for record in records]) for name in names}
    return pd.DataFrame(columns, columns=list(names))


def _series(name: str, values: list[Any]) -> pd.Series:
    declared = column(name)
    match declared.kind:
        case "list":
            filled = np.empty(len(values), dtype=object)  # else numpy would read equal lengths as a matrix
            for place, value in enumerate(values):
                filled[place] = plain_list(value or ())
            return pd.Series(filled, dtype=object)
        case "date":
            return pd.Series(np.array(values, dtype="datetime64[us]"))
        case "integer" | "number":
            return pd.Series(values, dtype=declared.dtype)
        case _:
            return pd.Series([plain(value) for value in values], dtype=declared.dtype)
