"""The figures that Plotly gets: valid, complete, and with text that stays text."""

from __future__ import annotations

import itertools
import json
from datetime import date
from typing import Any

import numpy as np
import plotly.graph_objects as go
import pytest

from tests.view.made import HOSTILE, burst, hostile, many
from timeline.view import density, figure, kinds, overview, words
from timeline.view.board import as_day, board
from timeline.view.labels import width
from timeline.view.layout import lanes


def trace(spec: dict[str, Any], name: str) -> dict[str, Any]:
    return next(t for t in spec["data"] if t.get("name") == name)


@pytest.mark.parametrize("by", ["none", "country", "actor"])
@pytest.mark.parametrize("folds", [True, False])
def test_plotly_takes_the_figures_and_json_too(by: str, folds: bool) -> None:
    for frame in (burst(), many(90), hostile()):
        events = board(frame)
        rows = list(range(len(events)))
        spec, _ = figure.main(events, rows, by=by, folds=folds)
        specs = [
            spec,
            density.density(events, rows, by=by, folds=folds),
        ]
        for one in specs:
            go.Figure(one)
            json.dumps(one, allow_nan=False)


def test_every_event_has_a_mark_of_its_status_and_kind() -> None:
    events = board(burst())
    marks = trace(figure.main(events, list(range(15)))[0], "events")
    assert marks["customdata"] == events.frame["event_id"].tolist()
    assert marks["marker"]["symbol"] == [kinds.SYMBOLS[s] for s in events.frame["status"]]
    assert marks["marker"]["color"] == [kinds.COLOURS[kinds.kind(t)] for t in events.frame["event_type"]]


def test_a_click_anywhere_in_a_row_leads_to_its_event() -> None:
    events = board(burst())
    spec, placed = figure.main(events, list(range(15)))
    bars = spec["data"][0]
    assert bars["customdata"] == events.frame["event_id"].tolist()
    assert all(x == placed.pixels for x in bars["x"])


def test_the_legend_has_the_statuses_and_kinds_that_are_there() -> None:
    events = board(burst())
    rows = [i for i in range(15) if events.cell(i, "status") == "reported"]
    spec, placed = figure.main(events, rows, pixels=420)
    legend = trace(spec, "legend")
    names = [text.strip() for text in legend["text"]]
    assert words.say("status.reported") in names
    assert words.say("status.denied") not in names
    bottom = spec["layout"]["yaxis"]["range"][0]
    for x, y, name in zip(legend["x"], legend["y"], names, strict=True):
        assert placed.height < y < bottom
        assert x + width(name) < placed.pixels


def test_article_text_is_no_markup_in_the_chart() -> None:
    events = board(hostile())
    rows = list(range(len(events)))
    spec, _ = figure.main(events, rows, by="actor")
    texts = trace(spec, "labels")["text"] + trace(spec, "events")["hovertext"]
    texts += [note["text"] for note in spec["layout"]["annotations"]]
    texts += [
        t for row in density.density(events, rows, by="actor")["layout"]["annotations"] for t in [row["text"]]
    ]
    for text in texts:
        bare = text
        for ours in ("<b>", "</b>", "<i>", "</i>", "<br>"):
            bare = bare.replace(ours, "")
        assert not {"<", ">"} & set(bare), text
        assert "\u202e" not in text
    assert any("&lt;script&gt;" in text for text in texts)
    assert not any("hovertemplate" in t or "texttemplate" in t for t in spec["data"])
    assert len(max(texts, key=len)) < 2000 < max(map(len, HOSTILE))


def test_the_folds_say_their_true_length() -> None:
    events = board(burst())
    spec, _ = figure.main(events, list(range(15)))
    said = [n["text"].replace("<br>", " ").strip("</i>") for n in spec["layout"]["annotations"]]
    assert said == ["12 months", "4 months", "4 weeks", "7 months"]
    assert [shape["type"] for shape in spec["layout"]["shapes"]] == ["rect"] * 4 + ["path"]


def test_the_chart_is_described_in_words() -> None:
    events = board(burst())
    told = figure.describe(events, list(range(15)))
    assert "15 events from 1 January 2020 to 10 January 2022" in told
    assert "January 2022 (13)" in told


def test_a_cell_of_the_density_knows_its_lane_and_days() -> None:
    events = board(many(900))
    rows = list(range(900))
    heat, cells = density.density(events, rows, by="country")["data"]
    counted = sum(n or 0 for row in heat["z"] for n in row)
    assert len(cells["x"]) == sum(1 for row in heat["z"] for n in row if n)
    assert counted == sum(len(lane.rows) for lane in lanes(events, rows, "country"))
    assert {code for _, _, code in cells["customdata"]} <= {*events.facets["country"].codes, ""}
    assert all(first <= last for first, last, _ in cells["customdata"])


def test_density_counts_every_event_once() -> None:
    events = board(many(3000))
    spec = density.density(events, list(range(3000)))
    assert sum(sum(t["y"]) for t in spec["data"]) == 3000
    spans = spec["data"][0]["customdata"]
    for (_, last), (first, _) in itertools.pairwise(spans):
        assert as_day(date.fromisoformat(first)) == as_day(date.fromisoformat(last)) + 1


def test_the_overview_keeps_the_number_of_events() -> None:
    events = board(many(250))
    shown = np.zeros(250, dtype=bool)
    shown[:100] = True
    every, left = overview.bins(events, shown)
    assert every.sum() == pytest.approx(250)
    assert left.sum() == pytest.approx(100)
    assert (left <= every + 1e-9).all()


def test_the_overview_veils_what_is_out_of_view() -> None:
    low, high = as_day(date(2020, 1, 1)), as_day(date(2020, 4, 10))  # a hundred days
    assert overview.veiled(low, high, None, None) == []
    assert overview.veiled(low, high, date(2020, 1, 11), date(2020, 4, 8)) == [(0.0, 0.1), (0.99, 1.0)]
    assert overview.veiled(low, high, date(1999, 1, 1), date(2050, 1, 1)) == []
    assert overview.veiled(low, high, date(2050, 1, 1), None) == [(0.0, 1.0)]


def test_the_overview_says_what_it_shows() -> None:
    events = board(burst())
    html = overview.strip(events, np.ones(15, dtype=bool), None, date(2021, 1, 1), 1000.0)
    assert "1 January 2020 to 10 January 2022" in html
    assert html.count('class="tl-veil"') == 1
    assert f'data-first="{as_day(date(2020, 1, 1))}" data-end="{as_day(date(2022, 1, 11))}"' in html


def test_a_drag_across_the_strip_is_a_range_of_days() -> None:
    first, last = as_day(date(2022, 1, 3)), as_day(date(2022, 1, 5))
    assert overview.dragged(f"{first}:{last}") == (date(2022, 1, 3), date(2022, 1, 5))
    assert overview.dragged(f"{last}:{first}") == (date(2022, 1, 3), date(2022, 1, 5))
    for nonsense in ("", "1", "a:b", "1e9:2", f"{10**30}:1", "1:2:3"):
        assert overview.dragged(nonsense) is None


def test_colours_hold_three_to_one_on_light_and_dark() -> None:
    """WCAG 2.1, 1.4.11, on the grounds of Streamlit's two themes."""

    def luminance(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        parts = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    for colour in kinds.COLOURS.values():
        for ground in ("#ffffff", "#181715"):
            a, b = sorted((luminance(colour), luminance(ground)), reverse=True)
            assert (a + 0.05) / (b + 0.05) >= 3, (colour, ground)
