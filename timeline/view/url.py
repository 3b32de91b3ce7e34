"""Filters in the address as codes; what is hostile or outdated there is left out with a sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from timeline.view import words
from timeline.view.board import FACETS, NONE, Board
from timeline.view.filters import FIELD, LONGEST_TEXT, Filters
from timeline.view.labels import clean, shorten

Params = dict[str, list[str]]

MOST_VALUES = 100
MOST_NOTES = 3
OPTIONS: dict[str, tuple[str, ...]] = {
    "view": ("timeline", "story", "table", "left", "article"),
    "lanes": ("none", "country", "actor"),
    "scale": ("folded", "true"),
}
"""How things are shown; the first is the default. Of `view` it depends on the window, so that is written."""


EVERYTHING = Filters()


@dataclass(frozen=True, slots=True)
class Address:
    """All that the address holds. `options` has only what differs from the default."""

    filters: Filters = EVERYTHING
    options: tuple[tuple[str, str], ...] = ()
    event: str | None = None
    article: str | None = None


def write(address: Address) -> Params:
    """Address → query parameters; defaults are left out, so that a plain view has a plain address."""
    filters = address.filters
    params: Params = {}
    if address.article:
        params["article"] = [address.article]
    params |= {
        name: [value] for name, value in address.options if name == "view" or value != OPTIONS[name][0]
    }
    params |= {name: list(filters.chosen(name)) for name in FACETS if filters.chosen(name)}
    if filters.actors_all and len(filters.actors) > 1:
        params["actors"] = ["all"]
    if filters.text.strip():
        params["text"] = [filters.text.strip()[:LONGEST_TEXT]]
    if filters.since:
        params["from"] = [filters.since.isoformat()]
    if filters.until:
        params["to"] = [filters.until.isoformat()]
    if address.event:
        params["event"] = [address.event]
    return params


def read(params: Mapping[str, Sequence[str]], board: Board | None) -> tuple[Address, list[str]]:
    """Query parameters → what they ask for, as far as `board` has it, and a sentence for each part left out.

    Unknown parameter names are passed over in silence: other tools add their own.
    """
    notes: list[str] = []
    chosen: dict[str, tuple[str, ...]] = {}
    for name in FACETS:
        codes = set(board.facets[name].codes) if board else set()
        values = list(dict.fromkeys(params.get(name, ())))[:MOST_VALUES]
        chosen[FIELD[name]] = tuple(value for value in values if value in codes)
        label = words.say(f"filter.{name}")
        notes += [
            words.say("url.unknown", name=label, value=shown(value))
            for value in values
            if value not in codes and value != NONE
        ]
    since, until = (_date(params, name, notes) for name in ("from", "to"))
    if since and until and until < since:
        since, until = until, since
    event = _first(params, "event")
    if event is not None and (board is None or event not in board.place):
        notes.append(words.say("url.event"))
        event = None
    filters = Filters(
        **chosen,
        actors_all=_first(params, "actors") == "all",
        text=clean(_first(params, "text") or "")[:LONGEST_TEXT],
        since=since,
        until=until,
    )
    options = tuple(
        (name, value)
        for name, allowed in OPTIONS.items()
        if (value := _first(params, name)) in allowed and value is not None
    )
    if len(notes) > MOST_NOTES:
        notes = [*notes[:MOST_NOTES], words.say("url.more", len(notes) - MOST_NOTES)]
    return Address(filters, options, event, _first(params, "article")), notes


def shown(value: str) -> str:
    """A value from the address as it may be printed: one short line."""
    return shorten(clean(value), 40)


def _first(params: Mapping[str, Sequence[str]], name: str) -> str | None:
    values = params.get(name, ())
    return values[0] if values else None


def _date(params: Mapping[str, Sequence[str]], name: str, notes: list[str]) -> date | None:
    value = _first(params, name)
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        notes.append(words.say("url.date", value=shown(value)))
        return None
