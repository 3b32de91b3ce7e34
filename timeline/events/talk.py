"""Transcripts of broadcasts: who talks there says "today" of much that is no event."""

from __future__ import annotations

import re

from timeline.events.row import Row

_LABEL = re.compile(r"(?<![^\s(])[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}(?:, [A-Z][A-Z ,.'’-]+)?: (?=\S)")
_FEWEST = 3
"""Speakers' labels from which on a text is a transcript."""


def transcript(text: str) -> bool:
    """Whether a text is a conversation written down: "BLITZER: …"."""
    return len({label[0] for label in _LABEL.finditer(text)}) >= _FEWEST


def idle(row: Row) -> str | None:
    """Why a row of a transcript is left out: nobody with a name takes part in it."""
    named = any(name[:1].isupper() for name in row.cast.actors)
    return None if named else "it is said in a conversation, and names nobody who acts"
