"""Every rule of a language takes its example and leaves its counterexample."""

from __future__ import annotations

from datetime import date

import pytest

from timeline import timex
from timeline.language import lexicon
from timeline.model import Article
from timeline.timex.lexicon import load
from timeline.timex.patterns import PatternError, captures, parse

RULES = lexicon("en", "timex")["rules"]
INFORMAL = "lol #{}"


def rules_of(text: str, rule: dict[str, object]) -> set[str]:
    """The rules by which `text` is read, in the kind of text that `rule` is for."""
    told = f"He said it: {text}"
    register = rule.get("register", "news")
    if "news" not in str(register).split():
        told = INFORMAL.format(text) if "message" in str(register) else told + ", in 1901" * 8
    article = Article("rule", told, published=date(2020, 6, 17), language="en")
    return {expression.rule for expression in timex.recognise(article)}


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule["name"]) for rule in RULES])
def test_a_rule_takes_its_example_and_leaves_its_counterexample(rule: dict[str, str]) -> None:
    follow = f" {rule['follow'][0]} June 30" if "follow" in rule else ""
    assert rule["name"] in rules_of(rule["takes"] + follow, rule)
    assert rule["name"] not in rules_of(rule["leaves"], rule)


def test_rules_have_names_of_their_own() -> None:
    names = [rule["name"] for rule in RULES]
    assert len(names) == len(set(names))


def test_a_language_without_a_folder_has_no_lexicon() -> None:
    assert load("zz") is None
    assert load("en") is load("en")


@pytest.mark.parametrize("pattern", ["(month", "month)", "<nowhere>", "month &", "m:"])
def test_a_pattern_that_cannot_be_read_says_so(pattern: str) -> None:
    with pytest.raises(PatternError):
        parse(pattern, {})


def test_captures_are_places_of_tokens() -> None:
    node = parse("m:month (d:day ','?)? y:year", {})
    has = [frozenset({"month"}), frozenset({"day"}), frozenset({"=,"}), frozenset({"year"})]
    assert captures(node, has) == {"m": (0, 1), "d": (1, 2), "y": (3, 4)}
    assert captures(node, has[:2]) is None
