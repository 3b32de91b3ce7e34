"""Which gazetteer names are really places here: no person's name, no brand, no ordinary word."""

from __future__ import annotations

from timeline.entities import places
from timeline.entities.aliases import aliases
from timeline.entities.document import Document
from timeline.entities.gazetteer import FEDERAL, gazetteer
from timeline.entities.lexicon import Words
from timeline.entities.people import Person
from timeline.entities.places import SMALL, Grade, Match

_NUMBERS = ("CARDINAL", "ORDINAL", "DATE", "TIME", "MONEY", "PERCENT", "QUANTITY")
_ENGLISH = ("US", "GB", "CA", "AU", "IE", "NZ")
"""Where cities and people share their names."""
_THINGS = ("LANGUAGE", "LAW", "PRODUCT", "WORK_OF_ART", "EVENT")


class Vetoes:
    """Grades the matches of one document."""

    def __init__(self, document: Document, persons: list[Person], lexicon: Words) -> None:
        self.document = document
        self.lexicon = lexicon
        spans = ((person, span) for person in persons for span in person.spans)
        self._people = {at: found for found in spans for at in range(found[1].first, found[1].last + 1)}
        self._bodies = {
            document.words[document.word_at(start)].key
            for start, end in document.labelled("ORG")
            if " " in document.text[start:end]
        }
        self._ends = {
            key for person in persons for keys in person.keys if len(keys) > 1 for key in (keys[0], keys[-1])
        }

    def grade(self, match: Match) -> Grade:
        """How sure it is that this is a place: "sure", "likely", "weak" (needs other evidence), "no"."""
        if match.certain:
            return "sure"
        if self._water(match) or self._brand(match):
            return "no"
        known = places.is_known(match)
        if self._somebody(match, known):
            return "no"
        first = match.places[0]
        if self._namesake(match) and not self._in(match):
            return "weak" if known else "no"
        if first.kind == "demonym":
            return "no" if self._language(match) else "sure"
        if first.kind == "country" or first.contested:
            return "sure"
        return self._by_label(match, known)

    def _given(self, match: Match) -> bool:
        """A given name, or shouted as the speakers of a transcript are: no small town."""
        key = match.key[0]
        given = key in self.lexicon.set("people.men") or key in self.lexicon.set("people.women")
        speaker = match.text.isupper() and self.document.text[match.end : match.end + 1] == ":"
        return len(match.key) == 1 and (given or speaker)

    def _by_label(self, match: Match, known: bool) -> Grade:
        """The grade of a region or city by what the model and the words around say."""
        name, first = places.label(self.document, match), match.places[0]
        label = name.label if name is not None else ""
        federal = first.kind == "region" and first.country in FEDERAL
        if label in (*_NUMBERS, *_THINGS) and not federal:
            return "no"
        longer_left = name is not None and name.start < match.start - 4
        inside = longer_left or (name is not None and name.end > match.end + 2)
        famous = aliases().of(match.text) if label == "PERSON" else None
        if label == "PERSON" and (inside or (famous is not None and famous.kind == "person")):
            return "no"
        if known:
            capital_before = longer_left and self._goes_before(match, within=True)
            return "weak" if label == "ORG" and capital_before else "likely" if label == "PERSON" else "sure"
        region = first.kind in ("region", "county")
        largest = max(place.population for place in match.places)
        abroad = (region or largest >= SMALL / 2) and first.country not in _ENGLISH
        if label == "PERSON":
            led = (region or largest >= SMALL) and self._led(match)
            news = region or match.text in gazetteer().respelled
            return "likely" if led else "weak" if abroad and news else "no"
        if inside and not places.place_label(name):
            return "weak" if region or largest >= SMALL else "no"
        hyphened = self.document.text[match.start - 1 : match.start] == "-"  # Miami-Dade
        if label == "ORG" and not inside and match.key[0] in self._bodies and len(match.key) == 1:
            return "no"  # short for a body that the article names in full
        if hyphened or self._goes_before(match) or self._given(match):
            return "no"
        following = places.after(self.document, match)
        generic = following is not None and following.key in self.lexicon.set("places.generic")
        if (
            name is not None
            and name.end > match.end + 2
            and not generic
            and places.goes_on(self.document, match)
        ):
            return "no"  # "Anlong Veng" is another place than Anlong
        local = following is not None and following.key in self.lexicon.set("places.local")
        placed = places.place_label(name) or (region and label == "NORP")
        if local or placed or self._led(match):
            return "likely"
        return "weak" if abroad and label == "ORG" else "no"

    def _goes_before(self, match: Match, within: bool = False) -> bool:
        """Is the match the end of a longer name in capitals that no table has: "Derek Drouin"?"""
        word = places.before(self.document, match)
        if (
            word is None
            or not word.capital
            or word.shouted
            or (not within and self.document.opens_sentence(word))
        ):
            return False
        return not (
            word.key in self.lexicon.set("places.directions")
            or word.key in self.lexicon.set("words.determiners")
        )

    def _led(self, match: Match) -> bool:
        """A preposition of place before, and no further capitalised word after that the name goes on with."""
        word = places.before(self.document, match)
        if word is None:
            return False
        generic = (
            word.key == "of"
            and match.first > 1
            and self.document.words[match.first - 2].key in self.lexicon.set("places.generic")
        )
        if not generic and word.key not in self.lexicon.set("places.prepositions"):
            return False
        return not places.goes_on(self.document, match)

    def _somebody(self, match: Match, known: bool) -> bool:
        """Is it (in) somebody's name? A well-known place alone is not, without a fuller name."""
        word = places.before(self.document, match)
        if word is not None and word.key in self.lexicon.set("people.courtesy"):
            return True
        if (found := self._people.get(match.first)) is None:
            return False
        person, span = found
        if match.last > span.last:
            return False
        if span.last > span.first:
            return True
        alone = all(len(keys) == 1 for keys in person.keys) and not span.title
        foreign = match.places[0].country not in _ENGLISH
        return not (self._led(match) or (alone and (known or foreign)))

    def _namesake(self, match: Match) -> bool:
        """The bare first or last name of somebody whom the article names in full."""
        if len(match.key) > 1 or match.places[0].kind == "demonym":
            return False
        return match.key[0] in self._ends

    def _in(self, match: Match) -> bool:
        word = places.before(self.document, match)
        return word is not None and word.key in ("in", "near", "across", "inside", "outside")

    def _water(self, match: Match) -> bool:
        """ "the Gulf of Mexico", "the Persian Gulf"."""
        words = self.document.words
        following = places.after(self.document, match)
        if (
            following is not None
            and following.capital
            and following.key in self.lexicon.set("places.waters_after")
        ):
            return True
        return (
            match.first > 1
            and words[match.first - 1].key == "of"
            and words[match.first].joined
            and words[match.first - 2].capital
            and words[match.first - 2].key in self.lexicon.set("places.waters_before")
        )

    def _brand(self, match: Match) -> bool:
        following, word = places.after(self.document, match), places.before(self.document, match)
        if following is not None and following.capital and following.key in self.lexicon.set("places.brands"):
            return True
        return word is not None and word.capital and word.key in self.lexicon.set("places.brands_before")

    def _language(self, match: Match) -> bool:
        following, word = places.after(self.document, match), places.before(self.document, match)
        if following is not None and following.key in self.lexicon.set("places.not_nation_after"):
            return True
        if (
            following is not None
            and self.document.text[match.end] == "-"
            and following.key in ("speaking", "language")
        ):
            return True
        return word is not None and word.key in self.lexicon.set("places.not_nation_before")
