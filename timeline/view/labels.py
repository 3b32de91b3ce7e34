"""Article text made safe and fitted for a chart: Plotly reads a small HTML in every text that it draws."""

from __future__ import annotations

import re
import unicodedata

FONT_SIZE = 13.0
LONGEST = 240
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff]+"
)
_NARROW = frozenset("iIjl.,;:'’|!()[]/ ft")
_WIDE = frozenset("mwMW@%—…")


def clean(text: str) -> str:
    """One line without control, direction-changing and zero-width characters."""
    return " ".join(_UNSEEN.sub(" ", text).split())


def escape(text: str) -> str:
    """Plotly's pseudo-HTML made plain text: it draws what stands there, links and tags included."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def width(text: str, size: float = FONT_SIZE) -> float:
    """Pixels that a text takes at most in a common sans-serif; estimated, a little on the safe side."""
    return sum(map(_em, text)) * size


def _em(char: str) -> float:
    if char in _NARROW:
        return 0.33
    if char in _WIDE:
        return 0.92
    if char < "\u0080":
        return 0.68 if char.isupper() else 0.55
    if unicodedata.combining(char):
        return 0.0
    return 1.05 if unicodedata.east_asian_width(char) in "WF" else 0.68


def wrap(text: str, room: float, size: float = FONT_SIZE) -> list[str]:
    """Lines of at most `room` pixels; a word longer than a line is broken."""
    lines: list[str] = []
    line, used, space = "", 0.0, width(" ", size)
    for word in _words(shorten(text), room, size):
        needed = width(word, size)
        if line and used + space + needed > room:
            lines.append(line)
            line, used = word, needed
        else:
            line, used = (f"{line} {word}", used + space + needed) if line else (word, needed)
    return [*lines, line] if line else lines


def shorten(text: str, longest: int = LONGEST) -> str:
    """Cut at a word's end, with an ellipsis, where a text is no label any more."""
    if len(text) <= longest:
        return text
    cut = text[:longest]
    return (cut[: cut.rfind(" ")] if " " in cut[longest // 2 :] else cut) + "…"


def _words(text: str, room: float, size: float) -> list[str]:
    words = []
    for word in text.split():
        while width(word, size) > room and len(word) > 1:
            fit = 1
            used = _em(word[0]) * size
            while fit < len(word) - 1 and used + _em(word[fit]) * size <= room:
                used += _em(word[fit]) * size
                fit += 1
            words.append(word[:fit])
            word = word[fit:]
        words.append(word)
    return words
