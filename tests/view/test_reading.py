"""What is read as text: the story, the evidence card, the words, and their HTML."""

from __future__ import annotations

import ast
import re
import string
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.view.made import burst, hostile, many, row
from timeline.dates import Span
from timeline.table import of_rows
from timeline.view import markup, words
from timeline.view.board import board
from timeline.view.card import card
from timeline.view.story import Entry, Heading, story

ROOT = Path(__file__).parent.parent.parent
TEXT = (
    "A caption of old.\n\nFirst of all this. The summit took place on Monday in Astana. "
    "Then they left.\n\nAnother paragraph."
)


def to(facet: str, code: str) -> str:
    return markup.href({facet: [code]})


def one_event(**told: object) -> dict[str, object]:
    sentence = "The summit took place on Monday in Astana."
    start = TEXT.index(sentence)
    at = TEXT.index("on Monday")
    return row(
        0,
        Span.day(date(2022, 1, 10)),
        "The summit takes place",
        evidence=sentence,
        evidence_start=start,
        evidence_end=start + len(sentence),
        time_start=at,
        time_end=at + len("on Monday"),
    ) | dict(told)


def test_the_story_is_every_event_in_order_under_its_headings() -> None:
    events = board(many(120))
    parts = story(events, list(range(120)))
    assert sorted(part.row for part in parts if isinstance(part, Entry)) == list(range(120))
    year = month = ""
    for part in parts:
        if isinstance(part, Heading):
            year = part.text if part.level == 1 else year
            month = part.text if part.level == 2 else month if part.level == 3 else ""
            assert part.level != 2 or part.text.endswith(year)
        elif events.cell(part.row, "precision") == "day":
            assert f"{events.frame['start'].iat[part.row]:%B %Y}" == month


def test_headings_of_the_burst() -> None:
    events = board(burst())
    heads = [part.text for part in story(events, list(range(15))) if isinstance(part, Heading)]
    assert heads[:6] == ["2020", "2021", "May 2021", "2022", "January 2022", "Sunday 2 January"]


def test_the_card_shows_the_sentence_where_it_stands() -> None:
    events = board(of_rows([one_event()]))
    shown = card(events, 0, {"made": TEXT})
    assert shown.whole_article
    assert [kind for kind, _ in shown.passage] == ["text", "sentence", "time", "sentence", "text"]
    assert "".join(text for _, text in shown.passage) == TEXT.split("\n\n")[1]
    assert dict(shown.passage[2:3])["time"] == "on Monday"
    assert shown.when == "10 January 2022"


def test_the_card_makes_do_with_the_sentence_where_the_article_is_not_at_hand() -> None:
    events = board(of_rows([one_event()]))
    for texts in ({}, {"made": "another text altogether"}):
        shown = card(events, 0, texts)
        assert not shown.whole_article
        assert "".join(text for _, text in shown.passage) == one_event()["evidence"]
        assert ("time", "on Monday") in shown.passage


@pytest.mark.parametrize(
    "told", [{"time_start": None, "time_end": None}, {"time_start": 10**9, "time_end": 10**9 + 3}]
)
def test_a_date_from_elsewhere_marks_no_words(told: dict[str, int | None]) -> None:
    shown = card(board(of_rows([one_event(**told)])), 0, {"made": TEXT})
    assert "time" not in dict(shown.passage)


def test_other_tellings_are_told_in_their_words() -> None:
    both = '[{"article_id": "made", "start": 0, "end": 17}, {"article_id": "other", "start": 1, "end": 2, '
    both += '"source": "Example News", "published": "2022-01-11"}]'
    shown = card(board(of_rows([one_event(evidences=both)])), 0, {"made": TEXT})
    assert "“A caption of old.”" in shown.tellings[0]
    assert "Example News" in shown.tellings[1]
    assert "11 January 2022" in shown.tellings[1]
    broken = card(board(of_rows([one_event(evidences="not JSON")])), 0, {})
    assert broken.tellings == ()


def test_only_web_addresses_become_links() -> None:
    for address, linked in (
        ("https://example.org/a", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
    ):
        html = markup.card_html(card(board(of_rows([one_event(url=address)])), 0, {}), to)
        assert ('target="_blank"' in html) is linked


class Tags(HTMLParser):
    """All tags and attributes of a page; text is passed over."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.addresses: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.addresses += [value or "" for name, value in attrs if name == "href"]
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


OURS = {
    *("div", "h3", "h4", "h5", "ul", "li", "details", "summary", "span", "bdi", "dl", "dt", "dd"),
    *("strong", "blockquote", "mark", "a", "p", "br", "small"),
}
ATTRIBUTES = {
    *("class", "style", "href", "title", "target", "rel", "open", "dir"),
    *("aria-hidden", "aria-current", "aria-label", "data-tl", "data-code"),
}


def test_hostile_text_adds_no_tag_no_attribute_and_no_address() -> None:
    events = board(hostile())
    rows = list(range(len(events)))
    pages = [
        markup.story_html(events, rows, {}, to, selected="e00001"),
        markup.list_html(events, rows, to, selected="e00001"),
        *(markup.card_html(card(events, i, {}), to) for i in rows),
        markup.counts_html(
            events, "actor", [(c, c, 1, True) for c in events.facets["actor"].codes], to, more=3
        ),
    ]
    for page in pages:
        parser = Tags()
        parser.feed(page)
        assert parser.open == []
        assert parser.tags <= OURS
        assert parser.attributes <= ATTRIBUTES
        assert all(a.startswith(("?", "https://example.org/")) for a in parser.addresses)
        assert not re.search("[\u202a-\u202e\x00-\x08]", page)
        page.encode("utf-8")


def test_markdown_is_escaped_for_streamlit() -> None:
    assert markup.plain("**b** [x](y) :red[z] $a$") == r"\*\*b\*\* \[x\]\(y\) \:red\[z\] \$a\$"


def used_keys() -> set[str]:
    """Keys that the code asks for in plain; what it puts together is covered below."""
    keys = set()
    for path in [*(ROOT / "timeline/view").glob("*.py"), *(ROOT / "timeline/pages").glob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                called = getattr(node.func, "attr", getattr(node.func, "id", ""))
                keys |= {node.args[0].value} if called == "say" else set()
    return keys


def test_every_text_that_is_asked_for_is_there() -> None:
    missing = {key for key in used_keys() if key not in words.texts()}
    assert missing == set()


def test_a_singular_fills_no_more_than_its_plural() -> None:
    def fields(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    for key, text in words.texts().items():
        if key.endswith(".one"):
            assert fields(text) <= fields(words.texts()[key.removesuffix(".one")])


def test_numbers_choose_their_form() -> None:
    assert words.say("events", 1) == "1 event"
    assert words.say("events", 1234) == "1,234 events"
    with pytest.raises(KeyError):
        words.say("no such text")
