"""What kind of event: PLOVER's sixteen types by trigger, and OTHER where nothing speaks for one."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.events.sentence.nouns import after
from timeline.events.sentence.tree import Tree
from timeline.events.sentence.words import Words

OTHER = "OTHER"
_NEAR = ("dobj", "prt", "attr", "acomp", "oprd", "xcomp", "advmod", "dative", "nsubjpass")


def event_type(tree: Tree, trigger: int, words: Words) -> str:
    """The type of the event whose trigger is a verb or a noun of the sentence."""
    if not tree.is_verb(trigger):
        return noun_type(tree, trigger, words)
    lemma = tree.lemma(trigger)
    if _accident(tree, trigger, words) or any(
        words.among(tree.low(k), "people.selves") for k in tree.kids(trigger, "dobj")
    ):  # "set himself on fire"
        return OTHER
    kind = verb_type(tree, trigger, words)
    if kind == OTHER and lemma in words.plain_speech:
        if (obliged := _obliges(tree, trigger, words)) is not None:
            return obliged
        return tone((tree.lemma(i) for i in _content(tree, trigger)), words)
    return kind


def tone(lemmas: Iterable[str], words: Words) -> str:
    """What a saying amounts to by the words said: blame, denial, support, or nothing of these."""
    return next((words.tones[lemma] for lemma in lemmas if lemma in words.tones), OTHER)


def _content(tree: Tree, verb: int) -> list[int]:
    """The words of what is said, not of what is said of these."""
    content = tree.kid(verb, "ccomp", "prep", "dobj")
    if content is None:
        return []
    return tree.subtree(content, lambda k: tree[k].dep in ("relcl", "advcl"))


def verb_type(tree: Tree, verb: int, words: Words) -> str:
    lemma = tree.lemma(verb)
    blamed = any(tree.low(k) == "for" and tree.kid(k, "pcomp") is not None for k in tree.kids(verb, "prep"))
    if blamed and words.verb_types.get(lemma) == "ASSAULT":
        return "ACCUSE"  # "attacked him for keeping cool"
    if words.among(lemma, "verbs.calling") and tree.kid(verb, "oprd") is not None:
        return OTHER  # "called the comments unacceptable" asks for nothing
    near = _near(tree, verb)
    particles = (f"{lemma} {tree.low(k)}" for k in tree.kids(verb, "prt"))
    called_off = any(words.among(particle, "verbs.cancelling") for particle in particles)
    for rest, kind in words.phrases.get(lemma, ()):
        if rest <= near and not called_off:
            return (_no_protest(tree, verb, words) or kind) if kind == "PROTEST" else kind
    kind = words.verb_types.get(lemma, "")
    if kind == "PROTEST" and (other := _no_protest(tree, verb, words)) is not None:
        return other
    if kind and not (words.among(lemma, "verbs.animate") and not _people(tree, verb, words)):
        return kind
    if lemma in words.plain_speech:
        return OTHER
    for role in ("dobj", "attr", "subject"):
        noun = tree.subject(verb) if role == "subject" else tree.kid(verb, role)
        if noun is None or (role == "dobj" and not words.among(lemma, "verbs.light")):
            continue
        if noun is not None and (kind := noun_type(tree, noun, words)) != OTHER:
            return kind
    for by in tree.kids(verb, "agent", "prep"):
        noun = tree.kid(by, "pobj") if tree[by].dep == "agent" else None
        if noun is not None and (kind := noun_type(tree, noun, words)) != OTHER:  # "struck by protests"
            return kind
        done = tree.kid(by, "pcomp")
        if tree.low(by) == "by" and done is not None and tree.is_verb(done):  # "responded by sending troops"
            return verb_type(tree, done, words)
    xcomp = tree.kid(verb, "xcomp")
    if xcomp is not None and xcomp > verb:
        return verb_type(tree, xcomp, words)
    return OTHER


def _no_protest(tree: Tree, verb: int, words: Words) -> str | None:
    """What a verb of protest tells of prices, of one person by name, or of those whom a state sends."""
    subject = tree.subject(verb)
    if subject is None:
        return None
    if tree.person(subject) or words.among(tree.lemma(subject), "nouns.figures"):
        return OTHER  # "Obama walks out", "shares rallied"
    described = tree.kid(subject, "amod", "compound", "prep") is not None and tree.lemma(verb) != "protest"
    if tree[subject].tag == "NN" and described:
        lists = ("people.nouns", "people.bodies", "people.parts", "people.collective", "people.sent")
        crowd = (subject, after(tree, subject, "of"))  # "a column of protesters"
        told = [tree.lemma(k) for k in crowd if k is not None]
        if not any(lemma in words.crowds or words.among(lemma, *lists) for lemma in told):
            return OTHER  # "a round of winter weather marched across the plains"
    return "COERCE" if words.among(tree.lemma(subject), "people.sent") else None


def _people(tree: Tree, verb: int, words: Words) -> bool:
    """Whether the verb is done to people."""
    done_to = tree.subject(verb) if tree.passive(verb) else tree.kid(verb, "dobj")
    if done_to is None:
        return False
    token = tree[done_to]
    if token.pos == "PRON" or words.among(token.lemma.lower(), "people.nouns"):
        return token.text.lower() not in ("it", "that", "which")
    labels = [n.label for n in tree.sentence.names if n.start < token.end and token.start < n.end]
    person = token.pos == "PROPN" and (not labels or labels[0] in ("PERSON", "NORP"))
    return person or words.among(token.lemma.lower(), "people.held")


def noun_type(tree: Tree, noun: int, words: Words) -> str:
    lemma = tree.lemma(noun)
    if any(n.label == "ORG" and n.start <= tree[noun].start < n.end for n in tree.sentence.names):
        return OTHER  # "London Stock Exchange"
    for k in tree.kids(noun, "compound", "amod"):
        if kind := words.noun_types.get(f"{tree.lemma(k)} {lemma}"):
            return kind
    if lemma in words.noun_types:
        return words.noun_types[lemma]
    if not words.event_noun(lemma):
        return OTHER
    beside = (k for k in tree.kids(noun, "compound", "amod") if tree[k].pos != "PROPN")  # no "March" is one
    kinds = (words.noun_types.get(tree.lemma(k)) for k in beside)
    return next((kind for kind in kinds if kind), OTHER)


def _near(tree: Tree, verb: int) -> frozenset[str]:
    """Lemmas of the verb's particles, prepositions, objects and complements, and what these hold close."""
    found: set[str] = set()
    for k in tree.kids(verb, *_NEAR, "prep", "agent", "ccomp"):
        dep = tree[k].dep
        if dep == "ccomp":
            continue
        if dep == "nsubjpass" and not tree.is_noun(k):
            continue
        for at in [k, *tree.kids(k, "conj")]:
            found.add(tree.lemma(at))
            found.update(tree.lemma(m) for m in tree.kids(at, "amod", "compound", "nummod"))
            for p in tree.kids(at, "pobj", "prep", "pcomp", "dobj") if dep != "nsubjpass" else ():
                found.add(tree.lemma(p))
                found.update(tree.lemma(m) for m in tree.kids(p, "compound", "pobj", "conj"))
    return frozenset(found)


def _accident(tree: Tree, verb: int, words: Words) -> bool:
    """Harm that a disaster or an accident does: "killed in a crash", "the earthquake killed"."""
    if words.verb_types.get(tree.lemma(verb)) != "ASSAULT":
        return _bursts(tree, verb, words)
    if tree.passive(verb) and tree.kid(verb, "agent") is None and _mishap(tree, words):
        return True
    for clause in tree.kids(verb, "advcl"):
        linked = any(tree.low(k) in ("when", "after", "as") for k in tree.kids(clause, "advmod", "mark"))
        if linked and words.among(tree.lemma(clause), "verbs.accident"):
            return True
    subject = tree.subject(verb)
    causes = [] if subject is None or tree.passive(verb) else [subject]
    for p in tree.kids(verb, "prep", "agent"):
        if tree.low(p) in ("in", "by", "during", "after", "when"):
            causes.extend(tree.kids(p, "pobj"))
    return any(
        words.event_noun(tree.lemma(c)) and noun_type(tree, c, words) == OTHER and tree.is_noun(c)
        for c in causes
    )


def _bursts(tree: Tree, verb: int, words: Words) -> bool:
    """ "The rig blew up": by itself."""
    up = any(tree.low(k) == "up" for k in tree.kids(verb, "prt"))
    alone = tree.lemma(verb) == "blow" and up and not tree.passive(verb) and tree.kid(verb, "dobj") is None
    subject = tree.subject(verb) if alone else None
    return subject is not None and not words.among(tree.lemma(subject), "people.nouns")


def _mishap(tree: Tree, words: Words) -> bool:
    """Whether the sentence tells of an accident and of nobody who fights."""
    lemmas = {t.lemma.lower() for t in tree.tokens}
    fights = any(words.noun_types.get(w) == "ASSAULT" or words.among(w, "nouns.armed") for w in lemmas)
    return not fights and any(words.among(lemma, "nouns.mishaps") for lemma in lemmas)


def _obliges(tree: Tree, verb: int, words: Words) -> str | None:
    """ "said they should leave" asks, "said they should have left" blames."""
    content = tree.kid(verb, "ccomp")
    if content is None:
        return None
    auxiliaries = tree.kids(content, "aux")
    if not any(words.among(tree.lemma(k), "speech.obligation") for k in auxiliaries):
        return None
    return "ACCUSE" if any(tree.lemma(k) == "have" for k in auxiliaries) else "REQUEST"
