"""Which script a line is written in."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import lru_cache

_SAMPLE = 2_000
_KIN = {"HIRAGANA": "CJK", "KATAKANA": "CJK", "HANGUL": "HANGUL"}


@lru_cache(4096)
def _script(letter: str) -> str:
    """The first word of a letter's Unicode name: LATIN, CYRILLIC, ARMENIAN, CJK …"""
    word = unicodedata.name(letter, "").partition(" ")[0]
    return _KIN.get(word, word)


def main_script(text: str) -> str:
    """The script of most letters of `text`; "" where there are none."""
    sample = text[:: max(1, len(text) // _SAMPLE)]
    if sample.isascii():
        return "LATIN" if any(map(str.isalpha, sample)) else ""
    counts = Counter(_script(letter) for letter in sample if letter.isalpha())
    return counts.most_common(1)[0][0] if counts else ""


def other_script(line: str, script: str) -> bool:
    """Whether hardly a letter of `line` is in `script`."""
    if script == "LATIN" and line.isascii():
        return False
    letters = [letter for letter in line if letter.isalpha()]
    return bool(letters) and sum(_script(letter) == script for letter in letters) * 5 < len(letters)
