"""What a reader of the events table can be told when a file cannot be read or written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path


class TableError(ValueError):
    """A file that is not the events table, or cannot be written. The message says where and what to do."""

    def __init__(self, path: Path | str, fault: str, *, line: int | None = None, column: str | None = None):
        where = [Path(path).name]
        if line is not None:
            where.append(f"line {line}")
        if column is not None:
            where.append(f"column {column}")
        super().__init__(f"{', '.join(where)}: {fault}")
        self.line = line
        self.column = column

    def __reduce__(self) -> tuple[Callable[..., TableError], tuple[str, int | None, str | None]]:
        return _again, (str(self), self.line, self.column)


def _again(message: str, line: int | None, column: str | None) -> TableError:
    """The error as it crosses from one process to another."""
    error = TableError.__new__(TableError)
    error.args, error.line, error.column = (message,), line, column
    return error


def shown(value: object, width: int = 60) -> str:
    """A value as an error message quotes it, never longer than a line."""
    text = repr(value)
    return text if len(text) <= width else text[: width - 1] + "…"
