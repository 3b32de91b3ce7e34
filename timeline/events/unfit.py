"""Why a row is of no use to a reader: nobody can tell who acts, or what happens."""

from __future__ import annotations

from collections.abc import Mapping

from timeline.events.casting.able import unable
from timeline.events.headlines.sound import sound, whole
from timeline.events.hollow import hollow_noun, nothing_told
from timeline.events.pronouns import nobody
from timeline.events.row import Row
from timeline.events.sentence.tree import Tree
from timeline.events.sentence.verbs import verb_group
from timeline.events.sentence.words import Words
from timeline.events.untold import in_content, owner_untold, taken_up, told_words, which_one

UNTOLD = "no headline of twelve words"
_CUT = ("…", "…”")
_BARE = 4
"""Words of the longest headline that only names a kind of event: "The decision takes place"."""


def unfit(row: Row, tree: Tree, called: Mapping[int, str], words: Words) -> str | None:
    """Why the row is left out, as the end of a sentence; None for a row that a reader can use.

    `called`: the names that the row's headline gives to pronouns.
    """
    verb = row.trigger if tree.is_verb(row.trigger) else None
    if (unknown := nobody(tree, row.trigger, called, words)) is not None:
        return _untold(unknown)
    if len(row.headline.split()) < 2:
        return f"“{row.headline}” alone tells nothing"
    told = told_words(row.headline)
    if not told:
        return f"{UNTOLD} tells what “{row.word}” is about" if row.headline.endswith(_CUT) else None
    if _subjectless(row, tree, verb, told[0], words):
        return f"“{row.word}” names nobody who acts"
    if words.among(told[0], "people.whose"):
        return _untold(told[0])
    if (own := words_of_own(row.headline, words)) is not None:
        return f"“{own}” speaks, and the sentence does not tell who that is"
    cut = row.rough and (
        not sound(row.headline, words)
        or (verb is not None and not whole(tree, verb, row.headline, words, called))
    )
    if row.headline.endswith(_CUT) or cut:
        return f"{UNTOLD} tells what “{row.word}” is about"
    if any(words.among(word, "people.relatives") for word in told[:4]):
        return f"“{row.word}” names nobody who acts"
    if verb is None and (owner := owner_untold(row.headline, tree, called, words)) is not None:
        return _untold(owner)
    if verb is None:
        bare = _bare(row, told, words)
        return f"which “{row.word}” is meant, the sentence does not tell" if bare else None
    if told[0] == "it" and row.lemma not in words.speech and not words.among(row.lemma, "verbs.empty"):
        return _untold("it")
    if (doer := unable(tree, verb, words)) is not None and not row.cast.doers:
        return f"“{doer}” cannot have done what “{row.word}” tells, and the sentence names nobody else"
    if (taken := taken_up(row, tree, verb, told, called, words)) is not None:
        return _untold(taken)
    if (which := which_one(tree, verb, called)) is not None:
        return f"“{which}” what, the sentence does not tell"
    if (owner := owner_untold(row.headline, tree, called, words)) is not None:
        return _untold(owner)
    if (hollow := hollow_noun(row, tree, words)) is not None:
        return f"which “{hollow}” is meant, the sentence does not tell"
    if (unknown := in_content(tree, verb, row.headline, called, words)) is not None:
        return _untold(unknown)
    return nothing_told(row, tree, verb, words)


def _bare(row: Row, told: list[str], words: Words) -> bool:
    """Whether a headline only names a kind of event; of an accident not even its date tells which one."""
    date = row.timex.text.split() if row.timex is not None else []
    named = any(c.isdigit() for c in row.headline)
    named = named or any(w[:1].isupper() and w not in date for w in row.headline.split()[1:])
    dated = sum(w.lower() in told for w in date) if words.among(row.lemma, "nouns.mishaps") else 0
    short = len(told) - dated <= _BARE and row.status != "planned"
    return short and not (named or row.cast.actors or row.cast.place)


def words_of_own(headline: str, words: Words) -> str | None:
    """The first "I" or "our" of a headline outside its quotations."""
    return next((word for word in told_words(headline) if words.among(word, "people.own")), None)


def _untold(word: str) -> str:
    return f"the text does not tell who or what “{word}” is"


def _subjectless(row: Row, tree: Tree, verb: int | None, first: str, words: Words) -> bool:
    """Whether the headline has no subject: "Downplays the prospect", "who fled", "BP's reinstates it"."""
    if words.among(first, "links.relative"):
        return True
    if verb is None:
        return False
    subject = tree.subject(verb)
    date = tree.cover(row.timex.start, row.timex.end) if row.timex is not None else []
    if subject in date:
        return True  # "the coming days will test …"
    if row.rough and (subject is None or first == "to"):
        return True
    group = verb_group(tree, verb, subject, words)
    return first in (tree.low(verb), group.split()[0]) or f"'s {group} " in f"{row.headline} "
