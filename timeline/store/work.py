"""What a worker does: one partition's articles → one Parquet file of articles and one of events."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from timeline import pipeline, table
from timeline.language import ModelMissing
from timeline.model import Article, Extraction
from timeline.store import partition
from timeline.table.files import written_beside
from timeline.table.records import plain

ARTICLES = pa.schema(
    [
        pa.field("id", pa.string(), nullable=False),
        pa.field("title", pa.string()),
        pa.field("source", pa.string()),
        pa.field("url", pa.string()),
        pa.field("published", pa.date32()),
        pa.field("published_reason", pa.string()),
        pa.field("language", pa.string()),
        pa.field("text", pa.string(), nullable=False),
        pa.field(
            "left_out",
            pa.list_(
                pa.struct(
                    [
                        ("start", pa.int64()),
                        ("end", pa.int64()),
                        ("text", pa.string()),
                        ("reason", pa.string()),
                    ]
                )
            ),
        ),
    ]
)
DONE = b"timeline:done"
"""Metadata of the articles file: how many rows, and which articles failed and why."""


@dataclass(frozen=True, slots=True)
class Done:
    """One partition's outcome; `failures` are sentences."""

    key: str
    articles: int
    events: int
    failures: tuple[str, ...] = ()


def events_file(out: Path, key: str) -> Path:
    return out / "events" / f"part-{key}.parquet"


def articles_file(out: Path, key: str) -> Path:
    return out / "articles" / f"part-{key}.parquet"


def process(work: str, out: str, approx: bool) -> Done:
    """Reads the partition file `work`, writes its results into the folder `out`, the articles last.

    An article that cannot be extracted is a failure and keeps its place among the articles.
    Raises ModelMissing, and OSError where the folder cannot be written.
    """
    path, folder = Path(work), Path(out)
    key = path.stem
    failures: list[str] = []
    records: list[dict[str, Any]] = []

    def extractions() -> Iterator[Extraction]:
        for article in partition.read(path):
            try:
                extraction = pipeline.extract(article, approx=approx)
            except ModelMissing:
                raise
            except Exception as fault:  # one article must not take hundreds of others with it
                failures.append(
                    f"article {article.id}: could not be extracted ({type(fault).__name__}: {fault})"
                )
                extraction = Extraction(article)
            records.append(_record(extraction))
            yield extraction

    events = table.write(extractions(), events_file(folder, key))
    done = Done(key, len(records), events, tuple(failures))
    told = {"articles": done.articles, "events": done.events, "failures": failures}
    schema = ARTICLES.with_metadata({DONE: json.dumps(told).encode()})
    with written_beside(articles_file(folder, key)) as beside:
        pq.write_table(pa.Table.from_pylist(records, schema), beside, compression="zstd", row_group_size=256)
    return done


def _record(extraction: Extraction) -> dict[str, Any]:
    article: Article = extraction.article
    return {
        "id": plain(article.id) or "",
        "title": plain(article.title),
        "source": plain(article.source),
        "url": plain(article.url),
        "published": article.published,
        "published_reason": plain(article.published_reason),
        "language": plain(article.language),
        "text": plain(article.text) or "",
        "left_out": [
            {
                "start": o.timex.start,
                "end": o.timex.end,
                "text": plain(o.timex.text),
                "reason": plain(o.reason),
            }
            for o in extraction.left_out
        ],
    }


def done_before(out: Path, key: str) -> Done | None:
    """The outcome of a partition whose files are there and whole."""
    if not events_file(out, key).exists():
        return None
    try:
        told = json.loads((pq.read_schema(articles_file(out, key)).metadata or {})[DONE])
        return Done(key, told["articles"], told["events"], tuple(told["failures"]))
    except (OSError, KeyError, ValueError, TypeError):
        return None
