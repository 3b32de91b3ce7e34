"""The events table made ready for looking: days as integers, choices counted once, text to search in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from timeline.table.words import row_words

Days = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

EPOCH = date(1970, 1, 1)
NONE = "-"
"""The choice of the events that have no value, e.g. no country named."""

LISTS = {"country": "country_codes", "actor": "actors"}
SINGLES = {"type": "event_type", "status": "status", "precision": "precision"}
FACETS: tuple[str, ...] = (*LISTS, *SINGLES)

STATUSES = ("reported", "claimed", "planned", "denied")
PRECISIONS = ("day", "week", "month", "season", "quarter", "year", "decade", "century", "approx")
SEARCHED = ("headline", "evidence", "place", "title", "source", "claimed_by", "time_text", "trigger")


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to choose: its choices by code, their labels, and which row has which choice."""

    codes: tuple[str, ...]
    labels: dict[str, str]
    rows: Days
    choice: Days
    """`rows[i]` has `codes[choice[i]]`; a row stands once for each of its choices."""


@dataclass(frozen=True, slots=True)
class Board:
    """A frame in the order of time. `first` and `last` are days since 1970, both inclusive."""

    frame: pd.DataFrame
    first: Days
    last: Days
    """An open end is drawn to `first` or to the publication date, whichever is later."""
    open_end: Mask
    facets: dict[str, Facet]
    haystack: tuple[str, ...]
    place: dict[str, int] = field(repr=False)
    """event_id → row."""
    _cells: dict[str, list[Any]] = field(default_factory=dict, repr=False)
    _whens: dict[int, str] = field(default_factory=dict, repr=False)

    def __len__(self) -> int:
        return len(self.first)

    def cell(self, row: int, column: str) -> Any:
        """A value of the frame; None where it is missing. Columns are unpacked once, for speed."""
        if column not in self._cells:
            values = self.frame[column]
            gone = values.isna().tolist()
            cells = values.tolist()
            self._cells[column] = [None if no else cell for cell, no in zip(cells, gone, strict=True)]
        return self._cells[column][row]

    def when(self, row: int) -> str:
        """The date of a row in words, with a time of day where one was told."""
        if row not in self._whens:
            self._whens[row] = row_words(
                {
                    "start": as_date(self.first[row]),
                    "end": None if self.open_end[row] else as_date(self.last[row]),
                    "precision": str(self.cell(row, "precision")),
                    "edtf": self.cell(row, "edtf"),
                    "clock": self.cell(row, "clock"),
                    "status": self.cell(row, "status"),
                }
            )
        return self._whens[row]

    def span(self) -> tuple[date, date] | None:
        """First and last day of all events; None where there is none."""
        return (as_date(self.first.min()), as_date(self.last.max())) if len(self) else None


def as_date(day: int | np.integer[Any]) -> date:
    return EPOCH + timedelta(days=int(day))


def as_day(day: date) -> int:
    return (day - EPOCH).days


def board(frame: pd.DataFrame) -> Board:
    """Sorts by start, then longest last, then order of telling; nothing is dropped."""
    first, last, open_end = _days(frame)
    order = np.lexsort((np.arange(len(frame)), last, first))
    frame = frame.iloc[order].reset_index(drop=True)
    first, last, open_end = first[order], last[order], open_end[order]
    facets = {name: _listed(frame, name, column) for name, column in LISTS.items()}
    facets |= {name: _single(frame, name, column) for name, column in SINGLES.items()}
    ids = frame["event_id"].astype(str).tolist()
    return Board(frame, first, last, open_end, facets, _haystack(frame), {e: i for i, e in enumerate(ids)})


def _days(frame: pd.DataFrame) -> tuple[Days, Days, Mask]:
    first = _day_numbers(frame["start"])
    last = _day_numbers(frame["end"])
    open_end = frame["end"].isna().to_numpy(dtype=bool)
    published = _day_numbers(frame["published"])
    known = ~frame["published"].isna().to_numpy(dtype=bool)
    until = np.where(known, np.maximum(published, first), first)
    last = np.where(open_end, until, np.maximum(last, first))
    return first, last, open_end


def _day_numbers(column: pd.Series) -> Days:
    days: Days = column.to_numpy(dtype="datetime64[D]").astype(np.int64)
    return days


def _listed(frame: pd.DataFrame, name: str, column: str) -> Facet:
    cells: list[Sequence[str]] = [tuple(dict.fromkeys(cell)) or (NONE,) for cell in frame[column]]
    labels: dict[str, str] = {}
    if name == "country":
        for codes, names in zip(frame[column], frame["countries"], strict=True):
            labels.update(zip(codes, names, strict=False))
    rows = np.repeat(np.arange(len(cells)), [len(cell) for cell in cells]).astype(np.int64)
    return _facet(rows, [value for cell in cells for value in cell], labels, ())


def _single(frame: pd.DataFrame, name: str, column: str) -> Facet:
    values = [NONE if pd.isna(value) else str(value) for value in frame[column]]
    order = {"status": STATUSES, "precision": PRECISIONS}.get(name, ())
    return _facet(np.arange(len(values), dtype=np.int64), values, {}, order)


def _facet(rows: Days, values: list[str], labels: dict[str, str], order: Sequence[str]) -> Facet:
    """Choices in `order` where there is one, else the most frequent first; "none" stands last."""
    codes, choice, counts = np.unique(np.array(values, dtype=object), return_inverse=True, return_counts=True)
    rank: dict[Any, int] = {code: i for i, code in enumerate(order)}
    ranking = sorted(
        range(len(codes)),
        key=lambda i: (codes[i] == NONE, rank.get(codes[i], len(rank)), -counts[i], codes[i]),
    )
    new = np.empty(len(codes), dtype=np.int64)
    new[ranking] = np.arange(len(codes))
    return Facet(
        tuple(str(codes[i]) for i in ranking), labels, rows, new[choice.reshape(-1)].astype(np.int64)
    )


def _haystack(frame: pd.DataFrame) -> tuple[str, ...]:
    columns = [frame[name].fillna("").astype(str).tolist() for name in SEARCHED]
    columns += [[" ".join(cell) for cell in frame[name]] for name in ("actors", "countries")]
    return tuple("\n".join(cells).casefold() for cells in zip(*columns, strict=True))
