"""Files and folders → articles; what cannot be read → one clear sentence, and the rest goes on."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from timeline.model import Article
from timeline.reading import Failure, read, read_all


def articles(found: Iterator[Article | Failure]) -> list[Article]:
    both = list(found)
    assert not [item for item in both if isinstance(item, Failure)]
    return [item for item in both if isinstance(item, Article)]


def failure(found: Iterator[Article | Failure]) -> Failure:
    (item,) = found
    assert isinstance(item, Failure)
    return item


def test_a_text_file_is_one_article_named_after_it(tmp_path: Path) -> None:
    path = tmp_path / "a.b.txt"
    path.write_bytes("\ufeffOne.\r\nTwo.\r\n".encode())
    (article,) = articles(read(path))
    assert (article.id, article.text) == ("a.b", "One.\r\nTwo.\r\n")


def test_a_folder_gives_its_files_by_their_paths_below_it(tmp_path: Path) -> None:
    (tmp_path / "2022" / "jan").mkdir(parents=True)
    (tmp_path / "2022" / "jan" / "b.txt").write_text("B.")
    (tmp_path / "a.TXT").write_text("A.")
    (tmp_path / ".hidden.txt").write_text("H.")
    (tmp_path / "c.pdf").write_text("C.")
    (tmp_path / "d.jsonl").write_text('{"id": "x", "text": "X."}\n')
    assert [article.id for article in articles(read(tmp_path))] == ["a", "x", "2022/jan/b"]


@pytest.mark.parametrize("packed", [False, True])
def test_json_lines_plain_or_gzipped(tmp_path: Path, packed: bool) -> None:
    record = {
        "id": "n1",
        "title": "T",
        "published": "2022-01-10T23:30:00-05:00",
        "url": "https://e.org/1",
        "source": "E",
        "language": "en",
        "text": "He left.",
    }
    data = (json.dumps(record) + "\n\n" + json.dumps({"text": "No more."}) + "\n").encode()
    path = tmp_path / ("n.jsonl.gz" if packed else "n.jsonl")
    path.write_bytes(gzip.compress(data) if packed else data)
    first, second = articles(read(path))
    assert (first.id, first.title, first.url, first.source, first.language) == (
        "n1",
        "T",
        "https://e.org/1",
        "E",
        "en",
    )
    assert (first.published, first.published_reason) == (date(2022, 1, 10), "given with the article")
    assert (second.id, second.published, second.published_reason) == ("n:3", None, "")


def test_a_text_may_look_like_anything(tmp_path: Path) -> None:
    text = '=HYPERLINK("http://e.org","x")\n<script>alert(1)</script>\n# Head\n{"text": 1}\n'
    path = tmp_path / "odd.txt"
    path.write_text(text)
    assert articles(read(path))[0].text == text


BAD_LINES = [
    ("{", None, "not valid JSON"),
    ("[" * 100_000, None, "not valid JSON"),
    ("[1]", None, "not a JSON object"),
    ('{"id": "a"}', "text", 'has no field "text"'),
    ('{"text": 5}', "text", "holds a number, not text"),
    ('{"text": null}', "text", "holds null, not text"),
]


@pytest.mark.parametrize(("line", "field", "sentence"), BAD_LINES, ids=lambda value: str(value)[:20])
def test_a_bad_line_is_told_and_the_rest_goes_on(
    tmp_path: Path, line: str, field: str | None, sentence: str
) -> None:
    path = tmp_path / "n.jsonl"
    path.write_text(f'{{"id": "1", "text": "A."}}\n{line}\n{{"id": "3", "text": "C."}}\n')
    first, bad, third = read(path)
    assert isinstance(first, Article)
    assert isinstance(third, Article)
    assert isinstance(bad, Failure)
    assert (bad.line, bad.field) == (2, field)
    assert sentence in bad.sentence
    assert bad.sentence.startswith(f"{path}, line 2: ")


def test_a_date_that_is_none_costs_no_article(tmp_path: Path) -> None:
    path = tmp_path / "n.jsonl"
    path.write_text('{"text": "A.", "published": "10/01/2022"}\n{"text": "B.", "published": 2022}\n')
    for article in articles(read(path)):
        assert article.published is None
        assert "is no ISO date such as 2022-01-10" in article.published_reason


@pytest.mark.parametrize(
    ("told", "language"), [("en-GB", "en"), ("EN", "en"), ("English", "en"), ("fr", "fr"), (5, "en")]
)
def test_a_language_is_read_as_iso_639_1_or_detected(tmp_path: Path, told: object, language: str) -> None:
    text = "The troops left the city on Monday and said that they would not come back before the new year."
    path = tmp_path / "n.jsonl"
    path.write_text(json.dumps({"text": text, "language": told}))
    assert articles(read(path))[0].language == language


def test_an_id_that_comes_again_is_made_another(tmp_path: Path) -> None:
    path = tmp_path / "n.jsonl"
    path.write_text("".join(f'{{"id": "{name}", "text": "A."}}\n' for name in ("x", "x", "x~2", "x")))
    found = articles(read_all([path, path]))
    ids = [article.id for article in found]
    assert ids[:4] == ["x", "x~2", "x~2~2", "x~3"]
    assert len(set(ids)) == 8


def test_a_lone_surrogate_keeps_every_offset(tmp_path: Path) -> None:
    path = tmp_path / "n.jsonl"
    path.write_text('{"id": "\\ud800", "text": "a\\ud83db\\ud83d\\ude00c"}\n')
    (article,) = articles(read(path))
    assert article.text == "a\ufffdb😀c"
    article.id.encode()


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "utf-16-be"])
def test_json_lines_in_other_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "n.jsonl"
    mark = "\ufeff" if encoding == "utf-16-be" else ""
    path.write_bytes(f'{mark}{{"text": "Zoë ਊ"}}\n{{"text": "B"}}\n'.encode(encoding))
    assert [article.text for article in articles(read(path))] == ["Zoë ਊ", "B"]


def test_a_missing_input_and_an_empty_folder_say_so(tmp_path: Path) -> None:
    assert "there is no such file or folder" in failure(read(tmp_path / "none.txt")).sentence
    assert "holds no .txt, .jsonl or .jsonl.gz file" in failure(read(tmp_path)).sentence


def test_a_broken_archive_gives_what_it_holds_and_says_so(tmp_path: Path) -> None:
    lines = b"".join(json.dumps({"id": str(n), "text": "A. " * 50}).encode() + b"\n" for n in range(2000))
    path = tmp_path / "n.jsonl.gz"
    path.write_bytes(gzip.compress(lines)[:-200])
    *before, last = read(path)
    assert isinstance(last, Failure)
    assert "cannot be read" in last.sentence
    assert all(isinstance(item, Article) for item in before)


def test_a_stream_is_read_as_it_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "n.jsonl"
    path.write_text('{"id": "1", "text": "A."}\n' + "{broken\n" * 3)
    stream = read(path)
    first = next(stream)
    assert isinstance(first, Article)
    assert first.id == "1"


def test_the_first_article(first_article: Article) -> None:
    assert first_article.id == "first-article"
    assert first_article.language == "en"
    assert first_article.title == "Pashinian Praises CSTO Intervention In Kazakhstan"
    assert [zone.kind for zone in first_article.zones] == [
        "chrome",
        "title",
        *["caption"] * 6,
        *["chrome"] * 4,
    ]
