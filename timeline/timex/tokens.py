"""Text → typed tokens. Numbers get their kinds from their shape, words from the language's data."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from timeline.timex.lexicon import Entry, Lexicon, Value

_CLOCK = re.compile(r"(\d{1,2}):(\d\d)(?::(\d\d))?")
_ISO = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})")
_NUMERIC = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_PIECES = re.compile(r"\d+|[.,:/-]")
_LONGEST = 24
"""No date or amount is written with more characters."""


@dataclass(slots=True)
class Tokens:
    """Parallel lists, one place a token."""

    text: str
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    signatures: list[int] = field(default_factory=list)

    def add(self, start: int, end: int, entry: Entry) -> None:
        self.starts.append(start)
        self.ends.append(end)
        self.entries.append(entry)
        self.signatures.append(entry.signature)

    def merge(self, at: int, stop: int, entry: Entry) -> None:
        """Tokens at..stop become one."""
        self.ends[at] = self.ends[stop - 1]
        self.entries[at] = entry
        self.signatures[at] = entry.signature
        for column in (self.starts, self.ends, self.entries, self.signatures):
            del column[at + 1 : stop]

    def low(self, at: int) -> str:
        """Token `at` in lower case; "" beyond the ends."""
        return self.text[self.starts[at] : self.ends[at]].lower() if 0 <= at < len(self.starts) else ""

    def words(self, at: int, stop: int) -> str:
        return self.text[self.starts[at] : self.ends[stop - 1]]


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
            add(a, b, _entry(lexicon, {"stamp": word}))
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
            add(a, b, _short(word, lexicon))
        elif sort == "mixed":
            add(a, b, words.get(word.lower(), other))
        else:
            add(a, b, other)
    if spelled:
        _spelled(tokens, lexicon)
    return tokens


def _entry(lexicon: Lexicon, values: dict[str, Value]) -> Entry:
    return Entry(lexicon.signatures.number(values), values)


def _short(word: str, lexicon: Lexicon) -> Entry:
    """'82 or '90s."""
    year = int(word[1:3])
    full = year + (2000 if year < 30 else 1900)
    return _entry(lexicon, {"decade": full - full % 10} if word.endswith("s") else {"shortyear": full})


def _number(tokens: Tokens, at: int, word: str, lexicon: Lexicon) -> None:
    """Adds the one or more tokens of a run of digits and separators."""
    if len(word) > _LONGEST:
        tokens.add(at, at + len(word), lexicon.other)
        return
    glued = at > 0 and tokens.text[at - 1] in "$£€¥#"
    cached = lexicon.numbers.get((word, glued))
    if cached is None:
        cached = _shape(word, glued, lexicon)
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


def _shape(word: str, glued: bool, lexicon: Lexicon) -> Entry | None:
    """The entry of one whole number, clock time or numeric date; None where it is several."""
    if glued:
        return lexicon.other
    if word.isdecimal():
        return _entry(lexicon, plain_number(int(word), len(word)))
    if found := _CLOCK.fullmatch(word):
        hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
        if hour <= 24 and minute < 60 and second < 60:
            values: dict[str, Value] = {"clock": hour * 3600 + minute * 60 + second}
            if found[3]:
                values["withseconds"] = 1
            return _entry(lexicon, values)
        return lexicon.other
    if found := _ISO.fullmatch(word):
        year, month, day = map(int, found.groups())
        if 1 <= month <= 12 and 1 <= day <= 31 and year:
            return _entry(lexicon, {"fulldate": f"{year:04d}-{month:02d}-{day:02d}"})
        return lexicon.other
    if found := _NUMERIC.fullmatch(word):
        first, second, year = int(found[1]), int(found[3]), int(found[4])
        year_first = bool(lexicon.settings.get("day_first")) or found[2] == "."
        if len(found[4]) == 2:
            year += 2000 if year < 50 else 1900
        day, month = (first, second) if year_first else (second, first)
        if month > 12 >= day:
            day, month = month, day
        if 1 <= month <= 12 and 1 <= day <= 31 and year:
            ambiguous = first <= 12 and second <= 12 and first != second
            values = {"fulldate": f"{year:04d}-{month:02d}-{day:02d}"}
            if ambiguous:
                values["otherdate"] = f"{year:04d}-{day:02d}-{month:02d}"
            return _entry(lexicon, values)
        return lexicon.other
    if _THOUSANDS.fullmatch(word):
        return _entry(
            lexicon, {"num": float(word.replace(",", "")) if "." in word else int(word.replace(",", ""))}
        )
    if word.count(".") == 1 and re.fullmatch(r"\d+\.\d+", word):
        values = {"num": float(word), "decimal": word}
        hours, _, minutes = word.partition(".")
        if len(minutes) == 2 and int(hours) <= 24 and int(minutes) < 60:
            values["dotclock"] = int(hours) * 3600 + int(minutes) * 60
        return _entry(lexicon, values)
    if word == "1/2":
        return _entry(lexicon, {"half": 0.5})
    if re.fullmatch(r"[134]/[48]", word):
        return _entry(lexicon, {"half": int(word[0]) / int(word[2])})
    if re.fullmatch(r"\d{1,4}/\d{1,4}", word):
        return _slashed(word, lexicon)
    return None


def _slashed(word: str, lexicon: Lexicon) -> Entry | None:
    """9/11 as a month and a day; 2008/09 as two years."""
    first, second = map(int, word.split("/"))
    if len(word.split("/")[0]) == 4:
        return None
    day, month = (first, second) if lexicon.settings.get("day_first") else (second, first)
    if month > 12 >= day:
        day, month = month, day
    if 1 <= month <= 12 and 1 <= day <= 31:
        return _entry(lexicon, {"monthday": month * 100 + day})
    return lexicon.other


def plain_number(number: int, digits: int) -> dict[str, Value]:
    """The kinds of a number written with `digits` digits."""
    values: dict[str, Value] = {"num": number}
    if digits <= 2:
        if 1 <= number <= 31:
            values["day"] = number
        if number <= 24:
            values["hour"] = number
        if digits == 2:
            values["twodigit"] = number
            if number < 60:
                values["minute"] = number
    if digits in (1, 2, 3):
        values["smallyear"] = number
    elif digits == 4:
        if 1000 <= number <= 2999:
            values["year"] = number
        else:
            values["faryear" if number else "zero"] = number
        if number // 100 <= 24 and number % 100 < 60:
            values["hhmm"] = number
    elif digits == 3 and number % 100 < 60:
        values["hhmm"] = number
    if digits == 3 and 1 <= number // 100 <= 12 and number % 100 < 60:
        values["hhmm"] = number
    if digits == 5:
        values["longyear"] = number
    return values


def _spelled(tokens: Tokens, lexicon: Lexicon) -> None:
    """Merges number words: "twenty-six", "a hundred and five", "nineteen ninety-seven"."""
    at = 0
    while at < len(tokens.entries):
        values = tokens.entries[at].values
        if "numword" in values or ("scale" in values and at and "num" not in tokens.entries[at - 1].values):
            stop, number, year = _run(tokens, at, lexicon)
            if number is not None and stop > at + 1:
                kinds: dict[str, Value] = {"num": number}
                if year:
                    kinds = {"year": number}
                elif 1000 <= number <= 2999 and number % 1 == 0:
                    kinds["spelledyear"] = int(number)
                tokens.merge(at, stop, _entry(lexicon, kinds))
        elif "num" in values and at + 1 < len(tokens.entries) and "scale" in tokens.entries[at + 1].values:
            scale = float(tokens.entries[at + 1].values["scale"])
            tokens.merge(at, at + 2, _entry(lexicon, {"num": float(values["num"]) * scale, "big": 1}))
        at += 1


def _run(tokens: Tokens, at: int, lexicon: Lexicon) -> tuple[int, int | None, bool]:
    """(token after, number, is it a year) of the number words from `at`."""
    total = group = 0
    last = 10**9  # the smallest unit still free: after "twenty" only a digit fits
    year = False
    stop = at
    i = at
    entries = tokens.entries
    while i < len(entries):
        values = entries[i].values
        if "numword" in values:
            number = int(values["numword"])
            if i > at and stop == i and 10 <= group <= 99 and total == 0 and number >= 10 and last != 100:
                if 13 <= group <= 20 and not year:  # "nineteen" + "ninety"
                    year = True
                    total, group = group * 100, number
                    last = 10 if number >= 20 and number % 10 == 0 else 1
                    i += 1
                    stop = i
                    continue
                break
            if number >= last or (last == 1):
                break
            group += number
            last = 1 if number < 20 else 10
        elif "scale" in values and i >= at:
            scale = int(values["scale"])
            if scale == 100:
                group = max(group, 1) * 100
                last = 100
            else:
                total += max(group, 1) * scale
                group = 0
                last = scale
        elif "hyphen" in values and i + 1 < len(entries) and last in (10,) and _digit(entries[i + 1]):
            i += 1
            continue
        elif "numand" in values and i + 1 < len(entries) and last >= 100 and i > at and last < 10**9:
            if "numword" in entries[i + 1].values:
                i += 1
                continue
            break
        else:
            break
        i += 1
        stop = i
    return stop, (total + group if stop > at else None), year


def _digit(entry: Entry) -> bool:
    number = entry.values.get("numword")
    return isinstance(number, int) and number < 10
