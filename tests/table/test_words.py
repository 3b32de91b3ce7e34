"""Dates in words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from tests.table.made import spans
from timeline.dates import Granularity, Span
from timeline.table.words import clock_words, isolated, row_words, span_words


def days(first: str, last: str | None, unit: str = "day", qualifier: str = "") -> Span:
    end = None if last is None else date.fromisoformat(last)
    return Span(date.fromisoformat(first), end, Granularity(unit), qualifier)


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (days("2022-01-10", "2022-01-10"), "10 January 2022"),
        (days("2022-01-02", "2022-01-09"), "2–9 January 2022"),
        (days("2022-01-28", "2022-02-03"), "28 January – 3 February 2022"),
        (days("2021-12-30", "2022-01-02"), "30 December 2021 – 2 January 2022"),
        (days("2022-01-01", "2022-01-31"), "January 2022"),
        (days("2022-01-02", None), "since 2 January 2022"),
        (Span.week(date(2022, 1, 5)), "week of 3 January 2022"),
        (days("2022-01-03", "2022-01-16", "week"), "3–16 January 2022"),
        (Span.month(2021, 5), "May 2021"),
        (Span.month(2021, 5).open_ended(), "since May 2021"),
        (days("2021-05-01", "2021-05-10", "month"), "early May 2021"),
        (days("2021-05-11", "2021-05-20", "month"), "mid-May 2021"),
        (days("2021-05-21", "2021-05-31", "month"), "late May 2021"),
        (days("2021-05-03", "2021-05-29", "month"), "3–29 May 2021"),
        (days("2021-03-01", "2021-05-31", "month"), "March–May 2021"),
        (days("2021-11-01", "2022-02-28", "month"), "November 2021 – February 2022"),
        (Span.quarter(2022, 1), "first quarter of 2022"),
        (Span.quarter(2022, 4).open_ended(), "since the fourth quarter of 2022"),
        (Span.season(2021, 21), "spring 2021"),
        (Span.season(2021, 24), "winter 2021/22"),
        (Span.season(1999, 24), "winter 1999/00"),
        (Span.year(2020), "2020"),
        (Span.year(2020).open_ended(), "since 2020"),
        (days("2020-01-01", "2020-04-30", "year"), "early 2020"),
        (days("2020-05-01", "2020-08-31", "year"), "mid-2020"),
        (days("2020-09-01", "2020-12-31", "year"), "late 2020"),
        (days("2019-01-01", "2021-12-31", "year"), "2019–2021"),
        (Span.decade(1987), "the 1980s"),
        (days("1980-01-01", "1983-12-31", "decade"), "the early 1980s"),
        (Span.century(1987), "the 20th century"),
        (Span.century(2001), "the 21st century"),
        (Span.century(1201), "the 13th century"),
        (Span.century(1101).open_ended(), "since the 12th century"),
        (days("2022-01-01", "2022-01-09", "approx"), "around 1–9 January 2022"),
        (days("2022-01-01", None, "approx"), "since around 1 January 2022"),
        (days("2022-01-10", "2022-01-10", "day", "~"), "about 10 January 2022"),
        (days("2022-01-10", "2022-01-10", "day", "?"), "10 January 2022 (uncertain)"),
        (days("2022-01-10", "2022-01-10", "day", "%"), "about 10 January 2022 (uncertain)"),
        (days("0001-01-01", "0001-12-31", "year"), "1"),
        (days("9999-12-27", "9999-12-31", "week"), "27–31 December 9999"),
        (days("9999-12-01", "9999-12-31", "season"), "December 9999"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_span_in_words(span: Span, words: str) -> None:
    assert span_words(span) == words


def test_what_is_planned_starts_from_a_day() -> None:
    assert span_words(days("2030-01-02", None), planned=True) == "from 2 January 2030"


@pytest.mark.parametrize(
    ("clock", "words"),
    [
        ("18:30", "18:30"),
        ("T18:30", "18:30"),
        ("18:30:05", "18:30:05"),
        ("18:30+06:00", "18:30 (UTC+06:00)"),
        ("18:30-05:00", "18:30 (UTC−05:00)"),
        ("18:30Z", "18:30 (UTC)"),
    ],
)
def test_clock_in_words(clock: str, words: str) -> None:
    assert clock_words(clock) == words
    assert span_words(Span.day(date(2022, 1, 10)), clock=clock) == f"10 January 2022, {words}"


def test_a_row_in_words() -> None:
    row = {"start": date(2022, 1, 2), "end": None, "precision": "day", "edtf": "2022-01-02~/.."}
    assert row_words(row | {"status": "planned"}) == "from about 2 January 2022"


@given(spans())
def test_every_span_has_words_with_its_year(span: Span) -> None:
    words = span_words(span)
    shared = span.granularity in (Granularity.CENTURY, Granularity.DECADE)
    assert shared or str(span.first.year) in words or (span.last and str(span.last.year) in words)
    assert words == words.strip()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("مرحبا", "مرحبا"),
        ("a\u202eb", "\u2068a\u202eb\u2069"),
        ("a\u2069b\u2067c", "\u2068ab\u2067c\u2069\u2069"),
    ],
)
def test_direction_marks_stay_within_their_text(text: str, shown: str) -> None:
    assert isolated(text) == shown
