"""Which gazetteer names are really places here: no person's name, no brand, no ordinary word."""

from __future__ import annotations

from timeline.entities import places
from timeline.entities.document import Document
from timeline.entities.gazetteer import FEDERAL
from timeline.entities.lexicon import Words
from timeline.entities.people import Person
from timeline.entities.places import SMALL, Grade, Match

_NUMBERS = ("CARDINAL", "ORDINAL", "DATE", "TIME", "MONEY", "PERCENT", "QUANTITY")
_ENGLISH = ("US", "GB", "CA", "AU", "IE", "NZ")
"""Where cities and people share their names."""
_THINGS = ("LANGUAGE", "LAW", "PRODUCT", "WORK_OF_ART", "EVENT")


def grade(document: Document, match: Match, persons: list[Person], lexicon: Words) -> Grade:
    """How sure it is that this match is a place: "sure", "likely", "weak" (needs other evidence) or "no"."""
    if match.certain:
        return "sure"
    if _water(document, match, lexicon) or _brand(document, match, lexicon):
        return "no"
    known = places.is_known(match)
    if _somebody(document, match, persons, lexicon, known):
        return "no"
    first = match.places[0]
    if _namesake(match, persons) and not _in(document, match):
        return "weak"
    if first.kind == "demonym":
        return "no" if _language(document, match, lexicon) else "sure"
    if first.kind == "country" or first.contested:
        return "sure"
    return _by_label(document, match, known, lexicon)


def _by_label(document: Document, match: Match, known: bool, lexicon: Words) -> Grade:
    """The grade of a region or city by what the model and the words around say."""
    name, first = places.label(document, match), match.places[0]
    label = name.label if name is not None else ""
    federal = first.kind == "region" and first.country in FEDERAL
    if label in (*_NUMBERS, *_THINGS) and not federal:
        return "no"
    longer_left = name is not None and name.start < match.start - 4
    inside = longer_left or (name is not None and name.end > match.end + 2)
    if label == "PERSON" and inside:
        return "no"
    if known:
        capital_before = longer_left and _goes_before(document, match, lexicon, within=True)
        return "weak" if label == "ORG" and capital_before else "likely" if label == "PERSON" else "sure"
    region = first.kind in ("region", "county")
    largest = max(place.population for place in match.places)
    abroad = (region or largest >= SMALL / 2) and first.country not in _ENGLISH
    if label == "PERSON":
        led = (region or largest >= SMALL) and _led(document, match, lexicon)
        return "likely" if led else "weak" if abroad else "no"
    if inside and not places.place_label(name):
        return "weak" if region or largest >= SMALL else "no"
    if _goes_before(document, match, lexicon):
        return "no"
    following = places.after(document, match)
    generic = following is not None and following.key in lexicon.set("places.generic")
    if name is not None and name.end > match.end + 2 and not generic and places.goes_on(document, match):
        return "no"  # "Anlong Veng" is another place than Anlong
    local = following is not None and following.key in lexicon.set("places.local")
    placed = places.place_label(name) or (region and label == "NORP")
    if local or placed or _led(document, match, lexicon):
        return "likely"
    return "weak" if abroad and label == "ORG" else "no"


def _goes_before(document: Document, match: Match, lexicon: Words, within: bool = False) -> bool:
    """Is the match the end of a longer name in capitals that no table has: "Derek Drouin"?"""
    word = places.before(document, match)
    if word is None or not word.capital or word.shouted or (not within and document.opens_sentence(word)):
        return False
    return not (word.key in lexicon.set("places.directions") or word.key in lexicon.set("words.determiners"))


def _led(document: Document, match: Match, lexicon: Words) -> bool:
    """A preposition of place before, and no further capitalised word after that the name goes on with."""
    word = places.before(document, match)
    if word is None:
        return False
    generic = (
        word.key == "of"
        and match.first > 1
        and document.words[match.first - 2].key in lexicon.set("places.generic")
    )
    if not generic and word.key not in lexicon.set("places.prepositions"):
        return False
    return not places.goes_on(document, match)


def _somebody(document: Document, match: Match, persons: list[Person], lexicon: Words, known: bool) -> bool:
    """Is it (in) somebody's name? A well-known place alone is not, unless the article has a fuller name."""
    word = places.before(document, match)
    if word is not None and word.key in lexicon.set("people.courtesy"):
        return True
    for person in persons:
        for span in person.spans:
            if span.first <= match.first and match.last <= span.last:
                if span.last > span.first:
                    return True
                alone = all(len(keys) == 1 for keys in person.keys) and not span.title
                foreign = match.places[0].country not in _ENGLISH
                return not (_led(document, match, lexicon) or (alone and (known or foreign)))
    return False


def _namesake(match: Match, persons: list[Person]) -> bool:
    """The bare first or last name of somebody whom the article names in full."""
    if len(match.key) > 1 or match.places[0].kind == "demonym":
        return False
    key = match.key[0]
    return any(len(keys) > 1 and key in (keys[0], keys[-1]) for person in persons for keys in person.keys)


def _in(document: Document, match: Match) -> bool:
    word = places.before(document, match)
    return word is not None and word.key in ("in", "near", "across", "inside", "outside")


def _water(document: Document, match: Match, lexicon: Words) -> bool:
    """ "the Gulf of Mexico", "the Persian Gulf"."""
    words = document.words
    following = places.after(document, match)
    if following is not None and following.capital and following.key in lexicon.set("places.waters_after"):
        return True
    return (
        match.first > 1
        and words[match.first - 1].key == "of"
        and words[match.first].joined
        and words[match.first - 2].capital
        and words[match.first - 2].key in lexicon.set("places.waters_before")
    )


def _brand(document: Document, match: Match, lexicon: Words) -> bool:
    following, word = places.after(document, match), places.before(document, match)
    if following is not None and following.capital and following.key in lexicon.set("places.brands"):
        return True
    return word is not None and word.capital and word.key in lexicon.set("places.brands_before")


def _language(document: Document, match: Match, lexicon: Words) -> bool:
    following, word = places.after(document, match), places.before(document, match)
    if following is not None and following.key in lexicon.set("places.not_nation_after"):
        return True
    if (
        following is not None
        and document.text[match.end] == "-"
        and following.key in ("speaking", "language")
    ):
        return True
    return word is not None and word.key in lexicon.set("places.not_nation_before")
