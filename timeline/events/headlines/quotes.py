"""Headlines of sayings: who says it, and the quotation or the first words of what is said."""

from __future__ import annotations

from collections.abc import Mapping

from timeline.events.headlines.phrases import Phrases
from timeline.events.headlines.writing import LONGEST, write
from timeline.events.sentence.marks import CLOSING, OPENING
from timeline.events.sentence.nodes import FINITE


def quoted(
    phrases: Phrases, verb: int, subject: int | None, group: str, quote: list[int], called: Mapping[int, str]
) -> str:
    """ "Toqaev says: “We …”", whole if there is room, else its first words."""
    lead = _speaker(phrases, verb, subject, group, called)
    if LONGEST - len(lead.split()) < min(_FEW, len(quote)):
        lead = _speaker(phrases, verb, subject, group, called, False)
    if lead.split()[-1] in ("tells", "tell"):  # whom, the headline has no room for
        lead = lead.removesuffix(lead.split()[-1]) + lead.split()[-1].replace("tell", "say")
    if _points(phrases, quote[0]):
        return ""
    parts = phrases.tree.text(quote).strip(" ,;").split()
    room = LONGEST - len(lead.split())
    if len(parts) <= room:
        return f"{lead}: “{' '.join(parts)}”"
    kept = parts[:room]
    clause = phrases.tree.kid(verb, "ccomp", "parataxis")
    counts = _counted(phrases, quote)
    if not _tells(phrases, clause, [i for i, count in counts.items() if count <= room]):
        return ""
    least = max((count for i, count in counts.items() if clause is not None and i <= clause), default=0)
    for end in range(room, room // 2, -1):  # a clause of it, where one ends
        if least > end:
            break
        if parts[end - 1][-1] in ",;" or _breaks(phrases, counts, end):
            return f"{lead}: “{' '.join(parts[:end]).rstrip(' ,;')}”"
    while len(kept) > 1 and phrases.words.among(kept[-1].strip(" ,;").lower(), "people.dangling"):
        kept.pop()
    return f"{lead}: “{' '.join(kept).rstrip(' ,;')}…”"


def _points(phrases: Phrases, first: int) -> bool:
    """Whether a quotation opens with a pronoun that nobody can place: "It's a milestone"."""
    low, words = phrases.tree.low(first), phrases.words
    pronoun = phrases.tree[first].pos == "PRON" and words.among(low, "people.lone")
    return pronoun and not words.among(low, "people.own")


def _counted(phrases: Phrases, quote: list[int]) -> dict[int, int]:
    """Each token of a quotation with the number of written words up to its end."""
    words, found = 0, dict[int, int]()
    for index in quote:
        words += not found or phrases.tree[index].space_before
        found[index] = words
    return found


def _breaks(phrases: Phrases, counts: Mapping[int, int], words: int) -> bool:
    """Whether a clause of a quotation ends after so many words: before "because", or "and" with a verb."""
    tree = phrases.tree
    at = next((i for i, count in counts.items() if count > words), None)
    if at is None or not phrases.words.among(tree.low(at), "headline.breaks"):
        return False
    if tree[at].dep != "cc":
        return True
    verb = tree[at].head
    joined = tree.kid(verb, "conj")
    shared = joined is not None and tree.kid(joined, "dobj") is not None and tree.kid(verb, *_OBJECTS) is None
    return tree.is_verb(verb) and not shared  # "how to trade off and prioritize containment"


_OBJECTS = ("dobj", "attr", "acomp", "ccomp", "xcomp", "prep")


def clipped(
    phrases: Phrases,
    verb: int,
    subject: int | None,
    group: str,
    content: list[int],
    called: Mapping[int, str],
) -> str:
    """Who says it and the first words of what is said, no name cut."""
    own = any(phrases.words.among(phrases.tree.low(k), "people.own") for k in content)
    if own and any(phrases.tree[i].text in OPENING for i in content):  # 'says it has “learned from our …”'
        told = phrases.tree.text(content).strip(" ,;.")
        told = f"{_speaker(phrases, verb, subject, group, called)} {told}"
        return told if len(told.split()) <= LONGEST else ""
    if own and len(content) > 2:  # "She adds: “Our councils …”"
        return quoted(phrases, verb, subject, group, content, called)
    lead = _speaker(phrases, verb, subject, group, called)
    if lead.split()[-1] not in group.split():  # "tells Reuters that …"
        asks = phrases.tree[content[0]].tag in ("WP", "WRB", "WDT") if content else False
        lead += "" if asks else " that"  # "tells CNN what she is seeing"
    room = LONGEST - len(lead.split())
    kept: list[int] = []
    for index in content:
        if len(write(phrases.tree, [*kept, index], called, True).split()) > room:
            break
        kept.append(index)
    while kept and any(kept[-1] in name and max(name) > kept[-1] for name in phrases.names):
        kept.pop()
    if kept == content[: len(kept)] and len(kept) < len(content):
        kept = _at_phrase_end(phrases, kept)
    if not kept or not _tells(phrases, phrases.tree.content(verb), kept):
        return ""
    if not any(phrases.tree[i].tag in FINITE for i in kept):
        return ""  # "a study finds that benefits of care"
    rest = [i for i in content if i > kept[-1]]
    whole = not rest or (
        phrases.tree[rest[0]].pos in _AFTER and not _conditional(phrases, rest) and kept[-1] == rest[0] - 1
    )
    return f"{lead} {write(phrases.tree, kept, called, True)}{'' if whole else '…'}"


def _conditional(phrases: Phrases, rest: list[int]) -> bool:
    """Whether what is left out makes what is told hang on something: "unless he resigns"."""
    return any(phrases.words.among(phrases.tree.low(i), "links.conditional") for i in rest)


_AFTER = ("ADP", "PUNCT", "CCONJ", "SCONJ", "PART")
"""What may follow a clause that is told without it."""


def _tells(phrases: Phrases, clause: int | None, kept: list[int]) -> bool:
    """Whether the words kept of a clause hold its verb and what that cannot do without."""
    tree = phrases.tree
    if clause is None or not tree.is_verb(clause):
        return True
    last = kept[-1] if kept and tree.is_verb(kept[-1]) else clause
    needed = [k for at in {clause, last} for k in tree.kids(at, *_NEEDED) if k > at]
    return clause in kept and all(k in kept for k in needed)


_NEEDED = ("dobj", "attr", "acomp", "xcomp", "ccomp", "oprd")


def _at_phrase_end(phrases: Phrases, kept: list[int]) -> list[int]:
    """The words up to the last that waits for no other: "was headed to the" → "was headed"."""
    tree, kept = phrases.tree, list(kept)

    def waits(index: int) -> bool:
        bound = tree[index].dep in ("compound", "amod", "poss", "neg") and tree[index].head > index
        return bound or tree[index].pos in _WAITING or phrases.words.among(tree.low(index), "people.dangling")

    while kept and waits(kept[-1]):
        kept.pop()
    return kept


_WAITING = ("ADP", "DET", "CCONJ", "SCONJ", "PART", "AUX", "PUNCT")


_FEW = 6
"""Words of a quotation, below which the hearer has to make room for it."""


def _speaker(
    phrases: Phrases,
    verb: int,
    subject: int | None,
    group: str,
    called: Mapping[int, str],
    hearing: bool = True,
) -> str:
    tree = phrases.tree
    front = set[int]() if subject is None else phrases.subject(verb, subject)
    if len(front) > 7 and subject is not None:
        front = phrases.subject(verb, subject, True)
    hearer = [k for k in tree.kids(verb, "dobj", "dative") if k not in phrases.skip and k > verb]
    hearer = [k for k in hearer if tree.low(k) != "it"]
    told = phrases.complement(hearer[0], True) if hearing and hearer and len(front) < 5 else set()
    parts = (
        write(tree, sorted(front - {verb}), called),
        group,
        write(tree, sorted(told - front), called, True),
    )
    return " ".join(part for part in parts if part)


def quotation(phrases: Phrases, verb: int) -> list[int] | None:
    """The words of a direct quotation that is what the verb says: opened by its mark, no "that"."""
    tree = phrases.tree
    content = tree.kid(verb, "ccomp", "parataxis")
    if content is None:
        return None
    inside = tree.subtree(content)
    start = inside[0]
    if tree[start].text in OPENING:
        start += 1
    elif start == 0 or tree[start - 1].text not in OPENING:
        return None
    before = tree[start - 2] if start >= 2 else None
    if before is not None and before.text.lower() == "that":
        return None
    end = next((i for i in range(start, len(tree)) if tree[i].text in CLOSING), None)
    if end is None or end - start < 3 or (start < verb < end):
        return None
    return list(range(start, end))
