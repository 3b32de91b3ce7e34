"""Which language a text is in."""

from __future__ import annotations

_ENOUGH = 3000
"""Characters that settle the language; more only costs."""


def detect(text: str) -> str:
    """ISO 639-1 code of the language `text` is in, or "" where it has too few letters to tell."""
    sample = text[:_ENOUGH].encode("utf-8", "replace").decode()
    if sum(map(str.isalpha, sample)) < 20:
        return ""
    import py3langid  # loads its model on the first call; only articles that name no language need it

    return str(py3langid.classify(sample)[0])
