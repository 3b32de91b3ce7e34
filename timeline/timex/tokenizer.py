"""Text → typed tokens. Numbers get their kinds from their shape, words from the language's data."""

from __future__ import annotations

import re

from timeline.timex.figures import entry_of, shape, short_year
from timeline.timex.lexicon import Lexicon
from timeline.timex.spelled import merge_spelled
from timeline.timex.tokens import Tokens

_PIECES = re.compile(r"\d+|[.,:/-]")
_LONGEST = 24
"""No date or amount is written with more characters."""


def tokenize(text: str, start: int, end: int, lexicon: Lexicon) -> Tokens:
    """The typed tokens of text[start:end]."""
    tokens = Tokens(text)
    words, capital, other = lexicon.words, lexicon.capital, lexicon.other
    add = tokens.add
    spelled = False
    for found in lexicon.token.finditer(text, start, end):
        sort = found.lastgroup
        a, b = found.span()
        word = found.group()
        if sort == "word":
            low = word.lower()
            entry = words.get(low)
            if entry is None:
                add(a, b, other)
                continue
            if low in capital and word[0] != low[0]:
                entry = capital[low]
            if "abbreviated" in entry.values and b < end and text[b] == ".":
                b += 1
            add(a, b, entry)
            if "numword" in entry.values or "scale" in entry.values:
                spelled = True
        elif sort == "stamp":
            add(a, b, entry_of(lexicon, {"stamp": word}))
        elif sort == "number" and word in words:
            add(a, b, words[word])
        elif sort == "number":
            _number(tokens, a, word, lexicon)
        elif sort == "mark":
            if a and tokens.ends and tokens.ends[-1] > a:
                continue  # the full stop that an abbreviation has taken
            add(a, b, words.get(word, other))
        elif sort == "dotted":
            add(a, b, words[word.lower()])
        elif sort == "poss":
            add(a, b, words.get("'s", other))
        elif sort == "short":
            add(a, b, short_year(word, lexicon))
        elif sort == "mixed":
            add(a, b, words.get(word.lower(), other))
        else:
            add(a, b, other)
    if spelled:
        merge_spelled(tokens, lexicon)
    return tokens


def _number(tokens: Tokens, at: int, word: str, lexicon: Lexicon) -> None:
    """Adds the one or more tokens of a run of digits and separators."""
    if len(word) > _LONGEST:
        tokens.add(at, at + len(word), lexicon.other)
        return
    glued = at > 0 and tokens.text[at - 1] in "$£€¥#"
    cached = lexicon.numbers.get((word, glued))
    if cached is None:
        cached = shape(word, glued, lexicon)
        if cached is not None:
            if len(lexicon.numbers) > 20000:
                lexicon.numbers.clear()
            lexicon.numbers[word, glued] = cached
    if cached is not None:
        tokens.add(at, at + len(word), cached)
        return
    if word.count("-") > 1 or any(len(piece) > 4 for piece in word.split("-")[1:]):
        tokens.add(at, at + len(word), lexicon.other)  # a reference number
        return
    for piece in _PIECES.finditer(word):
        text = piece.group()
        a, b = at + piece.start(), at + piece.end()
        if text.isdigit():
            _number(tokens, a, text, lexicon)
        else:
            tokens.add(a, b, lexicon.words.get(text, lexicon.other))
