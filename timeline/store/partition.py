"""Partitions: some hundred articles that one worker reads from a file of their own and turns into rows.

A partition's key is the hash of its articles and of what reads them, so that the same work has the same
name: what is done is known by its file, in a run taken up again and in one over grown inputs.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from timeline.model import Article, Zone
from timeline.reading import Failure

SMALLEST, LARGEST = 200_000, 1_000_000
"""Characters of text in a partition, about. Between them it ends where an article's hash says, not where
the count does, so that an article more at the front moves the borders near it and no others."""


@dataclass(frozen=True, slots=True)
class Partition:
    """Articles as JSON lines, and the key of their results."""

    key: str
    lines: tuple[str, ...]
    ids: tuple[str, ...]


def partitions(
    found: Iterable[Article | Failure], maker: Mapping[str, Any], failures: list[Failure]
) -> Iterator[Partition]:
    """Groups articles as they are read; what could not be read goes to `failures`.

    `maker` is what makes the rows: code, model, settings.
    """
    lines: list[str] = []
    ids: list[str] = []
    size = 0
    for item in found:
        if isinstance(item, Failure):
            failures.append(item)
            continue
        line = encode(item)
        lines.append(line)
        ids.append(item.id)
        size += len(item.text)
        if size >= LARGEST or (size >= SMALLEST and _is_border(item.id)):
            yield Partition(_key(lines, maker), tuple(lines), tuple(ids))
            lines, ids, size = [], [], 0
    if lines:
        yield Partition(_key(lines, maker), tuple(lines), tuple(ids))


def _is_border(article_id: str) -> bool:
    return hashlib.sha256(article_id.encode("utf-8", "surrogatepass")).digest()[0] < 16


def _key(lines: Iterable[str], maker: Mapping[str, Any]) -> str:
    digest = hashlib.sha256(json.dumps(maker, sort_keys=True).encode())
    for line in lines:
        digest.update(b"\n" + line.encode())
    return digest.hexdigest()[:24]


def encode(article: Article) -> str:
    """An article as one line of JSON, ASCII."""
    return json.dumps(asdict(article) | {"published": article.published and article.published.isoformat()})


def decode(line: str) -> Article:
    told = json.loads(line)
    published = told.pop("published")
    zones = tuple(Zone(**zone) for zone in told.pop("zones"))
    return Article(**told, zones=zones, published=date.fromisoformat(published) if published else None)


def write(partition: Partition, folder: Path) -> Path:
    """The file that a worker reads."""
    path = folder / f"{partition.key}.jsonl"
    path.write_text("\n".join(partition.lines), encoding="ascii", newline="\n")
    return path


def read(path: Path) -> Iterator[Article]:
    with path.open(encoding="ascii") as file:
        for line in file:
            yield decode(line)
