"""The same event told twice in an article is one row with all its tellings."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable

from timeline.events.row import Row
from timeline.events.sentence.words import Words

_ZONES = {"body": 0, "title": 1, "caption": 2}


def event_id(article_id: str, start: int, end: int) -> str:
    """From what no reader corrects: the article and the trigger's place in it."""
    return hashlib.sha256(f"{article_id}\0{start}\0{end}".encode()).hexdigest()[:16]


def merged_id(members: Iterable[str]) -> str:
    """The id of a row that several make up."""
    ids = sorted(set(members))
    return ids[0] if len(ids) == 1 else hashlib.sha256("\0".join(ids).encode()).hexdigest()[:16]


def merge(rows: list[Row], words: Words | None) -> list[Row]:
    """One row for each event; the first telling in running text stands for the others."""
    groups: dict[tuple[object, object], list[list[Row]]] = defaultdict(list)
    order: list[list[Row]] = []
    for row in rows:
        same_day = groups[(row.span.first, row.span.last)]
        for group in same_day[-40:]:
            if any(same_event(row, other, words) for other in group[:5]):
                group.append(row)
                break
        else:
            group = [row]
            same_day.append(group)
            order.append(group)
    merged = []
    for group in order:
        group.sort(
            key=lambda r: (_ZONES[r.sentence.zone], r.path in ("inherited", "approx"), r.place, r.start)
        )
        first = group[0]
        first.tellings = group
        merged.append(first)
    return sorted(merged, key=lambda r: (r.place, r.start))


def same_event(one: Row, two: Row, words: Words | None) -> bool:
    """Whether two rows of the same date tell the same: never two of one sentence."""
    if one.place == two.place:
        return False
    if one.sentence.text == two.sentence.text and one.word == two.word:
        return True
    if words is None or one.tree is None or two.tree is None:
        return False
    first, second = _about(one, words), _about(two, words)
    heads = _content(one), _content(two)
    alike = len(heads[0] & heads[1]) / max(1, min(len(heads[0]), len(heads[1])))
    speech = one.lemma in words.plain_speech, two.lemma in words.plain_speech
    if any(speech):
        return all(speech) and _share(one, two) and alike >= 0.6
    if not first & second:
        return alike >= 0.75 and _share(one, two)
    if _share(one, two):
        return alike >= 0.3
    return alike >= 0.5 and not (one.cast.actors and two.cast.actors)


def _share(one: Row, two: Row) -> bool:
    return bool(set(one.cast.actors) & set(two.cast.actors))


def _about(row: Row, words: Words) -> set[str]:
    """The lemmas that say what happened: the trigger's, and its object's where the verb is light."""
    tree = row.tree
    assert tree is not None
    lemma = row.lemma
    found = {
        lemma,
        words.noun_subject.get(lemma, lemma),
        words.noun_object.get(lemma, lemma).removeprefix("is "),
    }
    if tree.is_verb(row.trigger):
        for k in tree.kids(row.trigger, "dobj", "nsubj", "nsubjpass"):
            if words.event_noun(tree.lemma(k)):
                found.add(tree.lemma(k))
    return found


def _content(row: Row) -> set[str]:
    return {w for w in row.headline.lower().replace("’s", "").replace("'s", "").split() if len(w) > 3}
