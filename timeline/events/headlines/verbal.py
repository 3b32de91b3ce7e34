"""Headlines of events that the text tells by a verb: the subject, the verb in the present, the object.

Which words of the clause it has room for, `compress` says; here they are put into the headline's order
and tense.
"""

from __future__ import annotations

from collections.abc import Mapping

from timeline.events.headlines.compress import compressed
from timeline.events.headlines.nominal import noun_headline
from timeline.events.headlines.phrases import Phrases
from timeline.events.headlines.quotes import clipped, quotation, quoted
from timeline.events.headlines.runon import run_on
from timeline.events.headlines.sound import sound, whole
from timeline.events.headlines.told_now import meanwhile, said_now
from timeline.events.headlines.writing import closed, possessive, set_off, write
from timeline.events.sentence.tree import SUBJECTS, Tree
from timeline.events.sentence.verbs import disagree, is_plural, verb_group
from timeline.events.sentence.words import Words


def verb_headline(phrases: Phrases, verb: int, words: Words, called: Mapping[int, str]) -> str:
    """The clause with its articles; without them where that leaves room for more of its point."""
    tree = phrases.tree
    text = _of_verb(phrases, verb, words, called)
    terse = _of_verb(phrases, verb, words, {**dict.fromkeys(_articles(tree, words), ""), **called})
    if not terse or not sound(closed(terse, words), words) or not whole(tree, verb, terse, words, called):
        return text
    if not text or not sound(closed(text, words), words) or not whole(tree, verb, text, words, called):
        return terse
    if "…" in terse:
        return text
    telling = [sum(not words.among(w.lower(), "headline.articles") for w in t.split()) for t in (text, terse)]
    return terse if "…" in text or telling[1] >= telling[0] + _MORE else text


_MORE = 1
"""Words gained, from which on a headline does without its articles."""


def _articles(tree: Tree, words: Words) -> list[int]:
    """The articles that a headline can do without: none of a name, none of "a few" or "the poor"."""
    named = {
        i
        for name in tree.sentence.names
        if name.label not in _COUNTED
        for place, i in enumerate(tree.cover(name.start, name.end))
        if place or (i and tree[i].text[:1].isupper())
    }
    return [
        t.index
        for t in tree.tokens
        if words.among(t.text.lower(), "headline.articles")
        and t.index not in named
        and tree.is_noun(t.head)
        and t.index + 1 < len(tree)
        and tree[t.head].dep != "npadvmod"  # "$114 a barrel"
        and not words.among(tree.lemma(t.index + 1), "headline.with_article")
    ]


_COUNTED = ("CARDINAL", "MONEY", "QUANTITY", "PERCENT", "ORDINAL")


def meant(tree: Tree, verb: int, words: Words) -> int:
    """ "won it in 2008, doing so again in 2013": the verb that "do so" stands for. "Will have to be mixed":
    the verb that has to."""
    token = tree[verb]
    if tree.lemma(verb) == "go" and token.tag == "VBG":  # "is going to hamper"
        return next((k for k in tree.kids(verb, "xcomp") if tree.infinitive(k)), verb)
    spent = tree.kid(verb, "dobj", "npadvmod") if words.among(tree.lemma(verb), "verbs.spending") else None
    if spent is not None and (
        words.among(tree.low(spent), "links.weekdays") or words.among(tree.lemma(spent), "links.timely")
    ):  # "spent the day reinforcing the tunnel"
        return next((k for k in tree.kids(verb, "xcomp", "advcl") if tree[k].tag == "VBG" and k > verb), verb)
    seemed = token.dep == "xcomp" and words.among(tree.lemma(token.head), "verbs.seeming")
    if seemed and tree.tense(token.head) == "past" and tree.kid(token.head, "dobj", "expl") is None:
        return token.head  # "appeared to make landfall"
    if tree.lemma(verb) == "have":
        for k in tree.kids(verb, "xcomp"):
            if tree.infinitive(k) and tree.kid(verb, "dobj") is None:
                return k
    joined = token.dep in ("advcl", "conj", "xcomp") and tree.is_verb(token.head)
    so = any(t.text.lower() == "so" for t in tree.tokens[verb : verb + 3])
    stands = tree.lemma(verb) == "do" and joined and so and tree.kid(verb, "dobj") is None
    return token.head if stands else verb


def _of_verb(phrases: Phrases, verb: int, words: Words, called: Mapping[int, str]) -> str:
    tree = phrases.tree
    if tree.kid(verb, "expl") is not None and tree.lemma(verb) == "be":
        noun = tree.kid(verb, "attr", "nsubj", "dobj")
        if noun is not None and tree.is_noun(noun):
            return noun_headline(phrases, noun, words, called)
    subject = tree.subject(verb)
    group = verb_group(tree, verb, subject, words)
    if tree.lemma(verb) in words.plain_speech and (quote := quotation(phrases, verb)) is not None:
        text = quoted(phrases, verb, subject, group, quote, called)
        complete = text and "…" not in text
        if complete or any(words.among(tree.low(i), "people.own") for i in quote):
            return text
        indirect = _of_clause(phrases, verb, words, called)
        return indirect if indirect and "…" not in indirect else text
    return _of_clause(phrases, verb, words, called)


def _of_clause(phrases: Phrases, verb: int, words: Words, called: Mapping[int, str]) -> str:
    """The clause of a verb: who does what to whom."""
    tree = phrases.tree
    subject = tree.subject(verb)
    group = verb_group(tree, verb, subject, words)
    if subject is not None and subject not in called and tree[subject].text in words.nominative:
        called = {**called, subject: words.nominative[tree.low(subject)]}
    if subject is not None:
        called = {**_whose(phrases, verb, subject), **called}
    own = {verb, *tree.kids(verb, "aux", "auxpass", "neg")}
    taken = tree.relative_object(verb)
    moved = phrases.noun(taken) if taken is not None else set()

    def opened(front: set[int]) -> tuple[str, str]:
        lead = write(tree, sorted(front - own), called)
        if subject is not None and tree[subject].dep == "poss":  # "Germany's decision to shut its plants"
            lead = lead.removesuffix("s").rstrip("'’") if lead.endswith(("'s", "’s")) else lead.rstrip("'’")
        bare = lead and not words.among(lead.split()[0].lower(), "headline.articles")
        if (
            bare
            and subject is not None
            and tree[subject].tag == "NN"
            and _undetermined(phrases, subject, front)
        ):
            lead = "The " + lead  # "Tuesday's earthquake" without its day
        alone = subject is not None and not any(tree[k].dep == "cc" for k in front)
        if alone and subject is not None and lead and _in_company(tree, verb, subject, words):
            lead, alone = f"{lead} {words.others}", False
        return lead, verb_group(tree, verb, subject, words, alone)

    def text(front: set[int], back: set[int]) -> str:
        early = {i for i in back - own - front - moved if i < verb and _beside(tree, i, verb)}
        order = sorted(back - own - front - early, key=lambda i: (i < verb and i not in moved, i))
        lead, told = opened(front)
        told = _inserted(told, write(tree, sorted(early), called, True), words)
        first = next((i for i in order if tree[i].pos != "PUNCT"), verb)
        told += "," * (set_off(tree, first) and bool(told))
        return " ".join(p for p in (lead, told, write(tree, order, called, True)) if p)

    if subject is None or tree.low(subject) == "one":
        return ""
    asking = (i for i in phrases.subject(verb, subject, True) if i not in called)
    if any(tree[i].tag in ("WDT", "WP", "WP$") for i in asking):
        return ""
    if disagree(tree, verb, subject, words) or not phrases.subject(verb, subject, True):
        return ""
    content = tree.content(verb) if tree.lemma(verb) in words.plain_speech else None
    saying = tree.content(verb) if tree.lemma(verb) in words.speech else None
    if saying is not None and saying > verb and tree[verb].tag in ("VBD", "VBN"):
        called = {**called, **said_now(tree, saying, words)}
    if content is not None and content > verb and _nobody_does(tree, content):
        return ""
    if content is not None and tree.finite(content) and tree.subject(content) in phrases.skip:
        return ""  # what is said has lost who does it
    if content is not None and not tree.finite(content) and content > verb:
        return clipped(phrases, verb, subject, group, _said(tree, content), called)
    if tree.lemma(verb) in words.plain_speech and content is None:
        before = min(tree.subtree(subject))
        clause = any(tree.is_verb(i) and tree.finite(i) for i in range(before))
        ends = clause and 3 < before < verb and tree[before - 1].pos == "PUNCT"
        if ends and tree.kid(verb, "xcomp") is None:  # "…, the official said"
            return clipped(phrases, verb, subject, group, list(range(before)), called)
    best = compressed(phrases, verb, subject, called, text)
    if best is not None and content is not None and content not in best[1]:
        best = None
    if best is None and content is not None:
        return clipped(phrases, verb, subject, group, _said(tree, content), called)
    if best is None:
        return ""
    front, back = best
    called = {**called, **meanwhile(tree, verb, back, words)}
    lead, told = opened(front)
    own_words = content is not None and any(words.among(tree.low(i), "people.own") for i in back)
    if content is not None and (own_words or _unfinished(tree, content, back)):
        return clipped(phrases, verb, subject, group, _said(tree, content), called)
    if _torn(phrases, verb, back):
        return run_on(phrases, lead, told, max(own), called)

    def outside(index: int) -> bool:
        if index < verb or index in phrases.skip or tree[index].pos in ("PUNCT", "CCONJ"):
            return False
        return tree[index].pos != "ADP" or bool(phrases.prep(index))

    if not back - own and len(front) < 9 and any(map(outside, tree.kids(verb))):
        return run_on(phrases, lead, told, max(own), called)
    return text(front, back)


def _beside(tree: Tree, index: int, verb: int) -> bool:
    """Whether a word is, or belongs to, an adverb of the verb."""
    while tree[index].head != verb and tree[index].dep in ("advmod", "neg"):
        index = tree[index].head
    return tree[index].dep == "advmod" and tree[index].head == verb


def _inserted(group: str, adverb: str, words: Words) -> str:
    """ "is capped", "temporarily" → "is temporarily capped"."""
    first, space, rest = group.partition(" ")
    if adverb and first in words.inflect.values() and not space:
        return f"{first} {adverb}"  # "is only"
    if not adverb or not space or words.among(first, "verbs.nearly"):
        return " ".join(p for p in (adverb, group) if p)
    return f"{first} {adverb} {rest}"


def _whose(phrases: Phrases, verb: int, subject: int) -> dict[int, str]:
    """ "Nasrallah, whose fighters …": the name that "whose" stands for."""
    tree = phrases.tree
    whose = next((k for k in tree.kids(subject, "poss") if tree[k].tag == "WP$"), None)
    owner = tree[verb].head
    if whose is None or tree[verb].dep != "relcl" or not tree.is_noun(owner):
        return {}
    name = write(tree, sorted(phrases.noun(owner)), {})
    return {whose: possessive(name)} if name else {}


def _in_company(tree: Tree, verb: int, subject: int, words: Words) -> bool:
    """Whether the verb has more doers than the one person that the headline has room for."""
    return tree.person(subject) and tree[subject].tag == "NNP" and is_plural(tree, verb, subject, words)


def _undetermined(phrases: Phrases, noun: int, front: set[int]) -> bool:
    """Whether a noun lost its determiner with the date: "Tuesday's earthquake"."""
    tree = phrases.tree
    lost = any(k in phrases.skip for k in tree.kids(noun, "poss", "det"))
    return lost and not any(tree[k].dep in ("det", "poss") and tree[k].head == noun for k in front)


def _unfinished(tree: Tree, content: int, back: set[int]) -> bool:
    """Whether what is said lost all that its verb needs: "he says he believed"."""
    needed = tree.kids(content, "dobj", "attr", "acomp", "oprd", "xcomp", "ccomp")
    return bool(needed) and back.isdisjoint(needed)


def _torn(phrases: Phrases, verb: int, back: set[int]) -> bool:
    """Whether a clause among the chosen words lost its subject or the word that asks: "how", "whether"."""
    tree = phrases.tree
    for index in back:
        if index == verb or not tree.is_verb(index):
            continue
        needed = [k for k in tree.kids(index, "dobj", "ccomp", "xcomp") if k > index]
        told = {*needed, *tree.kids(index, "attr", "acomp", "oprd")}
        if needed and back.isdisjoint(told) and tree.finite(index) and needed[0] not in phrases.skip:
            return True  # "they saw" what
        for k in tree.kids(index):
            if k < verb or k in phrases.skip:
                continue
            asks = tree[k].tag in ("WRB", "WP", "WDT") or tree.low(k) in ("whether", "if")
            lost = asks or (tree[k].dep in SUBJECTS and tree.finite(index))
            if (lost and k not in back) or any(tree[w].tag == "WRB" and w not in back for w in tree.kids(k)):
                return True
    return False


def _said(tree: Tree, content: int) -> list[int]:
    """The words of a content clause without what introduces it."""
    inside = tree.subtree(content)
    start = next((i for i in inside if tree[i].dep != "mark" and tree[i].pos != "PUNCT"), inside[0])
    subject = tree.kid(content, *SUBJECTS)
    if subject is not None and subject < content:
        first = min(tree.subtree(subject))
        if first > start and tree[first - 1].text == ",":
            start = first  # without "A day after the clashes, …"
    return list(range(start, inside[-1] + 1))


def _nobody_does(tree: Tree, content: int) -> bool:
    """ "tells BBC mission must go": the parser gave the subject of what is said to the verb of saying."""
    modal = any(tree[k].tag == "MD" for k in tree.kids(content, "aux"))
    return modal and tree.kid(content, *SUBJECTS, "expl") is None and tree.kid(content, "mark") is None
