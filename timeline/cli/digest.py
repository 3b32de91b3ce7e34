"""`timeline digest`: many articles → the dates that matter most, a sentence each."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from timeline import table
from timeline.cli.run import Run, Trouble
from timeline.digest import digest as chosen
from timeline.model import Article
from timeline.table.files import written_beside


def digest(
    inputs: Sequence[str], output: str, *, dates: int, start: date | None = None, end: date | None = None
) -> int:
    """Writes `{"YYYY-MM-DD": [sentence]}` to `output`; returns the exit status. Raises Trouble."""
    if start and end and end < start:
        raise Trouble(f"--to {end} lies before --from {start}: exchange them")
    run = Run(inputs)

    def read(article: Article) -> Article:
        return article

    found = chosen(run.each(read), dates=dates, start=start, end=end)
    if run.done:
        told = {day.isoformat(): [sentence] for day, sentence in found.items()}
        try:
            with written_beside(Path(output)) as beside:
                beside.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        except table.TableError as error:
            raise Trouble(str(error)) from error
        except OSError as error:
            raise Trouble(f"{output}: cannot be written ({error.strerror})") from error
    return run.status()
