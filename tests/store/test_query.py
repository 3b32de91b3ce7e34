"""Questions to a folder result, each beside the same question asked of the dataframe."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import duckdb
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.table.made import HOSTILE, event, extraction
from timeline import store, table
from timeline.dates import Span
from timeline.store import Where
from timeline.store.manifest import Manifest
from timeline.store.work import Done, events_file

DAY = date(2022, 1, 10)
EVENTS = (
    event(0, Span.day(DAY), actors=("CSTO", "Russia"), country_codes=("RU", "KZ"), event_type="CONSULT"),
    event(1, Span.day(date(2022, 1, 5)), actors=("CSTO",), country_codes=("KZ",), status="claimed"),
    event(2, Span.month(2021, 5), actors=("Armenia",), country_codes=("AM", "AZ"), confidence=0.4),
    event(3, Span.year(2020), actors=(), country_codes=("AM", "AZ"), status="denied", headline="A WAR"),
    event(4, Span.day(date(2022, 1, 2)).open_ended(), actors=("Russia", "CSTO"), country_codes=("NA",)),
    event(5, Span.day(DAY), evidence="Ein ÄRGER, 100% “sure”", actors=("Russia", "Russia"), country_codes=()),
    *(event(10 + n, Span.day(DAY), headline=h, actors=(h,), event_type=h) for n, h in enumerate(HOSTILE)),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A result of two partitions."""
    out = tmp_path_factory.mktemp("result")
    half = len(EVENTS) // 2
    done = []
    for key, events in (("0" * 24, EVENTS[:half]), ("1" * 24, EVENTS[half:])):
        table.write([extraction(*events)], events_file(out, key))
        done.append(Done(key, 1, len(events)))
    Manifest(table.Provenance(), tuple(done), complete=True).write(out)
    return out


@pytest.fixture(scope="module")
def opened(folder: Path) -> Iterator[store.Store]:
    with store.open(folder) as opened:
        yield opened


FRAME = table.frame([extraction(*EVENTS)])
Fits = Callable[[pd.Series], bool]

QUESTIONS: dict[str, tuple[Where, Fits]] = {
    "all": (Where(), lambda r: True),
    "from": (Where(start=date(2021, 6, 1)), lambda r: pd.isna(r.end) or r.end >= pd.Timestamp(2021, 6, 1)),
    "until": (Where(end=date(2021, 5, 15)), lambda r: r.start <= pd.Timestamp(2021, 5, 15)),
    "a country": (Where(countries=("KZ",)), lambda r: "KZ" in r.country_codes),
    "Namibia": (Where(countries=("NA",)), lambda r: "NA" in r.country_codes),
    "any country": (Where(countries=("RU", "AM")), lambda r: bool({"RU", "AM"} & {*r.country_codes})),
    "every country": (
        Where(countries=("RU", "KZ"), every=True),
        lambda r: {"RU", "KZ"} <= {*r.country_codes},
    ),
    "any actor": (Where(actors=("CSTO", "Armenia")), lambda r: bool({"CSTO", "Armenia"} & {*r.actors})),
    "every actor": (
        Where(actors=("CSTO", "Russia"), every=True),
        lambda r: {"CSTO", "Russia"} <= {*r.actors},
    ),
    "type": (Where(types=("CONSULT",)), lambda r: r.event_type == "CONSULT"),
    "status": (Where(statuses=("claimed", "denied")), lambda r: r.status in ("claimed", "denied")),
    "precision": (Where(precisions=("month", "year")), lambda r: r.precision in ("month", "year")),
    "text, any case": (Where(text="a war"), lambda r: "a war" in r.headline.lower()),
    "text, umlaut": (Where(text="ärger"), lambda r: "ärger" in r.evidence.lower()),
    "text with a wildcard": (Where(text="100%"), lambda r: "100%" in r.evidence),
    "confidence": (Where(confidence=0.5), lambda r: r.confidence >= 0.5),
    "article": (Where(article_id="b"), lambda r: False),
    "all together": (
        Where(date(2022, 1, 1), DAY, ("KZ",), ("CSTO",), statuses=("reported",), text="town"),
        lambda r: r.event_id == "e0",
    ),
    "nobody": (Where(actors=("",)), lambda r: False),
    **{
        f"hostile {n}": (
            Where(actors=(text,), types=(text.upper(),), text=text),
            lambda r, t=text: t in r.actors,
        )
        for n, text in enumerate(HOSTILE)
    },
    "injection": (Where(actors=("x' or '1'='1",), text="'; drop table event; --"), lambda r: False),
}


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_same_events_as_in_the_dataframe(name: str, opened: store.Store) -> None:
    where, fits = QUESTIONS[name]
    wanted = [row.event_id for row in FRAME.itertuples() if fits(row)]
    assert sorted(opened.frame(where)["event_id"]) == sorted(wanted)
    assert opened.count(where) == len(wanted)


def test_the_questions_find_something() -> None:
    found = sum(any(fits(row) for row in FRAME.itertuples()) for _, fits in QUESTIONS.values())
    assert found >= len(QUESTIONS) - 3


def test_rows_come_in_order_of_time_and_whole(opened: store.Store) -> None:
    frame = opened.frame()
    order = {event_id: n for n, event_id in enumerate(frame["event_id"])}
    assert [order[f"e{n}"] for n in (3, 2, 4, 1)] == [0, 1, 2, 3]
    both = [f.sort_values("event_id", ignore_index=True) for f in (frame, FRAME)]
    pd.testing.assert_frame_equal(*both)


def test_pages_make_the_whole(opened: store.Store) -> None:
    size = len(EVENTS)
    pages = [opened.frame(limit=7, offset=n) for n in range(0, size + 7, 7)]
    assert pd.concat(pages)["event_id"].tolist() == opened.frame()["event_id"].tolist()


def test_counts_of_values(opened: store.Store) -> None:
    assert opened.facet("actors", limit=2) == [("CSTO", 3), ("Russia", 3)]
    assert opened.facet("actors", Where(countries=("AM",))) == [("Armenia", 1)]
    assert dict(opened.facet("country_codes"))["AZ"] == 2
    assert dict(opened.facet("status")) == FRAME["status"].value_counts().to_dict()
    assert opened.facet("source") == [("Example News", len(EVENTS))]
    with pytest.raises(ValueError, match="'headline' is not one of actors"):
        opened.facet("headline")


def test_density_and_range(opened: store.Store) -> None:
    assert opened.density("year")[:2] == [(date(2020, 1, 1), 1), (date(2021, 1, 1), 1)]
    assert sum(count for _, count in opened.density("decade")) == len(EVENTS)
    assert opened.density("week", Where(statuses=("claimed",))) == [(date(2022, 1, 3), 1)]
    assert opened.range() == (date(2020, 1, 1), DAY)
    assert opened.range(Where(article_id="none")) is None
    with pytest.raises(ValueError, match="not one of day, week"):
        opened.density("x'); drop table event; --")  # type: ignore[arg-type]


def test_one_event(opened: store.Store) -> None:
    wanted = next(row for row in table.of_frame(FRAME) if row["event_id"] == "e2")
    assert opened.event("e2") == wanted
    assert opened.event("' or true --") is None


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(exclude_categories=("Cs",))), value=st.text())
def test_any_text_is_only_ever_a_value(text: str, value: str, opened: store.Store) -> None:
    where = Where(text=text, actors=(value.encode("utf-8", "replace").decode(),), article_id=text or None)
    assert opened.count(where) >= 0
    assert opened.count() == len(EVENTS)


def test_nothing_can_be_written(opened: store.Store) -> None:
    with pytest.raises(duckdb.Error, match="read-only"):
        opened._con.execute("delete from event")


def test_several_threads_may_ask(opened: store.Store) -> None:
    wheres = [where for where, _ in QUESTIONS.values()]
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(opened.count, wheres)) == [opened.count(where) for where in wheres]


def test_two_may_have_it_open(folder: Path, opened: store.Store) -> None:
    with store.open(folder) as other:
        assert other.count() == opened.count()


@pytest.mark.parametrize(
    "fault", [table.TableError("x", "cannot be written"), duckdb.IOException("read-only")]
)
def test_a_folder_that_cannot_be_written_can_be_read(
    fault: Exception, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The snapshot then lies among the temporary files."""
    result = tmp_path / "result"
    (result / "events").mkdir(parents=True)
    for path in (folder / "events").iterdir():
        (result / "events" / path.name).write_bytes(path.read_bytes())
    (result / "manifest.json").write_bytes((folder / "manifest.json").read_bytes())
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path / "tmp"))
    beside = store.snapshot.written_beside  # type: ignore[attr-defined]

    def refuse(path: Path):  # type: ignore[no-untyped-def]
        if path.parent == result:
            raise fault
        return beside(path)

    monkeypatch.setattr("timeline.store.snapshot.written_beside", refuse)
    with store.open(result) as opened:
        assert opened.count() == len(EVENTS)
    assert not list(result.glob(".snapshot-*"))
