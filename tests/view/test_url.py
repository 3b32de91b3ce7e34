"""The address carries codes, and whatever else it carries does no harm."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.view.made import many
from timeline.view import url
from timeline.view.board import board
from timeline.view.filters import Filters
from timeline.view.url import Address

CROWD = board(many(60))
CODES = {name: st.lists(st.sampled_from(CROWD.facets[name].codes), unique=True) for name in CROWD.facets}
FILTERS = st.builds(
    Filters,
    countries=CODES["country"].map(tuple),
    actors=CODES["actor"].map(tuple),
    types=CODES["type"].map(tuple),
    statuses=CODES["status"].map(tuple),
    precisions=CODES["precision"].map(tuple),
    text=st.sampled_from(["", "aid", "two words", "ümlaut & sign=?"]),
    since=st.none() | st.dates(date(1, 1, 1), date(2000, 1, 1)),
    until=st.none() | st.dates(date(2000, 1, 1), date(9999, 12, 31)),
)


@given(FILTERS, st.sampled_from([None, *CROWD.place]), st.sampled_from(url.OPTIONS["lanes"]))
def test_what_is_written_is_read_back(filters: Filters, event: str | None, lanes: str) -> None:
    address = Address(filters, (("lanes", lanes),), event, "abc")
    read, notes = url.read(url.write(address), CROWD)
    assert notes == []
    assert (read.filters, read.event, read.article) == (filters, event, "abc")
    assert dict(read.options).get("lanes", "none") == lanes


def test_a_plain_view_has_a_plain_address() -> None:
    assert url.write(Address()) == {}
    assert url.write(Address(options=(("lanes", "none"), ("scale", "folded")))) == {}


HOSTILE = [
    "<script>alert(1)</script>",
    "../../etc/passwd",
    "' OR 1=1 --",
    "x" * 100_000,
    "\x00\u202e\ud800",
    "",
]


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize("name", ["country", "actor", "type", "status", "precision", "from", "to", "event"])
def test_an_unknown_value_is_left_out_with_a_short_sentence(name: str, value: str) -> None:
    address, notes = url.read({name: [value]}, CROWD)
    assert address.filters == Filters()
    assert address.event is None
    assert len(notes) == 1
    assert len(notes[0]) < 160
    assert "\x00" not in notes[0]
    assert "\u202e" not in notes[0]


@given(st.dictionaries(st.text(max_size=12), st.lists(st.text(max_size=30), max_size=3), max_size=6))
def test_no_address_raises(params: dict[str, list[str]]) -> None:
    _, notes = url.read(params, CROWD)
    assert len(notes) <= url.MOST_NOTES + 1


def test_a_flood_of_values_is_answered_in_few_words() -> None:
    address, notes = url.read({"country": [f"X{i}" for i in range(10_000)] + ["KZ"]}, CROWD)
    assert len(notes) == url.MOST_NOTES + 1
    assert address.filters.countries == ()


def test_a_date_range_written_backwards_is_turned_round() -> None:
    address, _ = url.read({"from": ["2022-01-10"], "to": ["2020-01-01"]}, CROWD)
    assert (address.filters.since, address.filters.until) == (date(2020, 1, 1), date(2022, 1, 10))


def test_a_known_value_beside_an_unknown_one_is_kept() -> None:
    address, notes = url.read({"country": ["KZ", "ZZ"]}, CROWD)
    assert address.filters.countries == ("KZ",)
    assert "ZZ" in notes[0]
