"""Scores the countries of annotated articles and prints the errors by class.

    python tests/evaluation/places_scores.py [GOLD.jsonl] [--errors]

Gold: {"id", "title"?, "text", "toponyms": [{"start", "end", "country"}], "countries"} a line. A missed one
is "not found" where no place of ours overlaps any of its toponyms, "no country" where one does without a
country, else "other country". A spurious one is "not annotated" where our place overlaps no toponym, else
"other country".
"""

from __future__ import annotations

import argparse
import json
import os
from collections import Counter
from pathlib import Path
from typing import Any

from timeline import entities, language, timex
from timeline.model import Article, PlaceMention

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("TIMELINE_SHARED", ROOT.parent / "shared"))


def places_of(row: dict[str, Any]) -> tuple[PlaceMention, ...]:
    article = Article(row["id"], row["text"], title=row.get("title"), language="en")
    sentences = language.parse(article, timex.anchor(article, timex.recognise(article)))
    return entities.find(article, sentences).places


def why_missed(row: dict[str, Any], country: str, places: tuple[PlaceMention, ...]) -> str:
    over = [
        place
        for toponym in row["toponyms"]
        if toponym["country"] == country
        for place in places
        if place.start < toponym["end"] and toponym["start"] < place.end
    ]
    if not over:
        return "missed: not found"
    return "missed: no country" if all(place.country is None for place in over) else "missed: other country"


def why_spurious(row: dict[str, Any], country: str, places: tuple[PlaceMention, ...]) -> str:
    ours = [place for place in places if place.country == country]
    over = any(p.start < t["end"] and t["start"] < p.end for p in ours for t in row["toponyms"])
    form = "demonym" if all(place.form == "demonym" for place in ours) else "name"
    return f"spurious {form}: {'other country' if over else 'not annotated'}"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", nargs="?", type=Path, default=SHARED / "gold" / "places" / "trnews.jsonl")
    parser.add_argument("--errors", action="store_true", help="print each error")
    options = parser.parse_args()
    hit = said = true = 0
    classes: Counter[str] = Counter()
    for line in options.gold.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        places = places_of(row)
        gold, found = set(row["countries"]), {place.country for place in places if place.country}
        hit, said, true = hit + len(gold & found), said + len(found), true + len(gold)
        reasons = [(why_missed(row, c, places), c) for c in sorted(gold - found)]
        reasons += [(why_spurious(row, c, places), c) for c in sorted(found - gold)]
        for reason, country in reasons:
            classes[reason] += 1
            if options.errors:
                texts = sorted({place.text for place in places if place.country == country})
                print(f"{row['id']}: {reason}: {country} {texts} | {row.get('title') or ''}")
    for reason, count in classes.most_common():
        print(f"{count:4} {reason}")
    precision, recall = hit / max(1, said), hit / max(1, true)
    print(
        f"precision {100 * precision:.1f} recall {100 * recall:.1f} F1 {200 * hit / max(1, said + true):.1f}"
    )


if __name__ == "__main__":
    main()
