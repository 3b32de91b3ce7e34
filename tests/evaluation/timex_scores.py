"""Scores the time expressions of annotated articles beside other tools, in one run.

    python tests/evaluation/timex_scores.py [GOLD.jsonl ...] [--half even|odd] [--errors N] [--no-peers]

Without files: every gold/timex/*.jsonl of the annotated articles, which are not part of the project; they
are looked for in $TIMELINE_SHARED, else in `shared` beside the checkout. Articles are read as `timeline
annotate` reads them. dateparser.search runs here; HeidelTime's figures are recorded ones.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).parent.parent.parent
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

import dateparser_search  # noqa: E402

from timeline import timex  # noqa: E402
from timeline.model import Article  # noqa: E402
from timeline.reading import Failure, read  # noqa: E402

SHARED = Path(os.environ.get("TIMELINE_SHARED", ROOT.parent / "shared"))
HEIDELTIME = {
    "timebank": (85.3, 91.9, 79.5),
    "aquaint": (81.3, 92.5, 72.9),
    "meantime": (77.1, 85.5, 72.1),
    "wikiwars": (85.5, 92.0, 85.3),
}
"""HeidelTime 2.2.1 with TreeTagger on the whole files: strict, relaxed, value F1; WikiWars as narrative."""

System = Callable[[Article], Iterable[dict[str, Any]]]


def scorer() -> ModuleType:
    """The scorer beside the annotated articles. Raises SystemExit where it is not there."""
    path = SHARED / "tools" / "score_timex.py"
    spec = importlib.util.spec_from_file_location("score_timex", path)
    if not path.is_file() or spec is None or spec.loader is None:
        raise SystemExit(f"no scorer at {path}: set TIMELINE_SHARED to the folder that has tools/ and gold/")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def ours(article: Article) -> Iterable[dict[str, Any]]:
    for found in timex.read(article)[1]:
        yield {"start": found.start, "end": found.end, "type": found.type, "value": found.value}


def peer(name: str) -> System:
    return lambda article: dateparser_search.timexes(article, dateparser_search.OPTIONS[name])


def figures(tool: ModuleType, gold: dict[str, Any], found: dict[str, Any]) -> tuple[list[float], list[Any]]:
    n, errors = tool.score(gold, found)
    unvalued = n["system"] - n["unvalued in both"], n["gold"] - n["unvalued"]
    spans = [tool.f1(n[kind], n["system"], n["gold"]) for kind in ("strict", "relaxed")]
    return [*spans, *(tool.f1(n[kind], *unvalued) for kind in ("value", "type"))], errors


def show(errors: list[Any], gold: dict[str, Any], most: int) -> None:
    """How many of each kind, the most frequent texts, and the first `most` in their context."""
    print("  errors:", dict(Counter(kind for kind, *_ in errors)))
    texts = Counter(
        (kind, re.sub(r"\d", "#", gold[d]["text"][(g or s)["start"] : (g or s)["end"]].lower()))
        for kind, d, g, s in errors
    )
    print("  often:", "; ".join(f"{kind} {text!r} {n}" for (kind, text), n in texts.most_common(10)))
    for kind, d, g, s in errors[:most]:
        text = gold[d]["text"]
        a, b = (g or s)["start"], (g or s)["end"]
        around = " ".join(f"{text[max(0, a - 60) : a]}[[{text[a:b]}]]{text[b : b + 40]}".split())
        said = [x and f"{text[x['start'] : x['end']]} {x['type']} {x['value']}" for x in (g, s)]
        print(f"  {kind} {d} | gold {said[0]} | ours {said[1]} | {around}")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("files", nargs="*", type=Path, metavar="GOLD.jsonl")
    options.add_argument("--half", choices=("even", "odd"), help="every second article only")
    options.add_argument("--errors", type=int, default=0, metavar="N", help="show our first N errors")
    options.add_argument("--no-peers", action="store_true", help="ours alone")
    wanted = options.parse_args()
    tool = scorer()
    systems: dict[str, System] = {"timeline": ours}
    if not wanted.no_peers:
        systems |= {f"dateparser.search, {name}": peer(name) for name in dateparser_search.OPTIONS}
    for path in wanted.files or sorted((SHARED / "gold" / "timex").glob("*.jsonl")):
        step = {"even": slice(0, None, 2), "odd": slice(1, None, 2), None: slice(None)}[wanted.half]
        lines = path.read_text(encoding="utf-8").splitlines()
        gold = {d["id"]: d for d in [json.loads(line) for line in lines if line.strip()][step]}
        articles = [a for a in read(path) if not isinstance(a, Failure) and a.id in gold]
        size = sum(len(a.text.encode()) for a in articles) / 1000
        print(f"\n{path.stem}{f' ({wanted.half} half)' if wanted.half else ''}: {len(articles)} articles")
        print(f"  {'':36}{'strict':>8}{'relaxed':>8}{'value':>8}{'type':>8}{'KB/s':>8}")
        for name, system in systems.items():
            began = time.process_time()
            found = {a.id: {"timexes": list(system(a))} for a in articles}
            speed = size / max(time.process_time() - began, 1e-9)
            row, errors = figures(tool, gold, found)
            print(f"  {name:36}" + "".join(f"{figure:8.1f}" for figure in row) + f"{speed:8.0f}")
            if name == "timeline" and wanted.errors:
                show(errors, gold, wanted.errors)
        if not wanted.no_peers and path.stem in HEIDELTIME:
            recorded = "".join(f"{figure:8.1f}" for figure in HEIDELTIME[path.stem])
            print(f"  {'HeidelTime (recorded, all articles)':36}{recorded}{'':8}{'5':>8}")


if __name__ == "__main__":
    main()
