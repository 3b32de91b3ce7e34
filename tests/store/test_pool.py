"""Tasks over worker processes: each has its result, and one that kills its worker is the only one lost."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from tests.store.dying import work
from timeline.store import pool


def runner() -> pool.Runner[str, str]:
    return pool.Runner(work, partial(pool.processes, 2), partial(pool.processes, 1), 3)


def test_every_task_has_its_result() -> None:
    tasks = [str(n) for n in range(8)]
    assert dict(runner().run(tasks)) == {task: task * 2 for task in tasks}


def test_a_task_that_kills_its_worker_is_the_only_one_lost() -> None:
    results = dict(runner().run(["a", "b", "die", "c", "d", "e"]))
    died = results.pop("die")
    assert isinstance(died, pool.Died)
    assert "enough memory" in str(died)
    assert results == {task: task * 2 for task in "abcde"}


def test_a_worker_that_died_once_is_no_loss(tmp_path: Path) -> None:
    task = f"once {tmp_path / 'mark'}"
    assert dict(runner().run(["a", task, "b"])) == {"a": "aa", task: task * 2, "b": "bb"}


def test_an_exception_is_not_swallowed() -> None:
    with pytest.raises(ValueError, match="cannot be done"):
        list(runner().run(["a", "fail", "b"]))


def test_any_executor_will_do() -> None:
    """Threads stand here for a cluster's client; both only know submit and shutdown(wait)."""

    class Plain(ThreadPoolExecutor):
        def shutdown(self, wait: bool = True) -> None:  # type: ignore[override]
            super().shutdown(wait)

    start = partial(Plain, 2)
    assert dict(pool.Runner(work, start, start, 3).run("abc")) == {"a": "aa", "b": "bb", "c": "cc"}


def test_no_tasks_no_results() -> None:
    assert list(runner().run([])) == []
