"""Who "he" and "she" are: the subject of what was just said, where no one else can be meant."""

from __future__ import annotations

import re
from bisect import bisect_right

from timeline.entities.back import Back
from timeline.entities.document import Document, Word
from timeline.entities.lexicon import Words
from timeline.entities.people import Person, given_sex
from timeline.model import ActorMention

_QUOTED = re.compile(r"“[^“”\n]{0,3000}(?:”|\n|$)|\"[^\"\n]{0,3000}(?:\"|\n|$)")
_SUBJECT = ("nsubj", "nsubjpass")
_MAIN = ("ROOT", "conj", "ccomp")
_LONELY = 2
"""Sentences back in which one person alone is named."""
_WORDS = 5
"""Words within which what somebody says opens with "he"."""
_OPENING = 4
"""Words from the start of an unparsed sentence in which its subject is looked for."""


class Pronouns:
    """Resolves the pronouns of one document, first to last: each remembers what it stood for."""

    def __init__(self, document: Document, persons: list[Person], lexicon: Words) -> None:
        self.document = document
        self.unnamed = {"he": lexicon.set("people.male"), "she": lexicon.set("people.female")}
        self.sex = {person.shown: person.sex or given_sex(person.name, lexicon) for person in persons}
        quoted = [found.span() for found in _QUOTED.finditer(document.text)]
        self._quote_starts = [start for start, _ in quoted]
        self._quote_ends = [end for _, end in quoted]
        self._last: tuple[int, bool, str, ActorMention | None] | None = None

    def resolve(self, word: Word, back: Back) -> ActorMention | None:
        """The mention that `word` ("he", "she") is; None where more than one person can be meant."""
        here, quoted = self.document.sentence_number(word.start), self._quoted(word.start)
        person = self._continued(word, here, quoted) or (None if quoted else self._speaker(word, back))
        if person is None and not quoted:
            person = self._find(word, back, here)
        mention = None
        if person is not None:
            text = self.document.text[word.start : word.end]
            mention = ActorMention(
                word.start, word.end, text, person.name, "person", person.country, "pronoun"
            )
        self._last = (here, quoted, word.key, mention)
        return mention

    def _speaker(self, word: Word, back: Back) -> ActorMention | None:
        """ "Mubarak announced he would stay": the person whose words they are, if he speaks just before."""
        parsed = self.document.token_at(word.start)
        if parsed is None:
            return None
        sentence, token = parsed
        clause = sentence.tokens[token.head]
        verb = sentence.tokens[clause.head]
        if token.dep not in _SUBJECT or clause.dep != "ccomp" or not 0 < token.index - verb.index <= _WORDS:
            return None
        speaker = next((t for t in sentence.tokens if t.head == verb.index and t.dep == "nsubj"), None)
        unlike = "f" if word.key == "he" else "m"
        for mention in back.before(word.start, 0) if speaker is not None else ():
            own = speaker is not None and mention.start <= speaker.start < mention.end
            if own and mention.kind == "person" and self.sex.get(mention.name) != unlike:
                return mention
        return None

    def _continued(self, word: Word, here: int, quoted: bool) -> ActorMention | None:
        """A second "he" of a sentence is the first one, whatever names stand between."""
        if self._last is None or self._last[:3] != (here, quoted, word.key):
            return None
        return self._last[3]

    def _find(self, word: Word, back: Back, here: int) -> ActorMention | None:
        if (
            self._last is not None
            and self._last[0] == here
            and self._last[2] == word.key
            and self._last[3] is None
        ):
            return None
        if self._somebody(word, here, back):
            return None
        unlike = "f" if word.key == "he" else "m"
        near = [
            m
            for m in back.before(word.start, 1)
            if m.kind == "person" and self.sex.get(m.name) != unlike and not self._quoted(m.start)
        ]
        same = [m for m in near if self.document.sentence_number(m.start) == here]
        return (
            self._subject_of(same) or (None if same else self._subject_of(near)) or self._lonely(word, back)
        )

    def _somebody(self, word: Word, here: int, back: Back) -> bool:
        """Whether one whom only a noun tells was the last to act: "A spokeswoman said …. She added …"."""
        named = [m.end for m in back.before(word.start, 1) if m.kind == "person"]
        for sentence in reversed(self.document.sentences[max(0, here - 1) : here + 1]):
            for token in reversed(sentence.tokens):
                known = token.dep in _SUBJECT and token.lemma.lower() in self.unnamed[word.key]
                if known and token.tag == "NN" and token.end <= word.start:
                    main = sentence.tokens[token.head].dep in _MAIN
                    return main and not any(sentence.start <= end <= token.end for end in named)
        return False

    def _lonely(self, word: Word, back: Back) -> ActorMention | None:
        """The only person named in the sentences before, whatever they do there."""
        near = [m for m in back.before(word.start, _LONELY) if m.kind == "person"]
        near = [m for m in near if not m.text.isupper()]  # no speaker's label
        like = "m" if word.key == "he" else "f"
        outside = [m for m in near if self.sex.get(m.name) == like and not self._quoted(m.start)]
        return outside[0] if len({m.name for m in near}) == 1 and outside else None

    def _subject_of(self, mentions: list[ActorMention]) -> ActorMention | None:
        """The one person who is the subject of a main clause among `mentions`."""
        subjects = {m.name: m for m in reversed(mentions) if self._is_subject(m)}
        return next(iter(subjects.values())) if len(subjects) == 1 else None

    def _is_subject(self, mention: ActorMention) -> bool:
        parsed = self.document.token_at(mention.end - 1)
        if parsed is None:
            sentence = self.document.sentence_at(mention.start)
            if sentence is None:
                return False
            first = self.document.word_at(sentence.start)
            return self.document.word_at(mention.start) - first < _OPENING
        sentence, token = parsed
        while token.dep in ("conj", "appos") and token.head != token.index:
            token = sentence.tokens[token.head]
        return token.dep in _SUBJECT and sentence.tokens[token.head].dep in _MAIN

    def _quoted(self, offset: int) -> bool:
        at = bisect_right(self._quote_starts, offset) - 1
        return at >= 0 and offset < self._quote_ends[at]
