"""Spellings across articles: names that are one actor, as a data file says. Never by likeness of letters.

A user's own file, in the same form, is named by the environment variable TIMELINE_ALIASES and comes first.
"""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from timeline.entities.document import key_of
from timeline.entities.tables import read_data
from timeline.model import ActorKind

Key = tuple[str, ...]


@dataclass(slots=True)
class Known:
    """A well-known actor."""

    name: str
    kind: ActorKind
    country: str | None = None


@dataclass(slots=True)
class Aliases:
    """`full`: names that always mean the actor; `short`: those that do where no fuller one says otherwise."""

    full: dict[Key, Known] = field(default_factory=dict)
    short: dict[Key, Known] = field(default_factory=dict)
    acronyms: dict[str, Known] = field(default_factory=dict)
    """Names in capitals, which are other words in small letters: "WHO", "IS"."""
    organizations: dict[str, list[Key]] = field(default_factory=dict)
    """Full names of organisations by their first word, to be found where the model sees none."""

    def of(self, name: str) -> Known | None:
        """Who bears `name`, spelled in whatever way the data knows."""
        bare = name.replace(".", "")
        if bare.isupper() and (found := self.acronyms.get(bare)) is not None:
            return found
        key = key_of(name)
        return self.full.get(key) or self.short.get(key)

    def starting(self, word: str) -> list[Key]:
        """Names of organisations, of two words at least, that begin with `word`."""
        return self.organizations.get(word, [])

    def add(self, row: dict[str, object], kind: ActorKind) -> None:
        name = str(row["name"])
        country = row.get("country")
        known = Known(name, row.get("kind", kind), str(country) if country else None)  # type: ignore[arg-type]
        for alias in (name, *_strings(row, "aliases")):
            bare = alias.replace(".", "")
            if bare.isupper() and len(bare) <= 8:
                self.acronyms.setdefault(bare, known)
                continue
            key = key_of(alias)
            self.full.setdefault(key, known)
            if kind != "person" and len(key) > 1:
                self.organizations.setdefault(key[0], []).append(key)
        for alias in _strings(row, "short"):
            self.short.setdefault(key_of(alias), known)


def _strings(row: dict[str, object], name: str) -> list[str]:
    value = row.get(name, [])
    if not isinstance(value, list):
        raise ValueError(f"aliases: {name!r} of {row.get('name')!r} must be a list of names")
    return [str(item) for item in value]


@cache
def load(path: str | None = None) -> Aliases:
    """The user's aliases, then ours. Raises ValueError where a file cannot be read as such."""
    aliases = Aliases()
    sources = [read_data("aliases.toml")]
    if path:
        try:
            sources.insert(0, tomllib.loads(Path(path).read_text(encoding="utf-8")))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise ValueError(f"the alias file {path} cannot be read: {error}") from error
    for source in sources:
        kinds: tuple[ActorKind, ...] = ("person", "organization")
        for kind in kinds:
            for row in source.get(kind, []):
                if "name" not in row:
                    raise ValueError(f"aliases: an entry under [[{kind}]] has no name")
                aliases.add(row, kind)
    return aliases


def aliases() -> Aliases:
    """The aliases in force."""
    return load(os.environ.get("TIMELINE_ALIASES") or None)
