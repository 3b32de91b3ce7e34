"""Text made to hurt: no exception, work in proportion to its length, from recognising to anchoring."""

from __future__ import annotations

import sys
from datetime import date
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import timex
from timeline.model import Article, Timex


def whole_way(text: str, published: date | None = date(2022, 1, 10), language: str = "en") -> list[Timex]:
    """Recognised, the publication dated, anchored: all that an article goes through."""
    article = Article("hostile", text, published=published, language=language)
    expressions = timex.recognise(article)
    return list(timex.anchor(timex.date_article(article, expressions), expressions))


def calls(text: str, published: date | None, language: str) -> int:
    """Functions called on the way, Python's own among them."""
    count = 0

    def step(frame: FrameType, event: str, value: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(step)
    try:
        whole_way(text, published, language)
    finally:
        sys.setprofile(before)
    return count


UNITS = [
    "Monday ", "Monday, ", "last ", "last Monday ", "(", "[2020", "([{", "9", "1,", "May ", "in May. ",
    "1999 ", "1999-", "31 February ", "two days later, ", "a year ago ", "the third quarter of ", "of the ",
    "two and a half ", "hundred ", "12:30:", "every other ", "January 2, ", "at noon on ", "'82",
    "Christmas ", "the day before the day before ", "\n\n", "a", "-", "İ", "\u200d", "𝟙𝟚 ", "year-",
    "1/2/3/", "480 BC ",
]  # fmt: skip


@pytest.mark.parametrize("published", [date(2022, 1, 10), None], ids=["dated", "undated"])
@pytest.mark.parametrize("unit", UNITS, ids=repr)
def test_twice_the_text_is_at_most_twice_the_work(unit: str, published: date | None) -> None:
    size = 2000 // len(unit)
    whole_way(unit * size, published)  # the automaton grows as it is walked: not counted
    assert calls(unit * 2 * size, published, "en") <= 2.1 * calls(unit * size, published, "en") + 300


@pytest.mark.parametrize("language", ["de", "es", "zh"])
@pytest.mark.parametrize("unit", ["1 ", "mai ", "3 mar ", "5. Mai ", "1 de ", "2022", "1月", "[("], ids=repr)
def test_so_it_is_in_languages_without_word_lists(unit: str, language: str) -> None:
    size = 2000 // len(unit)
    whole_way(unit * size, language=language)
    assert calls(unit * 2 * size, None, language) <= 2.1 * calls(unit * size, None, language) + 300


def test_a_megabyte_of_one_thing() -> None:
    for unit in ("7", "([", "last ", "x", " "):
        assert whole_way(unit * (1_000_000 // len(unit))) == []


def test_a_hundred_thousand_weekdays() -> None:
    found = whole_way("Monday " * 100_000)
    assert len(found) == 100_000
    assert {one.value for one in found} == {"2022-01-10"}


@pytest.mark.parametrize(
    "text",
    ["week 60", "week 60 of 2020", "day 366 of 2021", "the 5th quarter of 2020", "the 99th century",
     "month 13 of 2020", "the year 0", "the year 99999", "0 AD", "99999 BC", "on 0/0/0000", "00:00:61",
     "at 24:01 p.m.", "infinity years ago", "1e400 years ago", "-1 days later", "9" * 400 + " days later",
     "the 9999s", "9999 BC", "two days before 1 January 0001", "a century after 9950"],
)  # fmt: skip
def test_what_no_calendar_holds_raises_nothing(text: str) -> None:
    for published in (None, date.min, date.max, date(2022, 1, 10)):
        for found in whole_way(f"It was {text}. Two weeks later, he left.", published):
            assert found.span is None or date.min <= found.span.first


WORDS = """
last next this that the same following previous Monday Friday's weekend week fortnight days years decade
century May June Sept. 1st 2nd 31 30 1999 2020s '90s 0 99999 3:45 p.m. GMT noon midnight tonight morning
early late mid- end of start since until between and to – - / , . ( ) [ ] % $ € BC AD Easter Christmas
fiscal third quarter half first two several a an every each twice daily ago later earlier before after
from now then today yesterday tomorrow spring fall will was said
"""


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS.split()), max_size=60).map(" ".join),
    st.one_of(st.none(), st.dates(), st.sampled_from([date.min, date.max])),
)
def test_any_heap_of_time_words_keeps_its_offsets(text: str, published: date | None) -> None:
    last = 0
    for found in whole_way(text, published):
        assert last <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.text
        assert found.text.strip() == found.text
        last = found.end
