"""What is being looked at: the first article, a pasted or uploaded one, several, or a table of events."""

from __future__ import annotations

import hashlib
import json
import logging
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import streamlit as st

from timeline import pipeline, reading, table
from timeline.language import ModelMissing
from timeline.model import Article, Extraction
from timeline.view import board as boards
from timeline.view import words

LARGEST_TEXT = 1_000_000
LARGEST_TABLE = 50_000_000
TABLES = (".csv", ".parquet")
FIRST = "first"
log = logging.getLogger("timeline")


@dataclass(frozen=True, slots=True)
class Document:
    """Bytes that a reader brought, with what they said about them."""

    name: str
    data: bytes
    title: str = ""

    @property
    def key(self) -> str:
        """What stands in the address: the same text is the same article."""
        return hashlib.sha256(self.data + b"\0" + self.title.encode("utf-8", "replace")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Opened:
    """A document, read."""

    name: str
    board: boards.Board
    texts: dict[str, str]
    extractions: tuple[Extraction, ...]
    failures: tuple[str, ...]
    inputs: tuple[table.Input, ...]
    is_table: bool = False

    @property
    def article(self) -> Article | None:
        """The article, where there is just one."""
        return self.extractions[0].article if len(self.extractions) == 1 else None


@st.cache_resource
def documents() -> dict[str, Document]:
    """Every document that this server was given, by its key: kept in memory until it stops."""
    return {}


def keep(document: Document) -> str:
    documents()[document.key] = document
    return document.key


def add_first(path: Path) -> None:
    """Makes the first article known, unless it is."""
    if FIRST not in documents() and path.is_file():
        documents()[FIRST] = Document(path.name, path.read_bytes())


def opened(key: str, published: str | None) -> Opened:
    """Reads a kept document; `published` (ISO) overrides the publication date of a single article.

    Read once; but a missing language model may be there at the next click.
    """
    try:
        return _read(key, published)
    except ModelMissing as fault:
        return _failed(documents()[key], str(fault))


def _inputs(document: Document) -> tuple[table.Input, ...]:
    return (table.Input(document.name, hashlib.sha256(document.data).hexdigest()),)


def _failed(document: Document, why: str) -> Opened:
    return Opened(document.name, boards.board(table.empty()), {}, (), (why,), _inputs(document))


@st.cache_resource(max_entries=16, show_spinner=words.say("reading"))
def _read(key: str, published: str | None) -> Opened:
    document = documents()[key]
    inputs = _inputs(document)
    failures: list[str] = []
    suffix = Path(document.name).suffix.lower()
    if suffix in TABLES or (suffix == ".jsonl" and _holds_events(document.data)):
        return _opened_table(document, inputs)
    try:
        articles = list(_articles(document, failures))
    except (OSError, ValueError) as fault:
        articles, failures = [], [words.say("article.file", name=document.name, why=fault)]
    if published and len(articles) == 1:
        day = date.fromisoformat(published)
        articles = [replace(articles[0], published=day, published_reason=words.say("article.set"))]
    extractions = tuple(_extracted(articles, failures))
    return Opened(
        document.name,
        boards.board(table.frame(extractions)),
        {extraction.article.id: extraction.article.text for extraction in extractions},
        extractions,
        tuple(failures),
        inputs,
    )


def _opened_table(document: Document, inputs: tuple[table.Input, ...]) -> Opened:
    failures: tuple[str, ...] = ()
    try:
        with _on_disk(document) as path:
            frame = table.read(path)
    except (table.TableError, OSError, ValueError) as fault:
        frame = table.empty()
        failures = (words.say("article.file", name=document.name, why=fault),)
    return Opened(document.name, boards.board(frame), {}, (), failures, inputs, is_table=True)


def _articles(document: Document, failures: list[str]) -> Iterator[Article]:
    with _on_disk(document) as path:
        for one in reading.read(path):
            if isinstance(one, Article):
                yield replace(one, title=one.title or document.title or None)
            else:
                failures.append(one.sentence)


def _extracted(articles: list[Article], failures: list[str]) -> Iterator[Extraction]:
    for article in articles:
        try:
            yield pipeline.extract(article)
        except ModelMissing:
            raise
        except Exception as fault:  # one article must not take the page down
            log.exception("article %r", article.id)
            failures.append(words.say("article.failed", kind=type(fault).__name__))


class _on_disk:
    """The document as a file of its own name, for the readers that tell formats by it."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def __enter__(self) -> Path:
        self.folder = tempfile.TemporaryDirectory(prefix="timeline-")
        name = re.sub(r"[^\w.-]+", "-", Path(self.document.name).name)[-80:].lstrip(".") or "article.txt"
        path = Path(self.folder.name) / name
        path.write_bytes(self.document.data)
        return path

    def __exit__(self, *_: object) -> None:
        self.folder.cleanup()


def _holds_events(data: bytes) -> bool:
    line = data.lstrip()[:100_000].split(b"\n", 1)[0]
    try:
        record = json.loads(line)
    except ValueError:
        return False
    return isinstance(record, dict) and "event_id" in record
