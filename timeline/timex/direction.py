"""Which way a bare date points: what the words before it say of past and future."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.timex.lexicon import Lexicon

_PLUPERFECT = 7
"""Words within which "had" makes a date of the past, whatever was planned then."""
_NEAR_FUTURE = 4
"""The same for one that looks ahead: "won't run in September"."""
_REACH = 110
_WORDS = 20
_NEAR = 2
"""Words between a verb in the past and the date that it surely governs: "rose in February"."""
_FEW = 4
"""Words before a date that opens its sentence: "As early as February"."""
_WORD = re.compile(r"[^\W\d_]+(?:['’]t\b|-be\b)?|['’]ll\b|\d+")
_NO_LETTER = re.compile(r"[\W\d_]")
_NEXT = re.compile(r"(['’]s\b)|\s([^\W\d_]+)")
_STOP = re.compile(r"[.!?;]['\"”’]*\s+(?=[\"“‘'`A-Z])|\n\s*\n|[!?:]\s")


class Direction:
    """The tense cues of one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        cues = lexicon.cues
        self.toward = frozenset(cues.get("toward", ()))
        self.backward = frozenset(cues.get("backward", ()))
        self.toward_pairs = frozenset(cues.get("toward_pairs", ()))
        self.backward_pairs = frozenset(cues.get("backward_pairs", ()))
        self.between = frozenset(cues.get("between", ()))
        self.past = frozenset(cues.get("past", ()))
        self.future = frozenset(cues.get("future", ()))
        self.future_to = frozenset(cues.get("future_to", ()))
        self.joints = frozenset(cues.get("joints", ()))
        """What may stand between two dates that share the year of the second."""
        self.passive = frozenset(cues.get("passive", ()))
        self.adverb_ending = str(cues.get("adverb_ending", "ly"))
        self.past_ending = str(cues.get("past_ending", "ed"))
        self.not_past = frozenset(cues.get("not_past", ()))
        self.past_next = frozenset(cues.get("past_next", ()))
        self.events = frozenset(cues.get("events", ()))
        self.abbreviations = frozenset(cues.get("abbreviations", ()))
        self.pluperfect = frozenset(cues.get("pluperfect", ()))
        self.open = frozenset(cues.get("open", ()))
        self.agents = frozenset(cues.get("agents", ()))
        self.plans = frozenset(cues.get("plans", ()))
        self.articles = frozenset(cues.get("articles", ()))
        self.ends = frozenset(cues.get("ends", ()))
        """What stands between a quarter and the day that it ended."""
        self.determiners = frozenset(cues.get("determiners", ()))
        """After these a word like a verb in the past describes a noun."""
        self._when = re.compile(rf",? (?:{'|'.join(map(re.escape, cues.get('when', ()))) or '(?!)'}) ")
        self.updates = frozenset(cues.get("updates", ()))
        """What the stamp of a live page opens with."""
        self.infinitive = str(cues.get("infinitive", "to"))

    def tense(self, text: str, start: int, end: int) -> int:
        """Past (negative), future (positive) or not told (0).

        2: the words right before the expression say so; 1: a verb or noun near it does.
        """
        following = _NEXT.match(text, end)
        if following is not None and self._past_verb(following[2] or ""):
            return -2  # "planned for Saturday was cancelled", "on Sunday demanded"
        when = self._when.match(text, end)
        if when is not None and self._ahead_of(text, when.end()) < 0:
            return -2  # "ran until July 15, when the well was capped"
        left = text[max(0, start - _REACH) : start]
        cut = max(
            (m.end() for m in _STOP.finditer(left) if not self._abbreviated(left, m.start())), default=0
        )
        words = self._words(left[cut:])
        at = len(words) - 1
        while at >= 0 and words[at] in self.between:
            pair = f"{words[at - 1]} {words[at]}" if at else ""
            if pair in self.toward_pairs and not self._opens_past(words, text, end):
                return 2
            if pair in self.backward_pairs:
                return -2
            at -= 1
        if at >= 0:
            pair = f"{words[at - 1]} {words[at]}" if at else ""
            if following is not None and following[1] and words[at] in self.agents:
                return -1  # "flattened by Tuesday's earthquake"
            described = at < len(words) - 1 and words[-1] in self.articles and words[at] in self.events
            toward = (words[at] in self.toward and not described) or pair in self.toward_pairs
            done = toward and words[at] in self.agents and self._pluperfect(words)
            if toward and not done and not self._opens_past(words, text, end):
                return 2
            if words[at] in self.backward or pair in self.backward_pairs:
                return -2
        if following is not None and following[1]:  # "Wednesday's ruling", "expected at Wednesday's"
            return 1 if self._nearest(words[: -_NEAR_FUTURE - 1 : -1]) > 1 else -1
        if not self.pluperfect.isdisjoint(words[-_PLUPERFECT:]):
            return -1
        sign = self._nearest(words[: -_WORDS - 1 : -1])
        return self._ahead_of(text, end) if sign == 0 and len(words) < 4 else sign

    def _ahead_of(self, text: str, end: int) -> int:
        """What the words after a date that opens its sentence say: "By Friday, 100 had died"."""
        right = text[end : end + _REACH]
        stop = _STOP.search(right)
        words = self._words(right[: stop.start() if stop else None])
        return self._nearest(words, back=False)

    def _opens_past(self, words: Sequence[str], text: str, end: int) -> bool:
        """ "By Friday, 100 had died": the date opens its sentence, and what follows is past."""
        return len(words) < _FEW and self._ahead_of(text, end) < 0

    def _pluperfect(self, words: Sequence[str]) -> bool:
        """ "Had filed by Wednesday" tells what was; "had until Wednesday" does not."""
        near = words[-_PLUPERFECT:]
        return any(
            word in self.pluperfect and near[i + 1 : i + 2] and near[i + 1] not in self.toward
            for i, word in enumerate(near)
        )

    def _abbreviated(self, text: str, stop: int) -> bool:
        """The full stop at `stop` follows an initial or an abbreviation."""
        if text[stop] != ".":
            return False
        found = _NO_LETTER.split(text[max(0, stop - 8) : stop])[-1]
        return (len(found) == 1 and found.isupper()) or found in self.abbreviations

    def _words(self, text: str) -> list[str]:
        """The words of `text` in lower case, but names that end like a past verb ("Mohamed") as they are."""
        return [w if self._named(w) else w.lower() for w in _WORD.findall(text)]

    def _named(self, word: str) -> bool:
        return word.istitle() and word.endswith(self.past_ending)

    def _past_verb(self, word: str) -> bool:
        return word in self.past_next or self._regular_past(word)

    def _regular_past(self, word: str) -> bool:
        return (
            len(word) > 4 and word.islower() and word.endswith(self.past_ending) and word not in self.not_past
        )

    def _nearest(self, words: Sequence[str], back: bool = True) -> int:
        """The sign of the first cue of `words`, which run away from the expression, `back` or on."""
        for i, word in enumerate(words):
            after = words[i - 1] if i else ""
            if i == 0 and word in self.open:
                return 0
            noun = word in self.plans and i + 1 < len(words) and words[i + 1] in self.articles
            if (word in self.future and not noun) or (after == self.infinitive and word in self.future_to):
                if back and i + 1 < len(words) and words[i + 1] in self.pluperfect:
                    return -1  # "had hoped to leave on Sunday"
                return 2 if i < _NEAR_FUTURE else 1
            if word in self.past or self._regular_past(word):
                before = i + 1 + (i + 1 < len(words) and words[i + 1].endswith(self.adverb_ending))
                if before < len(words) and words[before] in self.passive:
                    continue  # "will be held", "to be officially released"
                if (
                    word not in self.past
                    and i
                    and i + 1 < len(words)
                    and words[i + 1] in self.determiners
                    and back
                ):
                    continue  # "the proposed merger", "an unspecified date"
                return -2 if i < _NEAR else -1
        return 0
