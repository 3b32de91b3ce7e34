"""How fast the page is: time to the first text, to the chart, and from a filter click to the redrawn chart,
beside `px.timeline` in Streamlit on the same events. Run: python -m tests.evaluation.page_speed

Both servers have answered once before they are measured; each page is new, its files already in the cache.
"""

from __future__ import annotations

import contextlib
import shutil
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from tests.browser.conftest import ROOT, serve
from tests.conftest import FLAGS
from tests.view.made import burst, many
from timeline import table

SIZES = (12, 250, 2000)
PAGES, TIMES = 7, 3
"""Pages of each opened after the first, by turns, and clicks on each; the medians are printed."""
PLAIN = """
import sys
import pandas as pd
import plotly.express as px
import streamlit as st
st.set_page_config(layout="wide")
st.title("Events")

@st.cache_data
def load(path):
    frame = pd.read_csv(path)
    frame["start"] = pd.to_datetime(frame["start"])
    frame["end"] = pd.to_datetime(frame["end"]).fillna(frame["start"])
    return frame

frame = load({path!r})
chosen = st.sidebar.multiselect("Countries", sorted(set("; ".join(frame["countries"]).split("; "))))
if st.sidebar.checkbox("Kazakhstan"):
    chosen = ["Kazakhstan"]
if chosen:
    frame = frame[frame["countries"].map(lambda cell: bool(set(cell.split("; ")) & set(chosen)))]
st.plotly_chart(px.timeline(frame, x_start="start", x_end="end", y="headline", color="event_type"))
"""
OURS = """(d => d?.find(t => t.name === 'events')?.customdata.length
    ?? d?.reduce((n, t) => n + t.y.reduce((a, b) => a + b, 0), 0)
)(document.querySelector('.st-key-chart .js-plotly-plot')?.data)"""
"""Events drawn, or counted in bars where they are too many to be drawn."""
THEIRS = "document.querySelector('.js-plotly-plot')?.data?.reduce((n, t) => n + t.y.length, 0)"
MARKS = {
    "ours": ".st-key-chart :is(.scatterlayer .points, .barlayer .point) path",
    "px.timeline": ".js-plotly-plot .barlayer .point path",
}


def measure(page: Any, name: str, url: str, n: int, left: int) -> dict[str, float]:
    count = f"n => ({OURS if name == 'ours' else THEIRS}) === n"
    begun = time.perf_counter()
    page.goto(url)
    page.locator("h1").first.wait_for()
    text = time.perf_counter() - begun
    page.locator(MARKS[name]).first.wait_for(state="attached")
    page.wait_for_function(count, arg=n)
    chart = time.perf_counter() - begun
    clicks = []
    for turn in range(TIMES):
        wanted = n if turn % 2 else left
        page.wait_for_timeout(400)
        begun = time.perf_counter()
        if name == "ours":
            page.locator(".stSidebar a[data-tl=country][data-code=KZ]").click()
        else:
            page.locator(".stSidebar .stCheckbox label").click()
        page.wait_for_function(count, arg=wanted)
        clicks.append(time.perf_counter() - begun)
    return {"text": text, "chart": chart, "click": statistics.median(clicks)}


def main() -> None:
    chromium = shutil.which("chromium")
    print("| events | page | first text, s | chart, s | filter click → chart, s |\n|--:|---|--:|--:|--:|")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        for n in SIZES:
            frame = burst().iloc[:n] if n < 15 else many(n)
            path = Path(folder) / f"events-{n}.csv"
            table.write_frame(frame, path)
            left = sum("KZ" in codes for codes in frame["country_codes"])
            plain = Path(folder) / f"plain_{n}.py"
            plain.write_text(PLAIN.format(path=str(path)), encoding="utf-8")
            pages = {"ours": (ROOT / "dashboard.py", (str(path),)), "px.timeline": (plain, ())}
            with contextlib.ExitStack() as stack:
                open_pages = {}
                for name, (script, more) in pages.items():
                    process, url = serve(script, Path(folder), *more)
                    stack.callback(process.wait, 10)
                    stack.callback(process.terminate)
                    context = browser.new_context(viewport={"width": 1440, "height": 1000})
                    stack.callback(context.close)
                    open_pages[name] = (context, url)
                told: dict[str, list[dict[str, float]]] = {name: [] for name in pages}
                for turn in range(1 + PAGES):  # by turns, so that what disturbs one disturbs the other
                    for name in list(pages)[:: 1 if turn % 2 else -1]:
                        context, url = open_pages[name]
                        page = context.new_page()
                        page.set_default_timeout(120_000)
                        told[name].append(measure(page, name, url, n, left))
                        page.close()
            for name, all_told in told.items():
                medians = (statistics.median(one[k] for one in all_told[1:]) for k in all_told[0])
                print(f"| {n:,} | {name} |", " | ".join(f"{m:.2f}" for m in medians), "|", flush=True)
        browser.close()


if __name__ == "__main__":
    main()
