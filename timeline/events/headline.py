"""A row's headline: at most twelve words of the sentence, its subject, its verb in the present tense, its object.

The sentence is taken apart into pieces that are whole in themselves (a noun with its name and
determiner, a preposition with its noun). The pieces that grammar asks for come first, then the nearest
others while there is room; they stand in the order of the text, the subject in front.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from timeline.events.inflect import plural_of_tell, present
from timeline.events.tree import SUBJECTS, Tree
from timeline.events.words import Words

LONGEST = 12
_NOUN_CORE = ("det", "poss", "compound", "nummod", "quantmod", "case", "predet", "nmod", "advmod", "npadvmod")
_QUOTES = frozenset("\"“”„«»'‘’`")
_ASIDE = (
    "relcl",
    "acl",
    "appos",
    "advcl",
    "parataxis",
    "punct",
    "cc",
    "preconj",
    "mark",
    "meta",
    "intj",
    "dep",
)


@dataclass(slots=True)
class _Draft:
    """The indices chosen so far, and how the words of some are to be written."""

    tree: Tree
    skip: frozenset[int]
    names: list[frozenset[int]]
    called: dict[int, str]
    chosen: set[int] = field(default_factory=set)

    def words(self, more: Collection[int] = ()) -> int:
        total = 0
        for index in self.chosen.union(more):
            token = self.tree[index]
            if token.pos == "PUNCT" or token.tag == "POS" or token.text in ("'s", "’s", "n't", "n’t"):
                continue
            if not token.space_before and index - 1 in self.chosen and self.tree[index - 1].text == "-":
                continue
            total += len(self.called[index].split()) if index in self.called else 1
        return total


def headline(tree: Tree, trigger: int, words: Words, dated: Collection[int], called: dict[int, str]) -> str:
    """The headline of the event at `trigger`. `dated`: tokens of time expressions, which the row's date
    already says. `called`: pronouns and what they stand for."""
    skip = frozenset(dated)
    draft = _Draft(tree, skip, _names(tree, skip), called)
    text = _of_verb(draft, trigger, words) if tree.is_verb(trigger) else _of_noun(draft, trigger, words)
    if len(text.split()) < 2:
        text = opening(tree.sentence.text)
    return text[:1].upper() + text[1:]


def opening(sentence: str) -> str:
    """The first words of a sentence, for want of a better headline."""
    parts = sentence.split()
    text = " ".join(parts[:LONGEST])
    return (text + " …" if len(parts) > LONGEST else text.rstrip(".")).strip()


def _names(tree: Tree, skip: frozenset[int]) -> list[frozenset[int]]:
    """The names of the sentence, each the tokens that must stay together."""
    found = []
    for name in tree.sentence.names:
        if name.label in ("DATE", "TIME", "CARDINAL", "ORDINAL", "PERCENT", "QUANTITY", "MONEY"):
            continue
        indices = frozenset(tree.cover(name.start, name.end)) - skip
        if 1 < len(indices) <= 8:
            found.append(indices)
    return found


# Phrases ---------------------------------------------------------------------------------------


def _noun(draft: _Draft, index: int, tight: bool = False) -> set[int]:
    """A noun with what it cannot do without; with its adjectives unless `tight`."""
    tree = draft.tree
    found = {index}
    for k in tree.kids(index):
        token = tree[k]
        if k in draft.skip:
            continue
        wanted = token.dep in _NOUN_CORE or (token.dep in ("amod", "neg") and not tight)
        if token.dep in ("advmod", "npadvmod"):
            wanted = k < index and not tight
        if token.dep == "nmod" and k > index:
            wanted = False
        if token.dep == "appos" and k == index + 1 and tree[k].pos == "PROPN":
            wanted = True
        if wanted:
            found |= _noun(draft, k, tight) if token.dep != "case" else {k}
        elif token.dep == "amod" and tight and token.pos == "VERB":
            continue
        elif token.dep == "prep" and token.text.lower() == "of" and k == index + 1:
            found |= _prep(draft, k, tight)
        elif (token.dep == "punct" and token.text == "-" and k < index) or (token.dep == "punct" and token.text in "$£€#%" and token.text):
            found.add(k)
    for k in tree.kids(index, "conj"):
        joint = tree.kid(index, "cc")
        if joint is not None and not tight and k not in draft.skip:
            comma = [p for p in tree.kids(index, "punct") if index < p < k and tree[p].text == ","]
            found |= {joint, *comma} | _noun(draft, k, tight)
        elif joint is None and tree.kid(k, "conj") is not None and not tight:
            comma = [p for p in tree.kids(index, "punct") if index < p < k and tree[p].text == ","]
            found |= {*comma} | _noun(draft, k, tight)
    for name in draft.names:
        if found & name:
            found |= name
    return found - draft.skip


def _prep(draft: _Draft, index: int, tight: bool = False) -> set[int]:
    """A preposition with its object; empty when the object is only a date."""
    tree = draft.tree
    found: set[int] = set()
    for k in tree.kids(index, "pobj"):
        if k not in draft.skip:
            found |= _noun(draft, k, tight)
    for k in tree.kids(index, "pcomp"):
        found |= _clause(draft, k, False, tight)
    for k in tree.kids(index, "prep"):
        found |= _prep(draft, k, tight)
    return found | {index} if found else set()


def _clause(draft: _Draft, verb: int, subject: bool, tight: bool = False) -> set[int]:
    """A verb with what it cannot do without, in the text's own tense."""
    tree = draft.tree
    found = {verb}
    full = False
    for k in tree.kids(verb):
        dep, token = tree[k].dep, tree[k]
        if k in draft.skip:
            continue
        if dep in ("aux", "auxpass", "neg", "prt", "expl"):
            found.add(k)
        elif dep in SUBJECTS and subject:
            found |= _noun(draft, k, tight)
        elif dep in ("dobj", "attr", "acomp", "oprd", "dative", "iobj"):
            found |= _prep(draft, k, tight) if token.pos == "ADP" else _complement(draft, k, tight)
            full = full or dep != "dative"
        elif dep == "agent":
            full = True
        elif dep == "xcomp" or (dep == "ccomp" and k > verb and tree[k].tag == "VB"):
            found |= _clause(draft, k, dep == "ccomp" or tree.kid(k, "nsubj") is not None, tight)
            full = True
        elif dep == "ccomp" and k > verb:
            found |= _clause(draft, k, True, tight)
            full = True
    if not full:
        for k in tree.kids(verb, "prep"):
            more = _prep(draft, k, tight) if k > verb else set()
            if more:
                found |= more
                break
        else:
            if tree.lemma(verb) == "be":
                found |= {k for k in tree.kids(verb, "advmod") if k > verb}
    return found


def _complement(draft: _Draft, index: int, tight: bool) -> set[int]:
    tree = draft.tree
    if tree.is_verb(index):
        return _clause(draft, index, False, tight)
    found = _noun(draft, index, tight)
    if tree[index].pos == "ADJ":
        for k in tree.kids(index, "prep", "xcomp"):
            found |= _prep(draft, k, tight) if tree[k].dep == "prep" else _clause(draft, k, False, tight)
            break
    return found


# Verbs -----------------------------------------------------------------------------------------


def _of_verb(draft: _Draft, verb: int, words: Words) -> str:
    tree = draft.tree
    there = tree.kid(verb, "expl")
    if there is not None and tree.lemma(verb) == "be":
        noun = tree.kid(verb, "attr", "nsubj", "dobj")
        if noun is not None and tree.is_noun(noun):
            return _of_noun(draft, noun, words)
    subject = tree.subject(verb)
    if subject is not None and tree.kid(verb, *SUBJECTS) is None and tree[verb].dep in ("acl",):
        subject = tree[verb].head
    for tight in (False, True):
        front = _noun(draft, subject, tight) if subject is not None else set()
        front = {i for i in front if i != verb}
        back = _clause(draft, verb, False, tight) - front
        draft.chosen = front | back
        if draft.words() <= LONGEST:
            break
    if draft.words() > LONGEST:
        draft.chosen = front | _shorter(draft, verb, front)
    auxiliaries = set(tree.kids(verb, "aux", "auxpass", "neg"))
    draft.chosen |= auxiliaries
    _grow(draft, [verb] if subject is None else [verb, subject], verb)
    group, plural = _verb_group(tree, verb, subject, words)
    own = auxiliaries | {verb}
    before = {i for i in draft.chosen - own if subject is not None and i in front}
    if subject is not None:
        under = set(tree.subtree(subject, lambda k: tree[k].dep in ("relcl", "acl")))
        before |= {i for i in draft.chosen - own - _below(tree, verb, subject) if i in under}
    rest = draft.chosen - own - before
    after = sorted(rest, key=lambda i: (i < verb, i))
    return " ".join(part for part in (_write(draft, sorted(before)), group, _write(draft, after)) if part)


def _below(tree: Tree, verb: int, subject: int) -> set[int]:
    """The verb's own dependents, where the verb stands inside its subject's phrase ("troops sent …")."""
    if verb not in tree.subtree(subject):
        return set()
    return set(tree.subtree(verb))


def _shorter(draft: _Draft, verb: int, front: set[int]) -> set[int]:
    """As many whole complements as there is room for."""
    tree = draft.tree
    room = LONGEST - draft.words() + draft.words()
    kept = {verb}
    draft.chosen = front | kept
    for k in tree.kids(verb):
        if tree[k].dep not in (
            "dobj",
            "attr",
            "acomp",
            "oprd",
            "xcomp",
            "ccomp",
            "prep",
            "agent",
            "prt",
            "dative",
        ):
            continue
        if k in draft.skip or k < verb:
            continue
        for maker in (_whole, _bare):
            more = maker(draft, k)
            if more and draft.words(more) <= room and draft.words(more) <= LONGEST:
                draft.chosen |= more
                kept |= more
                break
    return kept


def _whole(draft: _Draft, index: int) -> set[int]:
    tree = draft.tree
    if tree[index].pos == "ADP":
        return _prep(draft, index, True)
    if tree.is_verb(index):
        return _clause(draft, index, True, True)
    return _noun(draft, index, True)


def _bare(draft: _Draft, index: int) -> set[int]:
    """A content clause cut down to its subject, verb and nearest complement."""
    tree = draft.tree
    if not tree.is_verb(index):
        return set()
    found = {index}
    for k in tree.kids(index):
        dep = tree[k].dep
        if dep in ("aux", "auxpass", "neg", "prt") or (dep in SUBJECTS) or (dep in ("dobj", "attr", "acomp") and not tree.is_verb(k)):
            found |= _noun(draft, k, True)
    return found if len(found) > 1 else set()


def _grow(draft: _Draft, roots: list[int], verb: int) -> None:
    """Adds pieces, the nearest first, while there is room."""
    tree = draft.tree
    waiting: list[tuple[float, int]] = []

    def offer(parent: int, cost: float) -> None:
        for k in tree.kids(parent):
            dep = tree[k].dep
            if k in draft.skip:
                continue
            if k in draft.chosen:
                offer(k, cost + 1)
                continue
            if dep in _ASIDE or dep in ("conj", "npadvmod", "aux", "auxpass") or dep in SUBJECTS:
                continue
            if dep == "advmod":
                continue
            if dep == "ccomp" and parent != verb:
                continue
            step = {"agent": 0.5, "dobj": 0.5, "dative": 1.0, "prep": 2.0, "amod": 1.5, "ccomp": 1.0}.get(
                dep, 2.5
            )
            if dep == "prep" and k < verb:
                step += 1.5
            heapq.heappush(waiting, (cost + step, k))

    for number, root in enumerate(roots):
        offer(root, 1.5 * number)
    while waiting:
        cost, index = heapq.heappop(waiting)
        if index in draft.chosen:
            continue
        if tree[index].pos == "ADP" or tree[index].dep in ("prep", "agent"):
            piece = _prep(draft, index) or set()
            if piece and draft.words(piece) > LONGEST:
                piece = _prep(draft, index, True)
        elif tree.is_verb(index):
            piece = _clause(draft, index, True, True)
        else:
            piece = _noun(draft, index)
        if piece and draft.words(piece) <= LONGEST and not _crosses(tree, piece, draft.chosen):
            draft.chosen |= piece
            offer(index, cost + 1)


def _crosses(tree: Tree, piece: set[int], chosen: set[int]) -> bool:
    """A fronted piece without its comma reads wrong only when it is a clause; others are moved."""
    return False


def _verb_group(tree: Tree, verb: int, subject: int | None, words: Words) -> tuple[str, bool]:
    """The verb in the present tense, with its negation."""
    plural = _plural(tree, verb, subject, words)
    auxiliaries = tree.kids(verb, "aux", "auxpass")
    negated = tree.kid(verb, "neg") is not None and tree.lemma(tree.kid(verb, "neg") or 0) in (
        "not",
        "n't",
        "never",
        "no",
    )
    modal = next((tree.low(k) for k in auxiliaries if tree[k].tag == "MD"), "")
    modal = {"'ll": "will", "’ll": "will", "'d": "would", "ca": "can", "wo": "will"}.get(modal, modal)
    not_ = "not" if negated else ""
    if modal and modal not in ("will", "shall", "would"):
        rest = "be " + tree.low(verb) if tree.passive(verb) else tree.lemma(verb)
        return " ".join(p for p in (modal, not_, rest) if p), plural
    if tree.passive(verb):
        return " ".join(p for p in (present("be", plural, words), not_, tree.low(verb)) if p), plural
    if negated and tree.lemma(verb) != "be":
        return f"{present('do', plural, words)} not {tree.lemma(verb)}", plural
    return " ".join(p for p in (present(tree.lemma(verb), plural, words), not_) if p), plural


def _plural(tree: Tree, verb: int, subject: int | None, words: Words) -> bool:
    for k in (*tree.kids(verb, "aux", "auxpass"), verb):
        form = tree.low(k)
        if form in ("were", "are", "have", "do") and tree[k].tag != "VB":
            return True
        if form in ("was", "is", "has", "does", "'s", "’s"):
            return False
    if subject is None:
        return False
    token = tree[subject]
    if tree.kid(subject, "conj") is not None and any(tree.low(k) == "and" for k in tree.kids(subject, "cc")):
        return True
    if token.tag in ("NNS", "NNPS") or words.among(token.lemma.lower(), "plural.plural"):
        return token.tag != "NNPS" or token.text.endswith("s")
    if token.pos == "NUM":
        return token.text.lower() not in ("1", "one")
    if token.text.lower() in (
        "they",
        "we",
        "you",
        "i",
        "those",
        "these",
        "both",
        "many",
        "some",
        "others",
        "several",
        "few",
    ):
        return True
    determiner = tree.kid(subject, "nummod")
    return (
        determiner is not None and tree.low(determiner) not in ("1", "one") and token.tag not in ("NN", "NNP")
    )


# Nouns -----------------------------------------------------------------------------------------


def _of_noun(draft: _Draft, noun: int, words: Words) -> str:
    tree = draft.tree
    lemma = tree.lemma(noun)
    owner = tree.kid(noun, "poss")
    of = next((p for k in tree.kids(noun, "prep") if tree.low(k) == "of" for p in tree.kids(k, "pobj")), None)
    for table, who in ((words.noun_subject, owner), (words.noun_object, owner), (words.noun_object, of)):
        if who is None or who in draft.skip or lemma not in table:
            continue
        if tree[who].pos == "PRON" and who not in draft.called:
            continue
        front = _noun(draft, who) - {k for k in tree.kids(who, "case")}
        plural = tree[who].tag in ("NNS", "NNPS") or tree.kid(who, "conj") is not None
        verb = plural_of_tell(
            present(table[lemma], plural, words)
            if table is words.noun_subject and " " not in table[lemma]
            else table[lemma],
            plural and table is words.noun_object,
        )
        rest = [k for k in tree.kids(noun, "prep", "acl") if not (who == of and tree.low(k) == "of")]
        return _told(draft, front, verb, noun, rest)
    front = _noun(draft, noun)
    if draft.words(front) > LONGEST - 3:
        front = _noun(draft, noun, True)
    case = [k for k in front if tree[k].dep == "case" and tree[k].head not in front]
    plural = tree[noun].tag in ("NNS", "NNPS")
    verb = plural_of_tell(words.tells.get(lemma, "takes place"), plural)
    if not words.event_noun(lemma):
        verb = ""
    return _told(draft, front - set(case), verb, noun, tree.kids(noun, "prep"))


def _told(draft: _Draft, front: set[int], verb: str, noun: int, rest: list[int]) -> str:
    tree = draft.tree
    draft.chosen = set(front)
    after: list[int] = []
    room = len(verb.split())
    for k in rest:
        if k in draft.chosen:
            continue
        piece = (_prep(draft, k) if tree[k].pos == "ADP" else _infinitive(draft, k)) - draft.chosen
        if piece and draft.words(piece) + room <= LONGEST:
            draft.chosen |= piece
            after.extend(piece)
    return " ".join(p for p in (_write(draft, sorted(front)), verb, _write(draft, sorted(after))) if p)


def _infinitive(draft: _Draft, verb: int) -> set[int]:
    tree = draft.tree
    if tree.is_verb(verb) and any(tree[k].tag == "TO" for k in tree.kids(verb, "aux")):
        return _clause(draft, verb, False)
    return set()


# Writing ---------------------------------------------------------------------------------------


def _write(draft: _Draft, order: list[int]) -> str:
    """The words as they stood; punctuation only where its neighbours stayed."""
    tree, out = draft.tree, ""
    last = -2
    for place, index in enumerate(order):
        token = tree[index]
        text = draft.called.get(index, token.text)
        if token.pos == "PUNCT" or token.text in _QUOTES:
            following = order[place + 1] if place + 1 < len(order) else -1
            if (
                token.text in _QUOTES
                or last != index - 1
                or (following != index + 1 and token.text != ",")
                or not out
                or following < 0
            ):
                continue
        glued = not token.space_before and last == index - 1
        out += ("" if glued or not out else " ") + text
        last = index
    return out.strip(" ,;:-–—")


Namer = Callable[[int], str | None]
