"""Pieces of a sentence that are whole in themselves: a noun with its name and determiner, a preposition
with its noun, a clause with what it cannot do without. A headline is made of these."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.events.leadin import DASHES, lead_in
from timeline.events.tree import SUBJECTS, Tree
from timeline.events.words import Words

_CORE = ("det", "poss", "compound", "nummod", "quantmod", "predet", "nmod", "case", "neg")
_LOOSE = ("amod", "advmod", "npadvmod")
_OBJECTS = ("dobj", "attr", "acomp", "oprd", "dative", "iobj")
_NUMBERS = ("DATE", "TIME", "CARDINAL", "ORDINAL", "PERCENT", "QUANTITY", "MONEY")


class Phrases:
    """The pieces of one sentence. `skip`: tokens that no piece may hold, such as the row's own date."""

    def __init__(self, tree: Tree, skip: Iterable[int], words: Words) -> None:
        self.tree = tree
        self.words = words
        self.skip = frozenset(skip) | lead_in(tree)
        self.names = [
            found
            for name in tree.sentence.names
            if name.label not in _NUMBERS
            and 1 < len(found := frozenset(tree.cover(name.start, name.end)) - self.skip) <= 8
        ]

    def noun(self, index: int, tight: bool = False) -> set[int]:
        """A noun with what it cannot do without; `tight`: without adjectives, titles and company."""
        tree = self.tree
        if tight and (place := self._place_of(index)) is not None:
            return self.noun(place, True)
        found = {index}
        named = next((name for name in self.names if index in name), None)
        for k in tree.kids(index):
            token = tree[k]
            if k in self.skip:
                continue
            dep = token.dep
            if dep in _CORE:
                if tight and dep in ("compound", "nmod") and named is not None and k not in named:
                    continue
                if dep == "nmod" and k > index:
                    continue
                found |= self.noun(k, False) if dep != "case" else {k}
            elif dep in _LOOSE and k < index and (not tight or self._needed(index, k)):
                found |= self.noun(k, False)
            elif dep == "npadvmod" and k > index and tree.low(k - 1) in ("a", "an"):
                found |= {k - 1, k}  # "1,400 barrels a day"
            elif dep == "npadvmod" and tree[index].dep == "acomp":
                found |= self.noun(k, True)  # "worth $629.3 million"
            elif dep == "amod" and tight and token.text[:1].isupper():
                found |= self.noun(k, True)
            elif dep == "appos" and not self._comma_between(index, k):
                found |= self.noun(k, tight)
            elif dep == "prep" and token.text.lower() == "of" and k > index:
                found |= self.prep(k, tight)
            elif dep == "acl" and self.words.among(tree.lemma(k), "people.named"):
                for named_as in tree.kids(k, "oprd", "dobj", "attr"):
                    found |= {k} | self.noun(named_as, tight)  # "a man named Jiang"
            elif tree[index].pos in ("PRON", "DET") and tree[index].tag == "DT" and dep in ("relcl", "acl"):
                found |= self.clause(k, True, True)  # "all they can", "those who fled"
            elif tree.low(index) in ("those", "all", "some", "many") and dep == "prep" and k > index:
                found |= self.prep(k, True)  # "those on the front lines"
            elif dep == "punct" and (token.text in DASHES or token.text in "$£€#%") and k < index:
                found.add(k)
        if not tight or tree[index].dep in ("compound", "amod", "nmod") or tree[index].pos == "NUM":
            found |= self._company(index)
        for name in self.names:
            if (found & name and index in name) or len(found & name) > 1:
                found |= name
        return self._hyphened(found) - self.skip

    def _place_of(self, kind: int) -> int | None:
        """ "the southern city of Deraa": the name that says it all."""
        tree = self.tree
        if not self.words.among(tree.lemma(kind), "nouns.places") or tree.kid(kind, "poss") is not None:
            return None
        of = next((k for k in tree.kids(kind, "prep") if tree.low(k) == "of" and k == kind + 1), None)
        name = tree.kid(of, "pobj") if of is not None else None
        return name if name is not None and tree[name].pos == "PROPN" else None

    def _needed(self, noun: int, modifier: int) -> bool:
        """Whether a noun means something else without the word: "former coach", "over 100", "no effect"."""
        tree = self.tree
        if any(tree.low(k) == "no" for k in (modifier, *tree.kids(modifier, "conj"))):
            return True
        if tree[modifier].tag == "JJS":
            return True  # "the world's worst spill"
        if self.words.among(tree.lemma(noun), "nouns.relational"):
            return True  # "in a weakened condition"
        if any(tree.low(k) in ("all", "any", "every") for k in tree.kids(noun, "det")):
            return True  # "all non-essential personnel"
        return tree[noun].pos == "NUM" or self.words.among(tree.lemma(modifier), "people.changing")

    def _hyphened(self, found: set[int]) -> set[int]:
        """The words with what hangs on them without a space: "anti-government", "3-2", "$17bn"."""
        tree, more = self.tree, set(found)
        for index in found:
            if index and tree[index - 1].text in ("$", "£", "€") and not tree[index].space_before:
                more.add(index - 1)
            for step in (1, -1):
                mark, other = index + step, index + 2 * step
                if not 0 <= other < len(tree) or tree[mark].text not in ("-", "–") or other in found:
                    continue
                if not (tree[mark].space_before or tree[mark + 1].space_before):
                    more |= {mark, other}
        return more

    def subject(self, verb: int, subject: int, tight: bool = False) -> set[int]:
        """A subject, with the noun that the parser left beside it ("the opposition Hayastan alliance")."""
        named = self._apposed_name(subject) if tight else None
        if named is not None:
            return self.noun(named, False)
        found = self.noun(subject, tight)
        for k in self.tree.kids(verb, *SUBJECTS):
            beside = self.noun(k, tight)
            if k < subject and max(beside, default=-2) + 1 == min(found, default=-1):
                found |= beside
        return found

    def _apposed_name(self, noun: int) -> int | None:
        """ "the chairman of the joint chiefs, Admiral Mike Mullen,": the person whom a title stands for."""
        tree = self.tree
        if tree[noun].pos != "NOUN":
            return None
        return next((k for k in tree.kids(noun, "appos") if tree.person(k)), None)

    def _company(self, index: int) -> set[int]:
        """The nouns joined to this one, with their "and" and commas; all or none."""
        tree = self.tree
        chain, found = tree.conjuncts(index), set[int]()
        if len(chain) < 2 or any(k in self.skip or tree.is_verb(k) for k in chain[1:]):
            return found
        for at in chain:
            if at != index:
                found |= {at} | self._modifiers(at)
            found.update(k for k in tree.kids(at, "cc"))
            found.update(k for k in tree.kids(at, "punct") if tree[k].text == "," and at < k < chain[-1])
        joined = any(tree[k].dep == "cc" for k in found)
        return found if joined else set()

    def _modifiers(self, index: int) -> set[int]:
        found: set[int] = set()
        for k in self.tree.kids(index, *_CORE, "amod"):
            if k not in self.skip:
                found |= self.noun(k, True)
        for k in self.tree.kids(index, "prep"):
            if self.tree.low(k) == "of":
                found |= self.prep(k, True)
        return found

    def _comma_between(self, one: int, two: int) -> bool:
        first, last = sorted((one, two))
        return any(self.tree[i].pos == "PUNCT" for i in range(first + 1, last))

    def prep(self, index: int, tight: bool = False) -> set[int]:
        """A preposition with its object; empty where that is only a date."""
        tree = self.tree
        found: set[int] = set()
        if tree.low(index) in ("according", "including"):
            return found
        for k in tree.kids(index, "pobj"):
            if tree.low(index) == "with" and self._acts(k):
                return set()
            if tree[index].dep != "agent" and self._shell(k):
                return set()
            if tree.low(index) == "as" and self._goes_on(k):
                return set()
            if k not in self.skip:
                found |= self.noun(k, tight)
        for k in tree.kids(index, "pcomp"):
            found |= self.clause(k, True, tight)
        for k in tree.kids(index, "prep"):
            found |= self.prep(k, tight)
        if not found or not any(
            tree[k].tag not in ("PRP$", "DT", "CD") or tree[k].head == index for k in found
        ):
            return set()
        found |= {k for k in tree.kids(index, "advmod", "prt") if k == index - 1}
        return found | {index}

    def _shell(self, noun: int) -> bool:
        """Whether a noun says nothing without its clause: "amid reports that …"."""
        tree = self.tree
        clause = tree.kid(noun, "acl")
        if clause is not None and any(tree.low(k) == "that" for k in tree.kids(clause, "mark")):
            return True
        alone = tree[noun].tag == "NNS" and tree.kid(noun, *_CORE, *_LOOSE) is None
        return alone and tree.kid(noun, "relcl", "acl") is not None  # "in waters deeper than …"

    def _acts(self, noun: int) -> bool:
        """Whether a noun has a participle of its own: "with 1.5 million now believed to be homeless"."""
        tree = self.tree
        after = max(self.noun(noun, True), default=noun) + 1
        while after < len(tree) and tree[after].pos == "ADV":
            after += 1
        joined = after < len(tree) and tree[after].tag in ("VBN", "VBD", "VBG")
        return joined or tree.kid(noun, "acl", "relcl") is not None

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

    def clause(self, verb: int, subject: bool, tight: bool = False) -> set[int]:
        """A verb with its complements, in the text's own tense; with its subject where asked."""
        tree = self.tree
        found = {verb}
        full = False
        taken = tree.relative_object(verb)
        if taken is not None and not subject:
            found |= self.noun(taken, tight)
            full = True
        says = tree.lemma(verb) in self.words.speech
        quotes = tree.lemma(verb) in self.words.plain_speech and not tree.passive(verb)
        for k in tree.kids(verb):
            dep = tree[k].dep
            if k in self.skip:
                continue
            if dep in ("aux", "auxpass", "neg", "prt", "expl") or (dep == "advmod" and k == verb + 1):
                found.add(k)
            elif dep in SUBJECTS and subject:
                found |= self.noun(k, tight) | (self._company(k) if k not in self.skip else set())
            elif dep in _OBJECTS:
                if tree[k].tag in ("WDT", "WP") or k < verb or self._set_off(k, full):
                    continue
                found |= self.complement(k, tight)
                full = full or dep not in ("dative", "iobj")
            elif (
                dep == "npadvmod"
                and k > verb
                and tree.kid(k, "nummod") is not None
                and not self._after_comma(k)
                and not self._bracketed(k)
            ):
                found |= self.noun(k, tight)  # "rose 3 percent"
            elif dep == "advmod" and k > verb and tree[k].tag in ("RBR", "JJR") and tree.kid(k, "npadvmod"):
                found.update(tree.subtree(k))  # "opened 8% lower"
            elif dep == "advmod" and k > verb and self.words.among(tree.low(k), "verbs.resulting"):
                found.add(k)  # "ran his tanker aground"
            elif dep == "agent":
                if not tight:
                    found |= self.prep(k, True)
                full = True
            elif dep in ("xcomp", "ccomp"):
                if k < verb and (dep == "xcomp" or not quotes):
                    continue
                if dep == "ccomp" and not says and tree.finite(k) and (full or k < verb or self._asked(k)):
                    continue
                if dep == "ccomp" and tree.finite(k) and self._fused(verb, k):
                    continue
                found |= self.clause(k, True, tight)
                full = True
        if not full:
            found |= self._nearest(verb, tight)
        after = max(found) + 1
        if self.words.among(tree.lemma(verb), "verbs.leaving") and after < len(tree):
            state = tree[after].head == verb and tree[after].tag in ("VBG", "VBN", "JJ")
            found |= {after} if state else set()  # "left 70,000 people missing"
        return found - self.skip

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

    def following(self, index: int, tight: bool = False) -> set[int]:
        """Any dependent as a piece; empty for those that are asides."""
        tree = self.tree
        token = tree[index]
        if token.pos == "ADP" or token.dep in ("prep", "agent"):
            return self.prep(index, tight)
        if token.dep in ("xcomp", "advcl", "acl"):
            infinitive = tree.infinitive(index)
            that = any(tree.low(k) == "that" for k in tree.kids(index, "mark"))
            if token.dep == "acl" and that:
                return self.clause(index, True, True) | set(tree.kids(index, "mark"))
            if not infinitive and token.dep != "xcomp":
                return set()
            return self.clause(index, False, True)
        if token.dep in _OBJECTS:
            return self.complement(index, tight)
        if token.dep == "ccomp":
            return self.clause(index, True, True)
        return set()

    def aside(self, index: int) -> bool:
        """Whether a dependent may be left out without harm to what follows it."""
        token = self.tree[index]
        if token.dep in ("relcl", "parataxis", "meta", "intj") or token.pos == "PUNCT":
            return True
        if token.dep in ("appos", "acl", "advcl"):
            return self._comma_between(token.head, index) or token.dep == "acl"
        return token.dep == "advmod" and not self.tree.kids(index)
