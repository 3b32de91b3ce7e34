"""Place names in context: `places.toml`."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.entities.reader import read

CASES = tomllib.loads((Path(__file__).parent / "places.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_places(case: dict[str, Any]) -> None:
    places = read(case["text"], case.get("title")).places
    assert all(case["text"][place.start : place.end] == place.text for place in places)
    found = [(place.text, place.country) for place in places]
    for row in case.get("places", ()):
        text, _, country = row.partition(" = ")
        assert (text, None if country == "-" else country) in found, row
    assert not {text for text, _ in found} & set(case.get("none", ()))
    if "countries" in case:
        assert sorted({country for _, country in found if country}) == case["countries"]


def test_the_table_is_large_enough() -> None:
    assert sum(len(case.get("places", ())) + len(case.get("none", ())) for case in CASES) >= 130
