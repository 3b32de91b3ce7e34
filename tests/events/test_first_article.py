"""The first article's events, as a reader of it would list them."""

from __future__ import annotations

import pytest

from timeline.model import Event, Extraction


def of(extraction: Extraction, start: str, trigger: str) -> Event:
    """The one row of that date and trigger."""
    rows = [e for e in extraction.events if e.span.first.isoformat() == start and e.trigger == trigger]
    assert len(rows) == 1, [(e.span.edtf(), e.trigger, e.headline) for e in extraction.events]
    return rows[0]


@pytest.mark.parametrize(
    ("start", "trigger", "edtf", "codes"),
    [
        ("2022-01-02", "erupted", "2022-01-02", {"KZ"}),
        ("2022-01-05", "asked", "2022-01-05", {"KZ"}),
        ("2022-01-10", "chaired", "2022-01-10", {"AM"}),
        ("2021-05-01", "crossed", "2021-05", {"AZ", "AM"}),
        ("2020-01-01", "war", "2020", {"AZ"}),
    ],
)
def test_the_five_events(
    first_extraction: Extraction, start: str, trigger: str, edtf: str, codes: set[str]
) -> None:
    event = of(first_extraction, start, trigger)
    assert event.span.edtf() == edtf
    assert codes <= set(event.country_codes)


def test_captions_and_text_tell_one_summit(first_extraction: Extraction) -> None:
    summit = of(first_extraction, "2022-01-10", "chaired")
    assert summit.time_text == "Monday"
    assert summit.evidence.startswith("Prime Minister Nikol Pashinian expressed hope")
    assert len(summit.tellings) == 3
    assert {"Nikol Pashinian", "CSTO"} <= set(summit.actors)
    assert "chairs a virtual summit" in summit.headline


def test_a_caption_printed_twice_is_one_row(first_extraction: Extraction) -> None:
    plane = of(first_extraction, "2022-01-06", "exit")
    assert len(plane.tellings) == 2
    assert plane.headline.startswith("Russian peacekeepers exit a Russian military plane")


def test_what_goes_on_meanwhile_is_not_cut_off(first_extraction: Extraction) -> None:
    """The caption goes on "… as a vehicle, which was burnt during mass protests, is seen"."""
    assert of(first_extraction, "2022-01-09", "sits").headline == "A man sits on the steps of a building"


def test_who_asked_whom(first_extraction: Extraction) -> None:
    request = of(first_extraction, "2022-01-05", "asked")
    assert request.doers == ("Qasym-Zhomart Toqaev",)
    assert request.targets == ("CSTO",)
    assert request.event_type == "REQUEST"
    storm = of(first_extraction, "2022-01-05", "stormed")
    assert storm.event_type == "PROTEST"
    assert storm.place == "Almaty"


def test_what_was_said_at_the_summit_takes_its_date(first_extraction: Extraction) -> None:
    said = [e for e in first_extraction.events if e.time_start is None]
    at_summit = [e for e in said if e.headline.startswith("Toqaev says")]
    assert [e.span.edtf() for e in at_summit] == ["2022-01-10"]
    assert "summit" in at_summit[0].date_reason
    putin = [e for e in said if e.doers == ("Vladimir Putin",)]
    assert [e.span.edtf() for e in putin] == ["2022-01-10"] * 2


def test_every_row_shows_itself(first_extraction: Extraction) -> None:
    text = first_extraction.article.text
    for event in first_extraction.events:
        assert event.evidence == text[event.evidence_start : event.evidence_end]
        assert event.trigger in event.evidence
        assert event.date_reason.endswith(".")
        assert 2 <= len(event.headline.split()) <= 12
        assert 0 < event.confidence < 1
        if event.time_start is not None and event.time_end is not None:
            assert text[event.time_start : event.time_end] == event.time_text


def test_every_expression_is_used_or_left_out_with_its_reason(first_extraction: Extraction) -> None:
    left = {(item.timex.start, item.timex.end) for item in first_extraction.left_out}
    dated = [t for t in first_extraction.timexes if t.span is None]
    assert {(t.start, t.end) for t in dated} <= left
    assert all(item.reason for item in first_extraction.left_out)
