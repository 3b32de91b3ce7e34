"""Tasks over an executor, a few ahead of the workers, and what to do when a worker dies."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from typing import Generic, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")

TASKS_PER_WORKER = 100
"""Then a fresh process takes its place, so that what libraries leave in memory goes."""


def processes(workers: int) -> Executor:
    """A pool of processes started anew ("spawn": the same on every system, nothing inherited)."""
    spawn = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(workers, mp_context=spawn, max_tasks_per_child=TASKS_PER_WORKER)


class Died(RuntimeError):
    """The process that worked on a task ended without a word, as when memory runs out."""


class Runner(Generic[Task, Result]):
    """Runs `call(task)` for tasks in any order; at most `ahead` are handed out at a time.

    When a worker dies, all tasks in hand are tried again, each alone in a pool of one, so that only the one
    at fault is lost: it yields Died.
    """

    def __init__(
        self,
        call: Callable[[Task], Result],
        start: Callable[[], Executor],
        alone: Callable[[], Executor],
        ahead: int,
    ) -> None:
        self.call, self.start, self.alone, self.ahead = call, start, alone, ahead

    def run(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Result | Died]]:
        executor = self.start()
        pending: dict[Future[Result], Task] = {}
        stream = iter(tasks)
        exhausted = False
        try:
            while not exhausted or pending:
                while not exhausted and len(pending) < self.ahead:
                    try:
                        task = next(stream)
                    except StopIteration:
                        exhausted = True
                        break
                    pending[executor.submit(self.call, task)] = task
                if not pending:
                    break
                done, _ = wait(pending, return_when=FIRST_COMPLETED)
                try:
                    for future in done:
                        result = future.result()
                        yield pending.pop(future), result
                except BrokenProcessPool:
                    executor.shutdown(wait=False)
                    suspects, pending = list(pending.values()), {}
                    for task in suspects:
                        yield task, self._alone(task)
                    executor = self.start()
        finally:
            for future in pending:
                future.cancel()
            executor.shutdown(wait=True)  # no more: not every executor can do more

    def _alone(self, task: Task) -> Result | Died:
        with self.alone() as executor:
            try:
                return executor.submit(self.call, task).result()
            except BrokenProcessPool:
                return Died("the process that worked on it ended without a word; is there enough memory?")
