"""Files that appear whole or not at all: written beside their place and renamed onto it."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def written_beside(path: Path | str) -> Iterator[Path]:
    """Yields a new path in the same folder; what is written there replaces `path` when all went well.

    The writer must have closed its file by then (Windows renames no open file). On any exception the
    half-written file is removed and `path` is as it was. Raises OSError where the place cannot be written.
    """
    path = Path(path)
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield beside
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)
