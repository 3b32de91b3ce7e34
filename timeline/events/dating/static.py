"""Clauses that tell how things are or go: states, habits, pictures, the time itself."""

from __future__ import annotations

from collections.abc import Collection

from timeline.events.sentence.tree import Tree
from timeline.events.sentence.verbs import ahead
from timeline.events.sentence.words import Words


def static(tree: Tree, verb: int, placed: Collection[int], words: Words) -> str | None:
    """Why a clause tells nothing that takes place on a day; None where it may. `placed`: tokens of dates."""
    for rule in (_every, _beside, _how, _was_not, pictured, _relation, _sky, _state_ahead, _general, _habit):
        if (why := rule(tree, verb, words)) is not None:
            return why
    return _nowadays(tree, verb, placed, words) or _only_time(tree, verb, placed, words)


def _nowadays(tree: Tree, verb: int, placed: Collection[int], words: Words) -> str | None:
    """ "Today, the industry relies on imports": how things are by now, no news of the day."""
    days = (k for k in placed if words.among(tree.low(k), "links.nowadays") and k + 1 < len(tree))
    opens = any(tree[k + 1].text == "," and (k == 0 or tree[k - 1].pos == "PUNCT") for k in days)
    general = words.among(tree.lemma(verb), "verbs.general", "verbs.stative", "verbs.copulas")
    able = any(tree.low(k) == "can" for k in tree.kids(verb, "aux"))
    if not opens or not (able or (general and tree.tense(verb) == "present")) or tree[verb].tag == "VBG":
        return None
    return "“today” means nowadays here"


def _every(tree: Tree, verb: int, words: Words) -> str | None:
    """ "every man killed since": which ones are meant."""
    noun = tree[verb].head
    if tree[verb].dep != "acl" or not tree.is_noun(noun) or tree.finite(verb):
        return None
    which = next((k for k in tree.kids(noun, "det") if words.among(tree.low(k), "links.every")), None)
    if which is None:
        return None
    return f"it says which “{tree[which].text} {tree[noun].text}” means, not what happened"


def _beside(tree: Tree, verb: int, words: Words) -> str | None:
    """ "as planned"."""
    marked = any(tree.low(k) == "as" for k in tree.kids(verb, "mark"))
    bare = tree[verb].tag == "VBN" and tree.kid(verb, "nsubj", "nsubjpass", "auxpass") is None
    return f"“as {tree[verb].text}” is said beside" if marked and bare else None


def _how(tree: Tree, verb: int, words: Words) -> str | None:
    asks = any(tree[k].tag == "WRB" and tree.low(k) in ("how", "why") for k in tree.kids(verb, "advmod"))
    return "it says how or why, not that it happened" if asks else None


def _was_not(tree: Tree, verb: int, words: Words) -> str | None:
    """ "there was no answer", "did not know"."""
    lemma = tree.lemma(verb)
    none = (k for n in tree.kids(verb, "attr") for k in tree.kids(n, "det") if tree.low(k) == "no")
    if lemma == "be" and any(none):
        return "the sentence says what was not"
    state = words.among(lemma, "verbs.copulas", "verbs.stative")
    return (
        f"the sentence says what was not so (“not {tree[verb].text}”)"
        if state and tree.negated(verb)
        else None
    )


def pictured(tree: Tree, verb: int, words: Words) -> str | None:
    """Why a clause tells of a picture: "is shown with a flag", "the photo was taken"; not "is seen as a
    defeat"."""
    lemma, subject = tree.lemma(verb), tree.subject(verb)
    shown = tree.passive(verb) and tree.tense(verb) == "present" and tree.kid(verb, "ccomp", "xcomp") is None
    judged = any(tree.low(k) == "as" for k in tree.kids(verb, "prep"))
    if shown and not judged and words.among(lemma, "verbs.shown"):
        return "it says what a picture shows"
    picture = subject is not None and words.among(tree.lemma(subject), "nouns.picture")
    return "it says when a picture was made" if picture and words.among(lemma, "verbs.pictured") else None


def _relation(tree: Tree, verb: int, words: Words) -> str | None:
    """ "allegations related to incidents"."""
    what = tree.passive(verb) and words.among(tree.lemma(verb), "verbs.relating")
    return f"“{tree[verb].text}” tells how things stand to each other" if what else None


def _sky(tree: Tree, verb: int, words: Words) -> str | None:
    """ "as the sun rose"."""
    subject = tree.subject(verb)
    if subject is None or not words.among(tree.lemma(subject), "nouns.sky"):
        return None
    return f"“{tree[subject].text}” tells the time of day"


def _state_ahead(tree: Tree, verb: int, words: Words) -> str | None:
    """ "will have an army", "is expected to be rich"."""
    text = tree[verb].text
    if ahead(tree, verb, words) and words.among(tree.lemma(verb), "verbs.stative"):
        return f"“{text}” is a state that is only expected"
    being = tree.kid(verb, "xcomp")
    state = being is not None and tree.lemma(being) == "be" and tree.passive(verb)
    if state and words.among(tree.lemma(verb), "verbs.planned"):
        return f"“{text} to be” is a state that is only expected"
    return None


def _general(tree: Tree, verb: int, words: Words) -> str | None:
    """ "Soldiers do not cry"."""
    subject = tree.subject(verb)
    if subject is None or tree[subject].tag != "NNS" or tree.kids(subject):
        return None
    general = tree.negated(verb) and tree.tense(verb) == "present"
    return f"“{tree[subject].text}” are meant in general" if general else None


def _habit(tree: Tree, verb: int, words: Words) -> str | None:
    """ "usually meets"."""
    habit = next((k for k in tree.kids(verb, "advmod") if words.among(tree.low(k), "verbs.habit")), None)
    if habit is None or tree.tense(verb) != "present":
        return None
    return f"“{tree[habit].text} {tree[verb].text}” is what happens as a rule"


def _only_time(tree: Tree, verb: int, placed: Collection[int], words: Words) -> str | None:
    """ "It was Friday"."""
    subject = tree.subject(verb)
    copula = words.among(tree.lemma(verb), "verbs.copulas")
    if not copula or subject is None or tree[subject].pos != "PRON":
        return None
    rest = [k for k in tree.kids(verb) if tree[k].dep not in ("nsubj", "punct", "advmod", "expl", "cc")]
    named = any(tree[k].dep == "attr" and k in placed for k in rest)
    dated = all(placed_below(tree, k, placed) or tree[k].dep == "prep" for k in rest)
    return "it only tells the time" if named or (rest and dated) else None


def placed_below(tree: Tree, index: int, placed: Collection[int]) -> bool:
    """Whether a phrase is nothing but a time expression."""
    return all(k in placed or tree[k].pos in ("ADP", "PUNCT", "DET", "ADV") for k in tree.subtree(index))
