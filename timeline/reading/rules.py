"""A language's patterns for what is not running text, compiled once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from timeline.language import lexicon

_NEVER = "(?!)"
_DASH = r"(?:-{1,2}|–|—|―|_)"


@dataclass(frozen=True, slots=True)
class Rules:
    """Patterns of one language. Those for whole lines are used with `fullmatch`."""

    chrome_words: tuple[str, ...]
    """Lower-case words of which one is in every line that `chrome_anywhere` finds."""
    tail_words: tuple[str, ...]
    """The same for `chrome_tail`."""
    published_words: frozenset[str]
    run_in_words: tuple[str, ...]
    """The same for `run_in`, as they stand."""
    chrome_line: re.Pattern[str]
    chrome_anywhere: re.Pattern[str]
    chrome_tail: re.Pattern[str]
    """From where on a line is no text."""
    run_in: re.Pattern[str]
    """Who wrote it or took the picture, where that ran into the text."""
    byline: re.Pattern[str]
    caption_start: re.Pattern[str]
    caption_credit: re.Pattern[str]
    caption_verb: re.Pattern[str]
    caption_never: re.Pattern[str]
    dated_end: re.Pattern[str]
    diary_start: re.Pattern[str]
    """A day and a colon before the sentence: "June 4: A crew picks up …"."""
    dateline: re.Pattern[str]
    """At the start of a line."""
    note: re.Pattern[str]
    """What a desk says of its text: "(Adds details)"."""
    dateline_within: re.Pattern[str]
    """After a headline that stands on the same line."""
    posted: re.Pattern[str]
    """The stamp of a post run into its text: a full date and a time of day, at the line's start or after
    "updated:"."""
    stamp: re.Pattern[str]
    """A whole line that says when, and perhaps where, the article appeared."""
    comment: re.Pattern[str]
    """The stamp of a reader's comment: a full date and a time of day, then a bar or who wrote."""
    comment_marks: tuple[str, ...]
    """Of which one is in every such stamp."""

    def tail_gate(self, line: str) -> bool:
        return any(word in line for word in self.tail_words)

    def run_in_gate(self, line: str) -> bool:
        return any(word in line for word in self.run_in_words)

    def chrome_gate(self, line: str) -> bool:
        low = line.lower()
        return any(word in low for word in self.chrome_words)


@cache
def rules(language: str | None) -> Rules:
    """The rules of `language`; for one without data, those that need no words."""
    data = lexicon(language, "reading")
    chrome, caption, dateline = (data.get(part, {}) for part in ("chrome", "caption", "dateline"))
    months, weekdays = data.get("months", _NEVER), data.get("weekdays", _NEVER)

    day = rf"(?:(?:{months}) ?\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?\.? (?:of )?(?:{months}))"
    full = rf"(?:{day},? ?(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d|\d{{1,2}}[./]\d{{1,2}}[./](?:19|20)\d\d)"
    weekday = rf"(?:(?:{weekdays}),? )?"
    clock = r"(?:\d{1,2}[:.]\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?|\d{1,2} ?[ap]\.?m\.?|\d{4} (?=gmt))"
    zone = r"(?: ?(?-i:[A-Z]{2,4}|UTC[+-]\d{1,2}))?"
    time = rf"(?:,? ?(?:at |- |\| )?{clock}{zone})"
    agencies = dateline.get("agencies", _NEVER)
    published = dateline.get("published", _NEVER)

    caps = r"(?-i:[A-ZÀ-Þ][A-ZÀ-Þ.'’]{2,}(?:[ /-][A-ZÀ-Þ.'’]{2,}){0,3})"
    place = r"(?-i:[A-ZÀ-Þ][\w.'’-]+(?:[ /][A-ZÀ-Þ][\w.'’-]+){0,3})"
    region = rf"(?:, {place}){{0,2}}"
    when = rf"(?:,? {weekday}{day}(?:,? (?:19|20)\d\d)?)?"
    agency = rf"\(\s?(?:{agencies})(?: [\w!]+){{0,2}}\s?\)"
    source = r"(?:\([^()\n]{2,40}\)\s?)"
    by_agency = rf"(?:(?:(?:{caps}|{place}){region}{when}|{day}),? ?)?{agency}\s?(?:{_DASH}\s?)?"
    by_source = rf"{caps}{region}{when},? ?{source}{_DASH}\s?"
    by_caps = rf"{caps}{region}{when} ?(?:{_DASH}(?:\s|$)|—)(?=\s?(?-i:[A-ZÀ-Þ\d\"“'‘`])|$)"
    piped = rf"{place}{region}(?: ?\| ?{weekday}{full}{time}?|,? {day} ?\|)"
    stamped = rf"{published}\W{{0,3}}(?:{clock}{zone},? ?)?{weekday}(?:{full}|{day},? \d\d){time}?"
    timed = rf"{weekday}(?:{full}|{day},? \d\d){time}"

    by = dateline.get("by", _NEVER)
    comments = data.get("comments", {})
    wrote, report = comments.get("wrote", _NEVER), comments.get("report", _NEVER)
    special = dateline.get("special", _NEVER)
    signed = (
        rf"{weekday}{full}{time}? ?\| ?{by} {place}(?: and {place})?,? ?(?:{special} )?(?:{agencies})"
        rf"|{weekday}{full}: {clock}{zone}(?: {dateline.get('picture', _NEVER)})?"
    )

    def compiled(pattern: str) -> re.Pattern[str]:
        return re.compile(pattern, re.IGNORECASE)

    return Rules(
        chrome_words=tuple(chrome.get("words", ())),
        tail_words=tuple(chrome.get("tail_words", ())),
        run_in_words=_run_in_words(data.get("run_in")),
        published_words=frozenset(dateline.get("published_words", ())),
        chrome_line=compiled(_any(chrome.get("lines"))),
        chrome_anywhere=compiled(_any(chrome.get("anywhere"))),
        chrome_tail=compiled(_any(chrome.get("tails"))),
        run_in=re.compile(_run_in(data.get("run_in"))),
        byline=compiled(_any(chrome.get("credits"))),
        caption_start=compiled(_any(caption.get("starts"))),
        caption_credit=compiled(rf"(?:{_any(caption.get('credits'))})[.\s]*$"),
        caption_verb=compiled(rf"\b(?:{caption.get('verbs', _NEVER)})\b"),
        caption_never=compiled(caption.get("never", _NEVER)),
        dated_end=compiled(rf"\b{full}[.)\]\"”'’\s]*$"),
        diary_start=compiled(rf"{day}(?:, (?:19|20)\d\d)?: "),
        dateline=compiled(
            rf"(?:{piped}\s+(?:{by_agency}|{by_source})?|{stamped}\s+|(?:{signed})\s+"
            rf"|(?:AP )?(?:{by_agency}|{by_source}|{by_caps}))"
        ),
        note=compiled(rf"\((?:{dateline.get('notes', _NEVER)})\b[^()]{{3,200}}\)"),
        dateline_within=compiled(
            rf"(?<!\S)(?:{piped}(?:\s+(?:{by_agency}|{by_source}))?|(?>{timed})(?!\s+(?-i:[a-zß-ÿ]))|{stamped}"
            rf"|(?:{caps}|{place}){region}{when},? ?{agency}\s?(?:{_DASH}\s?)?|(?<=[.!?] ){by_caps})"
        ),
        comment=compiled(
            rf"\b{weekday}{full}{time}(?: at {clock})? ?\|"
            rf"|\b(?:at )?{clock} (?:on )?{full},? \S{{1,40}} {wrote}"
            rf"|\b{weekday}{full}{time}\W{{1,6}}{report}"
        ),
        comment_marks=("|", *comments.get("marks", ())),
        posted=compiled(rf"(?:^|\b{published}\W{{0,3}}){weekday}{full}{time}(?=[\s\W]+(?-i:[A-ZÀ-Þ\"“‘]))"),
        stamp=compiled(
            rf"(?:{published}\W{{0,3}})?(?:{place}{region} ?[,|·-] ?)?(?:{clock}{zone},? )?"
            rf"{weekday}(?:{full}|{day},? \d\d(?= ?,? ?{clock})){time}?"
            rf"(?: ?[,|·-] ?{place}{region})?(?:\s?\([^()]{{2,40}}\))?"
            rf"|{published}\b.{{0,80}}\d.{{0,30}}"
        ),
    )


def _run_in_words(words: dict[str, str] | None) -> tuple[str, ...]:
    """What is in every line that `_run_in` finds."""
    if not words:
        return ()
    return (f"{words['by']} ", *(f"{picture}: " for picture in words["pictures"].split("|")))


def _run_in(words: dict[str, str] | None) -> str:
    """A byline with its outlet, and the credit of a picture, each with the text going on in its line."""
    if not words:
        return _NEVER
    name, capital = r"[A-ZÀ-Þ][\w.’'-]*", r"(?= [A-ZÀ-Þ“\"])"
    role = rf"(?:\w+ ){{0,4}}?(?:(?i:{words['roles']}))(?:,? (?:{words['outlets']}))?"
    place = rf", (?:[a-z]\w+ )?{name}(?: {name}(?= (?:{words['openers']})\b))?"
    writers = rf"{name}(?: (?:{name}|{words['joined']})){{1,7}}?,?"
    staff = rf"the (?:{words['outlets']}) (?:{name} )?(?i:{words['staff']})"
    signed = rf"{writers} (?:(?i:{words['special']}) )?(?:{role}|{words['outlets']})(?:{place})?"
    byline = rf"{words['by']} (?!(?:{words['not_by']})\b)(?:{staff}|{signed})"
    agency = rf"(?:{words['agencies']})(?:/{name}(?: Images| Features)?){{0,2}}"
    person = rf"{name} (?:[A-ZÀ-Þ]\. )?[A-ZÀ-Þ][\w’'-]+"
    other = rf"{person}(?:/{name})?(?= (?:{words['openers']})\b)"
    picture = rf"(?:{words['pictures']}): (?:(?:{name}[ /]){{0,4}}?(?:pool/)?{agency}|{other})"
    return rf"(?<!\S)(?:{byline}|{picture}){capital}"


def _any(patterns: Sequence[Any] | None) -> str:
    return "|".join(f"(?:{pattern})" for pattern in patterns or ()) or _NEVER
