"""Which language a text is in."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from timeline.language.lexicon import languages, lexicon

_ENOUGH = 1000
"""Characters that settle the language; more only costs."""
_SURE = 0.12
"""Share of a language's own commonest words that no other language's text reaches."""
_LIKELY = 0.25
"""Probability below which an answer about a Latin text is a guess."""
_NEAR = 20
"""How many times likelier another language must be than one that has a folder here."""
_PIDGIN = {"pcm": "en"}
"""Languages that are read as another: Nigerian Pidgin is what short English is most often taken for."""
_NO_WORDS = re.compile(r"https?://\S+|[@#]\w+")
_WORD = re.compile(r"[^\W\d_]+")


def detect(text: str) -> str:
    """ISO 639 code of the language `text` is in, or "" where it is too short to tell.

    A text full of the commonest words of a language that has a folder here is in that language;
    for all others py3langid is asked.
    """
    sample = _NO_WORDS.sub(" ", text[:_ENOUGH])
    words = _WORD.findall(sample.lower())
    if len(words) >= 20:
        for language, common in _common().items():
            if sum(word in common for word in words) >= _SURE * len(words):
                return language
    plain = sample.isascii()
    if sum(map(len, words)) < (20 if plain else 8):
        return ""
    ranked = _identifier().rank(sample.encode("utf-8", "replace").decode())
    best, likelihood = ranked[0]
    for language, other in ranked:
        if language in languages() and other * _NEAR >= likelihood:
            return str(language)
    if best in ("zxx", "und") or (likelihood < _LIKELY and plain):
        return ""
    return str(_PIDGIN.get(best, best))


@cache
def _identifier() -> Any:
    from py3langid import langid  # its model takes a moment to load; few English articles need it

    return langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)


@cache
def _common() -> dict[str, frozenset[str]]:
    found = {language: lexicon(language, "sentences").get("common", "") for language in languages()}
    return {language: frozenset(words.split()) for language, words in found.items() if words}
