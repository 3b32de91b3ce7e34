"""Spans and their EDTF, the one notation that every table cell and export relies on."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from timeline.dates import Granularity, Span

DAYS = st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31))
YEARS = st.integers(min_value=1, max_value=9998)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    """Units of every granularity, intervals of days, months and years, open ends and qualifiers."""
    year = draw(YEARS)
    unit = draw(
        st.one_of(
            st.builds(Span.day, DAYS),
            st.builds(Span.week, st.dates(max_value=date(9999, 12, 20))),
            st.builds(Span.month, st.just(year), st.integers(1, 12)),
            st.builds(Span.season, st.just(year), st.sampled_from([21, 22, 23, 24])),
            st.builds(Span.quarter, st.just(year), st.integers(1, 4)),
            st.builds(Span.year, st.just(year)),
            st.builds(Span.decade, st.just(year)),
            st.builds(Span.century, st.just(year)),
            st.builds(
                lambda ends, unit: Span(min(ends), max(ends), unit),
                st.tuples(DAYS, DAYS),
                st.sampled_from(Granularity),
            ),
        )
    )
    qualified = Span(unit.first, unit.last, unit.granularity, draw(st.sampled_from(["", "?", "~", "%"])))
    return qualified.open_ended() if draw(st.booleans()) else qualified


@given(spans())
@example(Span(date(2000, 1, 1), date(2000, 1, 1), Granularity.MONTH))
@example(Span(date(2000, 1, 1), date(2000, 1, 1), Granularity.YEAR))
def test_edtf_and_granularity_say_the_span_again(span: Span) -> None:
    assert Span.parse(span.edtf(), span.granularity) == span


@pytest.mark.parametrize(
    ("span", "edtf"),
    [
        (Span.day(date(2022, 1, 10)), "2022-01-10"),
        (Span.month(2021, 5), "2021-05"),
        (Span.year(2020), "2020"),
        (Span.year(814), "0814"),
        (Span.decade(1987), "198X"),
        (Span.century(1900), "19XX"),
        (Span.season(2021, 24), "2021-24"),
        (Span.quarter(2021, 2), "2021-04/2021-06"),
        (Span(date(2007, 9, 1), date(2007, 12, 31), Granularity.APPROX), "2007-09/2007-12"),
        (Span(date(2007, 9, 1), date(2007, 9, 30), Granularity.APPROX), "2007-09"),
        (Span(date(1934, 1, 1), date(1966, 12, 31), Granularity.APPROX), "1934/1966"),
        (Span.decade(1955).open_ended(), "1950/.."),
        (Span.week(date(2022, 1, 10)), "2022-01-10/2022-01-16"),
        (Span(date(2022, 1, 5), date(2022, 1, 7)), "2022-01-05/2022-01-07"),
        (Span(date(2014, 1, 1), date(2016, 12, 31), Granularity.YEAR), "2014/2016"),
        (Span(date(2021, 5, 1), date(2021, 7, 31), Granularity.MONTH), "2021-05/2021-07"),
        (Span.day(date(2022, 1, 2)).open_ended(), "2022-01-02/.."),
        (Span(date(2022, 1, 5), date(2022, 1, 10), Granularity.APPROX, "~"), "2022-01-05~/2022-01-10~"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_edtf_of(span: Span, edtf: str) -> None:
    assert span.edtf() == edtf
    assert Span.parse(edtf, span.granularity) == span


def test_winter_runs_into_the_next_year() -> None:
    assert Span.season(2021, 24).last == date(2022, 2, 28)


@pytest.mark.parametrize(
    "text",
    ["", "2022-1-1", "2022-02-31", "2022-13", "99999", "198X-05", "2022/2021", "2020~/2021", "٢٠٢٠", "0000"],
)
def test_what_is_no_edtf_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        Span.parse(text)


def test_a_span_cannot_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="cannot end"):
        Span(date(2022, 1, 2), date(2022, 1, 1))


def test_overlaps_and_contains() -> None:
    may, year = Span.month(2021, 5), Span.year(2021)
    assert year.contains(may)
    assert not may.contains(year)
    assert may.overlaps(year)
    assert not may.overlaps(Span.month(2021, 6))
    assert year.open_ended().contains(Span.day(date(2030, 1, 1)))
    assert not year.contains(may.open_ended())
