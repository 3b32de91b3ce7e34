"""From a time expression up the parse to the verb or event noun that it dates."""

from __future__ import annotations

from datetime import date

from timeline.dates import Span
from timeline.events.dating.agreement import agreed
from timeline.events.dating.position import positioned
from timeline.events.dating.settle import Found, caption_event, seen, settle
from timeline.events.sentence.leadin import lead_in
from timeline.events.sentence.nouns import edition, outer, singular, told_by_verb
from timeline.events.sentence.tree import SUBJECTS, Tree
from timeline.events.sentence.words import Words

ATTRIBUTIVE = ("compound", "nummod", "amod", "poss", "nmod")
_BOUNDS = ("after", "following", "before", "since", "despite", "until", "over")
"""Prepositions whose noun keeps the date that follows it: "after the earthquake on Tuesday"."""
_FAR = 9
"""Words between an event noun and the date after it."""


def governor(
    tree: Tree, indices: list[int], placed: set[int], words: Words, span: Span, published: date | None
) -> Found | str:
    """The word that the expression at `indices` dates; a sentence why not, where there is none."""
    if (bound := _bound_noun(tree, indices, words)) is not None:
        return Found(bound, "noun", tree.low(tree[bound].head))
    found = _climb(tree, indices, placed, words)
    if not isinstance(found, str):
        found = positioned(tree, found, indices, placed, words)
    return found if isinstance(found, str) else agreed(tree, found, indices, words, span, published)


def _bound_noun(tree: Tree, indices: list[int], words: Words) -> int | None:
    """ "since the earthquake 11 days ago", "following the explosion of the rig three months ago": the event
    from which the text counts, whatever the parser hung the "ago" on."""
    noun = indices[0] - 1 - (tree[indices[0] - 1].pos == "ADP") if indices[0] else -1
    if noun > 0 and tree.low(tree[noun].head) in _BOUNDS and tree[noun].dep == "pobj":
        goes_on = indices[-1] + 1 < len(tree) and tree.low(indices[-1] + 1) == "that"
        if goes_on and words.event_noun(singular(tree, noun)):
            return noun  # "rose following confirmation on Sunday that …"
    if tree.low(indices[-1]) != "ago":
        return None
    for index in range(indices[0] - 1, max(-1, indices[0] - _FAR), -1):
        token = tree[index]
        if token.pos in ("VERB", "AUX", "PUNCT", "CCONJ") and token.dep != "prep":
            return None
        if token.text.lower() in _BOUNDS:
            bound = tree.kid(index, "pobj")
            return bound if bound is not None and words.event_noun(singular(tree, bound)) else None
    return None


def _climb(tree: Tree, indices: list[int], placed: set[int], words: Words) -> Found | str:
    top, preposition = tree.top(indices), ""
    head_line = lead_in(tree)
    owned = tree[top].dep == "poss"  # in "last month's oil rig explosion" the date is the explosion's
    in_caption = tree.sentence.zone == "caption" and not owned
    if in_caption or head_line.issuperset(indices) or _closes_caption(tree, indices):
        return Found(caption_event(tree, words), "caption", "")
    if any(i in head_line for i in tree.up(top)):  # a heading run into the sentence
        after = (t.index for t in tree.tokens if t.index not in head_line and t.pos in ("VERB", "AUX"))
        verb = next((v for v in after if tree.finite(v)), None)
        if verb is not None:
            return Found(verb, "verb", "")
    clause = tree.kid(top, "relcl")
    if clause is not None and tree.finite(clause) and clause not in placed:  # "the day he was arrested"
        return Found(clause, "verb", "")
    at, noun = top, None
    for _ in range(len(tree)):
        token = tree[at]
        if token.head == at:
            break
        head, dep = token.head, token.dep
        if head in placed and head not in indices:
            at = head
            continue
        participle = tree[head].tag == "VBG" and words.among(tree.low(head), "links.participles")
        if participle and tree[head].dep in ("prep", "acl", "advcl", "pcomp"):
            preposition = preposition or tree.low(head)
            at = head
            continue
        stray = tree[head].tag == "VBD" and tree[head].dep in ("pcomp", "compound", "pobj")
        if stray and tree.kid(head, *SUBJECTS) is None:  # "with rapt attention Saturday"
            at = head
            continue
        if tree.is_verb(head) and tree[head].dep not in ("amod", "aux", "auxpass"):
            speech = _said_just_before(tree, indices, head, words)
            if speech is not None:
                return Found(speech, "verb", preposition)
            day_saw = seen(tree, head, placed, words)
            if day_saw is not None:
                return day_saw
            head = _left_of_comma(tree, indices, head)
            return settle(tree, head, noun, preposition, indices, words)
        aside = dep == "appos" and at not in indices and at - 1 not in indices and tree.is_noun(at)
        if aside and not words.event_noun(singular(tree, at)) and _after_comma(tree, at):
            return f"it belongs to “{token.text}”, not to an event"
        if tree[head].pos in ("ADP", "SCONJ") and not preposition:
            preposition = tree.lemma(head)
        if tree[head].tag == "JJS" and not tree.is_noun(head) and words.among(preposition, "links.since"):
            return f"it says since when nothing was “{tree[head].text}”"
        if tree.is_noun(head) and noun is None:
            speech = _said_just_before(tree, indices, head, words) if dep not in ATTRIBUTIVE else None
            if speech is not None:
                return Found(speech, "verb", preposition)
            head_noun = outer(tree, head)
            if not words.event_noun(singular(tree, head_noun)):
                thing = tree[head_noun].text
                timely = words.among(tree.lemma(head_noun), "links.timely")
                if preposition == "of" and dep not in ATTRIBUTIVE and not timely:
                    return f"it is part of the name of “{thing}”, which is a thing and no event"
                if words.among(preposition, "links.since"):
                    return f"it says since when “{thing}” is counted"
            attributive = dep in ATTRIBUTIVE
            if words.event_noun(singular(tree, head_noun)):
                verb = told_by_verb(tree, head_noun, words)
                if verb is not None:
                    return Found(verb, "attribute" if attributive else "noun", preposition, head_noun)
                if attributive or not _verb_takes_it(tree, head_noun, indices, words):
                    return Found(head_noun, "attribute" if attributive else "noun", preposition)
                noun = head_noun
            elif attributive and head_noun not in placed and not edition(tree, top, head):
                thing = tree[head_noun].text
                return f"it is part of the name of “{thing}”, which is a thing and no event"
            head = head_noun
        at = head
    root = tree.root()
    if tree.is_verb(root):
        return settle(tree, root, None, preposition, indices, words)
    if at not in placed and (words.event_noun(tree.lemma(root)) or tree.sentence.zone == "title"):
        return Found(root, "root", preposition)
    verbs = [t.index for t in tree.tokens if tree.is_verb(t.index) and t.index not in placed]
    if verbs and root in placed:
        nearest = min(verbs, key=lambda v: abs(v - top))
        return Found(nearest, "near", preposition)
    nouns = [t.index for t in tree.tokens if words.event_noun(t.lemma.lower()) and t.index not in placed]
    if nouns:
        return Found(nouns[0], "near", preposition)
    return "the sentence has no verb or event noun that it could date"


def _after_comma(tree: Tree, noun: int) -> bool:
    start = min(tree.subtree(noun))
    return start > 0 and tree[start - 1].text == ","


def _closes_caption(tree: Tree, indices: list[int]) -> bool:
    """ "A man waves …, Saturday, Aug. 14, 2010.": a full date that ends a sentence in the present."""
    first, last = indices[0], indices[-1]
    if any(t.pos != "PUNCT" for t in tree.tokens[last + 1 :]) or first == 0 or len(indices) < 2:
        return False
    if not any(tree[i].pos == "NUM" for i in indices) or not any(tree[i].pos == "PROPN" for i in indices):
        return False
    root = tree.root()
    return tree[first - 1].pos not in ("ADP", "VERB", "AUX", "SCONJ") and tree.tense(root) == "present"


def _said_just_before(tree: Tree, indices: list[int], head: int, words: Words) -> int | None:
    """The verb of saying that the expression directly follows: "said on Monday he was …"."""
    at = indices[0] - 1
    while at >= 0 and tree[at].pos in ("ADP", "ADV") and tree[at].dep in ("prep", "advmod", "mark"):
        at -= 1
    if at >= 0 and tree[at].dep in ("dobj", "dative", "iobj") and tree[at].head < at:
        at = tree[at].head  # "told reporters Thursday he would …"
    if at < 0 or at == head or not tree.is_verb(at) or tree.lemma(at) not in words.plain_speech:
        return None
    content, after = tree.kid(at, "ccomp"), indices[-1] + 1
    comma = after < len(tree) and tree[after].text == ","
    if comma and tree[indices[0] - 1].pos == "ADP" and content is not None and content > after:
        return None  # "said in late April, the office denied …"
    return at


def _left_of_comma(tree: Tree, indices: list[int], head: int) -> int:
    """ "were at the scene Thursday, set up …": a date before a comma belongs to the left."""
    first, after = indices[0], indices[-1] + 1
    if head < after or after >= len(tree) or tree[after].text != "," or first == 0:
        return head
    before = first - 1
    if tree[before].pos == "ADP":
        before -= 1
    if before < 0 or tree[before].pos in ("PUNCT", "CCONJ"):
        return head
    if tree.is_verb(before):
        return before
    subject = tree.subject(head)
    if subject is not None and before in tree.subtree(subject):
        return head
    return next((v for v in tree.up(before) if tree.is_verb(v) and v < first), head)


def _verb_takes_it(tree: Tree, noun: int, indices: list[int], words: Words) -> bool:
    """Whether a date after an event noun rather dates the verb: "chaired a summit on Monday"."""
    verb = tree.verb_above(noun)
    if verb is None:
        return False
    if words.among(tree.low(tree[noun].head), "links.since") and tree[noun].dep == "pobj":
        return False  # "Since the explosion on Tuesday, it has been …"
    if tree.low(tree[noun].head) in _BOUNDS:
        return False
    if verb > indices[0]:  # "In an interview on Sunday, he denounced …"
        return tree[noun].dep == "pobj" and tree[tree[noun].head].head == verb
    if tree[noun].dep in ("nsubj", "nsubjpass"):
        return False
    if words.among(tree.lemma(verb), "verbs.light"):
        return True
    if noun == indices[0] - 1 and tree.kid(noun, "poss") is not None:
        return False  # "a prelude to Obama's meeting Wednesday"
    near = tree[indices[0]].lemma[:1].isupper() and len(indices) == 1
    return near and tree[verb].tag == "VBD"
