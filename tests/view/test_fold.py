"""The folded axis: a monotone map, quiet stretches at one width, the busy ones to one scale."""

from __future__ import annotations

import itertools
from datetime import date

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.view.made import burst, many
from timeline.view import fold, ticks, words
from timeline.view.board import as_date, as_day, board
from timeline.view.labels import width

DAYS = st.lists(
    st.tuples(st.integers(-719_162, 2_932_000), st.integers(0, 800)), min_size=1, max_size=40
).map(lambda pairs: (np.array([a for a, _ in pairs]), np.array([min(a + b, 2_932_896) for a, b in pairs])))


@given(DAYS, st.booleans())
def test_every_day_has_its_place_in_order(days: tuple[np.ndarray, np.ndarray], folds: bool) -> None:
    first, last = days
    axis = fold.fold(first, last, folds=folds)
    known = np.unique(np.concatenate([first, last + 1]))
    places = axis.at(known)
    assert places[0] == 0
    assert abs(places[-1] - 1) < 1e-9
    assert (np.diff(places) > 0).all()
    assert sum(s.right - s.left for s in axis.folded) <= fold.MOST_FOLDED + 1e-9


@given(DAYS)
def test_unfolded_stretches_share_one_scale(days: tuple[np.ndarray, np.ndarray]) -> None:
    axis = fold.fold(*days)
    scales = [(s.right - s.left) / s.days for s in axis.segments if not s.folded]
    assert max(scales) - min(scales) <= 1e-6 * max(scales)
    widths = [s.right - s.left for s in axis.folded]
    assert not widths or max(widths) - min(widths) < 1e-9


@given(DAYS)
def test_a_place_leads_back_to_its_day(days: tuple[np.ndarray, np.ndarray]) -> None:
    axis = fold.fold(*days)
    for day in days[0]:
        assert abs(axis.day(float(axis.at(int(day)))) - day) < 1e-3


def test_a_burst_after_long_gaps_gets_most_of_the_axis() -> None:
    events = board(burst())
    axis = fold.fold(events.first, events.last)
    told = [(as_date(s.first), words.length(s.days)) for s in axis.folded]
    assert told == [
        (date(2020, 1, 1), "12 months"),
        (date(2021, 1, 1), "4 months"),
        (date(2021, 5, 1), "4 weeks"),
        (date(2021, 6, 1), "7 months"),
    ]
    nine_days = axis.at(as_day(date(2022, 1, 11))) - axis.at(as_day(date(2022, 1, 2)))
    assert nine_days > 0.5


def test_true_scale_folds_nothing() -> None:
    events = board(burst())
    axis = fold.fold(events.first, events.last, folds=False)
    assert axis.folded == ()
    assert len(axis.segments) == 1


def test_evenly_spread_events_are_not_folded() -> None:
    first = np.arange(0, 3000, 7)
    assert fold.fold(first, first).folded == ()


def test_ticks_never_touch_at_any_width() -> None:
    for frame in (burst(), many(250), many(3, days=20)):
        events = board(frame)
        for folds in (True, False):
            axis = fold.fold(events.first, events.last, folds=folds)
            for pixels in (300.0, 560.0, 900.0):
                marks = ticks.ticks(axis, pixels)
                assert marks
                edges = []
                for mark in marks:
                    half = max(width(line, ticks.SIZE) for line in mark.label.split("<br>")) / 2
                    edges.append((mark.place * pixels - half, mark.place * pixels + half))
                for (_, end), (start, _) in itertools.pairwise(edges):
                    assert start > end


def test_ticks_of_a_millennium_are_years() -> None:
    first = np.array([as_day(date(1001, 1, 1)), as_day(date(1999, 12, 31))])
    marks = ticks.ticks(fold.fold(first, first, folds=False), 600.0)
    years = [int(mark.label[-4:]) for mark in marks]
    assert years == sorted(years)
    assert len(years) >= 5


def test_lengths_in_words() -> None:
    assert [words.length(n) for n in (1, 9, 31, 240, 366, 800)] == [
        "1 day", "9 days", "4 weeks", "8 months", "12 months", "2 years",
    ]  # fmt: skip
