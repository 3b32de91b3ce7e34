"""One run over many inputs: what failed, how far it is, how it ended."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from timeline import language, reading
from timeline.model import Article

DONE, PARTLY, FAILED = 0, 1, 2
Result = TypeVar("Result")


class Trouble(Exception):
    """Nothing can be done; the message is the one sentence that says why and what to do."""


class Run:
    """Reads articles, tells on stderr of failures and progress, and counts both."""

    def __init__(self, inputs: Sequence[str]) -> None:
        self.inputs = inputs
        self.done = 0
        self.failed = 0
        self._shown = time.monotonic()
        self._line = False

    def each(self, work: Callable[[Article], Result]) -> Iterator[Result]:
        """What `work` makes of each article, in order; what fails is told, and the rest goes on.

        Raises Trouble where the language model is missing, as then every article would fail.
        """
        for found in reading.read_all(self.inputs):
            if isinstance(found, reading.Failure):
                self._fail(found.sentence)
                continue
            try:
                result = work(found)
            except language.ModelMissing as error:
                raise Trouble(str(error)) from error
            except Exception as error:  # one odd article must not cost the others
                kind = type(error).__name__
                self._fail(
                    f"{found.id}: could not be worked through ({kind}: {error}); please report this article"
                )
                continue
            self.done += 1
            yield result
            self._progress()
        self._clear()

    def status(self) -> int:
        """The exit status, after all is done."""
        if self.done:
            return PARTLY if self.failed else DONE
        if not self.failed:
            print(f"timeline: no article in {', '.join(self.inputs)}", file=sys.stderr)
        return FAILED

    def _fail(self, sentence: str) -> None:
        self._clear()
        self.failed += 1
        print(f"timeline: {sentence}", file=sys.stderr)

    def _progress(self) -> None:
        """On a terminal a line that renews itself; in a log one line a minute."""
        live = sys.stderr.isatty()
        now = time.monotonic()
        if now - self._shown < (1 if live else 60):
            return
        self._shown = now
        failed = f", {self.failed} failed" if self.failed else ""
        print(f"timeline: {self.done} articles{failed} …", end="\r" if live else "\n", file=sys.stderr)
        sys.stderr.flush()
        self._line = live

    def _clear(self) -> None:
        if self._line:
            print("\x1b[2K", end="\r", file=sys.stderr)
            self._line = False
