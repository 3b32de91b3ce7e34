"""People by name: the model's PERSON names and "Title First Last", tidied and gathered under one name each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from timeline.entities.document import Document, Word
from timeline.entities.lexicon import Words

_LONGEST = 6


@dataclass(slots=True)
class PersonSpan:
    """A person's name in the text: words `first` to `last`, and the title before it (word indexes)."""

    first: int
    last: int
    start: int
    end: int
    keys: tuple[str, ...]
    text: str
    title: tuple[int, int] | None = None
    trusted: bool = False
    """Has a title or two words the model calls a person."""


@dataclass(slots=True)
class Person:
    """One person of a document: all spans, full forms counted, the titles seen."""

    spans: list[PersonSpan] = field(default_factory=list)
    forms: Counter[str] = field(default_factory=Counter)
    keys: set[tuple[str, ...]] = field(default_factory=set)
    titles: set[tuple[str, ...]] = field(default_factory=set)
    sex: str = ""
    shown: str = ""
    country: str | None = None

    @property
    def name(self) -> str:
        """The form used most among those with most words, so "Hosni Mubarak", not "Mubarak"."""
        full = [form for form in self.forms if " " in form or "-" in form]
        return max(full or list(self.forms), key=lambda form: (self.forms[form], len(form)))


def spans(document: Document, lexicon: Words, not_person: set[int]) -> list[PersonSpan]:
    """Names of people in text order. `not_person`: words that are surely something else (a country)."""
    found: dict[int, PersonSpan] = {}
    for span in _titled(document, lexicon, not_person):
        found[span.first] = span
    taken = {i for span in found.values() for i in range(span.first, span.last + 1)}
    for name in document.names():
        if name.label != "PERSON":
            continue
        words = document.words_in(name.start, name.end)
        span = _tidy(document, words, lexicon, not_person)
        if span is not None and _is_thing(document, span, lexicon):
            continue
        if span is None or taken & set(range(span.first, span.last + 1)):
            continue
        span.trusted = len(span.keys) > 1
        found[span.first] = span
        taken |= set(range(span.first, span.last + 1))
    return [found[first] for first in sorted(found)]


def _is_thing(document: Document, span: PersonSpan, lexicon: Words) -> bool:
    """ "the Deepwater Horizon": a person's name has no article, and no digit."""
    words = document.words
    if any(c.isdigit() for c in span.text):
        return True
    before = words[span.first - 1] if span.first else None
    if before is None or not words[span.first].joined or before.key not in ("the", "a", "an"):
        return False
    after = words[span.last + 1] if span.last + 1 < len(words) else None
    return not (
        after is not None and after.joined and not after.capital and after.key in lexicon.set("people.roles")
    )


def _titled(document: Document, lexicon: Words, not_person: set[int]) -> Iterable[PersonSpan]:
    titles = lexicon.phrase("people.titles")
    heads = {title[-1] for title in titles}
    words = document.words
    for i, word in enumerate(words[:-1]):
        following = words[i + 1]
        if word.key not in heads or not following.capital or not _goes_on(document, i + 1):
            continue
        if following.key in heads and not word.capital == following.capital:
            continue
        for length in (4, 3, 2, 1):
            first = i - length + 1
            if first >= 0 and tuple(w.key for w in words[first : i + 1]) in titles:
                break
        else:
            continue
        stop = i + 1
        while (
            stop < len(words)
            and stop - i <= _LONGEST
            and _goes_on(document, stop)
            and _name_word(words[stop], lexicon)
        ):
            stop += 1
        span = _tidy(document, words[i + 1 : stop], lexicon, not_person)
        if span is None or span.first != i + 1:
            continue
        name = document.name_at(span.start, span.end)
        courtesy = word.key in lexicon.set("people.courtesy")
        if not courtesy and len(span.keys) == 1 and (name is None or name.label != "PERSON"):
            continue
        if (
            name is not None
            and name.start >= words[first].start
            and name.end < span.end
            and name.label == "PERSON"
        ):
            cut = _tidy(document, document.words_in(span.start, name.end), lexicon, not_person)
            span = cut or span
        span.title, span.trusted = (first, i), True
        yield span


def _goes_on(document: Document, at: int) -> bool:
    """Is word `at` joined to the one before by a space, a hyphen or an initial's stop, on one line?"""
    word = document.words[at]
    if not word.joined:
        return False
    between = document.text[document.words[at - 1].end : word.start]
    if "." in between:
        return len(document.words[at - 1].text) <= 4
    return True


def _name_word(word: Word, lexicon: Words) -> bool:
    return (word.capital and word.text[0].isalpha()) or word.key in lexicon.set("people.particles")


def _tidy(document: Document, words: list[Word], lexicon: Words, not_person: set[int]) -> PersonSpan | None:
    """The name proper: no title before, no possessive or other word after; None where nothing is left."""
    drop = lexicon.set("people.courtesy") | lexicon.set("people.title_words")
    while words and (
        words[0].key in drop or words[0].index in not_person or not _name_word(words[0], lexicon)
    ):
        words = words[1:]
    kept: list[Word] = []
    for word in words:
        if kept and not _goes_on(document, word.index):
            break
        hyphened = kept and document.text[word.start - 1] == "-" and kept[-1].capital  # Ban Ki-moon
        if not (_name_word(word, lexicon) or hyphened) or word.index in not_person:
            break
        if word.text == "s" or word.key in lexicon.set("people.never"):
            break
        kept.append(word)
    while kept and (
        (not kept[-1].capital and document.text[kept[-1].start - 1] != "-")
        or kept[-1].key in lexicon.set("people.suffixes")
    ):
        kept.pop()
    if not kept or not any(len(word.text) > 1 for word in kept):
        return None
    if len(kept) == 1 and (kept[0].key in lexicon.set("people.particles") or len(kept[0].text) < 2):
        return None
    start, end = kept[0].start, kept[-1].end
    keys = tuple(word.key for word in kept)
    return PersonSpan(
        kept[0].index, kept[-1].index, start, end, keys, " ".join(document.text[start:end].split())
    )


def gather(document: Document, found: list[PersonSpan], lexicon: Words) -> list[Person]:
    """Spans → people: full names that agree, then surnames and first names that only one of them has."""
    people: list[Person] = []
    by_last: dict[str, list[Person]] = {}
    by_first: dict[str, list[Person]] = {}
    for span in sorted(found, key=lambda span: (len(_core(span, lexicon)) < 2, span.first)):
        core = _core(span, lexicon)
        person = _match(core, by_last, by_first)
        if person is None:
            person = Person()
            people.append(person)
        person.spans.append(span)
        person.forms[span.text] += 1
        person.keys.add(core)
        if span.title:
            first, last = span.title
            title = tuple(word.key for word in document.words[first : last + 1])
            person.titles.add(title)
            if not person.sex:
                person.sex = _sex(title, lexicon)
        for key, index in ((core[-1], by_last), (core[0], by_first)):
            if person not in index.setdefault(key, []):
                index[key].append(person)
    for person in people:
        person.spans.sort(key=lambda span: span.first)
    return people


def _core(span: PersonSpan, lexicon: Words) -> tuple[str, ...]:
    particles = lexicon.set("people.particles")
    core = tuple(key for key in span.keys if key not in particles)
    return core or span.keys


def _match(
    core: tuple[str, ...], by_last: dict[str, list[Person]], by_first: dict[str, list[Person]]
) -> Person | None:
    last = by_last.get(core[-1], ())
    if len(core) == 1:
        if last:
            return last[0]
        first = by_first.get(core[0], ())
        return first[0] if len(first) == 1 else None
    for person in last:
        if any(len(known) > 1 and _agree(core, known) for known in person.keys):
            return person
    return next((person for person in last if all(len(known) == 1 for known in person.keys)), None)


def _agree(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Same last name, and every other part of the shorter is one of the longer or its initial."""
    if a[-1] != b[-1]:
        return False
    short, long = sorted((a[:-1], b[:-1]), key=len)
    return all(
        any(x == y or (len(x) == 1 and y.startswith(x)) or (len(y) == 1 and x.startswith(y)) for y in long)
        for x in short
    )


def _sex(title: tuple[str, ...], lexicon: Words) -> str:
    if title[-1] in lexicon.set("people.male"):
        return "m"
    return "f" if title[-1] in lexicon.set("people.female") else ""


def again(
    document: Document, people: list[Person], taken: set[int], not_person: set[int], lexicon: Words
) -> None:
    """Adds bare surnames that the model missed: a capitalised word that is the last name of a trusted person."""
    last: dict[str, list[Person]] = {}
    for person in people:
        if any(span.trusted for span in person.spans):
            for keys in person.keys:
                if len(keys) > 1 and len(keys[-1]) > 2 and person not in last.setdefault(keys[-1], []):
                    last[keys[-1]].append(person)
    for word in document.words:
        if word.index in taken or word.index in not_person or not word.capital or word.key not in last:
            continue
        name = document.name_at(word.start, word.end)
        if name is not None and name.label != "PERSON" and (name.end - name.start) > len(word.text) + 2:
            continue
        around = document.words[word.index + 1 : word.index + 2]
        if around and around[0].joined and around[0].capital and document.text[word.end] in " -":
            continue
        person = last[word.key][0]
        person.spans.append(PersonSpan(word.index, word.index, word.start, word.end, (word.key,), word.text))
        taken.add(word.index)
    for person in people:
        person.spans.sort(key=lambda span: span.first)
