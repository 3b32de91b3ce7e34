"""Who took part in a meeting, from what is told of it later: "at the summit, Toqaev said"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from timeline.events.row import Row


def gather(rows: Iterable[Row]) -> None:
    """Adds to each meeting those who spoke or acted at it, of rows that inherit its date."""
    for row in rows:
        meeting = _meeting(row)
        if meeting is not None and meeting.event_type == "CONSULT":
            came = [name for name in row.cast.doers if name not in meeting.cast.actors]
            meeting.cast = replace(meeting.cast, others=(*meeting.cast.others, *came))


def _meeting(row: Row) -> Row | None:
    """The meeting at which a row's event happens, straight or through what it joins: "likewise said"."""
    while row.path == "inherited" and row.source is not None:
        if row.beside is not None:
            return row.source
        row = row.source
    return None
