"""Tasks for the pool's tests, in a module that worker processes can import."""

from __future__ import annotations

import os
from pathlib import Path


def work(task: str) -> str:
    """Doubles a text. "die" ends the process, "fail" raises, "once PATH" dies the first time."""
    if task == "die":
        os._exit(9)
    if task == "fail":
        raise ValueError("this task cannot be done")
    if task.startswith("once "):
        path = Path(task.removeprefix("once "))
        if not path.exists():
            path.touch()
            os._exit(9)
    return task * 2
