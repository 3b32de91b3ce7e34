"""Where a heading or a caption ran into the sentence after it, with nothing between but a space."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from timeline.language.lexicon import lexicon

_LEAST = 4
"""Words of either side of a seam."""
_HEADING = 5
"""Words of a heading that is known by its want of articles."""
_ACRONYM = 4
"""Letters of the longest acronym: "A UN official now says …"."""
_REACH = 8
"""Words after a seam among which the verb of the new sentence stands."""
_WORD = re.compile(r"\S+")


class _Words(NamedTuple):
    openers: frozenset[str]
    """With a capital, they begin sentences."""
    articles: frozenset[str]
    """After them a small letter follows where they begin a sentence."""
    waiting: frozenset[str]
    """No sentence ends in these."""
    finite: frozenset[str]
    """Auxiliaries and verbs of saying: a heading does without, a sentence has one."""
    definite: frozenset[str]
    """Headings do without these."""
    dates: frozenset[str]
    """They have a capital wherever they stand."""
    ahead: str
    """"to", of a heading that tells what is to come."""


@cache
def _words(language: str | None) -> _Words | None:
    data = lexicon(language, "sentences").get("seams")
    if not data:
        return None
    lists = {name: frozenset(data[name].split()) for name in _Words._fields if name != "ahead"}
    return _Words(**lists, ahead=data["ahead"])


def seams(text: str, start: int, end: int, language: str | None) -> list[int]:
    """Offsets in [start, end) at which a sentence begins though nothing ends the one before it."""
    known = _words(language)
    if known is None:
        return []
    found = list(_WORD.finditer(text, start, end))
    words = [match[0] for match in found]
    if sum(word[:1].isupper() for word in words) * 2 > len(words):
        return []  # a heading of its own, every word with a capital
    places: list[int] = []
    first = 0
    for at in range(_LEAST, len(words) - _LEAST):
        if at - first >= _LEAST and _begins(words, first, at, known):
            places.append(found[at].start())
            first = at
        elif words[at - 1][-1:] in ".!?:;" or words[at][-1:] in ":":
            first = at
    return places


def _begins(words: list[str], first: int, at: int, known: _Words) -> bool:
    word, before = words[at], words[at - 1]
    quoted = before[-1:] in '”"' and before[-2:-1].isalpha()
    if not word[:1].isupper() or not (quoted or before[-1:].isalpha()) or before.lower() in known.waiting:
        return False
    after = words[at + 1]
    if before[:1].isupper() and not (word in known.openers and after[:1].islower()):
        acronym = word in known.articles and after.isupper() and len(after) <= _ACRONYM
        return acronym or _said_again(words[first:at], words[at : at + _REACH], known)
    if word in known.openers:
        return after[:1].islower() or (word not in known.articles and after[:1].isalnum())
    if quoted or word.lower() in known.dates:
        return False
    return _heading(words[first:at], words[at : at + _REACH], known)


def _heading(left: list[str], right: list[str], known: _Words) -> bool:
    """Whether the words are a headline, and a sentence on the same begins after them: no articles and no
    auxiliary, "Smith to meet miners" or the name said again."""
    small = {_plain(word) for word in left}
    if len(left) < _HEADING or small & (known.finite | known.definite):
        return False
    if not any(word.lower() in known.finite for word in right):
        return False
    name = [right[0], *(word for word in right[1:3] if word[:1].isupper())]
    again = any(len(word) > 1 and _plain(word) in small for word in name)
    opening = [word for word in left[:4] if not word[:1].isupper()]
    return again or opening[:1] == [known.ahead]


def _said_again(left: list[str], right: list[str], known: _Words) -> bool:
    """ "Sanctions target President Ann Smith President Smith has said …": after a name, only a word of the
    heading, which the sentence says again."""
    small = {_plain(word) for word in left}
    again = len(right[0]) > 1 and _plain(right[0]) in small and len(left) >= _HEADING
    return (
        again
        and not small & (known.finite | known.definite)
        and any(word.lower() in known.finite for word in right[1:4])
    )


def _plain(word: str) -> str:
    """A word in small letters, without what marks it as owning or stands beside it."""
    return word.strip(",'’“”\"").removesuffix("'s").removesuffix("’s").lower()
