"""What a reader takes away: the events shown, as a file of each format, with what made it.

Every format is a function (frame, provenance) → bytes. Article text is hostile: each escapes it as its
own format asks, and nothing of it runs where the file is opened.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from timeline.table import csv_io, sidecar
from timeline.table.exports import icalendar_export, json_export, page, parquet_export, timelinejs
from timeline.table.provenance import Provenance

Render = Callable[[pd.DataFrame, Provenance], bytes]


@dataclass(frozen=True, slots=True)
class Export:
    """One format: the file's ending, its media type, and what is good to know in a few words."""

    name: str
    ending: str
    media_type: str
    about: str
    render: Render


def _csv(frame: pd.DataFrame, provenance: Provenance) -> bytes:
    """CSV has no place for what made it: that is the file beside it."""
    return csv_io.to_bytes(frame)


def _beside(frame: pd.DataFrame, provenance: Provenance) -> bytes:
    """The file beside timeline.csv: its columns and what made it, as CSV on the Web has it."""
    told = sidecar.metadata("timeline.csv", [str(name) for name in frame.columns], provenance)
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


EXPORTS: tuple[Export, ...] = (
    Export("CSV", ".csv", "text/csv", "for spreadsheets", _csv),
    Export("CSV metadata", ".csv-metadata.json", "application/json", "what made the CSV", _beside),
    Export("JSON", ".json", "application/json", "for programs", json_export.render),
    Export("Parquet", ".parquet", "application/vnd.apache.parquet", "for data tools", parquet_export.render),
    Export("iCalendar", ".ics", "text/calendar", "for calendars", icalendar_export.render),
    Export("TimelineJS", ".timelinejs.json", "application/json", "for TimelineJS 3", timelinejs.render),
    Export("Web page", ".html", "text/html", "one page that works offline", page.render),
)


def by_ending(name: str) -> Export | None:
    """The format of a file name, the longest ending first; None where none fits."""
    fitting = [e for e in EXPORTS if name.lower().endswith(e.ending)]
    return max(fitting, key=lambda e: len(e.ending), default=None)
