"""Headlines of events that the text names by a noun: "his resignation" → "Mubarak resigns"."""

from __future__ import annotations

from collections.abc import Mapping

from timeline.events.headlines.phrases import Phrases
from timeline.events.headlines.writing import LONGEST, write
from timeline.events.sentence.inflect import plural_of_tell, present
from timeline.events.sentence.nouns import after
from timeline.events.sentence.verbs import plural_noun
from timeline.events.sentence.words import Words


def noun_headline(phrases: Phrases, noun: int, words: Words, called: Mapping[int, str]) -> str:
    """The noun told as a clause: its owner or object as subject, or itself with the verb that tells it."""
    tree = phrases.tree
    lemma = tree.lemma(noun)
    owner = tree.kid(noun, "poss")
    of = after(tree, noun, "of")
    by = after(tree, noun, "by")
    for table, who in (
        (words.noun_subject, owner),
        (words.noun_subject, by),
        (words.noun_object, owner),
        (words.noun_object_of, of),
    ):
        if who is None or who in phrases.skip or lemma not in table:
            continue
        if table is words.noun_object and of is not None:
            continue  # "Obama's appointment of …": the owner does it
        if table is words.noun_subject and who == owner and _kind_of(phrases, noun):
            continue  # "BP's rig explosion": the rig explodes
        if who == owner and words.among(lemma, "nouns.chosen") and not tree.person(who):
            continue  # "the party's nomination": somebody else's
        if tree[who].pos == "PRON" and who not in called:
            continue
        front = phrases.noun(who) - set(tree.kids(who, "case"))
        called_ = {k: v.removesuffix("'s").removesuffix("'") if k == who else v for k, v in called.items()}
        plural = plural_noun(tree, who, words)
        told = table[lemma]
        if table is words.noun_subject:
            first, space, more = told.partition(" ")
            told = present(first, plural, words) + space + more
        else:
            told = plural_of_tell(told, plural)
        rest = [k for k in tree.kids(noun, "prep", "acl") if who not in tree.kids(k, "pobj")]
        return _told(phrases, front, told, rest, called_)
    front = phrases.noun(noun)
    if not front:
        return ""  # it stands in what leads the sentence in
    if len(write(tree, sorted(front), called).split()) > LONGEST - 3:
        front = phrases.noun(noun, True)
    if not any(tree[k].pos in ("NOUN", "PROPN", "ADJ", "PRON") for k in front - {noun}):
        front |= _named_by_date(phrases, noun, words)
    if (outcome := _outcome(phrases, noun, front, words, called)) is not None:
        return outcome
    several = plural_noun(tree, noun, words) if tree.kid(noun, "cc") in (None, *front) else False
    told = plural_of_tell(words.tells.get(lemma, "takes place"), several or tree[noun].tag == "NNS")
    if told in ("takes place", "take place") and by is not None:
        told = plural_of_tell("is made", several or tree[noun].tag == "NNS")  # "requests by the government"
    if not words.event_noun(lemma):
        told = ""
    rest = [k for k in tree.kids(noun, "prep") if tree.low(k) != "as"]  # "described the talks as …"
    for k in rest:  # "the request for aid"
        follows = set(range(max(front) + 1, k)) <= phrases.skip
        inner = tree.low(k) == "in" and words.among(lemma, "nouns.relational")  # "a surge in violence"
        binds = follows and (inner or words.among(tree.low(k), "headline.binding"))
        piece = phrases.prep(k, True) if binds else set()
        if piece and len(f"{write(tree, sorted(front | piece), called)} {told}".split()) <= LONGEST:
            front |= piece
    words_ = _told(phrases, front, told, rest, called)
    bare = tree[noun].tag == "NN" and not any(tree[k].dep in ("det", "poss", "nummod") for k in front)
    if bare and tree.kid(noun, "poss", "det") is not None:
        return "The " + words_  # "Thursday's meeting" without its day
    return words_


def _outcome(
    phrases: Phrases, noun: int, front: set[int], words: Words, called: Mapping[int, str]
) -> str | None:
    """ "A blast that killed 11 workers" → "A blast kills 11 workers"."""
    tree = phrases.tree
    dates = [k for k in tree.kids(noun, "npadvmod") if k in phrases.skip]
    for verb in [k for at in (noun, *dates) for k in tree.kids(at, "relcl", "acl")]:
        subject = tree.kid(verb, "nsubj")
        relative = subject is not None and tree[subject].tag in ("WDT", "WP") and tree[verb].tag == "VBD"
        taken = tree.kid(verb, "dobj", "ccomp")
        dated = any(k in phrases.skip for k in tree.subtree(verb))
        if (
            not (relative or tree[verb].tag == "VBG")
            or tree.kids(verb, "aux", "neg")
            or taken is None
            or dated
        ):
            continue
        lead = write(tree, sorted(front), called)
        if (
            "the " not in f"{lead.lower()} "
            and tree[noun].tag == "NN"
            and tree.kid(noun, "det", "poss") is None
        ):
            continue
        told = present(tree.lemma(verb), plural_noun(tree, noun, words), words)
        for tight in (False, None, True):
            piece = phrases.clause(verb, False, bool(tight))
            if tight is False:  # with where it happens
                piece |= next((phrases.prep(k, True) for k in tree.kids(verb, "prep") if k > verb), set())
            after = write(tree, sorted(piece - {verb}), called, True)
            text = " ".join((lead, told, after))
            if after and len(text.split()) <= LONGEST:
                return text
    return None


def _named_by_date(phrases: Phrases, noun: int, words: Words) -> set[int]:
    """The date before a noun that nothing else tells apart: "the September 11 attacks"."""
    tree = phrases.tree
    found: set[int] = set()
    for k in tree.kids(noun, "compound", "nummod", "nmod", "amod"):
        if words.among(tree.lemma(k), "links.weekdays"):
            continue  # "the Sunday shooting"
        if k in phrases.skip and k < noun and tree[k].pos in ("NUM", "PROPN"):
            found.update(i for i in tree.subtree(k) if i in phrases.skip or tree[i].text in ("-", "–"))
    return found


def _kind_of(phrases: Phrases, noun: int) -> bool:
    """Whether a common noun stands before the event noun and says what it happens to."""
    tree = phrases.tree
    return any(tree[k].pos == "NOUN" and k not in phrases.skip for k in tree.kids(noun, "compound"))


def _content(phrases: Phrases, clause: int) -> set[int]:
    """ "its decision to leave", "its admission that the attempt failed": the clause of a noun."""
    tree = phrases.tree
    if not tree.is_verb(clause):
        return set()
    if tree.infinitive(clause):
        return phrases.clause(clause, False)
    return phrases.that_clause(clause)


def _told(phrases: Phrases, front: set[int], told: str, rest: list[int], called: Mapping[int, str]) -> str:
    tree = phrases.tree
    lead, after = write(tree, sorted(front), called), ""
    if not lead:
        return ""
    chosen: set[int] = set()
    for k in rest:
        if k in front:
            continue
        piece = phrases.prep(k) if tree[k].pos == "ADP" else _content(phrases, k)
        text = write(tree, sorted(chosen | piece), called)
        if not piece or len(f"{lead} {told} {text}".split()) > LONGEST:
            break
        chosen, after = chosen | piece, text
    return " ".join(p for p in (lead, told, after) if p)
