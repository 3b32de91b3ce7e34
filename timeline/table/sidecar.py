"""What CSV and JSON lines have no room for: a file beside them that says their columns and what made them.

Named and written as W3C's "Metadata Vocabulary for Tabular Data" (CSV on the Web) has it:
https://www.w3.org/TR/tabular-metadata/ . Readers of CSVW take it; everyone else can leave it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from timeline.table.files import written_beside
from timeline.table.provenance import Provenance
from timeline.table.schema import Column, column

_DATATYPES: dict[str, Any] = {"date": "date", "integer": "integer", "number": "number", "json": "json"}


def sidecar_of(path: Path | str) -> Path:
    path = Path(path)
    return path.with_name(f"{path.name}-metadata.json")


def write_sidecar(path: Path | str, names: Sequence[str], provenance: Provenance) -> None:
    with written_beside(sidecar_of(path)) as beside:
        described = json.dumps(metadata(Path(path).name, names, provenance), ensure_ascii=False, indent=1)
        beside.write_text(described + "\n", encoding="utf-8")


def metadata(url: str, names: Sequence[str], provenance: Provenance) -> dict[str, Any]:
    """The CSVW description of the file `url`, with what made it."""
    told: dict[str, Any] = {"@context": "http://www.w3.org/ns/csvw", "url": url}
    if url.lower().endswith(".csv"):
        told["dialect"] = {"encoding": "utf-8", "lineTerminators": ["\r\n"]}
        told["tableSchema"] = {
            "columns": [_described(column(name)) for name in names],
            "primaryKey": "event_id",
        }
    return told | {"timeline:provenance": provenance.as_dict()}


def _described(c: Column) -> dict[str, Any]:
    told: dict[str, Any] = {"name": c.name, "titles": c.name, "datatype": _DATATYPES.get(c.kind, "string")}
    if c.description:
        told["dc:description"] = c.description
    if c.required:
        told["required"] = True
    if c.kind == "list":
        told["separator"] = "; "
    return told


def read_sidecar(path: Path | str) -> Provenance | None:
    """What made the CSV or JSON-lines file at `path`, where a file beside it says so."""
    try:
        told = json.loads(sidecar_of(path).read_text(encoding="utf-8"))
        return Provenance.of_dict(told["timeline:provenance"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
