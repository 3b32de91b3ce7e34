"""`timeline extract -o FOLDER`: many articles → a folder of Parquet files, on all cores."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence

from timeline import language, store
from timeline.cli.extract import many
from timeline.cli.run import DONE, FAILED, PARTLY, Trouble


def extract_into(
    inputs: Sequence[str], folder: str, *, approx: bool = False, workers: int | None = None
) -> int:
    """Runs or takes up the bulk run; returns the exit status. Raises Trouble."""
    try:
        result = store.run(inputs, folder, workers=workers, approx=approx, progress=_Progress())
    except (store.StoreError, language.ModelMissing) as error:
        raise Trouble(str(error)) from error
    for failure in result.failures:
        print(f"timeline: {failure}", file=sys.stderr)
    if not result.articles:
        if not result.failures:
            print(f"timeline: no article in {', '.join(inputs)}", file=sys.stderr)
        return FAILED
    failed = f"{many(len(result.failures), 'failure')}; " if result.failures else ""
    told = f"{many(result.events, 'event')} from {many(result.articles, 'article')}"
    print(f"timeline: {failed}{told} in {folder}", file=sys.stderr)
    return PARTLY if result.failures else DONE


class _Progress:
    """A line on stderr, at most every ten seconds."""

    def __init__(self) -> None:
        self._shown = time.monotonic()

    def __call__(self, progress: store.Progress) -> None:
        if time.monotonic() - self._shown >= 10:
            self._shown = time.monotonic()
            failed = f", {many(progress.failures, 'failure')}" if progress.failures else ""
            print(
                f"timeline: {progress.articles} articles, {progress.events} events{failed} …", file=sys.stderr
            )
