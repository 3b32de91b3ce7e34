"""Entries of a chronology tell one another the year."""

from __future__ import annotations

from datetime import date

import pytest

from timeline import timex
from timeline.model import Article

FACTBOX = """Tue Jan 11, 2011
April 20, 2010 - An explosion kills 11 workers.
May 10 - The firm says it has spent $350 million.
July 27 - The firm names a new head.
Sept. 19 - The well is sealed for good.
Jan. 5 - A commission blames the firm.
"""
UNDATED = "May 10 - A is sealed.\nJuly 27 - B is sealed.\nNov 3 - C is sealed.\nDec 8 - D is sealed.\n"


def years(text: str, published: date) -> list[int]:
    """The years of the text's days, in its order."""
    article = Article("chronology", text, published=published, language="en")
    found = timex.anchor(article, timex.recognise(article))
    return [t.span.first.year for t in found if t.span is not None and t.type == "DATE"]


def test_each_entry_is_the_first_such_day_after_the_one_before() -> None:
    assert years(FACTBOX, date(2011, 1, 11)) == [2011, 2010, 2010, 2010, 2010, 2011]


def test_the_newest_entry_may_come_first() -> None:
    text = "Jan 5, 2011 - D is sealed.\nDec 8 - C is sealed.\nNov 3 - B is sealed.\nMay 10 - A is sealed.\n"
    assert years(text, date(2011, 9, 1)) == [2011, 2010, 2010, 2010]


def test_the_reason_names_the_entry_before() -> None:
    article = Article("chronology", FACTBOX, published=date(2011, 1, 11), language="en")
    (may,) = (t for t in timex.anchor(article, timex.recognise(article)) if t.text == "May 10")
    assert (
        may.reason == "“May 10” after “April 20, 2010”: the next entry of a chronology, Monday 10 May 2010."
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(UNDATED, id="no entry gives its year"),
        pytest.param("April 20, 2010 - A is sealed.\nMay 10 - B is sealed.\n", id="too few entries"),
        pytest.param(
            "Dec 8, 2009 - A.\nMay 10 - B.\nNov 3 - C.\nFeb 2 - D.\n", id="entries that go to and fro"
        ),
    ],
)
def test_other_texts_are_read_by_their_publication_date(text: str) -> None:
    alone = years("It is so: May 10 - B is sealed.", date(2010, 4, 1))
    article = Article("chronology", text, published=date(2010, 4, 1), language="en")
    found = timex.anchor(article, timex.recognise(article))
    assert [t.span.first.year for t in found if t.text == "May 10" and t.span is not None] == alone
