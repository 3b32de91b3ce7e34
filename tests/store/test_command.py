"""The command line's ways into a folder and a digest."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from timeline import store, table
from timeline.cli.command import main
from timeline.table import parquet_io

TEXT = (
    "Police arrested three protesters in Almaty on January 7, 2022. Troops left the city on January 19, 2022."
)


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    return folder


def test_extract_into_a_folder_and_again(
    articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "result"
    assert main(["extract", str(articles), "-o", str(out), "--workers", "1"]) == 0
    with store.open(out) as opened:
        assert set(opened.frame()["edtf"]) == {"2022-01-07", "2022-01-19"}
    (articles / "b.jsonl").write_text("no json\n", encoding="utf-8")
    assert main(["extract", str(articles), "-o", str(out), "--workers", "1"]) == 1
    said = capsys.readouterr().err
    assert "b.jsonl, line 1: " in said
    assert "1 failure; 2 events from 1 article in" in said


def test_a_folder_that_cannot_be_ours(articles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(articles), "-o", str(articles), "--workers", "1"]) == 2
    assert "name a new or an empty folder" in capsys.readouterr().err
    assert [path.name for path in articles.iterdir()] == ["a.txt"]


def test_a_parquet_file_says_what_made_it(articles: Path, tmp_path: Path) -> None:
    path = tmp_path / "events.parquet"
    assert main(["extract", str(articles), "-o", str(path)]) == 0
    made = parquet_io.read_provenance(path)
    assert made is not None
    assert made.inputs == (table.Input("a.txt", table.sha256_of(TEXT)),)
    assert "3.8" in made.model


def test_digest(articles: Path, tmp_path: Path) -> None:
    out = tmp_path / "digest.json"
    assert main(["digest", str(articles), "--dates", "1", "--from", "2022-01-10", "-o", str(out)]) == 0
    told = json.loads(out.read_text(encoding="utf-8"))
    assert told == {"2022-01-19": ["Troops left the city on January 19, 2022."]}


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--dates", "0"], "not a number from 1 on"),
        (["--from", "10.1.2022"], "not a date such as 2022-01-10"),
    ],
)
def test_wrong_options_are_told(more: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["digest", "a.txt", "-o", "x.json", *more])
    assert end.value.code == 2
    assert said in capsys.readouterr().err


def test_a_range_the_wrong_way_round(capsys: pytest.CaptureFixture[str]) -> None:
    told = ["digest", "a.txt", "-o", "x.json", "--from", "2022-01-10", "--to", "2022-01-01"]
    assert main(told) == 2
    assert "exchange them" in capsys.readouterr().err


def test_no_article_no_digest(tmp_path: Path) -> None:
    out = tmp_path / "digest.json"
    assert main(["digest", str(tmp_path / "nowhere"), "-o", str(out)]) == 2
    assert not out.exists()
