"""What a language gives: its word lists, sentences, tokens and names. spaCy stays behind this door.

Importing this package loads no language model; `parse` does, once, when an article needs it.
"""

from timeline.language.detect import detect
from timeline.language.errors import ModelMissing
from timeline.language.lexicon import lexicon
from timeline.language.parse import parse
from timeline.language.sentences import split

__all__ = ["ModelMissing", "detect", "lexicon", "parse", "split"]
