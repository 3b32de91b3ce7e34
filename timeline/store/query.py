"""Questions to a folder result: how many, when, who, and which events exactly. Only reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

import duckdb
import pandas as pd
import pyarrow as pa

from timeline import table
from timeline.store import manifest, snapshot
from timeline.store.errors import StoreError
from timeline.store.manifest import Manifest
from timeline.store.work import articles_file
from timeline.table.schema import COLUMNS

Unit = Literal["day", "week", "month", "quarter", "year", "decade", "century"]
UNITS: tuple[Unit, ...] = ("day", "week", "month", "quarter", "year", "decade", "century")
FACETS = ("actors", "country_codes", "event_type", "status", "precision", "language", "source", "review")
_BATCH = 20_000


@dataclass(frozen=True, slots=True)
class Where:
    """Which events: those that fit all that is given; of several values in a field, any.

    `start` and `end` (inclusive) take the events that overlap them. `every` asks for events with all the
    countries and all the actors given. `text` is looked for in headline and evidence, in any case.
    """

    start: date | None = None
    end: date | None = None
    countries: tuple[str, ...] = ()
    """ISO 3166-1 alpha-2."""
    actors: tuple[str, ...] = ()
    every: bool = False
    types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    precisions: tuple[str, ...] = ()
    text: str = ""
    confidence: float = 0.0
    article_id: str | None = None

    def sql(self) -> tuple[str, list[Any]]:
        """The condition and its parameters. Values are only ever parameters."""
        conditions: list[str] = []
        values: list[Any] = []

        def add(condition: str, *told: Any) -> None:
            conditions.append(condition)
            values.extend(told)

        if self.start is not None:
            add('("end" is null or "end" >= ?)', self.start)
        if self.end is not None:
            add("start <= ?", self.end)
        for bridge, wanted in (("event_country", self.countries), ("event_actor", self.actors)):
            if wanted and self.every:
                for value in dict.fromkeys(wanted):
                    add(f"n in (select n from {bridge} where value = ?)", value)
            elif wanted:
                add(f"n in (select n from {bridge} where list_contains(?, value))", list(wanted))
        for column, wanted in (
            ("event_type", self.types),
            ("status", self.statuses),
            ("precision", self.precisions),
        ):
            if wanted:
                add(f"list_contains(?, {column})", list(wanted))
        if self.text:
            folded = self.text.lower()
            add("(contains(lower(headline), ?) or contains(lower(evidence), ?))", folded, folded)
        if self.confidence > 0:
            add("confidence >= ?", self.confidence)
        if self.article_id is not None:
            add("article_id = ?", self.article_id)
        return " and ".join(conditions) or "true", values


class Store:
    """A folder result, open for reading. Safe to use from several threads; close it or use `with`."""

    def __init__(self, folder: Path, told: Manifest, con: duckdb.DuckDBPyConnection) -> None:
        self.folder = folder
        self.manifest = told
        self._con = con

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._con.close()

    def count(self, where: Where = Where()) -> int:
        """How many events."""
        return int(self._ask("select count(*) from event where {where}", where)[0][0])

    def range(self, where: Where = Where()) -> tuple[date, date] | None:
        """The first and the last day told of; None where no event is left."""
        first, last = self._ask(
            'select min(start), max(coalesce("end", start)) from event where {where}', where
        )[0]
        return None if first is None else (first, last)

    def density(self, unit: Unit, where: Where = Where()) -> list[tuple[date, int]]:
        """How many events start in each day, month … that has any, in order of time."""
        if unit not in UNITS:
            raise ValueError(f"{unit!r} is not one of {', '.join(UNITS)}")
        return self._ask(
            f"select date_trunc('{unit}', start)::date as d, count(*) from event where {{where}} "
            "group by d order by d",
            where,
        )

    def facet(self, column: str, where: Where = Where(), limit: int = 100) -> list[tuple[str, int]]:
        """The values of a column with how many events have them, the most frequent first."""
        if column not in FACETS:
            raise ValueError(f"{column!r} is not one of {', '.join(FACETS)}")
        if (bridge := snapshot.BRIDGES.get(column)) is None:
            counted = (
                f"select {column} as value, count(*) as c from event where {{where}} and {column} is not null"
            )
        elif where == Where():
            counted = f"select value, count(*) as c from {bridge} where {{where}}"
        else:
            counted = (
                f"select value, count(*) as c from {bridge} where n in (select n from event where {{where}})"
            )
        return self._ask(f"{counted} group by value order by c desc, value limit ?", where, limit)

    def frame(
        self,
        where: Where = Where(),
        *,
        limit: int | None = None,
        offset: int = 0,
    ) -> pd.DataFrame:
        """The events in order of time, as the declared dataframe; `limit` and `offset` take a page."""
        return table.of_rows(self.rows(where, limit=limit, offset=offset))

    def rows(
        self,
        where: Where = Where(),
        *,
        limit: int | None = None,
        offset: int = 0,
    ) -> Iterator[table.Row]:
        """The same as a stream of rows, for `table.write_rows`."""
        condition, values = where.sql()
        columns = ", ".join(f'"{name}"' for name in COLUMNS)
        cursor = self._con.cursor()
        try:
            found = cursor.sql(
                f"select {columns} from event where {condition} order by n limit ? offset ?",
                params=[*values, limit if limit is not None else 2**62, offset],
            )
            for batch in found.to_arrow_reader(_BATCH):
                for record in batch.to_pylist():
                    yield {name: _plain(value) for name, value in record.items()}
        finally:
            cursor.close()

    def event(self, event_id: str) -> table.Row | None:
        """One event by its id."""
        columns = ", ".join(f'"{name}"' for name in COLUMNS)
        found = self._run(f"select {columns} from event where event_id = ? limit 1", [event_id])
        return dict(zip(COLUMNS, map(_plain, found[0]), strict=True)) if found else None

    def article(self, article_id: str) -> dict[str, Any] | None:
        """One article with its text and what was left out of it; None where there is none of that id."""
        files = [str(articles_file(self.folder, done.key)) for done in self.manifest.partitions]
        if not files:
            return None
        cursor = self._con.cursor()
        try:
            sql = "select * from read_parquet(?) where id = ? limit 1"
            found: pa.Table = cursor.sql(sql, params=[files, article_id]).to_arrow_table()
        finally:
            cursor.close()
        return found.to_pylist()[0] if found.num_rows else None

    def _ask(self, sql: str, where: Where, *more: Any) -> list[Any]:
        condition, values = where.sql()
        return self._run(sql.replace("{where}", condition), [*values, *more])

    def _run(self, sql: str, values: list[Any]) -> list[Any]:
        cursor = self._con.cursor()
        try:
            return cursor.execute(sql, values).fetchall()
        finally:
            cursor.close()


def open_store(folder: Path | str) -> Store:
    """Opens a folder result for reading; the first time it takes about half a minute a million events.

    Raises StoreError where the folder is none, or its run has not finished a first time.
    """
    folder = Path(folder)
    told = manifest.read(folder)
    if told is None:
        raise StoreError(f"{folder} is not a result of Timeline: it has no {manifest.NAME}")
    if not told.complete and not told.partitions:
        raise StoreError(
            f"{folder}: the run that makes it has not finished; start it again, it goes on from there"
        )
    try:
        path = snapshot.snapshot(folder, told)
        con = duckdb.connect(str(path), read_only=True, config=snapshot.SETTINGS)
    except (duckdb.Error, OSError, table.TableError) as fault:
        reason = str(fault).partition("\n")[0]
        raise StoreError(f"{folder} cannot be opened ({reason}); run the extraction again") from fault
    return Store(folder, told, con)


def _plain(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
