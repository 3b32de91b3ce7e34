"""Nouns with what they cannot do without: name, determiner, number, and the company they are in."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable

from timeline.events.sentence.leadin import DASHES, lead_in
from timeline.events.sentence.marks import CLOSING, OPENING
from timeline.events.sentence.tree import SUBJECTS, Tree
from timeline.events.sentence.words import Words

CORE = ("det", "poss", "compound", "nummod", "quantmod", "predet", "nmod", "case", "neg")
LOOSE = ("amod", "advmod", "npadvmod")
_NUMBERS = ("DATE", "TIME", "CARDINAL", "ORDINAL", "PERCENT", "QUANTITY", "MONEY")


def quoted_terms(tree: Tree) -> list[frozenset[int]]:
    """The words of each short term in quotation marks: “top hat”."""
    found, opened = [], None
    for token in tree.tokens:
        if opened is not None and token.text in CLOSING:
            inside = [t for t in tree.tokens[opened + 1 : token.index] if t.pos != "PUNCT"]
            if 1 < len(inside) <= _TERM and all(t.pos in ("NOUN", "PROPN", "ADJ", "VERB") for t in inside):
                found.append(frozenset(t.index for t in inside))
            opened = None
        elif token.text in OPENING:
            opened = token.index
    return found


_OFFICE = 3
"""Words of an office from which on a headline does without it."""
_TERM = 3
"""Words of the longest term that a headline keeps whole."""


def _whole(tree: Tree, names: list[frozenset[int]]) -> list[frozenset[int]]:
    """The names, with one that breaks off at a preposition joined to the next: "the Agency for" and
    "International Development"."""
    found: list[frozenset[int]] = []
    for name in names:
        last = found[-1] if found else None
        if last and name and tree[max(last)].pos == "ADP" and min(name) == max(last) + 1:
            found[-1] = last | name
        else:
            found.append(name)
    return found


class NounPhrases(ABC):
    """The nouns of one sentence. `skip`: tokens that no piece may hold, such as the row's own date."""

    def __init__(self, tree: Tree, skip: Iterable[int], words: Words) -> None:
        self.tree = tree
        self.words = words
        self.skip = frozenset(skip) | lead_in(tree)
        self._kept: dict[tuple[str, int, bool], frozenset[int]] = {}
        self.names = [
            found
            for name in tree.sentence.names
            if name.label not in _NUMBERS
            and 1 < len(found := frozenset(tree.cover(name.start, name.end)) - self.skip) <= 8
        ]
        self.names = [
            name - {max(name)} if tree[max(name)].pos == "ADP" and max(name) + 1 in self.skip else name
            for name in _whole(tree, self.names)
        ]  # "the Great Recession of 2008"
        self.names += [span - self.skip for span in quoted_terms(tree)]

    def noun(self, index: int, tight: bool = False) -> set[int]:
        """A noun with what it cannot do without; `tight`: without adjectives, titles and company."""
        return self.kept("noun", index, tight, self._noun)

    def kept(self, kind: str, index: int, tight: bool, make: Callable[[int, bool], set[int]]) -> set[int]:
        """A piece, made once: pieces nest, and each asks for those in it more than once."""
        key = (kind, index, tight)
        if key not in self._kept:
            self._kept[key] = frozenset(make(index, tight))
        return set(self._kept[key])

    def _noun(self, index: int, tight: bool) -> set[int]:
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
            if dep in CORE:
                if tight and dep in ("compound", "nmod") and named is not None and k not in named:
                    continue
                if dep == "nmod" and k > index:
                    continue
                if dep in ("nmod", "compound"):
                    found.update(tree.kids(k, "cc"))  # "shelling and gunship attacks"
                found |= self.noun(k, False) if dep != "case" else {k}
            elif dep in LOOSE and k < index and (not tight or self._needed(index, k)):
                found |= self.noun(k, False)
            elif dep == "npadvmod" and k > index and tree.low(k - 1) in ("a", "an"):
                found |= {k - 1, k}  # "1,400 barrels a day"
            elif dep == "npadvmod" and tree[index].dep == "acomp":
                found |= self.noun(k, True)  # "worth $629.3 million"
            elif dep == "amod" and tight and token.text[:1].isupper():
                found |= self.noun(k, True)
            elif dep == "appos" and not self._comma_between(index, k) and token.pos != "PRON":
                found |= self.noun(k, tight)
            elif dep == "prep" and token.text.lower() in ("of", "per") and k > index:
                found |= self.prep(k, tight)
            elif dep in ("prt", "advmod") and k == index + 1 and tree[k].tag == "RP":
                found |= {k}.union(*(self.prep(of, tight) for of in tree.kids(k, "prep")))  # "shooting down"
            elif dep == "acl" and self.words.among(tree.lemma(k), "people.named"):
                for named_as in tree.kids(k, "oprd", "dobj", "attr"):
                    found |= {k} | self.noun(named_as, tight)  # "a man named Jiang"
            elif self._open(index) and dep == "amod" and k > index:
                found |= self.noun(k, True)  # "nothing unique"
            elif self._open(index) and dep in ("relcl", "acl"):
                found |= self.clause(k, True, True)  # "all they can", "those who fled"
            elif tree.low(index) in ("those", "all", "some", "many") and dep == "prep" and k > index:
                found |= self.prep(k, True)  # "those on the front lines"
            elif dep == "punct" and (token.text in DASHES or token.text in "$£€#%") and k < index:
                found.add(k)
        if not tight or tree[index].dep in ("compound", "amod", "nmod") or tree[index].pos == "NUM":
            found |= self.company(index)
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

    def _open(self, index: int) -> bool:
        """Whether a pronoun waits for its clause: "all they can", "everything possible"."""
        token = self.tree[index]
        return token.pos in ("PRON", "DET") and token.tag in (
            ("DT", "NN") if token.pos == "PRON" else ("DT",)
        )

    def _needed(self, noun: int, modifier: int) -> bool:
        """Whether a noun means something else without the word: "former coach", "over 100", "no effect"."""
        tree = self.tree
        if any(tree.low(k) == "no" for k in (modifier, *tree.kids(modifier, "conj"))):
            return True
        if self.words.among(tree.low(modifier), "headline.limits"):
            return True  # "only focused on"
        if any(tree[k].tag in ("RBS", "RBR") for k in tree.kids(modifier, "advmod")):
            return True  # "most valuable", "a more political dimension"
        if modifier and tree[modifier - 1].text in OPENING:
            return True  # “risky” decisions
        if tree[modifier].tag == "JJS" or (tree[modifier].tag == "VBG" and modifier == noun - 1):
            return True  # "the world's worst spill", "an emergency shrimping season"
        if tree[noun].dep == "attr" and tree.lemma(tree[noun].head) == "be":
            return True  # "is a young mother"
        if tree[noun].pos == "PROPN" and tree.kid(noun, "poss") is not None:
            return True  # "his native Egypt"
        if tree.low(modifier) in ("same", "such") and any(
            tree.low(k) == "as" for k in tree.kids(noun, "prep")
        ):
            return True  # "under the same master as"
        if tree.low(modifier) == "own":
            return tree.kid(noun, "poss") is not None  # "springs its own leak"
        if self.words.among(tree.lemma(noun), "nouns.needing"):
            return True  # "for the first time"
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
        if tight and (person := self._person(verb, subject, found)):
            return person
        for k in self.tree.kids(verb, *SUBJECTS):
            beside = self.noun(k, tight)
            if k < subject and max(beside, default=-2) + 1 == min(found, default=-1):
                found |= beside
        return found

    def _person(self, verb: int, subject: int, found: set[int]) -> set[int]:
        """ "U.N. High Commissioner for Human Rights Navi Pillay said": the full name with which the subject
        ends, where an office stands before it."""
        tree = self.tree
        if tree[subject].pos != "PROPN" or tree.kid(subject, "conj") is not None:
            return set()
        inside = set(tree.subtree(subject))
        for name in tree.sentence.names:
            whole = (
                self._full_name(tree.cover(name.start, name.end)) if name.label == "PERSON" else set[int]()
            )
            ends = len(whole) > 1 and max(whole) + 1 == verb and whole <= inside
            if ends and not whole & self.skip:
                return whole if len(found | whole) > len(whole) + _OFFICE else set()
        return set()

    def _full_name(self, known: Iterable[int]) -> set[int]:
        """A person's name with the given name that the model did not know: "Rahm" before "Emanuel", but no
        end of an office, "Chief of Staff Ann Smith"."""
        tree, whole = self.tree, set(known)
        while whole and (first := min(whole) - 1) >= 0 and tree[first].dep == "compound":
            if tree[first].tag != "NNP" or tree[first].head not in whole:
                break
            whole.add(first)
        opens = min(whole, default=0)
        if opens and tree[opens - 1].pos == "ADP":
            whole.remove(opens)
        return self._hyphened(whole)

    def _apposed_name(self, noun: int) -> int | None:
        """ "the chairman of the joint chiefs, Admiral Mike Mullen,": the person whom a title stands for."""
        tree = self.tree
        if tree[noun].pos != "NOUN":
            return None
        return next((k for k in tree.kids(noun, "appos") if tree.person(k)), None)

    def company(self, index: int) -> set[int]:
        """The nouns joined to this one, with their "and" and commas; all or none."""
        tree = self.tree
        chain, found = tree.conjuncts(index), set[int]()
        if len(chain) < 2 or any(k in self.skip or tree.is_verb(k) for k in chain[1:]):
            return found
        dated = (k for at in chain[1:] for k in tree.kids(at, "nummod", "compound", "amod", "nmod"))
        if any(k in self.skip for k in dated):
            return found  # "the September attacks and the 2007 shooting"
        for at in chain:
            if at != index:
                found |= {at} | self._modifiers(at)
            found.update(k for k in tree.kids(at, "cc"))
            found.update(k for k in tree.kids(at, "punct") if tree[k].text == "," and at < k < chain[-1])
        links = [k for k in found if tree[k].dep == "cc"]
        if any(tree.low(k) == "or" and k and tree[k - 1].text == "," for k in links):
            return set()  # "the JCC price, or the average price for imports,"
        return found if links else set()

    def _modifiers(self, index: int) -> set[int]:
        found: set[int] = set()
        for k in self.tree.kids(index, *CORE, "amod"):
            if k not in self.skip and not (k > index and self.tree.kid(k, "prep") is not None):
                found |= self.noun(k, True)
        for k in self.tree.kids(index, "prep"):
            if self.tree.low(k) == "of":
                found |= self.prep(k, True)
        return found

    def _comma_between(self, one: int, two: int) -> bool:
        first, last = sorted((one, two))
        return any(self.tree[i].pos == "PUNCT" for i in range(first + 1, last))

    @abstractmethod
    def prep(self, index: int, tight: bool = False) -> set[int]:
        """A preposition with its object."""

    @abstractmethod
    def clause(self, verb: int, subject: bool, tight: bool = False) -> set[int]:
        """A verb with its complements; with its subject where asked."""
