"""Worker processes that start with nothing of the test run's own."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from types import ModuleType

import pytest


@pytest.fixture(autouse=True)
def bare_main() -> Iterator[None]:
    """A spawned process first runs its parent's main module: pytest, or a page of an earlier test."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "__main__", ModuleType("__main__"))
        yield
