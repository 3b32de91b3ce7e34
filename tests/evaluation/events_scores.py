"""Dated events against the annotated articles: `python tests/evaluation/events_scores.py [--errors]`.

Runs the whole pipeline on the first article and the annotated news articles, hands the rows to the
scorer beside them, and prints how right the rows of each confidence are. Needs the shared folder.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT)]

from timeline import pipeline, reading  # noqa: E402
from timeline.model import Article, Event  # noqa: E402

SHARED = Path(os.environ.get("TIMELINE_SHARED", ROOT.parent / "shared"))


def articles() -> Iterator[Article]:
    """The articles that the gold annotates."""
    text = (SHARED / "first-article.txt").read_text(encoding="utf-8")
    yield reading.read_text(text, id="first-article")
    with (SHARED / "gold/events/trnews-articles.jsonl").open(encoding="utf-8") as file:
        for line in file:
            given = json.loads(line)
            yield reading.read_text(
                given["text"],
                id=given["id"],
                title=given.get("title"),
                published=date.fromisoformat(given["published"]),
            )


def row(article: Article, event: Event) -> dict[str, Any]:
    """The columns that the scorer reads."""
    return {
        "article_id": article.id,
        "start": event.span.first.isoformat(),
        "end": event.span.last.isoformat() if event.span.last else "",
        "time_text": event.time_text,
        "time_start": event.time_start,
        "time_end": event.time_end,
        "evidence_start": event.evidence_start,
        "evidence_end": event.evidence_end,
        "headline": event.headline,
        "actors": "; ".join(event.actors),
        "country_codes": "; ".join(event.country_codes),
        "status": event.status,
        "event_type": event.event_type,
        "confidence": event.confidence,
        "basis": "inherited" if event.time_start is None else "told",
    }


def gold() -> list[dict[str, Any]]:
    """All annotated articles, one record each."""
    found = []
    for name in ("seed", "trnews"):
        lines = (SHARED / f"gold/events/{name}.jsonl").read_text(encoding="utf-8").splitlines()
        found.extend(json.loads(line) for line in lines if line.strip())
    return found


def calibration(rows: list[dict[str, Any]]) -> str:
    """For each confidence, how many rows have it and how many of these are rightly dated events."""
    scorer = _scorer()
    right: dict[float, list[bool]] = defaultdict(list)
    for record in gold():
        mine = [r for r in rows if r["article_id"] == record["id"]]
        candidates = []
        for i, event in enumerate(record["events"]):
            for j, r in enumerate(mine):
                if not scorer.overlap(
                    event["sent_start"], event["sent_end"], r["evidence_start"], r["evidence_end"]
                ):
                    continue
                both = event["time_start"] is not None and r["time_start"] is not None
                if both and not scorer.overlap(
                    event["time_start"], event["time_end"], r["time_start"], r["time_end"]
                ):
                    continue
                candidates.append((*scorer.agreement(event, r), i, j))
        taken_gold: set[int] = set()
        verdict: dict[int, bool] = {}
        for _, dated, i, j in sorted(candidates, reverse=True):
            if i not in taken_gold and j not in verdict:
                taken_gold.add(i)
                verdict[j] = dated
        for j, r in enumerate(mine):
            right[r["confidence"]].append(verdict.get(j, False))
    lines = ["confidence     rows  said   right"]
    for low, high in ((0.9, 1.0), (0.8, 0.9), (0.7, 0.8), (0.0, 0.7)):
        band = {v: hits for v, hits in right.items() if low <= v < high}
        hits = [hit for found in band.values() for hit in found]
        if hits:
            said = sum(v * len(found) for v, found in band.items()) / len(hits)
            share = f"{100 * said:4.0f} %  {100 * sum(hits) / len(hits):5.1f} %"
            lines.append(f"{low:.1f} to {high:.1f}  {len(hits):6d}  {share}")
    return "\n".join(lines)


def _scorer() -> Any:
    sys.path.insert(0, str(SHARED / "tools"))
    import score_events

    return score_events


def main() -> None:
    if not (SHARED / "gold").is_dir():
        sys.exit(f"no annotated articles in {SHARED}: set TIMELINE_SHARED to the folder that has gold/")
    rows = []
    for article in articles():
        extraction = pipeline.extract(article)
        rows.extend(row(extraction.article, event) for event in extraction.events)
    with tempfile.TemporaryDirectory() as folder:
        wanted, found = Path(folder, "gold.jsonl"), Path(folder, "rows.jsonl")
        wanted.write_text("".join(json.dumps(r) + "\n" for r in gold()), encoding="utf-8")
        found.write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
        command = [sys.executable, str(SHARED / "tools/score_events.py"), str(wanted), str(found)]
        subprocess.run(command + [a for a in sys.argv[1:] if a == "--errors"], check=True)
    print(calibration(rows))


if __name__ == "__main__":
    main()
