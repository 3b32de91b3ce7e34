"""Patterns over token kinds, and the automaton that runs all rules of a language at once.

A pattern is a regular expression over kinds: `m:month d:(day|dayord) ','? y:year`. A name is a kind, a
quoted word that word, <name> a part defined once, x: names what the meaning function asks for. The
automaton is deterministic and made as it is walked, so that matching costs a look-up a token.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

_SYNTAX = re.compile(r"\s*(?:(<\w+>)|'([^']+)'|(\w+):|(\w+)|([()|?*+]))")


@dataclass(frozen=True, slots=True)
class Node:
    """kind (name), seq, alt, opt, many (children) or cap (name, one child)."""

    op: str
    name: str = ""
    children: tuple[Node, ...] = ()


class PatternError(ValueError):
    """A pattern in a language's data that cannot be read."""


def parse(pattern: str, parts: Mapping[str, str]) -> Node:
    """The tree of `pattern`; <name> is looked up in `parts`. Raises PatternError."""
    words: list[tuple[str, str]] = []
    at = 0
    pattern = pattern.strip()
    while at < len(pattern):
        found = _SYNTAX.match(pattern, at)
        if found is None:
            raise PatternError(f"cannot read {pattern[at:]!r} of pattern {pattern!r}")
        at = found.end()
        part, quoted, capture, kind, sign = found.groups()
        if part:
            words.append(("part", part[1:-1]))
        elif quoted:
            words.append(("kind", "=" + quoted))
        elif capture:
            words.append(("cap", capture))
        elif kind:
            words.append(("kind", kind))
        else:
            words.append((sign, sign))
    node, rest = _alternatives(words, 0, parts)
    if rest != len(words):
        raise PatternError(f"unbalanced pattern {pattern!r}")
    return node


def _alternatives(words: Sequence[tuple[str, str]], at: int, parts: Mapping[str, str]) -> tuple[Node, int]:
    options: list[Node] = []
    while True:
        items: list[Node] = []
        while at < len(words) and words[at][0] not in ")|":
            item, at = _element(words, at, parts)
            items.append(item)
        options.append(items[0] if len(items) == 1 else Node("seq", children=tuple(items)))
        if at < len(words) and words[at][0] == "|":
            at += 1
            continue
        return (options[0] if len(options) == 1 else Node("alt", children=tuple(options))), at


def _element(words: Sequence[tuple[str, str]], at: int, parts: Mapping[str, str]) -> tuple[Node, int]:
    if at >= len(words):
        raise PatternError("a pattern ends where something must follow")
    sort, name = words[at]
    at += 1
    if sort == "cap":
        child, at = _element(words, at, parts)
        return Node("cap", name, (child,)), at
    if sort == "(":
        node, at = _alternatives(words, at, parts)
        if at >= len(words):
            raise PatternError("a bracket is not closed")
        at += 1
    elif sort == "part":
        if name not in parts:
            raise PatternError(f"<{name}> is not defined")
        node = parse(parts[name], parts)
    else:
        node = Node("kind", name)
    while at < len(words) and words[at][0] in "?*+":
        match words[at][0]:
            case "?":
                node = Node("opt", children=(node,))
            case "*":
                node = Node("opt", children=(Node("many", children=(node,)),))
            case _:
                node = Node("many", children=(node,))
        at += 1
    return node, at


def kinds(node: Node) -> Iterator[str]:
    """Every kind that the pattern names."""
    if node.op == "kind":
        yield node.name
    for child in node.children:
        yield from kinds(child)


def captures(node: Node, has: Sequence[frozenset[str]]) -> dict[str, tuple[int, int]] | None:
    """Where each named part lies when `node` takes all of `has` (the kinds of each token)."""

    def run(node: Node, at: int) -> Iterator[tuple[int, dict[str, tuple[int, int]]]]:
        match node.op:
            case "kind":
                if at < len(has) and node.name in has[at]:
                    yield at + 1, {}
            case "cap":
                for end, found in run(node.children[0], at):
                    yield end, {**found, node.name: (at, end)}
            case "alt":
                for child in node.children:
                    yield from run(child, at)
            case "opt":
                yield from run(node.children[0], at)
                yield at, {}
            case "many":
                for middle, found in run(node.children[0], at):
                    yield middle, found
                    for end, more in run(node, middle):
                        yield end, {**found, **more}
            case _:
                yield from sequence(node.children, at)

    def sequence(children: tuple[Node, ...], at: int) -> Iterator[tuple[int, dict[str, tuple[int, int]]]]:
        if not children:
            yield at, {}
            return
        for middle, found in run(children[0], at):
            for end, more in sequence(children[1:], middle):
                yield end, {**found, **more}

    return next((found for end, found in run(node, 0) if end == len(has)), None)


@dataclass(slots=True)
class Automaton:
    """All patterns at once. Rules are numbers, the first the strongest."""

    _free: list[list[int]] = field(default_factory=list)
    _edges: list[list[tuple[str, int]]] = field(default_factory=list)
    _rule: dict[int, int] = field(default_factory=dict)
    _known: dict[frozenset[int], int] = field(default_factory=dict)
    _members: list[frozenset[int]] = field(default_factory=list)
    next: list[dict[int, int]] = field(default_factory=list)
    """State → signature → state; -1 where nothing goes on."""
    accepts: list[tuple[int, ...]] = field(default_factory=list)

    @classmethod
    def of(cls, patterns: Iterable[Node]) -> Automaton:
        made = cls()
        start = made._new()
        for number, node in enumerate(patterns):
            made._rule[made._add(node, start)] = number
        made._state({start})
        return made

    def _new(self) -> int:
        self._free.append([])
        self._edges.append([])
        return len(self._free) - 1

    def _add(self, node: Node, start: int) -> int:
        """Adds `node` after state `start`; the state after it."""
        match node.op:
            case "kind":
                end = self._new()
                self._edges[start].append((node.name, end))
            case "cap":
                end = self._add(node.children[0], start)
            case "alt":
                end = self._new()
                for child in node.children:
                    self._free[self._add(child, start)].append(end)
            case "opt":
                end = self._new()
                self._free[start].append(end)
                self._free[self._add(node.children[0], start)].append(end)
            case "many":
                first = self._new()
                self._free[start].append(first)
                end = self._new()
                last = self._add(node.children[0], first)
                self._free[last].extend((first, end))
            case _:
                end = start
                for child in node.children:
                    end = self._add(child, end)
                if end == start or node.children[-1].op == "cap":
                    stop = self._new()
                    self._free[end].append(stop)
                    end = stop
        if node.op == "kind":
            return end
        stop = self._new()
        self._free[end].append(stop)
        return stop

    def _state(self, seeds: Iterable[int]) -> int:
        todo = list(seeds)
        seen = set(todo)
        while todo:
            for state in self._free[todo.pop()]:
                if state not in seen:
                    seen.add(state)
                    todo.append(state)
        members = frozenset(seen)
        known = self._known.get(members)
        if known is None:
            known = self._known[members] = len(self._members)
            self._members.append(members)
            self.next.append({})
            self.accepts.append(tuple(sorted(self._rule[m] for m in members if m in self._rule)))
        return known

    def step(self, state: int, signature: int, has: frozenset[str]) -> int:
        """The state after a token of these kinds, worked out once."""
        targets = [
            target for member in self._members[state] for kind, target in self._edges[member] if kind in has
        ]
        after = self._state(targets) if targets else -1
        self.next[state][signature] = after
        return after
