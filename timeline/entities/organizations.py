"""Organisations, parties, alliances, ministries and forces: the model's names, tidied; "X alliance"; "Full Name (FN)"."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from timeline.entities.document import Document, Word
from timeline.entities.lexicon import Words
from timeline.model import ActorKind

_LABELS = ("ORG", "NORP", "GPE", "LOC", "PRODUCT", "FAC", "PERSON", "EVENT", "WORK_OF_ART", "LAW")


@dataclass(slots=True)
class OrgSpan:
    """An organisation's name in the text: words `first` to `last`."""

    first: int
    last: int
    start: int
    end: int
    key: tuple[str, ...]
    text: str


@dataclass(slots=True)
class Organization:
    """One organisation of a document under all the names that the document shows to be one."""

    spans: list[OrgSpan] = field(default_factory=list)
    forms: Counter[str] = field(default_factory=Counter)
    kind: ActorKind = "organization"
    acronym: str = ""
    shown: str = ""
    """The name to show where the document says it: "Hayastan alliance"."""
    canonical: str = ""
    """The name shown in the end, aliases and country considered."""

    @property
    def name(self) -> str:
        if self.shown:
            return self.shown
        full = max(self.forms, key=lambda form: (form != self.acronym, self.forms[form], len(form)))
        if self.acronym and self.forms[self.acronym] >= self.forms[full]:
            return self.acronym
        return full


def find(document: Document, lexicon: Words, taken: set[int], places: set[int]) -> list[Organization]:
    """The organisations of a document. `taken`: words of people; `places`: words that are a place or demonym."""
    learned = _learned(document, lexicon, taken, places)
    acronyms = _acronyms(document)
    found: dict[tuple[str, ...], Organization] = {}
    aliases: dict[tuple[str, ...], tuple[str, ...]] = {}
    for short, long in acronyms.items():
        aliases[(short.lower(),)] = long
    for key, (head, kind, shown) in learned.items():
        target = aliases.get(key, key)
        organization = found.setdefault(target, Organization())
        organization.kind, organization.shown = kind, shown
        aliases[(*key, head)] = target
    for span in _spans(document, lexicon, taken, places, set(learned) | set(aliases)):
        key = aliases.get(span.key, span.key)
        organization = found.setdefault(key, Organization())
        if not organization.spans and not organization.shown:
            organization.kind = kind_of(key, lexicon)
        organization.spans.append(span)
        organization.forms[span.text] += 1
        if len(span.key) == 1 and span.text.isupper() and (span.text in acronyms):
            organization.acronym = span.text
    return [organization for organization in found.values() if organization.spans]


def kind_of(key: tuple[str, ...], lexicon: Words) -> ActorKind:
    """The kind that the words of a name tell."""
    kinds: tuple[ActorKind, ...] = ("military", "party", "government", "alliance", "group")
    for word in reversed(key):
        for kind in kinds:
            if word in lexicon.set(f"kinds.{kind}"):
                return kind
    return "organization"


def _learned(
    document: Document, lexicon: Words, taken: set[int], places: set[int]
) -> dict[tuple[str, ...], tuple[str, ActorKind, str]]:
    """Names that a small-letter noun after them explains: "the Hayastan alliance", "the Ennahda party"."""
    found: dict[tuple[str, ...], tuple[str, ActorKind, str]] = {}
    words = document.words
    heads: dict[str, ActorKind] = {}
    for kind in ("party", "alliance", "group", "organization"):
        for head in lexicon.set(f"heads.{kind}"):
            heads[head] = kind
    for i, word in enumerate(words):
        if word.capital or word.key not in heads or not word.joined or i == 0:
            continue
        first = i
        while first > 0 and words[first].joined and _name_word(words[first - 1]) and i - first < 4:
            first -= 1
        inside = words[first:i]
        if not inside or any(w.index in taken for w in inside) or all(w.index in places for w in inside):
            continue
        if (
            inside[0].index in places
            or document.opens_sentence(inside[0])
            and len(inside) == 1
            and inside[0].key in lexicon.set("heads.not_names")
        ):
            continue
        if document.text[inside[-1].end : word.start] != " ":
            continue
        text = " ".join(document.text[inside[0].start : inside[-1].end].split())
        found.setdefault(tuple(w.key for w in inside), (word.key, heads[word.key], f"{text} {word.text}"))
    return found


def _name_word(word: Word) -> bool:
    return word.capital and word.text[0].isalpha()


def _acronyms(document: Document) -> dict[str, tuple[str, ...]]:
    """ "Collective Security Treaty Organization (CSTO)" → {"CSTO": its words}."""
    found: dict[str, tuple[str, ...]] = {}
    text, words = document.text, document.words
    for i, word in enumerate(words):
        short = word.text.replace(".", "")
        if not (2 <= len(short) <= 8 and short.isupper()) or i == 0:
            continue
        if text[word.start - 1 : word.start] != "(" or text[word.end : word.end + 1] != ")":
            continue
        letters = list(short.lower())
        at = i - 1
        begin = None
        while at >= 0 and i - at <= 12:
            if not words[at].capital and words[at].key not in (
                "of",
                "for",
                "the",
                "and",
                "in",
                "on",
                "de",
                "du",
                "des",
                "la",
            ):
                break
            if words[at].capital and words[at].key[0] == letters[0]:
                initials = [w.key[0] for w in words[at:i] if w.capital]
                everything = [w.key[0] for w in words[at:i]]
                if initials == letters or everything == letters or _subsequence(letters, everything):
                    begin = at
            at -= 1
        if begin is not None:
            found[short] = tuple(w.key for w in words[begin:i])
    return found


def _subsequence(short: list[str], long: list[str]) -> bool:
    if abs(len(short) - len(long)) > 2:
        return False
    rest = iter(long)
    return all(letter in rest for letter in short)


def _spans(
    document: Document,
    lexicon: Words,
    taken: set[int],
    places: set[int],
    known: set[tuple[str, ...]],
) -> list[OrgSpan]:
    found: dict[int, OrgSpan] = {}
    for name in document.names():
        if name.label != "ORG":
            continue
        words = document.words_in(name.start, name.end)
        span = _tidy(document, words, lexicon)
        if span is None or any(i in taken for i in range(span.first, span.last + 1)):
            continue
        if all(i in places for i in range(span.first, span.last + 1)):
            continue
        if span.key not in known and not _plausible(span, lexicon):
            continue
        found[span.first] = span
    covered = {i for span in found.values() for i in range(span.first, span.last + 1)}
    repeat = known | {span.key for span in found.values() if len(span.key) > 1 or span.text.isupper()}
    longest = max((len(key) for key in repeat), default=0)
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for key in repeat:
        by_first.setdefault(key[0], []).append(key)
    words = document.words
    for word in words:
        if word.index in covered or word.index in taken or word.key not in by_first or not word.capital:
            continue
        for key in sorted(by_first[word.key], key=len, reverse=True):
            run = words[word.index : word.index + len(key)]
            if tuple(w.key for w in run) != key or not all(w.joined for w in run[1:]) or len(key) > longest:
                continue
            if any(w.index in covered or w.index in taken for w in run):
                continue
            start, end = run[0].start, run[-1].end
            text = " ".join(document.text[start:end].split())
            if len(key) == 1 and text.lower() == key[0] and not word.capital:
                continue
            found[word.index] = OrgSpan(word.index, run[-1].index, start, end, key, text)
            covered |= {w.index for w in run}
            break
    return [found[first] for first in sorted(found)]


def _tidy(document: Document, words: list[Word], lexicon: Words) -> OrgSpan | None:
    """Without "the" before or "'s" after."""
    while words and words[0].key in ("the", "a", "an", "its", "his", "their", "our"):
        words = words[1:]
    while words and (words[-1].text == "s" or words[-1].key in ("the", "and", "of")):
        words = words[:-1]
    for i, word in enumerate(words):
        if word.text == "s" and i + 1 < len(words):
            words = words[i + 1 :]
            break
    if not words or not any(word.capital for word in words):
        return None
    start, end = words[0].start, words[-1].end
    key = tuple(word.key for word in words)
    return OrgSpan(
        words[0].index, words[-1].index, start, end, key, " ".join(document.text[start:end].split())
    )


def _plausible(span: OrgSpan, lexicon: Words) -> bool:
    if len(span.text) < 2 or span.key[-1] in lexicon.set("organizations.never") or span.text.isdigit():
        return False
    if all(key in lexicon.set("people.title_words") for key in span.key):
        return False
    return not (len(span.key) == 1 and span.key[0] in lexicon.set("organizations.never"))
