"""What may be printed as a headline: whole clauses that say who acts."""

from __future__ import annotations

import pytest

from timeline.events.headlines.sound import sound
from timeline.events.sentence.words import words


@pytest.mark.parametrize(
    "headline",
    [
        "Putin says the mission will end soon",
        "Six people are shot dead at a protest",
        "The mayor tells reporters: “We will not leave our homes”",
        "Mr Jones says: “I want to make sure the people in…”",
        "A policeman shoots the ambassador",
        "The rebels hold out",
    ],
)
def test_sound(headline: str) -> None:
    english = words("en")
    assert english is not None
    assert sound(headline, english)


@pytest.mark.parametrize(
    "headline",
    [
        "It does",
        "N rig sinks",
        "To appear at the National Press Club",
        "Whose son is killed",
        "Their missions are attacked",
        "Protests over the",
        "The shares fall to",
        "The project is been",
        "The the rebels attack",
        "The claims fund ` to begin payouts",
        "The group (led by a general attacks",
        "The mayor says: “We will stay",
        "Resigns",
        "Has been released in Egypt",
        "The leaders of the two parties meet in the old town of Geneva again",
    ],
)
def test_unsound(headline: str) -> None:
    english = words("en")
    assert english is not None
    assert not sound(headline, english)
