"""Sentences with names and, where it can matter, with their parse."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from timeline.language import model
from timeline.language.lexicon import ASSUMED, primary
from timeline.language.sentences import split
from timeline.model import Article, Name, Sentence, Timex, Token

_LONGEST_PARSED = 1500
"""Characters; longer "sentences" are lists or tables, which a parser can do nothing with."""
_AFTER = 2
"""Sentences after a dated one that are parsed: they may continue its event."""
_SHORT = 2500
"""Characters; articles up to here are parsed in full."""

_ODD = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")
_SPACES = re.compile(r"\s+")


def parse(article: Article, timexes: Sequence[Timex]) -> tuple[Sentence, ...]:
    """The article's sentences; names in all, tokens in those that a time expression can reach.

    For languages without a parser: sentences without tokens or names.
    Raises ModelMissing where the language model is not installed.
    """
    sentences = split(article)
    if primary(article.language or ASSUMED) not in model.LANGUAGES or not sentences:
        return sentences
    nlp = model.load()
    wanted = _wanted(sentences, timexes)
    seen: dict[str, Any] = {}
    clean = [_clean(sentence.text) for sentence in sentences]
    for text, _ in clean:
        if text not in seen and len(text) <= _LONGEST_PARSED:
            seen[text] = _doc(nlp, text)
    _run(nlp, seen.values(), ["ner"])
    _run(
        nlp,
        {id(seen[t]): seen[t] for i, (t, _) in enumerate(clean) if i in wanted and t in seen}.values(),
        None,
    )
    found = []
    for index, (sentence, (text, places)) in enumerate(zip(sentences, clean, strict=True)):
        doc = seen.get(text)
        if doc is None:
            found.append(sentence)
            continue
        tokens = _tokens(doc, sentence, places) if index in wanted else ()
        found.append(replace(sentence, tokens=tokens, names=_names(doc, sentence, places)))
    return tuple(found)


def _wanted(sentences: Sequence[Sentence], timexes: Iterable[Timex]) -> set[int]:
    """The sentences to parse: those with a time expression and those that may continue them."""
    if sum(len(sentence.text) for sentence in sentences) <= _SHORT:
        return set(range(len(sentences)))
    wanted: set[int] = set()
    index = 0
    for timex in sorted(timexes, key=lambda timex: timex.start):
        while index < len(sentences) and sentences[index].end <= timex.start:
            index += 1
        if index == len(sentences):
            break
        if sentences[index].start < timex.end:
            wanted.update(range(max(0, index - 1), min(len(sentences), index + _AFTER + 1)))
    return wanted


def _clean(text: str) -> tuple[str, list[int] | None]:
    """What the model is given, and for each of its characters the place in `text` (None: the same)."""
    text = _ODD.sub("\ufffd", text)
    if not any(len(gap[0]) > 1 or gap[0] != " " for gap in _SPACES.finditer(text)):
        return text, None
    parts: list[str] = []
    places: list[int] = []
    at = 0
    for gap in _SPACES.finditer(text):
        parts.append(text[at : gap.start()] + " ")
        places.extend(range(at, gap.start() + 1))
        at = gap.end()
    parts.append(text[at:])
    places.extend(range(at, len(text) + 1))
    return "".join(parts), places


def _doc(nlp: Any, text: str) -> Any:
    doc = nlp.make_doc(text)
    for token in doc:
        token.is_sent_start = token.i == 0
    return doc


def _run(nlp: Any, docs: Iterable[Any], only: list[str] | None) -> None:
    off = [name for name in nlp.pipe_names if (name not in only if only else name == "ner")]
    for _ in nlp.pipe(docs, disable=off, batch_size=64):
        pass


def _place(offset: int, places: list[int] | None) -> int:
    return offset if places is None else places[offset]


def _end(offset: int, places: list[int] | None) -> int:
    return offset if places is None else places[offset - 1] + 1


def _names(doc: Any, sentence: Sentence, places: list[int] | None) -> tuple[Name, ...]:
    return tuple(
        Name(
            sentence.start + _place(entity.start_char, places),
            sentence.start + _end(entity.end_char, places),
            entity.label_,
        )
        for entity in doc.ents
    )


def _tokens(doc: Any, sentence: Sentence, places: list[int] | None) -> tuple[Token, ...]:
    text = sentence.text
    tokens: list[Token] = []
    space_before = True
    for token in doc:
        start, end = _place(token.idx, places), _end(token.idx + len(token), places)
        tokens.append(
            Token(
                index=token.i,
                start=sentence.start + start,
                end=sentence.start + end,
                text=text[start:end],
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
