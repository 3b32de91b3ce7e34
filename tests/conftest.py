"""Fixtures that several rooms' tests share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from timeline import pipeline, reading
from timeline.model import Article, Extraction

ROOT = Path(__file__).parent.parent


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
