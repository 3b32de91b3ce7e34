"""Whether a headline can be printed: a clause that ends where a phrase ends and says who acts.

`sound(headline, words)` is pure and reads nothing but the text and the word lists, so that whoever
chooses or scores rows can ask it too. `whole(tree, verb, headline, words)` asks the parse besides:
whether the verb kept what it cannot do without.
"""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise

from timeline.events.headlines.writing import LONGEST
from timeline.events.sentence.tree import Tree
from timeline.events.sentence.words import Words

_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"), ("„", "”"))


def sound(headline: str, words: Words) -> bool:
    """Two to twelve words, no lone pronoun before the verb, no bare "is" or preposition at the end."""
    bare = headline.rstrip(".…?!”")
    parts = [part.strip(",;:“”\"'’()").lower() for part in bare.split()]
    if not 2 <= len(parts) <= LONGEST or "" in parts[-1:] or "`" in headline:
        return False
    if any(headline.count(left) != headline.count(right) for left, right in _PAIRS if left in headline):
        return False
    first = parts[0]
    letter = len(first) == 1 and first.isalpha() and not words.among(first, "people.single")
    if words.among(first, "people.lone") or letter:
        return False
    owner = bare.split()[-1].endswith(("'s", "’s")) and not words.among(parts[-2], "links.agents")
    if words.among(parts[-1], "people.dangling") or owner:
        return False  # but "is downgraded by Moody's"
    return all(one != two or words.among(one, "people.doubled") for one, two in pairwise(parts))


def whole(tree: Tree, verb: int, headline: str, words: Words, called: Collection[int] = ()) -> bool:
    """Whether a clause has what its verb asks for: "puts to a vote" lost what is put. `called`: words
    that the headline calls by another name."""
    parts = {part.strip(",;:“”") for part in headline.lower().split()}
    lemma = tree.lemma(verb)
    needing = not tree.passive(verb) and words.among(lemma, "verbs.needing")
    if needing and headline.split()[-1] in (f"{lemma}s", f"{lemma}es", lemma, tree.low(verb)):
        return False
    if tree.passive(verb):
        taken = tree.kid(verb, "dobj")
        straight = taken is not None and min(tree.subtree(taken)) == verb + 1
        straight = straight and taken is not None and tree[taken].pos != "NUM"  # "is billed $2 million"
        return not straight or words.among(lemma, "verbs.giving")  # "BP is bought Amoco"
    if words.among(lemma, "speech.plain"):
        return True  # the hearer may go
    clause = tree.kid(verb, "ccomp", "xcomp")
    if (
        clause is not None
        and clause > verb + 1
        and headline.split()[-1].lower() in (f"{lemma}s", tree.low(verb))
    ):
        return False  # "a poll shows"
    for k in tree.kids(verb, "dobj", "attr", "acomp", "oprd", "prt"):
        told = k in called or tree.low(k) in parts or (tree.low(k) == "%" and "%" in headline)
        glued = not tree[k].space_before and any(part.endswith(tree.low(k)) for part in parts)  # "$5m"
        told = told or glued
        names = [p for of in tree.kids(k, "prep") for p in tree.kids(of, "pobj")]
        told = told or any(tree.low(p) in parts for p in names)  # "the village of Xinmo" by its name
        if k > verb and not told and tree[k].tag not in ("WDT", "WP", "PRP"):
            return False
    return True
