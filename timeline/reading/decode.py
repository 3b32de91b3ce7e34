"""Bytes → text, whatever encoding they are in."""

from __future__ import annotations

import codecs
import re

from timeline.reading.failure import Unreadable

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: it starts with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"PAR1", "a Parquet file"),
    (b"\x1f\x8b", "compressed"),
)
_CONTROL = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b\x1a")) + b"\x7f"
_SAMPLE = 65_536
_SURROGATE = re.compile("[\ud800-\udfff]")


def decode(data: bytes) -> str:
    """The text of `data`, without its byte order mark.

    A byte order mark decides; else UTF-8, as long as nearly all of it is; else what charset-normalizer
    finds. Raises Unreadable on what is no text.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return mend(data[len(mark) :].decode(encoding, "replace"))
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise Unreadable(f"this is {what}, not plain text; save its text as a .txt file in UTF-8 first")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = _guess(data)
    else:
        if "\0" in text[:_SAMPLE]:
            text = _guess(data)
    return text


def mend(text: str) -> str:
    """Lone surrogates, which no file can hold, become U+FFFD one by one: every offset stays."""
    return _SURROGATE.sub("\ufffd", text)


def _guess(data: bytes) -> str:
    sample = data[:_SAMPLE]
    nulls = sample.count(0)
    if nulls:
        even, odd = sample[::2].count(0), sample[1::2].count(0)
        if max(even, odd) * 2 > len(sample) * 0.6 and min(even, odd) * 50 < max(even, odd):
            return mend(data.decode("utf-16-le" if odd > even else "utf-16-be", "replace"))
    if nulls * 100 > len(sample) or len(sample.translate(None, _CONTROL)) < len(sample) * 0.97:
        raise Unreadable("this is binary data, not text; save its text as a .txt file in UTF-8 first")
    text = data.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    foreign = sum(map(len, re.findall(r"[^\x00-\x7f\ufffd]+", text)))
    if damaged * 20 <= foreign:  # UTF-8 with a few damaged characters
        return text
    return _by_library(data)


def _by_library(data: bytes) -> str:
    from charset_normalizer import from_bytes

    found = list(from_bytes(data[:_SAMPLE]))
    encoding = found[0].encoding if found else "cp1252"
    # A few accented letters fit many Western encodings alike: then the one in common use.
    for match in found:
        close = match.chaos <= found[0].chaos and match.coherence >= found[0].coherence - 0.05
        if close and "cp1252" in match.could_be_from_charset:
            encoding = "cp1252"
    return mend(data.decode(encoding, "replace"))
