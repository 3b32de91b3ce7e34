"""What can go wrong with a language model."""

from __future__ import annotations


class ModelMissing(RuntimeError):
    """The language model is not installed or not the one we know; the message says what to do."""
