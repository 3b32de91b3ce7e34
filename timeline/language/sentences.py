"""Text → sentences with their paragraphs: rules for every language, abbreviations as data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Literal, NamedTuple

from timeline.language.lexicon import lexicon
from timeline.language.seams import seams
from timeline.model import Article, Sentence

SentenceZone = Literal["body", "title", "caption"]

_LONGEST = 3000
"""A sentence is cut at a space before this many characters: what is longer is no prose."""

_NARROW, _WIDE = 50, 130
"""Characters of the longest line of a text that was broken to one width."""

_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_BLANK = re.compile(r"(?:\r\n?|[\n\v\f\x85\u2028\u2029])[ \t]*(?:\r\n?|[\n\v\f\x85\u2028\u2029])")
_STOP = re.compile(
    r"(?P<mark>[.!?…؟۔։।॥]+|[。！？]+)"
    r"(?P<close>(?:''|[\"'”’»›)\]}）」』])*)"
    r"(?=(?P<gap>\s*))"
)
_WORD_BEFORE = re.compile(r"[^\s(\[\"“”‘«„]*$")
_WORD_AFTER = re.compile(r"[\W_]*(\w*)")
_CODE = re.compile(r"[A-Z]{1,3}\)")
"""The end of a stock's code: "(DVN. N)"."""
_TORN = re.compile(r"\([A-Z0-9.]{1,8}\.\s*\Z")
_POSTED = re.compile(r"\b\d{4}; ?(?:\d{1,2}:\d\d ?[AP]M|[A-Z]\d\d?)(?=\s+[\W_]*[A-Z])")
"""A page's own stamp, run into what follows: "Friday, July 23, 2010; 7:07 AM BP has finished …"."""
_INITIAL = re.compile(r"(?:[^\W\d_]\.-?)*[^\W\d_]")


_BULLET = re.compile(r"(?<=\s)(?:\\?\*|[•●▪■◦])\s(?=[\"“]?[A-ZÀ-Þ])")
"""What opens an item of a list run into one paragraph: "\\* Shares fall \\* Oil rises"."""


class Piece(NamedTuple):
    """A sentence's place: offsets into the article's text, its zone and paragraph."""

    start: int
    end: int
    zone: SentenceZone
    paragraph: int


class _Abbreviations(NamedTuple):
    before_name: frozenset[str]
    before_number: frozenset[str]
    may_end: frozenset[str]
    starters: frozenset[str]
    months: frozenset[str]

    def entry(self) -> re.Pattern[str] | None:
        """What opens an entry of a chronology run into one paragraph: "… within days 29 December: …"."""
        return _entry(self.months) if self.months else None


@cache
def _abbreviations(language: str | None) -> _Abbreviations:
    data = lexicon(language, "sentences")
    return _Abbreviations(*(frozenset(data.get(field, "").split()) for field in _Abbreviations._fields))


@cache
def _entry(months: frozenset[str]) -> re.Pattern[str]:
    month = "|".join(sorted(months))
    return re.compile(rf"(?<=[^\W_]|[.!?”)]) (?=(?:\d\d? (?:{month})|(?:{month}) \d\d?): )", re.IGNORECASE)


def split(article: Article) -> tuple[Sentence, ...]:
    """The article's sentences in text order, without tokens.

    A caption or a title is one sentence; no sentence crosses a zone; site chrome and datelines give none.
    """
    text = article.text
    return tuple(
        Sentence(piece.start, piece.end, text[piece.start : piece.end], piece.zone, piece.paragraph)
        for piece in pieces(article)
    )


def pieces(article: Article) -> Iterator[Piece]:
    """Where the sentences lie."""
    text, abbreviations, paragraph = article.text, _abbreviations(article.language), 0
    for start, end, zone in _stretches(article):
        if zone in ("title", "caption"):
            lines = [(start, end)]
        elif zone == "body":
            lines = list(_paragraphs(text, start, end))
        else:
            continue
        for line_start, line_end in lines:
            found = False
            ends = _ends(text, line_start, line_end, abbreviations) if zone == "body" else [line_end]
            if zone == "body":
                ends = _at_seams(text, line_start, ends, article.language)
            at = line_start
            for stop in ends:
                for first, last in _shorter(text, at, stop):
                    first, last = _strip(text, first, last)
                    if first < last:
                        found = True
                        yield Piece(first, last, zone, paragraph)  # type: ignore[arg-type]
                at = stop
            paragraph += found


def _at_seams(text: str, start: int, ends: Iterable[int], language: str | None) -> Iterator[int]:
    """The ends of sentences, and those where one ran into the next."""
    for end in ends:
        yield from seams(text, start, end, language)
        yield end
        start = end


def _stretches(article: Article) -> Iterator[tuple[int, int, str]]:
    """The zones and, between them, the body."""
    at = 0
    for zone in article.zones:
        if at < zone.start:
            yield at, zone.start, "body"
        yield zone.start, zone.end, zone.kind
        at = zone.end
    if at < len(article.text):
        yield at, len(article.text), "body"


def _paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Blocks between blank lines; in a block each line, unless its lines were broken to a fixed width."""
    at = start
    for blank in _BLANK.finditer(text, start, end):
        yield from _lines(text, at, blank.start())
        at = blank.end()
    yield from _lines(text, at, end)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    lines = _mended(text, [line.span() for line in _LINE.finditer(text, start, end)])
    if hard_wrapped(text, lines):
        yield lines[0][0], lines[-1][1]
    elif _wrapped_paragraphs(text, lines):
        yield from _unwrapped(text, lines)
    else:
        yield from lines


def _mended(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The lines, with a share's code that was torn over two of them in one: "(FTE." and "PA) is …"."""
    found: list[tuple[int, int]] = []
    for line in lines:
        if found and _CODE.match(text, line[0]) and _TORN.search(text, *found[-1]):
            found[-1] = found[-1][0], line[1]
        else:
            found.append(line)
    return found


def _wrapped_paragraphs(text: str, lines: Sequence[tuple[int, int]]) -> bool:
    """Many paragraphs broken to one width: lines that break off are long, and the next goes on small."""
    width = max((last - first for first, last in lines), default=0)
    off = [(here, after) for here, after in pairwise(lines) if _breaks_off(text, here)]
    if not _NARROW <= width <= _WIDE or len(off) < 3 or len(off) * 4 < len(lines):
        return False
    long = sum((here[1] - here[0]) * 4 >= width * 3 for here, _ in off)
    small = sum(text[after[0]].islower() for _, after in off)
    return long * 3 >= len(off) * 2 and small * 2 >= len(off)


def _unwrapped(text: str, lines: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The paragraphs of such lines: each ends at a full stop, a heading at the end of its one line."""
    width = max(last - first for first, last in lines)
    start, count = lines[0][0], 0
    for here, after in pairwise([*lines, (0, 0)]):
        count += 1
        goes_on = after[1] > 0 and _breaks_off(text, here)
        full = (here[1] - here[0]) * 4 >= width * 3
        if goes_on and (count > 1 or full or text[after[0]].islower()):
            continue
        yield start, here[1]
        start, count = after[0], 0


def _breaks_off(text: str, line: tuple[int, int]) -> bool:
    return text[line[0] : line[1]].rstrip()[-1:] not in ".!?…\"”'’"


def hard_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Lines of much the same, modest length that mostly break off in mid-sentence."""
    if len(lines) < 3:
        return (
            len(lines) == 2
            and 40 <= lines[0][1] - lines[0][0] <= 100
            and text[lines[0][1] - 1] not in ".!?:…\"”'’"
            and text[lines[1][0]].islower()
        )
    lengths = [last - first for first, last in lines[:-1]]
    if max(lengths) > 120 or min(lengths) < max(lengths) * 0.6 or min(lengths) < 30:
        return False
    broken = sum(_breaks_off(text, line) for line in lines[:-1])
    return broken * 2 > len(lengths)


def _ends(text: str, start: int, end: int, abbreviations: _Abbreviations) -> Iterator[int]:
    """Where the sentences of one paragraph end."""
    entry = abbreviations.entry()
    borders = [posted.end() for posted in _POSTED.finditer(text, start, end)]
    borders += [found.start() for found in entry.finditer(text, start, end)] if entry else []
    borders += [found.start() for found in _BULLET.finditer(text, start, end) if found.start() > start]
    at = start
    for border in sorted(borders):
        yield from _stops(text, at, border, abbreviations)
        at = border
    yield from _stops(text, at, end, abbreviations)


def _stops(text: str, start: int, end: int, abbreviations: _Abbreviations) -> Iterator[int]:
    at = start
    for stop in _STOP.finditer(text, start, end):
        after = stop.end() + len(stop["gap"])
        if after >= end:
            break
        wide = stop["mark"][0] in "。！？"
        if not wide and not stop["gap"]:
            continue
        if wide or _is_end(text, at, stop, after, abbreviations):
            place = stop.end()
            if _closes(text, at, after, end):  # … said.` " `Then: a quotation mark set off by spaces
                place = after + 1
            yield place
            at = place
    yield end


def _is_end(text: str, start: int, stop: re.Match[str], after: int, known: _Abbreviations) -> bool:
    following = _WORD_AFTER.match(text, after, after + 40)
    next_word = following[1] if following else ""
    if next_word[:1].islower():
        return False
    if _CODE.match(text, after, after + 4) and "(" in text[max(start, stop.start() - 8) : stop.start()]:
        return False
    if stop["mark"] != "." or stop["close"]:
        return True
    before = _WORD_BEFORE.search(text, max(start, stop.start() - 30), stop.start())
    word = before[0] if before else ""
    if not word:
        return True
    low = word.lower()
    if low in known.before_number and next_word[:1].isdigit():
        return False
    if low in known.before_name:
        return False
    if low in known.may_end:
        return next_word.lower() in known.starters
    if _INITIAL.fullmatch(word) and word[0].isupper():
        return len(word) > 1 and next_word.lower() in known.starters
    # A number that opens the paragraph is a list's: "1. The first".
    return not (word.isdigit() and stop.start() - len(word) == start)


def _closes(text: str, start: int, after: int, end: int) -> bool:
    """A straight quotation mark between spaces that closes what was opened in this sentence."""
    if text[after] != '"' or after + 1 >= end or not text[after + 1].isspace():
        return False
    return text.count('"', start, after) % 2 == 1


def _shorter(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST:
        cut = text.rfind(" ", start + 1, start + _LONGEST)
        cut = start + _LONGEST if cut < 0 else cut
        yield start, cut
        start = cut
    yield start, end


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
