"""A cell of the CSV file ⇄ a value.

A text cell that a spreadsheet would run as a formula gets one leading apostrophe, which reading takes off;
so does one that is already such a cell behind apostrophes, so that every text comes back as it was.
Items of a list stand between "; "; a semicolon or backslash within an item has a backslash before it.
"""

from __future__ import annotations

import json
import math
import re
from datetime import date
from typing import Any

from timeline.table.errors import shown
from timeline.table.records import tellings
from timeline.table.schema import Column

_RUN_BY_SPREADSHEETS = re.compile(r"'*[=+\-@\t\r]")
_GUARDED = re.compile(r"'+[=+\-@\t\r]")
_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_ITEM = re.compile(r"(?:\\[\\;]|[^;])+")
_ESCAPED = re.compile(r"\\([\\;])")


def encode(column: Column, value: Any) -> str:
    """A value as its cell says it; what is absent is the empty cell."""
    if value is None:
        return ""
    match column.kind:
        case "list":
            return guard(join(value))
        case "date":
            return str(value.isoformat())
        case "number":
            return "" if math.isnan(value) else repr(float(value))
        case "integer" | "code":
            return str(value)
        case _:
            return guard(value)


def decode(column: Column, cell: str) -> Any:
    """A cell read back; raises ValueError that says what was expected."""
    value = _decoded(column, cell)
    check(column, value)
    return value


def check(column: Column, value: Any) -> None:
    """Raises ValueError where a value is not one that the column may hold."""
    if value is None:
        if column.required:
            raise ValueError("is empty, but every event needs it")
    elif column.choices and value not in column.choices:
        raise ValueError(f"{shown(value)} is not one of {', '.join(column.choices)}")
    elif column.kind == "json":
        tellings(value)
    elif column.kind == "number" and not math.isfinite(value):
        raise ValueError(f"{value} is not a number that this column may hold")


def _decoded(column: Column, cell: str) -> Any:
    match column.kind:
        case "list":
            return split(unguard(cell))
        case _ if not cell:
            return None
        case "date":
            return read_date(cell)
        case "integer":
            return read_integer(cell)
        case "number":
            return read_number(cell)
        case "code":
            return cell
        case _:
            return unguard(cell)


def guard(text: str) -> str:
    return "'" + text if _RUN_BY_SPREADSHEETS.match(text) else text


def unguard(text: str) -> str:
    return text[1:] if _GUARDED.match(text) else text


def join(items: tuple[str, ...]) -> str:
    return "; ".join(item.replace("\\", "\\\\").replace(";", "\\;") for item in items)


def split(cell: str) -> tuple[str, ...]:
    """The items of a cell; "A;B", as somebody may type it, is two items as well."""
    items = [match.group() for match in _ITEM.finditer(cell)]
    stripped = [items[0], *(item.removeprefix(" ") for item in items[1:])] if items else []
    return tuple(_ESCAPED.sub(r"\1", item) for item in stripped if item)


def read_date(text: str) -> date:
    if not _ISO_DATE.fullmatch(text):
        raise ValueError(
            f"{shown(text)} is not a date such as 2022-01-10. A spreadsheet may have rewritten it: "
            "format the column as text, or save again with dates as YYYY-MM-DD"
        )
    try:
        return date.fromisoformat(text)
    except ValueError as fault:
        raise ValueError(f"{shown(text)} is no day of the calendar ({fault})") from fault


def read_integer(text: str) -> int:
    number = read_number(text)
    if number is None or not number.is_integer():
        raise ValueError(f"{shown(text)} is not a whole number")
    return int(number)


def read_number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        raise ValueError(f"{shown(text)} is not a number such as 0.95, with a point") from None
    return None if math.isnan(number) else number


def from_json(column: Column, value: Any) -> Any:
    """A value of a JSON line as the row holds it. Raises ValueError that says what was expected."""
    result = _of_json(column, value)
    check(column, result)
    return result


def _of_json(column: Column, value: Any) -> Any:
    match column.kind, value:
        case "list", None:
            return ()
        case "list", list() if all(isinstance(item, str) for item in value):
            return tuple(item for item in value if item)
        case "json", list():
            return json.dumps(value, ensure_ascii=False)
        case _, None | "":
            return None
        case (("text" | "code" | "json"), str()):
            return value
        case "date", str():
            return read_date(value)
        case "integer", int() if not isinstance(value, bool):
            return value
        case "number", int() | float() if not isinstance(value, bool):
            return float(value)
    kinds = {
        "list": "a list of texts",
        "date": "an ISO date",
        "integer": "a whole number",
        "number": "a number",
    }
    raise ValueError(f"{shown(value)} is not {kinds.get(column.kind, 'text')}")
