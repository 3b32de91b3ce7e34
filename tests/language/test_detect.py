"""The language of a text."""

from __future__ import annotations

import subprocess
import sys

import pytest

from timeline.language import detect
from timeline.language.lexicon import primary

TEXTS = {
    "en": "The president said on Tuesday that troops had left the country and that more would follow.",
    "fr": "Le président français a déclaré mardi à Paris que les troupes allaient quitter le pays.",
    "de": "Der Präsident sagte am Dienstag in Berlin, dass die Truppen das Land verlassen würden.",
    "es": "El presidente dijo el martes en Madrid que las tropas abandonarán el país.",
    "nl": "De president zei dinsdag in Den Haag dat de troepen het land zullen verlaten.",
    "it": "Il presidente ha detto martedì a Roma che le truppe lasceranno il paese.",
    "pt": "O presidente disse na terça-feira em Lisboa que as tropas deixarão o país.",
    "pl": "Prezydent powiedział we wtorek w Warszawie, że wojska opuszczą kraj.",
    "ru": "Президент заявил во вторник в Москве, что войска покинут страну.",
    "ar": "قال الرئيس يوم الثلاثاء إن القوات ستغادر البلاد",
    "hy": "Վարչապետ Նիկոլ Փաշինյանը երկուշաբթի օրը հայտարարեց",
    "ja": "首相は火曜日に東京で記者会見を開いた。",
    "zh": "中国国家主席周二在北京表示，部队将撤离该国。",
    "vi": "Tổng thống nói hôm thứ Ba tại Hà Nội rằng quân đội sẽ rời khỏi đất nước.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_sentence_is_enough(language: str) -> None:
    assert detect(TEXTS[language]) == language


@pytest.mark.parametrize("text", ["", "   ", "12.5.2020 14:30", "Lee Min Ho", "\ud800\ud801"])
def test_too_little_tells_nothing(text: str) -> None:
    assert detect(text) == ""


def test_short_english_is_english() -> None:
    assert detect("Away from Singapore from 17th May to 17th June to London") == "en"


def test_english_news_needs_no_language_library() -> None:
    code = (
        "import sys; from timeline.language import detect; "
        f"assert detect({TEXTS['en'] * 2!r}) == 'en'; assert 'py3langid' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize(
    ("tag", "code"),
    [("en", "en"), ("en-GB", "en"), ("pt_BR", "pt"), ("../x", ""), ("", ""), (None, ""), ("EN", "en")],
)
def test_language_tags_are_cut_to_their_first_part(tag: str | None, code: str) -> None:
    assert primary(tag) == code
