"""The word lists of a language, ready for look-ups. Data: `timeline/language/<language>/entities.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from timeline.language import lexicon
from timeline.model import ActorKind

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """Word sets by "section.name"; phrase sets as tuples of words, under the same names."""

    data: dict[str, Any]
    sets: dict[str, frozenset[str]]
    phrases: dict[str, frozenset[Key]]

    groups: dict[str, ActorKind]
    """Nouns of groups → their kind."""

    def set(self, name: str) -> frozenset[str]:
        return self.sets.get(name, frozenset())

    def phrase(self, name: str) -> frozenset[Key]:
        return self.phrases.get(name, frozenset())


@cache
def words(language: str = "en") -> Words:
    """The lists of `language`; a string with "|" is a list of phrases, any other a list of words."""
    data = lexicon(language, "entities")
    sets: dict[str, frozenset[str]] = {}
    phrases: dict[str, frozenset[Key]] = {}
    for section, rows in data.items():
        for name, value in rows.items():
            if isinstance(value, str) and "|" in value:
                split = (tuple(p.replace("-", " ").split()) for p in value.split("|"))
                phrases[f"{section}.{name}"] = frozenset(p for p in split if p)
            elif isinstance(value, str):
                sets[f"{section}.{name}"] = frozenset(value.split())
    groups: dict[str, ActorKind] = {}
    kinds: tuple[ActorKind, ...] = ("military", "government", "group", "party")
    for kind in kinds:
        for word in sets.get(f"groups.{kind}", frozenset()) | sets.get(f"groups.{kind}_owned", frozenset()):
            groups.setdefault(word, kind)
    return Words(data, sets, phrases, groups)
