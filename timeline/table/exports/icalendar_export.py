"""The events as iCalendar (RFC 5545): one VEVENT each, days as DATE, the end exclusive.

An event stands on all the days that its date denotes ("May 2021" on all of May, marked transparent); its
date in words is in the title unless it is one day. Only a time of day told with its offset is a DATE-TIME:
without one nobody knows which instant it was. An open end gives the first day alone.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pandas as pd

from timeline.table.provenance import Provenance
from timeline.table.records import Row, of_frame
from timeline.table.words import isolated, row_words

_STATUS = {"reported": "CONFIRMED", "claimed": "TENTATIVE", "planned": "TENTATIVE", "denied": "TENTATIVE"}


def render(frame: pd.DataFrame, provenance: Provenance) -> bytes:
    from icalendar import Calendar, vText

    calendar = Calendar()
    calendar.add("prodid", f"-//Timeline//Timeline {provenance.version}//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    about = vText(_clean("\n".join(provenance.sentences())))
    for name in ("name", "x-wr-calname"):  # RFC 7986, and what calendars read before it
        calendar.add(name, vText("Timeline"))
    for name in ("description", "x-wr-caldesc"):
        calendar.add(name, about)
    made = provenance.made or datetime(1970, 1, 1, tzinfo=UTC)
    for row in of_frame(frame):
        calendar.add_component(_event(row, made))
    return bytes(calendar.to_ical())


def _event(row: Row, made: datetime):  # type: ignore[no-untyped-def]
    from icalendar import Event, vText

    event = Event()
    event.add("uid", f"{_line(row['event_id'])}@timeline")
    event.add("dtstamp", made.astimezone(UTC))
    begins, ends = moments(row)
    event.add("dtstart", begins)
    if ends is not None:
        event.add("dtend", ends)
    event.add("summary", _summary(row))
    event.add("description", _description(row))
    if row["place"]:
        event.add("location", _line(row["place"]))
    if row["latitude"] is not None and row["longitude"] is not None:
        event.add("geo", (row["latitude"], row["longitude"]))
    if _is_web(row["url"]):
        event.add("url", _line(row["url"]))
    if categories := [_line(c) for c in (row["event_type"], *row["countries"]) if c]:
        event.add("categories", categories)
    event.add("status", _STATUS.get(row["status"], "TENTATIVE"))
    event.add("transp", "TRANSPARENT")
    event.add("x-timeline-edtf", vText(_line(row["edtf"])))
    return event


def moments(row: Row) -> tuple[date | datetime, date | None]:
    """DTSTART, and DTEND (exclusive) where it is needed and the calendar still has such a day."""
    start, end = row["start"], row["end"]
    if row["clock"] and start == end and (at := _instant(start, row["clock"])) is not None:
        return at, None
    if end is None or end == start:
        return start, None
    return start, end + timedelta(days=1) if end < date.max else end


def _instant(day: date, clock: str) -> datetime | None:
    """The instant of a time of day told with its offset, in UTC."""
    try:
        told = time.fromisoformat(clock)
        at = datetime.combine(day, told)
        return at.astimezone(UTC) if told.utcoffset() is not None else None
    except (ValueError, OverflowError):
        return None


def _summary(row: Row) -> str:
    words = row_words(row)
    headline = _line(row["headline"] or row["evidence"] or "")
    return (
        headline
        if row["precision"] == "day" and row["start"] == row["end"] and not row["clock"]
        else f"{headline} ({words})"
    )


def _description(row: Row) -> str:
    parts = [
        f"{row_words(row)} ({row['status']}" + (f" by {row['claimed_by']})" if row["claimed_by"] else ")"),
        row["evidence"],
        row["date_reason"],
        ", ".join(p for p in (row["source"], row["title"], row["url"]) if p),
    ]
    return "\n\n".join(_clean(isolated(part)) for part in parts if part)


def _line(text: str) -> str:
    return _clean(isolated(" ".join(text.split())))


def _clean(text: str) -> str:
    """Without control characters, which no iCalendar text may hold (RFC 5545, 3.1)."""
    return "".join(
        c for c in text.replace("\r\n", "\n").replace("\r", "\n") if c in "\n\t" or (c >= " " and c != "\x7f")
    )


def _is_web(url: str | None) -> bool:
    return bool(url) and str(url).lower().startswith(("https://", "http://"))
