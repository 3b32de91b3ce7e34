"""Sentences with names and, where it can matter, with their parse."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from timeline.language import model
from timeline.language.clean import Clean, clean
from timeline.language.lexicon import ASSUMED, lexicon, primary
from timeline.language.repairs import repaired
from timeline.language.sentences import split
from timeline.model import Article, Name, Sentence, Timex, Token

_LONGEST_PARSED = 1500
"""Characters; longer "sentences" are lists or tables, which a parser can do nothing with."""
_AFTER = 2
"""Sentences after a dated one that are parsed: they may continue its event."""
_SHORT = 1500
"""Characters; articles up to here are parsed in full."""
_BATCH = 64
_WORD = re.compile(r"[^\W_]+")


def parse(article: Article, timexes: Sequence[Timex]) -> tuple[Sentence, ...]:
    """The article's sentences, with names; with tokens where a time expression can reach.

    For languages without a parser: sentences without tokens or names.
    Raises ModelMissing where the language model is not installed.
    """
    sentences = split(article)
    if primary(article.language or ASSUMED) not in model.LANGUAGES or not sentences:
        return sentences
    loaded = model.load()
    wanted = _wanted(sentences, timexes)
    cleaned = [clean(sentence.text, caption=sentence.zone == "caption") for sentence in sentences]
    docs: dict[str, Any] = {}  # by text: what is printed twice is read once
    named, parsed = set(), set()
    for index, (text, _, _) in enumerate(cleaned):
        names = _may_name(text, article.language)
        if 0 < len(text) <= _LONGEST_PARSED and (names or index in wanted):
            if text not in docs:
                docs[text] = _doc(loaded.nlp, text)
            if names or not loaded.for_parse:
                named.add(text)
            if index in wanted:
                parsed.add(text)
    _run(loaded.nlp, [docs[text] for text in sorted(named)], loaded.for_names)
    _run(loaded.nlp, [docs[text] for text in sorted(parsed)], loaded.for_parse)
    return tuple(
        _filled(sentence, docs[text.text], text, index in wanted) if text.text in docs else sentence
        for index, (sentence, text) in enumerate(zip(sentences, cleaned, strict=True))
    )


def _wanted(sentences: Sequence[Sentence], timexes: Iterable[Timex]) -> set[int]:
    """The sentences to parse: title and opening, those with a time expression, and what may continue them."""
    if sum(len(sentence.text) for sentence in sentences) <= _SHORT:
        return set(range(len(sentences)))
    wanted = {index for index, sentence in enumerate(sentences) if sentence.zone == "title"}
    wanted.add(next((index for index, sentence in enumerate(sentences) if sentence.zone == "body"), 0))
    index = 0
    for timex in sorted(timexes, key=lambda timex: timex.start):
        while index < len(sentences) and sentences[index].end <= timex.start:
            index += 1
        if index == len(sentences):
            break
        if sentences[index].start < timex.end:
            after = _AFTER if timex.span is not None else 0
            wanted.update(range(index, min(len(sentences), index + after + 1)))
    return wanted


def _may_name(text: str, language: str | None) -> bool:
    """Whether a word is capitalised that is not just a common one at the sentence's beginning."""
    words = _WORD.findall(text)
    if not words:
        return False
    first = words[0]
    if first[0].isupper() and first.lower() not in _common_openers(language):
        return True
    return any(word[0].isupper() for word in words[1:])


@cache
def _common_openers(language: str | None) -> frozenset[str]:
    data = lexicon(language, "sentences")
    return frozenset(data.get("starters", "").split()) | frozenset(data.get("common", "").split())


def _doc(nlp: Any, text: str) -> Any:
    """One sentence for the model, its ends fixed."""
    doc = nlp.make_doc(text)
    for token in doc:
        token.is_sent_start = token.i == 0
    return doc


def _run(nlp: Any, docs: Iterable[Any], pipes: frozenset[str]) -> None:
    """Runs these pipes, and no others, over the docs, in place."""
    off = [name for name in nlp.pipe_names if name not in pipes]
    for _ in nlp.pipe(docs, disable=off, batch_size=_BATCH):
        pass


def _filled(sentence: Sentence, doc: Any, text: Clean, parsed: bool) -> Sentence:
    base = sentence.start
    names = tuple(
        Name(base + text.starts[entity.start_char], base + text.ends[entity.end_char - 1], entity.label_)
        for entity in doc.ents
    )
    tokens = repaired(_tokens(doc, sentence, text), names) if parsed else ()
    return replace(sentence, names=names, tokens=tokens)


def _tokens(doc: Any, sentence: Sentence, text: Clean) -> tuple[Token, ...]:
    tokens: list[Token] = []
    space_before = True
    for token in doc:
        start, end = text.starts[token.idx], text.ends[token.idx + len(token) - 1]
        tokens.append(
            Token(
                index=token.i,
                start=sentence.start + start,
                end=sentence.start + end,
                text=sentence.text[start:end],
                lemma=token.lemma_,
                pos=token.pos_,
                tag=token.tag_,
                dep=token.dep_,
                head=token.head.i,
                space_before=space_before,
            )
        )
        space_before = bool(token.whitespace_)
    return tuple(tokens)
