"""`timeline annotate`: articles → their time expressions, places and actors, one JSON line an article."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from timeline import language, timex
from timeline.cli.run import Run, Trouble
from timeline.files import written_beside
from timeline.model import ActorMention, Article, PlaceMention, Timex

Record = dict[str, Any]


def annotate(inputs: Sequence[str], output: str | None, only: str | None = None) -> int:
    """Writes one line an article, in input order; returns the exit status. Raises Trouble.

    `only` "timexes" needs no language model and loads none.
    """
    run = Run(inputs)
    records = run.each(_worker(only))
    if output is None:
        if isinstance(sys.stdout, io.TextIOWrapper):  # whatever the terminal's locale, JSON lines are UTF-8
            sys.stdout.reconfigure(encoding="utf-8", newline="\n")
        for record in records:
            _write(record, sys.stdout)
        return run.status()
    first = next(records, None)
    if first is None:
        return run.status()
    with _replacing(Path(output)) as file:
        _write(first, file)
        for record in records:
            _write(record, file)
    return run.status()


def _worker(only: str | None) -> Callable[[Article], Record]:
    def work(article: Article) -> Record:
        article, timexes = timex.read(article)
        record: Record = {
            "id": article.id,
            "published": article.published.isoformat() if article.published else None,
            "published_reason": article.published_reason,
        }
        if only in (None, "timexes"):
            record["timexes"] = [_timex(found) for found in timexes]
        if only == "timexes":
            return record
        from timeline import entities  # gazetteers and the language model load only when asked for

        mentions = entities.find(article, language.parse(article, timexes))
        if only in (None, "places"):
            named = (found for found in mentions.places if found.form in ("name", "demonym"))
            record["places"] = [_place(found) for found in named]
        if only in (None, "actors"):
            record["actors"] = [_actor(found) for found in mentions.actors]
        return record

    return work


def _timex(found: Timex) -> Record:
    record: Record = {"start": found.start, "end": found.end, "text": found.text}
    record |= {"type": found.type, "value": found.value}
    for field in ("mod", "quant", "freq"):
        if (value := getattr(found, field)) is not None:
            record[field] = value
    span = found.span
    record["from"] = span.first.isoformat() if span else None
    record["to"] = span.last.isoformat() if span and span.last else None
    record["precision"] = span.granularity.value if span else None
    record["reason"] = found.reason
    return record


def _place(found: PlaceMention) -> Record:
    return {
        "start": found.start,
        "end": found.end,
        "text": found.text,
        "name": found.name,
        "country": found.country,
    }


def _actor(found: ActorMention) -> Record:
    return {
        "start": found.start,
        "end": found.end,
        "text": found.text,
        "name": found.name,
        "kind": found.kind,
        "country": found.country,
    }


def _write(record: Record, file: TextIO) -> None:
    file.write(json.dumps(record, ensure_ascii=False) + "\n")


@contextmanager
def _replacing(path: Path) -> Iterator[TextIO]:
    """A file that takes `path`'s place when all is written, and is gone where something went wrong."""
    try:
        with written_beside(path) as beside, beside.open("w", encoding="utf-8", newline="\n") as file:
            yield file
    except OSError as error:
        raise Trouble(f"{path}: cannot be written ({error.strerror})") from error
