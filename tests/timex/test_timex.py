"""What recognising and anchoring promise, whatever the text."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import timex
from timeline.dates import Span
from timeline.model import Article, Timex, Zone
from timeline.timex import _engine
from timeline.timex.foreign import RULE

MONDAY = date(2022, 1, 10)
VALUE = re.compile(
    r"(?:(?:BC)?[\dX]{4}(?:-(?:[\dX]{2}(?:-[\dX]{2})?|W[\dX]{2}(?:-(?:WE|\d))?|Q[\dX]|H\d|SP|SU|FA|WI))?"
    r"|(?:BC)?\d{2,3})(?:T(?:MO|MI|AF|EV|NI|DT|\d\d(?::\d\d){0,2}Z?))?"
    r"|P(?:[\dX.]+(?:Y|M|W|D|Q|DE|CE|ML|WE))*(?:T(?:[\dX.]+[HMS])+)?"
    r"|(?:PAST|PRESENT|FUTURE)_REF"
)
"""The values that TIMEX3 allows, and that these rules make."""


def read(text: str, published: date | None = MONDAY, language: str = "en") -> list[Timex]:
    article = Article("test", text, published=published, language=language)
    return list(timex.anchor(article, timex.recognise(article)))


def values(text: str, published: date | None = MONDAY) -> list[str]:
    return [found.value for found in read(text, published)]


PIECES = st.sampled_from(
    [
        "last", "next", "this", "the", "May", "March", "Monday", "Sunday", "3rd", "31", "1999", "2020",
        "99999", "0", "12:30", "p.m.", "GMT", "-", "–", ",", ".", "(", ")", "'", "years", "two", "half",
        "a", "quarter", "of", "third", "early", "late", "ago", "later", "before", "after", "every",
        "week", "day", "days", "noon", "midnight", "Christmas", "BC", "fall", "spring", "February", "30",
        "29", "week", "60", "second", "minute", "from", "to", "and", "between", "24:00", "25:99",
        "1/1/0000", "13.13.2013", "$5", "%", "\n\n", "\r\n", "İ", "centuries", "1000000000000", "now",
        "today", "yesterday", "past", "480", "nineteen", "ninety-seven", "hundred", "thousand", "😀",
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=30).map(" ".join)),
    st.one_of(st.none(), st.dates()),
)
def test_no_text_raises_and_every_result_holds(text: str, published: date | None) -> None:
    last = 0
    for found in read(text, published):
        assert text[found.start : found.end] == found.text
        assert found.start >= last
        assert found.start < found.end
        assert VALUE.fullmatch(found.value), found
        assert found.reason.endswith(".")
        assert found.span is None or found.type in ("DATE", "TIME")
        last = found.end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was on 31 February 2020.", ["2020-02-XX"]),
        ("It was on February 30.", ["2022-02-XX"]),
        ("It was in year 0, in 0 BC and in 99999.", []),
        ("It was 99999999999999999999 years ago.", ["PAST_REF"]),
        ("It will be 9999 years from now.", ["FUTURE_REF"]),
        ("It was 3,000 years ago.", ["BC0979"]),
        ("It was on 12 December 9999. Ten days later it was on.", ["9999-12-12", "9999-12-22"]),
        ("It was on 31 December 9999. Ten days later it was on.", ["9999-12-31", "FUTURE_REF"]),
        ("At 25:99 and 24:60 on 13/13/2020 or 2020-13-45.", []),
        ("The 0th of May and the 32nd of May", ["2022-05", "2022-05"]),
    ],
)
def test_dates_that_do_not_exist(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    "unit",
    [
        "1", "12 ", "[(", "last ", "January ", "May 5, ", "1990-", "twenty ", "hundred and ", "1,", "a",
        "\n", "the third quarter of ", "two and a half ", "12:30", "İ", "1.2.", "year-", "'82", "p.m.", "- ",
    ],
)  # fmt: skip
def test_work_is_linear_in_the_text(unit: str) -> None:
    """Twice the text, about twice the tokens looked at."""
    engine = _engine("en")
    assert engine is not None
    grammar = engine[0]

    def steps(count: int) -> int:
        grammar.steps = 0
        read(unit * count)
        return grammar.steps

    size = 6000 // len(unit)
    assert steps(2 * size) <= 2.2 * steps(size) + 200


def test_a_megabyte_of_digits_is_no_date() -> None:
    assert read("1" * 1_000_000) == []
    assert read("[(" * 500_000) == []


def test_the_first_article() -> None:
    text = (
        "He chaired a summit on Monday. Protests erupted on January 2 over prices. Troops crossed into the"
        " territory in May. It won the 2020 war, “during the [2020] war,” he said. In an interview on Sunday"
        " she denounced it. The alliance said on Saturday that it should not."
    )
    found = read(text)
    assert [(one.text, one.value) for one in found] == [
        ("Monday", "2022-01-10"),
        ("January 2", "2022-01-02"),
        ("May", "2021-05"),
        ("2020", "2020"),
        ("2020", "2020"),
        ("Sunday", "2022-01-09"),
        ("Saturday", "2022-01-08"),
    ]
    assert found[0].reason == "“on Monday” in an article of Monday 10 January 2022: that same day."
    assert (
        found[2].reason
        == "“in May” in an article of 10 January 2022, in the past tense: the most recent May."
    )
    assert found[2].span == Span.month(2021, 5)
    assert found[3].reason == "“2020” names the year."
    assert [one.basis for one in found] == ["published"] * 3 + ["written"] * 2 + ["published"] * 2


def test_reading_time_loads_no_language_model_and_no_tables() -> None:
    program = (
        "import sys\nfrom timeline import timex\nfrom timeline.model import Article\n"
        "a = Article('a', 'He left on Monday.', language='en')\ntimex.anchor(a, timex.recognise(a))\n"
        "print([m for m in ('spacy', 'pandas', 'dateparser', 'plotly', 'streamlit') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_zones() -> None:
    text = "Menu Today\n\nParis, 6 January 2022: a camp."
    caption = Zone(12, len(text), "caption")
    article = Article("z", text, published=MONDAY, language="en", zones=(Zone(0, 10, "chrome"), caption))
    (only,) = timex.recognise(article)
    assert (only.text, only.zone, only.absolute) == ("6 January 2022", "caption", Span.day(date(2022, 1, 6)))


def test_what_publication_dating_asks() -> None:
    article = Article("p", "On Monday, on January 2 and on Sunday, January 9, 2022, at noon.", language="en")
    monday, second, full = timex.recognise(article)
    assert (monday.weekday, monday.month_day, monday.absolute) == (1, None, None)
    assert (second.weekday, second.month_day, second.absolute) == (None, (1, 2), None)
    assert (full.weekday, full.absolute) == (7, Span.day(date(2022, 1, 9)))


def test_without_a_publication_date_nothing_is_invented() -> None:
    found = read("He left on Monday. In May he came back, and last week he spoke.", None)
    assert [one.value for one in found] == ["XXXX-WXX-1", "XXXX-05", "XXXX-WXX"]
    assert all(one.basis == "none" and one.span is None for one in found)
    assert "nothing in the text says from when to count" in found[0].reason


def test_a_narrative_counts_from_its_own_dates() -> None:
    text = (
        "The war broke out on 1 September 1939. In October the city fell. In January the front moved. In 1941"
        " the fleet sailed, and in March it returned. A study of 1996 doubts it. In April the king fled. By"
        " 1942 all was lost; in 1943 the army landed, in 1944 it marched, and in 1945 it won. The following"
        " year it left."
    )
    told = values(text, date(2009, 12, 19))
    assert told == [
        "1939-09-01", "1939-10", "1940-01", "1941", "1941-03", "1996", "1941-04", "1942", "1943", "1944",
        "1945", "1946",
    ]  # fmt: skip


def test_a_message_tells_more_with_less() -> None:
    assert values("Good morning! Long day ahead :)") == ["2022-01-10TMO", "P1D"]
    assert values("The good morning star shone, and the day after him.") == []


def test_a_quarter_that_the_report_is_about() -> None:
    text = (
        "Net rose to $10 million in the third quarter from $8 million a year earlier. In the year-ago quarter"
        " sales fell. For the nine months, net was up from a year earlier."
    )
    assert values(text, date(1989, 10, 26)) == ["1989-Q3", "1988-Q3", "1988-Q3", "P9M", "1988"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Le 10 janvier 2022, en mai 2021 et le 1er mars. En mai 2 personnes sont mortes.", 3),
        ("ru", "10 января 2022 года и 5 марта", 2),
        ("de", "Am 10. Januar 2022, am 10.01.2022, im Mai 2021 und am Montag, im Jahr 2020", 3),
        ("es", "El 5 de enero de 2022; 10 personas, en 2020, mañana", 1),
        ("zh", "2022年1月10日，共12人，2020年", 1),
        ("hu", "2022. január 10. és 2021 május 3", 2),
        ("xx", "10 January 2022", 0),
    ],
)
def test_other_languages_give_dates_written_in_full(language: str, text: str, expected: int) -> None:
    found = read(text, language=language)
    assert len(found) == expected
    assert all("only dates written in full are read" in one.reason for one in found)
    article = Article("f", text, language=language)
    assert all(one.rule == RULE for one in timex.recognise(article))


def test_news_that_tells_of_many_years_counts_from_its_publication() -> None:
    text = (
        "A jury ruled in 1994. The court cut that in 2001. A rig burned in 1979. The fire was in 1998. The"
        " law is of 1990. A deal was made in 1991. The firm said on June 28 it had paid. A rival agreed last"
        " September. The judge retired last year. Analysts wrote this month."
    )
    article = Article("news", text, published=date(2010, 6, 30), language="en")
    told = {found.text: found.value for found in timex.read(article)[1]}
    assert told["June 28"] == "2010-06-28"
    assert told["last September"] == "2009-09"
    assert told["this month"] == "2010-06"
