"""The events table in files: what is written is read back, and what is wrong is told."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, example, given, settings

from tests.table.made import EXTRACTIONS, HOSTILE, event, extraction
from timeline import table
from timeline.model import Extraction
from timeline.table import cells, parquet_io, sidecar
from timeline.table import io as table_io

FORMATS = [".csv", ".jsonl", ".parquet"]
PROVENANCE = table.Provenance(
    (table.Input("a.txt", table.sha256_of("text")),),
    "en_core_web_sm 3.8.0",
    {"approx": False, "workers": 2},
    made=datetime(2022, 1, 10, 12, tzinfo=UTC),
)


def same(one: pd.DataFrame, other: pd.DataFrame) -> None:
    pd.testing.assert_frame_equal(one, other, check_exact=True)


@pytest.mark.parametrize("ending", FORMATS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=25)
@given(extractions=EXTRACTIONS)
@example(extractions=[])
@example(
    extractions=[extraction(*(event(n, headline=text, actors=(text,)) for n, text in enumerate(HOSTILE)))]
)
def test_what_is_written_is_read_back(ending: str, extractions: list[Extraction], tmp_path: Path) -> None:
    path = tmp_path / f"events{ending}"
    count = table.write(extractions, path)
    frame = table.frame(extractions)
    assert count == len(frame)
    same(table.read(path), frame)
    table.write_frame(table.read(path), path)
    same(table.read(path), frame)


@settings(max_examples=20, deadline=None)
@given(EXTRACTIONS)
def test_a_download_holds_the_bytes_of_the_file(extractions: list[Extraction]) -> None:
    frame = table.frame(extractions)
    data = table.csv_bytes(frame)
    assert data.startswith(b"\xef\xbb\xbfevent_id,start,end,clock,")
    text = io.TextIOWrapper(io.BytesIO(data), "utf-8-sig", newline="")
    same(table.csv_io.of_csv(text), frame)  # type: ignore[attr-defined]


@settings(max_examples=20, deadline=None)
@given(EXTRACTIONS)
def test_no_cell_runs_in_a_spreadsheet(extractions: list[Extraction]) -> None:
    text = table.csv_bytes(table.frame(extractions)).decode("utf-8-sig")
    for row in csv.DictReader(io.StringIO(text, newline="")):
        for name, cell in row.items():
            if name not in ("latitude", "longitude"):
                assert not cell.startswith(("=", "+", "-", "@", "\t", "\r")), (name, cell)


def test_numbers_dates_and_edtf_are_left_alone(tmp_path: Path) -> None:
    table.write(
        [extraction(event(latitude=-4.5, longitude=-71.05, country_codes=("NA",)))], tmp_path / "e.csv"
    )
    text = (tmp_path / "e.csv").read_bytes().decode("utf-8-sig")
    row = next(csv.DictReader(io.StringIO(text, newline="")))
    assert (row["latitude"], row["longitude"]) == ("-4.5", "-71.05")
    assert (row["start"], row["edtf"], row["country_codes"]) == ("2022-01-10", "2022-01-10", "NA")
    assert text.count("\r\n") == 2


@pytest.mark.parametrize(
    ("items", "cell"),
    [
        ((), ""),
        (("A",), "A"),
        (("A", "B"), "A; B"),
        (("A; B", "C"), "A\\; B; C"),
        (("back\\slash", "\\"), "back\\\\slash; \\\\"),
        ((" a", " b"), " a;  b"),
    ],
)
def test_a_list_is_one_cell(items: tuple[str, ...], cell: str) -> None:
    assert cells.join(items) == cell
    assert cells.split(cell) == items


def test_a_list_as_somebody_types_it() -> None:
    assert cells.split("A;B; C;") == ("A", "B", "C")


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_a_csv_that_a_spreadsheet_saved_again(delimiter: str, tmp_path: Path) -> None:
    frame = table.frame([extraction(event(headline="a;b\tc,d", actors=("A", "B")))])
    plain = io.StringIO(table.csv_bytes(frame).decode("utf-8-sig"), newline="")
    path = tmp_path / "again.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=delimiter, lineterminator="\n").writerows(csv.reader(plain))
    same(table.read(path), frame)


@pytest.mark.parametrize("ending", FORMATS)
def test_a_readers_own_column_stays(ending: str, tmp_path: Path) -> None:
    frame = table.frame([extraction(event(1), event(2))]).assign(notes=["=check", "seen"])
    frame["notes"] = frame["notes"].astype("str")
    table.write_frame(frame, tmp_path / f"e{ending}")
    same(table.read(tmp_path / f"e{ending}"), frame)


def test_columns_missing_from_an_older_file_are_empty(tmp_path: Path) -> None:
    frame = table.frame([extraction(event())])
    (tmp_path / "e.csv").write_bytes(table.csv_bytes(frame.drop(columns=["clock", "targets", "review"])))
    read = table.read(tmp_path / "e.csv")
    assert list(read.columns) == list(table.COLUMNS)
    assert read["clock"].isna().all()
    assert read["targets"].tolist() == [()]


def spoilt(name: str, cell: str) -> bytes:
    """A file of two rows, the second with one wrong cell, after a headline of two lines."""
    frame = table.frame([extraction(event(1, headline="two\nlines"), event(2))])
    rows = list(csv.reader(io.StringIO(table.csv_bytes(frame).decode("utf-8-sig"), newline="")))
    rows[2][rows[0].index(name)] = cell
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerows(rows)
    return buffer.getvalue().encode()


@pytest.mark.parametrize(
    ("name", "cell", "said"),
    [
        ("start", "10.01.2022", "is not a date such as 2022-01-10"),
        ("start", "2022-02-30", "no day of the calendar"),
        ("start", "", "is empty"),
        ("published", "1/10/22", "format the column as text"),
        ("confidence", "0,9", "not a number such as 0.95"),
        ("confidence", "inf", "not a number"),
        ("evidence_start", "1.5", "not a whole number"),
        ("precision", "minute", "not one of day, week"),
        ("status", "=1", "not one of reported"),
        ("evidences", "{oops", "not a JSON list"),
        ("evidences", '[{"article_id": "a"}]', "not a JSON list of tellings"),
        ("evidences", "3", "not a JSON list of tellings"),
    ],
)
def test_a_wrong_cell_is_named(name: str, cell: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_bytes(spoilt(name, cell))
    with pytest.raises(table.TableError, match=said) as fault:
        table.read(tmp_path / "mine.csv")
    assert str(fault.value).startswith(f"mine.csv, line 4, column {name}: ")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "not an events table"),
        (b"\x00\x01\xff\xfe", "not UTF-8"),
        ("event_id,start,precision,edtf\n1,2022-01-10,day".encode("utf-16"), "not UTF-8"),
        (b"a,b\n1,2\n", "no column event_id, start, precision, edtf"),
        (b"event_id,start,precision,edtf,start\n", "two columns 'start'"),
        (
            b"event_id,start,precision,edtf\n1,2022-01-10,day\n",
            "line 2: has 3 cells where the first line has 4",
        ),
        (
            b'event_id,start,precision,edtf\n"1"x,2022-01-10,day,2022-01-10\n',
            "line 2: is not well-formed CSV",
        ),
        (b'event_id,start,precision,edtf\n"1,2022-01-10,day,2022-01-10\n', "is not well-formed CSV"),
    ],
)
def test_a_file_that_is_no_table_says_so(content: bytes, said: str, tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_bytes(content)
    with pytest.raises(table.TableError, match=said):
        table.read(tmp_path / "mine.csv")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "line 2: is not a line of JSON"),
        ("[1]", "line 2: .* is not a JSON object"),
        ('{"event_id": "x"}', "line 2, column start: is empty"),
        ("[" * 100_000, "line 2"),
        ("start=10 January", "line 2"),
    ],
)
def test_a_wrong_json_line_is_named(line: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "mine.jsonl"
    table.write([extraction(event())], path)
    path.write_text(path.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")
    with pytest.raises(table.TableError, match=said):
        table.read(path)


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("start", 5, "not an ISO date"),
        ("actors", "A; B", "not a list of texts"),
        ("actors", [1], "not a list of texts"),
        ("confidence", "high", "not a number"),
        ("time_start", True, "not a whole number"),
        ("headline", {"a": 1}, "not text"),
        ("evidences", [3], "not a JSON list of tellings"),
    ],
)
def test_a_wrong_json_value_is_named(name: str, value: object, said: str, tmp_path: Path) -> None:
    path = tmp_path / "mine.jsonl"
    table.write([extraction(event())], path)
    record = json.loads(path.read_text(encoding="utf-8")) | {name: value}
    path.write_text(json.dumps(record), encoding="utf-8")
    with pytest.raises(table.TableError, match=f"line 1, column {name}: .*{said}"):
        table.read(path)


def test_json_lines_hold_lists_and_nulls(tmp_path: Path) -> None:
    table.write([extraction(event())], tmp_path / "e.jsonl")
    record = json.loads((tmp_path / "e.jsonl").read_text(encoding="utf-8"))
    assert list(record) == list(table.COLUMNS)
    assert record["actors"] == ["Troops"]
    assert record["clock"] is None
    assert record["evidences"][0]["published"] == "2022-01-10"


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda f: f.drop(columns="start"), "no column start"),
        (lambda f: f.assign(start="soon"), "column start: cannot be read as date32"),
        (lambda f: f.assign(status="maybe"), "column status: row 1 'maybe' is not one of"),
    ],
)
def test_a_wrong_parquet_file_says_so(spoil, said: str, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    spoil(table.frame([extraction(event())])).to_parquet(tmp_path / "e.parquet")
    with pytest.raises(table.TableError, match=said):
        table.read(tmp_path / "e.parquet")


def test_a_parquet_file_of_pandas_is_read(tmp_path: Path) -> None:
    frame = table.frame([extraction(event(1), event(2, clock="18:30"))])
    frame.to_parquet(tmp_path / "e.parquet")
    same(table.read(tmp_path / "e.parquet"), frame)


def test_what_is_no_parquet_says_so(tmp_path: Path) -> None:
    (tmp_path / "e.parquet").write_bytes(b"PAR1 no")
    with pytest.raises(table.TableError, match="not a Parquet file"):
        table.read(tmp_path / "e.parquet")


def test_other_endings_are_refused(tmp_path: Path) -> None:
    with pytest.raises(table.TableError, match=r"ends in \.xlsx; an events table ends in \.csv"):
        table.write([], tmp_path / "e.xlsx")


@pytest.mark.parametrize("ending", FORMATS)
def test_a_failure_on_the_way_leaves_the_old_file(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"e{ending}"
    table.write([extraction(event())], path)
    before = path.read_bytes()

    def broken() -> Iterator[Extraction]:
        yield extraction(event(2))
        raise RuntimeError("the parser fell over")

    with pytest.raises(RuntimeError):
        table.write(broken(), path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "e.csv").mkdir()
    with pytest.raises(table.TableError, match=r"e\.csv: cannot be written"):
        table.write([], tmp_path / "e.csv")


def test_parquet_carries_what_made_it(tmp_path: Path) -> None:
    path = tmp_path / "e.parquet"
    table.write([extraction(event())], path, PROVENANCE)
    assert parquet_io.read_provenance(path) == PROVENANCE
    described = pq.read_schema(path).field("edtf").metadata
    assert described[b"description"].startswith(b"The date in EDTF")


@pytest.mark.parametrize("ending", [".csv", ".jsonl"])
def test_a_file_beside_the_table_says_what_made_it(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"e{ending}"
    table_io.write([extraction(event())], path, PROVENANCE)
    assert sidecar.read_sidecar(path) == PROVENANCE
    told = json.loads((tmp_path / f"e{ending}-metadata.json").read_text(encoding="utf-8"))
    assert told["@context"] == "http://www.w3.org/ns/csvw"
    assert told["url"] == path.name


def test_provenance_in_words() -> None:
    assert PROVENANCE.sentences()[1:3] == [
        "Made on 2022-01-10 at 12:00 UTC.",
        "Settings: approx off, workers 2.",
    ]
    assert PROVENANCE.sentences()[-1].startswith(
        "Read from a.txt (SHA-256 982d9e3eb996f559e633f4d194def3761d"
    )
