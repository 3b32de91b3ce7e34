"""The real page: one server and one Chromium for the whole session, every other host blocked."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

ROOT = Path(__file__).parent.parent.parent
EMPTY_APP = (
    "import streamlit as st\nst.set_page_config(page_title='Empty', layout='wide')\nst.title('Empty')\n"
)


@dataclass
class Visit:
    """A page of its own, and what happened on it that nobody asked for."""

    page: Any
    console: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)


def serve(script: Path, folder: Path, *files: str) -> tuple[subprocess.Popen[bytes], str]:
    """Streamlit on a free port, started from `folder`."""
    with socket.socket() as free:
        free.bind(("localhost", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "streamlit",
            "run",
            str(script),
            "--server.port",
            str(port),
            "--server.headless",
            "true",
            "--browser.gatherUsageStats",
            "false",
            "--",
            *files,
        ],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    url = f"http://localhost:{port}/"
    for _ in range(150):
        try:
            with urllib.request.urlopen(f"{url}_stcore/health", timeout=5):
                return process, url
        except OSError:
            if process.poll() is not None:
                break
            time.sleep(0.2)
    process.kill()
    pytest.fail("the dashboard's server did not start")


@pytest.fixture(scope="session")
def dashboard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Started from another folder, as someone who installed it might."""
    process, url = serve(ROOT / "dashboard.py", tmp_path_factory.mktemp("elsewhere"))
    yield url
    process.terminate()
    process.wait(10)


@pytest.fixture(scope="session")
def empty_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A Streamlit page with nothing of ours: what it does wrong is not ours to mend."""
    folder = tmp_path_factory.mktemp("empty")
    script = folder / "empty.py"
    script.write_text(EMPTY_APP, encoding="utf-8")
    process, url = serve(script, folder)
    yield url
    process.terminate()
    process.wait(10)


@pytest.fixture(scope="session")
def window(chromium: Any) -> Iterator[Any]:
    """One context for all pages, so that what one has loaded the next has at hand."""
    context = chromium.new_context(accept_downloads=True)
    yield context
    context.close()


@pytest.fixture
def visit(window: Any) -> Iterator[Callable[..., Visit]]:
    """Opens a page of its own. At the end: an empty console, no other host asked for."""
    visits: list[Visit] = []

    def opened(url: str, *, width: int = 1440, height: int = 1000, dark: bool = False) -> Visit:
        one = Visit(window.new_page())
        host = urlsplit(url).netloc

        def asked(request: Any) -> None:
            address = urlsplit(request.url)
            if address.scheme not in ("data", "blob") and address.netloc != host:
                one.outside.append(request.url)

        one.page.set_viewport_size({"width": width, "height": height})
        one.page.emulate_media(color_scheme="dark" if dark else "light")
        one.page.on("request", asked)
        one.page.on("console", lambda message: one.console.append(f"{message.type}: {message.text}"))
        one.page.on("pageerror", lambda error: one.console.append(f"error: {error}"))
        one.page.set_default_timeout(30_000)
        visits.append(one)
        one.page.goto(url)
        return one

    yield opened
    for one in visits:
        one.page.close()
    for one in visits:
        assert one.outside == [], "the page asked another host"
        assert one.console == [], "the browser's console is not empty"
