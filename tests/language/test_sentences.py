"""Where sentences end, and where they only seem to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.language import split
from timeline.model import Article, Zone
from timeline.reading import read_text

# One text each; "¦" marks where a sentence must end. Everything else must stay together.
TEXTS = [
    "He left.¦ She stayed.",
    "Mr. Smith met Dr. Jones in St. Petersburg.¦ They spoke.",
    "Gen. Omar Bradley warned Sen. Rand Paul and Rep. Ed J. Markey.",
    "President George W. Bush and J. Edgar Hoover met.",
    "The U.S. Senate voted.¦ The measure failed.",
    "It works in the U.S.¦ The law passed.",
    "The U.N. Security Council met on Nov. 5 and Jan. 6, 2021.",
    "It began at 5 p.m. Monday and ended at 7 p.m. ET.",
    "It ended at 5 p.m.¦ The crowd left.",
    "Shares of Intel Corp. rose 3.5 percent.¦ Apple Inc. said nothing.",
    "He works for Acme Inc.¦ The firm is small.",
    "“We hope it will help,” he said.¦ “This is a critical moment.”",
    "“Why?” he asked.¦ Nobody knew!¦ Really?¦ Yes.",
    "He said: “We won.”¦ Then he left.",
    'She said, "We won."¦ He left.',
    "``All sites were inspected,'' he said.¦ ``None was closed.''",
    "Prices rose ... and fell.",
    "It rose…¦ Then it fell.",
    "See No. 5 and pp. 3 to 9.¦ No. 7 is missing.",
    "The case is U.S. v. Abdulkader, No. 16-cr-00019.",
    "1. The first point is this.¦ The second follows.",
    "It hit 3.2 million.¦ 20 people died.",
    "Version 2.0 came out at 16.30 GMT.",
    "Они ушли.¦ Она осталась.",
    "首相は会見した。¦詳細は不明。",
    "Նա հեռացավ։¦ Նա մնաց։",
    "वह गया।¦ वह रही।",
]


def sentences(text: str, language: str | None = "en") -> list[str]:
    return [sentence.text for sentence in split(Article("a", text, language=language))]


@pytest.mark.parametrize("marked", TEXTS)
def test_a_text_is_cut_at_its_ends_and_nowhere_else(marked: str) -> None:
    language = "en" if marked.replace("¦", "").isascii() or "“" in marked or "…" in marked else "xx"
    assert sentences(marked.replace("¦", ""), language) == [part.strip() for part in marked.split("¦")]


def test_abbreviations_are_the_languages_own() -> None:
    text = "He saw Prof. Weber."
    assert len(sentences(text, "en")) == 1
    assert len(sentences(text, "xx")) == 2


def test_lines_are_paragraphs_unless_they_were_broken_to_a_width() -> None:
    lines = split(Article("a", "One line stands here.\nAnother line stands here.\n\nA third.", language="en"))
    assert [sentence.paragraph for sentence in lines] == [0, 1, 2]
    broken = (
        "The minister said on Tuesday that the talks with the\n"
        "neighbouring country would go on until both sides had\n"
        "agreed on a date. Nobody knows how long that will take."
    )
    wrapped = split(Article("a", broken, language="en"))
    assert [sentence.paragraph for sentence in wrapped] == [0, 0]
    assert "the\nneighbouring" in wrapped[0].text


def test_no_sentence_crosses_a_zone_and_chrome_gives_none() -> None:
    text = "Share this\nYEREVAN, Jan 10 - Troops left. A soldier waves, January 9, 2022. They rest."
    zones = (
        Zone(0, 10, "chrome"),
        Zone(11, text.index("Troops") - 1, "dateline"),
        Zone(text.index("A soldier"), text.index("They") - 1, "caption"),
    )
    found = split(Article("a", text, language="en", zones=zones))
    assert [(sentence.text, sentence.zone) for sentence in found] == [
        ("Troops left.", "body"),
        ("A soldier waves, January 9, 2022.", "caption"),
        ("They rest.", "body"),
    ]


def test_a_caption_is_one_sentence_whatever_it_holds() -> None:
    text = "Men rest. They wait. Photo: Reuters"
    found = split(Article("a", text, language="en", zones=(Zone(0, len(text), "caption"),)))
    assert [sentence.text for sentence in found] == [text]


def test_ten_megabytes_in_one_line_are_cut_into_pieces_that_can_be_worked_with() -> None:
    found = split(Article("a", "word " * 2_000_000, language="en"))
    assert max(len(sentence.text) for sentence in found) <= 3000
    assert sum(len(sentence.text) + 1 for sentence in found) == 10_000_000


def test_nothing_comes_of_nothing() -> None:
    assert sentences("") == sentences(" \n\r\n\t ") == []


PIECES = st.sampled_from(
    [
        "Mr. ",
        "U.S. ",
        "He left. ",
        '"',
        "“",
        "”",
        "''",
        "\n",
        "\n\n",
        "\r\n",
        " ",
        "a.m. ",
        "?",
        "!",
        "5",
        ".",
        "é",
        "\ud800",
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_sentences_are_slices_in_order_and_lose_no_letter(text: str) -> None:
    found = split(Article("a", text, language="en"))
    at = 0
    for sentence in found:
        assert sentence.text == text[sentence.start : sentence.end]
        assert sentence.start >= at
        assert sentence.text.strip() == sentence.text
        at = sentence.end
    kept = "".join(sentence.text for sentence in found)
    assert [letter for letter in kept if not letter.isspace()] == [c for c in text if not c.isspace()]


def test_offsets_hold_with_windows_line_ends() -> None:
    article = read_text("First line here.\r\n\r\nSecond line here. Third.\r\n", id="a", language="en")
    assert [sentence.text for sentence in split(article)] == [
        "First line here.",
        "Second line here.",
        "Third.",
    ]


def test_paragraphs_broken_to_one_width_are_put_together_again():
    text = (
        "Quake hits the coast\n"
        "The mayor of the town said that he had at first wanted to stay in the hall with the\n"
        "others, but left it at noon.\n"
        "The minister said on Saturday that nobody had the right to call himself the owner of\n"
        "the harbour.\n"
        "The group refused to talk. In 2014 it said that it had given up some of its striker\n"
        "Antoine\n"
        "Griezmann and his boats, and that no more than three of them were left in the harbour\n"
        "of the town.\n"
        "It was founded fifty years ago."
    )
    found = [" ".join(sentence.text.split()) for sentence in split(Article("a", text, language="en"))]
    assert found[0] == "Quake hits the coast"
    assert found[1].endswith("with the others, but left it at noon.")
    assert found[2].startswith("The minister")
    assert found[2].endswith("owner of the harbour.")
    assert "Antoine Griezmann" in found[4]
    assert len(found) == 6


# A heading or caption that ran into the sentence after it; "¦" marks where that begins.
RUN_IN = [
    "Extradition hearing for WikiLeaks founder set to begin ¦WikiLeaks founder Ann Smith is due in court.",
    "North Korea, South Korea to hold first talks since November attack ¦North Korea and Japan are to meet.",
    "Rebels in Aleppo are calling for the regime to go ¦The aerial bombardment of the town grew on Saturday.",
    "Officials described the cargo as “dangerous” ¦On 10 January, a Russian ship made a stop in Cyprus.",
    "Mayor to address group that opposed his plans ¦City mayor Ann Smith is scheduled to speak on Monday.",
    "The firm told The Associated Press that it would close the mine in The Hague next year.",
    "Riot police on Monday arrested opposition leader Boris Nemtsov, who was on his way to a rally.",
    "The officials said BP has capped the well that BP has drilled in the Gulf of Mexico since May.",
    "Efforts to find the crew of the ship Arctic Sea are going on, and the navy said it would not stop.",
]


@pytest.mark.parametrize("marked", RUN_IN)
def test_a_heading_run_into_its_sentence_is_a_sentence_of_its_own(marked: str):
    text = marked.replace("¦", "")
    found = [sentence.text for sentence in split(Article("a", text, language="en"))]
    assert found == [part.strip() for part in marked.split("¦")]


def test_items_of_a_list_are_no_broken_paragraphs():
    items = (
        "Ann Smith, treasurer\nBob Jones, secretary\nCarla Gomez, a member of the board since 2012\nDan Wu"
    )
    assert len(split(Article("a", items, language="en"))) == 4


def test_a_share_code_torn_over_two_lines_ends_no_sentence() -> None:
    text = "Shares fell.\nAirbus (EAD.\nPA) confirmed its plans.\nThe maker rose."
    sentences = split(Article(id="a", text=text, language="en"))
    assert [one.text for one in sentences] == [
        "Shares fell.",
        "Airbus (EAD.\nPA) confirmed its plans.",
        "The maker rose.",
    ]
