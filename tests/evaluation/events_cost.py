"""What an article costs: the whole extraction beside spaCy's small pipeline over the whole text.

`python tests/evaluation/events_cost.py [ARTICLES.jsonl[.gz]] [COUNT]`: both over the same articles in one
run, article by article in turn, CPU seconds; and the share that each room takes.
"""

from __future__ import annotations

import gzip
import json
import os
import random
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT)]

from timeline import entities, events, language, reading, timex  # noqa: E402
from timeline.language import model  # noqa: E402
from timeline.model import Article  # noqa: E402

SHARED = Path(os.environ.get("TIMELINE_SHARED", ROOT.parent / "shared"))
DEFAULT = "gold/timelines/SyrianCrisis.articles.jsonl.gz"
SEED = 20220110


def given() -> list[Article]:
    """The articles to time: drawn with a fixed seed."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED / DEFAULT
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 25
    opened: Callable[..., Any] = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as file:
        records = [json.loads(line) for line in file]
    random.Random(SEED).shuffle(records)
    return [
        reading.read_text(r["text"], id=r["id"], published=date.fromisoformat(r["published"]))
        for r in records[:count]
    ]


def main() -> None:
    articles = given()
    nlp = model.load().nlp
    spent = dict.fromkeys(("timex", "parse", "entities", "events", "spacy"), 0.0)

    def timed(room: str, call: Callable[[], Any]) -> Any:
        start = time.process_time()
        result = call()
        spent[room] += time.process_time() - start
        return result

    def extract(article: Article) -> int:
        found = timed("timex", lambda: timex.recognise(article))
        dated = timed("timex", lambda: timex.date_article(article, found))
        anchored = timed("timex", lambda: timex.anchor(dated, found))
        sentences = timed("parse", lambda: language.parse(dated, anchored))
        mentions = timed("entities", lambda: entities.find(dated, sentences))
        rows, _ = timed("events", lambda: events.find(dated, sentences, anchored, mentions))
        return len(rows)

    extract(articles[0])
    nlp(articles[0].text)
    spent.update(dict.fromkeys(spent, 0.0))
    rows = 0
    for number, article in enumerate(articles):
        turns: list[Callable[[], Any]] = [
            lambda article=article: extract(article),  # type: ignore[misc]
            lambda article=article: timed("spacy", lambda: nlp(article.text)) and 0,  # type: ignore[misc]
        ]
        for turn in turns if number % 2 else reversed(turns):
            rows += turn() or 0
    whole = sum(seconds for room, seconds in spent.items() if room != "spacy")
    size = sum(len(a.text) for a in articles) / 1024
    print(f"{len(articles)} articles, {size:.0f} KB, {rows} rows")
    for room in ("timex", "parse", "entities", "events"):
        print(f"  {room:9} {spent[room]:7.2f} s  {100 * spent[room] / whole:5.1f} %")
    print(f"extraction {whole:7.2f} s  {size / whole:6.1f} KB/s")
    print(f"spaCy whole {spent['spacy']:6.2f} s  {size / spent['spacy']:6.1f} KB/s")
    print(f"ratio {whole / spent['spacy']:.2f}; events room / parse {spent['events'] / spent['parse']:.2f}")


if __name__ == "__main__":
    main()
