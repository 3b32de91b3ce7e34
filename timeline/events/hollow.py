"""Headlines that tell nothing: of "the report", of how something is, of a saying without what is said."""

from __future__ import annotations

from timeline.events.row import Row
from timeline.events.sentence.nouns import singular
from timeline.events.sentence.tree import Tree
from timeline.events.sentence.verbs import verb_group
from timeline.events.sentence.words import Words
from timeline.events.untold import told_words


def hollow_noun(row: Row, tree: Tree, words: Words) -> str | None:
    """The noun of a headline that tells nothing but nouns like "the report", "a decision"."""
    told = set(told_words(row.headline))
    if row.cast.place is not None or any(c.isdigit() for c in row.headline) or len(told) > _FEW:
        return None
    nouns = [t for t in tree.tokens if t.text.lower() in told and tree.is_noun(t.index)]
    if not nouns or any(w[:1].isupper() for w in row.headline.split()[1:]):
        return None
    if any(not words.among(t.lemma.lower(), "nouns.hollow") for t in nouns):
        return None
    if row.cast.doers and not any(
        tree.low(k) == words.definite for t in nouns for k in tree.kids(t.index, "det")
    ):
        return None  # "BP delays a decision"
    modified = any(
        t.text.lower() in told and t.dep in ("amod", "compound", "nmod", "poss") and t.tag != "JJR"
        for t in tree.tokens
    )
    return None if modified else nouns[0].text


_FEW = 7
"""Words from which on a headline tells enough."""


def nothing_told(row: Row, tree: Tree, verb: int, words: Words) -> str | None:
    """Why the verb tells nothing that happens; None where it does."""
    group = verb_group(tree, verb, tree.subject(verb), words)
    if words.among(row.lemma, "verbs.dating"):
        return f"“{row.word}” tells what date something bears"
    if tree.negated(verb) and any(
        words.among(tree.low(k), "links.until") for k in tree.kids(verb, "prep", "mark")
    ):
        return f"“{row.word}” is told not to happen before that"
    if tree[verb].tag == "MD" or words.among(row.lemma, "verbs.future_aux"):
        return f"“{row.word}” does not tell what"
    of = tree.subject(verb)
    event = of is not None and words.event_noun(singular(tree, of))
    phase = words.among(row.lemma, "verbs.phase") and row.headline.endswith(f" {group}")
    if phase and of is not None and not event and (row.cast.doers or tree[of].pos == "PROPN"):
        return f"“{row.word}” does not tell what"  # "BP begins"
    bare = tree.kid(verb, "xcomp", "ccomp", "dobj", "agent") is None and tree.passive(verb) and not event
    if bare and words.among(row.lemma, "verbs.planned") and row.headline.endswith(f" {group}"):
        return f"“{row.word}” does not tell what"
    if words.among(row.lemma, "verbs.copulas") and row.headline.endswith(f" {group}"):
        return f"“{row.word}” does not tell what"
    if row.rough and words.among(row.lemma, "verbs.needing") and row.headline.endswith(f" {group}"):
        return f"“{row.word}” does not tell what"
    taken = tree.relative_object(verb)
    if taken is not None and tree.low(taken) not in row.headline.lower():
        return f"“{row.word}” does not tell what"  # "the statement that he put out"
    says = row.lemma in words.plain_speech and not words.among(row.lemma, "speech.alone")
    says = says and not tree.passive(verb)
    if says and row.path != "inherited" and not _content(tree, verb, row.headline, words):
        return f"“{row.word}” does not tell what is said"
    about = any(tree.low(k) == "about" for k in tree.kids(verb, "prep"))
    if about and words.among(row.lemma, "speech.about") and row.headline.endswith(f" {group}"):
        return f"“{row.word}” does not tell what is said"
    if says and row.headline.split()[-1].lower() in (tree.low(verb), group.split()[-1]):
        return f"“{row.word}” does not tell what is said"
    if any(tree.low(k) == "than" for k in tree.kids(verb, "mark", "prep") if k < verb):
        return f"“{row.word}” is what something else is compared with"
    if any(tree[k].dep == "intj" and k < verb for k in tree.kids(verb)):
        return "it is said aloud, and the sentence does not tell by whom"
    if tree.lemma(verb) != "be":
        return None
    if tree.kid(verb, "expl") is not None:
        what = tree.kid(verb, "attr", "nsubj", "dobj")
        event = what is not None and words.event_noun(singular(tree, what))
        return None if event else f"“{row.word}” tells what there is, not what happens"
    return f"“{row.word}” tells how something is, not what happens" if _state(tree, verb) else None


def _content(tree: Tree, verb: int, headline: str, words: Words) -> bool:
    """Whether a headline of a saying has anything of what is said, or what it is about."""
    if ":" in headline or tree.kid(verb, "ccomp", "dobj", "xcomp", "parataxis", "oprd", "attr") is not None:
        return True
    about = any(words.among(tree.low(k), "headline.binding") for k in tree.kids(verb, "prep", "prt"))
    return (
        about or tree.relative_object(verb) is not None or any(tree[k].dep == "acl" for k in tree.kids(verb))
    )


def _state(tree: Tree, verb: int) -> bool:
    """Whether "be" joins its subject to an adjective or a figure, or now to a noun."""
    what, how = tree.kid(verb, "attr"), tree.kid(verb, "acomp")
    if how is not None:
        return tree.low(how) != "worth"
    if what is None:
        return False
    figure = tree[what].pos == "NUM" or tree.kid(what, "nummod") is not None
    return figure or tree.tense(verb) != "past"
