"""How long a folder result of many events takes to open and to answer.

    python tests/evaluation/scale_store.py [EVENTS] [FOLDER]

Makes EVENTS synthetic events (1,000,000 unless told) as a bulk run would have left them, opens the folder,
and prints the median of several runs of each question, in milliseconds.
"""

from __future__ import annotations

import random
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from timeline import store, table
from timeline.dates import Span
from timeline.store.manifest import Manifest
from timeline.store.work import Done, events_file
from timeline.table import Provenance

PARTITION = 50_000
COUNTRIES = re.findall("..", "USGBFRDERUUAKZAMAZTRSYIQIRILEGLYCNJPINPKAFNGZABRMX")
ACTORS = [f"Actor {n}" for n in range(20_000)]
TYPES = ["CONSULT", "SUPPORT", "AID", "REQUEST", "ACCUSE", "PROTEST", "MOBILIZE", "ASSAULT", "OTHER"]
WORDS = ["troops", "summit", "border", "protest", "talks", "ceasefire", "election", "court", "aid", "bank"]


def rows(count: int, offset: int, rng: random.Random) -> Iterator[table.Row]:
    """Events of twenty years; actors and countries by Zipf's law, about."""
    for number in range(offset, offset + count):
        day = date(2005, 1, 1) + timedelta(days=int(7300 * rng.random() ** 0.5))
        span = Span.day(day) if rng.random() < 0.8 else Span.month(day.year, day.month)
        codes = tuple(dict.fromkeys(COUNTRIES[int(25 * rng.random() ** 2)] for _ in range(rng.randint(1, 3))))
        actors = tuple(
            dict.fromkeys(ACTORS[int(20_000 * rng.random() ** 4)] for _ in range(rng.randint(0, 4)))
        )
        words = " ".join(rng.choices(WORDS, k=8))
        yield {
            "event_id": f"{number:016x}",
            "start": span.first,
            "end": span.last,
            "precision": str(span.granularity),
            "edtf": span.edtf(),
            "headline": words,
            "trigger": "said",
            "event_type": rng.choice(TYPES),
            "status": rng.choices(["reported", "claimed", "planned", "denied"], [80, 12, 7, 1])[0],
            "confidence": round(rng.random(), 2),
            "actors": actors,
            "doers": actors[:1],
            "targets": actors[1:2],
            "countries": codes,
            "country_codes": codes,
            "evidence": f"On that day, {words}, according to {words} of {number}.",
            "evidence_start": 100,
            "evidence_end": 220,
            "evidences": "[]",
            "article_id": f"article-{number // 12}",
            "published": day,
            "language": "en",
            "sources": 1,
            "review": "unreviewed",
        }


def make(folder: Path, events: int) -> None:
    rng = random.Random(7)
    done: list[Done] = []
    for offset in range(0, events, PARTITION):
        count = min(PARTITION, events - offset)
        key = f"{offset:024x}"
        table.write_rows(rows(count, offset, rng), events_file(folder, key))
        done.append(Done(key, count // 12, count))
    Manifest(Provenance(made=datetime.now(UTC)), tuple(done), complete=True).write(folder)


def median_ms(question: Callable[[], Any], runs: int = 7) -> float:
    times: list[float] = []
    for _ in range(runs):
        begin = time.perf_counter()
        question()
        times.append(1000 * (time.perf_counter() - begin))
    return statistics.median(times)


def main(events: int, folder: Path) -> None:
    if not (folder / "manifest.json").exists():
        begin = time.perf_counter()
        make(folder, events)
        print(f"made {events:,} events in {time.perf_counter() - begin:.0f} s")
    begin = time.perf_counter()
    opened = store.open(folder)
    print(f"opened the first time in {time.perf_counter() - begin:.2f} s")
    opened.close()
    begin = time.perf_counter()
    opened = store.open(folder)
    print(f"opened again in {1000 * (time.perf_counter() - begin):.0f} ms")
    size = sum(path.stat().st_size for path in (folder / "events").iterdir()) / 2**20
    snapshot = sum(path.stat().st_size for path in folder.glob(".snapshot-*")) / 2**20
    print(f"Parquet {size:.0f} MB, snapshot {snapshot:.0f} MB\n")
    year = store.Where(date(2015, 1, 1), date(2015, 12, 31))
    country = store.Where(date(2015, 1, 1), date(2015, 12, 31), countries=("KZ",))
    actor = store.Where(actors=("Actor 12",))
    both = store.Where(countries=("KZ", "RU"), actors=("Actor 0", "Actor 1"), every=True)
    text = store.Where(text="Ceasefire election")
    questions: dict[str, Callable[[], Any]] = {
        "count, all": opened.count,
        "count, a year": lambda: opened.count(year),
        "count, a year and a country": lambda: opened.count(country),
        "count, an actor": lambda: opened.count(actor),
        "count, two countries and two actors, all of them": lambda: opened.count(both),
        "count, text": lambda: opened.count(text),
        "events a day, all": lambda: opened.density("day"),
        "events a day, a year and a country": lambda: opened.density("day", country),
        "actors with counts, all": lambda: opened.facet("actors"),
        "actors with counts, a year": lambda: opened.facet("actors", year),
        "countries with counts, text": lambda: opened.facet("country_codes", text),
        "first 500 events, all": lambda: opened.frame(limit=500),
        "500 events of a year, from the 10,000th": lambda: opened.frame(year, limit=500, offset=10_000),
        "one event by its id": lambda: opened.event(f"{events // 2:016x}"),
    }
    for name, question in questions.items():
        print(f"{median_ms(question):8.1f} ms  {name}")
    opened.close()


if __name__ == "__main__":
    number = int(sys.argv[1].replace(",", "").replace("_", "")) if len(sys.argv) > 1 else 1_000_000
    if len(sys.argv) > 2:
        main(number, Path(sys.argv[2]))
    else:
        with tempfile.TemporaryDirectory() as temporary:
            main(number, Path(temporary))
