"""What could not be read, told so that a person can mend it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Failure:
    """One thing that was not read: the file, where known its line and the record's field, and a sentence."""

    path: str
    reason: str
    line: int | None = None
    field: str | None = None

    @property
    def sentence(self) -> str:
        """One clear sentence: where, what is wrong, what to do."""
        where = self.path if self.line is None else f"{self.path}, line {self.line}"
        return f"{where}: {self.reason}"


class Unreadable(ValueError):
    """Raised inside reading; becomes a Failure's reason."""
