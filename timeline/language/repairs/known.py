"""The words by which faults of the English parse are known: `en/parse.toml`."""

from __future__ import annotations

from functools import cache

from timeline.language.lexicon import lexicon

_ENGLISH = "en"
"""The one language whose parse is mended."""


@cache
def known_lemmas() -> dict[str, str]:
    """Forms whose lemma the model mistakes, in small letters, with the right one."""
    return dict(lexicon(_ENGLISH, "parse")["lemmas"])


@cache
def known(name: str) -> frozenset[str]:
    """The words of one list of the file."""
    return frozenset(lexicon(_ENGLISH, "parse")[name])


SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
