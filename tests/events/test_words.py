"""The pieces that headlines are written with."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from timeline.events.headlines.writing import opening
from timeline.events.sentence.inflect import plural_of_tell, present
from timeline.events.sentence.words import Words, words

ROOM = Path(__file__).parents[2] / "timeline" / "events"


@pytest.fixture(scope="module")
def english() -> Words:
    found = words("en")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("lemma", "one", "many"),
    [
        ("send", "sends", "send"),
        ("be", "is", "are"),
        ("have", "has", "have"),
        ("go", "goes", "go"),
        ("veto", "vetoes", "veto"),
        ("pass", "passes", "pass"),
        ("crash", "crashes", "crash"),
        ("march", "marches", "march"),
        ("fix", "fixes", "fix"),
        ("deny", "denies", "deny"),
        ("destroy", "destroys", "destroy"),
        ("quiz", "quizzes", "quiz"),
        ("blitz", "blitzes", "blitz"),
        ("test-fire", "test-fires", "test-fire"),
        ("say", "says", "say"),
    ],
)
def test_the_present_tense(english: Words, lemma: str, one: str, many: str) -> None:
    assert present(lemma, False, english) == one
    assert present(lemma, True, english) == many


@pytest.mark.parametrize(
    ("told", "many"),
    [
        ("is held", "are held"),
        ("strikes", "strike"),
        ("goes on trial", "go on trial"),
        ("breaks out", "break out"),
    ],
)
def test_the_plural_of_what_tells_a_noun(told: str, many: str) -> None:
    assert plural_of_tell(told, True) == many
    assert plural_of_tell(told, False) == told


def test_an_opening_ends_with_a_whole_word() -> None:
    assert opening("One two three.") == "One two three"
    long = " ".join(f"word{n}" for n in range(20))
    assert opening(long) == " ".join(f"word{n}" for n in range(12)) + "…"


def test_a_language_without_word_lists_has_none() -> None:
    assert words("xx") is None


def test_no_word_has_two_types() -> None:
    english = words("en")
    assert english is not None
    plover = "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST "
    plover += "SANCTION MOBILIZE COERCE ASSAULT OTHER"
    types = plover.split()
    assert set(english.verb_types.values()) <= set(types)
    assert set(english.noun_types.values()) <= set(types)
    for rests in english.phrases.values():
        seen = [rest for rest, _ in rests]
        assert len(seen) == len(set(seen))


def test_every_list_that_the_code_asks_for_is_there(english: Words) -> None:
    rooms = "speech|verbs|nouns|links|plural|people|headline"
    code = "".join(file.read_text(encoding="utf-8") for file in ROOM.rglob("*.py"))
    asked = set(re.findall(rf'"((?:{rooms})\.\w+)"', code))
    assert len(asked) > 80
    assert asked - english.lists.keys() == set()
