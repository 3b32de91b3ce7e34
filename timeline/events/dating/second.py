"""A second event that shares a first one's date: "as mobs stormed …", "… but the government dismissed it"."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.events.casting.types import verb_type
from timeline.events.sentence.tree import SUBJECTS, Tree
from timeline.events.sentence.words import Words


def second_events(tree: Tree, verb: int, date: list[int], words: Words) -> Iterator[tuple[int, str]]:
    """The predicates, with "as" or "and", that the date on `verb` also dates."""
    if not tree.is_verb(verb):
        return
    for clause, main in _pairs(tree, words):
        if verb == clause:
            yield main, "as"
        elif verb == main:
            yield clause, "as"
    going_on = _going_on(tree, verb, words)
    if going_on is not None:
        yield going_on, "since"
    added = _added(tree, verb, words)
    if added is not None:
        yield added, "and"
    for joined in tree.kids(verb, "conj"):
        if not tree.is_verb(joined) or _dated_otherwise(tree, joined, date):
            continue
        lemma = tree.lemma(joined)
        if words.among(lemma, "verbs.stative", "verbs.copulas"):
            continue
        own = tree.kid(joined, *SUBJECTS) is not None
        if tree.tense(joined) != tree.tense(verb) and tree.tense(joined) in ("future", "present"):
            continue
        if any(words.among(tree.low(k), "verbs.unreal") for k in tree.kids(joined, "aux")):
            continue
        if any(t.text == ";" for t in tree.tokens[verb:joined]):
            continue  # what follows a semicolon has a date of its own, or none
        if own and verb < date[0] < joined:
            continue  # "submits it tomorrow and they promise cuts"
        apart = own or _both_typed(tree, verb, joined, words)
        if apart and _past(tree, joined) == _past(tree, verb) and not tree.negated(joined):
            yield joined, "and"


def _added(tree: Tree, verb: int, words: Words) -> int | None:
    """ "… this week, the agency said, adding that 9,000 people have been evacuated"."""
    for token in tree.tokens:
        if token.tag != "VBG" or token.lemma != "add" or token.index < verb:
            continue
        content = tree.kid(token.index, "ccomp")
        if content is None or content == verb or verb_type(tree, content, words) == "OTHER":
            return None
        return content if tree.tense(content) in ("past", "perfect") and not tree.negated(content) else None
    return None


def _going_on(tree: Tree, verb: int, words: Words) -> int | None:
    """ "Cities have been struck by protests that erupted on January 2": what has gone on since."""
    token = tree[verb]
    if token.dep != "relcl" or not words.among(tree.lemma(verb), "verbs.onset"):
        return None
    main = tree.verb_above(verb)
    held = main is not None and tree.tense(main) == "perfect" and not tree.negated(main)
    return main if held and words.event_noun(tree.lemma(token.head)) else None


def _pairs(tree: Tree, words: Words) -> Iterator[tuple[int, int]]:
    """Clauses of the same time with the clause that they accompany."""
    for token in tree.tokens:
        if token.dep not in ("mark", "advmod") or not words.among(token.lemma.lower(), "links.same_time"):
            continue
        clause = token.head
        if not tree.is_verb(clause) or not _past(tree, clause) or _perfect(tree, clause):
            continue
        if tree.kid(clause, *SUBJECTS) is None:
            continue
        main = next((v for v in tree.up(clause) if tree.is_verb(v) and _past(tree, v)), None)
        if main is not None and not _perfect(tree, main):
            yield clause, main


def _past(tree: Tree, verb: int) -> bool:
    if tree[verb].tag == "VBD":
        return True
    if tree[verb].tag == "VBN" and tree[verb].dep == "conj" and not tree.kids(verb, "aux", "auxpass"):
        return tree.passive(tree[verb].head) and tree.kid(verb, *SUBJECTS) is None
    return any(tree[k].tag == "VBD" for k in tree.kids(verb, "aux", "auxpass"))


def _perfect(tree: Tree, verb: int) -> bool:
    return any(tree.lemma(k) == "have" for k in tree.kids(verb, "aux"))


def _dated_otherwise(tree: Tree, verb: int, date: list[int]) -> bool:
    """Whether the joined verb has a time word of its own."""
    for k in tree.kids(verb, "npadvmod", "advmod"):
        if tree.low(k) in ("later", "then", "subsequently", "earlier", "previously") and k not in date:
            return True
    return False


def _both_typed(tree: Tree, verb: int, joined: int, words: Words) -> bool:
    one, two = verb_type(tree, verb, words), verb_type(tree, joined, words)
    return one != two and "OTHER" not in (one, two)
