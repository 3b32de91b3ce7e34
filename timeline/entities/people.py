"""Names of people → people: all the names that a document has for one, under the fullest."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from timeline.entities.document import Document
from timeline.entities.lexicon import Words
from timeline.entities.person_names import PersonSpan

Key = tuple[str, ...]
NAMESAKES = 40
"""People of one name that are told apart in an article."""


@dataclass(slots=True, eq=False)
class Person:
    """One person of a document: all spans, full forms counted, the titles seen."""

    spans: list[PersonSpan] = field(default_factory=list)
    forms: Counter[str] = field(default_factory=Counter)
    keys: set[Key] = field(default_factory=set)
    titles: set[Key] = field(default_factory=set)
    sex: str = ""
    shown: str = ""
    country: str | None = None

    def is_only(self, words: set[int]) -> bool:
        """Never more than one word, each of them in `words`: a place that the model took for somebody."""
        return all(s.first == s.last and s.first in words and s.title is None for s in self.spans)

    @property
    def name(self) -> str:
        """The form used most among those with most words, so "Hosni Mubarak", not "Mubarak"."""
        full = [form for form in self.forms if " " in form or "-" in form]
        return max(full or list(self.forms), key=lambda form: (self.forms[form], len(form)))


def gather(document: Document, found: list[PersonSpan], lexicon: Words) -> list[Person]:
    """Spans → people: full names that agree, then surnames and first names that only one of them has."""
    people: list[Person] = []
    by_last: dict[str, list[Person]] = {}
    by_first: dict[str, list[Person]] = {}
    nicknames: dict[str, str] = lexicon.data.get("people", {}).get("nicknames", {})
    for span in sorted(found, key=lambda span: (len(_core(span, lexicon)) < 2, span.first)):
        core = _core(span, lexicon)
        person = _match(core, by_last, by_first, nicknames)
        if person is not None and _unlike(span, person, document, lexicon):
            others = (p for p in by_last.get(core[-1], ()) if not _unlike(span, p, document, lexicon))
            person = next(others, None)  # "Mrs. Obama" after Michelle Obama
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
            same = index.setdefault(key, [])
            if len(same) < NAMESAKES and person not in same:
                same.append(person)
    for person in people:
        person.spans.sort(key=lambda span: span.first)
        _from_title(document, person)
    return people


def _from_title(document: Document, person: Person) -> None:
    """The given name that only the title has: "Lionel Messi" over "Messi"; not of Title Case Titles."""
    title = (document.article.title or "").split()
    if any(" " in form for form in person.forms) or sum(word[:1].islower() for word in title) * 3 < len(
        title
    ):
        return
    last = person.spans[0].text
    for given, word in pairwise(title):
        if word.rstrip(".,:;'’s") == last and given[:1].isupper() and given.isalpha() and given[1:].islower():
            person.forms[f"{given} {last}"] += 1


def _core(span: PersonSpan, lexicon: Words) -> Key:
    particles = lexicon.set("people.particles")
    core = tuple(key for key in span.keys if key not in particles)
    return core or span.keys


def _match(
    core: Key, by_last: dict[str, list[Person]], by_first: dict[str, list[Person]], nicknames: dict[str, str]
) -> Person | None:
    last = by_last.get(core[-1], ())
    if len(core) == 1:
        if last:
            return last[0]
        first = by_first.get(core[0], ())
        return first[0] if len(first) == 1 else None
    for person in last:
        if any(len(known) > 1 and _agree(core, known, nicknames) for known in person.keys):
            return person
    return next((person for person in last if all(len(known) == 1 for known in person.keys)), None)


def _agree(a: Key, b: Key, nicknames: dict[str, str]) -> bool:
    """Same last name; every other part of the shorter is one of the longer, its initial or short form."""
    if a[-1] != b[-1]:
        return False
    short, long = sorted((a[:-1], b[:-1]), key=len)
    return all(any(_same_part(x, y, nicknames) for y in long) for x in short)


def _same_part(x: str, y: str, nicknames: dict[str, str]) -> bool:
    if x == y or nicknames.get(x, x) == nicknames.get(y, y):
        return True
    return (len(x) == 1 and y.startswith(x)) or (len(y) == 1 and x.startswith(y))


def _unlike(span: PersonSpan, person: Person, document: Document, lexicon: Words) -> bool:
    """Whether a title makes a span somebody else: "Mrs. Obama" beside Barack Obama."""
    if span.title is None:
        return False
    first, last = span.title
    told = _sex(tuple(word.key for word in document.words[first : last + 1]), lexicon)
    known = person.sex or given_sex(person.name, lexicon)
    return bool(told) and bool(known) and told != known


def given_sex(name: str, lexicon: Words) -> str:
    """ "m" or "f" where the given name tells it, else ""."""
    given = name.split()[0].lower()
    if given in lexicon.set("people.men"):
        return "m"
    return "f" if given in lexicon.set("people.women") else ""


def _sex(title: Key, lexicon: Words) -> str:
    if title[-1] in lexicon.set("people.male"):
        return "m"
    return "f" if title[-1] in lexicon.set("people.female") else ""


_FIGURES = ("DATE", "TIME", "CARDINAL", "ORDINAL")
"""What the model may make of "May 2 - Obama"."""


def again(
    document: Document, people: list[Person], taken: set[int], not_person: set[int], lexicon: Words
) -> None:
    """Adds bare surnames that the model missed: a capitalised word, the last name of a trusted person."""
    last: dict[str, list[Person]] = {}
    for person in people:
        if any(span.trusted for span in person.spans):
            for keys in person.keys:
                if len(keys) > 1 and len(keys[-1]) > 2 and person not in last.setdefault(keys[-1], []):
                    last[keys[-1]].append(person)
    for word in document.words:
        if word.at in taken or word.at in not_person or not word.capital or word.key not in last:
            continue
        name = document.name_at(word.start, word.end)
        other = name is not None and name.label not in ("PERSON", *_FIGURES)
        if name is not None and other and (name.end - name.start) > len(word.text) + 2:
            continue
        around = document.words[word.at + 1 : word.at + 2]
        if around and around[0].joined and around[0].capital and document.text[word.end] in " -":
            continue
        person = last[word.key][0]
        person.spans.append(PersonSpan(word.at, word.at, word.start, word.end, (word.key,), word.text))
        taken.add(word.at)
    for person in people:
        person.spans.sort(key=lambda span: span.first)
