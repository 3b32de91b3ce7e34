"""Dates that a sentence takes from the one before: "at the summit", "also said", "he added"."""

from __future__ import annotations

from timeline.dates import Granularity, Span
from timeline.events.casting.participants import cast, speaker_cast
from timeline.events.casting.scene import Scene
from timeline.events.casting.types import OTHER, event_type, tone
from timeline.events.dating.unreal import no_happening
from timeline.events.lead import NEWS, OPENS, lead
from timeline.events.row import Row
from timeline.events.said import said, said_headline
from timeline.events.sentence.marks import OPENING
from timeline.events.sentence.tree import Tree
from timeline.events.sentence.words import Words
from timeline.events.telling import event_nouns, main_verb, tells
from timeline.events.unfit import words_of_own
from timeline.model import Article, Sentence

_REACH = 3
"""Sentences over which a speaker is still the one who spoke on that day."""
_NEWSWORTHY = 60
"""Days for which what follows in the text can belong to what was told before."""
_RECENT = 7
"""Days for which a dated event is news whose sequel the perfect tells."""
_LONG = 28
"""Days of a date from which on nobody goes on speaking in it."""
_MARKS = "“”\"'’.,;:()"
_CLAUSE = ("advcl", "prep", "pobj", "pcomp", "acl", "xcomp")


class Thread:
    """What has been dated so far in an article, for the sentences that continue it."""

    def __init__(self, article: Article, scene: Scene, words: Words) -> None:
        self.article, self.scene, self.words = article, scene, words
        self.nouns: dict[str, Row] = {}
        self.speeches: list[Row] = []
        self.by_speaker: dict[str, Row] = {}
        self.last: Row | None = None
        self.place = -1
        """The number of the sentence at hand among those of the running text."""
        self.places: dict[int, int] = {}

    def since(self, row: Row) -> int:
        """How many sentences of running text ago a dated row stood."""
        return self.place - self.places[row.place]

    def note(self, row: Row) -> None:
        """Remembers a dated row."""
        tree, words = row.tree, self.words
        self.places[row.place] = self.place
        published = self.article.published
        if published is not None and row.span.first > published:
            return  # what is to come dates nothing that follows
        if row.sentence.zone == "body":
            self.last = row
        if tree is None:
            if row.path == "inherited":
                self._spoke(row)
            return
        for index in event_nouns(tree, row.trigger, words):
            self.nouns[tree.lemma(index)] = row
        if row.sentence.zone == "body" and row.lemma in words.speech and row.status == "reported":
            self._spoke(row)

    def _spoke(self, row: Row) -> None:
        if (row.span.days or _LONG) >= _LONG:
            return  # what was said "last year" does not go on
        self.speeches.append(row)
        for name in row.cast.doers:
            self.by_speaker[name] = row

    def continues(self, tree: Tree, place: int) -> Row | None:
        """The row of an undated sentence that takes an earlier date; None where no reader would give one."""
        words = self.words
        verb = main_verb(tree, words)
        if verb is None or no_happening(tree, verb, (), words) is not None:
            return None
        if not tells(tree, verb):
            return self._lead(tree, verb, place)
        at = self._scene_noun(tree, verb)
        if at is not None:
            noun, source, index = at
            row = self._row(tree, verb, place, source, f"“{noun}” is the event dated before")
            row.beside = index
            return row
        often = tree.tense(verb) == "perfect" and any(
            words.among(tree.low(k), "verbs.long") for k in tree.kids(verb, "advmod")
        )
        if often:
            return None  # "has repeatedly said"
        if tree.lemma(verb) not in words.speech:
            return self._also(tree, verb, place) or self._lead(tree, verb, place)
        speakers = self._speakers(tree, verb)
        additive = next(
            (tree[k].text for k in tree.kids(verb, "advmod") if words.among(tree.low(k), "speech.additive")),
            None,
        )
        content = tree.kid(verb, "ccomp", "parataxis") is not None
        if additive is None and content and words.among(tree.lemma(verb), "speech.additive"):
            additive = tree[verb].text
        known = next((self.by_speaker[name] for name in speakers if name in self.by_speaker), None)
        says = tree.kid(verb, "ccomp", "parataxis", "dobj", "prep") is not None
        if known is not None and says and self.since(known) <= (2 * _REACH if additive else _REACH):
            why = f"{speakers[0]} goes on speaking"
            return self._row(tree, verb, place, known, why)
        held = tree.tense(verb) != "perfect"  # "has also said" is of no day before
        if additive is not None and held and self.speeches and self.since(self.speeches[-1]) <= _REACH:
            why = f"“{additive}” joins it to what was said before"
            return self._row(tree, verb, place, self.speeches[-1], why)
        last = self.last
        if last is None or self.since(last) > 1 or not self._fresh(last):
            return self._lead(tree, verb, place)
        subject = tree.subject(verb)
        if subject is not None and tree.low(subject) in ("he", "she", "they") and last in self.speeches:
            return self._row(tree, verb, place, last, f"“{tree[subject].text}” goes on speaking")
        if tree[verb].tag == "VBD" and (
            additive is not None or words.among(tree.lemma(verb), "speech.reaction")
        ):
            return self._row(tree, verb, place, last, f"“{tree[verb].text}” answers what was told before")
        return self._lead(tree, verb, place)

    def _speakers(self, tree: Tree, verb: int) -> tuple[str, ...]:
        """Who speaks: the mention that heads the subject, or stands beside it."""
        subject = tree.subject(verb)
        if subject is None:
            return ()
        heads = [subject, *tree.kids(subject, "appos", "conj")]
        mentions = [self.scene.actor_at(tree[k].start, tree[k].end) for k in heads]
        return tuple(m.name for m in mentions if m is not None)

    def spoken(self, sentence: Sentence, place: int) -> Row | None:
        """The row of an unparsed sentence whose speaker goes on, or joins in with "also"."""
        if not self.speeches or self.since(self.speeches[-1]) > _REACH:
            return None
        found = said(sentence, self.scene, self.words)
        if found is None:
            return None
        last = self.speeches[-1]
        speaker = found.mention.name if found.mention is not None else ""
        if speaker in self.by_speaker and self.since(self.by_speaker[speaker]) <= _REACH:
            source, why = self.by_speaker[speaker], f"{speaker} goes on speaking"
        elif found.pronoun and self.since(last) == 1 and last.cast.doers:
            source, why = last, f"“{found.pronoun}” goes on speaking"
            speaker = speaker or last.cast.doers[0]
        elif found.additive and speaker:
            source, why = last, f"“{found.additive}” joins it to what was said before"
        else:
            return None
        row = Row(
            sentence,
            place,
            None,
            0,
            found.start,
            found.end,
            source.span,
            "inherited",
            source=source,
            because=why,
        )
        row.cast = speaker_cast(speaker, found.mention, sentence, self.scene)
        name = found.mention.text if found.mention is not None and not found.pronoun else speaker
        row.headline = said_headline(found, name, sentence, self.words)
        if not row.headline or words_of_own(row.headline, self.words):
            return None
        row.event_type = self.words.verb_types.get(found.lemma, OTHER)
        if row.event_type == OTHER:
            row.event_type = tone((w.strip(_MARKS).lower() for w in found.content.split()), self.words)
        return row

    def _also(self, tree: Tree, verb: int, place: int) -> Row | None:
        """ "He also appointed …": the same doer goes on in the next sentence."""
        last = self.last
        if last is None or self.since(last) > 1 or tree[verb].tag != "VBD" or not self._fresh(last):
            return None
        if tree[0].text in OPENING:
            return None
        also = [k for k in tree.kids(verb, "advmod") if self.words.among(tree.low(k), "speech.additive")]
        subject = tree.subject(verb)
        if not also or subject is None:
            return None
        doers = cast(tree, verb, self.scene, self.words).doers
        if tree.low(subject) in ("he", "she", "they", "it") or set(doers) & set(last.cast.doers):
            return self._row(
                tree, verb, place, last, f"“{tree[also[0]].text}” joins it to what was told before"
            )
        return None

    def _lead(self, tree: Tree, verb: int, place: int) -> Row | None:
        """An article's first sentences, in the perfect or said: the news of the day of publication."""
        after = self._after(tree, verb)
        if after is None and (self.place > NEWS or self.dated_before()):
            return None
        return lead(tree, verb, place, self.article.published, after, self.words, first=self.place <= OPENS)

    def _fresh(self, row: Row) -> bool:
        """Whether a row is of the weeks before publication, not of the history that an article recalls."""
        published = self.article.published
        return published is None or (published - row.span.first).days <= _NEWSWORTHY

    def _after(self, tree: Tree, verb: int) -> Row | None:
        """The recent event that the sentence before dates, where this one tells what has come of it."""
        last, published = self.last, self.article.published
        if last is None or published is None or self.since(last) > 1 or tree.tense(verb) != "perfect":
            return None
        recent = (
            last.span.granularity == Granularity.DAY and 0 <= (published - last.span.first).days <= _RECENT
        )
        return last if recent and event_type(tree, verb, self.words) not in (OTHER, "REQUEST") else None

    def dated_before(self) -> bool:
        """Whether a dated event of the running text stands just before."""
        return self.last is not None and self.since(self.last) <= 1

    def _scene_noun(self, tree: Tree, verb: int) -> tuple[str, Row, int] | None:
        """ "at the summit": a definite event noun that is already dated."""
        for token in tree.tokens:
            row = self.nouns.get(token.lemma.lower())
            if row is None or token.dep != "pobj" or tree.low(token.head) not in ("at", "during"):
                continue
            determiner = tree.kid(token.index, "det", "poss")
            if determiner is None or tree.low(determiner) not in (
                "the",
                "this",
                "that",
                "his",
                "her",
                "their",
            ):
                continue
            if self._reaches(tree, token.index, verb):
                words = tree.text([determiner, *tree.kids(token.index, "compound"), token.index])
                return f"{tree[token.head].text} {words}", row, token.index
        return None

    @staticmethod
    def _reaches(tree: Tree, index: int, verb: int) -> bool:
        at = index
        for head in tree.up(index):
            if head == verb:
                return True
            if tree[at].dep not in _CLAUSE:
                return False
            at = head
        return False

    def _row(self, tree: Tree, verb: int, place: int, source: Row, because: str) -> Row:
        token = tree[verb]
        return Row(
            tree.sentence,
            place,
            tree,
            verb,
            token.start,
            token.end,
            source.span,
            "inherited",
            source=source,
            because=because,
        )

    def bounded(self, tree: Tree, place: int) -> Row | None:
        """An undated event between the last dated one and the day of publication, for `approx` rows."""
        words, last, published = self.words, self.last, self.article.published
        verb = main_verb(tree, words)
        if verb is None or last is None or published is None or not tells(tree, verb):
            return None
        if tree.lemma(verb) in words.plain_speech or words.among(tree.lemma(verb), "verbs.stative"):
            return None
        if (
            words.among(tree.lemma(verb), "verbs.copulas")
            or tree.negated(verb)
            or last.span.first > published
        ):
            return None
        token = tree[verb]
        span = Span(last.span.first, published, Granularity.APPROX)
        why = "the text places it after that and before the day of publication"
        return Row(
            tree.sentence, place, tree, verb, token.start, token.end, span, "approx", source=last, because=why
        )
