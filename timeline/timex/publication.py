"""When an article appeared: as its record says, else worked out from what needs no anchor, else unknown.

Evidence, the strongest first: the article's own stamp or dateline; the latest caption, set right by the
weekdays that the text names; the latest full date of the text, where such a weekday bears it out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from timeline.language import lexicon
from timeline.model import Article
from timeline.timex.expression import Expression
from timeline.timex.forms import Calendar
from timeline.timex.reasons import long_date

_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_LAG = timedelta(days=3)
"""How much news may be later than its latest picture."""
_ABBREVIATED = 3
"""Letters of an abbreviated weekday."""


@dataclass(frozen=True, slots=True)
class _Found:
    day: date
    reason: str


def date_article(article: Article, expressions: Sequence[Expression]) -> Article:
    """`article` with its publication date and the reason for it.

    A date given with the article is kept; where it is doubtful the reason says so. Where nothing tells
    the date it stays None, and the reason says that.
    """
    if article.published is not None:
        reason = article.published_reason or "given with the article"
        doubt = _doubt(article.published, article, expressions)
        return replace(article, published_reason=reason + doubt)
    found = _by_stamp(article, expressions) or _by_caption(expressions) or _by_text(article, expressions)
    before = f"{article.published_reason}; " if article.published_reason else ""
    if found is None:
        why = f"{_unknown(expressions)}; dates that count from then stay undated"
        return replace(article, published_reason=before + why)
    reason = before + found.reason + _future(found.day)
    return replace(article, published=found.day, published_reason=reason)


def _unknown(expressions: Sequence[Expression]) -> str:
    full = _full(expressions, "caption") or _full(expressions, "body", "title")
    if full:
        latest = long_date(max(day for day, _ in full))
        return f"no weekday bears out that it appeared near its latest full date, {latest}"
    return "nothing in the text tells when it appeared"


def _doubt(given: date, article: Article, expressions: Sequence[Expression]) -> str:
    if future := _future(given):
        return future
    later = [day for day, _ in _full(expressions, "caption", "dateline") if day > given + timedelta(days=1)]
    if later:
        return f"; but a caption or dateline is of {long_date(max(later))}, so check it"
    return ""


def _future(day: date) -> str:
    """Today is asked only to question a date, never to guess one."""
    return "; it lies in the future, so check it" if day > date.today() + timedelta(days=1) else ""


def _full(expressions: Iterable[Expression], *zones: str) -> list[tuple[date, Expression]]:
    """The days written in full in these zones, with where."""
    found = []
    for expression in expressions:
        span = expression.absolute
        if expression.zone in zones and span is not None:
            found.append((span.first, expression))
    return found


def _by_stamp(article: Article, expressions: Sequence[Expression]) -> _Found | None:
    """“Published: 10 January 2022”, “BEIRUT | Mon Aug 22, 2011 3:20 pm”, “YEREVAN, Jan 10 (Reuters) -”."""
    stamps = [(day, _line(article, expression)) for day, expression in _full(expressions, "dateline")]
    if stamps:
        changed = lexicon(article.language, "reading").get("dateline", {}).get("updated_words", ())
        stamps.sort(key=lambda stamp: any(word in stamp[1].casefold() for word in changed))
        day, line = stamps[0]
        return _Found(day, f"worked out from the line “{_short(line)}”")
    for expression in expressions:
        if expression.zone == "dateline" and expression.month_day is not None:
            return _with_year(expression, _line(article, expression), expressions)
    return None


def _with_year(stamp: Expression, line: str, expressions: Sequence[Expression]) -> _Found | None:
    """A dateline without its year takes that of the latest full date of the article."""
    days = [day for day, _ in _full(expressions, "body", "caption", "title")]
    if not days or stamp.month_day is None:
        return None
    month, day_of_month = stamp.month_day
    latest = max(days)
    for year in (latest.year, latest.year + 1):
        try:
            day = date(year, month, day_of_month)
        except ValueError:
            continue
        if day >= latest - _LAG:
            where = f"and the year from {long_date(latest)}, the latest full date"
            return _Found(day, f"worked out from the dateline “{_short(line)}”, {where}")
    return None


def _by_caption(expressions: Sequence[Expression]) -> _Found | None:
    """The latest caption, or the last of the days from it on whose weekdays the text names in a row."""
    captions = _full(expressions, "caption")
    if not captions:
        return None
    latest = max(day for day, _ in captions)
    named = _named(expressions)
    start = f"worked out from the latest caption, {long_date(latest)}, a {_name(latest)}"
    day = latest
    if day.isoweekday() not in named:
        # The day after the picture, where the text speaks of other days just before it as well.
        day += timedelta(days=1)
        if day.isoweekday() not in named or not _fresh(latest, expressions):
            return None
    while (after := day + timedelta(days=1)).isoweekday() in named and after <= latest + _LAG:
        day = after
    said = named[day.isoweekday()]
    if day == latest:
        return _Found(day, f"{start}, as the text's “{said}” bears out")
    return _Found(day, f"{start}, and from “{said}” in the text, which then is {long_date(day)}")


def _by_text(article: Article, expressions: Sequence[Expression]) -> _Found | None:
    """The latest full date of the running text, where its weekday is also named bare.

    Only a date that opens the text or has its weekday beside it; the others are too often history or plans.
    """
    days = _full(expressions, "body", "title")
    if not days:
        return None
    latest = max(day for day, _ in days)
    said = _named(expressions).get(latest.isoweekday())
    opening = max(400, len(article.text) * 15 // 100)
    firm = any(day == latest and (at.start < opening or at.weekday) for day, at in days)
    if said is None or not firm or _later_year(expressions, latest):
        return None
    start = f"worked out from the latest full date in the text, {long_date(latest)}, a {_name(latest)}"
    return _Found(latest, f"{start}, as its “{said}” bears out")


def _named(expressions: Iterable[Expression]) -> dict[int, str]:
    """Weekdays that stand alone in the running text, in full, and how they stand there."""
    named: dict[int, str] = {}
    for expression in expressions:
        bare = expression.absolute is None and expression.month_day is None
        if expression.zone not in ("body", "title") or expression.weekday is None or not bare:
            continue
        if len(expression.text) > _ABBREVIATED:  # "Sun" and "Sat" are more often other words
            named.setdefault(expression.weekday, " ".join(expression.text.split()))
    return named


def _later_year(expressions: Iterable[Expression], latest: date) -> bool:
    """Whether the text names a year after that of its latest full date."""
    forms = (expression.form for expression in expressions)
    return any(isinstance(form, Calendar) and (form.year or 0) > latest.year for form in forms)


def _fresh(latest: date, expressions: Sequence[Expression]) -> bool:
    """Whether other days within a month before `latest` are told."""
    month_ago = latest - timedelta(days=30)
    if any(month_ago < day < latest for day, _ in _full(expressions, "body", "caption")):
        return True
    told = {expression.month_day for expression in expressions}
    return any(
        ((latest - timedelta(days=n)).month, (latest - timedelta(days=n)).day) in told for n in range(30)
    )


def _name(day: date) -> str:
    return _WEEKDAYS[day.weekday()]


def _line(article: Article, expression: Expression) -> str:
    for zone in article.zones:
        if zone.start <= expression.start < zone.end:
            return " ".join(article.text[zone.start : zone.end].split())
    return expression.text


def _short(line: str) -> str:
    return line if len(line) <= 80 else line[:79].rstrip() + "…"
