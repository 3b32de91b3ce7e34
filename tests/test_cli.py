"""The command line: what it writes, what it says, how it ends; and input that is bad in every way."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from timeline import table
from timeline.cli import main

TEXT = "Police arrested three protesters in Almaty on January 7, 2022. Troops left the city on Monday."


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def annotated(path: Path, *options: str, status: int = 0) -> list[dict[str, Any]]:
    out = path.with_name("annotations.jsonl")
    assert main(["annotate", str(path), *options, "-o", str(out)]) == status
    return [json.loads(line) for line in out.read_text("utf-8").splitlines()]


def test_annotate_writes_what_the_contract_says(article: Path) -> None:
    (record,) = annotated(article)
    assert list(record) == ["id", "published", "published_reason", "timexes", "places", "actors"]
    assert record["id"] == "a"
    first = record["timexes"][0]
    assert (
        first.items()
        >= {
            "start": TEXT.index("January"),
            "end": TEXT.index("2022") + 4,
            "text": "January 7, 2022",
            "type": "DATE",
            "value": "2022-01-07",
            "from": "2022-01-07",
            "to": "2022-01-07",
            "precision": "day",
        }.items()
    )
    assert first["reason"]
    almaty = next(place for place in record["places"] if place["text"] == "Almaty")
    assert almaty == {
        "start": TEXT.index("Almaty"),
        "end": TEXT.index("Almaty") + 6,
        "text": "Almaty",
        "name": "Almaty",
        "country": "KZ",
    }
    for actor in record["actors"]:
        assert list(actor) == ["start", "end", "text", "name", "kind", "country"]
        assert TEXT[actor["start"] : actor["end"]] == actor["text"]


def test_what_has_no_place_on_the_calendar_has_none(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("It lasted three days.", encoding="utf-8")
    (record,) = annotated(path, "--only", "timexes")
    (found,) = record["timexes"]
    assert (found["type"], found["from"], found["to"], found["precision"]) == ("DURATION", None, None, None)
    assert "mod" not in found


@pytest.mark.parametrize("only", ["timexes", "places", "actors"])
def test_annotate_only_one_list(article: Path, only: str) -> None:
    (record,) = annotated(article, "--only", only)
    assert list(record) == ["id", "published", "published_reason", only]


def test_annotate_without_an_output_file_writes_lines_to_standard_output(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["annotate", str(article), "--only", "timexes"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert json.loads(line)["id"] == "a"


def test_annotating_times_loads_neither_the_language_model_nor_pandas(article: Path) -> None:
    code = (
        "import sys; from timeline.cli import main\n"
        f"assert main(['annotate', {str(article)!r}, '--only', 'timexes', '-o', {os.devnull!r} + 'x']) == 0\n"
        "heavy = {'spacy', 'thinc', 'pandas', 'pyarrow', 'numpy', 'streamlit', 'plotly'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    ).replace(f"{os.devnull!r} + 'x'", repr(str(article.with_name("o.jsonl"))))
    article.write_text((TEXT + " It was the first of the days that they had all been waiting for. ") * 3)
    subprocess.run([sys.executable, "-c", code], check=True)


def test_extract_writes_a_table_that_reads_back(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for ending in (".csv", ".jsonl", ".parquet"):
        out = article.with_name(f"events{ending}")
        assert main(["extract", str(article), "-o", str(out)]) == 0
        frame = table.read(out)
        assert list(frame.columns) == list(table.COLUMNS)
        assert "2022-01-07" in set(frame["edtf"])
        assert "from 1 article in" in capsys.readouterr().err


def test_what_made_a_csv_stands_beside_it(article: Path) -> None:
    out = article.with_name("events.csv")
    assert main(["extract", str(article), "-o", str(out)]) == 0
    told = json.loads(out.with_name("events.csv-metadata.json").read_text(encoding="utf-8"))
    made = told["timeline:provenance"]
    assert told["url"] == "events.csv"
    assert made["inputs"] == [{"name": "a.txt", "sha256": table.sha256_of(article)}]
    assert made["model"]
    assert made["settings"] == {"approx": False}


def test_the_module_runs_as_the_command_does(article: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "timeline", "annotate", str(article), "--only", "timexes"],
        capture_output=True,
        check=True,
    )
    assert json.loads(done.stdout)["id"] == "a"
    assert done.stderr == b""


def test_some_inputs_failed_and_the_rest_is_done(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = article.with_name("missing.txt")
    out = article.with_name("events.csv")
    assert main(["extract", str(missing), str(article), "-o", str(out)]) == 1
    said = capsys.readouterr().err
    assert f"{missing}: there is no such file or folder" in said
    assert "1 input failed" in said
    assert len(table.read(out)) >= 1


NOTHING_DONE = [
    (["missing.txt"], "events.csv", "there is no such file or folder"),
    (["a.txt"], "events.xls", "must end in .csv, .jsonl or .parquet"),
    (["empty.jsonl"], "events.csv", "no article in"),
    (["a.txt"], "a.txt/events.csv", "cannot be written"),
]


@pytest.mark.parametrize(("inputs", "output", "sentence"), NOTHING_DONE)
def test_nothing_could_be_done(
    article: Path, inputs: list[str], output: str, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    article.with_name("empty.jsonl").write_text("\n\n")
    before = sorted(path.name for path in article.parent.iterdir())
    paths = [str(article.with_name(name)) for name in inputs]
    assert main(["extract", *paths, "-o", str(article.parent / output)]) == 2
    said = capsys.readouterr().err
    assert sentence in said
    assert "Traceback" not in said
    assert len(said.strip().splitlines()) == 1
    assert sorted(path.name for path in article.parent.iterdir()) == before


def test_a_missing_model_ends_the_run_with_what_to_do(
    article: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from timeline.language import model

    def missing() -> None:
        raise model.ModelMissing(
            "the English language model is not installed; install it with: pip install x"
        )

    monkeypatch.setattr(model, "load", missing)
    out = article.with_name("events.csv")
    assert main(["extract", str(article), "-o", str(out)]) == 2
    assert "install it with: pip install" in capsys.readouterr().err
    assert not out.exists()
    assert annotated(article, "--only", "timexes")[0]["timexes"]


def test_one_odd_article_does_not_cost_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from timeline import timex

    path = tmp_path / "n.jsonl"
    path.write_text('{"id": "odd", "text": "X"}\n{"id": "fine", "text": "Y"}\n')
    recognise = timex.recognise

    def breaks(article: Any) -> Any:
        if article.id == "odd":
            raise ZeroDivisionError("division by zero")
        return recognise(article)

    monkeypatch.setattr(timex, "recognise", breaks)
    assert [record["id"] for record in annotated(path, "--only", "timexes", status=1)] == ["fine"]
    assert "odd: could not be worked through (ZeroDivisionError" in capsys.readouterr().err


def test_wrong_words_on_the_command_line_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    for words in ([], ["extract"], ["annotate", "a.txt", "--only", "dates"], ["dance"]):
        with pytest.raises(SystemExit) as ended:
            main(words)
        assert ended.value.code == 2
        assert "timeline" in capsys.readouterr().err


FUTURE = (date.today() + timedelta(days=500)).isoformat()
# Bad input that is read all the same: its bytes, and how many rows it must give at least.
ODD = {
    "empty.txt": (b"", 0),
    "only-mark.txt": (b"\xef\xbb\xbf", 0),
    "only-chrome.txt": (b"XS\nSM\nMD\nLG\nShare this article\nRead more\n", 0),
    "no-date.txt": (b"Troops left the city. Nobody knows when they will come back.", 0),
    "utf-16.txt": (TEXT.encode("utf-16"), 1),
    "latin-1.txt": (f"{TEXT} Das erkl\xe4rte der Pr\xe4sident in K\xf6ln. ".encode("latin-1"), 1),
    "windows.txt": (TEXT.replace(". ", ".\r\n\r\n").encode(), 1),
    "html.txt": (f"<p onclick='x()'>{TEXT}</p><script>alert(1)</script>".encode(), 1),
    "markdown.txt": (f"# Head\n\n* **{TEXT}**\n\n[x](javascript:alert(1))".encode(), 1),
    "formula.txt": (f'=HYPERLINK("http://e.org","x")\n\n{TEXT}'.encode(), 1),
    "future.jsonl": (json.dumps({"text": TEXT, "published": FUTURE}).encode(), 1),
    "surrogate.jsonl": (b'{"text": "' + TEXT.encode() + b' \\ud800 \\udfff."}', 1),
    "right-to-left.txt": ("قال الرئيس يوم 7 يناير 2022 إن القوات ستغادر البلاد.".encode(), 0),
    "one-line.txt": (b"The troops left the city and nobody saw it. " * 2000, 0),
}


@pytest.mark.parametrize("name", ODD)
def test_odd_input_gives_a_well_formed_table(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    data, rows = ODD[name]
    path = tmp_path / name
    path.write_bytes(data)
    out = tmp_path / "events.csv"
    assert main(["extract", str(path), "-o", str(out)]) == 0
    frame = table.read(out)
    assert list(frame.columns) == list(table.COLUMNS)
    assert len(frame) >= rows
    assert "Traceback" not in capsys.readouterr().err


def test_a_date_in_the_future_is_questioned(tmp_path: Path) -> None:
    path = tmp_path / "future.jsonl"
    path.write_bytes(ODD["future.jsonl"][0])
    (record,) = annotated(path, "--only", "timexes")
    assert record["published"] == FUTURE
    assert "it lies in the future, so check it" in record["published_reason"]


def test_without_a_date_nothing_is_counted_from_today(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Troops left the city on Monday and came back yesterday.", encoding="utf-8")
    (record,) = annotated(path, "--only", "timexes")
    assert record["published"] is None
    assert record["timexes"]
    assert all(found["from"] is None for found in record["timexes"])


@pytest.mark.parametrize("name", ["binary.txt", "image.txt"])
def test_what_is_no_text_is_refused_in_one_sentence(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / name
    path.write_bytes(bytes(range(256)) * 100 if name == "binary.txt" else b"\x89PNG\r\n\x1a\n\x00")
    assert main(["extract", str(path), "-o", str(tmp_path / "events.csv")]) == 2
    said = capsys.readouterr().err
    assert "save its text as a .txt file in UTF-8 first" in said
    assert len(said.splitlines()) == 1


def test_ten_megabytes_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(b"word " * 2_000_000 + TEXT.encode())
    (record,) = annotated(path, "--only", "timexes")
    assert "2022-01-07" in [found["value"] for found in record["timexes"]]


def test_a_hundred_thousand_weekdays(tmp_path: Path) -> None:
    """The whole pass; that each weekday is found and dated is counted in the tests of time expressions."""
    path = tmp_path / "days.txt"
    path.write_text("Monday Tuesday Wednesday Thursday Friday " * 20_000, encoding="utf-8")
    out = tmp_path / "events.jsonl"
    assert main(["extract", str(path), "-o", str(out)]) == 0
    assert list(table.read(out).columns) == list(table.COLUMNS)
