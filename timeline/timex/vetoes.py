"""What only looks like time. Each veto says no to one match from its words and their neighbours."""

from __future__ import annotations

from timeline.timex.forms import Calendar, Clock, Duration, Every, Holiday, Part, Reference, Shift
from timeline.timex.grammar import Match
from timeline.timex.lexicon import Lexicon, Value
from timeline.timex.tokens import Tokens

_NEAR_YEARS = range(1900, 2051)
_KNOWN_YEARS = range(1000, 2200)


class Vetoes:
    """The vetoes of one language, with its word lists."""

    def __init__(self, lexicon: Lexicon, lists: dict[str, list[str]]) -> None:
        self.lexicon = lexicon
        self.lists = {name: frozenset(words) for name, words in lists.items()}

    def allow(self, match: Match, tokens: Tokens) -> bool:
        """False where the words around `match` show that it is no time expression."""
        form = match.form
        if self._part_of_name(match, tokens):
            return False
        if isinstance(form, Calendar):
            return self._calendar(match, form, tokens)
        if isinstance(form, Duration):
            return self._duration(match, form, tokens)
        if isinstance(form, Shift):
            return self._shift(match, tokens) and not self._name(match, tokens)
        if isinstance(form, Reference):
            return self._reference(match, tokens) and not self._name(match, tokens)
        if isinstance(form, Every):
            after = self._word(tokens, match.stop)
            if form.value == "P3M" and after.isalpha() and after not in self.lists["function"]:
                return False  # "a quarterly dividend" is a kind of dividend
            return not self._name(match, tokens)
        if isinstance(form, Holiday):
            return self._holiday(match, tokens)
        if isinstance(form, Clock):
            return self._clock(match, tokens)
        return True

    # ---------------------------------------------------------------- families

    def _part_of_name(self, match: Match, tokens: Tokens) -> bool:
        """ "The Sunday Times", "Saturday Night Live", "5 August Street", "Man of the Year"."""
        last = self._raw(tokens, match.stop - 1)
        after = self._raw(tokens, match.stop)
        form = match.form
        if not last[:1].isupper() or not after[:1].isupper() or last.isupper():
            unit = "unit1" in tokens.entries[match.stop - 1].values
            return bool(
                unit and last[:1].isupper() and not last.isupper() and match.rule.name == "the year"
            )
        if not self._close(tokens, match.stop - 1):
            return False
        low = after.lower()
        if isinstance(form, Calendar) and form.grain == "day":
            return low in (self.lists["streets"] if form.month else self.lists["day_followers"])
        if isinstance(form, Part):
            return last.lower() not in self.lexicon.words or "weekday" not in self._values(tokens, match.stop)
        return False

    def _reference(self, match: Match, tokens: Tokens) -> bool:
        """ "the current in the river", "as soon as"."""
        values = tokens.entries[match.stop - 1].values
        before, after = self._word(tokens, match.at - 1), self._word(tokens, match.stop)
        if "=current" in values:
            return before in self.lists["current_lead"] and after.isalpha() and after not in self.lists["function"]
        if "=soon" in values and match.stop - match.at == 1:
            return before in self.lists["soon_near"] or after in self.lists["soon_near"] or (
                after == "." and before not in ("as", "too", "how", "so", "very")
            )
        if "=past" in values:
            return not (after.isalpha() and after not in self.lists["function"]) and not after.isdigit() and (
                "num" not in self._values(tokens, match.stop)
            )
        return True

    def _holiday(self, match: Match, tokens: Tokens) -> bool:
        """ "Christmas Island", "Mr. Easter"."""
        before, after = self._word(tokens, match.at - 1), self._raw(tokens, match.stop)
        before2 = self._word(tokens, match.at - 2) if before == "." else ""
        if before in self.lists["titles"] or before2 in self.lists["titles"]:
            return False
        first = self._raw(tokens, match.at)
        if not first[:1].isupper() and "weekday" in tokens.entries[match.stop - 1].values:
            return False
        if after[:1].isupper() and self._close(tokens, match.stop - 1) and not first.isupper():
            return before in self.lists["lead"]
        return True

    def _clock(self, match: Match, tokens: Tokens) -> bool:
        """ "John 3:16"."""
        if match.stop - match.at > 1 or "clock" not in tokens.entries[match.at].values:
            return True
        before = self._raw(tokens, match.at - 1)
        named = before[:1].isupper() and before.lower() not in self.lists["lead"] | {"at"}
        return not named or bool(self._values(tokens, match.at - 1)) or not self._close(tokens, match.at - 1)

    def _calendar(self, match: Match, form: Calendar, tokens: Tokens) -> bool:
        single = match.stop - match.at == 1
        if "fulldate" in tokens.entries[match.at].values:
            return self._word(tokens, match.at - 1) not in self.lists["version_lead"]
        if self._word(tokens, match.stop) in ("-", "–") and self._word(tokens, match.stop + 1) in (
            "ago",
            "earlier",
        ):
            return False
        if self._name(match, tokens):
            return False
        if form.grain == "year" and form.year is not None and single:
            return self._year(match, form, tokens)
        if form.grain == "month" and single and form.year is None:
            return self._month(match, tokens)
        if form.grain == "season" and self._word(tokens, match.stop) == "from":
            return False  # "this fall from grace"
        if form.grain == "season" and form.year is None and form.which is None and form.of is None:
            return self._season(match, tokens)
        if (
            form.grain == "day"
            and form.month is None
            and form.weekday
            and form.which is None
            and form.of is None
        ):
            return self._weekday(match, tokens)
        return True

    def _shift(self, match: Match, tokens: Tokens) -> bool:
        """ "two days after the vote" is two days; "two days after" alone counts from the last date."""
        values = tokens.entries[match.stop - 1].values
        if match.rule.name in ("later", "the day before") and ("=after" in values or "=before" in values):
            return not self._raw(tokens, match.stop)[:1].isalnum()
        return True

    def _duration(self, match: Match, form: Duration, tokens: Tokens) -> bool:
        after = self._word(tokens, match.stop)
        if "article" in tokens.entries[match.at].values and after in ("-", "–", "‑"):
            return False
        if after in self.lists["age"] or (
            after in ("-", "–") and self._word(tokens, match.stop + 1) in self.lists["age"]
        ):
            return False
        if after in ("-", "–") and self._word(tokens, match.stop + 1) in ("ago", "earlier"):
            return False
        first = tokens.entries[match.at].values
        if (
            match.rule.name == "over an amount"
            and self._word(tokens, match.at - 1) not in self.lists["over_lead"]
        ):
            return False
        last = tokens.entries[match.stop - 1].values
        if form.value.endswith("Q") and (
            after == "of" or "article" in tokens.entries[max(match.at, match.stop - 2)].values
        ):
            return False
        if "article" in first and match.stop - match.at == 2 and "unit1" in last:
            if self._rate(match, tokens) or last["unit1"] in ("S", "Q", "WE", "N"):
                return False
            if match.at and tokens.entries[match.at - 1].values.get("units") in ("H", "D"):
                return False
        if self._word(tokens, match.stop) == "a" and self._word(tokens, match.stop + 1) in (
            "day",
            "week",
            "year",
        ):
            return False
        if match.rule.name == "bare plural":
            if last.get("units") in ("Q", "N", "S"):
                return False
            if (
                match.stop - match.at == 1
                and self._word(tokens, match.at - 1) not in self.lists["plural_lead"]
            ):
                return False
        return not (form.value.endswith("Q") and "hyphen" in tokens.entries[match.stop - 2].values)

    def _rate(self, match: Match, tokens: Tokens) -> bool:
        """ "$1.76 a year", "20 percent a year", "$50 million a month"."""
        for at in range(match.at - 1, max(match.at - 4, -1), -1):
            word = tokens.text[tokens.starts[at] : tokens.ends[at]].lower()
            if word in self.lists["money"] or word in self.lists["money_signs"]:
                return True
        return False

    def _name(self, match: Match, tokens: Tokens) -> bool:
        """ "VOA Today", "This Week": a capitalised common word among capitalised words is part of a name."""
        first = tokens.text[tokens.starts[match.at]]
        if not first.isupper() or not self._common(tokens, match.at):
            return False
        before = self._raw(tokens, match.at - 1)
        after = self._raw(tokens, match.stop)
        if before and before[0].isupper() and not tokens.text[tokens.starts[match.at] :][:2].isupper():
            return self._close(tokens, match.at - 1)
        if match.stop - match.at > 1:
            second = self._raw(tokens, match.stop - 1)
            quoted = before in ("`", "'", '"', "“", "‘", "''", "``") and after[:1] in (
                "'",
                '"',
                "”",
                "’",
                ",",
            )
            return bool(
                second[0].isupper()
                and not second.isupper()
                and quoted
                and self._common(tokens, match.stop - 1)
            )
        return False

    def _common(self, tokens: Tokens, at: int) -> bool:
        """A word that has a capital letter only at the start of a sentence or in a name."""
        values = tokens.entries[at].values
        return not (
            "month" in values or "weekday" in values or "weekdays" in values or "num" in values or not values
        )

    def _year(self, match: Match, form: Calendar, tokens: Tokens) -> bool:
        year = form.year or 0
        before, after = self._word(tokens, match.at - 1), self._word(tokens, match.stop)
        if "shortyear" in tokens.entries[match.at].values:
            return not self._raw(tokens, match.stop)[:1].isupper()
        if before in self.lists["money_signs"] or before in (".", "/") and self._close(tokens, match.at - 1):
            return False
        if after in self.lists["amount_after"] or after == "%":
            return False
        raw = self._raw(tokens, match.stop)
        plural = (
            raw.islower()
            and raw.endswith("s")
            and raw not in ("was", "is", "has", "as", "its", "this", "was")
        )
        if before in self.lists["amount_lead"] and (plural or year % 100 == 0):
            return False
        if year in _NEAR_YEARS:
            return True
        dash = after in ("-", "–") and "year" in self._values(tokens, match.stop + 1)
        if dash or before in ("-", "–") and "year" in self._values(tokens, match.at - 2):
            return True
        if year not in _KNOWN_YEARS and before not in ("in", "since", "until", "year"):
            return False
        if plural:
            return False
        return before in self.lists["year_lead"] or before in ("(", "-", "–", "/", ",", "[")

    def _month(self, match: Match, tokens: Tokens) -> bool:
        word = tokens.text[tokens.starts[match.at] : tokens.ends[match.at]]
        low = word.lower().rstrip(".")
        before = self._raw(tokens, match.at - 1)
        after = self._raw(tokens, match.stop)
        if low in self.lexicon.capital:
            if before.lower() in self.lists["lead"] or before in ("-", "–", "(", "/"):
                return True
            return before == "," and after in (",", ".", ";", ")")
        if before.lower() in self.lists["titles"]:
            return False
        if "abbreviated" in tokens.entries[match.at].values and word[-1] != "." and after[:1].isupper():
            return False
        if before in ("-", "–", "/"):
            return True
        return not (after[:1].isupper() and before.lower() not in self.lists["lead"] and len(low) <= 5)

    def _season(self, match: Match, tokens: Tokens) -> bool:
        before, raw = self._word(tokens, match.at - 1), self._raw(tokens, match.stop)
        first = tokens.entries[match.at].values
        last = self._raw(tokens, match.stop - 1)
        if last[0].isupper() and raw[:1].isupper() and self._close(tokens, match.stop - 1):
            return False
        if raw.lower() == "of":
            return False
        if "=fall" in tokens.entries[match.stop - 1].values or last.lower() == "fall":
            return (
                before in self.lists["lead"]
                and before not in ("to", "and", "or", "that", "as", "by")
                and (
                    match.stop - match.at > 1
                    or before in ("in", "last", "this", "next", "early", "late", "since", "until")
                )
            )
        if match.stop - match.at == 1 and "=the" not in first:
            return (
                before in self.lists["lead"] and before not in ("to", "and", "or", "as") or last[0].isupper()
            )
        return True

    def _weekday(self, match: Match, tokens: Tokens) -> bool:
        values = tokens.entries[match.stop - 1].values
        word = tokens.words(match.stop - 1, match.stop)
        before = self._raw(tokens, match.at - 1)
        if before.lower() in self.lists["day_names"] and before[:1].isupper():
            return False
        if before.rstrip(".").lower() in self.lists["titles"] or (
            before == "." and self._word(tokens, match.at - 2) in self.lists["titles"]
        ):
            return False
        if word.lower() in self.lexicon.capital:  # Sun, Sat, Mon, Wed without a full stop
            return before.lower() in ("on", "last", "next", "this", "every") or word.endswith(".")
        return bool(values)

    # ---------------------------------------------------------------- neighbours

    def _word(self, tokens: Tokens, at: int) -> str:
        return self._raw(tokens, at).lower()

    def _raw(self, tokens: Tokens, at: int) -> str:
        if 0 <= at < len(tokens.starts):
            return tokens.text[tokens.starts[at] : tokens.ends[at]]
        return ""

    def _values(self, tokens: Tokens, at: int) -> dict[str, Value]:
        return tokens.entries[at].values if 0 <= at < len(tokens.entries) else {}

    def _close(self, tokens: Tokens, at: int) -> bool:
        """Token `at` and the next with nothing but one space or less between them."""
        return 0 <= at < len(tokens.starts) - 1 and tokens.starts[at + 1] - tokens.ends[at] <= 1
