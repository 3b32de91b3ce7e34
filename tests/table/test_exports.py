"""What a reader takes away: each format is read back by something that is not ours, hostile text included."""

from __future__ import annotations

import io
import json
import os
import re
from datetime import UTC, date, datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import icalendar
import pyarrow.parquet as pq
import pytest
from hypothesis import example, given, settings

from tests.table.made import EXTRACTIONS, HOSTILE, event, extraction
from timeline import table
from timeline.dates import Span
from timeline.model import Event, Extraction
from timeline.table.exports import EXPORTS, by_ending
from timeline.table.provenance import Input, Provenance

PROVENANCE = Provenance(
    (Input("<b>article</b>.txt", "ab" * 32),),
    "en_core_web_sm 3.8.0",
    {"approx": False},
    made=datetime(2022, 1, 10, 12, 30, tzinfo=UTC),
)
MARKUP = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "&lt;img src=x onerror=alert(1)&gt;",
    '"><svg onload=alert(1)>',
    "<br><b>Plotly</b>",
    "</style></script><!--",
    "a\u202eb\u2069c",
)


def rendered(ending: str, *events: Event) -> bytes:
    export = by_ending(f"events{ending}")
    assert export is not None
    return export.render(table.frame([extraction(*events)]), PROVENANCE)


def hostile() -> list[Event]:
    """An event a text, the text in every field that an article can fill."""
    return [
        event(
            n,
            event_id=text,
            headline=text,
            trigger=text,
            evidence=text,
            date_reason=text,
            claimed_by=text,
            actors=(text,),
            country_codes=(text,),
            place=text,
            clock=text,
            event_type=text,
            time_text=text,
        )
        for n, text in enumerate((*HOSTILE, *MARKUP))
    ]


@pytest.mark.parametrize(
    ("name", "ending"),
    [("a.csv", ".csv"), ("A.JSON", ".json"), ("a.timelinejs.json", ".timelinejs.json"), ("a.ics", ".ics")],
)
def test_a_format_is_known_by_its_ending(name: str, ending: str) -> None:
    export = by_ending(name)
    assert export is not None
    assert export.ending == ending


def test_unknown_endings_have_no_format() -> None:
    assert by_ending("a.docx") is None


@pytest.mark.parametrize("export", EXPORTS, ids=lambda e: e.name)
@settings(max_examples=15, deadline=None)
@given(extractions=EXTRACTIONS)
@example(extractions=[])
@example(extractions=[extraction(*hostile())])
def test_every_format_holds_whatever_comes(export: Any, extractions: list[Extraction]) -> None:
    frame = table.frame(extractions)
    assert export.render(frame, PROVENANCE) == export.render(frame, PROVENANCE) != b""
    assert export.render(frame, Provenance())


@settings(max_examples=15, deadline=None)
@given(EXTRACTIONS)
def test_json_holds_every_row(extractions: list[Extraction]) -> None:
    frame = table.frame(extractions)
    export = by_ending(".json")
    assert export is not None
    told = json.loads(export.render(frame, PROVENANCE))
    assert told["provenance"]["inputs"] == [{"name": "<b>article</b>.txt", "sha256": "ab" * 32}]
    assert [e["event_id"] for e in told["events"]] == frame["event_id"].tolist()
    assert all(list(e) == list(table.COLUMNS) for e in told["events"])


def test_parquet_holds_every_row_and_what_made_it() -> None:
    data = pq.ParquetFile(io.BytesIO(rendered(".parquet", event(1), event(2))))
    assert data.read().column("event_id").to_pylist() == ["e1", "e2"]
    assert json.loads(data.schema_arrow.metadata[b"timeline"]) == PROVENANCE.as_dict()


# --- iCalendar, read by the icalendar library


def calendar(*events: Event) -> tuple[Any, list[Any]]:
    read = icalendar.Calendar.from_ical(rendered(".ics", *events))
    return read, read.walk("VEVENT")


@pytest.mark.parametrize(
    ("told", "begins", "ends", "title"),
    [
        ({}, date(2022, 1, 10), None, "Troops arrive"),
        (
            {"span": Span(date(2022, 1, 2), date(2022, 1, 9))},
            date(2022, 1, 2),
            date(2022, 1, 10),
            "Troops arrive (2–9 January 2022)",
        ),
        ({"span": Span.month(2021, 5)}, date(2021, 5, 1), date(2021, 6, 1), "Troops arrive (May 2021)"),
        (
            {"span": Span.day(date(2022, 1, 2)).open_ended()},
            date(2022, 1, 2),
            None,
            "Troops arrive (since 2 January 2022)",
        ),
        ({"clock": "11:00"}, date(2022, 1, 10), None, "Troops arrive (10 January 2022, 11:00)"),
        (
            {"clock": "02:30+06:00"},
            datetime(2022, 1, 9, 20, 30, tzinfo=UTC),
            None,
            "Troops arrive (10 January 2022, 02:30 (UTC+06:00))",
        ),
        ({"clock": "late"}, date(2022, 1, 10), None, "Troops arrive (10 January 2022, late)"),
        ({"span": Span.year(9999)}, date(9999, 1, 1), date(9999, 12, 31), "Troops arrive (9999)"),
        ({"span": Span.day(date(1, 1, 1)), "clock": "00:00+14:00"}, date(1, 1, 1), None, None),
    ],
)
def test_days_and_moments_in_a_calendar(
    told: dict[str, Any], begins: date, ends: date | None, title: str | None
) -> None:
    _, (read,) = calendar(event(1, **{"headline": "Troops arrive"} | told))
    assert read.decoded("DTSTART") == begins
    assert (read.decoded("DTEND") if "DTEND" in read else None) == ends
    assert title is None or str(read["SUMMARY"]) == title
    if not isinstance(begins, datetime):
        assert read["DTSTART"].params["VALUE"] == "DATE"


def test_a_calendar_says_what_made_it() -> None:
    read, (one,) = calendar(event(1, status="planned", latitude=-4.5, longitude=15.25, place="Brazzaville"))
    assert "SHA-256 " + "ab" * 32 in str(read["DESCRIPTION"])
    assert one.decoded("DTSTAMP") == PROVENANCE.made
    assert str(one["STATUS"]) == "TENTATIVE"
    assert (one["GEO"].latitude, one["GEO"].longitude) == (-4.5, 15.25)
    assert str(one["LOCATION"]) == "Brazzaville"
    assert [str(c) for c in one["CATEGORIES"].cats] == ["MOBILIZE", "Kazakhstan"]
    assert "on Monday" in str(one["DESCRIPTION"])


@settings(max_examples=15, deadline=None)
@given(EXTRACTIONS)
@example([extraction(*hostile())])
def test_a_calendar_keeps_its_lines(extractions: list[Extraction]) -> None:
    """No text of an article begins a property of its own."""
    frame = table.frame(extractions)
    export = by_ending(".ics")
    assert export is not None
    data = export.render(frame, PROVENANCE)
    assert len(icalendar.Calendar.from_ical(data).walk("VEVENT")) == len(frame)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    names = {re.split(rb"[;:]", line)[0] for line in data.replace(b"\r\n ", b"").split(b"\r\n") if line}
    known = """BEGIN END VERSION PRODID CALSCALE NAME X-WR-CALNAME DESCRIPTION X-WR-CALDESC SUMMARY DTSTART
    DTEND DTSTAMP UID CATEGORIES GEO LOCATION STATUS TRANSP URL X-TIMELINE-EDTF"""
    assert names <= {name.encode() for name in known.split()}


# --- TimelineJS, by its documented format


def slides(*events: Event) -> list[dict[str, Any]]:
    told = json.loads(rendered(".timelinejs.json", *events))
    assert told["scale"] == "human"
    assert "SHA-256 " + "ab" * 32 in told["title"]["text"]["text"]
    return told["events"]  # type: ignore[no-any-return]


def test_a_slide_has_dates_words_and_a_lane() -> None:
    month, day, since = slides(
        event(1, Span.month(2021, 5)), event(2), event(3, Span.day(date(2022, 1, 2)).open_ended())
    )
    assert month["start_date"] == {"year": 2021, "month": 5, "day": 1}
    assert month["end_date"] == {"year": 2021, "month": 5, "day": 31}
    assert month["display_date"] == "May 2021"
    assert month["group"] == "Kazakhstan"
    assert "end_date" not in day
    assert since["display_date"] == "since 2 January 2022"
    assert '<a href="https://example.org/a" rel="noopener noreferrer">' in day["text"]["text"]


def test_slides_hold_no_markup_of_articles() -> None:
    allowed = re.compile(r'</?p>|</?small>|<a href="https://example\.org/a" rel="noopener noreferrer">|</a>')
    for slide in slides(*hostile()):
        assert not re.search("[<>]", slide["text"]["headline"])
        assert not re.search("[<>]", allowed.sub("", slide["text"]["text"]))
        assert not re.search("[<>&]", slide["display_date"] + slide.get("group", ""))
        assert re.fullmatch(r"event-[\w-]*", slide["unique_id"], re.ASCII)
        assert slide["autolink"] is False


def test_the_real_timelinejs_opens_it(offline_browser: Any, tmp_path: Any) -> None:
    """TIMELINEJS names the folder dist of the npm package @knight-lab/timelinejs; without it this skips."""
    if not (dist := os.environ.get("TIMELINEJS")):
        pytest.skip(
            "no TimelineJS: npm install @knight-lab/timelinejs, and name its folder dist in TIMELINEJS"
        )
    base = Path(dist).resolve().as_uri()
    data = rendered(".timelinejs.json", event(1), event(2, Span.month(2021, 5)), *hostile()).decode()
    (tmp_path / "data.js").write_text(f"const data = {data};", encoding="utf-8")
    (tmp_path / "page.html").write_text(
        f'''<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="{base}/css/timeline.css">
        <div id="here" style="height: 600px"></div><script src="{base}/js/timeline.js"></script>
        <script src="data.js"></script>
        <script>const shown = new TL.Timeline("here", data, {{font: null}});</script>''',
        encoding="utf-8",
    )
    page = offline_browser.new_page()
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("dialog", lambda dialog: said.append(dialog.message))
    page.goto((tmp_path / "page.html").as_uri())
    page.wait_for_selector(".tl-timemarker", state="attached")
    page.wait_for_timeout(1000)
    assert page.evaluate("shown.config.getErrors()") == []
    assert page.locator(".tl-timemarker").count() == 2 + len(hostile())
    assert page.get_by_text("May 2021").count() >= 1
    assert page.evaluate("document.querySelectorAll('.tl-slide script, .tl-slide img, [onload]').length") == 0
    assert said == []
    page.close()


# --- the web page


class Page(HTMLParser):
    """What a browser would make of a page: its elements, attributes and text."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: set[str] = set()
        self.texts: list[str] = []
        self.feed(data.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links |= {str(value) for name, value in attrs if name in ("href", "src")}

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def test_a_page_holds_no_markup_of_articles() -> None:
    calm, page = Page(rendered(".html", event(1), event(2))), Page(rendered(".html", *hostile()))
    assert page.tags <= calm.tags | {"mark"}
    assert page.attributes <= calm.attributes
    assert page.links == {"https://example.org/a"}
    text = "".join(page.texts)
    assert all(markup in text for markup in MARKUP)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", " javascript:alert(1)", "file:///etc"]
)
def test_only_web_addresses_become_links(url: str) -> None:
    frame = table.frame([extraction(event(1), url=url)])
    for ending in (".html", ".timelinejs.json", ".ics"):
        export = by_ending(ending)
        assert export is not None
        data = export.render(frame, PROVENANCE)
        assert b"href" not in data
        assert b"\nURL" not in data


def test_a_page_is_in_order_of_time() -> None:
    day = date(2022, 1, 10)
    page = rendered(
        ".html",
        event(1, Span.day(day), headline="Third"),
        event(2, Span.month(2022, 1), headline="Second"),
        event(3, Span.year(2022), headline="First"),
        event(4, Span.day(day + timedelta(days=40)), headline="Fourth"),
    ).decode()
    headings = re.findall(r"<h[234][^>]*>([^<]*)</h", page)
    assert headings[:-1] == ["2022", "First", "January 2022", "Second", "Third", "February 2022", "Fourth"]


def test_the_expression_is_marked_where_it_stands() -> None:
    page = rendered(".html", event(1)).decode()
    assert "Troops arrived in town 1 <mark>on Monday</mark>." in page
    assert "<mark>" not in rendered(".html", event(1, time_text="in May")).decode()


def test_an_empty_view_says_so() -> None:
    assert "no events in this view" in rendered(".html").decode()


def test_a_page_from_disk_works_without_network(offline_browser: Any, tmp_path: Any) -> None:
    path = tmp_path / "events.html"
    path.write_bytes(
        rendered(".html", event(1, headline="Café opens"), event(2, Span.month(2021, 5)), *hostile())
    )
    page = offline_browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("dialog", lambda dialog: said.append(dialog.message))
    page.on("request", lambda r: None if r.url.startswith("file:") else said.append(r.url))
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(path.as_uri())
    every = page.locator("article:visible").count()
    assert every == 2 + len(hostile())
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    page.get_by_label("Show events with").fill("CAFE opens")
    assert page.locator("article:visible").count() == 1
    assert page.locator("#count").inner_text() == f"1 of {every} events"
    assert page.locator("h2:visible").all_inner_texts() == ["2022", "What made this page"]
    page.get_by_text("More", exact=True).locator("visible=true").click()
    assert page.get_by_text("that day.").locator("visible=true").count() == 1
    page.get_by_label("Show events with").fill("nothing like it")
    assert page.locator("article:visible").count() == 0
    assert said == []
    page.close()
