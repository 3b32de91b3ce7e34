"""Tokens: words and numbers of a stretch of text with all that each can be."""

from __future__ import annotations

from dataclasses import dataclass, field

from timeline.timex.lexicon import Entry


@dataclass(slots=True)
class Tokens:
    """Parallel lists, one place a token."""

    text: str
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    signatures: list[int] = field(default_factory=list)

    def add(self, start: int, end: int, entry: Entry) -> None:
        self.starts.append(start)
        self.ends.append(end)
        self.entries.append(entry)
        self.signatures.append(entry.signature)

    def merge(self, at: int, stop: int, entry: Entry) -> None:
        """Tokens at..stop become one."""
        self.ends[at] = self.ends[stop - 1]
        self.entries[at] = entry
        self.signatures[at] = entry.signature
        for column in (self.starts, self.ends, self.entries, self.signatures):
            del column[at + 1 : stop]

    def low(self, at: int) -> str:
        """Token `at` in lower case; "" beyond the ends."""
        return self.text[self.starts[at] : self.ends[at]].lower() if 0 <= at < len(self.starts) else ""

    def words(self, at: int, stop: int) -> str:
        return self.text[self.starts[at] : self.ends[stop - 1]]
