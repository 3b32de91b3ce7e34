"""The words of the text that a pronoun stands for."""

from __future__ import annotations

from timeline.events.casting.scene import Scene
from timeline.events.sentence.inflect import uncapitalised
from timeline.events.sentence.tree import Tree
from timeline.events.sentence.words import Words

_NEAR = 300
"""Characters before a sentence in which the one person may stand whom its "his" takes up."""
_THINGS = ("it", "they")
_SHORT = 5
"""Words up to which a noun phrase is told with a small letter."""


def speaker_of(tree: Tree, pronoun: int, trigger: int, words: Words) -> str | None:
    """What "it" or "its" stands for in the words of a body that is named: "BP said the charge gave it …"."""
    own = tree.subject(trigger)
    if tree.low(pronoun) not in ("it", "its") or (own is not None and tree.is_noun(own)):
        return None  # "Acme said Globex sold its mines"
    for verb in tree.up(trigger):
        subject = tree.subject(verb) if tree.is_verb(verb) else None
        if subject is None or tree.lemma(verb) not in words.speech or subject == tree.subject(trigger):
            continue
        if tree[subject].pos != "PROPN" or tree.person(subject):
            return None
        return tree.bare(subject)
    return None


def done_to(tree: Tree, pronoun: int, trigger: int, scene: Scene, words: Words) -> str | None:
    """Whom a "him" means: the one person named before it in the sentence, or shortly before, who does not
    act himself: "ordered Mubarak to stand trial for killings during the uprising that ousted him"."""
    token, start = tree[pronoun], tree.sentence.start
    if not words.among(token.text.lower(), "people.objects") or token.head != trigger:
        return None
    doer = tree.subject(trigger)
    actor = scene.actor_at(tree[doer].start, tree[doer].end) if doer is not None else None
    for first, last in ((start, token.start), (start - _NEAR, start)):
        named = (m.name for m in scene.actors_in(first, last) if m.kind == "person")
        if people := dict.fromkeys(name for name in named if actor is None or name != actor.name):
            return next(iter(people)) if len(people) == 1 else None
    return None


def taken_up(tree: Tree, pronoun: int, trigger: int, before: Tree | None) -> str | None:
    """What an "it" that is done something to takes up: what the sentence before did something to."""
    token = tree[pronoun]
    if token.text.lower() != "it" or token.dep != "dobj" or token.head != trigger or before is None:
        return None
    taken = before.kid(before.root(), "dobj")
    if taken is None or before[taken].tag != "NN" or before.sentence.paragraph != tree.sentence.paragraph:
        return None
    return before.bare(taken)


def those_above(tree: Tree, pronoun: int, trigger: int, words: Words) -> str | None:
    """The "them" of a clause whose verb hangs on what many do: "Lawmakers accused him when he appeared before
    them"."""
    hung = tree[trigger].dep == "advcl" and tree[pronoun].head in (trigger, *tree.kids(trigger, "prep"))
    main = tree.subject(tree[trigger].head) if hung and tree.low(pronoun) == "them" else None
    if main is None or main == tree.subject(trigger) or tree[main].tag not in ("NNS", "NNPS"):
        return None
    return _name_of(tree, main, "they", words)


def owner_of(pronoun: str, place: int, tree: Tree, scene: Scene, words: Words) -> str | None:
    """Whose "his skull" is: the nearest subject before it that is a person, or the only person shortly
    before; of "its retail arm" the only body or country."""
    low = pronoun.lower()
    if not words.among(low, "people.possessives"):
        return None
    person = low != "its"
    start = tree.sentence.start
    for token in reversed(tree.tokens) if person else ():  # "Eni's chief executive said his priority …"
        if token.start >= place or token.dep not in ("nsubj", "nsubjpass"):
            continue
        mention = scene.actor_at(token.start, token.end)
        if mention is not None and mention.kind == "person":
            return mention.name
        if token.tag == "NN" and words.among(token.lemma, "people.nouns"):
            return tree.bare(token.index)
    for first, last in ((start, place), (start - _NEAR, start)):
        named = (m for m in scene.actors_in(first, last) if m.name[:1].isupper())
        near = dict.fromkeys(m.name for m in named if (m.kind == "person") == person)
        if not person:
            near |= dict.fromkeys(p.name for p in scene.places_in(first, last) if p.latitude is None)
        if near:
            return next(iter(near)) if len(near) == 1 else None
    return None


def thing_of(
    tree: Tree, trigger: int, pronoun: int, scene: Scene, words: Words, before: Tree | None
) -> str | None:
    """What "it" or "they" stands for: the subject above it, or that of the sentence before."""
    low = tree.low(pronoun)
    if low not in _THINGS or empty(tree, trigger, pronoun, words):
        return None
    for verb in tree.up(trigger):
        if not tree.is_verb(verb) or not tree.finite(verb):
            continue
        main = tree.subject(verb)
        if main == pronoun or (tree[trigger].dep == "relcl" and tree[trigger].head == main):
            continue
        who = scene.actor_at(tree[main].start, tree[main].end) if main is not None else None
        if main is None or (who is not None and who.kind == "person"):
            return None
        taken = tree.kid(trigger, "dobj")
        if taken is not None and tree[taken].pos == "NUM":
            return None  # "stopped counting the dead after it passed 5,400"
        if words.among(tree.lemma(main), "nouns.ideas"):
            return None  # "As it sent tanks into the town, the cause was …"
        return _name_of(tree, main, low, words, True)
    if before is None or before.sentence.paragraph != tree.sentence.paragraph:
        return None
    root = before.root()
    main = before.subject(root) if before.is_verb(root) else None
    return None if main is None else _name_of(before, main, low, words)


def person_of(tree: Tree, pronoun: int, scene: Scene, words: Words, before: Tree | None) -> str | None:
    """Whom a "he" or "she" takes up: the one person who is a subject in the sentence before."""
    if not words.among(tree.low(pronoun), "people.pronouns"):
        return None
    for verb in tree.up(pronoun):  # "her son said he had heard …", "the minister spoke as he opened …"
        main = tree.subject(verb) if tree.is_verb(verb) else None
        if main is None or main >= pronoun or tree[main].tag != "NN":
            continue
        if words.among(tree.lemma(main), "people.nouns", "people.around"):
            text = tree.bare(main)
            return text if len(text.split()) > _SHORT else uncapitalised(text)
    if before is None:
        return None
    if before.sentence.paragraph not in (tree.sentence.paragraph, tree.sentence.paragraph - 1):
        return None
    people: dict[str, None] = {}
    for token in before.tokens:
        if token.dep not in ("nsubj", "nsubjpass") or token.tag not in ("NN", "NNP"):
            continue
        mention = scene.actor_at(token.start, token.end)
        if mention is not None and mention.kind == "person":
            people[mention.name] = None
        elif token.tag == "NN" and words.among(token.lemma.lower(), "people.nouns"):
            people[uncapitalised(before.bare(token.index))] = None
    return next(iter(people)) if len(people) == 1 else None


def empty(tree: Tree, verb: int, subject: int, words: Words) -> bool:
    """ "It is", "it was reported that …": an "it" that stands for nothing."""
    if tree.low(subject) != "it":
        return False
    if tree.lemma(verb) == "be":  # "it is fact" has a thing in mind, "it is likely that …" has none
        told = [verb, *tree.kids(verb, "attr", "acomp", "prep")]
        return any(tree.kid(k, "ccomp", "csubj", "xcomp", "advcl", "relcl", "acl") is not None for k in told)
    if tree.lemma(verb) == "take":  # "it took hours to …"
        return tree.kid(verb, "xcomp", "advcl", "ccomp") is not None
    return words.among(tree.lemma(verb), "verbs.empty") or (
        tree.passive(verb) and tree.kid(verb, "ccomp") is not None
    )


def _name_of(tree: Tree, main: int, pronoun: str, words: Words, near: bool = False) -> str | None:
    """The noun phrase, if its number is the pronoun's and it is a name or people, or `near`: the subject
    of the clause that the pronoun's own clause belongs to."""
    lists = ("people.nouns", "people.bodies", "people.parts", "people.collective")
    known = tree[main].pos == "PROPN" or words.among(tree.lemma(main), *lists)
    if not tree.is_noun(main) or not (known or near):
        return None
    if tree.person(main):
        return None
    many = tree[main].tag in ("NNS", "NNPS") or tree.kid(main, "conj") is not None
    several = words.among(tree.lemma(main), "people.collective", "people.parts")
    if many != (pronoun == "they") and not (several and pronoun == "they"):
        return None
    text = tree.bare(main)
    first = tree.subtree(main, tree.hanging)[0]
    return text if tree[first].pos == "PROPN" or len(text.split()) > _SHORT else uncapitalised(text)
