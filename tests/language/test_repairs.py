"""Given names and lists of names, whatever the parser made of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from timeline import pipeline
from timeline.language.repairs import repaired
from timeline.model import Article, Name, Token


def token(index: int, text: str, dep: str, head: int, pos: str = "PROPN", tag: str = "NNP") -> Token:
    return Token(index, index * 10, index * 10 + len(text), text, text, pos, tag, dep, head)


def test_a_given_name_taken_for_a_preposition() -> None:
    tokens = [
        token(0, "Barack", "prep", 2, "ADP", "IN"),
        token(1, "Obama", "pobj", 0),
        token(2, "flew", "ROOT", 2, "VERB", "VBD"),
    ]
    first, second, _ = repaired(tokens, [Name(0, 15, "PERSON")])
    assert (first.pos, first.dep, first.head) == ("PROPN", "compound", 1)
    assert (second.dep, second.head) == ("nsubj", 2)
    assert repaired(tokens, []) == tuple(tokens)


def test_a_list_taken_for_an_apposition() -> None:
    tokens = [
        token(0, "Merkel", "nsubj", 4),
        token(1, "Macron", "appos", 0),
        token(2, "and", "cc", 1, "CCONJ", "CC"),
        token(3, "Putin", "conj", 1),
        token(4, "met", "ROOT", 4, "VERB", "VBD"),
    ]
    names = [Name(0, 6, "PERSON"), Name(10, 16, "PERSON"), Name(30, 35, "PERSON")]
    assert repaired(tokens, names)[1].dep == "conj"
    alone = [token(0, "Merkel", "nsubj", 2), token(1, "Macron", "appos", 0), token(2, "met", "ROOT", 2)]
    assert repaired(alone, names[:2])[1].dep == "appos"


def test_a_past_taken_for_a_participle() -> None:
    tokens = [
        token(0, "Forces", "nsubj", 1, "NOUN", "NNS"),
        token(1, "killed", "ccomp", 4, "VERB", "VBN"),
        token(2, "people", "dobj", 1, "NOUN", "NNS"),
        token(3, "activists", "nsubj", 4, "NOUN", "NNS"),
        token(4, "said", "ROOT", 4, "VERB", "VBD"),
    ]
    assert repaired(tokens, [])[1].tag == "VBD"
    held = [replace(t, dep="nsubjpass") if t.index == 0 else t for t in tokens]
    assert repaired(held, [])[1].tag == "VBN"


def test_a_verb_with_a_clause_taken_for_a_participle() -> None:
    tokens = [
        token(0, "chief", "ROOT", 0, "NOUN", "NN"),
        token(1, "acknowledged", "acl", 0, "VERB", "VBN"),
        token(2, "that", "mark", 4, "SCONJ", "IN"),
        token(3, "it", "nsubj", 4, "PRON", "PRP"),
        token(4, "failed", "ccomp", 1, "VERB", "VBD"),
        token(5, ".", "punct", 0, "PUNCT", "."),
    ]
    mended = repaired(tokens, [])
    assert [(t.dep, t.head) for t in mended[:2]] == [("nsubj", 1), ("ROOT", 1)]
    assert (mended[1].tag, mended[5].head) == ("VBD", 1)
    plain = [replace(t, dep="nsubj") if t.index == 2 else t for t in tokens]
    assert repaired(plain, [])[1].tag == "VBN"


def test_an_object_taken_for_the_particles() -> None:
    tokens = [
        token(0, "sent", "ROOT", 0, "VERB", "VBD"),
        token(1, "in", "prt", 0, "ADP", "RP"),
        token(2, "troops", "pobj", 1, "NOUN", "NNS"),
    ]
    assert (repaired(tokens, [])[2].dep, repaired(tokens, [])[2].head) == ("dobj", 0)


@pytest.mark.parametrize(
    ("text", "headline", "actors"),
    [
        (
            "Barack Obama and Hillary Clinton flew to Cairo on Friday.",
            "Barack Obama and Hillary Clinton fly to Cairo",
            ("Barack Obama", "Hillary Clinton"),
        ),
        (
            "Angela Merkel, Emmanuel Macron, Vladimir Putin and Boris Johnson met near Berlin on Friday.",
            "Angela Merkel, Emmanuel Macron, Vladimir Putin and Boris Johnson meet near Berlin",
            ("Angela Merkel", "Emmanuel Macron", "Vladimir Putin", "Boris Johnson"),
        ),
    ],
)
def test_in_the_rows(text: str, headline: str, actors: tuple[str, ...]) -> None:
    article = Article("a", text, published=date(2022, 1, 10), language="en")
    (event,) = pipeline.extract(article).events
    assert (event.headline, event.actors) == (headline, actors)
