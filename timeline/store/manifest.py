"""manifest.json: what a folder result was made from, how, and what went wrong."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from timeline.store.errors import StoreError
from timeline.store.work import Done
from timeline.table import Provenance
from timeline.table.files import written_beside

NAME = "manifest.json"
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Manifest:
    """`partitions` in the order of the inputs; `complete` once all of them are there."""

    provenance: Provenance
    partitions: tuple[Done, ...] = ()
    failures: tuple[str, ...] = ()
    complete: bool = False

    @property
    def articles(self) -> int:
        return sum(done.articles for done in self.partitions)

    @property
    def events(self) -> int:
        return sum(done.events for done in self.partitions)

    def write(self, folder: Path) -> None:
        told = self.provenance.as_dict() | {
            "format": FORMAT,
            "complete": self.complete,
            "articles": self.articles,
            "events": self.events,
            "failures": list(self.failures),
            "partitions": [
                {"key": d.key, "articles": d.articles, "events": d.events, "failures": list(d.failures)}
                for d in self.partitions
            ],
        }
        with written_beside(folder / NAME) as beside:
            beside.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def read(folder: Path) -> Manifest | None:
    """The manifest of a folder, None where it has none. Raises StoreError where it is not one of ours."""
    path = folder / NAME
    try:
        told: Any = json.loads(path.read_text(encoding="utf-8"))
        if told["format"] != FORMAT:
            raise StoreError(
                f"{path}: written by another version of Timeline ({told['version']}); use that one"
            )
        return Manifest(
            Provenance.of_dict(told),
            tuple(
                Done(d["key"], d["articles"], d["events"], tuple(d["failures"])) for d in told["partitions"]
            ),
            tuple(told["failures"]),
            bool(told["complete"]),
        )
    except (FileNotFoundError, NotADirectoryError):
        return None
    except StoreError:
        raise
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise StoreError(f"{path}: not a manifest that Timeline wrote ({fault!r})") from fault
