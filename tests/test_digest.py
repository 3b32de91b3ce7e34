"""The digest: the dates that matter most, a sentence each."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from timeline.digest import digest
from timeline.model import Article

FLOOD = date(2022, 3, 7)
PEACE = date(2022, 3, 21)


def article(number: int, published: date, text: str) -> Article:
    return Article(f"a{number}", text, published=published, published_reason="given", language="en")


ARTICLES = [
    article(
        1,
        FLOOD,
        "A dam above the town of Lenz broke on Monday and drowned forty people in their houses. " * 2,
    ),
    article(
        2,
        date(2022, 3, 12),
        "The dam above Lenz broke on March 7 and drowned at least forty people, the government said. "
        "A football match between two other towns was played on March 8 in front of many people.",
    ),
    article(
        3,
        date(2022, 3, 22),
        "The ministers signed the water treaty of Lenz on March 21 in the presence of both presidents. "
        "The dam, which broke on March 7, drowned forty people in the town and left it without power.",
    ),
    article(
        4,
        date(2022, 3, 20),
        "Ministers will sign the treaty on March 21, officials of the two countries said.",
    ),
    article(
        5,
        date(2022, 4, 2),
        "The treaty that the ministers signed on March 21 came into force without a vote.",
    ),
]


def test_the_dates_that_most_articles_name_again_and_again() -> None:
    found = digest(ARTICLES, dates=2)
    assert list(found) == [FLOOD, PEACE]
    assert "dam" in found[FLOOD]
    assert "treaty" in found[PEACE]
    assert "will sign" not in found[PEACE]


def test_never_more_dates_than_asked_for_nor_outside() -> None:
    assert len(digest(ARTICLES)) == 3
    assert list(digest(ARTICLES, dates=1)) == [FLOOD]
    assert digest(ARTICLES, dates=0) == {}
    assert list(digest(ARTICLES, start=date(2022, 3, 8), end=date(2022, 3, 20))) == [date(2022, 3, 8)]
    assert list(digest(ARTICLES, start=PEACE, end=PEACE)) == [PEACE]


def test_a_sentence_is_one_line_of_an_article() -> None:
    for day, sentence in digest(ARTICLES).items():
        assert "\n" not in sentence
        assert any(sentence in a.text for a in ARTICLES), day


def test_nothing_dated_nothing_told() -> None:
    assert digest([]) == {}
    assert digest([article(1, FLOOD, "Nothing here tells of any day at all, whatever one may think.")]) == {}
    assert digest([Article("a", "On Monday it rained over all the houses in the town of Lenz.")]) == {}


def test_order_of_articles_does_not_change_the_dates() -> None:
    assert list(digest(reversed(ARTICLES))) == list(digest(ARTICLES))


def test_as_good_as_measured(shared: Path, tmp_path: Path) -> None:
    """One real topic against its reference timeline."""
    from timeline import reading

    gold = shared / "gold" / "timelines"
    references = json.loads((gold / "haiti.references.json").read_text(encoding="utf-8"))["references"]
    with gzip.open(gold / "haiti.articles.jsonl.gz", "rt", encoding="utf-8") as file:
        (tmp_path / "haiti.jsonl").write_text(file.read(), encoding="utf-8")
    articles = [a for a in reading.read(tmp_path / "haiti.jsonl") if isinstance(a, Article)]
    for reference in references:
        days = sorted(reference["timeline"])
        made = digest(
            articles, dates=len(days), start=date.fromisoformat(days[0]), end=date.fromisoformat(days[-1])
        )
        told = {day.isoformat(): [sentence] for day, sentence in made.items()}
        (tmp_path / f"{reference['id']}.json").write_text(json.dumps(told), encoding="utf-8")
    scorer = shared / "tools" / "score_timeline.py"
    said = subprocess.run(
        [sys.executable, scorer, gold / "haiti.references.json", tmp_path],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert float(said[said.index("F1") + 1]) >= 0.8
    assert float(said[said.index("ROUGE-1") + 1]) >= 0.1


@pytest.mark.parametrize("text", ["x" * 100_000, "Monday " * 20_000, "\u202e= <script> " * 1000])
def test_odd_texts_are_no_harm(text: str) -> None:
    assert digest([article(1, FLOOD, text)]) == {}
