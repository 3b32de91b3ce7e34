"""Where people are named: the model's PERSON names and "Title First Last", tidied."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from timeline.entities.aliases import Aliases
from timeline.entities.document import Document, Word
from timeline.entities.lexicon import Words

Key = tuple[str, ...]
_LONGEST = 6
_BYLINE = 80
"""Characters of a line that is no more than a byline."""


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


def spans(document: Document, lexicon: Words, known: Aliases, not_person: set[int]) -> list[PersonSpan]:
    """Names of people in text order. `not_person`: words that are surely something else (a country)."""
    found: dict[int, PersonSpan] = {}
    for span in _titled(document, lexicon, not_person):
        found[span.first] = span
    taken = {i for span in found.values() for i in range(span.first, span.last + 1)}
    for start, end in document.labelled("PERSON"):
        named = _tidy(document, document.words_in(start, end), lexicon, not_person)
        if named is None or taken & set(range(named.first, named.last + 1)):
            continue
        if any(c.isdigit() for c in named.text):
            continue
        if _is_credit(document, named):
            continue
        if (record := known.of(named.text)) is not None and record.kind != "person":
            continue
        span = named
        span.trusted = len(span.keys) > 1
        found[span.first] = span
        taken |= set(range(span.first, span.last + 1))
    things = _things(document, {span.keys for span in found.values() if not span.title}, lexicon)
    return [found[first] for first in sorted(found) if found[first].title or found[first].keys not in things]


def _things(document: Document, names: set[Key], lexicon: Words) -> set[Key]:
    """Names that are mostly a thing's by the words beside them: "the Deepwater Horizon sank", "rig X"."""
    by_first: dict[str, list[Key]] = {}
    for name in names:
        by_first.setdefault(name[0], []).append(name)
    told: Counter[Key] = Counter()
    total: Counter[Key] = Counter()
    words = document.words
    for word in words:
        for name in by_first.get(word.key, ()) if word.capital else ():
            last = word.at + len(name) - 1
            if last >= len(words) or any(words[word.at + i].key != key for i, key in enumerate(name)):
                continue
            total[name] += 1
            told[name] += _beside_a_thing(document, word.at, last, lexicon)
    return {name for name, count in told.items() if count * 2 >= total[name]}


def _beside_a_thing(document: Document, first: int, last: int, lexicon: Words) -> bool:
    words = document.words
    before = words[first - 1].key if first and words[first].joined else ""
    after = words[last + 1].key if last + 1 < len(words) and words[last + 1].joined else ""
    if before in lexicon.set("organizations.vessels") or after in lexicon.set("organizations.not_beside"):
        return True
    return before in ("the", "a", "an") and (not after or after in lexicon.set("words.function"))


def _is_credit(document: Document, span: PersonSpan) -> bool:
    """A photographer or author: "AP Photo/Jane Roe", a line "By Jane Roe"."""
    if document.text[max(0, span.start - 1) : span.start] == "/":
        return True
    before = document.words[span.first - 1] if span.first else None
    sentence = document.sentence_at(span.start)
    if before is None or before.key != "by" or sentence is None or not document.opens_sentence(before):
        return False
    return len(sentence.text) < _BYLINE


def _titled(document: Document, lexicon: Words, not_person: set[int]) -> Iterable[PersonSpan]:
    titles = lexicon.phrase("people.titles")
    heads = {title[-1] for title in titles}
    words = document.words
    for i, word in enumerate(words[:-1]):
        following = words[i + 1]
        if word.key not in heads or not following.capital or not _goes_on(document, i + 1):
            continue
        if _title_goes_on(document, i + 1, heads) and word.key not in lexicon.set("people.courtesy"):
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
        courtesy = word.key in lexicon.set("people.courtesy")
        span = _tidy(document, words[i + 1 : stop], lexicon, set() if courtesy else not_person)
        if span is None or span.first != i + 1:
            continue
        name = document.name_at(span.start, span.end)
        if not courtesy and len(span.keys) == 1 and (name is None or name.label != "PERSON"):
            continue
        if (
            name is not None
            and name.start >= words[first].start
            and name.end < span.end
            and name.label == "PERSON"
        ):
            _, end = document.labelled_at("PERSON", span.start) or (0, name.end)
            span = _tidy(document, document.words_in(span.start, end), lexicon, not_person) or span
        span.title, span.trusted = (first, i), True
        yield span


def _title_goes_on(document: Document, at: int, heads: set[str]) -> bool:
    """ "Chief Executive Tony": is word `at` still the title, and a name after it?"""
    words = document.words
    return (
        words[at].key in heads
        and at + 1 < len(words)
        and words[at + 1].capital
        and words[at + 1].text.isalpha()
        and _goes_on(document, at + 1)
    )


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
    drop = lexicon.set("people.courtesy") | lexicon.set("people.title_words") | {"pro", "anti"}
    while words and (words[0].key in drop or words[0].at in not_person or not _name_word(words[0], lexicon)):
        words = words[1:]
    kept: list[Word] = []
    for word in words:
        if kept and not _goes_on(document, word.at):
            break
        if not _name_word(word, lexicon) or word.at in not_person:
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
    following = document.words[kept[-1].at + 1] if kept[-1].at + 1 < len(document.words) else None
    if (
        following is not None
        and len(kept) > 1
        and document.text[kept[-1].end : following.start] == "-"
        and not following.capital
        and following.key not in lexicon.set("people.after_hyphen")
    ):
        kept.append(following)  # Ban Ki-moon
    start, end = kept[0].start, kept[-1].end
    keys = tuple(word.key for word in kept)
    if keys[-1] in lexicon.set("people.not_last") and len(keys) > 1:
        return None
    if len(keys) == 1 and keys[0] in lexicon.set("words.peoples"):
        return None
    return PersonSpan(kept[0].at, kept[-1].at, start, end, keys, " ".join(document.text[start:end].split()))
