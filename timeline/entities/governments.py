"""Countries and capitals that act: "Russia sent troops", "Yerevan should have supported"."""

from __future__ import annotations

from timeline.entities.document import Document
from timeline.entities.lexicon import Words
from timeline.entities.nations import adjective
from timeline.entities.places import Match
from timeline.entities.tables import country_name
from timeline.model import ActorMention, Sentence, Token

_SUBJECT = ("nsubj",)
_PASSIVE = ("nsubjpass",)
_OBJECT = ("dobj", "dative")


def find(document: Document, found: list[Match], lexicon: Words) -> list[ActorMention]:
    """A government for each country that takes part in what a clause tells, and each capital that speaks."""
    actors = []
    for match in found:
        place = match.chosen
        if place is None or not place.country or place.kind not in ("country", "capital", "demonym"):
            continue
        if place.kind != "capital" and _owns_act(document, match, lexicon):
            name = country_name(place.country) or match.text
            actors.append(ActorMention(match.start, match.end, match.text, name, "government", place.country))
            continue
        if place.kind == "demonym":
            continue
        parsed = document.token_at(match.end - 1)
        if parsed is None:
            acting = place.kind == "country" and _before_verb(document, match, lexicon)
        else:
            acting = _acts(*parsed, place.kind, lexicon)
        if not acting:
            continue
        name = country_name(place.country) or match.text
        if place.kind == "capital":
            name = f"{adjective(place.country)} government"
        actors.append(ActorMention(match.start, match.end, match.text, name, "government", place.country))
    return actors


def _owns_act(document: Document, match: Match, lexicon: Words) -> bool:
    """ "a U.S. drone strike", "the Russian invasion": an act of state by its noun."""
    words = document.words
    for at in (match.last + 1, match.last + 2):
        if at >= len(words) or not words[at].joined or words[at].text == "s":
            return False
        if words[at].key in lexicon.set("governments.acts"):
            return True
        if words[at].key not in lexicon.set("governments.act_kinds"):
            return False
    return False


def _acts(sentence: Sentence, token: Token, kind: str, lexicon: Words) -> bool:
    tokens = sentence.tokens
    while token.dep in ("conj", "compound") and token.head != token.index:
        if token.dep == "compound":
            return False
        token = tokens[token.head]
    head = tokens[token.head]
    if kind == "capital":
        return token.dep in _SUBJECT and head.lemma in lexicon.set("governments.capital_verbs")
    if token.dep in _SUBJECT:
        return head.pos == "VERB" and head.lemma not in lexicon.set("governments.states")
    if token.dep in _PASSIVE:
        return head.lemma in lexicon.set("governments.done_to")
    if token.dep in _OBJECT:
        return head.pos == "VERB" and head.lemma not in lexicon.set("governments.place_verbs")
    if token.dep == "pobj":
        if head.dep == "agent":
            return True
        return head.text.lower() in ("with", "against") and tokens[head.head].lemma not in lexicon.set(
            "governments.place_verbs"
        )
    return False


def _before_verb(document: Document, match: Match, lexicon: Words) -> bool:
    """Where nothing is parsed: a country that opens its sentence and a verb of saying or doing after it."""
    words = document.words
    if not document.opens_sentence(words[match.first]) or match.last + 1 >= len(words):
        return False
    following = words[match.last + 1]
    return following.joined and following.key in lexicon.set("governments.next_words")
