"""The countries of the annotated news articles: not below what was reached."""

from __future__ import annotations

import json
from pathlib import Path

from timeline import entities, language
from timeline.model import Article


def test_countries_of_news_articles(shared: Path) -> None:
    hit = said = true = 0
    for line in (shared / "gold" / "places" / "trnews.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        article = Article(row["id"], row["text"], title=row.get("title"), language="en")
        places = entities.find(article, language.parse(article, ())).places
        gold, found = set(row["countries"]), {place.country for place in places if place.country}
        hit, said, true = hit + len(gold & found), said + len(found), true + len(gold)
    assert 200 * hit / (said + true) >= 92
