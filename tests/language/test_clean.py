"""What the model is given, and the way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.language.clean import clean

SEEN = [
    ("Troops left.", False, "Troops left."),
    ("The\n   talks \t went  on.", False, "The talks went on."),
    ("``All sites,'' he said.", False, '"All sites," he said.'),
    ("a\ud800b\x00c", False, "a\ufffdb\ufffdc"),
    (
        "Kazakhstan - A man sits on the steps, January 9, 2022.",
        True,
        "A man sits on the steps, January 9, 2022.",
    ),
    ("FILE PHOTO: A tank is seen in Hama.", True, "A tank is seen in Hama."),
    ("Kazakhstan - A man sits.", False, "Kazakhstan - A man sits."),
    ("Well-known people wave.", True, "Well-known people wave."),
    ("", False, ""),
]


@pytest.mark.parametrize(("text", "caption", "given_text"), SEEN)
def test_the_model_is_given(text: str, caption: bool, given_text: str) -> None:
    assert clean(text, caption=caption).text == given_text


@given(
    st.lists(st.sampled_from(["a", "Ü", " ", "  ", "\r\n", "``", "''", "\ud800", "\u200b", "-", " - "])).map(
        "".join
    )
)
def test_every_character_leads_back_to_its_own(text: str) -> None:
    cleaned = clean(text)
    assert len(cleaned.text) == len(cleaned.starts) == len(cleaned.ends)
    for letter, start, end in zip(cleaned.text, cleaned.starts, cleaned.ends, strict=True):
        there = text[start:end]
        assert there == letter or there.isspace() or there in ("``", "''", "\ud800", "\u200b")
    assert sorted(cleaned.starts) == list(cleaned.starts)


def test_the_model_is_not_given_the_codes_of_shares() -> None:
    found = clean("Ford Motor Co (F.N) and Airbus (EAD.\nPA), in the U.S (U.S), rose.")
    assert found.text == "Ford Motor Co and Airbus, in the U.S (U.S), rose."
    assert len(found.starts) == len(found.ends) == len(found.text)
