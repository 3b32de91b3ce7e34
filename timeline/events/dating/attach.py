"""Which word of its sentence a time expression dates: the verb or event noun that governs it in the parse."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from timeline.dates import Granularity, Span
from timeline.events.dating.agree import agree, begun
from timeline.events.dating.agreement import noun_before
from timeline.events.dating.governor import ATTRIBUTIVE, governor
from timeline.events.dating.second import second_events
from timeline.events.dating.settle import Found
from timeline.events.dating.stamps import page_stamp
from timeline.events.dating.stretch import ranges, the_days
from timeline.events.dating.veto import about, compared, habits, named_after, naming, no_date, no_event
from timeline.events.sentence.leadin import leading_bracket
from timeline.events.sentence.tree import Tree
from timeline.events.sentence.verbs import ahead
from timeline.events.sentence.words import Words
from timeline.model import LeftOut, Timex

_RANGE = {"from": ("to", "until", "till", "through", "into"), "between": ("and", "between")}


@dataclass(frozen=True, slots=True)
class Attachment:
    """A date laid on a predicate. `path` says how: verb, noun, attribute, caption, root, as, and."""

    trigger: int
    span: Span
    path: str
    timex: Timex
    beside: int | None = None
    """The predicate whose date this one shares ("as", "and"), or the noun whose event it tells."""
    preposition: str = ""


def attach(
    tree: Tree, timexes: Sequence[Timex], words: Words, published: date | None
) -> tuple[list[Attachment], list[LeftOut]]:
    """The predicates that the sentence's expressions date; and the expressions that date none, with why."""
    left: list[LeftOut] = []
    primary: list[Attachment] = []
    timexes = the_days(tree.sentence, ranges(tree.sentence, timexes, words), words)
    placed = {i for timex in timexes for i in tree.cover(timex.start, timex.end)}
    stamp = leading_bracket(tree)
    plain = placed - stamp
    often = habits(tree, timexes)
    for timex in timexes:
        why = no_date(timex, published is not None)
        indices = tree.cover(timex.start, timex.end) if why is None else []
        if why is None and not indices:
            why = "it stands outside the sentence's words"
        why = why or named_after(tree, indices, words)
        if (
            why is None
            and words.among(timex.text.strip().lower(), "links.famous")
            and not _of_noun(tree, indices)
        ):
            why = f"“{timex.text}” names what happened that day, not when this happens"
        if why is None:
            text, first = tree.sentence.text, tree.sentence.start
            why = page_stamp(timex, text[: timex.start - first], text[timex.end - first :], published)
        if why is not None:
            left.append(LeftOut(timex, why))
            continue
        if stamp.issuperset(indices):
            if plain:
                left.append(LeftOut(timex, "it says when this was posted, and the sentence has its own date"))
                continue
            placed |= stamp
        assert timex.span is not None
        found = governor(tree, indices, placed, words, timex.span, published)
        if not isinstance(found, str):
            found = _set_for(tree, found, indices, words)
            found = _against(tree, found, indices, timex, words, published)
        if isinstance(found, str):
            left.append(LeftOut(timex, found))
            continue
        again, rival = any(other.trigger == found.trigger for other in primary), None
        if again and (_in_brackets(tree, indices) or stamp.issuperset(indices)):
            left.append(LeftOut(timex, "it says the same time again, in brackets"))
            continue
        if again and found.noun is not None:
            found = Found(found.noun, "noun", found.preposition)  # "on Friday celebrated the 1979 revolution"
        elif again and found.path == "verb" and not _joined(tree, indices, placed):
            noun = noun_before(tree, indices, words)
            if noun is not None and not any(other.span.contains(timex.span) for other in primary):
                found = Found(noun, "noun", found.preposition)
            elif (rival := _coarser(primary, found.trigger, timex)) is None and not any(
                _alike(other.span, timex.span) for other in primary if other.trigger == found.trigger
            ):
                left.append(LeftOut(timex, f"another date dates “{tree[found.trigger].text}”"))
                continue
        why = no_event(tree, found, placed, words) or _so_far(tree, found.trigger, indices)
        why = why or _until(tree, found, indices, words)
        if why is None and found.trigger in often:
            why = f"“{tree[found.trigger].text}” is what happens again and again"
        if why is not None:
            left.append(LeftOut(timex, why))
            continue
        if rival is not None:
            primary.remove(rival)
            left.append(LeftOut(rival.timex, f"another date dates “{tree[found.trigger].text}”"))
        timex = agree(timex, tree, found.trigger, words, published)
        span = timex.span
        assert span is not None
        if words.among(found.preposition, "links.since"):
            span = span.open_ended()
        primary.append(Attachment(found.trigger, span, found.path, timex, found.noun, found.preposition))
    rows = _one_date_each(_stretches(primary))
    taken = {row.trigger for row in rows}
    for row in tuple(rows):
        if row.path in ("attribute", "noun") and not tree.is_verb(row.trigger):
            continue
        for trigger, path in second_events(
            tree, row.trigger, tree.cover(row.timex.start, row.timex.end), words
        ):
            if trigger not in taken:
                taken.add(trigger)
                span = row.span.open_ended() if path == "since" else row.span
                rows.append(Attachment(trigger, span, path, row.timex, row.trigger))
    return sorted(rows, key=lambda row: row.trigger), left


def _against(
    tree: Tree, found: Found, indices: list[int], timex: Timex, words: Words, published: date | None
) -> Found | str:
    """The finding, or why it cannot be: "will speak" takes no day that is over."""
    if found.trigger in indices:
        return "it is a date, not an event"
    top = tree[tree.top(indices)]
    if top.dep in ("dobj", "nsubj", "oprd") and words.among(tree.lemma(found.trigger), "verbs.naming"):
        return "it is part of a name, or is given one"  # "declared 2010 the Year of Biodiversity"
    after = indices[-1] + 1
    if after < len(tree) and words.among(tree.lemma(after), "nouns.weekly") and tree.is_noun(after):
        return f"“{tree[after].text}” comes round and is no single event"  # "performing Friday prayers"
    if naming(tree, found.trigger, indices, words):
        return "it is part of a name, or is given one"
    if (thing := about(tree, indices, words)) is not None:
        return f"it says for when “{thing}” is, not when something happens"
    if compared(tree, indices, words):
        return "it dates a figure that another one is compared with"
    if published is None or not tree.is_verb(found.trigger) or found.path != "verb":
        return found
    span = agree(timex, tree, found.trigger, words, published).span
    on = timex.basis == "mentioned" or words.among(tree.low(indices[-1]), "links.later")
    later = span is not None and span.first > published and on
    later = later and not begun(timex, published, words)
    told = tree[found.trigger].tag == "VBD" and not words.among(tree.lemma(found.trigger), "verbs.planned")
    told = told or (tree[found.trigger].tag == "VBZ" and tree.lemma(found.trigger) in words.plain_speech)
    told = told or (
        tree.tense(found.trigger) == "present" and words.among(tree.low(indices[-1]), "links.later")
    )
    if later and told:
        return f"“{tree[found.trigger].text}” is told of the past, the date lies ahead"
    over = span is not None and span.last is not None and span.last < published
    if over and ahead(tree, found.trigger, words):
        return f"“{tree[found.trigger].text}” tells of what is to come, the date lies in the past"
    return found


def _set_for(tree: Tree, found: Found, indices: list[int], words: Words) -> Found:
    """ "set February for trying the case": the date is that of what it is set for."""
    top = tree[tree.top(indices)]
    taken = top.dep == "dobj" or (top.dep == "npadvmod" and indices[0] == found.trigger + 1)
    if not taken or not words.among(tree.lemma(found.trigger), "verbs.setting"):
        return found
    for k in tree.kids(found.trigger, "prep"):
        if tree.low(k) == "for" and k > indices[-1]:
            act = tree.kid(k, "pcomp")
            noun = tree.kid(k, "pobj")
            if act is not None:
                return Found(act, "verb", "")
            if noun is not None and words.event_noun(tree.lemma(noun)):
                return Found(noun, "noun", "")
    return found


def _so_far(tree: Tree, trigger: int, indices: list[int]) -> str | None:
    """ "As of last week, 1,634 had been killed": a sum up to a day dates nothing."""
    before = [t.text.lower() for t in tree.tokens[max(0, indices[0] - 2) : indices[0]]]
    whole = tree[trigger].head if tree[trigger].dep == "acl" else trigger
    number = any(tree[i].pos == "NUM" and i not in indices for i in tree.subtree(whole))
    return "it only says up to when is counted" if before == ["as", "of"] and number else None


def _until(tree: Tree, found: Found, indices: list[int], words: Words) -> str | None:
    """ "to extend the credit to at least 2016": how long, not when; "postponed to Friday" tells when."""
    before = [t.text.lower() for t in tree.tokens[max(0, indices[0] - 3) : indices[0]]]
    until = before[-1:] == ["to"] or (before[:1] == ["to"] and before[1:] == ["at", "least"])
    if not until or found.path != "verb" or words.among(tree.lemma(found.trigger), "verbs.moved"):
        return None
    starts = any(tree.low(k) in ("from", "between") for k in tree.kids(found.trigger, "prep"))
    return None if starts else "it only says until when"


def _of_noun(tree: Tree, indices: list[int]) -> bool:
    """Whether a date stands before the noun that it dates: "the 9/11 attacks"."""
    return bool(indices) and tree[tree.top(indices)].dep in ATTRIBUTIVE


def _joined(tree: Tree, indices: list[int], placed: set[int]) -> bool:
    """ "in 2013 and 2014", "from May to July": a date that goes with another one."""
    top = tree.top(indices)
    head = tree[top].head
    if head in placed and head not in indices:
        return True
    return tree[head].pos == "ADP" and (
        tree.low(head) in ("to", "until", "through") or tree[head].dep == "conj"
    )


def _coarser(rows: list[Attachment], trigger: int, timex: Timex) -> Attachment | None:
    """A row of the same verb whose date is longer than this one's day and lies elsewhere."""
    span = timex.span
    if span is None or span.days != 1:
        return None
    return next(
        (r for r in rows if r.trigger == trigger and r.span.days != 1 and not _alike(r.span, span)), None
    )


def _alike(one: Span, two: Span) -> bool:
    """Whether two dates can be of one event: one within the other."""
    return one.contains(two) or two.contains(one)


def _in_brackets(tree: Tree, indices: list[int]) -> bool:
    before = [t.text for t in tree.tokens[max(0, indices[0] - 4) : indices[0]]]
    return "(" in before and ")" not in before


def _stretches(rows: list[Attachment]) -> list[Attachment]:
    """ "from May to July" on one predicate is one stretch."""
    kept: list[Attachment] = []
    for row in rows:
        last = kept[-1] if kept else None
        if last is not None and last.trigger == row.trigger and last.span.last is not None:
            closes = row.preposition in _RANGE.get(last.preposition, ())
            if closes:
                row = replace(row, span=_after(last.span, row.span))
            if closes and row.span.last is not None and last.span.first <= row.span.last:
                unit = last.span.granularity if last.span.granularity == row.span.granularity else None
                span = Span(last.span.first, row.span.last, unit or Granularity.DAY)
                kept[-1] = replace(last, span=span)
                continue
        kept.append(row)
    return kept


def _after(start: Span, end: Span) -> Span:
    """ "from July through December": the end in the year of its start, when it was taken to lie before."""
    month = start.granularity == end.granularity == Granularity.MONTH
    if not month or end.first >= start.first or end.first.year >= date.max.year:
        return end
    later = Span.month(end.first.year + 1, end.first.month)
    return later if later.first >= start.first else end


def _one_date_each(rows: Iterable[Attachment]) -> list[Attachment]:
    """Of two dates on one predicate the finer, when one holds the other; from … to … as one stretch."""
    kept: list[Attachment] = []
    for row in rows:
        rival = next((k for k in kept if k.trigger == row.trigger), None)
        if rival is None or not (rival.span.contains(row.span) or row.span.contains(rival.span)):
            kept.append(row)
        elif rival.span.contains(row.span) and rival.span != row.span:
            kept[kept.index(rival)] = row
    return kept
