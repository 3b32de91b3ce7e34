"""What only looks like time. Each veto says no to one match from its words and their neighbours."""

from __future__ import annotations

from timeline.timex.grammar import Match
from timeline.timex.lexicon import Lexicon
from timeline.timex.tokens import Tokens


class Vetoes:
    """The vetoes of one language, with its word lists."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def allow(self, match: Match, tokens: Tokens) -> bool:
        return True
