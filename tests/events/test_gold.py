"""The annotated articles, where they are: what the events room promises of them."""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
import sys
from pathlib import Path

from timeline import pipeline

FLOORS = {
    "found": 85.0,
    "right": 82.0,
    "inherited found": 50.0,
    "status F1": 75.0,
    "type F1": 65.0,
    "country F1": 85.0,
}


def test_the_scores_hold(shared: Path, tmp_path: Path) -> None:
    path = Path(__file__).parents[1] / "evaluation" / "events_scores.py"
    spec = importlib.util.spec_from_file_location("events_scores", path)
    assert spec is not None
    assert spec.loader is not None
    scores = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scores)
    rows = []
    for article in scores.articles():
        extraction = pipeline.extract(article)
        rows.extend(scores.row(extraction.article, event) for event in extraction.events)
    wanted, found = tmp_path / "gold.jsonl", tmp_path / "rows.jsonl"
    wanted.write_text("".join(json.dumps(r) + "\n" for r in scores.gold()), encoding="utf-8")
    found.write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
    command = [sys.executable, str(shared / "tools/score_events.py"), str(wanted), str(found)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    for name, floor in FLOORS.items():
        figure = re.search(rf"\b{name} (\d+\.\d)", told)
        assert figure is not None, told
        assert float(figure[1]) >= floor, told
