"""A row in the making: one predicate of one sentence with its date, before it is named and merged."""

from __future__ import annotations

from dataclasses import dataclass, field

from timeline.dates import Span
from timeline.events.casting.participants import Cast
from timeline.events.sentence.tree import Tree
from timeline.model import Sentence, Status, Timex


@dataclass(slots=True)
class Row:
    """`place` is the sentence's number; `path` how the date came to the trigger; `source` where it was
    inherited from. `tree` is None where the sentence has no parse."""

    sentence: Sentence
    place: int
    tree: Tree | None
    trigger: int
    start: int
    end: int
    span: Span
    path: str
    timex: Timex | None = None
    beside: int | None = None
    source: Row | None = None
    because: str = ""
    cast: Cast = field(default_factory=Cast)
    status: Status = "reported"
    claimed_by: str | None = None
    event_type: str = "OTHER"
    headline: str = ""
    rough: bool = False
    """Whether the headline had to be the text's own opening words."""
    unfit: str | None = None
    """Why no reader could use it."""
    tellings: list[Row] = field(default_factory=list)

    @property
    def lemma(self) -> str:
        return "" if self.tree is None else self.tree.lemma(self.trigger)

    @property
    def word(self) -> str:
        return self.sentence.text[self.start - self.sentence.start : self.end - self.sentence.start]
