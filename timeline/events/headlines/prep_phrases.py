"""Prepositions with their nouns, and the clauses without which these say nothing."""

from __future__ import annotations

from timeline.events.headlines.noun_phrases import CORE, LOOSE, NounPhrases


class PrepPhrases(NounPhrases):
    """The prepositions of one sentence, each a piece with what it needs."""

    def prep(self, index: int, tight: bool = False) -> set[int]:
        """A preposition with its object; empty where that is only a date."""
        return self.kept("prep", index, tight, self._prep)

    def _prep(self, index: int, tight: bool) -> set[int]:
        tree = self.tree
        found: set[int] = set()
        if self.words.among(tree.low(index), "headline.apart"):
            return found
        for k in tree.kids(index, "pobj"):
            if self.words.among(tree.lemma(k), "nouns.lengths") and tree.kid(k, "prep") is None:
                return set()  # "around 30 km" of what
            if tree.low(index) == "with" and self._acts(k):
                return set()
            since = any(tree.low(p) == "since" for p in tree.kids(k, "prep"))
            if (
                since
                and tree.kid(k, "nummod") is not None
                and self.words.among(tree.lemma(k), "links.timely")
            ):
                return set()  # "in the 24 hours since midday"
            timely = self.words.among(tree.lemma(k), "links.timely", "nouns.relational")
            if timely and any(p in self.skip for of in tree.kids(k, "prep") for p in tree.kids(of, "pobj")):
                return set()  # "in the early hours of Wednesday"
            if tree[index].dep != "agent" and tree.low(index) != "of" and self._shell(k):
                told = tree.kid(k, "acl")
                content = self.that_clause(told) if told is not None else set()
                return {index, *self.noun(k, tight), *content} if content else set()
            if self._denied(k):
                found |= self.clause(tree.kids(k, "acl")[0], True, True)
            if tree.low(index) in ("as", "after", "before", "until") and self._goes_on(k):
                return set()
            if k not in self.skip:
                found |= self.noun(k, tight)
                found |= self.company(k) if tree.low(index) == "between" else set()
        for k in tree.kids(index, "pcomp"):
            found |= self.clause(k, True, tight)
        if tree.low(index) == "than" and not found:
            found.update(k for k in tree.kids(index, "amod", "advmod", "acomp") if k > index)  # "than usual"
        if tree.low(index) == "as" and not found:
            found.update(k for k in tree.kids(index, "amod", "acomp") if k > index)  # "rates it as poor"
        for k in tree.kids(index, "prep"):
            found |= self.prep(k, tight)
        if not found or not any(
            tree[k].tag not in ("PRP$", "DT", "CD") or tree[k].head == index for k in found
        ):
            return set()
        for k in tree.kids(index, "advmod", "prt"):
            loose = self.words.among(tree.low(k), "headline.loose")
            loose = loose and not self.words.among(tree.low(k), "headline.limiting")  # "only on its data"
            found.update(tree.subtree(k) if k == index - 1 and not loose else ())  # "at least for"
        if tree.low(index) == "from":  # "from the river to the coast"
            after = max(tree.subtree(index)) + 1
            to = next((k for k in tree.kids(tree[index].head, "prep") if k == after), None)
            found |= self.prep(to, tight) if to is not None and tree.low(to) == "to" else set()
            own = tree.kids(index, "pobj", "pcomp")
            if own and all(k in self.skip for k in own):
                return found - {index}  # "from a year earlier to 8 million"
        return found | {index}

    def _denied(self, noun: int) -> bool:
        """Whether there is none of what a clause tells, and the noun needs it: "no move to break …"."""
        tree = self.tree
        return tree.kid(noun, "acl") is not None and any(tree.low(k) == "no" for k in tree.kids(noun, "det"))

    def _shell(self, noun: int) -> bool:
        """Whether a noun says nothing without its clause: "amid reports that …"."""
        tree = self.tree
        clause = tree.kid(noun, "acl")
        if clause is not None and any(tree.low(k) == "that" for k in tree.kids(clause, "mark")):
            return True
        alone = tree[noun].tag == "NNS" and tree.kid(noun, *CORE, *LOOSE) is None
        return alone and tree.kid(noun, "relcl", "acl") is not None  # "in waters deeper than …"

    def that_clause(self, clause: int) -> set[int]:
        """The clause of a noun, with its "that": "reports that it lobbied ministers"; empty without one."""
        marks = [k for k in self.tree.kids(clause, "mark") if self.tree.low(k) == "that"]
        return {*self.clause(clause, True, True), *marks} if marks else set()

    def _acts(self, noun: int) -> bool:
        """Whether a noun has a participle of its own: "with 1.5 million now believed to be homeless"."""
        tree = self.tree
        after = max(self.noun(noun, True), default=noun) + 1
        while after < len(tree) and tree[after].pos == "ADV":
            after += 1
        joined = after < len(tree) and tree[after].tag in ("VBN", "VBD", "VBG")
        clause = tree.kid(noun, "relcl")
        proper = clause is not None and any(tree[k].tag in ("WP", "WDT") for k in tree.kids(clause))
        return joined or tree.kid(noun, "acl") is not None or (clause is not None and not proper)

    def _goes_on(self, noun: int) -> bool:
        """Whether a finite verb follows the noun, whose subject it is: "as a priest chanted hymns",
        "as a vehicle, which was burnt, is seen"."""
        tree = self.tree
        after = max(self.noun(noun, True), default=noun)
        clause = tree.kid(noun, "relcl")
        if clause is not None:
            after = max(tree.subtree(clause))
            after += after + 1 < len(tree) and tree[after + 1].pos == "PUNCT"
        return after + 1 < len(tree) and tree[after + 1].tag in ("VBD", "VBZ", "VBP")
