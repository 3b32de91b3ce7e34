"""The dashboard as Streamlit runs it, without a browser."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.view.made import burst, hostile, many
from timeline import table
from timeline.pages import source
from timeline.pages.source import Document
from timeline.view import words

ROOT = Path(__file__).parent.parent.parent
PASTED = (
    "Ministers met in Vienna on 3 March 2021. The delegation left Austria on 5 March 2021. "
    "Protesters stormed the parliament in Yerevan on 7 April 2021."
)


def app(**query: str | list[str]) -> AppTest:
    test = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    for name, value in query.items():
        test.query_params[name] = value
    return test


def open_frame(frame: Any, tmp_path: Path, **query: str) -> AppTest:
    path = tmp_path / "made.csv"
    table.write_frame(frame, path)
    key = source.keep(Document("made.csv", path.read_bytes()))
    return app(article=key, **query).run()


def charts(test: AppTest) -> dict[str, Any]:
    (chart,) = test.get("plotly_chart")
    return {"main": json.loads(chart.proto.spec)}


def marks(test: AppTest) -> list[str]:
    spec = charts(test)["main"]
    return list(next(t for t in spec["data"] if t.get("name") == "events")["customdata"])


def page_text(test: AppTest) -> str:
    kinds = (test.get("html"), test.markdown, test.info, test.warning, test.error)
    return "\n".join(
        str(getattr(one, "body", None) or one.value or one.proto.body) for k in kinds for one in k
    )


def healthy(test: AppTest) -> AppTest:
    assert not test.exception
    assert [e.value for e in test.error] == []
    return test


def test_it_opens_on_the_first_article_with_every_event_drawn() -> None:
    test = healthy(app().run())
    shown = marks(test)
    assert len(shown) == len(set(shown)) >= 5
    assert "Pashinian Praises CSTO Intervention" in page_text(test)
    assert words.say("shown", len(shown), left=len(shown)) in page_text(test)


def test_filters_work_together_and_the_address_follows(tmp_path: Path) -> None:
    frame = burst()
    test = healthy(open_frame(frame, tmp_path))
    assert len(marks(test)) == 15
    test.multiselect(key="f_country").set_value(["RU"]).run()
    expected = [
        i for i, codes in zip(frame["event_id"], frame["country_codes"], strict=True) if "RU" in codes
    ]
    assert marks(test) == expected
    assert test.query_params["country"] == "RU"
    test.text_input(key="f_text").set_value("number 9").run()
    assert marks(healthy(test)) == ["e00009"]
    test.button(key="clear").click().run()
    assert len(marks(test)) == 15
    assert "country" not in test.query_params


def test_the_address_brings_filters_event_and_view_back(tmp_path: Path) -> None:
    test = healthy(open_frame(burst(), tmp_path, country="RU", event="e00009", lanes="country", scale="true"))
    assert "e00009" in marks(test)
    assert all(shape["type"] != "rect" for shape in charts(test)["main"]["layout"]["shapes"])
    assert test.multiselect(key="f_country").value == ["RU"]
    assert "Sentence 9 gives the date in full." in page_text(test)


@pytest.mark.parametrize("value", ["<script>alert(1)</script>", "**x** [y](javascript:z)", "x" * 5000])
def test_a_hostile_address_is_a_sentence(tmp_path: Path, value: str) -> None:
    test = open_frame(burst(), tmp_path, country=value, event=value, view=value, **{"from": value})
    assert not test.exception
    assert len(test.warning) == 3
    assert all("<script" not in w.value.replace("\\<", "") for w in test.warning)
    assert len(marks(test)) == 15


def test_an_article_that_is_not_known_any_more_says_so() -> None:
    test = app(article="0123456789abcdef").run()
    assert not test.exception
    assert words.say("article.unknown").split(".")[0] in page_text(test).replace("\\", "")


def test_previous_and_next_walk_through_what_is_shown(tmp_path: Path) -> None:
    test = healthy(open_frame(burst(), tmp_path, event="e00000"))
    assert test.button(key="previous").disabled
    seen = []
    for _ in range(14):
        test.button(key="next").click().run()
        seen.append(test.query_params["event"])
    assert seen == burst()["event_id"].tolist()[1:]
    assert test.button(key="next").disabled
    test.button(key="back").click().run()
    assert "event" not in test.query_params


def test_when_nothing_is_left_the_filter_to_blame_is_named_and_cleared(tmp_path: Path) -> None:
    test = healthy(open_frame(burst(), tmp_path, country="RU", text="nowhere to be found"))
    back = words.say("events", int(sum("RU" in codes for codes in burst()["country_codes"])))
    assert words.say("empty.blame", name=words.say("filter.text"), back=back) in page_text(test)
    test.button(key="clear_text").click().run()
    assert all("e" in event for event in marks(healthy(test)))


@pytest.mark.parametrize("view", ["story", "table", "left", "article"])
def test_every_view_shows_the_first_article(view: str) -> None:
    test = healthy(app(view=view).run())
    text = page_text(test)
    assert {
        "story": "Sunday 2 January" in text,
        "table": len(test.dataframe) == 1,
        "left": "<th" in text,
        "article": words.say("article.reason", date="10 January 2022", reason="")[:20] in text,
    }[view]


def test_views_keep_the_filters_and_the_options(tmp_path: Path) -> None:
    test = healthy(open_frame(burst(), tmp_path, country="RU", lanes="country"))
    for view in ("table", "story", "left", "timeline"):
        test.session_state["view"] = view
        healthy(test.run())
    assert test.multiselect(key="f_country").value == ["RU"]
    assert test.query_params["lanes"] == "country"
    assert len(test.get("plotly_chart")) == 1


def test_a_pasted_article_is_read_and_has_an_address(tmp_path: Path) -> None:
    test = healthy(app(view="article").run())
    test.text_area(key="a_text").set_value(PASTED)
    submit = next(b for b in test.button if b.label == words.say("article.read"))
    healthy(submit.click().run())
    assert "7 Apr 2021" in json.dumps(charts(test)["main"]["data"])
    assert test.query_params["article"]
    again = healthy(app(article=test.query_params["article"]).run())
    assert marks(again) == marks(test)


def test_an_empty_article_and_one_too_large_say_what_to_do() -> None:
    test = healthy(app(view="article").run())
    for text, said in (("   ", "article.empty"), ("word " * 250_000, "article.large")):
        test.text_area(key="a_text").set_value(text)
        next(b for b in test.button if b.label == words.say("article.read")).click().run()
        assert not test.exception
        assert words.texts()[said][:12] in test.warning[0].value


def test_a_corrected_publication_date_moves_the_days_counted_from_it() -> None:
    key = source.keep(
        Document("undated.txt", b"The parliament in Yerevan voted on Monday. Soldiers left on Sunday.")
    )
    test = app(article=key, view="left").run()
    assert words.say("left.undated") in page_text(test)
    dated = healthy(app(article=key, published="2022-01-12").run())
    assert "10 Jan 2022" in json.dumps(charts(dated)["main"])


def test_a_missing_language_model_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    from timeline import pipeline
    from timeline.language import ModelMissing

    def missing(*_: object, **__: object) -> None:
        raise ModelMissing("the English language model is not installed; install it with: pip install it")

    monkeypatch.setattr(pipeline, "extract", missing)
    key = source.keep(
        Document("model.txt", b"Ministers met in Vienna on 4 March 2021, the model being away.")
    )
    test = app(article=key).run()
    assert not test.exception
    assert "language model is not installed" in test.error[0].value.replace("\\", "")
    assert words.say("empty.none") in page_text(test)
    monkeypatch.undo()  # it was installed meanwhile
    assert len(marks(healthy(app(article=key).run()))) == 1


def test_a_fault_in_one_article_is_a_sentence_and_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    from timeline import pipeline

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr(pipeline, "extract", broken)
    key = source.keep(Document("fault.txt", b"Ministers met in Vienna on 5 March 2021, to no avail."))
    test = app(article=key).run()
    assert not test.exception
    assert "RuntimeError" in test.error[0].value
    assert "secret detail" not in page_text(test)


def test_hostile_tables_stay_text_in_every_view(tmp_path: Path) -> None:
    for view in ("timeline", "story", "table", "left", "article"):
        test = open_frame(hostile(), tmp_path, view=view)
        assert not test.exception
        for one in test.get("html"):
            assert "<script" not in one.proto.body
            assert 'onerror="' not in one.proto.body


def test_a_broken_table_is_a_sentence(tmp_path: Path) -> None:
    key = source.keep(Document("broken.csv", b"not,an,events,table\n1,2,3,4\n"))
    test = app(article=key).run()
    assert not test.exception
    assert "broken" in test.error[0].value


def test_several_articles_in_one_file() -> None:
    lines = [
        {
            "id": f"a{i}",
            "title": f"Title {i}",
            "published": "2022-01-12",
            "text": f"Soldiers left Almaty on {i} May 2021.",
        }
        for i in range(1, 4)
    ]
    data = "\n".join(map(json.dumps, lines)).encode()
    test = healthy(app(article=source.keep(Document("several.jsonl", data))).run())
    assert len(marks(test)) == 3


def test_two_thousand_and_more_are_drawn_as_density(tmp_path: Path) -> None:
    test = healthy(open_frame(many(2100), tmp_path))
    spec = charts(test)["main"]
    assert not any(t.get("name") == "events" for t in spec["data"])
    assert words.say("chart.density", 2000)[:30] in page_text(test)
