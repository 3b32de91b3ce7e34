"""Clauses that tell nothing that happened: wishes, conditions, states, plans taken back."""

from __future__ import annotations

from collections.abc import Collection

from timeline.events.tree import Tree
from timeline.events.verbs import ahead
from timeline.events.words import Words


def no_happening(tree: Tree, verb: int, placed: Collection[int], words: Words) -> str | None:
    """Why a clause tells nothing that happened."""
    text = tree[verb].text
    subject = tree.subject(verb)
    if subject is not None and tree.low(subject) in ("i", "we", "you"):
        return f"“{tree[subject].text}” is nobody that the text names"
    if subject is not None and tree[subject].tag in ("WP", "WDT", "WRB"):
        return f"“{tree[subject].text} {text}” names nobody who acts"
    if tree[verb].dep == "acl" and tree.is_noun(tree[verb].head) and not tree.finite(verb):
        noun = tree[verb].head
        which = next((k for k in tree.kids(noun, "det") if words.among(tree.low(k), "links.every")), None)
        if which is not None:
            return f"it says which “{tree[which].text} {tree[noun].text}” means, not what happened"
    if tree[verb].dep == "acl" and tree.infinitive(verb):
        able = tree[tree[verb].head]
        if words.among(able.lemma.lower(), "nouns.abilities"):
            return f"“{text}” is only possible (“{able.text}”)"
    order = next((v for v in tree.up(verb) if tree.is_verb(v)), None)
    if order is not None and tree[verb].dep != "relcl" and _orders(tree, order):
        return f"“{tree[order].text}” asks for something, it tells nothing"
    if not tree.finite(verb):
        above = next((v for v in tree.up(verb) if tree.is_verb(v)), None)
        wisher = tree.kid(above, "nsubj") if above is not None else None
        if wisher is not None and tree.low(wisher) in ("i", "we", "you"):
            return f"“{tree[wisher].text}” is nobody that the text names"
        knows = words.among(tree.lemma(verb), "verbs.stative") and tree[verb].dep == "xcomp"
        if knows and above is not None and words.among(tree.lemma(above), "verbs.planned"):
            return f"“{text}” is a state that is only expected"
        modals = [tree.low(k) for k in tree.kids(above, "aux")] if above is not None else []
        if above is not None and any(words.among(low, "speech.obligation") for low in modals):
            return f"it is only asked for (“{' '.join(modals)} {tree[above].text} to {text}”)"
        spared = above is not None and tree.lemma(above) == "have" and tree.negated(above)
        if spared and tree[verb].dep == "xcomp":
            return f"“{text}” is what nobody had to do"
        must = above is not None and tree.lemma(above) == "have" and tree[verb].dep == "xcomp"
        if above is not None and must and tree.tense(above) == "present" and tree.kid(above, "dobj") is None:
            return f"it is only asked for (“{tree[above].text} to {text}”)"
        wished = above is not None and words.among(tree.lemma(above), "verbs.wished")
        calls = above is not None and tree.lemma(above) == "call" and tree.kid(verb, "mark") is not None
        if calls and tree[verb].dep == "advcl" and tree.infinitive(verb):
            return f"it is only asked for (“call for … to {text}”)"
        if wished and above is not None and tree[verb].dep in ("xcomp", "conj", "ccomp"):
            return f"it is only wished or needed (“{tree[above].text} to {text}”)"
        if tree[verb].dep == "xcomp" and (off := _put_off(tree, tree[verb].head, words)) is not None:
            return f"“{tree[off].text}” says that it did not take place"
    thinks = tree[verb].dep == "ccomp" and any(
        words.among(tree.lemma(tree[verb].head), name) for name in ("verbs.thought", "verbs.planned")
    )
    thinker = tree.kid(tree[verb].head, "nsubj") if thinks else None
    if thinker is not None and words.among(tree.low(thinker), "people.own"):
        return f"“{tree[thinker].text}” is nobody that the text names"
    taken = next((k for k in tree.kids(verb, "dobj", "attr") if tree[k].tag == "WP"), None)
    if taken is not None and tree[verb].dep == "csubj":
        return f"“{tree[taken].text} … {text}” does not tell what it was"
    if subject is not None and tree.low(subject) in ("this", "that") and tree[subject].pos != "NOUN":
        return f"“{tree[subject].text}” names nothing that acts"
    as_told = any(tree.low(k) == "as" for k in tree.kids(verb, "mark"))
    if as_told and tree[verb].tag == "VBN" and tree.kid(verb, "nsubj", "nsubjpass", "auxpass") is None:
        return f"“as {text}” is said beside"
    if any(tree[k].tag == "WRB" and tree.low(k) in ("how", "why") for k in tree.kids(verb, "advmod")):
        return "it says how or why, not that it happened"
    none = [k for n in tree.kids(verb, "attr") for k in tree.kids(n, "det") if tree.low(k) == "no"]
    if none and tree.lemma(verb) == "be":
        return "the sentence says what was not"
    shown = tree.passive(verb) and tree.tense(verb) == "present" and tree.kid(verb, "ccomp", "xcomp") is None
    judged = any(tree.low(k) == "as" for k in tree.kids(verb, "prep"))  # "is seen as a defeat"
    if shown and not judged and words.among(tree.lemma(verb), "verbs.shown"):
        return "it says what a picture shows"
    alone = tree.lemma(verb) == "do" and tree.kid(verb, "dobj", "nsubjpass", "xcomp", "ccomp") is None
    if alone and (verb + 1 == len(tree) or tree.low(verb + 1) != "so"):
        return f"“{text}” stands for another verb"
    pictured = subject is not None and words.among(tree.lemma(subject), "nouns.picture")
    if pictured and words.among(tree.lemma(verb), "verbs.pictured"):
        return "it says when a picture was made"
    if subject is not None and words.among(tree.lemma(subject), "nouns.sky"):
        return f"“{tree[subject].text}” tells the time of day"
    if tree.tokens[-1].text == "?":
        return "the sentence is a question"
    if any(words.among(tree.low(k), "links.whether") for k in tree.kids(verb, "mark")):
        return f"“{text}” is a condition, not something that happened"
    if any(words.among(tree.low(k), "verbs.unreal") for k in tree.kids(verb, "aux")):
        return f"“{text}” is only possible, not something that happened"
    modal = any(words.among(tree.low(k), "verbs.conditional") for k in tree.kids(verb, "aux"))
    teller = tree.lemma(tree[verb].head)
    forecast = words.among(teller, "verbs.forecasting") or (modal and words.among(teller, "speech.shows"))
    if tree[verb].dep == "ccomp" and forecast and (modal or ahead(tree, verb, words)):
        return f"“{text}” is only forecast (“{tree[tree[verb].head].text}”)"
    if (imagined := _imagined(tree, verb, words)) is not None:
        return f"“{text}” is only imagined (“{tree[imagined].text}”)"
    held = any(tree.low(k) == "have" for k in tree.kids(verb, "aux"))
    if modal and held and tree[verb].dep != "ccomp":
        return f"“{text}” did not happen"  # "would have turned 100"
    given = [
        m for c in tree.kids(verb, "advcl") for m in tree.kids(c, "mark") if tree.low(m) in ("if", "unless")
    ]
    if given and (modal or ahead(tree, verb, words)):
        return f"“{text}” is told on a condition (“{tree[given[0]].text}”)"
    wanted = [tree.low(k) for k in tree.kids(verb, "aux") if words.among(tree.low(k), "speech.obligation")]
    if wanted:
        return f"it is only asked for (“{wanted[0]} {text}”)"
    counted = any(tree[k].pos == "NUM" for k in tree.subtree(verb))
    if counted and ahead(tree, verb, words) and words.among(tree.lemma(verb), "verbs.grown"):
        return f"“{text}” is only forecast"
    if ahead(tree, verb, words) and words.among(tree.lemma(verb), "verbs.stative"):
        return f"“{text}” is a state that is only expected"
    being = tree.kid(verb, "xcomp")
    state = being is not None and tree.lemma(being) == "be" and tree.passive(verb)
    if state and words.among(tree.lemma(verb), "verbs.planned"):
        return f"“{text} to be” is a state that is only expected"
    sought = tree[verb].dep == "relcl" and modal and not tree.finite(_governing(tree, verb))
    if sought:
        return f"“{text}” is only possible, not something that happened"
    at = tree[verb].head
    unsaid = (
        tree[verb].dep == "ccomp" and tree.negated(at) and not words.among(tree.lemma(at), "verbs.denied")
    )
    if unsaid and tree.lemma(at) not in words.plain_speech:
        return f"the sentence says that it was not so (“not {tree[at].text}”)"
    nearly = next((k for k in tree.kids(verb, "advmod") if words.among(tree.low(k), "verbs.nearly")), None)
    if nearly is not None and nearly == verb - 1 and not words.among(tree.lemma(verb), "verbs.grown"):
        return f"“{tree[nearly].text} {text}” did not happen"
    bare = tree[verb].tag in ("VB", "VBP") and tree.kid(verb, "aux", "auxpass") is None
    if subject is None and bare and tree[verb].dep in ("ROOT", "conj", "ccomp"):
        return f"“{text}” asks for something, it tells nothing"
    all_of_them = subject is not None and tree[subject].tag == "NNS" and not tree.kids(subject)
    if subject is not None and all_of_them and tree.negated(verb) and tree.tense(verb) == "present":
        return f"“{tree[subject].text}” are meant in general"
    habit = next((k for k in tree.kids(verb, "advmod") if words.among(tree.low(k), "verbs.habit")), None)
    if habit is not None and tree.tense(verb) == "present":
        return f"“{tree[habit].text} {text}” is what happens as a rule"
    lemma = tree.lemma(verb)
    copula = words.among(lemma, "verbs.copulas")
    if tree.negated(verb) and (copula or words.among(lemma, "verbs.stative")):
        return f"the sentence says what was not so (“not {text}”)"
    if copula and subject is not None and tree[subject].pos == "PRON":
        rest = [k for k in tree.kids(verb) if tree[k].dep not in ("nsubj", "punct", "advmod", "expl", "cc")]
        if any(tree[k].dep == "attr" and k in placed for k in rest) or (
            rest and all(placed_below(tree, k, placed) or tree[k].dep == "prep" for k in rest)
        ):
            return "it only tells the time"
    return None


def _orders(tree: Tree, verb: int) -> bool:
    """ "Expect the secretary to …": the imperative of a whole sentence."""
    bare = tree[verb].tag == "VB" and tree.kid(verb, "aux", "auxpass") is None
    return bare and verb == tree.root() and tree.subject(verb) is None


def _governing(tree: Tree, verb: int) -> int:
    """The verb above a clause's noun."""
    return next((v for v in tree.up(tree[verb].head) if tree.is_verb(v)), tree.root())


def _imagined(tree: Tree, verb: int, words: Words) -> int | None:
    """The verb of thinking that "would" makes unreal above a clause, "it would be naive to assume that …",
    or that only fears it: "residents worry that …"."""
    at = verb
    while tree[at].dep in ("ccomp", "xcomp", "pcomp", "csubj", "acl") and tree[at].head != at:
        if tree[at].dep == "acl" and not words.among(tree.lemma(tree[at].head), "nouns.maybe"):
            return None
        at = tree[at].head
        if words.among(tree.lemma(at), "nouns.maybe"):
            return at  # "there is a chance that it will end up not paying"
        if words.among(tree.lemma(at), "verbs.feared"):
            return at
        if words.among(tree.lemma(at), "verbs.thought"):
            above = tree[at].head
            modal = [tree.low(k) for v in (at, above) for k in tree.kids(v, "aux")]
            return at if any(words.among(low, "verbs.conditional") for low in modal) else None
    return None


def placed_below(tree: Tree, index: int, placed: Collection[int]) -> bool:
    """Whether a phrase is nothing but a time expression."""
    return all(k in placed or tree[k].pos in ("ADP", "PUNCT", "DET", "ADV") for k in tree.subtree(index))


def _put_off(tree: Tree, plan: int, words: Words) -> int | None:
    """The word that takes a plan back: "a payment due to be made is cancelled", "had been due to"."""
    if not words.among(tree.lemma(plan), "verbs.planned"):
        return None
    head = tree[plan].head
    if tree[plan].dep in ("acl", "amod") and tree.is_noun(head):
        off = tree[head].head
        taken = tree[head].dep in ("dobj", "nsubjpass") and words.among(tree.lemma(off), "verbs.putting_off")
        return off if taken and not tree.negated(off) else None
    had = next((k for k in tree.kids(head, "aux") if tree.low(k) in ("had", "'d", "’d")), None)
    return had if tree[plan].dep == "acomp" and tree.lemma(head) == "be" else None
