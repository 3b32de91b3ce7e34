"""The dataframe: declared columns and dtypes, whatever comes in."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings

from tests.table.made import EXTRACTIONS, event, extraction
from timeline import table
from timeline.dates import Span
from timeline.model import Event, Extraction, Telling
from timeline.table import records

CONTRACT = """
event_id start end clock precision edtf time_text timex_value time_start time_end date_reason
headline trigger event_type status claimed_by confidence actors doers targets countries
country_codes place latitude longitude evidence evidence_start evidence_end evidences article_id
title source url published language sources review
"""


def test_the_columns_stand_in_the_order_of_the_contract() -> None:
    assert list(table.COLUMNS) == CONTRACT.split()
    assert list(table.empty().columns) == CONTRACT.split()


def test_every_column_is_described() -> None:
    assert all(column.description for column in table.SCHEMA)


@settings(max_examples=20, deadline=None)
@given(EXTRACTIONS)
def test_dtypes_do_not_depend_on_the_events(extractions: list[Extraction]) -> None:
    frame = table.frame(extractions)
    assert frame.dtypes.equals(table.empty().dtypes)
    assert len(frame) == sum(len(e.events) for e in extractions)


@settings(max_examples=20, deadline=None)
@given(EXTRACTIONS)
def test_rows_come_back_out_of_a_frame(extractions: list[Extraction]) -> None:
    assert list(table.of_frame(table.frame(extractions))) == list(table.rows(extractions))


def test_a_row_tells_event_and_article() -> None:
    told = event(span=Span.month(2021, 5), country_codes=("KZ", "NA"), event_type="mobilize")
    row = next(table.rows([extraction(told)]))
    assert (row["start"], row["end"], row["precision"], row["edtf"]) == (
        date(2021, 5, 1),
        date(2021, 5, 31),
        "month",
        "2021-05",
    )
    assert row["countries"] == ("Kazakhstan", "Namibia")
    assert row["event_type"] == "MOBILIZE"
    assert (row["article_id"], row["source"], row["language"]) == ("a", "Example News", "en")
    assert records.tellings(row["evidences"]) == told.tellings


def test_an_open_end_is_missing() -> None:
    frame = table.frame([extraction(event(span=Span.day(date(2022, 1, 2)).open_ended()))])
    assert frame["end"].isna().all()
    assert frame["edtf"].tolist() == ["2022-01-02/.."]


@pytest.mark.parametrize("day", [date(1, 1, 1), date(1677, 9, 21), date(2262, 4, 12), date(9999, 12, 31)])
def test_every_year_of_the_calendar_fits(day: date) -> None:
    frame = table.frame([extraction(event(span=Span.day(day)))])
    assert frame["start"].dt.date.tolist() == [day]


def test_a_lone_surrogate_is_replaced_one_for_one() -> None:
    frame = table.frame([extraction(event(headline="a\ud800b", actors=("\udfffx",)))])
    assert frame["headline"].tolist() == ["a\ufffdb"]
    assert frame["actors"].tolist() == [("\ufffdx",)]


@pytest.mark.parametrize(
    ("sources", "count"), [([None], 1), ([None, None], 1), (["A", "A"], 1), (["A", "B", None], 3), ([], 1)]
)
def test_sources_are_never_counted_twice(sources: list[str | None], count: int) -> None:
    assert records.count_sources(Telling(str(n), 0, 1, s) for n, s in enumerate(sources)) == count


def test_a_frame_of_many_batches_is_one_frame(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.table.frames.BATCH", 3)
    events: list[Event] = [event(n, time_start=None if n % 2 else n) for n in range(10)]
    frame = table.frame([extraction(*events)])
    assert frame["event_id"].tolist() == [f"e{n}" for n in range(10)]
    assert frame.index.tolist() == list(range(10))
    assert frame.dtypes.equals(table.empty().dtypes)


def test_frames_can_be_hashed_for_a_cache() -> None:
    frame = table.frame([extraction(event())])
    assert len(pd.util.hash_pandas_object(frame)) == 1
