"""Whether a subject can do what its verb tells: where it cannot, the parse took the wrong word for it."""

from __future__ import annotations

from timeline.events.sentence.nouns import singular
from timeline.events.sentence.tree import SUBJECTS, Tree
from timeline.events.sentence.words import Words

_DOERS = ("nouns", "bodies", "collective", "untold", "parts", "around", "held", "citizens")
"""Lists of who can act, of the section "people"."""


def unable(tree: Tree, verb: int, words: Words) -> str | None:
    """The subject, as the text has it, that cannot have done it; None where nothing speaks against it.

    Ideas and events meet nobody and sign nothing; and where the subject of an infinitive or of what
    follows a preposition is only worked out, they do nothing at all.
    """
    subject = tree.subject(verb)
    if subject is None or tree.passive(verb) or not tree.is_noun(subject):
        return None
    token = tree[subject]
    lemma = singular(tree, subject)
    named = token.pos == "PROPN" or tree.person(subject)
    if named or any(words.among(lemma, f"people.{name}") for name in _DOERS):
        return None
    own = subject in tree.kids(verb, *SUBJECTS) or tree[verb].dep in ("relcl", "acl")
    idea = words.event_noun(lemma) or words.among(lemma, "nouns.ideas")
    willed = words.among(tree.lemma(verb), "verbs.willed")
    if not idea or words.among(tree.lemma(verb), "verbs.phase"):
        return None
    if willed:
        return token.text
    does = tree.kid(verb, "dobj") is not None and not words.among(tree.lemma(verb), "verbs.light")
    joined = tree[verb].dep in ("conj", "advcl")
    return token.text if does and not own and not joined else None
