"""How fast a bulk run is, and what it costs to run it again.

    python tests/evaluation/scale_bulk.py INPUT [ARTICLES]

Takes the first ARTICLES (200 unless told) of INPUT, extracts them with one worker, with two, and once more
with nothing left to do; prints seconds and KB of text per second. The three results must be the same.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

from timeline import reading, store
from timeline.model import Article
from timeline.store import partition


def main(source: Path, count: int) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        articles = [a for a in islice(reading.read(source), count) if isinstance(a, Article)]
        size = sum(len(a.text) for a in articles)
        with (folder / "in.jsonl").open("w", encoding="ascii") as file:
            for a in articles:
                published = a.published and a.published.isoformat()
                record = {"id": a.id, "title": a.title, "published": published, "text": a.text}
                file.write(json.dumps(record) + "\n")
        partition.SMALLEST, partition.LARGEST = size // 40, size // 8  # enough partitions for two
        print(f"{len(articles)} articles, {size / 1000:,.0f} KB")
        ids: list[list[str]] = []
        for name, out, workers in (("one worker", "a", 1), ("two workers", "b", 2), ("once more", "b", 2)):
            begin = time.perf_counter()
            result = store.run([folder / "in.jsonl"], folder / out, workers=workers)
            took = time.perf_counter() - begin
            with store.open(folder / out) as opened:
                ids.append(sorted(row["event_id"] for row in opened.rows()))
            rate = size / 1000 / took
            told = f"{result.events} events, {len(result.failures)} failures"
            print(f"{took:8.1f} s  {rate:8.1f} KB/s  {name}: {told}")
        if not ids[0] == ids[1] == ids[2]:
            sys.exit("the results differ")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 200)
