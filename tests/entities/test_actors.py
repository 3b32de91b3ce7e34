"""Actors in context: `actors.toml`."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.entities.reader import read

CASES = tomllib.loads((Path(__file__).parent / "actors.toml").read_text(encoding="utf-8"))["case"]
ROW = re.compile(r"(?P<text>.+) → (?P<name>.+) \((?P<kind>\w+)(?:, (?P<country>\w\w))?\)")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_actors(case: dict[str, Any]) -> None:
    actors = read(case["text"]).actors
    assert all(case["text"][actor.start : actor.end] == actor.text for actor in actors)
    for row in case.get("actors", ()):
        wanted = ROW.fullmatch(row)
        assert wanted is not None, f"not a row of the table: {row}"
        found = [actor for actor in actors if actor.text == wanted["text"]]
        assert (wanted["name"], wanted["kind"]) in {(actor.name, actor.kind) for actor in found}, row
        if wanted["country"]:
            assert wanted["country"] in {actor.country for actor in found}, row
    assert not {actor.name for actor in actors} & set(case.get("none", ()))
    assert not {actor.text for actor in actors} & set(case.get("none", ()))
    if "names" in case:
        assert sorted({actor.name for actor in actors}) == case["names"]


def test_the_table_is_large_enough() -> None:
    assert sum(len(case.get("actors", ())) + len(case.get("none", ())) for case in CASES) >= 90
