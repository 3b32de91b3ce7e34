"""A digest: the dates that matter most in many articles, with one sentence each.

A date matters as far as many articles name it, and go on naming it days later. Its sentence is the one
nearest to all that is said of the date, by TF-IDF. Both are the strong simple methods of Ghalandari and Ifrim
2020, "Examining the state-of-the-art in news timeline summarization", ACL. Needs no language model: time
expressions and sentence ends alone.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from timeline import language, timex
from timeline.model import Article, Sentence, Timex

SHORTEST, LONGEST = 8, 60
"""Words of a sentence that can stand for a date."""
FULL = 30
"""Words from which on a sentence is not too short to tell what happened."""
OPENING = 3
"""Sentences at the front of an article that tell, undated, what happened on the day it was published."""
UNDATED = 0.5
AHEAD = 0.7
"""What a sentence weighs that dates nothing itself, or that was written before the day it speaks of."""

_WORD = re.compile(r"\w+")
Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class _Told:
    """One sentence, and the days that it speaks of."""

    text: str
    words: Mapping[str, int]
    days: frozenset[date]
    published: date | None

    def weight(self, day: date) -> float:
        """How much the sentence can say of `day`: short ones less, and those that only look forward to it."""
        length = min(1.0, sum(self.words.values()) / FULL)
        return length * (AHEAD if self.published is not None and self.published < day else 1.0)


def digest(
    articles: Iterable[Article], *, dates: int = 10, start: date | None = None, end: date | None = None
) -> dict[date, str]:
    """At most `dates` days from `start` to `end` (inclusive) with a sentence each, in order of time."""
    sentences: list[_Told] = []
    articles_of: Counter[date] = Counter()
    looks_back: Counter[date] = Counter()
    for article in articles:
        article, told = _read(article)
        sentences += told
        articles_of.update({day for t in told for day in t.days})
        if article.published is not None:
            looks_back.update(day for t in told for day in t.days if (article.published - day).days >= 2)
    about = _by_day(sentences, articles_of)
    within = [day for day in about if (start is None or day >= start) and (end is None or day <= end)]
    within.sort(key=lambda day: (-math.log1p(articles_of[day]) - math.log1p(looks_back[day]), day))
    rarity = _rarity(sentences)
    return {day: _best(day, about[day], rarity) for day in sorted(within[: max(0, dates)])}


def _read(article: Article) -> tuple[Article, list[_Told]]:
    """The article's running text, sentence by sentence, as far as it can tell of a day."""
    article, timexes = timex.read(article)
    told: list[_Told] = []
    body = [sentence for sentence in language.split(article) if sentence.zone == "body"]
    following = 0
    for place, sentence in enumerate(body):
        here = following
        while following < len(timexes) and timexes[following].start < sentence.end:
            following += 1
        days = frozenset(_days(timexes[here:following], sentence))
        if not days and place >= OPENING:
            continue
        words = Counter(_WORD.findall(sentence.text.lower()))
        if days or SHORTEST <= words.total() <= LONGEST:
            told.append(_Told(" ".join(sentence.text.split()), words, days, article.published))
    return article, told


def _days(timexes: Sequence[Timex], sentence: Sentence) -> Iterable[date]:
    for expression in timexes:
        span = expression.span
        if expression.start >= sentence.start and span is not None and span.first == span.last:
            yield span.first


def _by_day(sentences: Sequence[_Told], named: Mapping[date, int]) -> dict[date, list[_Told]]:
    """Day → the sentences that can stand for it; only days that some article names have any."""
    about: defaultdict[date, list[_Told]] = defaultdict(list)
    for told in sentences:
        if not SHORTEST <= sum(told.words.values()) <= LONGEST:
            continue
        for day in told.days:
            about[day].append(told)
        if not told.days and told.published is not None and told.published in named:
            about[told.published].append(told)
    return {day: told for day, told in about.items() if any(day in t.days for t in told)}


def _rarity(sentences: Sequence[_Told]) -> Vector:
    """Word → inverse document frequency over the sentences."""
    frequency: Counter[str] = Counter()
    for told in sentences:
        frequency.update(told.words.keys())
    return {word: math.log((1 + len(sentences)) / count) for word, count in frequency.items()}


def _best(day: date, sentences: Sequence[_Told], rarity: Vector) -> str:
    vectors = [_vector(told.words, rarity) for told in sentences]
    centre: defaultdict[str, float] = defaultdict(float)
    for told, vector in zip(sentences, vectors, strict=True):
        weight = 1.0 if day in told.days else UNDATED
        for word, share in vector.items():
            centre[word] += weight * share

    def value(place: int) -> float:
        nearness = sum(share * centre[word] for word, share in vectors[place].items())
        return nearness * sentences[place].weight(day)

    return sentences[max(range(len(sentences)), key=lambda place: (value(place), -place))].text


def _vector(words: Mapping[str, int], rarity: Vector) -> Vector:
    values = {word: (1 + math.log(count)) * rarity[word] for word, count in words.items()}
    length = math.sqrt(sum(value * value for value in values.values())) or 1.0
    return {word: value / length for word, value in values.items()}
