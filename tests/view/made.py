"""Events tables made for the tests of the view, the pages and the browser."""

from __future__ import annotations

import json
import random
from datetime import date, timedelta
from typing import Any

import pandas as pd

from timeline.dates import Granularity, Span
from timeline.table import of_rows

NAMES = {"KZ": "Kazakhstan", "AM": "Armenia", "RU": "Russia", "US": "United States", "AZ": "Azerbaijan"}
PEOPLE = ("Nikol Pashinian", "Qasym-Zhomart Toqaev", "Vladimir Putin", "Antony Blinken", "CSTO", "Hayastan")
TYPES = ("CONSULT", "REQUEST", "PROTEST", "ACCUSE", "AID", "MOBILIZE", "ASSAULT", "OTHER")
STATUSES = ("reported", "reported", "reported", "claimed", "planned", "denied")


def row(number: int, span: Span, headline: str, **told: Any) -> dict[str, Any]:
    """One row with every required column; `told` replaces any."""
    sentence = f"{headline}, it was said in sentence {number}."
    codes = told.get("country_codes", ("KZ",))
    return {
        "event_id": f"e{number:05d}",
        "start": span.first,
        "end": span.last,
        "precision": str(span.granularity),
        "edtf": span.edtf(),
        "date_reason": f"Sentence {number} gives the date in full.",
        "headline": headline,
        "trigger": "said",
        "event_type": TYPES[number % len(TYPES)],
        "status": STATUSES[number % len(STATUSES)],
        "confidence": 0.5 + (number % 50) / 100,
        "actors": (PEOPLE[number % len(PEOPLE)],),
        "doers": (),
        "targets": (),
        "countries": tuple(NAMES[code] for code in codes),
        "country_codes": codes,
        "evidence": sentence,
        "evidence_start": 0,
        "evidence_end": len(sentence),
        "evidences": json.dumps([{"article_id": "made", "start": 0, "end": len(sentence)}]),
        "article_id": "made",
        "title": "Made for a test",
        "published": date(2022, 1, 10),
        "sources": 1 + number % 3,
        "review": "unreviewed",
    } | told


def burst() -> pd.DataFrame:
    """Fifteen events as an article tells them: most in nine days, others 8 and 20 months before."""
    january = [2, 2, 5, 5, 6, 7, 8, 8, 9, 9, 10, 10, 10]
    spans = [Span.year(2020), Span.month(2021, 5), *(Span.day(date(2022, 1, day)) for day in january)]
    codes = [("AZ", "AM"), ("AZ", "AM"), ("KZ",), ("KZ",), ("KZ", "RU")]
    return of_rows(
        row(
            i,
            span,
            f"Event number {i} happens in the capital while officials of both sides look on",
            country_codes=codes[i % len(codes)],
        )
        for i, span in enumerate(spans)
    )


def many(n: int, days: int = 1100, seed: int = 1) -> pd.DataFrame:
    """`n` events over `days` days in clusters, of several precisions, with one or two actors."""
    chance = random.Random(seed)
    centres = [chance.randrange(days) for _ in range(max(3, n // 25))]
    rows = []
    for i in range(n):
        offset = min(days, max(0, round(chance.gauss(chance.choice(centres), 9))))
        day = date(2019, 3, 1) + timedelta(days=offset)
        span = chance.choice(
            [Span.day(day)] * 8
            + [Span.month(day.year, day.month), Span.week(day), Span.day(day).open_ended()]
            + [Span(day, day + timedelta(days=3), Granularity.DAY)]
        )
        codes = tuple(chance.sample(sorted(NAMES), chance.choice((1, 1, 2))))
        actors = tuple(chance.sample(PEOPLE, chance.choice((1, 2))))
        words = chance.choice(("meets", "accuses", "sends aid to", "protests against", "signs a treaty with"))
        headline = f"{actors[0]} {words} delegation {i} in {NAMES[codes[0]]}"
        rows.append(row(i, span, headline, country_codes=codes, actors=actors))
    return of_rows(rows)


HOSTILE = (
    "<script>document.title='owned'</script>",
    "<img src=x onerror=\"document.title='owned'\">",
    "<b>bold</b> <a href='javascript:alert(1)'>link</a>",
    "**bold** [link](javascript:alert(1)) `code` $x^2$ :red[red] :material/home:",
    "%{customdata[0]} {0} {headline}",
    "&lt;i&gt;already escaped&lt;/i&gt;",
    '=HYPERLINK("https://example.org","Click")',
    "مرحبا \u202eright to left\u202c override",
    "w" * 10_000,
    "line one\nline two\r\n\x00\x07end \ud800",
    "日本語の見出しはとても長いので折り返す必要があるかもしれません" * 2,
    "' onmouseover='alert(1)' x='\" onmouseover=\"alert(1)\"",
)


def hostile() -> pd.DataFrame:
    """Every text cell holds something that must stay text."""
    start = date(2022, 1, 1)
    rows = []
    for i, text in enumerate(HOSTILE):
        told = dict.fromkeys(
            ("date_reason", "evidence", "place", "title", "source", "article_id", "claimed_by"), text
        )
        rows.append(
            row(
                i,
                Span.day(start + timedelta(days=i)),
                text,
                actors=(text,),
                url="javascript:alert(1)" if i % 2 else "https://example.org/?a=1&b=\"'<>",
                evidence_end=len(text),
                **told,
            )
        )
    return of_rows(rows)
