"""Time expressions that give no event, each with the sentence that says why."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from timeline.events.dating.forecast import forecast, in_passing
from timeline.events.dating.settle import Found
from timeline.events.dating.static import pictured
from timeline.events.dating.unreal import no_happening
from timeline.events.sentence.nouns import singular
from timeline.events.sentence.tree import Tree
from timeline.events.sentence.words import Words
from timeline.model import Timex

_VAGUE = {
    "PRESENT_REF": "it only says that something holds now",
    "PAST_REF": "it only says that something is past",
    "FUTURE_REF": "it only says that something is to come",
}

_NEXT = 2
"""Words from "up" to its "from"."""
_FIGURE = 5
"""Words within which a figure stands from "from", and "from" from what grew."""


def no_date(timex: Timex, published_known: bool) -> str | None:
    """Why the expression places nothing on the calendar; None where it does."""
    if timex.type == "SET":
        return "it says how often, not when"
    if timex.text.isalpha() and timex.text.isupper() and len(timex.text) < 5:
        return f"“{timex.text}” is an abbreviation here"
    if timex.value in _VAGUE:
        return _VAGUE[timex.value]
    if timex.span is None:
        if timex.type == "DURATION":
            return "it says how long, not when"
        if not published_known and timex.basis != "written":
            return "it counts from the day of publication, which is not known"
        return "no day on the calendar can be worked out from it"
    if not published_known and timex.basis in ("published", "none"):
        return "it counts from the day of publication, which is not known"
    return None


def named_after(tree: Tree, indices: list[int], words: Words) -> str | None:
    """ "Saturday Night Live", "MOEX Offshore 2007 LLC": a date within a longer name dates nothing; nor does
    "its final report, due next week" tell when its sentence happens."""
    before = indices[0] - 1
    before -= before > 0 and tree[before].pos == "ADP"
    due = before > 1 and words.among(tree.low(before), "links.due") and tree[before - 1].text == ","
    if due and tree[before].dep != "acomp":
        return f"it says when something is {tree[before].text}"
    after = indices[-1] + 1
    if after < len(tree) and words.among(tree.low(after), "links.firms"):
        return f"it is part of the name before “{tree[after].text}”"
    since = after < len(tree) and words.among(tree.low(after), "links.since")
    if since and tree.low(indices[0]) == words.definite and tree[indices[-1]].pos == "NOUN":
        return f"it is counted from what follows “{tree[after].text}”"  # "in the month since the explosion"
    start, end = tree[indices[0]].start, tree[indices[-1]].end
    for name in tree.sentence.names:
        longer = name.start <= start and end <= name.end and name.end - name.start > end - start + 3
        if longer and name.label in ("WORK_OF_ART", "ORG", "PRODUCT", "LAW", "FAC"):
            text = tree.sentence.text[name.start - tree.sentence.start : name.end - tree.sentence.start]
            return f"it is part of the name “{text}”"
    return None


def no_event(tree: Tree, found: Found, placed: Collection[int], words: Words) -> str | None:
    """Why the word that an expression dates tells no event; None where it does."""
    trigger, path, preposition = found.trigger, found.path, found.preposition
    token = tree[trigger]
    if words.among(preposition, "links.until") and path != "attribute":
        return "it only says until when"
    if words.among(preposition, "links.after") and path == "verb":
        return "it only says after what"
    if preposition == "to" and path == "verb" and words.among(tree.lemma(trigger), "verbs.pointing"):
        return f"it is what “{token.text}” is about, not when"
    if preposition == "by" and path == "verb" and words.among(tree.lemma(trigger), "verbs.planned"):
        return f"it says by when what is meant with “{token.text}” is to be done"
    if words.among(preposition, "links.since") and path == "verb" and tree.is_verb(trigger):
        what = [m for k in tree.kids(trigger, "attr", "dobj") for m in tree.kids(k, "amod")]
        if any(tree[m].tag == "JJS" or tree.low(m) in ("first", "last") for m in what):
            return "it only says when there was one before"  # "became its first white mayor since 1979"
    if words.among(preposition, "links.before") and path == "verb":
        return "it only says before what"
    if path == "attribute" and words.among(tree.lemma(trigger), "nouns.weekly"):
        return f"“{token.text}” comes round and is no single event"
    if any(phrase in tree.sentence.text.lower() for phrase in words.furniture):
        return "it belongs to the page, not to what it tells"
    if path == "caption":
        return pictured(tree, trigger, words) if tree.is_verb(trigger) else None
    if not tree.is_verb(trigger):
        under = tree.verb_above(trigger)
        marks = tree.kids(under, "mark") if under is not None else []
        put_off = token.dep == "dobj" and words.among(tree.lemma(token.head), "verbs.putting_off")
        if put_off and not tree.negated(token.head):
            return f"“{tree[token.head].text}” says that it did not take place"
        sought = token.dep == "dobj" and words.among(tree.lemma(token.head), "verbs.seeking")
        if sought and tree.negated(token.head):
            return f"the sentence says that it was not so (“not {tree[token.head].text}”)"
        condition = any(words.among(tree.low(k), "links.whether") for k in marks)
        return f"“{token.text}” is only a condition" if condition else None
    return (
        no_happening(tree, trigger, placed, words)
        or forecast(tree, trigger, words)
        or in_passing(tree, trigger, words)
    )


def habits(tree: Tree, timexes: Iterable[Timex]) -> set[int]:
    """The verbs of the present that an expression of frequency dates: "comes out once a year"."""
    found: set[int] = set()
    for timex in timexes:
        if timex.type == "SET" and (indices := tree.cover(timex.start, timex.end)):
            verb = tree.verb_above(tree.top(indices))
            if verb is not None and tree.tense(verb) == "present":
                found.add(verb)
    return found


def naming(tree: Tree, verb: int, indices: list[int], words: Words) -> bool:
    """ "protesters, called the 25th of January Youth", "Friday, which they dubbed the Day of Rage"."""
    token = tree[verb]
    if token.dep not in ("acl", "relcl") or not words.among(tree.lemma(verb), "people.named"):
        return False
    names = [i for k in tree.kids(verb, "oprd", "dobj", "attr") for i in tree.subtree(k)]
    return token.head in indices or not set(indices).isdisjoint(names)


def about(tree: Tree, indices: list[int], words: Words) -> str | None:
    """ "the outlook for this year", "a record low for January": the noun whose time it is; no event's."""
    before = indices[0] - 1
    if before < 1 or tree.low(before) != "for" or tree[before].dep != "prep":
        return None
    noun = tree[before].head
    if not tree.is_noun(noun) and words.among(tree.lemma(before - 1), "nouns.dated"):
        noun = before - 1  # "will forward a budget for 2012 to the assembly"
    near = tree.is_noun(noun) and before - noun <= 1
    return tree[noun].text if near and not words.event_noun(singular(tree, noun)) else None


def compared(tree: Tree, indices: list[int], words: Words) -> bool:
    """ "up from 8 percent this year": the date of a figure that another one is compared with."""
    last = indices[0] - 1
    if last > 0 and words.among(tree.low(last), "links.than") and tree[last].head != last - 1:
        return tree[last - 1].tag not in ("JJR", "RBR")  # "captured less oil than three days ago"
    if last >= 0 and words.among(tree.low(last), "links.compared"):  # "rose 1.9 percent from a year earlier"
        before = range(max(0, last - _FIGURE), last)
        grown = [k for k in before if words.among(tree.lemma(k), "verbs.grown")]
        near = any(last - k <= _NEXT and tree[k].pos in ("ADV", "ADP") for k in grown)  # "up sharply from"
        return bool(grown) and (near or any(tree[k].pos == "NUM" for k in before))
    if last >= 0 and tree[last].pos == "ADP":
        last -= 1
    link = last
    while link >= 0 and not words.among(tree.low(link), "links.compared"):
        if last - link > _FIGURE or tree[link].pos in ("VERB", "AUX", "PUNCT"):
            return False
        link -= 1
    if link < 0 or not any(tree[k].pos == "NUM" for k in range(link + 1, last + 1)):
        return False
    if any(tree.low(k) == "to" and tree[k].dep == "prep" for k in range(max(0, link - _FIGURE), link)):
        return True  # "slowed to 10.6 percent from 26.0 percent in May"
    return any(words.among(tree.lemma(k), "verbs.grown") for k in range(max(0, link - _FIGURE), link))
