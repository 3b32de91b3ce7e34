"""`timeline extract`: articles → events table."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

from timeline import pipeline, table
from timeline.cli.run import Run, Trouble
from timeline.model import Article, Extraction
from timeline.store.inputs import inputs_of
from timeline.table.provenance import model_name

_ENDINGS = (".csv", ".jsonl", ".parquet")


def names_folder(output: str) -> bool:
    """Whether an output is a folder: there is one, or the name has no ending."""
    return Path(output).is_dir() or output.endswith(("/", os.sep)) or not Path(output).suffix


def extract(inputs: Sequence[str], output: str, *, approx: bool = False) -> int:
    """Writes the events of all articles to `output`; returns the exit status. Raises Trouble."""
    path = Path(output)
    if path.suffix.lower() not in _ENDINGS:
        raise Trouble(f"{output}: the output's name must end in .csv, .jsonl or .parquet, or name a folder")
    run = Run(inputs)

    def work(article: Article) -> Extraction:
        return pipeline.extract(article, approx=approx)

    first = next(extractions := run.each(work), None)
    if first is None:
        return run.status()
    try:
        count = table.write(chain([first], extractions), path, _made(inputs, approx))
    except table.TableError as error:
        raise Trouble(str(error)) from error
    except OSError as error:
        raise Trouble(f"{output}: cannot be written ({error.strerror})") from error
    told = f"{many(run.failed, 'input')} failed; " if run.failed else ""
    print(
        f"timeline: {told}{many(count, 'event')} from {many(run.done, 'article')} in {output}",
        file=sys.stderr,
    )
    return run.status()


def many(count: int, thing: str) -> str:
    return f"{count} {thing}{'' if count == 1 else 's'}"


def _made(inputs: Sequence[str], approx: bool) -> table.Provenance:
    """What made the file: in Parquet's metadata, or in a file beside CSV and JSON lines."""
    now = datetime.now(UTC).replace(microsecond=0)
    return table.Provenance(inputs_of(inputs), model_name(), {"approx": approx}, made=now)
