"""Running text → Article: its language, its zones, its title."""

from __future__ import annotations

import re
from datetime import date

from timeline.language import detect
from timeline.language.lexicon import primary
from timeline.model import Article
from timeline.reading.decode import mend
from timeline.reading.zones import find_zones

_LINE_OF_PROSE = re.compile(r"[^\r\n]{60,}")
_SAMPLE = 1000


def read_text(
    text: str,
    *,
    id: str,
    title: str | None = None,
    published: date | None = None,
    published_reason: str = "",
    url: str | None = None,
    source: str | None = None,
    language: str | None = None,
) -> Article:
    """The article that `text` is, with its zones marked and its language told or detected.

    The text stays as it is, but for a leading byte order mark and lone surrogates.
    """
    text = mend(text.removeprefix("\ufeff"))
    code = primary(language)
    if len(code) != 2:  # none, or not as ISO 639-1 writes it
        code = detect(_prose(text)) or code
    language = code or None
    zones = find_zones(text, title, language)
    if title is None:
        title = next((text[zone.start : zone.end] for zone in zones if zone.kind == "title"), None)
    if published is not None and not published_reason:
        published_reason = "given with the article"
    return Article(id, text, title, published, published_reason, url, source, language, zones)


def _prose(text: str) -> str:
    """Enough of the lines that are long enough to be sentences, not menus."""
    found: list[str] = []
    size = 0
    for line in _LINE_OF_PROSE.finditer(text):
        found.append(line[0][:_SAMPLE])
        size += len(found[-1])
        if size >= _SAMPLE:
            break
    return "\n".join(found) or text[:_SAMPLE]
