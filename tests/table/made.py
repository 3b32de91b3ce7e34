"""Events made for the tests of the table and the store: hypothesis strategies and a small fixed set."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from timeline.dates import Granularity, Span
from timeline.model import Article, Event, Extraction, Telling

HOSTILE = (
    '=HYPERLINK("https://example.org","Click")',
    "+1 555 0100",
    "-5 degrees",
    "@mention",
    "\tindented",
    "\rreturned",
    "'=1+1",
    "''@x",
    "'quoted'",
    "NA",
    "null",
    "nan",
    "None",
    "N/A",
    "2022-01-10",
    "1.0",
    'He said "no", then\r\nleft; and; came back\\',
    "line\nbreak\rand\r\n",
    "مرحبا‮ override",
    "<script>alert(1)</script>",
    "**bold** [link](javascript:alert(1)) <br>",
    "w" * 10_000,
    " leading and trailing ",
    ";",
    "a;b",
    "\\",
    "\\;",
    "\x00nul\x0bvt",
    "\u2028\u2029\x85",
    "\ufeffbom",
    "日本語",
)

TEXTS = st.one_of(st.text(st.characters(exclude_categories=("Cs",)), min_size=1), st.sampled_from(HOSTILE))
MAYBE = st.none() | TEXTS
LISTS = st.lists(TEXTS, max_size=3).map(tuple)
DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
OFFSETS = st.integers(0, 10**7)
CODES = st.lists(st.sampled_from(["NA", "KZ", "US", "TW", "XK", "ZZ"]), max_size=3, unique=True).map(tuple)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    first, last = sorted((draw(DAYS), draw(DAYS)))
    span = Span(first, last, draw(st.sampled_from(Granularity)), draw(st.sampled_from(["", "?", "~", "%"])))
    return draw(st.sampled_from([span, span.open_ended(), Span.day(first)]))


TELLINGS = st.lists(
    st.builds(Telling, TEXTS, OFFSETS, OFFSETS, MAYBE, st.none() | DAYS), min_size=1, max_size=3
).map(tuple)

EVENTS = st.builds(
    Event,
    event_id=TEXTS,
    span=spans(),
    date_reason=TEXTS,
    headline=TEXTS,
    trigger=TEXTS,
    event_type=st.sampled_from(["ASSAULT", "OTHER"]),
    status=st.sampled_from(["reported", "claimed", "planned", "denied"]),
    confidence=st.floats(0, 1),
    evidence=TEXTS,
    evidence_start=OFFSETS,
    evidence_end=OFFSETS,
    tellings=TELLINGS,
    clock=st.none() | st.sampled_from(["18:30", "18:30+06:00"]),
    time_text=MAYBE,
    timex_value=MAYBE,
    time_start=st.none() | OFFSETS,
    time_end=st.none() | OFFSETS,
    claimed_by=MAYBE,
    actors=LISTS,
    doers=LISTS,
    targets=LISTS,
    country_codes=CODES,
    place=MAYBE,
    latitude=st.none() | st.floats(-90, 90),
    longitude=st.none() | st.floats(-180, 180),
)
ARTICLES = st.builds(
    Article, id=TEXTS, text=TEXTS, title=MAYBE, published=st.none() | DAYS, url=MAYBE, source=MAYBE
)
EXTRACTIONS = st.lists(
    st.builds(
        lambda article, events: Extraction(article, events=tuple(events)),
        ARTICLES,
        st.lists(EVENTS, max_size=3),
    ),
    max_size=3,
)


def event(number: int = 0, span: Span | None = None, **told: object) -> Event:
    """One plain event; `told` replaces any of its fields."""
    evidence = f"Troops arrived in town {number} on Monday."
    fields: dict[str, object] = {
        "event_id": f"e{number}",
        "span": span or Span.day(date(2022, 1, 10)),
        "date_reason": "“on Monday” in an article of 10 January 2022: that day.",
        "headline": f"Troops arrive in town {number}",
        "trigger": "arrived",
        "event_type": "MOBILIZE",
        "status": "reported",
        "confidence": 0.9,
        "evidence": evidence,
        "evidence_start": 0,
        "evidence_end": len(evidence),
        "tellings": (Telling("a", 0, len(evidence), "Example News", date(2022, 1, 10)),),
        "time_text": "on Monday",
        "timex_value": "2022-01-10",
        "time_start": 25,
        "time_end": 34,
        "actors": ("Troops",),
        "doers": ("Troops",),
        "country_codes": ("KZ",),
    } | told
    return Event(**fields)  # type: ignore[arg-type]


def extraction(*events: Event, id: str = "a", **told: object) -> Extraction:
    text = " ".join(e.evidence for e in events) or "Nothing."
    fields: dict[str, object] = {
        "title": "Troops arrive",
        "published": date(2022, 1, 10),
        "url": "https://example.org/a",
        "source": "Example News",
        "language": "en",
    } | told
    return Extraction(Article(id, text, **fields), events=events)  # type: ignore[arg-type]
