"""Filters work together; counts follow the others; the one that hides the last event is named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from tests.view.made import burst, many
from timeline.table import empty
from timeline.view import filters
from timeline.view.board import FACETS, Board, board
from timeline.view.filters import Filters


@pytest.fixture(scope="module")
def crowd() -> Board:
    return board(many(400))


def rows_by_hand(crowd: Board, chosen: Filters) -> list[int]:
    """The same question asked of the frame, one row at a time."""
    kept = []
    for i, row in enumerate(crowd.frame.to_dict("records")):
        countries, actors = set(row["country_codes"]), set(row["actors"])
        wanted = set(chosen.actors)
        text = " ".join([row["headline"], row["evidence"], *row["actors"], *row["countries"]]).lower()
        if (
            (not chosen.countries or countries & set(chosen.countries))
            and (not wanted or (wanted <= actors if chosen.actors_all else wanted & actors))
            and (not chosen.types or row["event_type"] in chosen.types)
            and (not chosen.statuses or row["status"] in chosen.statuses)
            and (not chosen.precisions or row["precision"] in chosen.precisions)
            and all(word in text for word in chosen.text.lower().split())
            and (not chosen.since or crowd.last[i] >= (chosen.since - date(1970, 1, 1)).days)
            and (not chosen.until or row["start"].date() <= chosen.until)
        ):
            kept.append(i)
    return kept


CASES = {
    "nothing": Filters(),
    "a country": Filters(countries=("KZ",)),
    "one of two countries": Filters(countries=("KZ", "AM")),
    "any of two actors": Filters(actors=("CSTO", "Hayastan")),
    "both of two actors": Filters(actors=("CSTO", "Hayastan"), actors_all=True),
    "type, status, precision": Filters(types=("AID", "PROTEST"), statuses=("reported",), precisions=("day",)),
    "words in any order": Filters(text="Aid  csto"),
    "a stretch of time": Filters(since=date(2019, 9, 1), until=date(2020, 2, 1)),
    "all of them": Filters(
        countries=("RU", "US"),
        actors=("CSTO",),
        types=("CONSULT", "ACCUSE", "OTHER"),
        statuses=("reported", "claimed"),
        precisions=("day", "month"),
        text="delegation",
        since=date(2019, 6, 1),
        until=date(2021, 6, 1),
    ),
}


@pytest.mark.parametrize("chosen", CASES.values(), ids=CASES.keys())
def test_what_is_visible(crowd: Board, chosen: Filters) -> None:
    expected = rows_by_hand(crowd, chosen)
    assert np.flatnonzero(filters.visible(crowd, chosen)).tolist() == expected
    assert expected, "a case that shows nothing tests nothing"


@pytest.mark.parametrize("chosen", CASES.values(), ids=CASES.keys())
def test_a_count_is_what_choosing_it_alone_would_show(crowd: Board, chosen: Filters) -> None:
    counted = filters.counts(crowd, chosen)
    for facet in FACETS:
        if facet == "actor" and chosen.actors_all:
            continue
        for code, n in counted[facet].items():
            alone = replace(chosen, **{filters.FIELD[facet]: (code,)})
            assert n == filters.visible(crowd, alone).sum(), (facet, code)


def test_under_all_actors_a_count_is_what_asking_for_one_more_would_leave(crowd: Board) -> None:
    chosen = Filters(actors=("CSTO",), actors_all=True)
    counted = filters.counts(crowd, chosen)["actor"]
    for code, n in counted.items():
        more = replace(chosen, actors=tuple({"CSTO", code}))
        assert n == filters.visible(crowd, more).sum(), code


def test_the_filter_that_hides_the_last_event_is_named(crowd: Board) -> None:
    chosen = Filters(countries=("KZ",), text="no such words anywhere")
    back = filters.hiding(crowd, chosen)
    assert back == {"text": int(filters.visible(crowd, Filters(countries=("KZ",))).sum())}
    assert filters.visible(crowd, chosen.without("text")).sum() == back["text"]


def test_two_filters_that_both_hide_everything_are_not_blamed_singly(crowd: Board) -> None:
    chosen = Filters(text="no such words", since=date(2050, 1, 1))
    assert not filters.visible(crowd, chosen).any()
    assert filters.hiding(crowd, chosen) == {}


def test_nothing_is_blamed_while_events_are_left(crowd: Board) -> None:
    assert filters.hiding(crowd, Filters(countries=("KZ",))) == {}


def test_an_event_that_reaches_into_the_range_counts() -> None:
    events = board(burst())
    shown = filters.visible(events, Filters(since=date(2020, 6, 1), until=date(2020, 6, 2)))
    assert [events.cell(int(i), "precision") for i in np.flatnonzero(shown)] == ["year"]


def test_an_empty_table_has_no_choices_and_no_complaints() -> None:
    nothing = board(empty())
    assert not filters.visible(nothing, Filters(text="x")).any()
    assert filters.counts(nothing, Filters()) == {facet: {} for facet in FACETS}
    assert filters.hiding(nothing, Filters(text="x")) == {}
    assert nothing.span() is None


def test_active_names_what_is_set_and_without_clears_just_that() -> None:
    chosen = CASES["all of them"]
    assert set(chosen.active()) == {*FACETS, "text", "range"}
    for name in chosen.active():
        assert set(chosen.without(name).active()) == set(chosen.active()) - {name}
