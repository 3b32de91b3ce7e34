"""Bytes → text."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.reading import Unreadable, decode

GERMAN = "Der Präsident erklärte am Dienstag in Köln, daß die Maßnahmen für alle Bürger gälten. "
FRENCH = "Le président a déclaré à l'issue de la rencontre que les élèves étaient très déçus. "
ENGLISH = "Zoë said café prices rose. “Yes,” he said – not now. "
POLISH = "Prezydent oświadczył, że środki będą dostępne już w najbliższą środę; żołnierze wrócą. "
RUSSIAN = "Президент заявил во вторник, что меры будут приняты. "


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (GERMAN, "latin-1"),
        (FRENCH, "latin-1"),
        (FRENCH, "cp1252"),
        (ENGLISH, "cp1252"),
        (POLISH, "cp1250"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "utf-16"),
        (RUSSIAN, "utf-32"),
        (ENGLISH, "utf-8-sig"),
        (ENGLISH, "utf-16-le"),
        (ENGLISH, "utf-16-be"),
        ("中国国家主席周二表示，将采取措施。", "gb18030"),
    ],
)
def test_encodings_are_found(text: str, encoding: str) -> None:
    assert decode((text * 4).encode(encoding)) == text * 4


def test_a_damaged_character_does_not_make_utf8_anything_else() -> None:
    data = (RUSSIAN * 10).encode()
    assert decode(data[:101] + data[102:]).count("\ufffd") <= 2
    assert "вторник" in decode(data[:-1])


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"%PDF-1.7 \x00\x01", "this is a PDF"),
        (b"PK\x03\x04abc", "a ZIP archive or an office document"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "an image"),
        (gzip.compress(b"x" * 100), "compressed"),
        (bytes(range(256)) * 20, "binary data"),
        (b"\x00" * 1000, "binary data"),
        (b"abc\x00\x01\x02\x03\x04" * 100, "binary data"),
    ],
)
def test_what_is_no_text_is_refused_with_what_to_do(data: bytes, sentence: str) -> None:
    with pytest.raises(Unreadable, match=sentence) as caught:
        decode(data)
    assert "save its text as a .txt file" in str(caught.value)


def test_nothing_is_an_empty_text() -> None:
    assert decode(b"") == decode(b"\xef\xbb\xbf") == decode(b"\xff\xfe") == ""


@given(st.binary(max_size=300))
def test_any_bytes_give_text_that_can_be_written_or_a_sentence(data: bytes) -> None:
    try:
        text = decode(data)
    except Unreadable:
        return
    text.encode("utf-8")
