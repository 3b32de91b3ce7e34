"""Fixtures that several rooms' tests share."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from timeline import pipeline, reading
from timeline.model import Article, Extraction

ROOT = Path(__file__).parent.parent
FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--no-first-run"),
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",  # every other host is out of reach
]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the annotated articles and scorers, which are not part of the project."""
    folder = Path(os.environ.get("TIMELINE_SHARED", ROOT.parent / "shared"))
    if not (folder / "gold").is_dir():
        pytest.skip(f"no annotated articles in {folder}: set TIMELINE_SHARED to the folder that has gold/")
    return folder


@pytest.fixture(scope="session")
def first_article() -> Article:
    article = next(iter(reading.read(ROOT / "data" / "first-article.txt")))
    assert isinstance(article, Article)
    return article


@pytest.fixture(scope="session")
def first_extraction(first_article: Article) -> Extraction:
    return pipeline.extract(first_article)


def without(what: str) -> None:
    """A test that cannot run: skipped on a developer's machine, failed in CI."""
    if os.environ.get("CI") == "true":
        pytest.fail(what)
    pytest.skip(what)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """The one browser of the session: Playwright's synchronous door opens once in a process."""
    found = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if not found or not Path(found).exists():
        without("no Chromium: install Debian's package chromium, or name one in CHROMIUM")
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield browser
        browser.close()
