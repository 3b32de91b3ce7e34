"""Bulk runs: the folder holds what one article after the other would give, however often it stopped."""

from __future__ import annotations

import gzip
import json
import shutil
from datetime import date
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest
from hypothesis import given

from tests.table.made import ARTICLES
from tests.table.made import event as made_event
from timeline import reading, store, table
from timeline.dates import Span
from timeline.model import Article, Extraction, LeftOut, Telling, Timex, Zone
from timeline.reading import Failure
from timeline.store import bulk, inputs, partition
from timeline.table.files import written_beside

calls: list[str] = []


def extract(article: Article, *, approx: bool = False) -> Extraction:
    """Stands for the pipeline: an event a word "happened"; "crash" raises."""
    calls.append(article.id)
    if "crash" in article.text:
        raise RecursionError("too deep")
    events = tuple(
        made_event(
            n,
            Span.day(date(2022, 1, 1 + n)),
            event_id=f"{article.id}/{n}",
            tellings=(Telling(article.id, 0, 5, article.source, article.published),),
            status="planned" if approx else "reported",
        )
        for n in range(article.text.count("happened"))
    )
    left = LeftOut(Timex(0, 4, "days", "DURATION", "PXD"), "a duration")
    return Extraction(article, events=events, left_out=(left,))


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """The store's own work is what these tests are about; the one with the real pipeline takes this back."""
    calls.clear()
    monkeypatch.setattr("timeline.store.work.pipeline.extract", extract)
    monkeypatch.setattr("timeline.store.bulk.model_name", lambda: "model 1")
    monkeypatch.setattr("timeline.store.bulk.code_digest", lambda: "code 1")
    monkeypatch.setattr(partition, "SMALLEST", 100)
    monkeypatch.setattr(partition, "LARGEST", 400)


def articles(folder: Path, *numbers: int) -> Path:
    folder.mkdir(exist_ok=True)
    for n in numbers:
        text = f"Article {n}. " + "It happened. " * (n % 3) + "x" * 40
        (folder / f"a{n:03}.txt").write_text(text, encoding="utf-8")
    return folder


def run(folder: Path | list[Path], out: Path, **told: object) -> store.Manifest:
    given = folder if isinstance(folder, list) else [folder]
    return store.run(given, out, **{"workers": 1, **told})  # type: ignore[arg-type]


def expected(folder: Path) -> pd.DataFrame:
    read = [a for a in reading.read(folder) if isinstance(a, Article)]
    return table.frame([extract(a) for a in read])


def ids(frame: pd.DataFrame) -> list[str]:
    return sorted(frame["event_id"])


def test_a_folder_holds_what_the_articles_give(tmp_path: Path) -> None:
    folder = articles(tmp_path / "in", *range(40))
    out = tmp_path / "out"
    result = run(folder, out)
    assert len(result.partitions) > 3
    assert (result.articles, result.events, result.failures) == (40, 39, ())
    with store.open(out) as opened:
        assert ids(opened.frame()) == ids(expected(folder))
        assert opened.frame().dtypes.equals(table.empty().dtypes)
        assert opened.frame()["start"].is_monotonic_increasing
    assert sorted(p.name for p in out.iterdir() if not p.name.startswith(".")) == [
        "articles",
        "events",
        "manifest.json",
    ]
    every = pd.concat(table.read(path) for path in sorted((out / "events").iterdir()))
    assert ids(every) == ids(expected(folder))


def test_the_manifest_says_what_made_it(tmp_path: Path) -> None:
    folder = articles(tmp_path / "in", 1)
    run(folder, tmp_path / "out", approx=True)
    told = json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))
    digest = table.sha256_of(folder / "a001.txt")
    assert told["inputs"] == [{"name": "a001.txt", "sha256": digest}]
    assert (told["model"], told["settings"], told["complete"]) == ("model 1", {"approx": True}, True)
    assert (told["articles"], told["events"], told["failures"]) == (1, 1, [])


def test_an_article_keeps_its_text_and_what_was_left_out(tmp_path: Path) -> None:
    folder = articles(tmp_path / "in", 1)
    run(folder, tmp_path / "out")
    with store.open(tmp_path / "out") as opened:
        article = opened.article("a001")
        assert article is not None
        assert article["text"] == (folder / "a001.txt").read_text(encoding="utf-8")
        assert article["left_out"] == [{"start": 0, "end": 4, "text": "days", "reason": "a duration"}]
        assert opened.article("no such article") is None


def test_a_second_run_does_nothing_again(tmp_path: Path) -> None:
    folder, out = articles(tmp_path / "in", *range(20)), tmp_path / "out"
    first = run(folder, out)
    files = {p: p.stat().st_mtime_ns for p in out.rglob("*.parquet")}
    manifest = (out / "manifest.json").read_bytes()
    calls.clear()
    assert run(folder, out) == first
    assert calls == []
    assert {p: p.stat().st_mtime_ns for p in out.rglob("*.parquet")} == files
    assert (out / "manifest.json").read_bytes() == manifest


def test_a_run_goes_on_where_it_was_interrupted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, out = articles(tmp_path / "in", *range(40)), tmp_path / "out"

    def interrupted(article: Article, *, approx: bool = False) -> Extraction:
        if len(calls) == 25:
            raise KeyboardInterrupt
        return extract(article, approx=approx)

    monkeypatch.setattr("timeline.store.work.pipeline.extract", interrupted)
    with pytest.raises(KeyboardInterrupt):
        run(folder, out)
    assert not list(out.glob(".work-*"))
    assert not list(out.rglob("*.part"))
    with pytest.raises(store.StoreError, match="has not finished"):
        store.open(out)
    monkeypatch.setattr("timeline.store.work.pipeline.extract", extract)
    before = len(calls)
    run(folder, out)
    assert len(calls) - before < 30
    with store.open(out) as opened:
        assert ids(opened.frame()) == ids(expected(folder))


def test_new_articles_leave_most_of_the_work_alone(tmp_path: Path) -> None:
    folder, out = articles(tmp_path / "in", *range(1, 60)), tmp_path / "out"
    run(folder, out)
    calls.clear()
    articles(folder, 0)
    result = run(folder, out)
    assert result.articles == 60
    assert "a000" in calls
    assert len(calls) < 30
    assert len(list((out / "events").iterdir())) == len(result.partitions)
    with store.open(out) as opened:
        assert ids(opened.frame()) == ids(expected(folder))


def test_other_settings_are_other_work(tmp_path: Path) -> None:
    folder, out = articles(tmp_path / "in", 1, 2), tmp_path / "out"
    run(folder, out)
    with store.open(out) as opened:
        assert opened.facet("status") == [("reported", 3)]
    run(folder, out, approx=True)
    with store.open(out) as opened:
        assert opened.facet("status") == [("planned", 3)]
    assert len(list(out.glob(".snapshot-*"))) == 1


def test_a_changed_rule_is_other_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, out = articles(tmp_path / "in", 1), tmp_path / "out"
    run(folder, out)
    calls.clear()
    monkeypatch.setattr("timeline.store.bulk.code_digest", lambda: "changed")
    run(folder, out)
    assert calls == ["a001"]


def test_a_removed_file_that_is_no_longer_given_is_asked_about(tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(articles(tmp_path / "in", 1, 2), out)
    other = articles(tmp_path / "other", 3)
    with pytest.raises(store.StoreError, match=r"result of other inputs \(a001.txt and 1 more\): give these"):
        run(other, out)
    with store.open(out) as opened:
        assert opened.count() == 3


def test_one_bad_article_takes_no_other_with_it(tmp_path: Path) -> None:
    folder = articles(tmp_path / "in", 1, 2)
    (folder / "bad.txt").write_text("This will crash. It happened.", encoding="utf-8")
    (folder / "empty.jsonl").write_text('{"id": 1}\nnot json\n', encoding="utf-8")
    seen: list[store.Progress] = []
    result = run(folder, tmp_path / "out", progress=seen.append)
    assert (result.articles, result.events, len(result.failures)) == (3, 3, 3)
    crash = next(f for f in result.failures if f.startswith("article bad"))
    assert crash == "article bad: could not be extracted (RecursionError: too deep)"
    assert sum("empty.jsonl, line" in f for f in result.failures) == 2
    assert seen[-1] == store.Progress(3, 3, 3)
    calls.clear()
    assert run(folder, tmp_path / "out").failures == result.failures
    assert calls == []


def test_articles_of_one_id_all_have_their_rows(tmp_path: Path) -> None:
    one, two = articles(tmp_path / "one", 1), articles(tmp_path / "two", 1, 2)
    run([one, two], tmp_path / "out")
    with store.open(tmp_path / "out") as opened:
        assert opened.frame()["article_id"].value_counts().to_dict() == {"a001": 1, "a001~2": 1, "a002": 2}


def test_no_articles_is_an_empty_result(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    result = run(tmp_path / "in", tmp_path / "out")
    assert (result.articles, len(result.failures)) == (0, 1)
    with store.open(tmp_path / "out") as opened:
        assert opened.count() == 0
        assert opened.range() is None
        assert opened.frame().dtypes.equals(table.empty().dtypes)
        assert opened.article("a") is None


@pytest.mark.parametrize("spoil", ["delete", "truncate"])
def test_a_lost_file_is_made_again(spoil: str, tmp_path: Path) -> None:
    folder, out = articles(tmp_path / "in", 1, 2), tmp_path / "out"
    run(folder, out)
    for path in (out / "articles").iterdir():
        if spoil == "delete":
            path.unlink()
        else:
            path.write_bytes(path.read_bytes()[:100])
    run(folder, out)
    with store.open(out) as opened:
        assert opened.article("a001") is not None


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "thesis.doc").write_text("mine", encoding="utf-8")
    with pytest.raises(store.StoreError, match="not a result of Timeline: name a new or an empty folder"):
        run(articles(tmp_path / "in", 1), tmp_path / "out")
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(store.StoreError, match="not a result of Timeline"):
        run(tmp_path / "in", tmp_path / "file")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "not a manifest that Timeline wrote"),
        ("[]", "not a manifest"),
        ('{"format": 99, "version": "9.0"}', r"another version of Timeline \(9.0\)"),
    ],
)
def test_a_strange_manifest_says_so(content: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text(content, encoding="utf-8")
    with pytest.raises(store.StoreError, match=said):
        store.open(tmp_path)
    with pytest.raises(store.StoreError, match=said):
        run(tmp_path, tmp_path)


def test_a_folder_without_a_result_says_so(tmp_path: Path) -> None:
    with pytest.raises(store.StoreError, match="not a result of Timeline: it has no manifest"):
        store.open(tmp_path)
    with pytest.raises(store.StoreError, match="not a result of Timeline"):
        store.open(tmp_path / "nowhere")


def test_a_result_that_lost_its_events_says_so(tmp_path: Path) -> None:
    run(articles(tmp_path / "in", 1), tmp_path / "out")
    shutil.rmtree(tmp_path / "out" / "events")
    with pytest.raises(store.StoreError, match=r"cannot be opened .* run the extraction again"):
        store.open(tmp_path / "out")


def test_every_file_that_is_read_is_hashed(tmp_path: Path) -> None:
    """What reading takes from a folder and what the manifest names are the same files."""
    text = "It happened."
    line = json.dumps({"text": text})
    for name in ("a.txt", "b.TEXT", "c.jsonl", "d.ndjson", "sub/e.txt", ".hidden.txt", ".git/f.txt", "g.pdf"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(line if name.endswith("json") or name.endswith("jsonl") else text, encoding="utf-8")
    (tmp_path / "h.jsonl.gz").write_bytes(gzip.compress(line.encode()))
    (tmp_path / "i.ndjson.gz").write_bytes(gzip.compress(line.encode()))
    read = list(reading.read(tmp_path))
    assert not [r for r in read if isinstance(r, Failure)]
    names = [i.name for i in inputs.inputs_of([tmp_path])]
    assert names == ["a.txt", "b.TEXT", "c.jsonl", "d.ndjson", "h.jsonl.gz", "i.ndjson.gz", "sub/e.txt"]
    assert len(read) == len(names)
    assert inputs.inputs_of([tmp_path / "g.pdf"])[0].name == "g.pdf"
    assert inputs.inputs_of([tmp_path / "missing.txt"]) == ()


def test_the_code_has_a_digest_without_its_pages(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Made of rules and code, not of what only shows the rows."""
    package = tmp_path / "timeline"
    for name in ("store/inputs.py", "timex/grammar.py", "language/en/timex.toml", "pages/take.py", "x.pyc"):
        (package / name).parent.mkdir(parents=True, exist_ok=True)
        (package / name).write_text("1", encoding="utf-8")
    monkeypatch.setattr(inputs, "__file__", str(package / "store" / "inputs.py"))
    digests = {inputs.code_digest()}
    for name in ("pages/take.py", "x.pyc"):
        (package / name).write_text("2", encoding="utf-8")
        assert inputs.code_digest() in digests
    for name in ("timex/grammar.py", "language/en/timex.toml"):
        (package / name).write_text("2", encoding="utf-8")
        assert inputs.code_digest() not in digests
        digests.add(inputs.code_digest())


@given(ARTICLES)
def test_an_article_comes_back_from_its_line(article: Article) -> None:
    line = partition.encode(article)
    assert "\n" not in line
    assert line.isascii()
    assert partition.decode(line) == article


def test_zones_come_back_from_a_line() -> None:
    article = Article("a", "Title. Text \ud800", zones=(Zone(0, 6, "title"),), published=date(1, 1, 1))
    assert partition.decode(partition.encode(article)) == article


def test_left_overs_of_killed_runs_are_removed(tmp_path: Path) -> None:
    folder, out = articles(tmp_path / "in", 1), tmp_path / "out"
    run(folder, out)
    (out / "events" / ".part-x.parquet.0123.part").write_bytes(b"half")
    (out / "events" / "part-old.parquet").write_bytes(b"stale")
    run(folder, out)
    assert len(list((out / "events").iterdir())) == 1


def test_workers_and_the_real_pipeline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two processes give the rows that this process gives."""
    monkeypatch.undo()
    monkeypatch.setattr(partition, "SMALLEST", 100)
    monkeypatch.setattr(partition, "LARGEST", 150)
    folder = tmp_path / "in"
    folder.mkdir()
    records = [
        {
            "id": f"r{n}",
            "published": "2022-01-10",
            "text": f"Police arrested {n + 3} protesters in Almaty on Friday. {'It was quiet. ' * 8}",
        }
        for n in range(4)
    ]
    (folder / "r.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    result = store.run([folder], tmp_path / "out", workers=2)
    assert result.failures == ()
    assert len(result.partitions) > 1
    from timeline import pipeline

    read = [a for a in reading.read(folder) if isinstance(a, Article)]
    alone = table.frame(pipeline.extract_all(read))
    assert len(alone) >= 4
    with store.open(tmp_path / "out") as opened:
        both = opened.frame().sort_values("event_id", ignore_index=True)
    pd.testing.assert_frame_equal(both, alone.sort_values("event_id", ignore_index=True))
    told = pq.read_schema(next((tmp_path / "out" / "articles").iterdir())).metadata
    assert bulk.work.DONE in told


def test_files_appear_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "sub" / "file.txt"

    def half() -> None:
        with written_beside(path) as beside:
            beside.write_text("half", encoding="utf-8")
            raise RuntimeError

    with written_beside(path) as beside:
        beside.write_text("new", encoding="utf-8")
        assert not path.exists()
    assert path.read_text(encoding="utf-8") == "new"
    with pytest.raises(RuntimeError):
        half()
    assert path.read_text(encoding="utf-8") == "new"
    assert [p.name for p in path.parent.iterdir()] == ["file.txt"]
