"""The first article's filters: each actor once under one name, the countries, and nothing that is none."""

from __future__ import annotations

from collections import Counter

from timeline.model import Extraction

PEOPLE = {"Nikol Pashinian", "Qasym-Zhomart Toqaev", "Vladimir Putin", "Antony Blinken", "Gegham Nazarian"}


def test_people(first_extraction: Extraction) -> None:
    people = Counter(actor.name for actor in first_extraction.mentions.actors if actor.kind == "person")
    assert set(people) == PEOPLE
    assert people["Nikol Pashinian"] >= 8


def test_countries_of_the_leaders(first_extraction: Extraction) -> None:
    country = {
        actor.name: actor.country for actor in first_extraction.mentions.actors if actor.form == "name"
    }
    assert country["Nikol Pashinian"] == "AM"
    assert country["Qasym-Zhomart Toqaev"] == "KZ"
    assert country["Vladimir Putin"] == "RU"
    assert country["Antony Blinken"] == "US"


def test_bodies(first_extraction: Extraction) -> None:
    kinds = {actor.name: actor.kind for actor in first_extraction.mentions.actors}
    assert kinds["CSTO"] == "alliance"
    assert kinds["Hayastan alliance"] == "party"
    assert not {"Collective Security Treaty Organization", "Hayastan", "alliance", "military bloc"} & set(
        kinds
    )


def test_references_back(first_extraction: Extraction) -> None:
    names = {actor.text: actor.name for actor in first_extraction.mentions.actors if actor.form == "nominal"}
    assert names["the Russian-led alliance"] == "CSTO"
    assert names["The military bloc"] == "CSTO"


def test_groups(first_extraction: Extraction) -> None:
    names = {actor.name for actor in first_extraction.mentions.actors}
    assert {"mobs", "Azerbaijani troops", "Armenian opposition groups", "Russian peacekeepers"} <= names


def test_countries(first_extraction: Extraction) -> None:
    countries = {place.country for place in first_extraction.mentions.places}
    assert countries == {"AM", "KZ", "RU", "AZ", "US"}


def test_hayastan_is_no_country(first_extraction: Extraction) -> None:
    assert "Hayastan" not in {place.text for place in first_extraction.mentions.places}
