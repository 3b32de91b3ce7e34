"""What a headline calls the pronouns of its sentence."""

from __future__ import annotations

from collections.abc import Mapping

from timeline.events.antecedents import (
    done_to,
    empty,
    owner_of,
    person_of,
    speaker_of,
    taken_up,
    thing_of,
    those_above,
)
from timeline.events.casting.scene import Scene
from timeline.events.headlines.writing import possessive, with_article
from timeline.events.sentence.tree import Tree
from timeline.events.sentence.words import Words


def called_by_name(
    tree: Tree, trigger: int, scene: Scene, words: Words, before: Tree | None
) -> dict[int, str]:
    """Pronouns and the names they stand for, where the headline has to say them. `before` is the sentence
    before, whose subject an "it" or "they" that opens the sentence takes up."""
    found: dict[int, str] = {}
    subject = tree.subject(trigger) if tree.is_verb(trigger) else None
    lead = None
    if subject is not None:
        naming = [
            subject,
            *tree.kids(subject, "appos", "compound"),
        ]  # "the head of the League, Nabil al-Araby"
        mentions = (scene.actor_at(tree[k].start, tree[k].end) for k in naming)
        lead = next((m.name for m in mentions if m is not None and m.kind == "person"), None)
        own = scene.actor_at(tree[subject].start, tree[subject].end)
        lead = lead or (own.name if own is not None else None)
    found |= (
        _pointing(tree, subject, words)
        | _countries(tree, scene, words)
        | _nominals(tree, subject, lead, scene)
    )
    for token in tree.tokens:
        if token.tag not in ("PRP", "PRP$"):
            continue
        mention = scene.actor_at(token.start, token.end)
        if mention is None or mention.form != "pronoun":
            owned = token.tag == "PRP$" and subject is not None and token.head == subject
            if owned and (owner := owner_of(token.text, token.start, tree, scene, words)) is not None:
                found[token.index] = possessive(owner)
            if token.index != subject:
                if (speaker := speaker_of(tree, token.index, trigger, words)) is not None:
                    found[token.index] = possessive(speaker) if token.tag == "PRP$" else speaker
                elif (person := done_to(tree, token.index, trigger, scene, words)) is not None:
                    found[token.index] = person
                elif (thing := taken_up(tree, token.index, trigger, before)) is not None:
                    found[token.index] = thing
                elif (above := those_above(tree, token.index, trigger, words)) is not None:
                    found[token.index] = above
                continue
            name = thing_of(tree, trigger, subject, scene, words, before) or person_of(
                tree, subject, scene, words, before
            )
            if name:
                first, _, rest = name.partition(" ")
                owner = owner_of(first, token.start, tree, scene, words)
                found[token.index] = name if owner is None else f"{possessive(owner)} {rest}"
        elif _speaks(tree, token.index, trigger, subject, words):
            continue  # "the king told Mubarak that he stands with him"
        elif token.index == subject or mention.name != lead:
            found[token.index] = possessive(mention.name) if token.tag == "PRP$" else mention.name
    return found | _himself(tree, trigger, subject, scene, words)


def _himself(tree: Tree, trigger: int, subject: int | None, scene: Scene, words: Words) -> dict[int, str]:
    """ "Ann Smith has resigned, she said": in a headline that opens with who speaks, she has resigned."""
    content = tree.content(trigger) if tree.lemma(trigger) in words.speech else None
    inner = tree.subject(content) if content is not None else None
    if subject is None or inner is None or inner > subject or tree[subject].tag != "PRP":
        return {}
    mentions = [scene.actor_at(tree[k].start, tree[k].end) for k in (subject, inner)]
    if any(m is None for m in mentions) or len({m.name for m in mentions if m is not None}) > 1:
        return {}
    return {**dict.fromkeys(tree.subtree(inner), ""), inner: tree.low(subject)}


def _speaks(tree: Tree, pronoun: int, trigger: int, subject: int | None, words: Words) -> bool:
    """Whether a "he" is the subject of what a person says, who then means himself."""
    content = tree.content(trigger) if tree.lemma(trigger) in words.speech else None
    if content is None or subject is None or pronoun == subject or tree.subject(content) != pronoun:
        return False
    person = tree.person(subject) or words.among(tree.lemma(subject), "people.nouns")
    return person and words.among(tree.low(pronoun), "people.pronouns")


def _nominals(tree: Tree, subject: int | None, lead: str | None, scene: Scene) -> dict[int, str]:
    """ "The company" whose name the article tells: the name at the noun, nothing at the other words."""
    found: dict[int, str] = {}
    for mention in scene.actors_in(tree.sentence.start, tree.sentence.end):
        indices = tree.cover(mention.start, mention.end)
        named = mention.name[:1].isupper() and mention.text.lower().startswith("the ")
        if mention.form != "nominal" or not indices or not named:
            continue
        top = tree.top(indices)
        described = tree.kid(top, "appos", "relcl", "prep", "acl") is not None
        if described or tree[top].dep in ("attr", "appos") or (top != subject and mention.name == lead):
            continue
        found |= {**dict.fromkeys(indices, ""), top: mention.name}
    return found


def _pointing(tree: Tree, subject: int | None, words: Words) -> dict[int, str]:
    """ "Condemned those attacks", "another amendment": what a headline says for words that point back."""
    found: dict[int, str] = {}
    for token in tree.tokens:
        noun = tree[token.head]
        if token.dep not in ("det", "amod") or noun.index < token.index or noun.pos != "NOUN":
            continue
        low, several = token.text.lower(), noun.tag == "NNS"
        described = tree.kid(noun.index, "relcl", "acl", "prep") is not None
        if noun.dep == "conj" or (token.dep == "amod" and tree.kid(noun.index, "det", "poss", "nummod")):
            continue
        if words.among(low, "people.whose") and not described and token.head != subject:
            found[token.index] = "" if several else words.definite
        elif words.among(noun.lemma.lower(), "links.timely"):
            continue  # "for another month"
        elif words.among(low, "people.more") and (several or token.dep == "det"):
            found[token.index] = "" if several else words.indefinite
    return found


def _countries(tree: Tree, scene: Scene, words: Words) -> dict[int, str]:
    """ "Across the country": the country's name at the noun, nothing at its article."""
    found: dict[int, str] = {}
    for place in scene.places_in(tree.sentence.start, tree.sentence.end):
        indices = tree.cover(place.start, place.end)
        if place.form != "nominal" or not indices:
            continue
        top = tree.top(indices)
        described = tree.kid(top, "appos", "relcl", "prep", "acl") is not None
        if not described and tree[top].dep not in ("attr", "appos", "nsubj", "nsubjpass"):
            found |= {**dict.fromkeys(indices, ""), top: with_article(scene.as_written(place), words)}
    return found


def who_goes_on(tree: Tree, trigger: int, words: Words) -> int | None:
    """The "he" or "she" that does what goes on; None where the subject is another word."""
    subject = tree.subject(trigger)
    return subject if subject is not None and words.among(tree.low(subject), "people.pronouns") else None


def nobody(tree: Tree, trigger: int, called: Mapping[int, str], words: Words) -> str | None:
    """The pronoun that is all the subject there is, where nothing tells what it means."""
    subject = tree.subject(trigger) if tree.is_verb(trigger) else None
    if subject is None or subject in called or tree[subject].tag not in ("PRP", "DT", "EX"):
        return None
    if tree[subject].tag != "PRP" and tree.kids(subject):
        return None  # "those who fled"
    return None if empty(tree, trigger, subject, words) else tree[subject].text
