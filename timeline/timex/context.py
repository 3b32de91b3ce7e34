"""What a document has said so far: the anchors that its next expression may count from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from timeline.model import Basis
from timeline.timex.moments import Moment


@dataclass(frozen=True, slots=True)
class Found:
    """What a form was resolved to: a moment, or a TIMEX3 value that names none; and why, for the reason."""

    moment: Moment | None = None
    value: str | None = None
    basis: Basis = "none"
    why: str = ""
    anchor: str = ""
    """The words of the expression that it was counted from."""


class Context:
    """The publication date, and the last day, quarter and moment mentioned with the words that did so."""

    def __init__(self, published: date | None, narrative: bool) -> None:
        self.published = Moment.of_date(published) if published else None
        self.narrative = narrative
        self.mentioned: Moment | None = None
        self.words = ""
        self.story: Moment | None = None
        """Where a narrative has got to: the last moment mentioned that is no aside."""
        self.day: Moment | None = None
        self.day_words = ""
        self.quarter: Moment | None = None

    def anchor(self, kind: str) -> tuple[Moment | None, Basis]:
        """The anchor to count from and its name; the other one where the text gives no such anchor."""
        if kind == "published" and not (self.narrative and self.mentioned is not None):
            if self.published is not None:
                return self.published, "published"
            return self.mentioned, "mentioned"
        if self.mentioned is not None:
            return self.mentioned, "mentioned"
        return self.published, "published"

    def as_mentioned(self, moment: Moment | None, why: str) -> Found:
        """`moment`, counted from what the text mentioned last."""
        return self.told_from("mentioned", moment, why)

    def told_from(self, basis: Basis, moment: Moment | None, why: str) -> Found:
        """`moment`, counted from `basis`, with the words that told it where the text did."""
        return Found(moment, None, basis, why, self.words if basis == "mentioned" else "")

    def ahead(self, moment: Moment) -> bool:
        """Whether a day lies after publication: then "the day" is not that one."""
        told, published = moment.date(), self.published.date() if self.published else None
        return told is not None and published is not None and told > published

    def remember(self, moment: Moment, words: str, aside: bool = False) -> None:
        """`moment` was mentioned with `words`; an `aside` does not move the story."""
        self.mentioned, self.words = moment, words
        if not aside:
            self.story = moment
        if moment.grain == "day":
            self.day, self.day_words = moment, words
        elif moment.grain == "quarter" and self._reported(moment):
            self.quarter = moment

    def forget_quarter(self) -> None:
        """The text reports on longer periods now ("the first nine months")."""
        told = self.quarter or self.published
        self.quarter = told.coarser("year") if told is not None else None

    def reported_year(self) -> Moment | None:
        """Last year, where the article reports on its last quarter: "the year" is that one then."""
        told, published = self.quarter, self.published
        if told is None or published is None or self.narrative:
            return None
        return told.coarser("year") if (told.year, told.number) == (published.year - 1, 4) else None

    def _reported(self, quarter: Moment) -> bool:
        """A quarter that this article can report on: at most a year old, and over where another one is."""
        gap = self._quarters_since(quarter)
        if gap is None:
            return True
        running_second = gap == 0 and self.quarter is not None and self._quarters_since(self.quarter) != 0
        return 0 <= gap <= 4 and not running_second

    def _quarters_since(self, quarter: Moment) -> int | None:
        if self.published is None:
            return None
        here = self.published.coarser("quarter")
        return (here.year - quarter.year) * 4 + here.number - quarter.number
