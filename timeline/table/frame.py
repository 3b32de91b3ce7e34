"""The events table as a pandas dataframe."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from timeline.model import Extraction
from timeline.table.records import rows
from timeline.table.schema import COLUMNS, column


def frame(extractions: Iterable[Extraction]) -> pd.DataFrame:
    """One row an event, every declared column, in the order of the articles."""
    return of_rows(rows(extractions))


def of_rows(records: Iterable[Mapping[str, Any]], names: Sequence[str] = COLUMNS) -> pd.DataFrame:
    """Rows → dataframe with the declared dtypes; a column that a row lacks is missing there."""
    records = list(records)
    cells = {name: [record.get(name) for record in records] for name in names}
    return pd.DataFrame({name: _series(name, values) for name, values in cells.items()}, columns=list(names))


def _series(name: str, values: list[Any]) -> pd.Series:
    declared = column(name)
    match declared.kind:
        case "list":
            filled = np.empty(len(values), dtype=object)  # else numpy would read equal lengths as a matrix
            for place, value in enumerate(values):
                filled[place] = tuple(value or ())
            return pd.Series(filled, dtype=object)
        case "date":
            return pd.Series(np.array(values, dtype="datetime64[us]"))
        case _:
            return pd.Series(values, dtype=declared.dtype)
