"""Clauses that tell nothing that happened: wishes, conditions, possibilities, plans taken back."""

from __future__ import annotations

from collections.abc import Collection

from timeline.events.dating.static import static
from timeline.events.dating.unnamed import over, unnamed
from timeline.events.sentence.marks import CLOSING
from timeline.events.sentence.tree import SUBJECTS, Tree
from timeline.events.sentence.verbs import ahead
from timeline.events.sentence.words import Words


def no_happening(tree: Tree, verb: int, placed: Collection[int], words: Words) -> str | None:
    """Why a clause tells nothing that happened; None where it may. `placed`: tokens of dates."""
    if (why := unnamed(tree, verb, words)) is not None:
        return why
    for rule in (_able, _expected, _asked, _spared, _wished, _taken_back, _conditional, _modal, _thought):
        if (why := rule(tree, verb, words)) is not None:
            return why
    for rule in (_obliged, _sought, _denied, _nearly):
        if (why := rule(tree, verb, words)) is not None:
            return why
    return _grown(tree, verb, placed, words) or static(tree, verb, placed, words)


def _able(tree: Tree, verb: int, words: Words) -> str | None:
    """ "the ability to pay", "unable to pay"."""
    noun = tree[tree[verb].head]
    if noun.lemma.lower() == "unable" and tree.infinitive(verb):
        return f"“{tree[verb].text}” did not happen (“{noun.text}”)"
    able = tree[verb].dep == "acl" and tree.infinitive(verb)
    if able and words.among(noun.lemma.lower(), "nouns.abilities"):
        return f"“{tree[verb].text}” is only possible (“{noun.text}”)"
    return None


def _expected(tree: Tree, verb: int, words: Words) -> str | None:
    """ "is expected to own it"."""
    above = over(tree, verb)
    state = words.among(tree.lemma(verb), "verbs.stative") and tree[verb].dep == "xcomp"
    if above is None or not state or not words.among(tree.lemma(above), "verbs.planned"):
        return None
    return f"“{tree[verb].text}” is a state that is only expected"


def _asked(tree: Tree, verb: int, words: Words) -> str | None:
    """ "should agree to leave", "has to leave", "calls for them to leave"."""
    above = over(tree, verb)
    if above is None:
        return None
    modals = [tree.low(k) for k in tree.kids(above, "aux")]
    if any(words.among(low, "speech.obligation") for low in modals):
        return f"it is only asked for (“{' '.join(modals)} {tree[above].text} to {tree[verb].text}”)"
    must = tree.lemma(above) == "have" and tree[verb].dep == "xcomp" and not tree.negated(above)
    if must and tree.tense(above) == "present" and tree.kid(above, "dobj") is None:
        return f"it is only asked for (“{tree[above].text} to {tree[verb].text}”)"
    calls = tree.lemma(above) == "call" and tree.kid(verb, "mark") is not None
    if calls and tree[verb].dep == "advcl" and tree.infinitive(verb):
        return f"it is only asked for (“call for … to {tree[verb].text}”)"
    return None


def _spared(tree: Tree, verb: int, words: Words) -> str | None:
    """ "did not have to pay"."""
    above = over(tree, verb)
    spared = above is not None and tree.lemma(above) == "have" and tree.negated(above)
    return f"“{tree[verb].text}” is what nobody had to do" if spared and tree[verb].dep == "xcomp" else None


def _wished(tree: Tree, verb: int, words: Words) -> str | None:
    """ "wants to leave"."""
    above = over(tree, verb)
    if above is None or not words.among(tree.lemma(above), "verbs.wished"):
        return None
    if tree[verb].dep not in ("xcomp", "conj", "ccomp"):
        return None
    return f"it is only wished or needed (“{tree[above].text} to {tree[verb].text}”)"


def _taken_back(tree: Tree, verb: int, words: Words) -> str | None:
    """ "a payment due to be made is cancelled", "had been due to"."""
    off = None
    if not tree.finite(verb) and tree[verb].dep == "xcomp":
        off = _put_off(tree, tree[verb].head, words)
    return None if off is None else f"“{tree[off].text}” says that it did not take place"


def _put_off(tree: Tree, plan: int, words: Words) -> int | None:
    """The word that takes a plan back."""
    if not words.among(tree.lemma(plan), "verbs.planned"):
        return None
    head = tree[plan].head
    if tree[plan].dep in ("acl", "amod") and tree.is_noun(head):
        off = tree[head].head
        taken = tree[head].dep in ("dobj", "nsubjpass") and words.among(tree.lemma(off), "verbs.putting_off")
        return off if taken and not tree.negated(off) else None
    had = next((k for k in tree.kids(head, "aux") if tree.low(k) in ("had", "'d", "’d")), None)
    return had if tree[plan].dep == "acomp" and tree.lemma(head) == "be" else None


def _conditional(tree: Tree, verb: int, words: Words) -> str | None:
    """A question, "if it falls", "would fall if …"."""
    text = tree[verb].text
    last = next((t.text for t in reversed(tree.tokens) if t.text not in CLOSING), "")
    if last == "?":
        return "the sentence is a question"
    whether = any(words.among(tree.low(k), "links.whether") for k in tree.kids(verb, "mark"))
    if whether or _inverted(tree, verb, words):
        return f"“{text}” is a condition, not something that happened"
    marks = (m for c in tree.kids(verb, "advcl") for m in tree.kids(c, "mark"))
    given = next((m for m in marks if tree.low(m) in ("if", "unless")), None)
    if given is not None and (_would(tree, verb, words) or ahead(tree, verb, words)):
        return f"“{text}” is told on a condition (“{tree[given].text}”)"
    return None


def _inverted(tree: Tree, verb: int, words: Words) -> bool:
    """ "Even had he stepped down": the auxiliary before the subject, with nothing that asks for it there."""
    subject = tree.subject(verb)
    above = tree[verb].head  # the parser may hang the clause on its own "had"
    first = [above] if tree[verb].dep == "ccomp" and tree.kid(above, *SUBJECTS) is None else []
    first += tree.kids(verb, "aux")
    had = next((k for k in first if words.among(tree.low(k), "verbs.inverted")), None)
    if subject is None or had is None or had > subject:
        return False
    return had == 0 or tree[had - 1].pos == "PUNCT" or words.among(tree.low(had - 1), "links.inverting")


def _would(tree: Tree, verb: int, words: Words) -> bool:
    return any(words.among(tree.low(k), "verbs.conditional") for k in tree.kids(verb, "aux"))


def _modal(tree: Tree, verb: int, words: Words) -> str | None:
    """ "might fall", "would have turned 100"."""
    text = tree[verb].text
    auxiliaries = [tree.low(k) for k in tree.kids(verb, "aux")]
    if any(words.among(low, "verbs.unreal") for low in auxiliaries):
        return f"“{text}” is only possible, not something that happened"
    if _would(tree, verb, words) and "have" in auxiliaries and tree[verb].dep != "ccomp":
        return f"“{text}” did not happen"
    return None


def _thought(tree: Tree, verb: int, words: Words) -> str | None:
    """ "forecasts that it will fall", "would be naive to assume that it fell", "worry that it fell"."""
    above, modal = tree[verb].head, _would(tree, verb, words)
    teller = tree.lemma(above)
    forecast = words.among(teller, "verbs.forecasting") or (modal and words.among(teller, "speech.shows"))
    if tree[verb].dep == "ccomp" and forecast and (modal or ahead(tree, verb, words)):
        return f"“{tree[verb].text}” is only forecast (“{tree[above].text}”)"
    imagined = _imagined(tree, verb, words)
    return None if imagined is None else f"“{tree[verb].text}” is only imagined (“{tree[imagined].text}”)"


def _imagined(tree: Tree, verb: int, words: Words) -> int | None:
    """The verb of thinking that "would" makes unreal above a clause, or that only fears it; or "chance"."""
    at = verb
    while tree[at].dep in ("ccomp", "xcomp", "pcomp", "csubj", "acl") and tree[at].head != at:
        if tree[at].dep == "acl" and not words.among(tree.lemma(tree[at].head), "nouns.maybe"):
            return None
        at = tree[at].head
        if words.among(tree.lemma(at), "nouns.maybe"):
            return at  # "there is a chance that it will end up not paying"
        supposed = tree[at].tag == "VBG" and words.among(tree.lemma(at), "verbs.supposing")
        if supposed or words.among(tree.lemma(at), "verbs.feared"):
            return at
        if words.among(tree.lemma(at), "verbs.thought"):
            return at if any(_would(tree, v, words) for v in (at, tree[at].head)) else None
    return None


def _obliged(tree: Tree, verb: int, words: Words) -> str | None:
    """ "must leave"."""
    wanted = next((k for k in tree.kids(verb, "aux") if words.among(tree.low(k), "speech.obligation")), None)
    return None if wanted is None else f"it is only asked for (“{tree.low(wanted)} {tree[verb].text}”)"


def _grown(tree: Tree, verb: int, placed: Collection[int], words: Words) -> str | None:
    """ "will rise 5 percent"."""
    counted = any(tree[k].pos == "NUM" and k not in placed for k in tree.subtree(verb))
    grown = counted and ahead(tree, verb, words) and words.among(tree.lemma(verb), "verbs.grown")
    return f"“{tree[verb].text}” is only forecast" if grown else None


def _sought(tree: Tree, verb: int, words: Words) -> str | None:
    """ "to find a law that would cover it"."""
    if tree[verb].dep != "relcl" or not _would(tree, verb, words):
        return None
    governing = tree.verb_above(tree[verb].head)
    if tree.finite(tree.root() if governing is None else governing):
        return None
    return f"“{tree[verb].text}” is only possible, not something that happened"


def _denied(tree: Tree, verb: int, words: Words) -> str | None:
    """ "did not find that it fell"; a denial is told, and so is what somebody did not say."""
    above = tree[verb].head
    lemma = tree.lemma(above)
    if tree[verb].dep != "ccomp" or not tree.negated(above):
        return None
    if words.among(lemma, "verbs.denied") or lemma in words.plain_speech:
        return None
    return f"the sentence says that it was not so (“not {tree[above].text}”)"


def _nearly(tree: Tree, verb: int, words: Words) -> str | None:
    """ "nearly fell", but not "nearly doubled"."""
    nearly = next((k for k in tree.kids(verb, "advmod") if words.among(tree.low(k), "verbs.nearly")), None)
    if nearly is None or nearly != verb - 1 or words.among(tree.lemma(verb), "verbs.grown"):
        return None
    return f"“{tree[nearly].text} {tree[verb].text}” did not happen"
