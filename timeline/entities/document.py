"""An article as the entity finders see it: its words with their places, and what the model said of them."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from timeline.model import Article, Name, Sentence, Token

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}(?=\W|$)"  # U.S.  W.H.O.
    r"|[A-Z][a-z]?\.(?:[A-Z][a-z]*\.)+"  # W.Va.  Ph.D.
    r"|[^\W\d_]+(?:\d+)?|\d+(?:[.,:]\d+)*(?:[^\W\d_]+)?"
)
_JOIN = re.compile(r"[ \u00a0\t]{1,2}|[ \t]?\r?\n[ \t]?|[-‐‑–]|['’ʼ`‘]|\. |\.-| & ")
"""What may stand between two words of one name."""
_ONE_GAP = re.compile(r" |[ \t]*\r?\n[ \t]{2,}")
_WRAP = re.compile(r"[ \t]*\r?\n[ \t]{2,}")
"""An indented line that goes on the one before; names are cut in two there."""

_PLAIN = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d"})


def fold(text: str) -> str:
    """Lower case without accents: the key under which names are looked up."""
    text = text.lower()
    if text.isascii():
        return text
    text = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    return "".join(c for c in text if not unicodedata.combining(c))


class Word(NamedTuple):
    """A word or number, the document's `at`-th; `key` is folded.

    `joined`: it may go on a name that the word before began.
    """

    at: int
    start: int
    end: int
    text: str
    key: str
    joined: bool
    capital: bool

    @property
    def shouted(self) -> bool:
        """All capitals, long enough to be more than an initial."""
        return len(self.text) > 1 and self.text.isupper()


def words_of(text: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, text) of each word."""
    for found in _WORD.finditer(text):
        yield found.start(), found.end(), found[0]


_SIMPLE = str.maketrans({"-": " ", "'": " ", ".": None})
_SIMPLE_NAME = re.compile(r"[A-Za-z '-]+(?:\. [A-Za-z '-]+)?", re.ASCII)


def key_of(name: str) -> tuple[str, ...]:
    """A name as folded words: "Port-au-Prince" → ("port", "au", "prince"); dots of acronyms drop."""
    if _SIMPLE_NAME.fullmatch(name):
        return tuple(name.lower().translate(_SIMPLE).split())
    return tuple(fold(text).replace(".", "") for _, _, text in words_of(name))


@dataclass(slots=True)
class Document:
    """Words of all text but site chrome, in order, with look-ups by character offset."""

    article: Article
    sentences: Sequence[Sentence]
    words: list[Word] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)
    _sentence_starts: list[int] = field(default_factory=list)
    _names: list[Name] = field(default_factory=list)
    _name_starts: list[int] = field(default_factory=list)
    _labelled: dict[str, list[tuple[int, int]]] = field(default_factory=dict)

    @classmethod
    def of(cls, article: Article, sentences: Sequence[Sentence]) -> Document:
        document = cls(article, sentences)
        text = article.text
        chrome = [(zone.start, zone.end) for zone in article.zones if zone.kind == "chrome"]
        seams = {zone.start for zone in article.zones} | {zone.end for zone in article.zones}
        wrapped = {sentence.start for sentence in sentences} - seams
        seams |= wrapped
        before, skip = 0, 0
        cuts = sorted(seams)
        cut = 0
        found = document.words
        for start, end, word in words_of(text):
            while skip < len(chrome) and chrome[skip][1] <= start:
                skip += 1
            if skip < len(chrome) and chrome[skip][0] <= start:
                continue
            while cut < len(cuts) and cuts[cut] <= before:
                cut += 1
            seam = (
                cut < len(cuts)
                and cuts[cut] <= start
                and not (cuts[cut] in wrapped and _WRAP.fullmatch(text, before, start))
            )
            joined = (
                not seam
                and before > 0
                and (
                    text[before:start] == " "
                    or _JOIN.fullmatch(text, before, start) is not None
                    or _WRAP.fullmatch(text, before, start) is not None
                )
            )
            key = (word.lower() if word.isascii() else fold(word)).replace(".", "")
            found.append(Word(len(found), start, end, word, key, joined, word[0].isupper()))
            before = end
        document._starts = [word.start for word in document.words]
        document._sentence_starts = [sentence.start for sentence in sentences]
        document._names = [name for sentence in sentences for name in sentence.names]
        document._name_starts = [name.start for name in document._names]
        return document

    @property
    def text(self) -> str:
        return self.article.text

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds `offset`."""
        at = bisect_right(self._sentence_starts, offset) - 1
        if at >= 0 and offset < self.sentences[at].end:
            return self.sentences[at]
        return None

    def sentence_number(self, offset: int) -> int:
        """How many sentences start at or before `offset`, less one."""
        return bisect_right(self._sentence_starts, offset) - 1

    def name_at(self, start: int, end: int) -> Name | None:
        """The model's name that overlaps [start, end)."""
        at = bisect_right(self._name_starts, start) - 1
        for near in (at, at + 1):
            if 0 <= near < len(self._names):
                name = self._names[near]
                if name.start < end and start < name.end:
                    return name
        return None

    def names(self) -> Sequence[Name]:
        return self._names

    def labelled(self, label: str) -> list[tuple[int, int]]:
        """Where the model has names of `label`; two with a space between are one."""
        if label not in self._labelled:
            found = self._labelled[label] = []
            for name in self._names:
                if name.label != label:
                    continue
                if found and _ONE_GAP.fullmatch(self.text, found[-1][1], name.start):
                    found[-1] = (found[-1][0], name.end)
                else:
                    found.append((name.start, name.end))
        return self._labelled[label]

    def labelled_at(self, label: str, offset: int) -> tuple[int, int] | None:
        """The one of `labelled(label)` that holds `offset`."""
        spans = self.labelled(label)
        at = bisect_right(spans, (offset, len(self.text))) - 1
        return spans[at] if at >= 0 and offset < spans[at][1] else None

    def word_at(self, offset: int) -> int:
        """Index of the word that starts at `offset`, or of the next one."""
        at = bisect_right(self._starts, offset) - 1
        if at >= 0 and self.words[at].end > offset:
            return at
        return at + 1

    def words_in(self, start: int, end: int) -> list[Word]:
        """The words from `start` to `end`."""
        first = last = self.word_at(start)
        while last < len(self.words) and self.words[last].start < end:
            last += 1
        return self.words[first:last]

    def token_at(self, offset: int) -> tuple[Sentence, Token] | None:
        """The parsed token that holds `offset`, with its sentence; None where nothing was parsed."""
        sentence = self.sentence_at(offset)
        if sentence is None or not sentence.tokens:
            return None
        tokens = sentence.tokens
        low, high = 0, len(tokens)
        while low < high:
            middle = (low + high) // 2
            if tokens[middle].end <= offset:
                low = middle + 1
            else:
                high = middle
        return (sentence, tokens[low]) if low < len(tokens) else None

    def opens_sentence(self, word: Word) -> bool:
        """Is `word` the first of its sentence (or the text around it unsplit and a stop before it)?"""
        sentence = self.sentence_at(word.start)
        if sentence is None:
            return not word.joined
        first = self.word_at(sentence.start)
        return word.at == first

    @classmethod
    def of_text(cls, text: str) -> Document:
        """A text of its own, such as a title, that the model has not read."""
        return cls.of(Article("", text), ())
