"""A bare weekday's direction, once its verb is known: what "unveiled" tells on Monday lies behind."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from timeline.dates import Granularity, Span
from timeline.events.sentence.tree import Tree
from timeline.events.sentence.verbs import ahead
from timeline.events.sentence.words import Words
from timeline.model import Timex

_WEEK = timedelta(days=7)
_SUNDAY = 6


def agree(timex: Timex, tree: Tree, trigger: int, words: Words, published: date | None) -> Timex:
    """The expression, a week earlier or later where its verb's tense leaves no other reading."""
    span = timex.span
    if span is None or published is None or timex.basis != "published":
        return timex
    if not date.min.year < published.year < date.max.year:
        return timex  # no year before it or after it
    struck = words.among(tree.lemma(trigger), "nouns.nobody")
    if struck and span.first > published and span.granularity in (Granularity.MONTH, Granularity.SEASON):
        return _year_before(timex, tree[trigger].text)
    if not tree.is_verb(trigger):
        return _prepared(timex, tree, trigger, words, published)
    past = tree.tense(trigger) == "past" and tree[trigger].tag in ("VBD", "VBN")
    far = (span.first - published).days > _FAR_AHEAD
    past = past or _first_to(tree, trigger) or (far and _was_done(tree, trigger, words))
    past = past and not (tree.passive(trigger) and words.among(tree.lemma(trigger), "verbs.planned"))
    named = span.granularity in (Granularity.MONTH, Granularity.SEASON)
    if named and past and span.first > published:
        return _year_before(timex, tree[trigger].text)
    if span.granularity == Granularity.DAY and past and span.first > published and not _weekday(timex, words):
        return _same_day_before(timex, tree[trigger].text, published)
    weekend = words.among(timex.text.lower().split()[-1], "links.weekends")
    if weekend and past and span.first > published and span.first - published < _WEEK:
        return _moved(timex, -_WEEK, f"“{tree[trigger].text}” tells of the past")
    if span.granularity == Granularity.WEEK and published.weekday() == _SUNDAY:
        return _coming_week(timex, tree, trigger, words, published)
    if span.granularity == Granularity.MONTH:
        return _month(timex, tree, trigger, words, published)
    if span.granularity != Granularity.DAY or span.last is None or not _weekday(timex, words):
        return timex
    text = tree[trigger].text
    will = ahead(tree, trigger, words) or (tree.infinitive(trigger) and tree[trigger].dep in ("acl", "relcl"))
    token = tree[trigger]
    above = tree[token.head]
    expected = (
        token.tag == "VB" and token.dep == "xcomp" and words.among(above.lemma.lower(), "verbs.planned")
    )
    will = will or (expected and (above.dep == "acl" or tree.tense(token.head) == "present"))
    will = will or _planned_above(tree, trigger, words) or _would(tree, trigger, words)
    then = _was_to_come(tree, trigger, words)
    nearer = abs((span.first - published).days) * 2 > _WEEK.days
    if then and (nearer or (then == "had been" and span.first > published)):
        back = span.first > published
        moved, why = (-_WEEK if back else _WEEK), f"“{text}” was then still to come, and that day is nearest"
    elif span.first > published and past and not begun(timex, published, words):
        moved, why = -_WEEK, f"“{text}” tells of the past"
    elif span.last < published and will and published - span.last < _WEEK:
        moved, why = _WEEK, f"“{text}” tells of what is to come"
    else:
        return timex
    return _moved(timex, moved, why)


def _planned_above(tree: Tree, verb: int, words: Words) -> bool:
    """ "BP plans to inject mud into the well to block oil flow on Wednesday": an infinitive of a plan."""
    at = verb
    while (
        tree[at].tag in ("VB", "VBN")
        and tree[at].dep in ("xcomp", "ccomp", "advcl", "conj")
        and tree[at].head < at
        and not tree.finite(at)
    ):
        at = tree[at].head
    return at != verb and tree.tense(at) == "present" and words.among(tree.lemma(at), "verbs.planned")


def _was_to_come(tree: Tree, verb: int, words: Words) -> str:
    """ "was set to move back on Thursday" ("was"), "had hoped to swim on Sunday" ("had been"): whether, told
    in the past, the verb still lay ahead; "" where not."""
    token, at = tree[verb], verb
    if words.among(tree.lemma(verb), "verbs.planned") and tree.kid(verb, "xcomp") is not None:
        return "was" if tree.tense(verb) == "past" else ""
    first = token.head if token.dep == "conj" else verb
    if any(words.among(tree.low(k), "verbs.may") for v in (verb, first) for k in tree.kids(v, "aux")):
        return "was"
    while tree[at].dep in ("xcomp", "conj", "pcomp", "prep", "advcl") and tree[at].head != at:
        at = tree[at].head
        if tree.is_verb(at) and words.among(tree.lemma(at), "verbs.planned"):
            break
    if token.tag not in ("VB", "VBG") or (tree[at].dep == "ROOT" and at == verb):
        return ""
    if token.dep == "ccomp" and words.among(tree.lemma(token.head), "verbs.planned"):
        at = token.head  # "expected the army to arrive"
    if at == verb or not words.among(tree.lemma(at), "verbs.planned"):
        return ""
    auxiliaries = [tree.low(k) for k in tree.kids(at, "aux", "auxpass")]
    if "had" in auxiliaries:
        return "had been"
    return "was" if tree.tense(at) == "past" else ""


def _would(tree: Tree, verb: int, words: Words) -> bool:
    """ "said that on Saturday two teams would be sent": what then lay ahead."""
    auxiliaries = [tree.low(k) for k in tree.kids(verb, "aux")]
    said = tree[verb].dep == "ccomp" and tree.lemma(tree[verb].head) in words.plain_speech
    return said and "have" not in auxiliaries and any(words.among(a, "verbs.would") for a in auxiliaries)


def begun(timex: Timex, published: date, words: Words) -> bool:
    """Whether a day after publication had begun where it happened: "early Thursday" on Wednesday's page."""
    span = timex.span
    if span is None or not timedelta(0) < span.first - published <= _LIVE:
        return False
    if span.granularity != Granularity.DAY:
        return False  # "early next year"
    if timex.basis == "mentioned" and _weekday(timex, words):  # by the stamps of a live page
        return True
    if span.first - published != timedelta(days=1):
        return False
    morning = timex.value.endswith("TMO") or (timex.clock is not None and timex.clock < _NOON)
    return timex.mod == "START" or morning


_NOON = "12"
_FAR_AHEAD = 120
"""Days ahead at which a month is rather the one behind, for what was done in it."""
_LIVE = timedelta(days=2)


def _moved(timex: Timex, days: timedelta, why: str) -> Timex:
    """The expression some days later or earlier, with the reason."""
    span = timex.span
    assert span is not None
    assert span.last is not None
    day = span.first + days
    reason = f"“{timex.text}” is {day.day} {day:%B %Y}: {why}"
    year, week, _ = day.isocalendar()
    weekly = "-W" in timex.value
    value = f"{year}-W{week:02}{timex.value[8:]}" if weekly else day.isoformat() + timex.value[10:]
    return replace(timex, span=Span(day, span.last + days, span.granularity), value=value, reason=reason)


def _coming_week(timex: Timex, tree: Tree, verb: int, words: Words, published: date) -> Timex:
    """ "will travel this week", said on a Sunday: the week that begins."""
    span = timex.span
    if span is None or span.last != published or not ahead(tree, verb, words):
        return timex
    monday = (span.first + _WEEK).isoformat()
    reason = f"“{timex.text}”, of what is to come and said on a Sunday, is the week of {monday}"
    return replace(_moved(timex, _WEEK, ""), reason=reason)


def _first_to(tree: Tree, verb: int) -> bool:
    """ "was the first nation to recognize them in March": done with the "was"."""
    noun = tree[tree[verb].head]
    told = tree[verb].tag == "VB" and tree[verb].dep in ("acl", "relcl") and noun.dep == "attr"
    return told and tree[noun.head].tag == "VBD"


def _was_done(tree: Tree, verb: int, words: Words) -> bool:
    """ "an operation launched in March": a participle that tells what was done."""
    token = tree[verb]
    done = token.tag == "VBN" and token.dep == "acl" and not words.among(token.lemma, "verbs.planned")
    return done and tree.kid(verb, "aux") is None


def _prepared(timex: Timex, tree: Tree, noun: int, words: Words, published: date) -> Timex:
    """ "testimony prepared for a hearing Tuesday", "Tuesday's vote will …": the coming one."""
    span = timex.span
    if span is None or span.last is None or span.granularity != Granularity.DAY:
        return timex
    if not timedelta(0) < published - span.last < _WEEK or not _weekday(timex, words):
        return timex
    teller = _looks_ahead(tree, noun, words)
    if teller is None:
        return timex
    return _moved(timex, _WEEK, f"“{tree[teller].text}” tells of what is to come")


def _looks_ahead(tree: Tree, noun: int, words: Words) -> int | None:
    """The word above an event noun that tells that its day is to come."""
    above = tree[noun].head
    if tree[noun].dep == "nsubj" and ahead(tree, above, words):
        return above
    if tree.is_verb(above) and tree.kid(above, "expl") is not None and tree.tense(above) == "present":
        return above  # "there's a meeting on Monday"
    if tree.low(above) != "for" or tree[noun].dep != "pobj":
        return None
    called = next((v for v in tree.up(noun) if words.among(tree.lemma(v), "verbs.inviting")), None)
    if called is not None and tree.tense(called) in ("perfect", "present"):
        return called
    plan = tree[above].head
    return plan if words.among(tree.lemma(plan), "verbs.planned") else None


def _year_before(timex: Timex, verb: str) -> Timex:
    """ "was hit by the winter freeze": a season or month that the verb puts behind."""
    span = timex.span
    assert span is not None
    if any(c.isdigit() for c in timex.text) or span.first.year < 2:
        return timex
    first = span.first.replace(year=span.first.year - 1)
    if span.granularity == Granularity.MONTH:
        earlier = Span.month(first.year, first.month)
    else:
        code = {3: 21, 6: 22, 9: 23, 12: 24}.get(first.month)
        if code is None:
            return timex
        earlier = Span.season(first.year, code)
    reason = f"“{timex.text}” is that of {earlier.first:%Y}: “{verb}” tells of the past"
    return replace(timex, span=earlier, value=f"{earlier.first.year}{timex.value[4:]}", reason=reason)


def _same_day_before(timex: Timex, verb: str, published: date) -> Timex:
    """ "On February 8 the car was found", on 1 February: that day of the year before."""
    span = timex.span
    assert span is not None
    named = any(c.isdigit() for c in timex.text) and any(c.isalpha() for c in timex.text)
    if (
        not named
        or str(span.first.year) in timex.text
        or (span.first - published).days <= 2
        or span.first.year < 2
    ):
        return timex
    try:
        day = span.first.replace(year=span.first.year - 1)
    except ValueError:
        return timex
    reason = f"“{timex.text}” is {day.day} {day:%B %Y}: “{verb}” tells of the past"
    return replace(timex, span=Span.day(day), value=day.isoformat() + timex.value[10:], reason=reason)


def _month(timex: Timex, tree: Tree, trigger: int, words: Words, published: date) -> Timex:
    """ "would not run in September": a month named alone that is to come."""
    span = timex.span
    assert span is not None
    alone = len(timex.text.split()) == 1 and timex.text.isalpha()
    later_on = ahead(tree, trigger, words) or any(tree.low(k) == "would" for k in tree.kids(trigger, "aux"))
    held = any(tree.lemma(k) == "have" for k in tree.kids(trigger, "aux"))
    if not alone or not later_on or held or span.last is None or span.last >= published.replace(day=1):
        return timex
    later = Span.month(span.first.year + 1, span.first.month)
    if (later.first - published).days > 365:
        return timex
    reason = f"“{timex.text}” is {later.first:%B %Y}: “{tree[trigger].text}” tells of what is to come"
    return replace(timex, span=later, value=f"{later.first:%Y-%m}", reason=reason)


def _weekday(timex: Timex, words: Words) -> bool:
    """Whether a weekday is all that names the day: no "next", "last", and no date."""
    parts = timex.text.lower().replace(",", " ").split()
    named = [p for p in parts if words.among(p, "links.weekdays")]
    other = [p for p in parts if words.among(p, "links.directed") or any(c.isdigit() for c in p)]
    return len(named) == 1 and not other
