"""What a headline calls the pronouns of its sentence."""

from __future__ import annotations

from timeline.events.participants import Scene
from timeline.events.tree import Tree
from timeline.events.words import Words

_THINGS = ("it", "they")
_EMPTY = ("be", "emerge", "appear", "seem", "rain", "snow", "take")
"""Verbs whose "it" often stands for nothing."""


def called_by_name(
    tree: Tree, trigger: int, scene: Scene, words: Words, before: Tree | None
) -> dict[int, str]:
    """Pronouns and the names they stand for, where the headline has to say them. `before` is the sentence
    before, whose subject an "it" or "they" that opens the sentence takes up."""
    found: dict[int, str] = {}
    subject = tree.subject(trigger) if tree.is_verb(trigger) else None
    lead = None
    if subject is not None:
        mention = scene.actor_at(tree[subject].start, tree[subject].end)
        lead = mention.name if mention else None
    for token in tree.tokens:
        if token.tag not in ("PRP", "PRP$"):
            continue
        mention = scene.actor_at(token.start, token.end)
        if mention is None or mention.form != "pronoun":
            if token.index == subject and (name := _thing(tree, trigger, subject, words, before)):
                found[token.index] = name
        elif token.index == subject or mention.name != lead:
            ending = ("'" if mention.name.endswith("s") else "'s") if token.tag == "PRP$" else ""
            found[token.index] = mention.name + ending
    return found


def _thing(tree: Tree, trigger: int, pronoun: int, words: Words, before: Tree | None) -> str | None:
    """What "it" or "they" stands for: the subject above it, or that of the sentence before."""
    low = tree.low(pronoun)
    if low not in _THINGS or (low == "it" and tree.lemma(trigger) in _EMPTY):
        return None
    if low == "it" and tree.kid(trigger, "ccomp") is not None:
        return None
    for verb in tree.up(trigger):
        if not tree.is_verb(verb) or not tree.finite(verb):
            continue
        main = tree.subject(verb)
        if main == pronoun or (tree[trigger].dep == "relcl" and tree[trigger].head == main):
            continue
        return None if main is None else _name_of(tree, main, low, words)
    if before is None or before.sentence.paragraph != tree.sentence.paragraph:
        return None
    root = before.root()
    main = before.subject(root) if before.is_verb(root) else None
    return None if main is None else _name_of(before, main, low, words)


def _name_of(tree: Tree, main: int, pronoun: str, words: Words) -> str | None:
    """The noun phrase, if it is a name or people and its number is the pronoun's."""
    known = tree[main].pos == "PROPN" or words.among(tree.lemma(main), "people.nouns")
    if not tree.is_noun(main) or not (known or words.among(tree.lemma(main), "people.bodies")):
        return None
    if any(n.label == "PERSON" and n.start <= tree[main].start < n.end for n in tree.sentence.names):
        return None
    many = tree[main].tag in ("NNS", "NNPS") or tree.kid(main, "conj") is not None
    if many != (pronoun == "they"):
        return None
    kept = tree.subtree(main, lambda k: tree[k].dep in ("relcl", "acl", "appos", "prep", "punct"))
    text = tree.text(kept)
    return text if tree[kept[0]].pos == "PROPN" or len(text.split()) > 5 else text[:1].lower() + text[1:]
