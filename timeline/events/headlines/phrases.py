"""Pieces of a sentence that are whole in themselves: a preposition with its noun, a clause with what it
cannot do without. A headline is made of these."""

from __future__ import annotations

from timeline.events.headlines.prep_phrases import PrepPhrases
from timeline.events.sentence.leadin import DASHES
from timeline.events.sentence.tree import SUBJECTS

_OBJECTS = ("dobj", "attr", "acomp", "oprd", "dative", "iobj")


class Phrases(PrepPhrases):
    """The pieces of one sentence, from its nouns up to its clauses."""

    def clause(self, verb: int, subject: bool, tight: bool = False) -> set[int]:
        """A verb with its complements, in the text's own tense; with its subject where asked."""
        tree = self.tree
        found = {verb}
        full = False
        taken = tree.relative_object(verb)
        if taken is not None and not subject:
            found |= self.noun(taken, tight)
            full = True
        says = tree.lemma(verb) in self.words.speech or self.words.among(tree.lemma(verb), "verbs.assuring")
        quotes = tree.lemma(verb) in self.words.plain_speech and not tree.passive(verb)
        for k in tree.kids(verb):
            dep = tree[k].dep
            if k in self.skip:
                continue
            close = dep == "advmod" and k == verb + 1 and not quotes
            close = close and not self.words.among(tree.low(k), "headline.there")
            if dep in ("aux", "auxpass", "neg", "prt", "expl") or close:
                found.add(k)
            elif dep == "advmod" and self._limits(k):
                found.update(tree.subtree(k))
            elif dep in ("csubj", "csubjpass") and subject:
                found.update(tree.subtree(k))  # "what is happening is not acceptable"
            elif dep == "prep" and k > verb and (self._as(verb, k) or self.bound(verb, k)):
                found |= self.prep(k, tight)
            elif dep == "prep" and k > verb and self._particle(k):
                found.add(k)
            elif dep in SUBJECTS and subject:
                found |= self.noun(k, tight) | (self.company(k) if k not in self.skip else set())
            elif dep in _OBJECTS:
                if tree[k].tag in ("WDT", "WP") or k < verb or self._set_off(k, full):
                    continue
                if dep == "dobj" and full:
                    continue  # a verb has one object: the other is of a clause that was read wrong
                found |= self.complement(k, tight)
                shown = tree.kid(k, "acl") if self.words.among(tree.lemma(verb), "verbs.showing") else None
                if shown is not None and tree[shown].tag in ("VBN", "VBG", "VBD"):
                    found |= self.clause(shown, False, True)  # "show 4.9 million barrels leaked"
                full = full or dep not in ("dative", "iobj")
            elif (
                dep == "npadvmod"
                and k > verb
                and (tree.kid(k, "nummod") is not None or self._score(k))
                and not self._after_comma(k)
                and not self._bracketed(k)
            ):
                found |= self.noun(k, tight)  # "rose 3 percent"
            elif dep == "advmod" and k > verb and self._degree(k):
                found.update(tree.subtree(k))  # "opened 8% lower"
            elif dep == "advmod" and k > verb and self.words.among(tree.low(k), "verbs.resulting"):
                found.add(k)  # "ran his tanker aground"
            elif dep == "agent":
                if not tight:
                    found |= self.prep(k, True)
                full = True
            elif dep in ("xcomp", "ccomp"):
                if k < verb and (dep == "xcomp" or not quotes or tree.kids(verb, "ccomp")[-1] > verb):
                    continue
                if dep == "ccomp" and not says and tree.finite(k) and (full or k < verb or self._asked(k)):
                    continue
                if dep == "ccomp" and tree.finite(k) and self._fused(verb, k):
                    continue
                found |= self.clause(k, True, tight)
                full = True
        if not full:
            found |= self._shared(verb, tight) or self._nearest(verb, tight)
        after = max(found) + 1
        if self.words.among(tree.lemma(verb), "verbs.leaving") and after < len(tree):
            state = tree[after].head == verb and tree[after].tag in ("VBG", "VBN", "JJ")
            found |= {after} if state else set()  # "left 70,000 people missing"
        first = min(found)
        if first > 0 and first != verb and tree[first - 1].tag == "TO":  # "to kick-start action"
            found.add(first - 1)
        return found - self.skip

    def _as(self, verb: int, index: int) -> bool:
        """ "rates the environment as poor": what somebody or something is taken for."""
        return self.tree.low(index) == "as" and self.words.among(self.tree.lemma(verb), "verbs.taking")

    def bound(self, verb: int, index: int) -> bool:
        """Whether a verb says something else without a preposition: "blames the spill on the firm"."""
        return self.words.among(self.tree.lemma(verb), f"headline.bound_{self.tree.low(index)}")

    def _particle(self, index: int) -> bool:
        """ "allowed the team in": a preposition that has no noun, or only the date after it."""
        tree = self.tree
        alone = all(
            k in self.skip and (tree[k].dep != "pobj" or self.words.among(tree.low(k), "headline.days"))
            for k in tree.kids(index)
        )  # "swept in yesterday"
        stranded = not tree.kids(index) and tree.passive(tree[index].head)  # "have not been heard from"
        return alone and (stranded or self.words.among(tree.low(index), "headline.particles"))

    def _degree(self, index: int) -> bool:
        """ "opened 8% lower", "headed sharply higher"."""
        tree = self.tree
        comparative = tree[index].tag in ("RBR", "JJR")
        return (
            comparative and tree.kid(index, "npadvmod", "advmod") is not None and tree.low(index) != "later"
        )

    def _score(self, index: int) -> bool:
        """ "beat City 3-2": two numbers with a dash."""
        after = self.tree.tokens[index + 1 : index + 3]
        return self.tree[index].pos == "NUM" and [t.pos for t in after] == ["SYM", "NUM"]

    def _limits(self, adverb: int) -> bool:
        """Whether a clause says something else without the adverb: "no longer", "only"."""
        if self.words.among(self.tree.low(adverb), "headline.limits"):
            return True
        too = any(self.tree.low(k) == "too" for k in self.tree.kids(adverb, "advmod"))
        return too or self.tree.kid(adverb, "neg") is not None

    def _set_off(self, index: int, full: bool) -> bool:
        """Whether a complement is an afterthought: after a dash, or a comma where the verb has its own."""
        start = min(self.tree.subtree(index))
        return (full and self._after_comma(index)) or (
            start > 0 and self.tree[start - 1].text in ("--", "—", "–")
        )

    def _bracketed(self, index: int) -> bool:
        """Whether a bracket stands open before a dependent: "$450m (£304m)"."""
        before = [t.text for t in self.tree.tokens[max(0, index - 5) : index]]
        return "(" in before and ")" not in before

    def _after_comma(self, index: int) -> bool:
        start = min(self.tree.subtree(index))
        return start > 0 and self.tree[start - 1].text in (",", *DASHES)

    def _fused(self, verb: int, clause: int) -> bool:
        """Whether a clause is none of the verb's: it has no subject of its own, or follows a passive."""
        tree = self.tree
        if tree.kid(clause, *SUBJECTS, "expl") is None:
            return True
        subject = tree.kid(verb, *SUBJECTS)
        plain = tree.passive(verb) and subject is not None and tree.low(subject) != "it"
        return plain and tree.kid(clause, "mark") is None and tree.kid(verb, "dobj") is None

    def _asked(self, clause: int) -> bool:
        """ "where he met …": a clause of place or time, no content."""
        return any(self.tree[k].tag == "WRB" for k in self.tree.kids(clause))

    def _shared(self, verb: int, tight: bool) -> set[int]:
        """The verb joined to this one that has the object of both: "drilling or spudding a well"."""
        tree = self.tree
        joined = tree.kid(verb, "conj")
        cc = tree.kid(verb, "cc")
        near = cc == verb + 1 or (cc == verb + 2 and tree[verb + 1].dep == "prt")
        if joined is None or not 1 < joined - verb <= 5 or not near:
            return set()
        if tree[verb].tag not in ("VB", "VBG") or tree[joined].tag != tree[verb].tag:
            return set()
        if tree.kid(joined, "dobj") is None or tree.kid(joined, *SUBJECTS, "aux") is not None:
            return set()
        return self.clause(joined, False, tight) | set(tree.kids(verb, "cc"))

    def _nearest(self, verb: int, tight: bool) -> set[int]:
        """For a verb without an object: its first preposition, or the adverb that "be" needs."""
        tree = self.tree
        for k in tree.kids(verb, "prep"):
            if k > verb and (piece := self.prep(k, tight)):
                return piece
        if tree.lemma(verb) in ("be", "go", "come", "get"):
            for k in tree.kids(verb, "advmod"):
                if k > verb and k not in self.skip:
                    more = next((p for q in tree.kids(k, "prep") if (p := self.prep(q, tight))), set())
                    for much in tree.kids(k, "npadvmod"):  # "were up 40 percent"
                        more |= self.noun(much) if tree.kid(much, "nummod") is not None else set()
                    return {k} | more
        return set()

    def complement(self, index: int, tight: bool) -> set[int]:
        """An object, a predicate noun or adjective, or an infinitive."""
        tree = self.tree
        if tree[index].pos == "ADP":
            return self.prep(index, tight)
        if tree.is_verb(index) and tree.kid(index, "poss", "det") is not None:  # "his shoot-to-kill order"
            return set(tree.subtree(index, lambda k: tree[k].dep in ("acl", "relcl"))) - self.skip
        if tree.is_verb(index):  # "shows oil gushing"
            return self.clause(index, False, tight) | set(tree.kids(index, "compound"))
        found = self.noun(index, tight)
        if tree[index].pos == "ADJ":
            for k in tree.kids(index, "prep", "xcomp"):
                found |= self.prep(k, tight) if tree[k].dep == "prep" else self.clause(k, False, tight)
                break
        return found

    def aside(self, index: int) -> bool:
        """Whether a dependent may be left out without harm to what follows it."""
        token = self.tree[index]
        if token.dep in ("relcl", "parataxis", "meta", "intj") or token.pos == "PUNCT":
            return True
        if token.dep in ("appos", "acl", "advcl"):
            return self._comma_between(token.head, index) or token.dep == "acl"
        return token.dep in ("advmod", "npadvmod") and not self.tree.kids(index, "prep", "advmod")
