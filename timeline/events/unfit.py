"""Why a row is of no use to a reader: nobody can tell who acts, or what happens."""

from __future__ import annotations

import re
from collections.abc import Mapping

from timeline.events.able import unable
from timeline.events.nouns import singular
from timeline.events.pronouns import empty, nobody
from timeline.events.row import Row
from timeline.events.sound import sound, whole
from timeline.events.tree import Tree
from timeline.events.verbs import is_plural, verb_group
from timeline.events.words import Words

UNTOLD = "no headline of twelve words"
_CUT = ("…", "…”")
_QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?")
_BARE = 4
"""Words of the longest headline that only names a kind of event: "The decision takes place"."""
_WORD = re.compile(r"[^\W\d_]+")


def unfit(row: Row, tree: Tree, called: Mapping[int, str], words: Words) -> str | None:
    """Why the row is left out, as the end of a sentence; None for a row that a reader can use.

    `called`: the names that the row's headline gives to pronouns.
    """
    verb = row.trigger if tree.is_verb(row.trigger) else None
    if (unknown := nobody(tree, row.trigger, called, words)) is not None:
        return _untold(unknown)
    if len(row.headline.split()) < 2:
        return f"“{row.headline}” alone tells nothing"
    told = _told(row.headline)
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
    if verb is None and (owner := _owner_untold(row.headline, tree, called, words)) is not None:
        return _untold(owner)
    if verb is None:
        named = any(c.isdigit() for c in row.headline) or any(
            w[:1].isupper() and not (row.timex is not None and w in row.timex.text.split())
            for w in row.headline.split()[1:]
        )
        mishap = row.timex is not None and words.among(row.lemma, "nouns.mishaps")
        dated = sum(word.lower() in told for word in row.timex.text.split()) if mishap and row.timex else 0
        bare = len(told) - dated <= _BARE and row.status != "planned"
        bare = bare and not (named or row.cast.actors or row.cast.place)
        return f"which “{row.word}” is meant, the sentence does not tell" if bare else None
    if told[0] == "it" and row.lemma not in words.speech and not words.among(row.lemma, "verbs.empty"):
        return _untold("it")
    if (doer := unable(tree, verb, words)) is not None and not row.cast.doers:
        return f"“{doer}” cannot have done what “{row.word}” tells, and the sentence names nobody else"
    if (taken := _taken(row, tree, verb, told, called, words)) is not None:
        return _untold(taken)
    if (which := _which(tree, verb, told, called)) is not None:
        return f"“{which}” what, the sentence does not tell"
    if (owner := _owner_untold(row.headline, tree, called, words)) is not None:
        return _untold(owner)
    if (hollow := _hollow(row, tree, words)) is not None:
        return f"which “{hollow}” is meant, the sentence does not tell"
    if (unknown := _in_content(tree, verb, row.headline, called, words)) is not None:
        return _untold(unknown)
    return _nothing(row, tree, verb, words)


def words_of_own(headline: str, words: Words) -> str | None:
    """The first "I" or "our" of a headline outside its quotations."""
    return next((word for word in _told(headline) if words.among(word, "people.own")), None)


def _told(headline: str) -> list[str]:
    """The words of a headline outside its quotations, in small letters."""
    return [word.lower() for word in _WORD.findall(_QUOTED.sub(" ", headline))]


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


def _in_content(tree: Tree, verb: int, headline: str, called: Mapping[int, str], words: Words) -> str | None:
    """The pronoun that is the subject of what is said and cannot be the speaker: "she says they lost"."""
    content, speaker = tree.kid(verb, "ccomp"), tree.subject(verb)
    inner = tree.subject(content) if content is not None and tree.is_verb(content) else None
    if content is None or inner is None or speaker is None or inner in called:
        return None
    low = tree.low(inner)
    if low not in _WORD.findall(headline.lower()):
        return None
    if low in ("this", "that", "these", "those") and not tree.kids(inner):
        return low
    if not (tree.person(speaker) or words.among(tree.lemma(speaker), "people.nouns")):
        return None
    several = is_plural(tree, verb, speaker, words) or words.among(tree.lemma(speaker), "people.collective")
    if low == "they" and not several:
        return low
    taken = tree.kid(content, "dobj")
    if taken is not None and tree.low(taken) in ("it", "them") and taken not in called:
        named = any(tree[k].pos in ("NOUN", "PROPN") for k in range(speaker + 1, taken))
        if not named and tree.low(taken) in _WORD.findall(headline.lower()):
            return tree.low(taken)  # "she can receive them"
    after = (i for i in tree.subtree(content) if i > content)
    opened = [i for i in after if tree[i].tag in ("WDT", "WP", "TO") or tree[i].dep == "mark"]
    cleft = any(tree.low(tree[i].head) in headline.lower() for i in opened)
    if low == "it" and not cleft and tree.kid(content, "attr") and any(tree[i].tag == "TO" for i in opened):
        return low  # "it is a huge mistake" without "to leave"
    return low if low == "it" and not opened and not empty(tree, content, inner, words) else None


def _which(tree: Tree, verb: int, told: list[str], called: Mapping[int, str]) -> str | None:
    """The subject that is but an article and an adjective: "a second begins"."""
    subject = tree.subject(verb)
    if subject is None or tree[subject].tag not in ("JJ", "CD") or subject in called or told[-1] == "%":
        return None
    bare = len(tree.kids(subject)) == 1 and tree.kid(subject, "det") is not None
    return tree[subject].text if bare else None


def _taken(
    row: Row, tree: Tree, verb: int, told: list[str], called: Mapping[int, str], words: Words
) -> str | None:
    """The pronoun that something is done to, and nothing in the headline explains: "witness it"."""
    if row.path == "inherited":
        return None
    subject = tree.subject(verb)
    done = [k for k in tree.kids(subject, "acl") if tree.infinitive(k)] if subject is not None else []
    for k in [k for at in (verb, *done) for k in tree.kids(at, "dobj")]:  # "an operation to seal it"
        low = tree.low(k)
        points = low in ("that", "this", "these", "those") and not tree.kids(k)
        unknown = points or low in ("it", "them") or words.among(low, "people.objects")
        if (k > verb or done) and k not in called and unknown and low in told:
            return low
    return None


def _owner_untold(headline: str, tree: Tree, called: Mapping[int, str], words: Words) -> str | None:
    """The "its" or "their" of a headline that nothing before it in the headline can stand for: "several of
    its representatives meet", "Nasrallah comes close to promoting their overthrow"."""
    parts = [part.strip(",;:“”\"'’").lower() for part in _QUOTED.sub(" ", headline).split()]
    for token in tree.tokens:
        low = token.text.lower()
        if token.tag != "PRP$" or token.index in called or low not in _OWNERS or low not in parts:
            continue
        before = set(parts[: parts.index(low)])
        if any(before.intersection(name.lower().split()) for name in called.values()):
            continue
        nouns = [t for t in tree.tokens if t.text.lower() in before and t.pos in ("NOUN", "PROPN")]
        if low == "their":
            nouns = [t for t in nouns if _many(tree, t.index, words)]
        if not nouns and not before.intersection(_OWNERS):
            return token.text
    return None


_OWNERS = ("its", "their", "his", "her")


def _many(tree: Tree, noun: int, words: Words) -> bool:
    """Whether "their" can be said of a noun."""
    token = tree[noun]
    several = token.tag in ("NNS", "NNPS") or tree.kid(noun, "conj") is not None or token.dep == "conj"
    lists = ("people.collective", "people.bodies", "people.parts", "plural.plural")
    body = token.pos == "PROPN" and not tree.person(noun)
    return several or body or any(words.among(token.lemma.lower(), name) for name in lists)


def _hollow(row: Row, tree: Tree, words: Words) -> str | None:
    """The noun of a headline that tells nothing but nouns like "the report", "a decision"."""
    told = set(_told(row.headline))
    if row.cast.place is not None or any(c.isdigit() for c in row.headline) or len(told) > _FEW:
        return None
    nouns = [t for t in tree.tokens if t.text.lower() in told and tree.is_noun(t.index)]
    if not nouns or any(w[:1].isupper() for w in row.headline.split()[1:]):
        return None
    if any(not words.among(t.lemma.lower(), "nouns.hollow") for t in nouns):
        return None
    if row.cast.doers and not any(
        tree.low(k) == words.definite for t in nouns for k in tree.kids(t.index, "det")
    ):
        return None  # "BP delays a decision"
    modified = any(
        t.text.lower() in told and t.dep in ("amod", "compound", "nmod", "poss") and t.tag != "JJR"
        for t in tree.tokens
    )
    return None if modified else nouns[0].text


_FEW = 7
"""Words from which on a headline tells enough."""


def _nothing(row: Row, tree: Tree, verb: int, words: Words) -> str | None:
    """Why the verb tells nothing that happens; None where it does."""
    group = verb_group(tree, verb, tree.subject(verb), words)
    if words.among(row.lemma, "verbs.dating"):
        return f"“{row.word}” tells what date something bears"
    if tree.negated(verb) and any(
        words.among(tree.low(k), "links.until") for k in tree.kids(verb, "prep", "mark")
    ):
        return f"“{row.word}” is told not to happen before that"
    if tree[verb].tag == "MD" or words.among(row.lemma, "verbs.future_aux"):
        return f"“{row.word}” does not tell what"
    of = tree.subject(verb)
    event = of is not None and words.event_noun(singular(tree, of))
    phase = words.among(row.lemma, "verbs.phase") and row.headline.endswith(f" {group}")
    if phase and of is not None and not event and (row.cast.doers or tree[of].pos == "PROPN"):
        return f"“{row.word}” does not tell what"  # "BP begins"
    bare = tree.kid(verb, "xcomp", "ccomp", "dobj", "agent") is None and tree.passive(verb) and not event
    if bare and words.among(row.lemma, "verbs.planned") and row.headline.endswith(f" {group}"):
        return f"“{row.word}” does not tell what"
    if words.among(row.lemma, "verbs.copulas") and row.headline.endswith(f" {group}"):
        return f"“{row.word}” does not tell what"
    if row.rough and words.among(row.lemma, "verbs.needing") and row.headline.endswith(f" {group}"):
        return f"“{row.word}” does not tell what"
    taken = tree.relative_object(verb)
    if taken is not None and tree.low(taken) not in row.headline.lower():
        return f"“{row.word}” does not tell what"  # "the statement that he put out"
    says = row.lemma in words.plain_speech and not words.among(row.lemma, "speech.alone")
    says = says and not tree.passive(verb)
    if says and row.path != "inherited" and not _content(tree, verb, row.headline, words):
        return f"“{row.word}” does not tell what is said"
    about = any(tree.low(k) == "about" for k in tree.kids(verb, "prep"))
    if about and words.among(row.lemma, "speech.about") and row.headline.endswith(f" {group}"):
        return f"“{row.word}” does not tell what is said"
    if says and row.headline.split()[-1].lower() in (tree.low(verb), group.split()[-1]):
        return f"“{row.word}” does not tell what is said"
    if any(tree.low(k) == "than" for k in tree.kids(verb, "mark", "prep") if k < verb):
        return f"“{row.word}” is what something else is compared with"
    if any(tree[k].dep == "intj" and k < verb for k in tree.kids(verb)):
        return "it is said aloud, and the sentence does not tell by whom"
    if tree.lemma(verb) != "be":
        return None
    if tree.kid(verb, "expl") is not None:
        what = tree.kid(verb, "attr", "nsubj", "dobj")
        event = what is not None and words.event_noun(singular(tree, what))
        return None if event else f"“{row.word}” tells what there is, not what happens"
    return f"“{row.word}” tells how something is, not what happens" if _state(tree, verb) else None


def _content(tree: Tree, verb: int, headline: str, words: Words) -> bool:
    """Whether a headline of a saying has anything of what is said, or what it is about."""
    if ":" in headline or tree.kid(verb, "ccomp", "dobj", "xcomp", "parataxis", "oprd", "attr") is not None:
        return True
    about = any(words.among(tree.low(k), "headline.binding") for k in tree.kids(verb, "prep", "prt"))
    return (
        about or tree.relative_object(verb) is not None or any(tree[k].dep == "acl" for k in tree.kids(verb))
    )


def _state(tree: Tree, verb: int) -> bool:
    """Whether "be" joins its subject to an adjective or a figure, or now to a noun."""
    what, how = tree.kid(verb, "attr"), tree.kid(verb, "acomp")
    if how is not None:
        return tree.low(how) != "worth"
    if what is None:
        return False
    figure = tree[what].pos == "NUM" or tree.kid(what, "nummod") is not None
    return figure or tree.tense(verb) != "past"
