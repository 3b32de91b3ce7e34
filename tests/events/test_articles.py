"""Whole articles: tellings merged, dates missing, languages without a parser, rows on request."""

from __future__ import annotations

from datetime import date

from timeline import pipeline
from timeline.model import Article, Extraction, Zone

DAY = date(2022, 1, 10)


def extract(
    text: str,
    published: date | None = DAY,
    language: str = "en",
    zones: tuple[Zone, ...] = (),
    approx: bool = False,
) -> Extraction:
    article = Article("article", text, published=published, language=language, zones=zones)
    return pipeline.extract(article, approx=approx)


def told(extraction: Extraction) -> list[tuple[str, str]]:
    return [(event.span.edtf(), event.trigger) for event in extraction.events]


def test_lead_and_body_tell_one_event() -> None:
    found = extract(
        "Gunmen attacked a hotel in Bamako on Friday.\n\nResidents are afraid.\n\n"
        "On Friday, gunmen attacked the hotel in Bamako with grenades."
    )
    assert told(found) == [("2022-01-07", "attacked")]
    assert len(found.events[0].tellings) == 2
    assert found.events[0].evidence.startswith("Gunmen attacked a hotel")


def test_different_events_of_a_day_stay_apart() -> None:
    found = extract(
        "Gunmen attacked a hotel in Bamako on Friday.\n\nParliament elected a new speaker on Friday."
    )
    assert told(found) == [("2022-01-07", "attacked"), ("2022-01-07", "elected")]


def test_the_body_stands_for_a_caption() -> None:
    caption = "Angela Merkel meets Emmanuel Macron in Paris, January 7, 2022."
    body = "Angela Merkel met Emmanuel Macron in Paris on Friday."
    found = extract(f"{caption}\n\n{body}", zones=(Zone(0, len(caption), "caption"),))
    assert told(found) == [("2022-01-07", "met")]
    assert found.events[0].evidence == body
    assert [t.start for t in found.events[0].tellings] == [len(caption) + 2, 0]


def test_ids_hold_while_the_trigger_stands_where_it_stood() -> None:
    one = extract("Rebels shelled the town on Friday.").events[0]
    two = extract("Rebels shelled the city on Friday.").events[0]
    other = extract("Some rebels shelled the town on Friday.").events[0]
    assert one.event_id == two.event_id != other.event_id


def test_an_undated_article_keeps_only_written_dates() -> None:
    found = extract("Rebels took the town on Friday. They had lost it on 3 March 2011.", published=None)
    assert told(found) == [("2011-03-03", "lost")]
    assert [item.timex.text for item in found.left_out] == ["Friday"]
    assert "publication" in found.left_out[0].reason


def test_a_text_without_full_stops_still_gives_its_row() -> None:
    found = extract("Police arrested 3 protesters in Almaty on Friday. " + "x " * 60)
    assert [event.span.edtf() for event in found.events] == ["2022-01-07"]
    assert found.events[0].headline.startswith("Police arrested 3 protesters")
    assert not found.left_out


def test_a_language_without_a_parser_gives_a_row_a_dated_sentence() -> None:
    text = "Am 7. Januar 2022 trafen sich die Minister in Wien. Niemand sprach danach mit der Presse."
    article = Article("de", text, published=DAY, language="de")
    found = pipeline.extract(article)
    assert [event.span.edtf() for event in found.events] == ["2022-01-07"]
    for event in found.events:
        assert event.event_type == "OTHER"
        assert event.headline.startswith("Am 7. Januar 2022 trafen")
        assert event.status == "reported"
    assert found.article.language == "de"


def test_bounded_rows_only_on_request() -> None:
    text = (
        "Protesters stormed the palace in Tunis on Tuesday. The police fired tear gas.\n\n"
        "Soldiers occupied the airport."
    )
    plain, asked = extract(text), extract(text, approx=True)
    assert "approx" not in {event.span.granularity for event in plain.events}
    more = [event for event in asked.events if event.span.granularity == "approx"]
    assert more
    for event in more:
        assert event.time_start is None
        assert event.span.first == date(2022, 1, 4)
        assert event.span.last == DAY
        assert "No date of its own" in event.date_reason


def test_what_takes_part() -> None:
    event = extract("Iran was attacked by Israel on Friday.").events[0]
    assert event.doers == ("Israel",)
    assert event.targets == ("Iran",)
    assert set(event.country_codes) == {"IR", "IL"}


def test_relative_clauses_know_who_acts() -> None:
    found = extract("Emmanuel Macron, who visited Kyiv on Friday, praised the talks.")
    assert found.events[0].doers == ("Emmanuel Macron",)
    assert found.events[0].headline == "Emmanuel Macron visits Kyiv"


def test_the_clock_comes_along() -> None:
    event = extract("The bomb exploded at 9:30 p.m. on Friday.").events[0]
    assert event.clock == "21:30"


def test_hostile_text_is_read_in_linear_time() -> None:
    found = extract("On Friday, " * 3000 + "rebels attacked. " + '"' * 2000 + "(" * 2000)
    assert isinstance(found.events, tuple)
