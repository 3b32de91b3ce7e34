"""What the README promises: its commands are CI's, its links lead somewhere, its columns are the table's."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from timeline.table import COLUMNS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_ci_runs_the_test_command_of_the_readme() -> None:
    commands = re.findall(r'^pip install -e "\.\[test\]" && pytest$', README, re.MULTILINE)
    assert len(commands) == 1
    assert 'pip install -q -e ".[test]" && pytest' in (ROOT / ".ci/run").read_text(encoding="utf-8")


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\]\(([^)#:]+)\)", README))))
def test_what_the_readme_links_to_is_there(target: str) -> None:
    assert (ROOT / target).exists()


def test_the_readme_names_every_column_in_order() -> None:
    section = README.partition("## The events table")[2].partition("\n## ")[0]
    named = [name for name in re.findall(r"`(\w+)`", section) if name in COLUMNS]
    assert list(dict.fromkeys(named)) == list(COLUMNS)
