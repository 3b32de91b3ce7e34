"""The neighbours of a match, as vetoes ask for them."""

from __future__ import annotations

from timeline.timex.grammar import Match
from timeline.timex.lexicon import Value
from timeline.timex.tokens import Tokens

Lists = dict[str, frozenset[str]]
"""A language's word lists for vetoes, by name."""


class Around:
    """A match with the words and kinds before and after it."""

    __slots__ = (
        "after",
        "at",
        "before",
        "last_raw",
        "lists",
        "match",
        "next_raw",
        "previous_raw",
        "stop",
        "tokens",
    )

    def __init__(self, match: Match, tokens: Tokens, lists: Lists) -> None:
        self.match, self.tokens, self.lists = match, tokens, lists
        self.at, self.stop = match.at, match.stop
        self.previous_raw = self.raw(self.at - 1)
        self.next_raw = self.raw(self.stop)
        self.last_raw = self.raw(self.stop - 1)
        self.before = self.previous_raw.lower()
        self.after = self.next_raw.lower()

    def raw(self, at: int) -> str:
        """Token `at` as written; "" beyond the ends of what was read."""
        tokens = self.tokens
        return tokens.text[tokens.starts[at] : tokens.ends[at]] if 0 <= at < len(tokens.starts) else ""

    def values(self, at: int) -> dict[str, Value]:
        """What token `at` can be."""
        return self.tokens.entries[at].values if 0 <= at < len(self.tokens.entries) else {}

    @property
    def first(self) -> dict[str, Value]:
        return self.tokens.entries[self.at].values

    @property
    def last(self) -> dict[str, Value]:
        return self.tokens.entries[self.stop - 1].values

    @property
    def single(self) -> bool:
        return self.stop - self.at == 1

    def led_by(self, name: str) -> bool:
        """The word before is of the list `name`."""
        return self.before in self.lists[name]

    def followed_by(self, name: str) -> bool:
        return self.after in self.lists[name]

    def says(self, name: str) -> bool:
        """A word of the list `name` stands within the match."""
        return any(self.raw(at).lower() in self.lists[name] for at in range(self.at, self.stop))

    def hyphen_then(self, name: str) -> bool:
        """A hyphen and a word of the list `name` come next: "a year|-ago"."""
        return "hyphen" in self.values(self.stop) and self.raw(self.stop + 1).lower() in self.lists[name]

    def titled(self) -> bool:
        """A title stands before: "Mr. Friday", "Mrs May"."""
        at = self.at - 2 if self.before == "." else self.at - 1
        return self.raw(at).rstrip(".").lower() in self.lists["titles"]

    def close(self, at: int) -> bool:
        """Token `at` and the next stand with one space or less between them."""
        tokens = self.tokens
        return 0 <= at < len(tokens.starts) - 1 and tokens.starts[at + 1] - tokens.ends[at] <= 1

    def glued(self, at: int) -> bool:
        """Token `at` and the next stand with nothing between them."""
        tokens = self.tokens
        return 0 <= at < len(tokens.starts) - 1 and tokens.starts[at + 1] == tokens.ends[at]

    def name_follows(self) -> bool:
        """A capitalised word comes next on the same line."""
        return self.next_raw[:1].isupper() and self.close(self.stop - 1)
