"""Spellings across articles: ours, and a user's own file."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.entities.reader import read
from timeline.entities import aliases
from timeline.entities.tables import read_data


@pytest.mark.parametrize(
    ("spelling", "name"),
    [
        ("Nikol Pashinyan", "Nikol Pashinian"),
        ("Kassym-Jomart Tokayev", "Qasym-Zhomart Toqaev"),
        ("Moammar Gadhafi", "Muammar Gaddafi"),
        ("Muammar el-Qaddafi", "Muammar Gaddafi"),
        ("Volodymyr Zelenskyy", "Volodymyr Zelensky"),
        ("Mohammed ElBaradei", "Mohamed ElBaradei"),
        ("Abdel Fattah el-Sissi", "Abdel Fattah al-Sisi"),
        ("Hizballah", "Hezbollah"),
        ("U.N.", "United Nations"),
        ("W.H.O.", "World Health Organization"),
        ("Collective Security Treaty Organization", "CSTO"),
    ],
)
def test_known_spellings(spelling: str, name: str) -> None:
    known = aliases.load().of(spelling)
    assert known is not None
    assert known.name == name


@pytest.mark.parametrize("name", ["Nikol Pashinianov", "Who", "Is", "Johan Putinsky", "Zelenko"])
def test_likeness_is_not_enough(name: str) -> None:
    assert aliases.load().of(name) is None


def test_no_spelling_means_two_actors() -> None:
    data = read_data("aliases.toml")
    for kind in ("person", "organization"):
        rows = data[kind]
        spellings = Counter(
            s for row in rows for s in {row["name"], *row.get("aliases", ()), *row.get("short", ())}
        )
        assert [spelling for spelling, count in spellings.items() if count > 1] == []


def test_a_users_file_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "mine.toml"
    own.write_text(
        '[[person]]\nname = "N. Pashinyan (PM)"\naliases = ["Nikol Pashinian"]\n'
        '[[organization]]\nname = "Fishers Union"\nkind = "group"\naliases = ["Northern Fishers"]\n',
        encoding="utf-8",
    )
    monkeypatch.setenv("TIMELINE_ALIASES", str(own))
    actors = read(
        "Prime Minister Nikol Pashinian met the Northern Fishers on Monday. Pashinian smiled."
    ).actors
    assert {actor.name for actor in actors} == {"N. Pashinyan (PM)", "Fishers Union"}


@pytest.mark.parametrize(
    ("content", "says"),
    [("[[person]]\naliases = []\n", "no name"), ("[[person]\n", "cannot be read"),
     ('[[person]]\nname = "A"\naliases = "B"\n', "list of names")],
)  # fmt: skip
def test_a_bad_file_is_refused_with_its_reason(tmp_path: Path, content: str, says: str) -> None:
    own = tmp_path / "mine.toml"
    own.write_text(content, encoding="utf-8")
    with pytest.raises(ValueError, match=says):
        aliases.load(str(own))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"nowhere\.toml"):
        aliases.load(str(tmp_path / "nowhere.toml"))
