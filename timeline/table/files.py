"""`timeline.files` for the table's readers: what cannot be written is told as a TableError."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from timeline import files
from timeline.table.errors import TableError


@contextmanager
def written_beside(path: Path | str) -> Iterator[Path]:
    """As `files.written_beside`. Raises TableError where the place cannot be written."""
    try:
        with files.written_beside(path) as beside:
            yield beside
    except (PermissionError, IsADirectoryError, NotADirectoryError, FileExistsError) as fault:
        raise TableError(
            Path(path), f"cannot be written ({fault.strerror}). Is it open in another program?"
        ) from fault
