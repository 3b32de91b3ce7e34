"""HTML of our own making around escaped article text: the story, the card, the counts beside the filters.

Whatever comes from an article or a table goes through `esc`; the tags, classes and attributes are ours.
Links are addresses that work by themselves; `data-tl` lets the page follow them without loading anew.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from html import escape
from urllib.parse import quote, urlencode

from timeline.view import kinds, words
from timeline.view.board import Board
from timeline.view.card import Card, Link, card
from timeline.view.labels import clean, shorten
from timeline.view.layout import choice_label, date_label
from timeline.view.story import Entry, Heading, story
from timeline.view.url import Params

GLYPHS = {"circle": "●", "diamond": "◆", "triangle-up": "▲", "x": "✖", "square": "■"}
Href = Callable[[str, str], str]
"""("event" or a facet, code) → an address."""


def esc(text: str) -> str:
    """Text for an element or a quoted attribute, without control characters or reversed direction."""
    return escape(clean(text), quote=True)


def block(text: str) -> str:
    """Like `esc`, its paragraphs kept."""
    return "<br>".join(esc(line) for line in text.split("\n"))


def href(params: Params) -> str:
    return "?" + urlencode(params, doseq=True, errors="replace")


def link(facet: str, code: str, text: str, address: str, title: str = "") -> str:
    hint = f' title="{esc(title)}"' if title else ""
    data = f'data-tl="{facet}" data-code="{quote(code, safe="", errors="replace")}"'
    return f'<a href="{escape(address, quote=True)}" {data}{hint}><bdi>{esc(text)}</bdi></a>'


def glyph(kind: str, symbol: str) -> str:
    colour = kinds.COLOURS[kind]
    return f'<span class="tl-glyph" style="color:{colour}" aria-hidden="true">{GLYPHS[symbol]}</span>'


def card_html(one: Card, to: Href) -> str:
    """The evidence card's body."""
    sure = "" if one.confidence is None else words.say("card.confidence.words", one.confidence)
    rows = [
        ("card.when", f"<strong>{esc(one.when)}</strong>"),
        ("card.how", block(one.reason)),
        ("card.sentence", _passage(one)),
        ("card.kind", f"{glyph(one.kind, one.symbol)} {esc(one.type)}, {esc(one.status)}"),
        ("card.confidence", sure and f"{_meter(one.confidence or 0)} {esc(sure)}"),
        ("card.who", _links(one.actors, to) + (f"<br><bdi>{esc(one.did)}</bdi>" if one.did else "")),
        ("card.countries", _links(one.countries, to)),
        ("card.where", f"<bdi>{esc(one.place)}</bdi>" if one.place else ""),
        ("card.source", _source(one)),
    ]
    terms = "".join(f"<dt>{words.say(key)}</dt><dd>{value}</dd>" for key, value in rows if value)
    told = ""
    if len(one.tellings) > 1:
        lines = "".join(f"<li><bdi>{esc(line)}</bdi></li>" for line in one.tellings)
        told = f"<dt>{words.say('card.tellings', len(one.tellings))}</dt><dd><ul>{lines}</ul></dd>"
    return f'<dl class="tl-card">{terms}{told}</dl>'


def _passage(one: Card) -> str:
    marked = {"text": "{}", "sentence": "<mark>{}</mark>", "time": '<mark class="tl-time">{}</mark>'}
    inner = "".join(marked[kind].format(_spaced(text)) for kind, text in one.passage)
    note = "" if one.whole_article else f"<br><small>{words.say('card.text.gone')}</small>"
    return f'<blockquote dir="auto">{inner}{note}</blockquote>'


def _spaced(text: str) -> str:
    """A piece of a passage: spaces at its edges stay, blank lines become one break."""
    if not text.strip():
        return "<br>" if "\n" in text else " "
    left = " " if text[0].isspace() else ""
    right = " " if text[-1].isspace() else ""
    lines = [esc(line) for line in text.split("\n") if line.strip()]
    return left + "<br>".join(lines) + right


def _meter(percent: int) -> str:
    return f'<span class="tl-meter" aria-hidden="true"><span style="width:{percent}%"></span></span>'


def _links(links: Sequence[Link], to: Href) -> str:
    return ", ".join(
        link(facet, code, label, to(facet, code), words.say("filter.show", label=label))
        for facet, code, label in links
    )


def _source(one: Card) -> str:
    name = f"<bdi>{esc(one.title)}</bdi>"
    if one.url:
        name = f'<a href="{escape(one.url, quote=True)}" rel="noopener noreferrer" target="_blank">{name}</a>'
    extras = [f"<bdi>{esc(one.source)}</bdi>" if one.source and one.source != one.title else ""]
    extras.append(words.say("card.published", date=one.published) if one.published else "")
    return ", ".join([name, *filter(None, extras)])


def story_html(
    board: Board, rows: Sequence[int], texts: Mapping[str, str], to: Href, selected: str | None = None
) -> str:
    """The chronology under its headings; each entry opens its evidence in place."""
    parts: list[str] = []
    listing = False
    for part in story(board, rows):
        if isinstance(part, Heading):
            parts.append("</ul>" if listing else "")
            parts.append(f"<h{part.level + 2}>{esc(part.text)}</h{part.level + 2}>")
        else:
            parts.append("" if listing else "<ul>")
            parts.append(_entry(board, part.row, texts, to, selected))
        listing = isinstance(part, Entry)
    return f'<div class="tl-story">{"".join(parts)}{"</ul>" if listing else ""}</div>'


def _entry(board: Board, row: int, texts: Mapping[str, str], to: Href, selected: str | None) -> str:
    one = card(board, row, texts)
    tags = [] if board.cell(row, "status") == "reported" else [one.status]
    if board.cell(row, "precision") != "day" or board.first[row] != board.last[row]:
        tags.insert(0, one.when)
    elif board.cell(row, "clock"):
        tags.insert(0, one.when.rpartition(", ")[2])
    permalink = link("event", one.event_id, words.say("card.link"), to("event", one.event_id))
    return (
        f'<li class="tl-entry"><details{" open" if one.event_id == selected else ""}>'
        f"<summary>{glyph(one.kind, one.symbol)} <bdi>{esc(shorten(one.headline))}</bdi>{_tags(tags)}"
        f"</summary>{card_html(one, to)}<p>{permalink}</p></details></li>"
    )


def _tags(tags: Sequence[str]) -> str:
    return "".join(f' <span class="tl-tag">{esc(tag)}</span>' for tag in tags)


def list_html(board: Board, rows: Sequence[int], to: Href, selected: str | None = None) -> str:
    """The short form beside the chart: date and headline, a link to the evidence card."""
    items = []
    for row in rows:
        event_id = str(board.cell(row, "event_id"))
        status = str(board.cell(row, "status"))
        mark = glyph(kinds.kind(board.cell(row, "event_type")), kinds.symbol(status))
        headline = link("event", event_id, _headline(board, row), to("event", event_id))
        tags = _tags([] if status == "reported" else [choice_label(board, "status", status)])
        current = ' aria-current="true"' if event_id == selected else ""
        when = f'<span class="tl-when">{esc(date_label(board, row))}</span>'
        items.append(f'<li class="tl-entry"{current}>{mark} {when} {headline}{tags}</li>')
    return f'<div class="tl-story tl-list"><ul>{"".join(items)}</ul></div>'


def _headline(board: Board, row: int) -> str:
    return shorten(str(board.cell(row, "headline") or ""))


def counts_html(
    board: Board, facet: str, counted: Sequence[tuple[str, str, int, bool]], to: Href, more: int = 0
) -> str:
    """Choices with their counts beside them: (code, label, events, chosen); each a link that toggles it."""
    top = max((n for _, _, n, _ in counted), default=0) or 1
    rows = []
    for code, label, n, chosen in counted:
        current = ' aria-current="true"' if chosen else ""
        rows.append(
            f"<li{current}>{link(facet, code, label, to(facet, code))}"
            f'<span class="tl-n">{n:,}</span>'
            '<span class="tl-bar" aria-hidden="true">'
            f'<span style="width:{100 * n / top:.0f}%"></span></span></li>'
        )
    rest = f'<li class="tl-rest">{words.say("filter.more", more)}</li>' if more else ""
    title = words.say("filter.counts", name=words.say(f"filter.{facet}"))
    return f'<ul class="tl-counts" aria-label="{esc(title)}">{"".join(rows)}{rest}</ul>'


_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|~>$:<])")


def plain(text: str) -> str:
    """Text for a Streamlit element that reads Markdown: every mark is escaped, so that it stands as it is."""
    return _MARKDOWN.sub(r"\\\1", clean(text))
