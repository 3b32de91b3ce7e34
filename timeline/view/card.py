"""The evidence card's content: everything that a reader needs to believe, or doubt, one row."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from timeline.table import tellings
from timeline.view import kinds, words
from timeline.view.board import NONE, Board
from timeline.view.labels import clean, shorten
from timeline.view.layout import choice_label

CONTEXT = 320
"""Characters of the article before and after the sentence."""

Piece = tuple[Literal["text", "sentence", "time"], str]
Link = tuple[str, str, str]
"""Facet, code, label."""


@dataclass(frozen=True, slots=True)
class Card:
    event_id: str
    headline: str
    when: str
    reason: str
    status: str
    type: str
    kind: str
    symbol: str
    confidence: int | None
    """Of a hundred such rows, how many are right."""
    passage: tuple[Piece, ...]
    whole_article: bool
    """Whether the article's text is at hand, so that the passage shows what stands around the sentence."""
    actors: tuple[Link, ...]
    countries: tuple[Link, ...]
    did: str
    place: str
    title: str
    source: str
    url: str
    """Only http and https; empty else."""
    published: str
    tellings: tuple[str, ...]


def card(board: Board, row: int, texts: Mapping[str, str]) -> Card:
    """The card of a row; `texts` has the articles' texts by id, as far as they are at hand."""
    status = str(board.cell(row, "status") or "")
    claimed_by = board.cell(row, "claimed_by")
    status_words = choice_label(board, "status", status or NONE)
    if claimed_by:
        status_words = words.say("card.claimed", who=claimed_by)
    passage, whole = _passage(board, row, texts)
    confidence = board.cell(row, "confidence")
    doers, targets = (", ".join(board.cell(row, name)) for name in ("doers", "targets"))
    published = board.cell(row, "published")
    return Card(
        event_id=str(board.cell(row, "event_id")),
        headline=str(board.cell(row, "headline") or ""),
        when=board.when(row),
        reason=str(board.cell(row, "date_reason") or words.say("card.no.reason")),
        status=status_words,
        type=choice_label(board, "type", str(board.cell(row, "event_type") or NONE)),
        kind=kinds.kind(board.cell(row, "event_type")),
        symbol=kinds.symbol(status),
        confidence=None if confidence is None else round(100 * float(confidence)),
        passage=passage,
        whole_article=whole,
        actors=tuple(("actor", name, name) for name in board.cell(row, "actors")),
        countries=tuple(
            ("country", code, choice_label(board, "country", code))
            for code in board.cell(row, "country_codes")
        ),
        did=words.say("card.did", doers=doers, targets=targets) if doers and targets else "",
        place=str(board.cell(row, "place") or ""),
        title=str(board.cell(row, "title") or board.cell(row, "article_id") or ""),
        source=str(board.cell(row, "source") or ""),
        url=_web(board.cell(row, "url")),
        published=words.day_words(published.date()) if published is not None else "",
        tellings=_tellings(board, row, texts),
    )


def _web(url: Any) -> str:
    text = str(url or "").strip()
    return text if text.lower().startswith(("https://", "http://")) else ""


def _passage(board: Board, row: int, texts: Mapping[str, str]) -> tuple[tuple[Piece, ...], bool]:
    """The sentence with what stands around it; the time expression apart, wherever it stands near."""
    evidence = str(board.cell(row, "evidence") or "")
    text = texts.get(str(board.cell(row, "article_id")), "")
    start, end = board.cell(row, "evidence_start"), board.cell(row, "evidence_end")
    whole = start is not None and end is not None and bool(evidence) and text[start:end] == evidence
    if not whole:
        text, start, end = evidence, 0, len(evidence)
    offset = 0 if whole else int(board.cell(row, "evidence_start") or 0)
    before = max(_word_start(text, start - CONTEXT), text.rfind("\n\n", 0, start) + 2 if start else 0)
    after = _word_end(text, end + CONTEXT)
    if (paragraph := text.find("\n\n", end)) >= 0:
        after = min(after, paragraph)
    cuts = {before, int(start), int(end), after}
    time: tuple[int, int] | None = None
    time_start, time_end = board.cell(row, "time_start"), board.cell(row, "time_end")
    if time_start is not None and time_end is not None:
        time = (int(time_start) - offset, int(time_end) - offset)
        if not before <= time[0] < time[1] <= after:
            time = None
        else:
            cuts |= set(time)
    edges = sorted(cuts)
    pieces: list[Piece] = []
    for a, b in itertools.pairwise(edges):
        if time and time[0] <= a < time[1]:
            pieces.append(("time", text[a:b]))
        else:
            pieces.append(("sentence" if start <= a < end else "text", text[a:b]))
    if before > 0 and not text[:before].endswith("\n"):
        pieces.insert(0, ("text", "… "))
    if after < len(text) and text[after] != "\n":
        pieces.append(("text", " …"))
    return tuple(pieces), whole


def _word_start(text: str, place: int) -> int:
    if place <= 0:
        return 0
    space = text.find(" ", place, place + 40)
    return space + 1 if space >= 0 else place


def _word_end(text: str, place: int) -> int:
    if place >= len(text):
        return len(text)
    space = text.rfind(" ", place - 40, place)
    return space if space >= 0 else place


def _tellings(board: Board, row: int, texts: Mapping[str, str]) -> tuple[str, ...]:
    """All places where it is told, this one included: in its words, where the text is at hand."""
    try:
        told = tellings(board.cell(row, "evidences"))
    except ValueError:
        return ()
    lines = []
    for one in told:
        said = clean(texts.get(one.article_id, "")[one.start : one.end])
        line = words.say("card.telling", article=one.article_id, start=one.start, end=one.end)
        extras = [one.source or "", _published(one.published)]
        if said:
            line = f"“{shorten(said, 140)}” {line}"
        lines.append(" · ".join([line, *filter(None, extras)]))
    return tuple(lines)


def _published(day: date | None) -> str:
    return words.say("card.published", date=words.day_words(day)) if day else ""
