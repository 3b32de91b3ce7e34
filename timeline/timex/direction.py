"""Which way a bare date points: what the words around it say of past and future."""

from __future__ import annotations

import re

from timeline.timex.lexicon import Lexicon

_REACH = 120
_WORD = re.compile(r"[^\W\d_]+|['’](?:ll|d)\b")
_STOP = re.compile(r"[.!?;]\s|\n\s*\n|[.!?]$")


class Direction:
    """The tense cues of one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        cues = lexicon.cues
        self.past = frozenset(cues.get("past", ()))
        self.future = frozenset(cues.get("future", ()))
        self.toward = frozenset(cues.get("toward", ()))

    def tense(self, text: str, start: int, end: int) -> int:
        """-1 past, 1 future, 0 not told: the nearest cue before the expression, then after it."""
        left = text[max(0, start - _REACH) : start]
        cut = max((m.end() for m in _STOP.finditer(left)), default=0)
        for word in reversed(_WORD.findall(left[cut:])):
            sign = self._sign(word.lower())
            if sign:
                return sign
        right = text[end : end + _REACH]
        stop = _STOP.search(right)
        for word in _WORD.findall(right[: stop.start() if stop else len(right)]):
            sign = self._sign(word.lower())
            if sign:
                return sign
        return 0

    def _sign(self, word: str) -> int:
        if word in self.future:
            return 1
        if word in self.past or (len(word) > 4 and word.endswith("ed")):
            return -1
        return 0
