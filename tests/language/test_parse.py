"""Sentences with their names and parses."""

from __future__ import annotations

from datetime import date

import pytest

from timeline import language, timex
from timeline.dates import Span
from timeline.language.parse import _may_name
from timeline.model import Article, Sentence, Timex, Zone

STORY = (
    "Angela Merkel met Vladimir Putin in Moscow on Monday. They talked for hours. Nobody said what about. "
    + "It went on and on without news. " * 60
    + "The European Union answered on Tuesday. "
    + "Nothing came of that. " * 60
)


def parsed(text: str, **fields: object) -> tuple[Sentence, ...]:
    article = Article("a", text, published=date(2022, 1, 10), language="en", **fields)  # type: ignore[arg-type]
    return language.parse(article, timex.anchor(article, timex.recognise(article)))


def test_tokens_are_slices_with_heads_in_their_sentence() -> None:
    text = "``Troops  of the northern garrison have left\nthe city,'' he said on Monday. Then they rested."
    sentences = parsed(text)
    assert len(sentences) == 2
    for sentence in sentences:
        assert sentence.tokens
        for index, token in enumerate(sentence.tokens):
            assert token.index == index
            assert text[token.start : token.end] == token.text
            assert 0 <= token.head < len(sentence.tokens)
            assert token.lemma
            assert token.pos
        assert sum(token.head == token.index for token in sentence.tokens) == 1
    left = next(token for token in sentences[0].tokens if token.text == "left")
    assert (left.lemma, left.pos) == ("leave", "VERB")


def test_names_are_found_in_all_sentences_and_parses_where_a_date_reaches() -> None:
    sentences = parsed(STORY)
    named = {STORY[name.start : name.end] for sentence in sentences for name in sentence.names}
    assert {"Angela Merkel", "Vladimir Putin", "Moscow", "The European Union"} <= named
    with_tokens = [index for index, sentence in enumerate(sentences) if sentence.tokens]
    answered = next(index for index, sentence in enumerate(sentences) if "European" in sentence.text)
    assert with_tokens == [0, 1, 2, answered, answered + 1, answered + 2]


def test_a_length_of_time_carries_no_story_on() -> None:
    duration = Timex(0, 1, "x", "DURATION", "P1D")
    dated = Timex(0, 1, "x", "DATE", "2022", span=Span.year(2022))
    text = "x happened. " + "Nothing else did. " * 100
    article = Article("a", text, language="en")
    assert sum(bool(s.tokens) for s in language.parse(article, (duration,))) == 1
    assert sum(bool(s.tokens) for s in language.parse(article, (dated,))) == 3


def test_a_short_article_is_parsed_in_full() -> None:
    assert all(sentence.tokens for sentence in parsed("Rain fell. Snow fell. Nobody came."))


def test_a_caption_is_parsed_without_its_place_and_both_printings_alike() -> None:
    line = "Kazakhstan - A soldier guards a street in Almaty, January 9, 2022."
    text = f"{line}\n{line}\n"
    zones = (Zone(0, len(line), "caption"), Zone(len(line) + 1, 2 * len(line) + 1, "caption"))
    first, second = parsed(text, zones=zones)
    assert first.zone == second.zone == "caption"
    assert [token.text for token in first.tokens] == [token.text for token in second.tokens]
    assert first.tokens[0].text == "A"
    assert text[second.tokens[1].start : second.tokens[1].end] == "soldier"
    root = next(token for token in first.tokens if token.head == token.index)
    assert root.text == "guards"


def test_languages_without_a_parser_give_sentences_without_tokens() -> None:
    article = Article("a", "Le président est parti mardi. Il revient.", language="fr")
    sentences = language.parse(article, ())
    assert [sentence.text for sentence in sentences] == ["Le président est parti mardi.", "Il revient."]
    assert not any(sentence.tokens or sentence.names for sentence in sentences)


def test_odd_characters_and_endless_lines_do_no_harm() -> None:
    for text in (
        "a\ud800b c.",
        "\x00\x01",
        "𝔘𝔫𝔦 code. 👩‍👩‍👧 left.",
        "=HYPERLINK(1) <b>x</b>",
        "\u200b \u200f.",
    ):
        for sentence in parsed(text):
            assert sentence.text == text[sentence.start : sentence.end]
    endless = parsed("Monday " * 3000)
    assert endless
    assert not any(sentence.tokens for sentence in endless if len(sentence.text) > 1500)


def test_an_empty_article_has_no_sentences() -> None:
    assert parsed("") == ()


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("Blinken denounced it.", True),
        ("He met Blinken there.", True),
        ("“We met in Rome.”", True),
        ("They are understood to have been deployed there.", False),
        ("The latter are concerned.", False),
        ("3 of 5 agreed.", False),
        ("...", False),
    ],
)
def test_sentences_that_can_hold_no_name_are_not_searched_for_one(text: str, may: bool) -> None:
    assert _may_name(text, "en") is may
