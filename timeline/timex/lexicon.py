"""A language's words, rules and cues for time, compiled once from its data file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from timeline.language import lexicon as language_data
from timeline.timex.patterns import Automaton, Node, kinds, parse

Value = int | float | str


_ALL = frozenset(("news", "narrative", "message"))


@dataclass(frozen=True, slots=True)
class Entry:
    """What a word can be: kind → value, and the number of its set of kinds."""

    signature: int
    values: dict[str, Value]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and the name of its meaning; what else the rule says is `args`."""

    name: str
    node: Node
    meaning: str
    args: dict[str, Any]
    registers: frozenset[str] = frozenset()
    """The kinds of text that the rule holds in."""
    follow: frozenset[str] = frozenset()
    """Words of which one must come next, where there are any."""
    veto: str = ""
    """The veto that this rule asks for by name."""


class Signatures:
    """Numbers for sets of kinds; few exist, so the automaton's rows stay short."""

    def __init__(self) -> None:
        self._numbers: dict[frozenset[str], int] = {}
        self.kinds: list[frozenset[str]] = []

    def number(self, has: Iterable[str]) -> int:
        key = frozenset(has)
        found = self._numbers.get(key)
        if found is None:
            found = self._numbers[key] = len(self.kinds)
            self.kinds.append(key)
        return found


@dataclass(slots=True)
class Lexicon:
    """Everything the engine knows of one language."""

    code: str
    words: dict[str, Entry]
    capital: dict[str, Entry]
    """Entries for words with a capital letter where they differ ("May")."""
    signatures: Signatures
    rules: tuple[Rule, ...]
    automaton: Automaton
    gate: re.Pattern[str]
    """Trigger words, in lower case."""
    numeric_gate: re.Pattern[str]
    token: re.Pattern[str]
    cues: dict[str, Any]
    settings: dict[str, Any]
    vetoes: dict[str, list[str]]
    personal: frozenset[str]
    """Words of a person who writes to others: "I", "lol"."""
    other: Entry
    numbers: dict[tuple[str, bool], Entry] = field(default_factory=dict)
    parts: dict[Any, Any] = field(default_factory=dict)
    """Captures already worked out, by rule and signatures."""


def trie(words: Iterable[str]) -> str:
    """A regular expression for exactly `words`, longest first, that never tries a letter twice."""
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}

    def write(node: dict[str, Any]) -> str:
        ends = "" in node
        options = [re.escape(letter) + write(child) for letter, child in sorted(node.items()) if letter]
        if not options:
            return ""
        body = options[0] if len(options) == 1 and not ends else "(?:" + "|".join(options) + ")"
        return body + "?" if ends else body

    return write(tree)


_NUMERIC_GATE = re.compile(
    r"\d(?:\d\d\d(?!\d)|[:.]\d\d(?!\d)|[-/.]\d\d?[-/.]\d|\d?/\d| ?[ap]m\b|\+[ap]m\b| ?[ap]\.m|['’]?s\b"
    r"|[a-z]{3,8}\b)|['’‘`]\d\d(?!\d)"
)
"""Shapes of numbers worth reading: years, clock times, numeric dates, "16days", '82."""


@cache
def load(code: str) -> Lexicon | None:
    """The time lexicon of a language, or None where the language has no folder."""
    data = language_data(code, "timex")
    if not data:
        return None
    return compile_lexicon(code, data)


def compile_lexicon(code: str, data: dict[str, Any]) -> Lexicon:
    """Words, rules and automaton from `data`. Raises PatternError on a rule that cannot be read."""
    signatures = Signatures()
    data = {**data, "parts": {**data["parts"], "anyholiday": _any_holiday(data)}}
    values: dict[str, dict[str, Value]] = {}
    for kind, table in data["words"].items():
        for word, value in table.items():
            values.setdefault(word, {})[kind] = value
            if kind in ("numword", "scale"):
                values[word]["num"] = value
    rules = [
        Rule(
            rule["name"],
            parse(rule["pattern"], data["parts"]),
            rule["meaning"],
            {k: v for k, v in rule.items() if k not in ("name", "pattern", "meaning", "takes", "leaves")},
            frozenset(rule["register"].split()) if "register" in rule else _ALL,
            frozenset(rule.get("follow", ())),
            rule.get("veto", ""),
        )
        for rule in data["rules"]
    ]
    for day in data.get("holidays", ()):
        for phrase in day["names"]:
            node = parse(data["parts"]["holiday"].replace("NAME", _literal(phrase)), data["parts"])
            rules.append(Rule(phrase, node, "holiday", {"title": day["names"][0], "rule": day["rule"]}, _ALL))
    for rule in rules:
        for kind in kinds(rule.node):
            if kind.startswith("="):
                values.setdefault(kind[1:], {})[kind] = kind[1:]
    capital_only = set(data["capital"]["words"])
    low_kinds: dict[str, str] = data["capital"]["lower"]
    words: dict[str, Entry] = {}
    capital: dict[str, Entry] = {}
    for word, has in values.items():
        if word in capital_only:
            capital[word] = Entry(signatures.number(has), has)
            has = {low_kinds.get(k, k): v for k, v in has.items() if low_kinds.get(k, k)}
        words[word] = Entry(signatures.number(has), has)
    triggers = set(data["gate"]["words"])
    for kind in data["gate"]["kinds"]:
        triggers.update(word for word, has in values.items() if kind in has)
    for day in data.get("holidays", ()):
        triggers.update(re.split(r"[ -]", phrase)[-1] for phrase in day["names"])
    triggers -= set(data["gate"]["never"])
    letters = trie(sorted({word.rstrip(".") for word in triggers}))
    dotted = "|".join(
        sorted((re.escape(w) for w in values if "." in w and len(w) > 1), key=len, reverse=True)
    )
    return Lexicon(
        code=code,
        words=words,
        capital=capital,
        signatures=signatures,
        rules=tuple(rules),
        automaton=Automaton.of(rule.node for rule in rules),
        gate=re.compile(rf"\b{letters}\b"),
        numeric_gate=_NUMERIC_GATE,
        token=re.compile(
            r"(?P<stamp>\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?(?!\w))"
            r"|(?P<number>\d+(?:[.,:/-]\d+)*)"
            + (rf"|(?P<dotted>(?i:{dotted})(?!\w))" if dotted else r"|(?P<dotted>(?!))")
            + r"|(?P<poss>['’]s\b)|(?P<short>['’‘`]\d\ds?\b)|(?P<mixed>[^\W\d_]+[\d_]\w*|_+\w*)"
            + r"|(?P<word>o['’]clock|[^\W\d_]+)|(?P<gap>\n\s*\n\s*)|(?P<mark>[^\w\s])",
        ),
        cues=data.get("cues", {}),
        settings=data.get("settings", {}),
        vetoes=data.get("vetoes", {}),
        personal=frozenset(data.get("message", {}).get("personal", ())),
        other=Entry(signatures.number(()), {}),
    )


def _any_holiday(data: dict[str, Any]) -> str:
    """A pattern for every named day, to stand where another day could ("Christmas morning")."""
    names = [phrase for day in data.get("holidays", ()) for phrase in day["names"]]
    return "(" + "|".join(f"{_literal(name)} ('day')?" for name in names) + ")" if names else "holiday"


def _literal(phrase: str) -> str:
    quoted = []
    for word in phrase.replace("’", "'").replace("-", " - ").split():
        stem, mark, _ = word.partition("'s")
        bare = stem.rstrip(".")
        quoted.append(f"'{bare}'" + (" dot?" if bare != stem else "") + (" poss" if mark else ""))
    return " ".join(quoted)
