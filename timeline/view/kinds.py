"""Five kinds of event that a legend can hold, their colours, and the shape of each status.

PLOVER groups its sixteen types by cooperation or conflict, in words or in deeds (the quad classes of
https://github.com/openeventdata/PLOVER); OTHER and what a table brings of its own stand apart.
Colours are Okabe and Ito's, those that hold 3:1 against a white and a near-black ground alike.
"""

from __future__ import annotations

from typing import Final

_TYPES: Final[dict[str, str]] = {
    "talk": "AGREE CONSULT SUPPORT CONCEDE",
    "help": "COOPERATE AID RETREAT",
    "dispute": "REQUEST ACCUSE REJECT THREATEN",
    "force": "PROTEST SANCTION MOBILIZE COERCE ASSAULT",
}
_KIND: Final = {name: kind for kind, names in _TYPES.items() for name in names.split()}
KINDS: Final = (*_TYPES, "other")

COLOURS: Final[dict[str, str]] = {
    "talk": "#0072B2",
    "help": "#009E73",
    "dispute": "#C26A9E",  # Okabe and Ito's reddish purple, a shade darker: 3.4:1 on white
    "force": "#D55E00",
    "other": "#808080",
}
SYMBOLS: Final[dict[str, str]] = {
    "reported": "circle",
    "claimed": "diamond",
    "planned": "triangle-up",
    "denied": "x",
}


def kind(event_type: str | None) -> str:
    """One of KINDS for a PLOVER type."""
    return _KIND.get((event_type or "").upper(), "other")


def symbol(status: str | None) -> str:
    return SYMBOLS.get(status or "", "square")
