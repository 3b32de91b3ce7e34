"""What a run depends on: the files of its inputs, and our own code, by their SHA-256."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from timeline.table import Input, sha256_of

_ENDINGS = (".txt", ".text", ".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz")
"""What reading takes from a folder."""
_NOT_EXTRACTING = ("pages/", "view/", "cli/")
_NOT_CODE = (".pyc", ".css", ".js", ".typed")


def inputs_of(paths: Iterable[Path | str]) -> tuple[Input, ...]:
    """Every file that reading takes from `paths`, named by its path below the input.

    A file that cannot be read is left out here: reading says so.
    """
    found: list[Input] = []
    for path, name in _files(paths):
        try:
            found.append(Input(name, sha256_of(path)))
        except OSError:
            continue
    return tuple(found)


def code_digest() -> str:
    """One hash over the package's rules and code, so that a changed rule is never taken for work done."""
    package = Path(__file__).parent.parent
    digest = hashlib.sha256()
    for path in sorted(package.rglob("*")):
        name = path.relative_to(package).as_posix()
        if path.is_file() and path.suffix not in _NOT_CODE and not name.startswith(_NOT_EXTRACTING):
            digest.update(f"{name} {sha256_of(path)}\n".encode())
    return digest.hexdigest()


def _files(paths: Iterable[Path | str]) -> Iterator[tuple[Path, str]]:
    for path in map(Path, paths):
        if not path.is_dir():
            yield path, path.name
            continue
        for place, folders, names in os.walk(path):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(names):
                if not name.startswith(".") and name.lower().endswith(_ENDINGS):
                    file = Path(place) / name
                    yield file, file.relative_to(path).as_posix()
