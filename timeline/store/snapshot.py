"""A folder result as one DuckDB file, made once from its Parquet files and then only read.

Events are numbered in order of time; lists have a bridge table each (event number, value), which answers
"all events with this actor" without a look at every list. The file's name holds what it was made from.
"""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path

import duckdb

from timeline.store.manifest import Manifest
from timeline.store.work import events_file
from timeline.table.errors import TableError
from timeline.table.files import written_beside
from timeline.table.schema import COLUMNS

LAYOUT = 1
BRIDGES = {"actors": "event_actor", "country_codes": "event_country"}
"""List column → its bridge table (n, value)."""
SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,  # nothing is fetched from anywhere
    "autoload_known_extensions": False,
}


def snapshot(folder: Path, manifest: Manifest) -> Path:
    """The DuckDB file of the result in `folder`; made where it is not there yet.

    It lies in the folder, or where that cannot be written, among the temporary files.
    """
    name = f".snapshot-{_key(manifest)}.duckdb"
    for place in (folder, _temporary(folder)):
        path = place / name
        if path.exists():
            return path
        try:
            place.mkdir(parents=True, exist_ok=True)
            _remove_others(place, name)
            with written_beside(path) as beside:
                _make(beside, [str(events_file(folder, done.key)) for done in manifest.partitions])
            return path
        except (TableError, OSError, duckdb.Error) as fault:
            failure = fault
    raise failure


def _key(manifest: Manifest) -> str:
    digest = hashlib.sha256(f"{LAYOUT} {duckdb.__version__}".encode())
    for done in manifest.partitions:
        digest.update(done.key.encode())
    return digest.hexdigest()[:16]


def _temporary(folder: Path) -> Path:
    place = hashlib.sha256(str(folder.resolve()).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"timeline-{place}"


def _remove_others(place: Path, name: str) -> None:
    for path in place.glob(".snapshot-*.duckdb"):
        if path.name != name:
            try:
                path.unlink()
            except OSError:  # somebody still reads it (Windows)
                continue


def _make(path: Path, files: list[str]) -> None:
    columns = ", ".join(f'"{name}"' for name in COLUMNS)
    with duckdb.connect(str(path), config=SETTINGS) as con:
        con.execute("set preserve_insertion_order = false")
        ordered = (
            "row_number() over (order by start, coalesce(\"end\", date '9999-12-31') desc, event_id) - 1"
        )
        if files:
            con.execute(
                f"create table event as select ({ordered})::integer as n, {columns} "
                "from read_parquet(?, union_by_name = true) order by n",
                [files],
            )
        else:
            _make_empty(con)
        for column, bridge in BRIDGES.items():
            con.execute(
                f"create table {bridge} as select distinct value, n "
                f'from (select n, unnest("{column}") as value from event) order by value, n'
            )
        con.execute("checkpoint")


def _make_empty(con: duckdb.DuckDBPyConnection) -> None:
    from timeline.table.schema import arrow_schema

    nothing = arrow_schema().empty_table()
    con.register("nothing", nothing)
    con.execute("create table event as select 0::integer as n, * from nothing")
    con.unregister("nothing")
