"""Languages without a folder of ours: dates written in full, by dateparser's names of the months.

Never less than a day and a month or a month and a year, never bare numbers but full dates in figures,
whole words only. Everything else in such a text stays unread, and the reason says so.
"""

from __future__ import annotations

import importlib
import re
from dataclasses import dataclass
from functools import cache

from timeline.model import Article
from timeline.timex.expression import Expression
from timeline.timex.forms import Calendar
from timeline.timex.scan import zone_of

RULE = "written in full"
"""The name under which expressions of this module go."""

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july",
    "august", "september", "october", "november", "december",
)  # fmt: skip
_YEARS = range(1800, 2101)
_SHORTEST = 3
"""Letters of a month's name; two are more often another word."""
_FIGURES = re.compile(
    r"(?<![\w.,/-])(?:(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)|(?P<d2>\d{1,2})\.\s?(?P<m2>\d{1,2})\.\s?(?P<y2>\d{4}))(?![\w/-]|[.,]\d)"
)
_CHINESE = re.compile(
    r"(?<!\d)(?:(?P<y>\d{4})\s?[年년]\s?)?(?P<m>\d{1,2})\s?[月월](?:\s?(?P<d>\d{1,2})\s?[日号號일])?"
)


@dataclass(frozen=True, slots=True)
class _Names:
    """A language's months: name → number, and the pattern of its dates."""

    months: dict[str, int]
    dates: re.Pattern[str]
    short: frozenset[str]
    """Abbreviations, often words of their own (uk "лист", pt "set"): they need a year or a full stop."""


@cache
def _names(code: str) -> _Names | None:
    """dateparser's month names of a language; None where it has none."""
    try:
        data = importlib.import_module(f"dateparser.data.date_translation_data.{code}").info
    except ImportError:
        return None
    months = {
        name.rstrip("."): number
        for number, month in enumerate(_MONTHS, 1)
        for region in (data, *data.get("locale_specific", {}).values())
        for name in map(str.lower, region.get(month, ()))
        if len(name) >= _SHORTEST and not any(letter.isdigit() for letter in name)
    }
    if not months:
        return None
    short = frozenset(name for name in months if _short(name, months))
    month = "|".join(
        re.escape(name) + (r"(?:\.|(?![\w\u200c]))" if name in short else r"(?![\w\u200c])")
        for name in sorted(months, key=len, reverse=True)
    )
    links = [w for w in data.get("skip", ()) if w.isalpha() and len(w) <= 5]
    link = "|".join(re.escape(w) for w in sorted({*links, "de", "del", "of"}, key=len, reverse=True))
    gap = rf"(?:\s(?:(?:{link})\s)?|-)"
    day = r"(?P<{0}>\d{{1,2}})(?:er|º|ª|\.|-?[^\W\d_]{{2}})?"
    name = rf"(?P<{{0}}>{month})"
    year = r"(?P<{0}>\d{{4}})"
    order = (
        rf"{day.format('d1')}{gap}{name.format('m1')}(?:,?{gap}{year.format('y1')}(?!\d))?",
        rf"{year.format('y4')}\.?(?:\s\w{{1,4}}\.?)?\s{name.format('m4')}\s{day.format('d4')}(?!\d)",
        rf"{name.format('m2')}\s{day.format('d2')},?\s{year.format('y2')}(?!\d)",
        rf"{name.format('m3')}{gap}{year.format('y3')}(?!\d)",
    )
    return _Names(months, re.compile(r"(?<![\w.,/-])(?:" + "|".join(order) + ")", re.IGNORECASE), short)


def recognise(article: Article, code: str) -> tuple[Expression, ...]:
    """The dates written in full of an article in language `code`, in text order."""
    text = article.text
    found: list[tuple[int, int, Calendar]] = []
    names = _names(code)
    for match in names.dates.finditer(text) if names is not None else ():
        assert names is not None
        groups = match.groupdict()
        way = next(n for n in "1234" if groups[f"m{n}"])
        name, year = groups[f"m{way}"].lower(), groups[f"y{way}"]
        if name in names.short and not year:
            continue
        form = _calendar(year, names.months[name.rstrip(".")], groups.get(f"d{way}"))
        if form is not None:
            found.append((match.start(), match.end(), form))
    for match in _FIGURES.finditer(text):
        form = _calendar(match["y"] or match["y2"], match["m"] or match["m2"], match["d"] or match["d2"])
        if form is not None:
            found.append((match.start(), match.end(), form))
    for match in _CHINESE.finditer(text):
        if match["y"] or match["d"]:
            form = _calendar(match["y"], match["m"], match["d"])
            if form is not None:
                found.append((match.start(), match.end(), form))
    return tuple(_apart(article, sorted(found, key=lambda item: (item[0], -item[1]))))


def _short(name: str, months: dict[str, int]) -> bool:
    """An abbreviation: the beginning of a longer name of the same month."""
    return any(other != name and other.startswith(name) and months[other] == months[name] for other in months)


def _calendar(year: str | None, month: str | int, day: str | None) -> Calendar | None:
    y, m, d = int(year) if year else None, int(month), int(day) if day else None
    if not 1 <= m <= 12 or (y is not None and y not in _YEARS) or (d is not None and not 1 <= d <= 31):
        return None
    return Calendar("day" if d is not None else "month", y, m, d)


def _apart(article: Article, found: list[tuple[int, int, Calendar]]) -> list[Expression]:
    """The expressions, none overlapping and none in chrome."""
    last = 0
    expressions = []
    for start, end, form in found:
        zone = zone_of(article.zones, start)
        if start >= last and zone != "chrome":
            expressions.append(Expression(start, end, article.text[start:end], form, zone, RULE))
            last = end
    return expressions
