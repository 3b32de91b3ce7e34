"""A browser without network, for the exports that are pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest


@pytest.fixture(scope="module")
def offline_browser(chromium: Any) -> Iterator[Any]:
    """A window of its own, offline."""
    context = chromium.new_context(offline=True)
    yield context
    context.close()
