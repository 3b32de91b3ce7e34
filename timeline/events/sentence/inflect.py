"""English verbs in the present tense, from a lemma. Small and regular, the four exceptions are data."""

from __future__ import annotations

from timeline.events.sentence.words import Words


def uncapitalised(text: str) -> str:
    """ "The rebels" → "the rebels"."""
    return text[:1].lower() + text[1:]


def present(lemma: str, plural: bool, words: Words) -> str:
    """ "send" → "sends" or, with a plural subject, "send". "be" → "is", "are"."""
    if lemma.endswith("e") and lemma[-3:-2] == lemma[-2:-1] and lemma[-2:-1] in "bdgmnprt":
        lemma = lemma[:-2]  # the model's "gutte" and "planne"
    if plural:
        return "are" if lemma == "be" else lemma
    if lemma in words.inflect:
        return words.inflect[lemma]
    head, hyphen, last = lemma.rpartition("-")
    if last.endswith(("s", "x", "z", "ch", "sh", "o")):
        last += "es" if not (last.endswith("z") and last[-2:-1] not in "zt") else "zes"
    elif last.endswith("y") and last[-2:-1] not in "aeiou":
        last = last[:-1] + "ies"
    else:
        last += "s"
    return head + hyphen + last


def plural_of_tell(phrase: str, plural: bool) -> str:
    """A told verb such as "is held" or "strikes", with the number of its subject."""
    if not plural:
        return phrase
    verb, space, rest = phrase.partition(" ")
    if verb == "is":
        verb = "are"
    elif verb == "goes":
        verb = "go"
    elif verb.endswith("s") and not verb.endswith("ss"):
        verb = verb[:-1]
    return verb + space + rest
