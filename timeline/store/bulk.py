"""A bulk run: many articles → a folder of Parquet files, on all cores, taken up again where it stopped."""

from __future__ import annotations

import os
import secrets
import shutil
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from timeline import reading
from timeline.reading import Failure
from timeline.store import manifest, partition, pool, work
from timeline.store.errors import StoreError
from timeline.store.inputs import code_digest, inputs_of
from timeline.store.manifest import Manifest
from timeline.store.work import Done
from timeline.table import Provenance
from timeline.table.provenance import model_name

_DAY = 24 * 60 * 60
_PARTS = ("events", "articles")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run has come: what is done, kept from an earlier run included."""

    articles: int
    events: int
    failures: int


@dataclass(frozen=True, slots=True)
class _Task:
    path: str
    ids: tuple[str, ...]


def run(
    inputs: Sequence[Path | str],
    out: Path | str,
    *,
    workers: int | None = None,
    approx: bool = False,
    progress: Callable[[Progress], None] | None = None,
    executor: Callable[[], Executor] | None = None,
) -> Manifest:
    """Extracts the events of all articles of `inputs` (files, folders) into the folder `out`.

    `workers` processes work at once, by default one a core; 1 works within this process. `executor` starts
    another executor in their place, for example a Dask client's, on a machine that sees `out` as well.
    The folder then holds the result of these inputs: what an earlier run has done of it is kept, what is
    no longer part of it is removed. Articles that failed are told in the manifest, all others are there.
    Raises StoreError where `out` holds something else, ModelMissing where there is no language model.
    """
    out = Path(out)
    before = _prepare(out)
    settings = {"approx": approx}
    provenance = Provenance(
        inputs_of(inputs), model_name(), settings, made=datetime.now(UTC).replace(microsecond=0)
    )
    _refuse_others(out, before, provenance)
    maker = {"code": code_digest(), "model": provenance.model, "settings": settings}
    Manifest(provenance, before.partitions if before else ()).write(out)

    failures: list[Failure] = []
    lost: list[str] = []
    order: list[str] = []
    outcomes: dict[str, Done] = {}
    spool = out / f".work-{secrets.token_hex(4)}"
    spool.mkdir()

    def count(done: Done) -> None:
        outcomes[done.key] = done
        if progress is not None:
            every = outcomes.values()
            failed = len(failures) + len(lost) + sum(len(d.failures) for d in every)
            progress(Progress(sum(d.articles for d in every), sum(d.events for d in every), failed))

    def tasks() -> Iterator[_Task]:
        for part in partition.partitions(reading.read_all(inputs), maker, failures):
            order.append(part.key)
            if (done := work.done_before(out, part.key)) is not None:
                count(done)
            else:
                yield _Task(str(partition.write(part, spool)), part.ids)

    try:
        for task, result in _results(tasks(), partial(_process, str(out), approx), workers, executor):
            Path(task.path).unlink(missing_ok=True)
            if isinstance(result, Done):
                count(result)
            else:
                lost += [f"article {article_id}: {result}" for article_id in task.ids]
    except OSError as fault:
        raise StoreError(f"{out} cannot be written ({fault.strerror or fault})") from fault
    finally:
        shutil.rmtree(spool, ignore_errors=True)

    partitions = tuple(outcomes[key] for key in dict.fromkeys(order) if key in outcomes)
    told = (*(f.sentence for f in failures), *lost, *(s for d in partitions for s in d.failures))
    whole = Manifest(provenance, partitions, told, complete=True)
    if before is not None and before.complete and _same(before, whole):
        whole = before  # nothing changed: not even when it was made
    whole.write(out)
    _sweep(out, {done.key for done in partitions})
    return whole


def _process(out: str, approx: bool, task: _Task) -> Done:
    return work.process(task.path, out, approx)


def _results(
    tasks: Iterable[_Task],
    call: Callable[[_Task], Done],
    workers: int | None,
    executor: Callable[[], Executor] | None,
) -> Iterator[tuple[_Task, Done | pool.Died]]:
    number = workers or os.cpu_count() or 1
    if number == 1 and executor is None:
        yield from ((task, call(task)) for task in tasks)
        return
    start = executor or partial(pool.processes, number)
    alone = executor or partial(pool.processes, 1)
    yield from pool.Runner(call, start, alone, 2 * number).run(tasks)


def _prepare(out: Path) -> Manifest | None:
    """Makes the folder, or makes sure that it is ours; returns the manifest of an earlier run."""
    try:
        before = manifest.read(out)
        if before is None and out.exists() and (not out.is_dir() or any(out.iterdir())):
            raise StoreError(f"{out} exists and is not a result of Timeline: name a new or an empty folder")
        for name in _PARTS:
            (out / name).mkdir(parents=True, exist_ok=True)
        for left in out.glob(".work-*"):  # of a run that was killed; a younger one may still be at work
            if time.time() - left.stat().st_mtime > _DAY:
                shutil.rmtree(left, ignore_errors=True)
    except OSError as fault:
        raise StoreError(f"{out} cannot be written ({fault.strerror})") from fault
    return before


def _refuse_others(out: Path, before: Manifest | None, now: Provenance) -> None:
    names = {i.name for i in now.inputs}
    others = [i.name for i in before.provenance.inputs if i.name not in names] if before else []
    if others:
        more = f" and {len(others) - 1} more" if len(others) > 1 else ""
        raise StoreError(
            f"{out} holds the result of other inputs ({others[0]}{more}): "
            "give these as well, or name another folder"
        )


def _same(one: Manifest, other: Manifest) -> bool:
    def core(m: Manifest) -> object:
        return m.provenance.as_dict() | {"made": None}, m.partitions, m.failures

    return core(one) == core(other)


def _sweep(out: Path, keys: set[str]) -> None:
    """Removes the partitions that are no longer part of the result, and half-written files."""
    keep = {f"part-{key}.parquet" for key in keys}
    for name in _PARTS:
        for path in (out / name).iterdir():
            if path.name not in keep and (path.suffix == ".parquet" or path.name.endswith(".part")):
                path.unlink(missing_ok=True)
