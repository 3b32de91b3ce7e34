"""Which stretches of a text are not running text: title, captions, datelines, site chrome.

General rules over lines; a language's words are data. Lines printed twice, lines in another script and
rows of tiny words are known by their form, in every language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from timeline.language.sentences import hard_wrapped
from timeline.model import Zone, ZoneKind
from timeline.reading.rules import Rules, rules
from timeline.reading.scripts import main_script, other_script

_CHROME = 250
_CAPTION = 500
_TITLE = 160
_SHORT = 60
_STAMP = 120
_TOP = 4
"""Lines of running text among which a headline's dateline is looked for."""
_HEAD, _DATELINES = 400, 5
"""Characters of a line in which its datelines are looked for, and the most of them."""
_STAMPS = 2
"""Stamps of comments from which on they are comments."""
_LINE = re.compile(r"[^\r\n]+")
_FINAL = re.compile(r"[.!…։。؟][\"'”’»)\]]*$")
_MENU = re.compile(r"[^|·•›».!?]{1,30}(?: ?[|·•›»] ?[^|·•›».!?]{1,30}){2,}")
_TINY = re.compile(r"(?:[^\W\d_]{1,3}\s+)*[^\W\d_]{1,3}")
_PLACE_FIRST = re.compile(r"[^\W\d_][\w .,'’/-]{2,40}? [-–—] (?=[^\W\d_])")
_SHOUTED = re.compile(r"([A-ZÀ-Þ]{4,}(?: [A-ZÀ-Þ]{3,}){0,2}) (?=[A-ZÀ-Þ][a-zà-þ]+[ ,])")
_SECOND_SENTENCE = re.compile(r"[.!?] [^\W\d_a-z]")
_DATELINE_SIGN = re.compile(r"\([A-ZÀ-Þ]|\||(?:19|20)\d\d|\d[:.]\d\d|[.!?] [A-ZÀ-Þ]{3}")
_CLOCK = re.compile(r"\d:\d\d")
_WORDLESS = re.compile(r"[\W_]+")


class Line(NamedTuple):
    """A line that holds something, without the space around it."""

    start: int
    end: int
    text: str


def find_zones(text: str, title: str | None, language: str | None) -> tuple[Zone, ...]:
    """The zones of `text`, in order. `title` is the article's, where the record gives it."""
    known = rules(language)
    whole, text = text, text[: _comments(text, known)]
    lines = list(_lines(text))
    kinds = _kinds(lines, main_script(text), known)
    headline = _headline(text, lines, kinds, title, known)
    if headline is not None:
        kinds[headline] = "title"
    zones: list[Zone] = []
    top = 0
    for line, kind in zip(lines, kinds, strict=True):
        if kind is not None:
            zones.append(Zone(line.start, line.end, kind))
            continue
        tail = known.chrome_tail.search(line.text) if known.tail_gate(line.text) else None
        if tail is not None and tail.start():
            whole_line, line = line, Line(line.start, line.start + tail.start(), line.text[: tail.start()])
        place = _shouted_place(text, line) if top == 0 else 0
        if place:
            zones.append(Zone(line.start, line.start + place, "dateline"))
        else:
            found = list(_within(line, known, top < _TOP, headline is None and title is None and top == 0))
            zones += sorted([*found, *_credits(line, known, found)], key=lambda zone: zone.start)
        if tail is not None and tail.start():
            zones.append(Zone(line.end, whole_line.end, "chrome"))
        top += 1
    if len(text) < len(whole):
        zones.append(Zone(len(text), len(whole), "chrome"))
    return tuple(zones)


def _comments(text: str, known: Rules) -> int:
    """Where readers' comments begin: at the first of two stamps or more; the text's end without them."""
    if all(text.count(mark) < _STAMPS for mark in known.comment_marks):
        return len(text)
    stamps = [found.start() for found in known.comment.finditer(text)]
    return stamps[0] if len(stamps) >= _STAMPS else len(text)


def _lines(text: str) -> Iterator[Line]:
    for found in _LINE.finditer(text):
        bare = found[0].strip()
        if bare:
            start = found.start() + found[0].index(bare[0])
            yield Line(start, start + len(bare), bare)


def _kinds(lines: Sequence[Line], script: str, known: Rules) -> list[ZoneKind | None]:
    """What each line is as a whole; None for running text."""
    diary = sum(_is_diary(line.text, known) for line in lines) > 2
    kinds: list[ZoneKind | None] = []
    for index, (_, _, line) in enumerate(lines):
        twice = len(line) > 25 and any(
            0 <= other < len(lines) and lines[other].text == line for other in (index - 1, index + 1)
        )
        if _is_chrome(line, script, known):
            kinds.append("chrome")
        elif _is_stamp(line, known):
            kinds.append("dateline")
        elif _is_caption(line, twice, diary, known):
            kinds.append("caption")
        else:
            kinds.append(None)
    _rows_of_tiny_words(lines, kinds)
    if None not in kinds:  # nothing but a caption: then that is the article
        kinds = [None if kind == "caption" else kind for kind in kinds]
    return kinds


def _is_chrome(line: str, script: str, known: Rules) -> bool:
    if len(line) > _CHROME:
        return False
    if known.chrome_gate(line) and known.chrome_anywhere.search(line):
        tail = known.chrome_tail.search(line)
        return tail is None or tail.start() < _SHORT
    if len(line) > _SHORT and _FINAL.search(line, len(line) - 6):
        return False
    if _WORDLESS.fullmatch(line) or (any(mark in line for mark in "|·•›»") and _MENU.fullmatch(line)):
        return True
    if known.chrome_line.fullmatch(line) or known.byline.fullmatch(line):
        return True
    return not _FINAL.search(line, max(0, len(line) - 6)) and other_script(line, script)


def _is_stamp(line: str, known: Rules) -> bool:
    if len(line) > _STAMP:
        return False
    return (any(map(str.isdigit, line)) and known.stamp.fullmatch(line) is not None) or (
        _may_open_dateline(line, known) and known.dateline.fullmatch(line) is not None
    )


def _is_diary(line: str, known: Rules) -> bool:
    return ":" in line[:24] and known.diary_start.match(line) is not None


def _is_caption(line: str, twice: bool, diary: bool, known: Rules) -> bool:
    if len(line) > _CAPTION:
        return False
    tail = line[-90:]
    if known.caption_start.match(line):
        return True
    if twice and not known.caption_never.search(line):  # as galleries print them
        return bool(known.dated_end.search(tail[-45:]) or known.caption_verb.search(line))
    if ("/" in tail or "(" in tail or ":" in tail) and known.caption_credit.search(tail):
        return True
    if _is_diary(line, known):
        return not diary and known.caption_verb.search(line) is not None
    if not any(map(str.isdigit, tail[-8:])) or not known.dated_end.search(tail[-45:]):
        return False
    if known.caption_never.search(line):
        return False
    place = _PLACE_FIRST.match(line)
    if place and not place[0].isupper():
        return True
    return known.caption_verb.search(line) is not None and not _SECOND_SENTENCE.search(line)


def _rows_of_tiny_words(lines: Sequence[Line], kinds: list[ZoneKind | None]) -> None:
    """Two lines or more, or one line of two words or more, of at most three letters a word: a menu."""
    tiny = [len(line.text) <= 40 and bool(_TINY.fullmatch(line.text)) for line in lines]
    for index, line in enumerate(lines):
        beside = (index > 0 and tiny[index - 1]) or (index + 1 < len(lines) and tiny[index + 1])
        if tiny[index] and (beside or (" " in line.text and line.text.isupper())):
            kinds[index] = "chrome"


def _headline(
    text: str, lines: Sequence[Line], kinds: Sequence[ZoneKind | None], title: str | None, known: Rules
) -> int | None:
    """The line that is the article's title."""
    body = [index for index, kind in enumerate(kinds) if kind is None]
    if title is not None:
        wanted = _bare(title)
        return next((index for index in body[:_TOP] if wanted and _bare(lines[index].text) == wanted), None)
    if len(body) < 2:
        return None
    index, after = body[0], body[1]
    line, following = lines[index], lines[after]
    if len(line.text) > _TITLE or _FINAL.search(line.text) or line.text[-1] in ",:;-–—":
        return None
    if not line.text[0].isalnum() and line.text[0] not in "\"“'‘«„`":
        return None
    if " " not in line.text or known.byline.match(line.text):
        return None
    if following.text[0].islower() or not any(_FINAL.search(lines[other].text) for other in body[1:]):
        return None
    block = [lines[other][:2] for other in body[:6]]
    if after == index + 1 and text.count("\n", line.end, following.start) < 2 and hard_wrapped(text, block):
        return None
    return index


def _credits(line: Line, known: Rules, beside: Sequence[Zone]) -> Iterator[Zone]:
    """Bylines and credits of pictures that ran into a line of running text, outside of the zones `beside`."""
    if not known.run_in_gate(line.text):
        return
    for found in known.run_in.finditer(line.text):
        start, end = line.start + found.start(), line.start + found.end()
        if all(end <= zone.start or zone.end <= start for zone in beside):
            yield Zone(start, end, "chrome")


def _shouted_place(text: str, line: Line) -> int:
    """Length of a place in capitals that opens the article without a dash: "WASHINGTON Jane Miller said …".

    The text must have the same word in small letters elsewhere, and nowhere else in capitals.
    """
    found = _SHOUTED.match(line.text)
    if found is None:
        return 0
    words = found[1].split()
    rest = text[: line.start] + text[line.start + found.end() :]
    return len(found[1]) if all(w.title() in rest and w not in rest for w in words) else 0


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _may_open_dateline(line: str, known: Rules) -> bool:
    """A cheap look at a line's first word and signs: most lines need no pattern."""
    head = line[:_STAMP]
    if "(" in head or "|" in head:
        return True
    first = head.partition(" ")[0].rstrip(",.:-—–")
    return (len(first) > 2 and first.isupper()) or first.casefold() in known.published_words


def _opening(head: str, start: int, known: Rules) -> int:
    """Where the datelines and desk's notes end that open a line, one after the other; 0 for none."""
    at = start
    for _ in range(_DATELINES):
        rest = head[at:].lstrip()
        found = known.note.match(rest) or (known.posted.match(rest) if at else None)
        found = found or (known.dateline.match(rest) if at or _may_open_dateline(rest, known) else None)
        if found is None:
            break
        at = len(head) - len(rest) + len(found[0].rstrip())
    return at if at > start else 0


def _within(line: Line, known: Rules, near_top: bool, untitled: bool) -> Iterator[Zone]:
    """A dateline that opens a line of running text, or follows a headline on the same line."""
    head = line.text[:_HEAD]
    opened = _opening(head, 0, known)
    if opened:
        yield Zone(line.start, line.start + opened, "dateline")
        return
    if _CLOCK.search(head) and (posted := known.posted.search(head)) is not None:
        end = _opening(head, posted.end(), known) or posted.end()
        yield Zone(line.start + posted.start(), line.start + end, "dateline")
        return
    if not near_top or not _DATELINE_SIGN.search(head):
        return
    found = known.dateline_within.search(head)
    if found is None or found.end() >= len(line.text):
        return
    before = head[: found.start()].rstrip()
    if before and known.byline.fullmatch(before):
        yield Zone(line.start, line.start + len(before), "chrome")
    elif before and untitled and len(before) <= _TITLE:
        yield Zone(line.start, line.start + len(before), "title")
    end = _opening(head, found.end(), known) or len(head[: found.end()].rstrip())
    yield Zone(line.start + found.start(), line.start + end, "dateline")
