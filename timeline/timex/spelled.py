"""Number words made one number: "twenty-six", "a hundred and five", "nineteen ninety-seven"."""

from __future__ import annotations

from timeline.timex.figures import entry_of
from timeline.timex.lexicon import Entry, Lexicon, Value
from timeline.timex.tokens import Tokens


def merge_spelled(tokens: Tokens, lexicon: Lexicon) -> None:
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
                tokens.merge(at, stop, entry_of(lexicon, kinds))
        elif "num" in values and at + 1 < len(tokens.entries) and "scale" in tokens.entries[at + 1].values:
            scale = float(tokens.entries[at + 1].values["scale"])
            tokens.merge(at, at + 2, entry_of(lexicon, {"num": float(values["num"]) * scale, "big": 1}))
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
