"""What the model is given of a sentence, with the way back to the sentence's own characters.

The model knows clean news text. So space comes one at a time, typewriter quotation marks (`` and '') as
plain ones, characters that no text has as U+FFFD, a caption without the place or label before it, no
picture's credit ahead of the sentence, and no codes of shares.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_ODD = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufeff\u200b-\u200f\u2060]")
_TICKER = r"\s\((?!U\.[KNS]|E\.U)[A-Z0-9]{1,6}\.{1,2}\s?[A-Z]{1,3}\)(?![^\s,.;:’'])"
"""A share's code after its firm: "Ford (F.N) rose"."""
_CHANGED = re.compile(rf"{_TICKER}|\s{{2,}}|[^\S ]|``|''")
_CAPTION_LABEL = re.compile(
    r"(?:[^\W\d_][\w .,'’/-]{2,40}? [-–—] |[A-ZÀ-Þ][A-ZÀ-Þ ]{2,20}(?:: | [-–—] ))(?=[\w\"“'‘])"
)


_CREDIT = re.compile(
    r"(?:[^\W\d_]+: )?(?:[A-ZÀ-Þ][\w.'’-]*[ ,]+){0,4}?[\w.'’-]*/\s?"
    r"(?:AP|AFP|EPA|PA|Reuters|Getty(?: Images)?|Rex(?: Features)?|Corbis|Xinhua|TASS)(?: for [A-Z]\w+)? "
    r"(?=[A-ZÀ-Þ“\"])"
)
"""Who took the picture, run into the sentence: "Photograph: Ann Smith/Reuters BP has said …"."""


class Clean(NamedTuple):
    """`text` for the model; `starts[i]` and `ends[i]` are the places of its character i in the sentence."""

    text: str
    starts: list[int] | range
    ends: list[int] | range


def clean(sentence: str, *, caption: bool = False) -> Clean:
    """The text of `sentence` as the model reads it best."""
    label = (_CAPTION_LABEL.match(sentence) if caption else None) or _CREDIT.match(sentence)
    begin = label.end() if label else 0
    text = _ODD.sub("\ufffd", sentence[begin:])
    if not _CHANGED.search(text):
        stop = begin + len(text)
        return Clean(text, range(begin, stop), range(begin + 1, stop + 1))
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for found in _CHANGED.finditer(text):
        ticker = found[0][-1] == ")"
        parts += text[at : found.start()], "" if ticker else " " if found[0].isspace() else '"'
        starts += range(begin + at, begin + found.start() + (not ticker))
        ends += range(begin + at + 1, begin + found.start() + 1)
        if not ticker:
            ends.append(begin + found.end())
        at = found.end()
    parts.append(text[at:])
    starts += range(begin + at, begin + len(text))
    ends += range(begin + at + 1, begin + len(text) + 1)
    return Clean("".join(parts), starts, ends)
