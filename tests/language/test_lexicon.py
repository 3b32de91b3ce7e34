"""Words and patterns as data."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from timeline import language
from timeline.language import lexicon
from timeline.language.lexicon import languages
from timeline.reading.rules import rules

FILES = sorted(Path(language.__file__).parent.glob("*/*.toml"))


def test_english_is_here() -> None:
    assert "en" in languages()
    assert "starters" in lexicon("en", "sentences")


def test_a_language_without_data_is_empty_and_an_unknown_one_is_read_as_english() -> None:
    assert lexicon("xx", "sentences") == {}
    assert lexicon(None, "sentences") == lexicon("", "sentences") == lexicon("en-US", "sentences")
    assert lexicon("../../etc", "sentences") == {}


@pytest.mark.parametrize("path", FILES, ids=lambda path: "/".join(path.parts[-2:]))
def test_every_file_is_valid_toml(path: Path) -> None:
    assert tomllib.loads(path.read_text("utf-8"))


@pytest.mark.parametrize("code", languages())
def test_the_patterns_of_reading_compile(code: str) -> None:
    assert rules(code).stamp.fullmatch("2022-01-10")


def test_every_chrome_pattern_has_one_of_the_words_that_let_a_line_through_to_it() -> None:
    chrome = lexicon("en", "reading")["chrome"]
    for pattern in chrome["anywhere"]:
        letters = re.sub(r"[^a-z]", "", re.sub(r"\\b|\(\?:|-\?", "", pattern))
        assert any(word.replace(" ", "") in letters for word in chrome["words"]), pattern


def test_importing_language_loads_no_model() -> None:
    code = "import sys, timeline.language; assert not {'spacy', 'py3langid', 'pandas'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
