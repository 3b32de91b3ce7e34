"""Time expressions: recognised, dated against the article, each with its reason.

`recognise` needs no anchor; `anchor` gives every expression its date. Words and rules of a language are
data in `timeline/language/<language>/timex.toml`.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from itertools import pairwise

from timeline.model import Article, Timex
from timeline.timex.direction import Direction
from timeline.timex.expression import Expression
from timeline.timex.grammar import Grammar
from timeline.timex.lexicon import load
from timeline.timex.live import clocks, stamps
from timeline.timex.meaning import MEANINGS
from timeline.timex.mode import is_message, is_narrative
from timeline.timex.posts import Post, posts
from timeline.timex.publication import date_article
from timeline.timex.resolve import Resolver
from timeline.timex.scan import find
from timeline.timex.vetoes import Vetoes

__all__ = ["Expression", "Post", "anchor", "date_article", "read", "read_posts", "recognise"]

_DEFAULT = "en"


@cache
def _engine(code: str) -> tuple[Grammar, Vetoes, Direction] | None:
    lexicon = load(code)
    if lexicon is None:
        return None
    return Grammar(lexicon, MEANINGS), Vetoes(lexicon), Direction(lexicon)


def _code(article: Article) -> str:
    return (article.language or _DEFAULT).replace("_", "-").partition("-")[0].lower()


def recognise(article: Article) -> tuple[Expression, ...]:
    """The time expressions of `article` in text order, none overlapping, none of them anchored yet."""
    engine = _engine(_code(article))
    if engine is None:
        from timeline.timex import foreign  # dateparser's locales, only for languages without a folder

        return foreign.recognise(article, _code(article))
    grammar, vetoes, _ = engine
    if is_message(article, grammar.lexicon.personal):
        return tuple(find(article, grammar, vetoes, {"message"}))
    found = find(article, grammar, vetoes, {"news", "narrative"})
    if (hours := clocks(article.text)) and found:
        found = [expression for expression in found if expression.start not in hours]
    if not is_narrative(article, found):
        found = [expression for expression in found if not expression.narrow]
    return tuple(found)


def anchor(article: Article, expressions: tuple[Expression, ...]) -> tuple[Timex, ...]:
    """`expressions` of `article` with their TIMEX3 values, calendar spans and reasons."""
    engine = _engine(_code(article)) or _engine(_DEFAULT)
    assert engine is not None
    narrative = is_narrative(article, expressions)
    return Resolver(article, engine[2], narrative).run(expressions)


def read(article: Article) -> tuple[Article, tuple[Timex, ...]]:
    """`article` with its publication date, and its time expressions dated against it or their own post."""
    article, timexes, _ = read_posts(article)
    return article, timexes


def read_posts(article: Article) -> tuple[Article, tuple[Timex, ...], tuple[Post, ...]]:
    """What `read` gives, and the posts that the article's text is made of."""
    expressions = recognise(article)
    article = date_article(article, expressions)
    timexes = anchor(article, expressions)
    engine = _engine(_code(article))
    updates = engine[2].updates if engine is not None else frozenset[str]()
    live = stamps(article.text, expressions, article.published, updates)
    parts = posts(article, timexes, live)
    if len(parts) > 1 or parts[0].article is not article:
        starts = [expression.start for expression in expressions]
        cuts = [bisect_left(starts, part.start) for part in parts] + [len(starts)]
        timexes = tuple(
            timex
            for part, (first, last) in zip(parts, pairwise(cuts), strict=True)
            for timex in anchor(part.article, expressions[first:last])
        )
    return article, timexes, parts
