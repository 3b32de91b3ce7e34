"""When an article appeared, and how that is known."""

from __future__ import annotations

import gzip
import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from timeline import timex
from timeline.model import Article
from timeline.reading import read_text

MORE = "Nobody else was there to see it."


def dated(text: str, **fields: object) -> Article:
    article = read_text(text, id="a", language="en", **fields)  # type: ignore[arg-type]
    return timex.date_article(article, timex.recognise(article))


# The text, the day it appeared, and what its reason must say.
WORKED_OUT = [
    ("January 10, 2022\n\nTroops left on Monday.", "2022-01-10", "the line “January 10, 2022”"),
    (
        "Published: 10 January 2022, 14:05 GMT\n\nTroops left.",
        "2022-01-10",
        "the line “Published: 10 January",
    ),
    (
        "Updated: 12 January 2022, 9:00\nPublished: 10 January 2022, 14:05\n\nTroops left.",
        "2022-01-10",
        "the line “Published",
    ),
    ("BEIRUT | Mon Aug 22, 2011 3:20 pm EDT BEIRUT (Reuters) - Syria agreed.", "2011-08-22", "BEIRUT | Mon"),
    (
        "YEREVAN, Jan 10 (Reuters) - Troops left. They had come on January 7, 2022.",
        "2022-01-10",
        "the year from 7 January 2022, the latest full date",
    ),
    (
        "YEREVAN, Jan 3 (Reuters) - Troops left. They had come on December 30, 2021.",
        "2022-01-03",
        "the year from 30 December 2021",
    ),
    (
        f"Troops left on Monday.\n{MORE}\n\nKazakhstan - A man waves, January 6, 2022.\n\n"
        "Kazakhstan - Troops leave, January 10, 2022.",
        "2022-01-10",
        "worked out from the latest caption, 10 January 2022, a Monday, as the text's “Monday” bears out",
    ),
    (
        f"Troops left on Tuesday after a fire on Monday.\n{MORE}\n\nA man waves in Almaty, January 10, 2022.",
        "2022-01-11",
        "from “Tuesday” in the text, which then is 11 January 2022",
    ),
    (
        "Troops left the town on Wednesday, January 5, 2022. A fire broke out on Wednesday.",
        "2022-01-05",
        "the latest full date in the text, 5 January 2022, a Wednesday",
    ),
]

OPEN = [
    f"Troops left on Monday. {MORE}",
    f"The war ended on May 8, 1945. {MORE}",
    f"{MORE * 30} The war ended on May 8, 1945. Troops left on Tuesday.",
    f"The war ended on May 8, 1945. In 1999 he left, on a Tuesday. {MORE}",
    f"Troops left in spring.\n{MORE}\n\nA man waves in Almaty, January 10, 2022.",
    "YEREVAN, Jan 10 (Reuters) - Troops left.",
    "",
]


@pytest.mark.parametrize(("text", "day", "reason"), WORKED_OUT)
def test_a_date_is_worked_out_with_its_reason(text: str, day: str, reason: str) -> None:
    article = dated(text)
    assert article.published == date.fromisoformat(day)
    assert reason in article.published_reason
    assert article.published_reason.startswith("worked out from")


@pytest.mark.parametrize("text", OPEN)
def test_where_it_cannot_be_known_it_stays_open_and_says_so(text: str) -> None:
    article = dated(text)
    assert article.published is None
    assert "dates that count from then stay undated" in article.published_reason


def test_a_date_given_with_the_article_is_kept() -> None:
    article = dated("January 9, 2022\n\nTroops left.", published=date(2022, 1, 10))
    assert (article.published, article.published_reason) == (date(2022, 1, 10), "given with the article")


def test_a_given_date_before_the_articles_own_pictures_is_doubted() -> None:
    article = dated(f"{MORE}\n\nA man waves in Almaty, January 10, 2022.", published=date(2022, 1, 5))
    assert article.published == date(2022, 1, 5)
    assert "a caption or dateline is of 10 January 2022, so check it" in article.published_reason


def test_a_date_in_the_future_is_questioned_whoever_says_it() -> None:
    day = date.today() + timedelta(days=400)
    given = dated(MORE, published=day)
    assert given.published == day
    assert "it lies in the future, so check it" in given.published_reason
    stamped = dated(f"Published: {day.isoformat()}\n\n{MORE}")
    assert stamped.published == day
    assert "it lies in the future, so check it" in stamped.published_reason


def test_what_was_wrong_with_the_given_date_is_still_told() -> None:
    article = dated(MORE, published_reason="the date given with the article, “x”, is no ISO date")
    assert article.published_reason.startswith(
        "the date given with the article, “x”, is no ISO date; nothing in"
    )


def test_the_first_article(first_article: Article) -> None:
    article = timex.date_article(first_article, timex.recognise(first_article))
    assert article.published == date(2022, 1, 10)
    assert "the latest caption, 10 January 2022, a Monday" in article.published_reason


def test_on_real_news_a_stamp_is_right_and_what_is_worked_out_mostly(shared: Path) -> None:
    right: dict[str, list[bool]] = {"stamp": [], "other": []}
    for path in sorted((shared / "gold" / "timelines").glob("[SE]*.articles.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as file:
            for line in list(file)[::3]:
                record = json.loads(line)
                article = dated(record["text"][:20_000])
                if article.published is None:
                    continue
                kind = "other" if "the latest" in article.published_reason else "stamp"
                right[kind].append(article.published.isoformat() == record["published"][:10])
    assert len(right["stamp"]) > 80
    assert sum(right["stamp"]) >= 0.97 * len(right["stamp"])
    assert sum(right["other"]) >= 0.6 * len(right["other"])
