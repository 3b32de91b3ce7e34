"""The events as one web page that works offline: a chronology by year, month and day, with a search field.

Nothing is loaded from anywhere, which the page's own content security policy enforces; the only script is the
one below, named in that policy by its hash. All text of articles is escaped and isolated in direction.
"""

from __future__ import annotations

import base64
import hashlib
import html
from collections.abc import Iterator
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

import pandas as pd

from timeline.table.provenance import Provenance
from timeline.table.records import Row, of_frame
from timeline.table.words import MONTHS, row_words

_HERE = Path(__file__).parent
_COARSE = ("year", "decade", "century")


def render(frame: pd.DataFrame, provenance: Provenance) -> bytes:
    """A complete HTML document, UTF-8."""
    rows = sorted(of_frame(frame), key=_order)
    style = (_HERE / "page.css").read_text(encoding="utf-8")
    script = (_HERE / "page.js").read_text(encoding="utf-8")
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Timeline {_text(provenance.version)}">
<meta name="color-scheme" content="light dark">
<title>Timeline: {_count(rows)}</title>
<style>{style}</style>
</head>
<body>
<header>
<h1>Timeline</h1>
<p>{_count(rows)}{_range(rows)}.</p>
<search hidden><label for="words">Show events with</label>
<input id="words" type="search" autocomplete="off" placeholder="a word, a name, a country">
<p id="count" role="status"></p></search>
</header>
<main>
{"".join(_years(rows)) or "<p>There are no events in this view.</p>"}
</main>
<footer>
<h2>What made this page</h2>
<ul>{"".join(f"<li>{_text(sentence)}</li>" for sentence in provenance.sentences())}</ul>
</footer>
<script>{script}</script>
</body>
</html>
""".encode()


def _order(row: Row) -> tuple[Any, ...]:
    """By first day; what is vaguer stands before what it may hold."""
    return row["start"], -((row["end"] or date.max) - row["start"]).days, row["clock"] or ""


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _count(rows: list[Row]) -> str:
    return "1 event" if len(rows) == 1 else f"{len(rows):,} events"


def _range(rows: list[Row]) -> str:
    if not rows:
        return ""
    first, last = rows[0]["start"].year, max((row["end"] or row["start"]).year for row in rows)
    return f", {first}" if first == last else f", {first} to {last}"


def _years(rows: list[Row]) -> Iterator[str]:
    for year, events in groupby(rows, key=lambda row: row["start"].year):
        yield f'<section class="year"><h2>{year}</h2>\n'
        for coarse, group in groupby(events, key=_month):
            if coarse is None:
                yield "".join(_event(row, 3) for row in group)
            else:
                yield f'<section class="month"><h3>{MONTHS[coarse - 1]} {year}</h3>\n'
                yield "".join(_event(row, 4) for row in group)
                yield "</section>\n"
        yield "</section>\n"


def _month(row: Row) -> int | None:
    """The month under whose heading a row stands; None for what only its year holds."""
    return None if row["precision"] in _COARSE else row["start"].month


def _event(row: Row, level: int) -> str:
    told = _text(row["status"] or "")
    if row["claimed_by"]:
        told += f" by {_isolated(row['claimed_by'])}"
    facts = [
        ("Who", ", ".join(_isolated(actor) for actor in row["actors"])),
        ("Countries", ", ".join(_isolated(country) for country in row["countries"])),
        ("Place", _isolated(row["place"]) if row["place"] else ""),
        ("Type", _text((row["event_type"] or "").capitalize())),
        ("How it is dated", f'<span dir="auto">{_text(row["date_reason"] or "")}</span>'),
        ("Article", _article(row)),
    ]
    listed = "".join(f"<div><dt>{name}</dt><dd>{value}</dd></div>" for name, value in facts if value)
    when = _text(_capital(row_words(row)))
    return f"""<article>
<p class="when"><time>{when}</time> <span class="{_class(row["status"])}">{told}</span></p>
<h{level} dir="auto">{_text(row["headline"] or row["trigger"] or "Event")}</h{level}>
<blockquote dir="auto">{_evidence(row)}</blockquote>
<details><summary>More</summary><dl>{listed}</dl></details>
</article>
"""


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _class(status: str | None) -> str:
    return f"status {status}" if status in ("reported", "claimed", "planned", "denied") else "status"


def _evidence(row: Row) -> str:
    """The sentence, its time expression marked where it stands within it."""
    text = row["evidence"] or ""
    if None not in (row["time_start"], row["time_end"], row["evidence_start"]):
        start, end = row["time_start"] - row["evidence_start"], row["time_end"] - row["evidence_start"]
        if 0 <= start < end and text[start:end] == row["time_text"]:
            return f"{_text(text[:start])}<mark>{_text(text[start:end])}</mark>{_text(text[end:])}"
    return _text(text)


def _article(row: Row) -> str:
    published = (
        f"{row['published'].day} {MONTHS[row['published'].month - 1]} {row['published'].year}"
        if row["published"]
        else ""
    )
    parts = [
        _isolated(part) for part in (row["title"] or row["article_id"], row["source"], published) if part
    ]
    if parts and row["url"] and row["url"].lower().startswith(("https://", "http://")):
        parts[0] = f'<a href="{_text(row["url"])}" rel="noopener noreferrer">{parts[0]}</a>'
    if row["sources"] and row["sources"] > 1:
        parts.append(f"told by {row['sources']} sources")
    return ", ".join(parts)


def _isolated(text: str) -> str:
    return f"<bdi>{_text(text)}</bdi>"


def _text(text: str) -> str:
    return html.escape(text)
