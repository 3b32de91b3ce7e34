"""Words and patterns of a language are data: `<language>/<room>.toml` beside this file."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

ASSUMED = "en"
"""The language of a text that is too short to tell."""
_FOLDER = Path(__file__).parent
_CODE = re.compile(r"[a-z]{2,3}")


def primary(language: str | None) -> str:
    """The primary subtag of a language tag: "en-GB" → "en"; "" where there is none."""
    code = (language or "").replace("_", "-").partition("-")[0].strip().lower()
    return code if _CODE.fullmatch(code) else ""


@cache
def _read(language: str, room: str) -> dict[str, Any]:
    try:
        with (_FOLDER / language / f"{room}.toml").open("rb") as file:
            return tomllib.load(file)
    except FileNotFoundError:
        return {}


def lexicon(language: str | None, room: str) -> dict[str, Any]:
    """The data of `room` for `language`, read once; empty where the language has none. Do not change it.

    Where the language is unknown (None or ""), English is assumed.
    """
    code = primary(language or ASSUMED)
    return _read(code, room) if code else {}


@cache
def languages() -> tuple[str, ...]:
    """The languages that have a folder here."""
    return tuple(sorted(folder.name for folder in _FOLDER.iterdir() if _CODE.fullmatch(folder.name)))
