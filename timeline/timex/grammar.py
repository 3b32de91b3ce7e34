"""Longest match of a language's rules over tokens, and the forms that they mean."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass
from typing import Any, Protocol

from timeline.timex.forms import Form, Several
from timeline.timex.lexicon import Lexicon, Rule, Value
from timeline.timex.patterns import captures
from timeline.timex.tokens import Tokens

_MOST_CAPTURES = 50_000
_LONGEST = 24
"""Tokens; no time expression is longer."""


class Meaning(Protocol):
    def __call__(self, parts: Parts, /) -> Form | Several | None: ...


@dataclass(slots=True)
class Match:
    """Tokens at..stop say `form`, by `rule`."""

    at: int
    stop: int
    rule: Rule
    form: Form | Several


class Parts:
    """What a meaning function asks of the tokens that its rule took."""

    __slots__ = ("at", "found", "grammar", "rule", "stop", "tokens")

    def __init__(
        self,
        grammar: Grammar,
        tokens: Tokens,
        at: int,
        stop: int,
        rule: Rule,
        found: dict[str, tuple[int, int]],
    ) -> None:
        self.grammar, self.tokens, self.at, self.stop, self.rule, self.found = (
            grammar,
            tokens,
            at,
            stop,
            rule,
            found,
        )

    def has(self, name: str) -> bool:
        return name in self.found

    def arg(self, name: str, default: Any = None) -> Any:
        """A constant that the rule gives its meaning."""
        return self.rule.args.get(name, default)

    def get(self, name: str, kind: str) -> Value | None:
        """The value that the first token of part `name` has as `kind`; None where it has none."""
        place = self.found.get(name)
        if place is None:
            return None
        for entry in self.tokens.entries[self.at + place[0] : self.at + place[1]]:
            if kind in entry.values:
                return entry.values[kind]
        return None

    def whole(self, name: str, *kinds: str) -> int | None:
        """The first of `kinds` that part `name` has, as a whole number."""
        for kind in kinds:
            value = self.get(name, kind)
            if value is not None:
                return int(value)
        return None

    def word(self, name: str, kind: str) -> str | None:
        value = self.get(name, kind)
        return None if value is None else str(value)

    def all(self, kind: str) -> list[Value]:
        """The values of every token here that has `kind`."""
        return [e.values[kind] for e in self.tokens.entries[self.at : self.stop] if kind in e.values]

    def form(self, name: str) -> Form | None:
        """The form of part `name`, read as an expression of its own."""
        place = self.found.get(name)
        if place is None:
            return None
        return self.grammar.exactly(self.tokens, self.at + place[0], self.at + place[1])

    def place(self, name: str) -> tuple[int, int]:
        start, stop = self.found[name]
        return self.at + start, self.at + stop


class Grammar:
    """The rules of one language with the functions that give them meaning."""

    def __init__(self, lexicon: Lexicon, meanings: dict[str, Meaning]) -> None:
        self.lexicon = lexicon
        self.meanings = [meanings[rule.meaning] for rule in lexicon.rules]
        self.steps = 0
        """Tokens looked at so far: what a test of linear work counts."""

    def walk(self, tokens: Tokens, at: int) -> list[tuple[int, tuple[int, ...]]]:
        """(token after, rules that end there), shortest first, of all matches that start at `at`."""
        automaton = self.lexicon.automaton
        rows, accepts = automaton.next, automaton.accepts
        signatures = tokens.signatures
        ends: list[tuple[int, tuple[int, ...]]] = []
        state = 0
        limit = min(len(signatures), at + _LONGEST)
        i = at
        while i < limit:
            signature = signatures[i]
            after = rows[state].get(signature)
            if after is None:
                after = automaton.step(state, signature, self.lexicon.signatures.kinds[signature])
            i += 1
            if after < 0:
                break
            state = after
            if accepts[state]:
                ends.append((i, accepts[state]))
        self.steps += i - at
        return ends

    def matches(self, tokens: Tokens, at: int, registers: Set[str]) -> Iterator[Match]:
        """Matches that start at `at`, longest first, those only that have a meaning."""
        for stop, rules in reversed(self.walk(tokens, at)):
            for number in rules:
                rule = self.lexicon.rules[number]
                if not rule.registers.isdisjoint(registers) and (
                    not rule.follow or tokens.low(stop) in rule.follow
                ):
                    form = self._form(tokens, at, stop, number)
                    if form is not None:
                        yield Match(at, stop, rule, form)

    def exactly(self, tokens: Tokens, at: int, stop: int) -> Form | None:
        """The form of tokens at..stop as one whole."""
        for end, rules in self.walk(tokens, at):
            if end == stop:
                for number in rules:
                    rule = self.lexicon.rules[number]
                    if rule.follow or "news" not in rule.registers:
                        continue
                    form = self._form(tokens, at, stop, number)
                    if form is not None and not isinstance(form, Several):
                        return form
        return None

    def _form(self, tokens: Tokens, at: int, stop: int, number: int) -> Form | Several | None:
        rule = self.lexicon.rules[number]
        key = (number, *tokens.signatures[at:stop])
        found = self.lexicon.parts.get(key)
        if found is None:
            has = [self.lexicon.signatures.kinds[s] for s in tokens.signatures[at:stop]]
            found = captures(rule.node, has)
            if found is None:
                return None
            if len(self.lexicon.parts) > _MOST_CAPTURES:
                self.lexicon.parts.clear()
            self.lexicon.parts[key] = found
        return self.meanings[number](Parts(self, tokens, at, stop, rule, found))
