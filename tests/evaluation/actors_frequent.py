"""Prints the most frequent actors and countries of random articles, to be read by hand.

    python tests/evaluation/actors_frequent.py [--articles 200] [--seed 7] [--top 50] [FILE.jsonl.gz …]

Beside each: in how many articles, its kinds, the ways in which it is said. What to look for: names that are
no actor, two actors under one name, one actor under two names, a country that the texts do not mean.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

from timeline import entities, language, timex
from timeline.model import Article, Mentions

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("TIMELINE_SHARED", ROOT.parent / "shared"))


def articles(paths: list[Path], count: int, seed: int) -> list[Article]:
    rows = []
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as file:
            rows += [json.loads(line) for line in file]
    random.Random(seed).shuffle(rows)
    return [
        Article(
            row["id"],
            row["text"],
            title=row.get("title"),
            published=date.fromisoformat(row["published"][:10]) if row.get("published") else None,
            language="en",
        )
        for row in rows[:count]
    ]


def mentions(article: Article) -> Mentions:
    timexes = timex.anchor(article, timex.recognise(article))
    return entities.find(article, language.parse(article, timexes))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--top", type=int, default=50)
    options = parser.parse_args()
    paths = options.paths or sorted((SHARED / "gold" / "timelines").glob("*.articles.jsonl.gz"))
    actors: Counter[str] = Counter()
    countries: Counter[str] = Counter()
    kinds: defaultdict[str, Counter[str]] = defaultdict(Counter)
    said: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for article in articles(paths, options.articles, options.seed):
        found = mentions(article)
        actors.update({actor.name for actor in found.actors})
        countries.update({place.country for place in found.places if place.country})
        for actor in found.actors:
            kinds[actor.name][actor.kind] += 1
            said[actor.name][actor.text] += 1
        for place in found.places:
            said[f"country {place.country}"][place.text] += 1
    for number, (name, count) in enumerate(actors.most_common(options.top), 1):
        print(f"{number:4} {count:4} {name} {dict(kinds[name])} {said[name].most_common(6)}")
    for number, (code, count) in enumerate(countries.most_common(options.top), 1):
        print(f"{number:4} {count:4} {entities.country_name(code)} {said[f'country {code}'].most_common(8)}")


if __name__ == "__main__":
    main()
