"""The declared schema of the events table: every column, in the order that all files keep."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pandas as pd
import pyarrow as pa

from timeline.dates import Granularity

Kind = Literal["text", "code", "date", "integer", "number", "list", "json"]
"""What a column holds. "code" is text of our own making (EDTF), which no spreadsheet guard touches;
"list" is text values, the most important first; "json" is a JSON list in text."""

DTYPES: dict[Kind, str] = {
    "text": "str",
    "code": "str",
    "date": "datetime64[us]",  # years 1 to 9999; at nanoseconds pandas would end in 2262
    "integer": "Int64",
    "number": "float64",
    "list": "object",  # tuples of str: hashable, so that frames can be cached and rows compared
    "json": "str",
}
ARROW_TYPES: dict[Kind, pa.DataType] = {
    "text": pa.string(),
    "code": pa.string(),
    "date": pa.date32(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "list": pa.list_(pa.string()),
    "json": pa.string(),
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column. A `required` one has a value in every row."""

    name: str
    kind: Kind
    description: str
    required: bool = False
    choices: tuple[str, ...] = ()
    """The values that it may hold, where these are few."""

    @property
    def dtype(self) -> str:
        """Its dtype in the dataframe; absent text is missing (NaN), an absent list is ()."""
        return DTYPES[self.kind]


SCHEMA: tuple[Column, ...] = (
    Column("event_id", "text", "Hash of the article's id and the trigger's offsets.", required=True),
    Column("start", "date", "First day of the event, inclusive.", required=True),
    Column("end", "date", "Last day, inclusive; empty where the end is open."),
    Column("clock", "text", "Time of day as told, ISO 8601, with an offset when told."),
    Column("precision", "text", "The unit in which the text dates it.", True, tuple(Granularity)),
    Column("edtf", "code", "The date in EDTF (ISO 8601-2), level 0 or 1.", required=True),
    Column("time_text", "text", "The time expression, verbatim; empty where the date was inherited."),
    Column("timex_value", "text", "Its TIMEX3 value."),
    Column("time_start", "integer", "Its first character in the article's text."),
    Column("time_end", "integer", "The character after its last."),
    Column("date_reason", "text", "How the date was worked out, in one sentence."),
    Column("headline", "text", "What happened, in at most twelve words."),
    Column("trigger", "text", "The word that tells the event."),
    Column("event_type", "text", "One of PLOVER's sixteen types, or OTHER."),
    Column("status", "text", "How the text tells it.", choices=("reported", "claimed", "planned", "denied")),
    Column("claimed_by", "text", "Whose claim it is, where it is one."),
    Column("confidence", "number", "0 to 1: how many in a hundred such rows are right, by hundred."),
    Column("actors", "list", "Everyone who takes part."),
    Column("doers", "list", "Who did it."),
    Column("targets", "list", "To whom it was done."),
    Column("countries", "list", "English names of the countries involved."),
    Column("country_codes", "list", "Their ISO 3166-1 alpha-2 codes, in the same order."),
    Column("place", "text", "Where it happened."),
    Column("latitude", "number", "Of the place, in degrees."),
    Column("longitude", "number", "Of the place, in degrees."),
    Column("evidence", "text", "The sentence that tells it, verbatim."),
    Column("evidence_start", "integer", "Its first character in the article's text."),
    Column("evidence_end", "integer", "The character after its last."),
    Column("evidences", "json", "All tellings: article_id, start, end, source, published."),
    Column("article_id", "text", "The article of the evidence."),
    Column("title", "text", "Its title."),
    Column("source", "text", "Who published it."),
    Column("url", "text", "Where."),
    Column("published", "date", "When: the document creation time."),
    Column("language", "text", "Its language, ISO 639-1."),
    Column("sources", "integer", "How many distinct sources tell the event, 1 at least."),
    Column(
        "review", "text", "A reader's decision.", choices=("unreviewed", "accepted", "edited", "rejected")
    ),
)

COLUMNS: tuple[str, ...] = tuple(column.name for column in SCHEMA)
BY_NAME: dict[str, Column] = {column.name: column for column in SCHEMA}


def column(name: str) -> Column:
    """The declared column of that name; any other is a reader's own, kept as text."""
    return BY_NAME.get(name) or Column(name, "text", "")


def arrow_schema(names: tuple[str, ...] = COLUMNS) -> pa.Schema:
    """The schema of the Parquet file, each field with its description."""
    columns = [column(name) for name in names]
    return pa.schema(
        [
            pa.field(c.name, ARROW_TYPES[c.kind], not c.required, {"description": c.description})
            for c in columns
        ]
    )


def empty() -> pd.DataFrame:
    """The events table without a row, every column with its dtype."""
    return pd.DataFrame({c.name: pd.Series([], dtype=c.dtype) for c in SCHEMA}, columns=list(COLUMNS))
