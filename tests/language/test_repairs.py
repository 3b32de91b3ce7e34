"""Given names and lists of names, whatever the parser made of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import pipeline
from timeline.language.repairs import repaired
from timeline.model import Article, Name, Token


def parsed(*rows: str) -> list[Token]:
    """Tokens from lines of word, relation, head's place and, unless it is a name, part of speech and tag."""
    return [_token(index, *row.split()) for index, row in enumerate(rows)]


def _token(index: int, text: str, dep: str, head: str, pos: str = "PROPN", tag: str = "NNP") -> Token:
    return Token(index, index * 10, index * 10 + len(text), text, text, pos, tag, dep, int(head))


def test_a_given_name_taken_for_a_preposition() -> None:
    tokens = parsed(
        "Barack prep 2 ADP IN",
        "Obama pobj 0",
        "flew ROOT 2 VERB VBD",
    )
    first, second, _ = repaired(tokens, [Name(0, 15, "PERSON")])
    assert (first.pos, first.dep, first.head) == ("PROPN", "compound", 1)
    assert (second.dep, second.head) == ("nsubj", 2)
    assert repaired(tokens, []) == tuple(tokens)


def test_a_list_taken_for_an_apposition() -> None:
    tokens = parsed(
        "Merkel nsubj 4",
        "Macron appos 0",
        "and cc 1 CCONJ CC",
        "Putin conj 1",
        "met ROOT 4 VERB VBD",
    )
    names = [Name(0, 6, "PERSON"), Name(10, 16, "PERSON"), Name(30, 35, "PERSON")]
    assert repaired(tokens, names)[1].dep == "conj"
    alone = parsed("Merkel nsubj 2", "Macron appos 0", "met ROOT 2")
    assert repaired(alone, names[:2])[1].dep == "appos"


def test_a_past_taken_for_a_participle() -> None:
    tokens = parsed(
        "Forces nsubj 1 NOUN NNS",
        "killed ccomp 4 VERB VBN",
        "people dobj 1 NOUN NNS",
        "activists nsubj 4 NOUN NNS",
        "said ROOT 4 VERB VBD",
    )
    assert repaired(tokens, [])[1].tag == "VBD"
    held = [replace(t, dep="nsubjpass") if t.index == 0 else t for t in tokens]
    assert repaired(held, [])[1].tag == "VBN"


def test_a_verb_with_a_clause_taken_for_a_participle() -> None:
    tokens = parsed(
        "chief ROOT 0 NOUN NN",
        "acknowledged acl 0 VERB VBN",
        "that mark 4 SCONJ IN",
        "it nsubj 4 PRON PRP",
        "failed ccomp 1 VERB VBD",
        ". punct 0 PUNCT .",
    )
    mended = repaired(tokens, [])
    assert [(t.dep, t.head) for t in mended[:2]] == [("nsubj", 1), ("ROOT", 1)]
    assert (mended[1].tag, mended[5].head) == ("VBD", 1)
    plain = [replace(t, dep="nsubj") if t.index == 2 else t for t in tokens]
    assert repaired(plain, [])[1].tag == "VBN"


def test_an_object_taken_for_the_particles() -> None:
    tokens = parsed(
        "sent ROOT 0 VERB VBD",
        "in prt 0 ADP RP",
        "troops pobj 1 NOUN NNS",
    )
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


def test_what_something_is_called() -> None:
    tokens = parsed(
        "spokesman nsubj 1 NOUN NN",
        "call ROOT 1 VERB VBD",
        "comments dobj 1 NOUN NNS",
        "unacceptable amod 2 ADJ JJ",
    )
    assert (repaired(tokens, [])[3].dep, repaired(tokens, [])[3].head) == ("oprd", 1)
    before = [*tokens, *parsed("remarks dobj 1 NOUN NNS")]
    before[4] = replace(before[4], index=4)
    assert repaired(before, [])[3].dep == "amod"


def test_a_well_taken_for_an_adverb() -> None:
    tokens = parsed(
        "reaches ROOT 0 VERB VBZ",
        "the det 2 DET DT",
        "Macondo dobj 0",
        "well advmod 0 ADV RB",
        "within prep 0 ADP IN",
    )
    mended = repaired(tokens, [])
    assert [(t.dep, t.head) for t in mended[1:4]] == [("det", 3), ("compound", 3), ("dobj", 0)]
    known = [replace(t, pos="ADJ", tag="JJ") if t.index == 4 else t for t in tokens]
    assert repaired(known, [])[3].dep == "advmod"


def test_a_relative_clause_taken_for_an_object() -> None:
    tokens = parsed(
        "left ROOT 0 VERB VBD",
        "center dobj 0 NOUN NN",
        "that dobj 4 PRON WDT",
        "she nsubj 4 PRON PRP",
        "entered ccomp 0 VERB VBD",
    )
    assert (repaired(tokens, [])[4].dep, repaired(tokens, [])[4].head) == ("relcl", 1)
    said = [replace(t, dep="nsubj") if t.index == 1 else t for t in tokens]
    assert repaired(said, [])[4].dep == "ccomp"


def test_the_end_of_a_name_taken_for_who_acts() -> None:
    tokens = parsed(
        "protests nsubj 4 NOUN NNS",
        "against prep 0 ADP IN",
        "Bashar pobj 1",
        "Assad nsubj 4",
        "erupted ROOT 4 VERB VBD",
    )
    names = [Name(20, 35, "PERSON")]
    assert (repaired(tokens, names)[3].dep, repaired(tokens, names)[3].head) == ("compound", 2)
    assert repaired(tokens, [])[3].dep == "nsubj"
    torn = [replace(t, dep="compound", head=3) if t.index == 2 else t for t in tokens]
    assert (repaired(torn, names)[3].dep, repaired(torn, names)[3].head) == ("pobj", 1)


def test_an_amount_that_the_sentence_hangs_on_stays_where_it_is() -> None:
    tokens = parsed(
        "payment nsubj 3 NOUN NN",
        "of prep 0 ADP IN",
        "2.6 pobj 1 NUM CD",
        "bn ROOT 3 NOUN NN",
    )
    assert repaired(tokens, []) == tuple(tokens)


WORDS = [
    "which",
    "who",
    "that",
    "starting",
    "begin",
    "well",
    "call",
    "attack",
    "kill",
    "report",
    "air",
    "say",
    "fail",
    "hit",
]
DEPS = [
    "nsubj",
    "dobj",
    "pobj",
    "prep",
    "acl",
    "relcl",
    "ccomp",
    "advcl",
    "conj",
    "appos",
    "amod",
    "advmod",
    "auxpass",
    "mark",
]
KINDS = [
    ("NOUN", "NN"),
    ("PROPN", "NNP"),
    ("VERB", "VBN"),
    ("VERB", "VBD"),
    ("VERB", "VBG"),
    ("ADP", "IN"),
    ("ADV", "RB"),
    ("PRON", "WDT"),
    ("PRON", "WP"),
    ("AUX", "MD"),
    ("PUNCT", ","),
]


@st.composite
def trees(draw: st.DrawFn) -> tuple[list[Token], list[Name]]:
    """Any tree over the words that mends look for, and names over some of them."""
    order = draw(st.permutations(range(draw(st.integers(2, 9)))))
    heads = {order[0]: order[0]}
    for place, index in enumerate(order[1:], 1):
        heads[index] = order[draw(st.integers(0, place - 1))]
    tokens = []
    for index in range(len(order)):
        word, dep = draw(st.sampled_from(WORDS)), draw(st.sampled_from(DEPS))
        pos, tag = draw(st.sampled_from(KINDS))
        dep = "ROOT" if heads[index] == index else dep
        tokens.append(_token(index, word, dep, str(heads[index]), pos, tag))
    labels = draw(
        st.lists(st.tuples(st.sampled_from(tokens), st.sampled_from(["PERSON", "ORG", "GPE"])), max_size=3)
    )
    return tokens, [Name(token.start, token.end, label) for token, label in labels]


@given(trees())
@settings(max_examples=400, deadline=None)
def test_whatever_is_mended_stays_a_tree(case: tuple[list[Token], list[Name]]) -> None:
    mended = repaired(*case)
    for token in mended:
        at, steps = token, 0
        while at.head != at.index:
            at, steps = mended[at.head], steps + 1
            assert steps <= len(mended)
