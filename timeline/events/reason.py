"""`date_reason`: how a row came by its date, as a careful editor would say it."""

from __future__ import annotations

from timeline.dates import Span
from timeline.events.row import Row


def date_reason(row: Row) -> str:
    """One or two sentences: what the expression denotes, and why it dates this event."""
    if row.path == "lead":
        return f"No date of its own: {row.because} ({_days(row.span)})."
    if row.timex is None:
        source = row.source
        assert source is not None
        said = source.timex.text if source.timex is not None else _days(source.span)
        if row.path == "approx":
            return f"No date of its own: {row.because} (“{said}” dates “{source.word}”)."
        return f"No date of its own: {row.because} (“{source.word}”, {_days(source.span)})."
    reason = row.timex.reason.strip().rstrip(".")
    how = _how(row)
    return f"{reason}. {how}" if reason else how


def _how(row: Row) -> str:
    said = row.timex.text if row.timex else ""
    match row.path:
        case "caption":
            return "It is the caption's date."
        case "attribute" | "noun" if row.beside is not None:
            return f"It dates the “{_beside(row)}”, of which “{row.word}” tells."
        case "attribute":
            return f"It belongs to the “{row.word}”."
        case "noun":
            return f"It dates the “{row.word}”."
        case "as":
            return f"“{row.word}” happens at the same time as “{_beside(row)}”, which “{said}” dates."
        case "since":
            return f"“{row.word}” has gone on since what “{_beside(row)}”, which “{said}” dates."
        case "and":
            return f"“{row.word}” is told with “{_beside(row)}”, which “{said}” dates."
        case "sentence":
            return "It stands in this sentence."
        case _ if row.span.last is None:
            return f"“{row.word}” has held since then."
        case _:
            return f"It dates “{row.word}”."


def _beside(row: Row) -> str:
    return row.tree[row.beside].text if row.tree is not None and row.beside is not None else ""


def _days(span: Span) -> str:
    if span.last is None:
        return f"since {span.first.isoformat()}"
    if span.first == span.last:
        return span.first.isoformat()
    return f"{span.first.isoformat()} to {span.last.isoformat()}"
