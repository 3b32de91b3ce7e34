"""Filters that all work together, counts that follow the others, and which one hides the last event."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from timeline.view.board import FACETS, Board, Mask, as_day

FIELD = {
    "country": "countries",
    "actor": "actors",
    "type": "types",
    "status": "statuses",
    "precision": "precisions",
}
LONGEST_TEXT = 200


@dataclass(frozen=True, slots=True)
class Filters:
    """What a reader asked to see; empty means everything. Values are the facets' codes."""

    countries: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    actors_all: bool = False
    """Every chosen actor must take part, not just one of them."""
    types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    precisions: tuple[str, ...] = ()
    text: str = ""
    since: date | None = None
    until: date | None = None

    def chosen(self, facet: str) -> tuple[str, ...]:
        value: tuple[str, ...] = getattr(self, FIELD[facet])
        return value

    def active(self) -> tuple[str, ...]:
        """The names of the filters that are set: facets, "text", "range"."""
        names = [facet for facet in FACETS if self.chosen(facet)]
        names += ["text"] * bool(self.text.strip()) + ["range"] * bool(self.since or self.until)
        return tuple(names)

    def without(self, name: str) -> Filters:
        """The same with one of them cleared."""
        match name:
            case "text":
                return replace(self, text="")
            case "range":
                return replace(self, since=None, until=None)
            case "actor":
                return replace(self, actors=(), actors_all=False)
            case _:
                return replace(self, **{FIELD[name]: ()})  # type: ignore[arg-type]


def masks(board: Board, filters: Filters) -> dict[str, Mask]:
    """For each set filter, which rows it lets through."""
    return {name: _mask(board, filters, name) for name in filters.active()}


def _mask(board: Board, filters: Filters, name: str) -> Mask:
    if name == "text":
        words = filters.text.casefold()[:LONGEST_TEXT].split()
        return np.fromiter((all(word in hay for word in words) for hay in board.haystack), bool, len(board))
    if name == "range":
        kept = np.ones(len(board), dtype=bool)
        if filters.since:
            kept &= board.last >= as_day(filters.since)
        if filters.until:
            kept &= board.first <= as_day(filters.until)
        return kept
    facet = board.facets[name]
    wanted = [i for i, code in enumerate(facet.codes) if code in set(filters.chosen(name))]
    hits = np.bincount(facet.rows[np.isin(facet.choice, wanted)], minlength=len(board))
    needed = len(filters.actors) if name == "actor" and filters.actors_all else 1
    return np.asarray(hits >= needed, dtype=bool)


def visible(board: Board, filters: Filters) -> Mask:
    """The rows that every filter lets through."""
    return _all(masks(board, filters), len(board))


def _all(kept: dict[str, Mask], length: int, but: str = "") -> Mask:
    result = np.ones(length, dtype=bool)
    for name, mask in kept.items():
        if name != but:
            result &= mask
    return result


def counts(board: Board, filters: Filters) -> dict[str, dict[str, int]]:
    """Facet → choice → how many events it has under the other filters, zero included.

    Under "all of these actors" a choice counts what would be left if it were asked for as well.
    """
    kept = masks(board, filters)
    result = {}
    for name in FACETS:
        facet = board.facets[name]
        narrowing = name == "actor" and filters.actors_all
        rows = _all(kept, len(board), but="" if narrowing else name)
        found = np.bincount(facet.choice[rows[facet.rows]], minlength=len(facet.codes))
        result[name] = {code: int(n) for code, n in zip(facet.codes, found, strict=True)}
    return result


def hiding(board: Board, filters: Filters) -> dict[str, int]:
    """Where nothing is left: filter → how many events come back when it alone is cleared.

    Empty when events are left, and when no single filter is to blame.
    """
    kept = masks(board, filters)
    if not len(board) or _all(kept, len(board)).any():
        return {}
    back = {name: int(_all(kept, len(board), but=name).sum()) for name in kept}
    return {name: n for name, n in back.items() if n}
