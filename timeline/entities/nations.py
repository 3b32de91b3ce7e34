"""How a country is spoken of: its adjective, and which resolved name stands before a word."""

from __future__ import annotations

from functools import cache

from timeline.entities.document import Document
from timeline.entities.lexicon import Words
from timeline.entities.places import Match
from timeline.entities.tables import country_name, read_data

_SKIPPED = frozenset(
    ("s", "former", "then", "acting", "interim", "deputy", "vice", "outgoing", "new", "current", "late")
)


@cache
def _adjectives() -> dict[str, str]:
    rows = read_data("countries.toml")
    found = {code: row["demonyms"][0] for code, row in rows.items() if row.get("demonyms")}
    return {**found, "US": "U.S."}


def adjective(code: str | None) -> str | None:
    """ "Armenian" for AM, "U.S." for US; the country's name where it has no adjective."""
    return _adjectives().get(code) or country_name(code) if code else None


class Modifiers:
    """The resolved places of a document by the word they end on, to be asked what stands before a word."""

    def __init__(self, document: Document, found: list[Match], lexicon: Words) -> None:
        self.document = document
        self.skipped = _SKIPPED | lexicon.set("groups.modifiers")
        self.by_last = {match.last: match for match in found}
        self.by_first = {match.first: match for match in found}

    def before(self, first: int, reach: int = 4) -> Match | None:
        """The place just before word `first`: "Kazakh President", "Egypt's prime minister"."""
        words = self.document.words
        for at in range(first - 1, max(-1, first - 1 - reach), -1):
            if not words[at + 1].joined:
                return None
            if match := self.by_last.get(at):
                return match
            if words[at].key not in self.skipped:
                return None
        return None

    def apposed(self, last: int) -> Match | None:
        """The country just after word `last`: "X, the Egyptian president", "X, Egypt's …", "X is a Greek"."""
        words, text = self.document.words, self.document.text
        at = last + 1
        if at + 2 >= len(words):
            return None
        comma = text[words[last].end : words[at].start].strip() == ","
        if not comma:
            if not words[at].joined or words[at].key not in ("is", "was"):
                return None
            at += 1
        if words[at].key in ("the", "a", "an"):
            at += 1
        elif not comma:
            return None
        match = self.by_first.get(at)
        if match is None or match.chosen is None:
            return None
        owner = comma and text[match.end : match.end + 2] in ("'s", "’s")
        return match if owner or match.chosen.kind == "demonym" else None
