"""Sentences, time expressions and mentions of an article → its events, and what was left out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from timeline.events.casting.participants import opening_cast
from timeline.events.casting.scene import Scene
from timeline.events.complete import complete
from timeline.events.confidence import confidence
from timeline.events.dating.attach import attach
from timeline.events.dating.stretch import stretched
from timeline.events.dating.veto import named_after, no_date
from timeline.events.gathering import gather
from timeline.events.headlines.writing import opening
from timeline.events.inherit import Thread
from timeline.events.merge import event_id, merge, merged_id
from timeline.events.reason import date_reason
from timeline.events.row import Row
from timeline.events.sentence.tree import Tree
from timeline.events.sentence.words import Words
from timeline.events.sentence.words import words as words_of
from timeline.events.talk import idle, transcript
from timeline.events.unfit import UNTOLD
from timeline.model import Article, Event, LeftOut, Mentions, Sentence, Telling, Timex

_FEW = 2
"""Sentences of a text without full stops."""


def find(
    article: Article,
    sentences: Sequence[Sentence],
    timexes: Sequence[Timex],
    mentions: Mentions,
    *,
    approx: bool = False,
    whole: bool = True,
) -> tuple[tuple[Event, ...], tuple[LeftOut, ...]]:
    """The article's dated events in text order, one row an event, and the expressions that gave none.

    `approx` adds undated sentences whose date only the text around them bounds; `whole`: it is an article,
    and no post of one.
    """
    native = words_of((article.language or "en").partition("-")[0].lower())
    words = native or words_of("en")
    assert words is not None
    timexes = [
        stretched(timex, words, article.published, _word_before(article.text, timex.start))
        for timex in timexes
    ]
    sentences = _whole(article, sentences, timexes)
    scene = Scene(mentions)
    thread = Thread(article, scene, words)
    by_sentence, left = _by_sentence(sentences, timexes)
    known = article.published is not None
    talk = transcript(article.text)
    rows: list[Row] = []
    cut: list[tuple[Row, LeftOut]] = []
    before: Tree | None = None
    for place, sentence in enumerate(sentences):
        thread.place += sentence.zone == "body"
        dated = by_sentence.get(place, [])
        if not sentence.tokens:
            before = None
            rows.extend(_unparsed(sentence, place, dated, scene, known, left))
            if native and not _fixed(dated) and sentence.zone == "body":
                row = thread.spoken(sentence, place)
                if row is not None:
                    thread.note(row)
                    rows.append(row)
            continue
        tree = Tree(sentence)
        tree.seam(words.openers)
        here: list[Row] = []
        if dated:
            found, without = attach(tree, dated, words, article.published)
            left.extend(without)
            for item in found:
                token = tree[item.trigger]
                here.append(
                    Row(
                        sentence,
                        place,
                        tree,
                        item.trigger,
                        token.start,
                        token.end,
                        item.span,
                        item.path,
                        timex=item.timex,
                        beside=item.beside,
                    )
                )
        if not here and sentence.zone == "body" and not _fixed(dated):
            more = thread.continues(tree, place)
            if more is None and approx:
                more = thread.bounded(tree, place)
            if more is not None:
                here.append(more)
        indices = _date_words(tree, dated, words)
        for row in here:
            complete(row, article, scene, words, indices, before)
            thread.note(row)
            row.unfit = row.unfit or (idle(row) if talk else None)
            if row.unfit is None:
                rows.append(row)
            elif row.timex is not None:
                left.append(LeftOut(row.timex, row.unfit))
                if row.unfit.startswith(UNTOLD) and tree.subject(row.trigger) is not None:
                    cut.append((row, left[-1]))
        before = tree if sentence.zone == "body" else before
    if not rows and whole and len(sentences) <= _FEW:  # better a sentence's opening than nothing
        rows = [row for row, _ in cut]
        for row in rows:
            row.headline = opening(row.sentence.text)
        left = [item for item in left if all(item is not other for _, other in cut)]
    gather(rows)
    merged = merge(rows, words)
    left.sort(key=lambda item: item.timex.start)
    return tuple(_event(row, article) for row in merged), tuple(left)


def _whole(article: Article, sentences: Sequence[Sentence], timexes: Sequence[Timex]) -> Sequence[Sentence]:
    """Unparsed sentences that a date runs across, "Am 7. | Januar …", put together again."""
    starts = [s.start for s in sentences]
    torn = set()
    for timex in timexes:
        place = bisect_right(starts, timex.start) - 1
        if 0 <= place < len(sentences) - 1 and timex.start < sentences[place].end < timex.end:
            torn.add(place)
    if not torn:
        return sentences
    found: list[Sentence] = []
    for place, sentence in enumerate(sentences):
        if place - 1 in torn and not sentence.tokens and not found[-1].tokens:
            first = found.pop()
            text = article.text[first.start : sentence.end]
            sentence = replace(first, end=sentence.end, text=text)
        found.append(sentence)
    return found


def _word_before(text: str, start: int) -> str:
    """The word before an offset, if a space parts them."""
    before = text[max(0, start - _WORD) : start].split(" ")
    return before[-2] if len(before) > 1 and not before[-1] else ""


_WORD = 20
"""Characters before an expression among which its article stands."""


def _by_sentence(
    sentences: Sequence[Sentence], timexes: Sequence[Timex]
) -> tuple[dict[int, list[Timex]], list[LeftOut]]:
    """Each expression's sentence; those in datelines and page furniture have none."""
    starts = [s.start for s in sentences]
    found: dict[int, list[Timex]] = {}
    left: list[LeftOut] = []
    for timex in timexes:
        place = bisect_right(starts, timex.start) - 1
        if place >= 0 and timex.start < sentences[place].end:
            found.setdefault(place, []).append(timex)
        else:
            left.append(LeftOut(timex, "it belongs to the page or the dateline, not to a sentence"))
    return found, left


def _date_words(tree: Tree, dated: Sequence[Timex], words: Words) -> set[int]:
    """The words that a headline leaves to the row's date; not where grammar needs them as an object."""
    found: set[int] = set()
    for timex in dated:
        indices = tree.cover(timex.start, timex.end)
        top = tree[tree.top(indices)] if indices else None
        if timex.span is None or top is None:
            continue
        ago = words.among(tree.low(indices[-1]), "headline.days")
        if top.dep in ("dobj", "attr", "nsubj") and not ago:
            continue
        if named_after(tree, indices, words) is not None:
            continue
        spent = indices[0] > 0 and words.among(tree.lemma(indices[0] - 1), "verbs.spending")
        if top.dep == "npadvmod" and (spent or words.among(tree.lemma(top.head), "verbs.spending")):
            continue
        found.update(i for i in indices if tree[i].dep != "det" or tree[i].head in indices)
        before = indices[0] - 1
        before -= before > 0 and tree[before].pos == "ADP"
        if before > 0 and words.among(tree.low(before), "headline.hours"):
            found.add(before)  # "filed late on Wednesday"
        elif (
            before > 0
            and tree.low(before) == "than"
            and words.among(tree.low(before - 1), "headline.roughly")
        ):
            found |= {before - 1, before}  # "more than a decade ago"
        elif before > 0 and tree.low(before - 1) == "at" and tree.low(before) in ("least", "most"):
            found |= {before - 1, before}  # "for at least the next three months"
    return found


def _fixed(timexes: Sequence[Timex]) -> bool:
    """Whether the sentence has dates of its own, so that it inherits none."""
    return any(t.span is not None for t in timexes)


def _unparsed(
    sentence: Sentence, place: int, dated: list[Timex], scene: Scene, known: bool, left: list[LeftOut]
) -> list[Row]:
    """One row for a dated sentence that has no parse: its opening is its headline."""
    usable: list[Timex] = []
    for timex in dated:
        why = no_date(timex, known)
        if why is None:
            usable.append(timex)
        else:
            left.append(LeftOut(timex, why))
    if not usable:
        return []
    best = min(usable, key=lambda t: (t.span.days or 10**7) if t.span else 10**8)
    for timex in usable:
        if timex is not best:
            left.append(LeftOut(timex, "the sentence was not parsed, and another date stands for it"))
    assert best.span is not None
    row = Row(sentence, place, None, 0, best.start, best.end, best.span, "sentence", timex=best)
    row.cast = opening_cast(sentence, scene)
    row.headline = opening(sentence.text)
    return [row]


def _event(row: Row, article: Article) -> Event:
    timex, place = row.timex, row.cast.place
    tellings = row.tellings or [row]
    clock = next((t.timex.clock for t in tellings if t.timex is not None and t.timex.clock), None)
    actors = dict.fromkeys(name for telling in tellings for name in telling.cast.actors)
    countries = dict.fromkeys(code for telling in tellings for code in telling.cast.countries)
    return Event(
        event_id=merged_id(event_id(article.id, t.start, t.end) for t in tellings),
        span=row.span,
        date_reason=date_reason(row),
        headline=row.headline,
        trigger=row.word,
        event_type=row.event_type,
        status=row.status,
        confidence=confidence(row),
        evidence=row.sentence.text,
        evidence_start=row.sentence.start,
        evidence_end=row.sentence.end,
        tellings=tuple(
            dict.fromkeys(
                Telling(article.id, t.sentence.start, t.sentence.end, article.source, article.published)
                for t in tellings
            )
        ),
        clock=clock,
        time_text=timex.text if timex else None,
        timex_value=timex.value if timex else None,
        time_start=timex.start if timex else None,
        time_end=timex.end if timex else None,
        claimed_by=row.claimed_by,
        actors=tuple(actors),
        doers=row.cast.doers,
        targets=row.cast.targets,
        country_codes=tuple(countries),
        place=place.name if place else None,
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
    )
