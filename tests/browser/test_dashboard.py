"""The dashboard as a person uses it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.browser.conftest import Visit
from tests.view.made import hostile, many
from timeline import table
from timeline.view import words

CHART = ".st-key-chart .js-plotly-plot"
MARKS = f"{CHART} .scatterlayer .trace .points path"
Opener = Callable[..., Visit]
pytestmark = pytest.mark.flaky(reruns=1)  # a real browser on a busy machine; the report names each rerun


def settled(page: Any) -> None:
    """Nothing is being computed or redrawn: what is found now stays where it is."""
    page.wait_for_function(
        "() => document.querySelector('.stApp')?.dataset.testScriptState === 'notRunning'"
        " && !document.querySelector('.stApp [data-stale=true]')"
    )


def drawn(page: Any) -> None:
    page.wait_for_selector(MARKS)
    settled(page)


def box(page: Any, target: Any) -> dict[str, float]:
    """Where an element stands, once it has come to rest."""
    settled(page)
    target.wait_for()
    target.scroll_into_view_if_needed()
    found: dict[str, float] | None = target.bounding_box()
    assert found is not None
    return found


def shown(page: Any) -> tuple[int, int]:
    """How many events of how many the sidebar says are left."""
    settled(page)
    text = page.locator(".stSidebar .tl-shown").inner_text()
    left, n = re.findall(r"[\d,]+", text)
    return int(left.replace(",", "")), int(n.replace(",", ""))


def wait_for_shown(page: Any, left: int, n: int) -> None:
    """The sidebar is drawn after the chart."""
    text = words.say("shown", n, left=f"{left:,}")
    page.wait_for_function(
        "text => document.querySelector('.stSidebar .tl-shown')?.innerText === text", arg=text
    )
    settled(page)


def wait_for_fewer(page: Any, n: int) -> None:
    left = "document.querySelector('.stSidebar .tl-shown')?.innerText"
    page.wait_for_function(f"n => {left} && !{left}.startsWith(n + ' of')", arg=n)


def events_in_chart(page: Any) -> list[str]:
    script = "c => c.data.find(t => t.name === 'events').customdata"
    return list(page.locator(CHART).evaluate(script))


def wait_for_events(page: Any, n: int) -> None:
    events = f"document.querySelector('{CHART}')?.data?.find(t => t.name === 'events')"
    page.wait_for_function(f"n => {events}?.customdata.length === n", arg=n)
    settled(page)


def query(page: Any, key: str) -> str:
    """What the address says of `key`, once it says it: it is written after the page."""
    page.wait_for_url(lambda url: key in parse_qs(urlsplit(url).query))
    return parse_qs(urlsplit(page.url).query)[key][0]


def download(page: Any, label: str, folder: Path) -> Path:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=label, exact=True).click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path


def view(page: Any, name: str) -> None:
    page.get_by_role("radio", name=words.say(f"view.{name}"), exact=True).click()


@pytest.fixture(scope="module")
def collection(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("collection") / "events.csv"
    table.write_frame(many(250), path)
    return path


def open_file(page: Any, path: Path) -> None:
    view(page, "article")
    page.get_by_role("tab", name=words.say("article.upload")).click()
    page.locator("input[type=file]").set_input_files(path)
    page.get_by_role("button", name=words.say("article.upload.button")).click()


def test_the_first_article(dashboard: str, visit: Opener, tmp_path: Path) -> None:
    page = visit(dashboard).page
    drawn(page)
    for label, start in (("chart.png", b"\x89PNG"), ("chart.svg", b"<svg")):
        assert download(page, words.say(label), tmp_path).read_bytes().startswith(start)
    page.wait_for_selector(".stSidebar .tl-shown")
    everything, n = shown(page)
    assert everything == n == len(events_in_chart(page)) == page.locator(".tl-list .tl-entry").count()
    assert page.locator(MARKS).count() >= n

    # a click on a label, far from its mark, shows the evidence
    label = page.locator(f"{CHART} .textpoint text").nth(2)
    at = box(page, label)
    page.mouse.click(at["x"] + at["width"] / 2, at["y"] + at["height"] / 2)
    page.wait_for_selector(".tl-evidence mark")
    event = query(page, "event")
    assert events_in_chart(page)[2] == event
    said = page.locator(".tl-evidence").inner_text()
    assert words.say("card.how") in said
    page.get_by_role("button", name=words.say("card.next"), exact=True).click()
    page.wait_for_url(lambda url: event not in url)

    # a country of the card filters; the CSV is what is left
    link = page.locator(".tl-evidence a[data-tl=country]").first
    country = link.inner_text()
    code = link.get_attribute("data-code")
    link.click()
    page.wait_for_url(f"**country={code}**")
    wait_for_fewer(page, n)
    left, _ = shown(page)
    assert 0 < left < n
    wait_for_events(page, left)
    view(page, "table")
    frame = table.read(download(page, "CSV", tmp_path))
    assert len(frame) == left
    assert all(country in countries for countries in frame["countries"])

    # the permalink brings this view back in a new window
    assert query(page, "view") == "table"
    again = visit(page.url).page
    again.wait_for_selector("[data-testid=stDataFrame]")
    wait_for_shown(again, left, n)


def test_the_collection(dashboard: str, visit: Opener, collection: Path, tmp_path: Path) -> None:
    page = visit(dashboard).page
    page.wait_for_selector(".tl-entry")
    open_file(page, collection)
    wait_for_events(page, 250)
    wait_for_shown(page, 250, 250)

    # counts beside the choices are links; they follow the other filters
    page.locator(".stSidebar a[data-tl=country][data-code=KZ]").click()
    page.wait_for_url("**country=KZ**")
    frame = table.read(collection)
    kz = frame[["KZ" in codes for codes in frame["country_codes"]]]
    wait_for_events(page, len(kz))
    wait_for_shown(page, len(kz), 250)
    counted = page.locator(".stSidebar li:has(a[data-tl=actor][data-code=CSTO]) .tl-n").inner_text()
    assert int(counted) == sum("CSTO" in actors for actors in kz["actors"])
    page.get_by_role("searchbox", name=words.say("filter.text")).fill("treaty")
    page.keyboard.press("Enter")
    treaty = kz[kz["headline"].str.contains("treaty")]
    wait_for_events(page, len(treaty))

    # nothing left: the one to blame is named, and cleared
    page.get_by_role("searchbox", name=words.say("filter.text")).fill("no such thing")
    page.keyboard.press("Enter")
    clear = words.say("filter.clear.name", name=words.say("filter.text"))
    page.get_by_role("button", name=clear).click()
    wait_for_events(page, len(kz))
    page.locator(".stSidebar").get_by_role("button", name=words.say("filter.clear"), exact=True).click()
    wait_for_events(page, 250)

    # a drag across the overview looks closer, the arrow keys move its ends
    strip = box(page, page.locator(".tl-strip"))
    page.mouse.move(strip["x"] + strip["width"] * 0.8, strip["y"] + 20)
    page.mouse.down()
    page.mouse.move(strip["x"] + strip["width"] * 0.9, strip["y"] + 25, steps=4)
    page.mouse.move(strip["x"] + strip["width"] * 0.999, strip["y"] + 25, steps=4)
    page.mouse.up()
    page.wait_for_url("**from=**")
    before = query(page, "from")
    wait_for_fewer(page, 250)
    assert 0 < shown(page)[0] < 250
    end = page.get_by_role("slider").first
    end.focus()
    end.press("ArrowRight")
    page.wait_for_url(lambda url: parse_qs(urlsplit(url).query).get("from") != [before])
    page.get_by_role("button", name=words.say("range.whole")).click()
    wait_for_events(page, 250)

    # lanes: an event stands in each of its countries' lanes
    page.get_by_role("radio", name=words.say("lanes.country")).click()
    wait_for_events(page, int(frame["country_codes"].map(len).sum()))

    # taken away, read back
    view(page, "table")
    csv = table.read(download(page, "CSV", tmp_path))
    assert sorted(csv["event_id"]) == sorted(frame["event_id"])
    parquet = table.read(download(page, words.say("take.parquet"), tmp_path))
    assert sorted(parquet["event_id"]) == sorted(frame["event_id"])
    for label, start in (
        ("take.ics", b"BEGIN:VCALENDAR"),
        ("take.timelinejs.json", b"{"),
        ("take.html", b"<!"),
    ):
        assert (
            download(page, words.say(label), tmp_path).read_bytes().lstrip().lower().startswith(start.lower())
        )


def test_a_click_on_a_cell_looks_closer(dashboard: str, visit: Opener, tmp_path: Path) -> None:
    path = tmp_path / "dense.csv"
    table.write_frame(many(900), path)
    page = visit(f"{dashboard}?lanes=country").page
    page.wait_for_selector(".tl-entry")
    open_file(page, path)
    wait_for_shown(page, 900, 900)
    view(page, "timeline")
    cells = f"document.querySelector('{CHART}')?.data?.find(t => t.name === 'cells')?.customdata"
    page.wait_for_function(f"{cells}?.length > 0")
    at = box(page, page.locator(f"{CHART} .scatterlayer .points path").first)
    first, last, country = page.evaluate(f"{cells}[0]")
    page.mouse.click(at["x"] + at["width"] / 2, at["y"] + at["height"] / 2)
    page.wait_for_url(f"**country={country}**")
    assert (query(page, "from"), query(page, "to")) == (first, last)
    wait_for_fewer(page, 900)


def test_the_story_by_keyboard_on_a_phone(dashboard: str, visit: Opener) -> None:
    page = visit(dashboard, width=400, height=800).page
    first = page.locator(".tl-story details summary").first
    first.wait_for()
    page.locator(CHART).wait_for(state="detached")
    settled(page)
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 400
    for _ in range(60):
        page.keyboard.press("Tab")
        if first.evaluate("e => e === document.activeElement"):
            break
    else:
        pytest.fail("the first event is not reached by the tab key")
    outline = first.evaluate("e => getComputedStyle(e).outlineStyle + getComputedStyle(e).outlineWidth")
    assert outline == "solid3px"
    page.keyboard.press("Enter")
    opened = page.locator(".tl-story details[open]")
    assert opened.count() == 1
    assert opened.locator("mark").count() >= 1
    assert words.say("card.how") in opened.inner_text()
    levels = page.locator(".tl-story").evaluate(
        "e => [...e.querySelectorAll('h3,h4,h5')].map(h => +h.tagName[1])"
    )
    assert levels[0] == 3
    assert all(b - a <= 1 for a, b in itertools.pairwise(levels))


def test_an_article_of_ones_own(dashboard: str, visit: Opener, tmp_path: Path) -> None:
    page = visit(f"{dashboard}?view=article").page
    page.get_by_role("textbox", name=words.say("article.paste.label")).fill(
        "<script>document.title='owned'</script> The parliament in Yerevan voted on Monday. "
        "Soldiers left Almaty on 5 March 2021. <img src=x onerror=\"document.title='owned'\">"
    )
    page.get_by_role("button", name=words.say("article.read")).click()
    drawn(page)
    assert "5 Mar 2021" in page.locator(CHART).inner_text()
    assert query(page, "article")
    again = visit(page.url).page
    drawn(again)

    path = tmp_path / "hostile.csv"
    table.write_frame(hostile(), path)
    open_file(page, path)
    wait_for_events(page, len(hostile()))
    page.locator(".tl-list a").first.click()
    page.wait_for_selector(".tl-evidence")
    settled(page)
    view(page, "story")
    page.wait_for_selector(".tl-story details")
    settled(page)
    for summary in page.locator(".tl-story summary").all()[:4]:
        summary.click()
    assert page.title() == words.say("app")
    assert page.locator(".tl-story script, .tl-story img").count() == 0


def serious(page: Any) -> dict[str, list[str]]:
    """Rule → the elements that break it, as axe-core finds them."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    found = axe.run(page).response["violations"]
    return {
        one["id"]: [node["html"][:200] for node in one["nodes"]]
        for one in found
        if one["impact"] in ("serious", "critical")
    }


VIEWS = {
    "timeline": MARKS,
    "story": ".tl-story",
    "table": "canvas",
    "left": ".tl-table",
    "article": "textarea",
}


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_accessibility(dashboard: str, empty_app: str, visit: Opener, dark: bool) -> None:
    """No serious violation beyond those of a Streamlit page without anything of ours."""
    empty = visit(empty_app, dark=dark).page
    empty.wait_for_selector("h1")
    known = set(serious(empty))
    page = visit(dashboard, dark=dark).page
    drawn(page)
    for name, sign in VIEWS.items():
        view(page, name)
        page.wait_for_selector(sign)
        settled(page)
        broken = {rule: nodes for rule, nodes in serious(page).items() if rule not in known}
        assert broken == {}, name
