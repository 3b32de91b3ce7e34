"""A parsed sentence as a graph: children, heads, subtrees and their words. Every walk is linear in it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from timeline.model import Sentence, Token

FINITE = ("VBD", "VBZ", "VBP", "MD")
_HANGING = ("relcl", "acl", "appos", "prep", "punct")


class Nodes:
    """The tokens of one sentence, with children, heads and subtrees by index."""

    __slots__ = ("_kids", "_seams", "sentence", "tokens")

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self._seams: tuple[int, ...] = ()
        self._kids: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.index:
                self._kids[token.head].append(token.index)

    def __getitem__(self, index: int) -> Token:
        return self.tokens[index]

    def __len__(self) -> int:
        return len(self.tokens)

    def lemma(self, index: int) -> str:
        return self.tokens[index].lemma.lower()

    def low(self, index: int) -> str:
        return self.tokens[index].text.lower()

    def seam(self, openers: Collection[str]) -> None:
        """Marks where a sentence without a stop before it begins: "… scientists say The lack of …", and
        where one goes on after a semicolon with a clause of its own."""
        words = [t for t in self.tokens if t.text[:1].isalpha()]
        if self.sentence.zone != "body" or 2 * sum(t.text[:1].isupper() for t in words) > len(words):
            return
        named = {i for n in self.sentence.names for i in self.cover(n.start, n.end)}
        begun = {
            t.index
            for t in self.tokens[2:-2]
            if t.text in openers
            and t.index not in named
            and self.tokens[t.index - 1].text[-1:].isalpha()
            and self.tokens[t.index - 1].pos not in ("DET", "ADP", "CCONJ", "SCONJ", "PUNCT")
        }
        self._seams = tuple(sorted(begun | self._semicolons()))

    def _semicolons(self) -> set[int]:
        """The words after semicolons that have a finite verb before them and one after."""
        marks = [t.index for t in self.tokens if t.text == ";"]
        found = set[int]()
        for start, mark, end in zip([0, *marks], marks, [*marks[1:], len(self.tokens)], strict=False):
            sides = (self.tokens[start:mark], self.tokens[mark + 1 : end])
            if all(any(t.tag in FINITE for t in side) for side in sides):
                found.add(mark + 1)
        return found

    def piece(self, index: int) -> range:
        """The tokens of the sentence that `index` belongs to, where several ran into one."""
        start = max((s for s in self._seams if s <= index), default=0)
        return range(start, min((s for s in self._seams if s > index), default=len(self.tokens)))

    def kids(self, index: int, *deps: str) -> list[int]:
        """Children in text order, of the relations named, or all."""
        return [k for k in self._kids[index] if not deps or self.tokens[k].dep in deps]

    def kid(self, index: int, *deps: str) -> int | None:
        return next((k for k in self._kids[index] if self.tokens[k].dep in deps), None)

    def subtree(self, index: int, stop: Callable[[int], bool] | None = None) -> list[int]:
        """The indices at and below `index`, in text order, without the branches where `stop` says so."""
        found, waiting = [], [index]
        while waiting:
            at = waiting.pop()
            found.append(at)
            waiting.extend(k for k in self._kids[at] if stop is None or not stop(k))
        return sorted(found)

    def up(self, index: int) -> Iterator[int]:
        """The heads above `index`, nearest first, the root last."""
        while (head := self.tokens[index].head) != index:
            yield head
            index = head

    def verb_above(self, index: int) -> int | None:
        """The nearest verb above `index`."""
        return next((v for v in self.up(index) if self.is_verb(v)), None)

    def cover(self, start: int, end: int) -> list[int]:
        """The tokens that share a character with the stretch of the article's text."""
        return [t.index for t in self.tokens if t.start < end and start < t.end]

    def top(self, indices: Collection[int]) -> int:
        """Of some tokens, the one that stands highest: its head lies outside them."""
        inside = set(indices)
        for index in sorted(inside):
            token = self.tokens[index]
            if token.head == index or token.head not in inside:
                return index
        return min(inside)

    def root(self) -> int:
        return next((t.index for t in self.tokens if t.head == t.index), 0)

    def is_verb(self, index: int) -> bool:
        return self.tokens[index].pos in ("VERB", "AUX")

    def is_noun(self, index: int) -> bool:
        token = self.tokens[index]
        if token.pos == "ADJ":  # "the final", "the dead"
            return token.dep in ("pobj", "dobj", "nsubj", "nsubjpass")
        return token.pos in ("NOUN", "PROPN")

    def person(self, index: int) -> bool:
        """Whether a token stands in the name of a person."""
        start = self.tokens[index].start
        return any(n.label == "PERSON" and n.start <= start < n.end for n in self.sentence.names)

    def hanging(self, index: int) -> bool:
        return self.tokens[index].dep in _HANGING

    def bare(self, noun: int) -> str:
        """A noun phrase without the clauses and prepositions that hang on it."""
        return self.text(self.subtree(noun, self.hanging))

    def conjuncts(self, index: int) -> list[int]:
        """The index and what is joined to it by "and" or a comma, in text order."""
        found, waiting = [], [index]
        while waiting:
            at = waiting.pop()
            found.append(at)
            waiting.extend(self.kids(at, "conj"))
        return sorted(found)

    def text(self, indices: Iterable[int]) -> str:
        """The words of the sorted indices, spaced as they stood."""
        out = ""
        for index in indices:
            token = self.tokens[index]
            out += (" " if out and token.space_before else "") + token.text
        return out
