"""Where it happens, for a headline that names nobody and no place: "An aftershock hits" → "… hits Haiti"."""

from __future__ import annotations

import re

from timeline.entities import country_name
from timeline.events.casting.scene import Scene
from timeline.events.casting.scope import is_site
from timeline.events.headlines.writing import LONGEST, possessive, with_article
from timeline.events.row import Row
from timeline.events.sentence.tree import Tree
from timeline.events.sentence.words import Words

_COUNTED = ("DATE", "TIME", "CARDINAL", "ORDINAL", "PERCENT", "QUANTITY", "MONEY")
_TYPES = ("PROTEST", "ASSAULT", "COERCE", "AID")


def placed(row: Row, tree: Tree, scene: Scene, words: Words) -> str:
    """The row's headline, with its place where it names none and has room for it."""
    told, where = row.headline, _where(row, tree, scene, words)
    if where is not None and (seated := _seated(told, where, row.cast.place is not None, words)):
        return seated if len(seated.split()) <= LONGEST else told
    if where is None or not _sited(row, tree, words) or _names(told, tree):
        return told
    if any(words.among(part.lower(), "nouns.areas") for part in told.split()):
        return told  # "demonstrators in the region"
    direct = words.among(row.lemma, "verbs.striking") and told.endswith((row.lemma, f"{row.lemma}s"))
    text = f"{told} {where}" if direct else f"{told} {words.within} {where}"
    return text if len(text.split()) <= LONGEST else told


def _seated(told: str, where: str, place: bool, words: Words) -> str | None:
    """ "marches through the country", "hits the capital": with the name; None for any other headline."""
    rest, _, last = told.rpartition(" ")
    rest = rest.removesuffix(f" {words.definite}")
    if words.among(last, "nouns.homeland"):
        return f"{rest} {where}"
    if words.among(last, "nouns.seats"):
        return f"{told}, {where}" if place else f"{rest} {possessive(where)} {last}"
    return None


def _sited(row: Row, tree: Tree, words: Words) -> bool:
    """Whether the event must take place somewhere."""
    doer = tree.subject(row.trigger) if tree.is_verb(row.trigger) else row.trigger
    lemma = tree.lemma(doer) if doer is not None else ""
    happens = words.among(lemma, "nouns.sited")
    return row.event_type in _TYPES or happens or words.among(row.lemma, "verbs.sited")


def _where(row: Row, tree: Tree, scene: Scene, words: Words) -> str | None:
    """The row's place; or its one country, if the sentence does not name that as somebody's own."""
    if row.cast.place is not None:
        name = row.cast.place.name
    elif len(row.cast.countries) == 1:
        country, sentence = row.cast.countries[0], tree.sentence
        owned = [m.country for m in scene.actors_in(sentence.start, sentence.end)]
        for place in scene.places_in(sentence.start, sentence.end):
            indices = tree.cover(place.start, place.end)
            if not indices or not is_site(tree, tree.top(indices), words):
                owned.append(place.country)
        named = {p.country for p in scene.places_in(sentence.start, sentence.end)}
        if country not in named and country != scene.country():
            return None  # only one of the countries that the article tells of
        if country in owned:
            return None  # "U.S. citizens left since the evacuation began", "a University of Texas team says"
        name = country_name(country) or ""
    else:
        return None
    return with_article(name, words)


def _names(headline: str, tree: Tree) -> bool:
    """Whether somebody or some place is named already."""
    proper = {t.text for t in tree.tokens if t.pos == "PROPN" or (t.pos == "ADJ" and t.text[:1].isupper())}
    proper |= {
        tree[i].text
        for n in tree.sentence.names
        if n.label not in _COUNTED
        for i in tree.cover(n.start, n.end)
    }
    proper -= {t.text for t in tree.tokens if t.pos == "DET"}
    parts = [re.split("['’]", part.strip(',;:“”"'))[0] for part in headline.split()]
    return any(part[:1].isupper() for part in parts[1:]) or bool(parts and parts[0] in proper)
