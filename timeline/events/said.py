"""Sayings in sentences that were not parsed: "Putin likewise claimed that …", "…, he said."."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from timeline.events.casting.scene import Scene
from timeline.events.headlines.writing import LONGEST
from timeline.events.sentence.inflect import present, uncapitalised
from timeline.events.sentence.words import Words
from timeline.model import ActorMention, Sentence

_EDGE = " ,;:.“”\"'‘’-–—"
_FIRST = re.compile("['’]")
_FEWEST = 4
"""Words of what is said that tell something."""
_PRONOUNS = ("he", "she", "they")


@dataclass(frozen=True, slots=True)
class Said:
    """Who says what: the verb's place and lemma, the speaker's mention or pronoun, the content."""

    start: int
    end: int
    lemma: str
    mention: ActorMention | None
    pronoun: str
    additive: str
    content: str


@cache
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, forms))})\b")


def said(sentence: Sentence, scene: Scene, words: Words) -> Said | None:
    """The sentence's act of saying, where a name or "he" stands right before its verb; else None."""
    text, base = sentence.text, sentence.start
    for verb in _pattern(tuple(words.said)).finditer(text):
        if _quoted(text, verb.start()):
            continue
        before = text[: verb.start()].rstrip()
        additive = ""
        head, _, last = before.rpartition(" ")
        if words.among(last.lower(), "speech.additive"):
            before, additive = head.rstrip(), last
        pronoun = before.rpartition(" ")[2].lower()
        mention = _ending(scene, base + len(before), base)
        if mention is not None and mention.form != "pronoun":
            pronoun, first = "", mention.start - base
        elif pronoun in _PRONOUNS:
            first = len(before) - len(pronoun)
        else:
            continue
        after = text[verb.end() :]
        lead = not text[:first].strip(_EDGE)
        content = after if lead else text[:first] if len(after.strip(_EDGE)) < 3 else ""
        if content.strip():
            return Said(
                base + verb.start(),
                base + verb.end(),
                words.said[verb[0]],
                mention,
                pronoun,
                additive,
                content,
            )
    return None


def _quoted(text: str, place: int) -> bool:
    """Whether a place lies between quotation marks."""
    head = text[:place]
    return head.count("“") > head.count("”") or head.count('"') % 2 == 1


def _ending(scene: Scene, end: int, base: int) -> ActorMention | None:
    """The mention that ends at `end`."""
    return next((m for m in scene.actors_in(base, end) if m.end == end), None)


def said_headline(found: Said, speaker: str, sentence: Sentence, words: Words) -> str:
    """ "Putin claims “terrorists” are using …": the speaker, the verb in the present, the first words up to
    where a phrase may end; empty where these tell nothing."""
    verb = present(found.lemma, found.pronoun == "they", words)
    content = found.content.strip().strip(",;:").strip()
    content = content.removeprefix("that ")
    quoted = content[:1] in '“"' and content.rstrip(" ,.")[-1:] in '”"'
    content = content.strip(_EDGE) if quoted or content.count('"') % 2 else content.strip(" ,;:.-–—")
    parts = content.split()
    room = LONGEST - len(speaker.split()) - len(verb.split())
    cut = parts[:room]
    if len(parts) > room:
        while len(cut) > 3 and _splits_name(cut, content, sentence, found):
            cut.pop()
    if len(cut) < len(parts):
        ends = (
            n for n in range(len(cut), 2, -1) if words.among(parts[n].strip(_EDGE).lower(), "headline.pauses")
        )
        end = next(ends, 0)
        if end < _FEWEST:
            return ""
        cut = cut[:end]
    if quoted and words.among(_FIRST.split(cut[0].lower())[0], "people.pointing"):
        return ""  # "It's been demobilizing": what has?
    text = " ".join(cut).rstrip(" ,;:")
    if text.count("“") > text.count("”"):
        text += "”"
    if quoted:
        return f"{speaker} {verb}: “{text}”"
    if found.content is not None and not found.content[:1].isspace() and text[:1].isupper():
        text = _lowered(text, sentence)
    return f"{speaker} {verb} {text}"


def _lowered(text: str, sentence: Sentence) -> str:
    """The content's first word without its capital, unless a name begins there."""
    start = sentence.start + sentence.text.find(text[:12])
    named = any(n.start <= start < n.end for n in sentence.names)
    first = text.split(" ", 1)[0]
    plain = first[1:].islower() or (len(first) == 1 and first != "I")
    return uncapitalised(text) if plain and not named else text


def _splits_name(cut: list[str], content: str, sentence: Sentence, found: Said) -> bool:
    """Whether the words end within a name."""
    place = sentence.text.find(content)
    end = sentence.start + place + len(" ".join(cut))
    return any(n.start < end < n.end for n in sentence.names)
