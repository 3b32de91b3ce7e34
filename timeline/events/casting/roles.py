"""The parts that the words of a sentence play in one event: doer, target, other; and where it takes place."""

from __future__ import annotations

from collections.abc import Callable, Collection

from timeline.events.casting.types import noun_type
from timeline.events.sentence.inflect import uncapitalised
from timeline.events.sentence.nouns import after, singular
from timeline.events.sentence.tree import SUBJECTS, Tree
from timeline.events.sentence.words import Words

Give = Callable[[int, str], None]
_JUDGING = frozenset(
    {"ACCUSE", "SUPPORT", "REJECT", "THREATEN", "SANCTION", "CONSULT", "REQUEST", "ASSAULT", "COERCE"}
)
"""Types whose object's owner is meant as well: "denounced Toqaev's order"."""


_TOPIC = ("on", "about", "over", "after", "before", "since")
_ELSEWHERE = ("to", "at", "in", "into", "for")
"""Prepositions after an event noun whose object does not take part by them."""
_STRIKING = frozenset({"ASSAULT", "SANCTION", "COERCE"})
"""Types of nouns whose "on" is whom they strike, not what they are about."""


def roles_of(
    tree: Tree, trigger: int, words: Words, kind: str
) -> tuple[dict[int, str], dict[int, list[int]]]:
    """Token → the part that a mention headed by it plays in the event at `trigger`; and the heads of the
    phrases that play one, each with the tokens that may name it."""
    roles: dict[int, str] = {}
    heads: dict[int, list[int]] = {}
    owners = kind in _JUDGING

    def give(index: int, role: str) -> None:
        for head in tree.conjuncts(index):
            if not tree.is_verb(head) or tree.kid(head, "poss") is not None:
                done_to = role == "target" and not owners and words.event_noun(tree.lemma(head))
                armed = kind == "ASSAULT" and role == "doer" and tree.is_verb(trigger)
                issued = words.among(tree.lemma(trigger), "verbs.issuing")
                paper = issued and role == "target" and words.among(tree.lemma(head), "nouns.papers")
                alone = done_to or paper  # "the League's plan is published" does nothing to it
                heads[head] = [head] if alone else participants_in(tree, head, words, owners, armed)
                for at in heads[head]:
                    roles.setdefault(at, role)

    if tree.is_verb(trigger):
        _verb_roles(tree, trigger, words, kind, give)
    else:
        _noun_roles(tree, trigger, words, give)
        heads.setdefault(trigger, [])
        roles.setdefault(trigger, "doer")
    return roles, heads


def _verb_roles(tree: Tree, verb: int, words: Words, kind: str, give: Give) -> None:
    passive = tree.passive(verb)
    plain = tree.lemma(verb) in words.plain_speech
    subject = tree.subject(verb)
    taken = tree.relative_object(verb)
    if taken is not None:
        give(taken, "target")
    agents = tree.kids(verb, "agent")
    if passive and not agents:  # "announced last weekend by Annan"
        agents = [p for k in tree.kids(verb, "npadvmod", "prep") for p in tree.kids(k, "prep", "agent")]
        agents = [k for k in agents if tree.low(k) == "by"]
    for agent in agents:
        for k in tree.kids(agent, "pobj"):
            give(k, "doer")
    senders = [k for at in (verb, *tree.kids(verb, "dobj")) for k in tree.kids(at, "prep")]
    sender = next((k for k in senders if tree.low(k) == "from"), None)
    if sender is not None and words.among(tree.lemma(verb), "verbs.receiving"):
        for k in tree.kids(sender, "pobj"):  # "got a call from his American counterpart, Joe Biden"
            give(k, "doer")
        if subject is not None:
            give(subject, "target")
    if subject is not None and subject != verb:
        suffers = tree.lemma(verb) == "come" and any(tree.low(k) == "under" for k in tree.kids(verb, "prep"))
        passive = passive or suffers  # "came under fire"
        planning = passive and words.among(tree.lemma(verb), "verbs.planned") and tree.kid(verb, "xcomp")
        give(subject, "target" if passive and not planning else "doer")
        for k in tree.kids(subject, "prep"):
            for p in _objects(tree, k) if tree.low(k) == "against" else ():
                give(p, "target")
    objects = ["dobj", "dative", "iobj", "oprd", "attr"]
    if words.among(tree.lemma(verb), "verbs.copulas"):
        objects.remove("attr")  # "was the first Arab country to …"
    for k in tree.kids(verb, *objects):
        for p in tree.kids(k, "pobj") if tree[k].pos == "ADP" else [k]:
            give(p, "target")
    for k in tree.kids(verb, "prep", "prt", "advmod", "acomp"):
        if tree.low(k) == "according":
            continue
        asking = words.verb_types.get(tree.lemma(verb)) == "REQUEST" or tree.lemma(verb) in words.phrases
        asked = kind == "REQUEST" and asking and tree.low(k) in ("on", "upon", "to")  # "called on the agency"
        for p in _objects(tree, k):
            give(p, "target" if asked else "other")
        for act in tree.kids(k, "pcomp"):  # "responded by sending peacekeepers"
            for p in tree.kids(act, "dobj"):
                give(p, "other")
    for k in tree.kids(verb, "xcomp"):
        for dep, role in (("dobj", "target"), ("dative", "target"), ("nsubj", "target")):
            for p in tree.kids(k, dep):
                give(p, role)
        for p in tree.kids(k, "prep"):
            for q in _objects(tree, p):
                give(q, "other")
    for k in tree.kids(verb, "ccomp"):
        own = tree.kid(k, "nsubj")
        if own is not None and (kind in ("REQUEST", "ACCUSE") or not (tree.finite(k) or plain)):
            give(own, "target")


def _noun_roles(tree: Tree, noun: int, words: Words, give: Give) -> None:
    done_to = tree.lemma(noun) in words.noun_object or tree.lemma(noun) in words.noun_object_of
    of = "target" if done_to else "doer"
    for k in tree.kids(noun, "poss"):
        give(k, of)
    shared = words.among(tree.lemma(noun), "nouns.shared")  # "the Croatian war"
    for k in tree.kids(noun, "compound", "amod", "nmod"):
        give(k, "target" if _against(tree, k) else "other" if shared else "doer")
    parts = {"of": of, "by": "doer", "between": "doer", "against": "target", "on": "target"}
    for k in tree.kids(noun, "prep"):
        if tree.low(k) in _TOPIC and noun_type(tree, noun, words) not in _STRIKING:
            continue
        for p in _objects(tree, k):
            give(p, parts.get(tree.low(k), "other"))
    for k in tree.kids(noun, "acl", "relcl"):
        for p in tree.kids(k, "dobj", *SUBJECTS):
            if tree[p].pos != "PRON":
                give(p, "other")
    token = tree[noun]
    up = tree[token.head].head if token.dep == "pobj" else noun
    if up != noun and words.event_noun(tree.lemma(up)):  # "its victory in the 2020 war"
        for k in tree.kids(up, "poss"):
            give(_owner(tree, k), "doer")
        for k in tree.kids(up, "prep"):
            for p in tree.kids(k, "pobj"):
                give(p, "other")
    elif up != noun and words.among(tree.lemma(up), "people.nouns"):  # "Smith's rivals in the primary"
        for k in tree.kids(up, "poss"):
            give(k, "other")
    if token.dep in ("dobj", "pobj", "attr"):
        verb = token.head if tree.is_verb(token.head) else tree[token.head].head
        beside = token.dep == "pobj" and tree.low(token.head) in _TOPIC  # "began the assault after a rally"
        if tree.is_verb(verb) and words.among(tree.lemma(verb), "verbs.light") and not beside:
            subject = tree.subject(verb)
            if subject is not None:
                give(subject, "doer")


def _owner(tree: Tree, owner: int) -> int:
    """Whose it is: of "congratulated Azerbaijan on its victory", the one congratulated."""
    if tree[owner].pos != "PRON":
        return owner
    preposition = tree[tree[owner].head].head
    taken = tree.kid(tree[preposition].head, "dobj")
    return owner if tree[preposition].dep != "prep" or taken is None or taken > owner else taken


def _objects(tree: Tree, index: int) -> list[int]:
    found = tree.kids(index, "pobj")
    for inner in tree.kids(index, "prep"):
        found.extend(tree.kids(inner, "pobj"))
    return found


def participants_in(tree: Tree, index: int, words: Words, owners: bool, armed: bool = False) -> list[int]:
    """The tokens of a noun phrase whose mentions take part: its head, what joins or names it, and of
    people and events those whose they are. "Steele's reports" brings no Steele, "Steele's arrest" does.
    `armed`: what somebody's planes do he does."""
    found = [index]
    people = words.among(tree.lemma(index), "people.nouns", "people.parts")
    whose = owners or people or words.event_noun(tree.lemma(index))
    whose = whose or words.among(tree.lemma(index), "people.fates")
    apposed = [k for k in tree.kids(index, "appos") if tree.person(k)]
    if people and apposed:
        return [index, *apposed]  # "the envoy of the League, Kofi Annan", "Gaddafi's son Saadi"
    around = words.among(tree.lemma(index), "people.around")
    if around:
        whose = False  # "foes of Mubarak": he does nothing
    if tree[index].dep == "appos" and tree.person(tree[index].head) and not tree.person(index):
        return [index, tree[index].head]  # "Mohamed ElBaradei, the former head of the agency who returned"
    for k in tree.kids(index):
        dep = tree[k].dep
        if k + 1 < len(tree) and tree[k + 1].text == "-" and not tree[k + 1].space_before and k < index:
            continue  # "BP-watchers"
        if dep == "appos":
            found.extend([k] if tree.person(index) else participants_in(tree, k, words, owners))
        elif dep in ("compound", "nmod", "amod"):
            if _against(tree, k) or (people and tree.person(k)):
                continue  # "Gaddafi loyalists"
            if tree.person(index) and not tree.person(k) and tree.kid(k, "case") is not None:
                continue  # "France's Nicolas Sarkozy"
            if people and any(words.among(tree.low(m), "people.former") for m in tree.kids(index, "amod")):
                continue  # "the former UN chief" is no longer its
            thing = words.among(tree.lemma(index), "nouns.things") and not armed
            if tree[index].tag == "CD" or thing:
                continue  # "the Boeing 707", "the BP oil rig"
            found.append(k)
            found.extend(tree.kids(k, "compound", "conj"))
        elif dep == "poss" and whose and not tree.person(index):  # "Mubarak's predecessor Sadat" is one
            found.extend(participants_in(tree, k, words, owners))
        elif dep == "acl" and words.among(tree.lemma(k), "people.named"):  # "a man named Jiang"
            found.extend(tree.kids(k, "oprd", "dobj", "attr"))
        elif dep == "prep" and tree.person(index) and tree[k - 1].text == ",":
            continue  # "Ann Smith, of the Times, died"
        elif dep == "prep" and (whose or (tree.low(k) == "of" and not around)):
            elsewhere = words.event_noun(tree.lemma(index)) and tree.low(k) in _ELSEWHERE
            if tree.low(k) == "against" or elsewhere:
                continue  # "a collapse at the casino" is not the casino's
            if people and tree.low(k) not in ("of", "from", "with", "at", "in", "for"):
                continue
            if tree.low(k) in _TOPIC and noun_type(tree, index, words) not in _STRIKING:
                continue
            for p in tree.kids(k, "pobj"):
                for joined in tree.conjuncts(p):
                    if tree.is_noun(joined):
                        found.extend(participants_in(tree, joined, words, False))
    return found


def _against(tree: Tree, index: int) -> bool:
    """ "anti-Assad protests" are none of Assad's."""
    return index > 1 and tree[index - 1].text == "-" and tree.low(index - 2) in ("anti", "pro")


def acts_through(tree: Tree, index: int, words: Words) -> bool:
    """Whether a country takes part by an event of its own: "Israel's raid", "support for Iran"."""
    token = tree[index]
    if token.dep in ("poss", "compound", "amod"):
        noun = tree.lemma(token.head)
        popular = noun_type(tree, token.head, words) == "PROTEST"  # "Syria's protests" are the people's
        return words.event_noun(noun) and not popular and not words.among(noun, "nouns.nobody")
    return token.dep == "pobj" and tree.low(token.head) in ("for", "with", "against", "between", "by")


def crowd(tree: Tree, index: int, words: Words, skip: Collection[int]) -> str | None:
    """The name of people that no mention names: "Russian peacekeepers", "mobs"; None where they are none."""
    token = tree[index]
    lemma = singular(tree, index).lower()
    if words.among(lemma, "people.parts") and token.tag == "NNS":
        members = after(tree, index, "of")
        if members is not None and tree[members].tag == "NNPS":
            return tree[members].text  # "thousands of Egyptians"
    norp = any(n.label == "NORP" and n.start <= token.start < n.end for n in tree.sentence.names)
    if token.tag == "NNPS" and norp:
        return token.text  # "Palestinians bid for …"
    if lemma in words.crowds and token.tag in ("NN", "NNS"):
        return words.crowds[lemma] if noun_type(tree, index, words) == "PROTEST" else None
    body = words.among(lemma, "people.bodies")
    if not (body or words.among(lemma, "people.nouns")) or token.tag not in ("NN", "NNS", "NNP", "NNPS"):
        return None
    kept = {index}
    for k in tree.kids(index, "compound", "amod", "nmod"):
        if k in skip:
            continue
        if body and token.tag == "NNS" and tree[k].tag == "JJ":
            kept.add(k)  # "environmental organizations"
        elif tree[k].pos in ("PROPN", "NOUN") or tree[k].text[:1].isupper() or tree.lemma(k) in _KEPT:
            kept.update(i for i in tree.subtree(k) if tree[i].dep not in ("cc", "conj"))
    vague = body or token.tag == "NN" or words.among(lemma, "people.untold")
    if vague and len(kept) == 1 and not words.among(lemma, "people.collective"):
        return None  # "the group": whoever it is was named before; "officials": nobody knows whose
    name = tree.text(range(min(kept), index + 1) if index - min(kept) < 6 else sorted(kept))
    first = tree[min(kept)]
    named = first.pos == "PROPN" or any(n.start == first.start for n in tree.sentence.names)
    return name if named or first.index else uncapitalised(name)


_KEPT = frozenset(
    {"local", "provincial", "regional", "federal", "military", "riot", "opposition", "national"}
)
