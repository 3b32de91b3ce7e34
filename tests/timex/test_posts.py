"""Pages of many posts: every post counts from its own stamp, in its time expressions and its events."""

from __future__ import annotations

from datetime import date

from timeline import pipeline, timex
from timeline.model import Article
from timeline.reading import read_text

ARCHIVE = """The ministry said on Monday that the port would stay shut.
Court jails former minister updated: Tue Jun 14 2011 05:26:00 A court in Tunis jailed the former \
interior minister on Monday, and it will hear a second case against him next week.
Strike ends at the mines updated: Mon Mar 07 2011 09:29:00 Miners in Gafsa ended their strike on Friday \
after the company promised to raise wages.
Aug 9, 2010 16:00 UTC The union elected Maria Gomez as its president last week in a stormy meeting.
"""


def article(text: str, published: date = date(2011, 7, 1)) -> Article:
    return read_text(text, id="page", published=published)


def test_every_post_counts_from_its_stamp() -> None:
    _, timexes, posts = timex.read_posts(article(ARCHIVE))
    days = [(part.article.published, ARCHIVE[part.start :].split()[0]) for part in posts]
    assert days == [
        (date(2011, 7, 1), "The"),
        (date(2011, 6, 14), "Court"),
        (date(2011, 3, 7), "Strike"),
        (date(2010, 8, 9), "Aug"),
    ]
    told = {t.text: t.span.edtf() for t in timexes if t.span is not None and t.clock is None}
    assert told["Friday"] == "2011-03-04"
    assert told["last week"] == "2010-08-02/2010-08-08"


def test_the_events_of_a_post_are_of_its_days() -> None:
    extraction = pipeline.extract(article(ARCHIVE))
    told = {(event.trigger, event.span.edtf()): event for event in extraction.events}
    jailed = told["jailed", "2011-06-13"]
    assert jailed.evidence.startswith("A court in Tunis")
    assert jailed.tellings[0].published == date(2011, 6, 14)
    assert jailed.evidence == ARCHIVE[jailed.evidence_start : jailed.evidence_end]
    assert ("ended", "2011-03-04") in told
    assert ("said", "2011-06-27") in told
    assert len({event.event_id for event in extraction.events}) == len(extraction.events)


def test_a_page_with_its_own_stamps_alone_is_one_text() -> None:
    text = (
        "Published: 5 January 2022 10:00\nUpdated: 6 January 2022 11:30\n"
        "The mayor resigned on Tuesday after a long debate in the city's parliament.\n"
        "The council meets next week."
    )
    assert len(timex.read_posts(article(text, date(2022, 1, 5)))[2]) == 1


def test_a_date_with_a_time_in_a_sentence_is_no_stamp() -> None:
    text = (
        "The storm struck on Jan 5, 2022 10:00 GMT and left the town in ruins, the mayor told reporters.\n"
        "It came back on Jan 7, 2022 14:00 GMT and took the last of the roofs, as the mayor had feared."
    )
    assert len(timex.read_posts(article(text, date(2022, 1, 8)))[2]) == 1


def test_the_hours_of_a_live_page_are_no_years() -> None:
    lines = ["2159: The minister has left.", "2030: The vote begins.", "1926: Doors open.", "0915: Rain."]
    _, timexes = timex.read(article("\n".join(lines)))
    assert not [t.text for t in timexes if t.text.isdigit()]
    years = [
        "1926: The firm is founded.",
        "1945: It is nationalised.",
        "1990: It is sold.",
        "2007: It closes.",
    ]
    _, timexes = timex.read(article("\n".join(years)))
    assert [t.text for t in timexes] == ["1926", "1945", "1990", "2007"]


LIVE = """The square filled before dawn.
(Update 1:10 a.m. Thursday in Tunis, 7:10 p.m. ET Wednesday) Soldiers closed the bridge.
(Update 12:20 a.m. in Tunis, 6:20 p.m. ET) A fire broke out on Wednesday evening.
(Update 11:40 p.m. in Tunis, 5:40 p.m. ET) Crowds reached the square.
(Update 9:14 in Tunis, 3:14 ET) The minister resigned.
(Update 8 p.m. in Tunis, 2 p.m. ET) Shops shut early.
(Update 2:05 a.m. in Tunis, 8:05 p.m. ET) Police left the station on Tuesday night.
"""


def days_of(text: str, published: date) -> list[int]:
    return [part.article.published.day for part in timex.read_posts(article(text, published))[2]]


def test_the_stamps_of_a_live_page_go_back_over_midnight() -> None:
    tuesday = date(2022, 1, 11)
    assert days_of(LIVE, tuesday) == [11, 13, 13, 12, 12, 12, 12]
    told = {event.trigger: event.span.edtf() for event in pipeline.extract(article(LIVE, tuesday)).events}
    assert told["closed"] == "2022-01-13"
    assert told["resigned"] == told["reached"] == "2022-01-12"


def test_without_weekdays_in_its_stamps_those_of_its_posts_tell_the_day() -> None:
    text = (
        "(Updated 9 p.m.) Ministers met in Oslo on Saturday.\n(Updated 7 p.m.) Police shut a road Saturday.\n"
        "(Updated 4 p.m.) The strike began.\n"
    )
    assert days_of(text, date(2022, 1, 14)) == [15, 15, 15]
    assert days_of(text.replace("Saturday", "Friday"), date(2022, 1, 14)) == [14]


def test_the_oldest_post_may_stand_first() -> None:
    text = "".join(
        f"(Update {hour} GMT) The council met again in Bern.\n"
        for hour in ("21:00", "22:30", "23:50", "00:40", "02:00")
    )
    assert days_of(text, date(2022, 1, 14)) == [14, 14, 14, 15, 15]


def test_another_topic_of_the_page_has_stamps_of_its_own() -> None:
    text = "".join(
        f"(Update {hour} ET) The council {verb} on Tuesday in Bern.\n"
        for hour, verb in zip(
            ("9 p.m.", "5 p.m.", "3 p.m.", "11 p.m.", "8 p.m.", "4 p.m."),
            ("met", "rose", "sat", "voted", "spoke", "ate"),
            strict=True,
        )
    )
    assert days_of(text, date(2022, 1, 11)) == [11]
