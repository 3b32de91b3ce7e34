"""The verb or noun that the parse gives a date, held against the tense, the length and the sense of both."""

from __future__ import annotations

from datetime import date

from timeline.dates import Granularity, Span
from timeline.events.dating.settle import Found
from timeline.events.sentence.nouns import singular
from timeline.events.sentence.tree import Tree
from timeline.events.sentence.words import Words

_YEAR, _WEEK = 366, 7
_FAR = 9
"""Words between an event noun and the date after it."""


def agreed(
    tree: Tree, found: Found, indices: list[int], words: Words, span: Span, published: date | None
) -> Found | str:
    """`found`, or the word that the date at `indices` rather dates; a sentence why it dates none."""
    if (span.days or 0) > _YEAR:
        found = _long_war(tree, found)
    if published is None or found.path not in ("verb", "noun"):
        return found
    if words.among(tree.lemma(found.trigger), "verbs.planned") and tree.kid(found.trigger, "xcomp") is None:
        noun = noun_before(tree, indices, words)  # "had planned a trip in March"
        if noun is not None and tree[noun].dep == "dobj" and tree[noun].head == found.trigger:
            return Found(noun, "noun", found.preposition)
    if (told := _told_of(tree, found, indices, words, span, published)) is not None:
        return told
    if not tree.is_verb(found.trigger) or words.among(found.preposition, "links.since"):
        return found
    found = _done_to(tree, found, words)
    if span.last is not None and span.last <= published:
        found = _not_to_come(tree, found, indices, words)
    else:
        found = _done_for(tree, found, words)
    fixed = span.granularity != Granularity.DAY or (span.first - published).days > _WEEK  # no bare weekday
    asked = tree.kid(found.trigger, "xcomp") if span.first > published and fixed else None
    if asked is not None and tree.infinitive(asked) and tree.tense(found.trigger) in ("past", "perfect"):
        return Found(asked, "verb", found.preposition)  # "has been asked to meet the president next week"
    if span.first > published and tree.tense(found.trigger) in ("past", "perfect"):
        noun = noun_before(tree, indices, words)  # "was given urgency by the start of the season tomorrow"
        return Found(noun, "noun", "") if noun is not None and noun > found.trigger else found
    if span.last is None or span.last >= published:
        return found
    return _against_tense(tree, found, indices, words)


def _long_war(tree: Tree, found: Found) -> Found:
    """ "indicted for crimes during the 1991-95 war": years on end date the war and not the verb."""
    if found.noun is None or tree.low(tree[found.noun].head) != "during":
        return found
    return Found(found.noun, found.path, found.preposition)


def _done_to(tree: Tree, found: Found, words: Words) -> Found:
    """ "shot dead people protesting on Friday": what they were doing is when it was done to them."""
    doing = tree[found.trigger]
    if doing.tag != "VBG" or doing.dep != "acl" or not tree.is_noun(doing.head):
        return found
    people, verb = tree[doing.head], tree[doing.head].head
    told = tree.is_verb(verb) and tree.tense(verb) == "past" and tree.lemma(verb) not in words.speech
    object_ = people.dep == "dobj" or (people.dep == "nsubjpass" and found.trigger < verb)
    if not told or not object_:
        return found
    if not words.among(people.lemma.lower(), "people.nouns", "people.held"):
        return found
    return Found(verb, "verb", found.preposition)


def _told_of(
    tree: Tree, found: Found, indices: list[int], words: Words, span: Span, published: date
) -> Found | None:
    """ "asked Jackson what it was like to tour with the king 50 years ago": of a saying, the news is not as
    old as what it is about."""
    verb = found.trigger
    old = tree.low(indices[-1]) == "ago" and (published - span.first).days > _OLD
    if not old or tree.lemma(verb) not in words.speech or indices[0] < verb:
        return None
    inside = [
        i for i in range(verb + 1, indices[0]) if tree.is_verb(i) and tree[i].dep not in ("aux", "auxpass")
    ]
    return Found(inside[-1], "verb", "") if inside else None


_OLD = 730
"""Days after which a saying is no news."""


def _done_for(tree: Tree, found: Found, words: Words) -> Found:
    """ "an operation launched to quell dissent in March": when it was launched, not when dissent ends."""
    verb = found.trigger
    above = tree[tree[verb].head]
    launched = tree.infinitive(verb) and above.tag == "VBN" and above.dep == "acl"
    if not launched or words.among(above.lemma.lower(), "verbs.planned") or above.lemma in words.speech:
        return found
    return Found(above.index, "verb", found.preposition)


def _not_to_come(tree: Tree, found: Found, indices: list[int], words: Words) -> Found:
    """ "wrapped up preparations to join on Thursday": a day that is over dates no infinitive that was then
    still to come, but the past verb above it, or the event noun before the date."""
    verb = found.trigger
    token = tree[verb]
    infinitive = token.tag == "VB" and tree.infinitive(verb)
    if not infinitive or token.dep not in ("acl", "xcomp", "advcl"):
        return found
    noun = noun_before(tree, indices, words)
    goes_on = (
        noun is not None and (tree.kid(noun, "acl") or 0) > indices[-1]
    )  # "his decision in May to drill"
    if noun is not None and noun > verb and (token.dep == "acl" or goes_on):
        return Found(noun, "noun", found.preposition)
    above = tree.verb_above(verb)
    if above is not None and not tree.finite(above) and tree[above].dep == "xcomp":
        phase = tree[above].head
        if words.among(tree.lemma(phase), "verbs.phase") and tree.tense(phase) == "past":
            return Found(phase, "verb", found.preposition)  # "began drilling wells to stop it in May"
        forced = tree.tense(tree[above].head) == "past" and tree.lemma(tree[above].head) == "have"
        # "had to halt its effort to plug"
        return Found(above, "verb", found.preposition) if forced else found
    if above is not None and tree[above].tag == "VBN" and tree[above].dep == "acl":
        return Found(above, "verb", found.preposition)  # "an operation launched to quell dissent in March"
    if above is None or not tree.finite(above) or tree.tense(above) != "past":
        return found
    empty = words.among(tree.lemma(above), "verbs.copulas", "verbs.light")
    return found if empty else Found(above, "verb", found.preposition)


def _against_tense(tree: Tree, found: Found, indices: list[int], words: Words) -> Found | str:
    """ "has protested over the offensive in 2008": a verb of the present takes no past date."""
    verb = found.trigger
    tense = tree.tense(verb)
    due = tense == "none" and tree.infinitive(verb) and tree.tense(tree[verb].head) == "present"
    if tense not in ("present", "perfect") and not due:  # "are to begin a hunt after the quake five days ago"
        return found
    if due:
        noun = noun_before(tree, indices, words)
        return Found(noun, "noun", found.preposition) if noun is not None and noun > verb else found
    noun = noun_before(tree, indices, words)
    if noun is not None and noun > verb:
        return Found(noun, "noun", found.preposition)
    if tense == "present" and tree.sentence.zone == "body" and tree.lemma(verb) not in words.speech:
        return f"“{tree[verb].text}” is told of the present, the date lies in the past"
    return found


def noun_before(tree: Tree, indices: list[int], words: Words) -> int | None:
    """The event noun whose phrase the expression closes: "the raid last year", "the war in Gaza in 2008"."""
    start = indices[0]
    for index in range(start - 1, max(-1, start - _FAR), -1):
        token = tree[index]
        if token.pos in ("VERB", "AUX", "PUNCT", "CCONJ", "SCONJ"):
            return None
        if tree.is_noun(index) and words.event_noun(singular(tree, index)) and token.dep != "compound":
            return index
    return None
