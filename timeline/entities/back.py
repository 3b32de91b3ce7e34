"""Mentions before a place in the text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from timeline.entities.document import Document
from timeline.model import ActorMention


class Back:
    """The mentions of one document, to be asked what came before."""

    def __init__(self, document: Document, named: Iterable[ActorMention]) -> None:
        self.document = document
        self.mentions = sorted(named, key=lambda mention: mention.start)
        self.starts = [mention.start for mention in self.mentions]

    def add(self, mention: ActorMention) -> None:
        at = bisect_left(self.starts, mention.start)
        self.mentions.insert(at, mention)
        self.starts.insert(at, mention.start)

    def before(self, offset: int, sentences: int) -> list[ActorMention]:
        """Mentions before `offset`, the nearest first, not more than `sentences` sentences back."""
        at = bisect_left(self.starts, offset)
        lowest = self.document.sentence_number(offset) - sentences
        found = []
        while at > 0:
            at -= 1
            if self.document.sentence_number(self.starts[at]) < lowest:
                break
            found.append(self.mentions[at])
        return found
