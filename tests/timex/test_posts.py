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
    page, timexes = timex.read(article(ARCHIVE))
    days = [(part.article.published, ARCHIVE[part.start :].split()[0]) for part in timex.posts(page, timexes)]
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
    page, timexes = timex.read(article(text, date(2022, 1, 5)))
    assert len(timex.posts(page, timexes)) == 1


def test_a_date_with_a_time_in_a_sentence_is_no_stamp() -> None:
    text = (
        "The storm struck on Jan 5, 2022 10:00 GMT and left the town in ruins, the mayor told reporters.\n"
        "It came back on Jan 7, 2022 14:00 GMT and took the last of the roofs, as the mayor had feared."
    )
    page, timexes = timex.read(article(text, date(2022, 1, 8)))
    assert len(timex.posts(page, timexes)) == 1


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
