"""Which script a line is written in."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import lru_cache

_SAMPLE = 20_000
_KIN = {"HIRAGANA": "CJK", "KATAKANA": "CJK", "HANGUL": "HANGUL"}


@lru_cache(4096)
def _script(letter: str) -> str:
    """The first word of a letter's Unicode name: LATIN, CYRILLIC, ARMENIAN, CJK …"""
    word = unicodedata.name(letter, "").partition(" ")[0]
    return _KIN.get(word, word)


def main_script(text: str) -> str:
    """The script of most letters of `text`; "" where there are none."""
    counts = Counter(_script(letter) for letter in text[:_SAMPLE] if letter.isalpha())
    return counts.most_common(1)[0][0] if counts else ""


def other_script(line: str, script: str) -> bool:
    """Whether hardly a letter of `line` is in `script`."""
    letters = [letter for letter in line if letter.isalpha()]
    return bool(letters) and sum(_script(letter) == script for letter in letters) * 5 < len(letters)
