"""Files and folders → articles, one at a time."""

from __future__ import annotations

import gzip
import io
import os
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, cast

from timeline.model import Article
from timeline.reading.decode import decode, mend
from timeline.reading.failure import Failure, Unreadable
from timeline.reading.record import BadField, read_record
from timeline.reading.text import read_text

_TEXT = (".txt", ".text")
_RECORDS = (".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz")
_FORBIDDEN = "not allowed to read this; check its permissions"
_LARGEST = 64 * 2**20
"""Bytes of one article; larger files are no articles."""


def read(path: str | Path) -> Iterator[Article | Failure]:
    """The articles of a file or, recursively, of a folder; what cannot be read comes as Failure."""
    return read_all([path])


def read_all(paths: Iterable[str | Path]) -> Iterator[Article | Failure]:
    """`read` for several inputs. An id that was used before gets “~2”, “~3” … so that no row is lost."""
    used: set[int] = set()
    for path in paths:
        for found in _read(Path(path)):
            if isinstance(found, Article):
                found = _distinct(found, used)
                used.add(hash(found.id))
            yield found


def _distinct(article: Article, used: set[int]) -> Article:
    number, distinct = 1, article.id
    while hash(distinct) in used:
        number += 1
        distinct = f"{article.id}~{number}"
    return article if number == 1 else replace(article, id=distinct)


def _read(path: Path) -> Iterator[Article | Failure]:
    try:
        path.stat()
        if path.is_dir():
            yield from _read_folder(path)
        elif path.name.lower().endswith(_RECORDS):
            yield from _read_records(path)
        else:
            yield _read_file(path, _stem(path.name))
    except FileNotFoundError:
        yield Failure(str(path), "there is no such file or folder; check its name")
    except PermissionError:
        yield Failure(str(path), _FORBIDDEN)
    except (OSError, EOFError, zlib.error) as error:
        yield Failure(str(path), f"cannot be read ({error})")


def _read_folder(folder: Path) -> Iterator[Article | Failure]:
    empty = True
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(place) / name
            if name.startswith(".") or not name.lower().endswith(_TEXT + _RECORDS):
                continue
            empty = False
            if name.lower().endswith(_RECORDS):
                yield from _read(path)
            else:
                yield _read_file(path, _stem(path.relative_to(folder).as_posix()))
    if empty:
        yield Failure(str(folder), "the folder holds no .txt, .jsonl or .jsonl.gz file")


def _read_file(path: Path, article_id: str) -> Article | Failure:
    try:
        if path.stat().st_size > _LARGEST:
            raise Unreadable("larger than 64 MB; split it into one file an article, or into JSON lines")
        return read_text(decode(path.read_bytes()), id=mend(article_id))
    except Unreadable as error:
        return Failure(str(path), str(error))
    except PermissionError:
        return Failure(str(path), _FORBIDDEN)
    except OSError as error:
        return Failure(str(path), f"cannot be read ({error.strerror})")


def _read_records(path: Path) -> Iterator[Article | Failure]:
    with path.open("rb") as raw:
        packed = raw.read(2) == b"\x1f\x8b"
    with gzip.open(path) if packed else path.open("rb") as stream:
        stem = _stem(path.name)
        for number, line in _numbered(cast(BinaryIO, stream)):
            if line is None:
                yield Failure(str(path), "a line longer than 64 MB; make it several records", number)
            elif line.strip():
                yield _read_line(path, number, line, f"{stem}:{number}")


def _read_line(path: Path, number: int, line: bytes, fallback_id: str) -> Article | Failure:
    try:
        return read_record(decode(line).strip(), fallback_id)
    except BadField as error:
        return Failure(str(path), str(error), number, error.field)
    except Unreadable as error:
        return Failure(str(path), str(error), number)


def _numbered(stream: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """Lines with their numbers; None for one too long to hold in memory."""
    mark = stream.read(2)
    stream.seek(0)
    if mark in (b"\xff\xfe", b"\xfe\xff"):  # UTF-16 has line feeds inside characters
        with io.TextIOWrapper(stream, "utf-16", errors="replace", newline="\n") as wide:
            for number, text in enumerate(wide, 1):
                yield number, text.encode("utf-8", "replace") if len(text) <= _LARGEST else None
        return
    number = 0
    while line := stream.readline(_LARGEST):
        number += 1
        if line.endswith(b"\n") or len(line) < _LARGEST:
            yield number, line
            continue
        while (more := stream.readline(_LARGEST)) and not more.endswith(b"\n"):
            pass
        yield number, None


def _stem(name: str) -> str:
    """A file's path without its ending, or endings."""
    low = name.lower()
    for ending in sorted(_RECORDS + _TEXT, key=len, reverse=True):
        if low.endswith(ending) and len(name) > len(ending):
            return name[: -len(ending)]
    return os.path.splitext(name)[0]
