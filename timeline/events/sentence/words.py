"""The words of a language by which events are known: `<language>/events.toml` made ready for look-ups."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import Any

from timeline.language import lexicon


@dataclass(frozen=True, slots=True)
class Words:
    """One language's lists. `phrases` maps a verb to (further words, type), the longest first."""

    verb_types: dict[str, str]
    phrases: dict[str, tuple[tuple[frozenset[str], str], ...]]
    noun_types: dict[str, str]
    nouns: frozenset[str]
    tells: dict[str, str]
    noun_subject: dict[str, str]
    noun_object: dict[str, str]
    noun_object_of: dict[str, str]
    crowds: dict[str, str]
    furniture: tuple[str, ...]
    openers: frozenset[str]
    said: dict[str, str]
    tones: dict[str, str]
    speech: frozenset[str]
    plain_speech: frozenset[str]
    lists: dict[str, frozenset[str]] = field(default_factory=dict)
    inflect: dict[str, str] = field(default_factory=dict)
    nominative: dict[str, str] = field(default_factory=dict)
    trailing: frozenset[str] = frozenset()
    """Words that no headline ends with."""
    others: str = ""
    """What a headline says of doers that it has no room for: "and others"."""
    definite: str = ""
    indefinite: str = ""
    """The articles: "the", "a"."""
    within: str = ""
    """What stands before the place that a headline adds: "in"."""

    def among(self, word: str, *names: str) -> bool:
        """Whether `word` stands in one of the named lists, such as "links.since"."""
        return any(word in self.lists.get(name, ()) for name in names)

    def event_noun(self, lemma: str) -> bool:
        return lemma in self.nouns


@cache
def words(language: str) -> Words | None:
    """The word lists of a language; None where it has none."""
    data = lexicon(language, "events")
    return _build(data) if data else None


def _build(data: dict[str, Any]) -> Words:
    verb_types: dict[str, str] = {}
    phrases: dict[str, list[tuple[frozenset[str], str]]] = {}
    noun_types: dict[str, str] = {}
    for kind, lists in data["types"].items():
        for entry in lists.get("verbs", ()):
            verb, *rest = entry.split()
            if rest:
                phrases.setdefault(verb, []).append((frozenset(rest), kind))
            else:
                verb_types.setdefault(verb, kind)
        for noun in lists.get("nouns", ()):
            noun_types.setdefault(noun, kind)
    nouns = data["nouns"]
    sections = {
        f"{section}.{name}": frozenset(value)
        for section in ("speech", "verbs", "nouns", "links", "plural", "people", "headline")
        for name, value in data[section].items()
        if isinstance(value, list)
    }
    sections["nouns.held"] = frozenset(nouns["tell"]["is held"])
    return Words(
        verb_types=verb_types,
        phrases={
            verb: tuple(sorted(found, key=lambda item: -len(item[0]))) for verb, found in phrases.items()
        },
        noun_types=noun_types,
        nouns=frozenset(noun_types) | frozenset(nouns["other"]),
        tells={noun: tell for tell, listed in nouns["tell"].items() for noun in listed},
        noun_subject=dict(nouns["subject"]),
        noun_object_of=dict(nouns["object_of"]) | dict(nouns["object"]),
        noun_object=dict(nouns["object"]),
        openers=frozenset(data["page"]["openers"]),
        furniture=tuple(data["page"]["furniture"]),
        crowds=dict(nouns["crowd"]),
        tones={word: kind for kind, listed in data["speech"]["tone"].items() for word in listed},
        said=dict(data["speech"]["said"]),
        speech=sections["speech.verbs"],
        plain_speech=sections["speech.plain"],
        lists=sections,
        inflect=dict(data["inflect"]),
        nominative=dict(data["nominative"]),
        others=str(data["headline"]["others"]),
        definite=str(data["headline"]["definite"]),
        indefinite=str(data["headline"]["indefinite"]),
        within=str(data["headline"]["within"]),
        trailing=sections["headline.trailing"],
    )
