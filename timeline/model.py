"""The records an article passes through, all frozen.

Offsets count code points of `Article.text`, end exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from timeline.dates import Span

ZoneKind = Literal["title", "dateline", "caption", "chrome"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Basis = Literal["written", "published", "mentioned", "none"]
ActorKind = Literal["person", "organization", "government", "military", "alliance", "party", "group"]
MentionForm = Literal["name", "nominal", "pronoun", "demonym"]
Status = Literal["reported", "claimed", "planned", "denied"]


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of an article that is not running text. What no zone covers is body."""

    start: int
    end: int
    kind: ZoneKind


@dataclass(frozen=True, slots=True)
class Article:
    """One article. `text` is never changed; `published` is the document creation time (DCT)."""

    id: str
    text: str
    title: str | None = None
    published: date | None = None
    published_reason: str = ""
    url: str | None = None
    source: str | None = None
    language: str | None = None
    """ISO 639-1, as given or detected."""
    zones: tuple[Zone, ...] = ()
    """In text order, not overlapping."""


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression as TIMEX3 names it, and what it denotes on the calendar.

    `span` is None where it denotes no place there (durations, sets, PAST_REF, years outside 1-9999).
    `basis`: "written" in full; counted from the publication date ("published") or from another
    expression ("mentioned"); "none" where nothing anchors it. `clock` is an ISO 8601 time of day, with
    an offset where the text tells one. `reason` is one sentence for the reader.
    """

    start: int
    end: int
    text: str
    type: TimexType
    value: str
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    span: Span | None = None
    clock: str | None = None
    basis: Basis = "none"
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a parsed sentence: Universal POS, Penn tag, spaCy dependency label (CLEAR style).

    `index` and `head` are places in `Sentence.tokens`; the root is its own head.
    """

    index: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    space_before: bool = True


@dataclass(frozen=True, slots=True)
class Name:
    """A named entity as the language model labels it (OntoNotes labels)."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence; `tokens` is empty where it was not worth a parse or the language has no parser."""

    start: int
    end: int
    text: str
    zone: Literal["body", "title", "caption"] = "body"
    paragraph: int = 0
    tokens: tuple[Token, ...] = ()
    names: tuple[Name, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A name of a country, region, city, or a demonym; `country` is ISO 3166-1 alpha-2."""

    start: int
    end: int
    text: str
    name: str
    country: str | None
    form: MentionForm = "name"
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class ActorMention:
    """A mention of a participant under its one canonical `name`; `country` is read from the text."""

    start: int
    end: int
    text: str
    name: str
    kind: ActorKind
    country: str | None = None
    form: MentionForm = "name"


@dataclass(frozen=True, slots=True)
class Mentions:
    """Who and where in one article, each list in text order."""

    actors: tuple[ActorMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()


@dataclass(frozen=True, slots=True)
class Telling:
    """One place in one article where an event is told."""

    article_id: str
    start: int
    end: int
    source: str | None = None
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, who did it to whom, where and when, with the sentence and the reason for the date.

    Lists put the most important first. `time_start`, `time_end`, `time_text`, `timex_value` are None
    where the date was inherited. `evidence` is `article.text[evidence_start:evidence_end]`.
    """

    event_id: str
    span: Span
    date_reason: str
    headline: str
    trigger: str
    event_type: str
    status: Status
    confidence: float
    evidence: str
    evidence_start: int
    evidence_end: int
    tellings: tuple[Telling, ...]
    clock: str | None = None
    time_text: str | None = None
    timex_value: str | None = None
    time_start: int | None = None
    time_end: int | None = None
    claimed_by: str | None = None
    actors: tuple[str, ...] = ()
    doers: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    country_codes: tuple[str, ...] = ()
    place: str | None = None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A time expression that gave no event, and why."""

    timex: Timex
    reason: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one article gave."""

    article: Article
    timexes: tuple[Timex, ...] = ()
    mentions: Mentions = Mentions()
    events: tuple[Event, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
