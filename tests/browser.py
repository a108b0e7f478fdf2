"""One browser for all tests that look at a page; each of them has windows of its own in it."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, async_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
in_browser = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium found, the chat page is untested"),
    # Who talks with the browser does it in the loop in which it was started.
    pytest.mark.asyncio(loop_scope="session"),
    pytest.mark.usefixtures("chromium"),
]
_running: list[Browser] = []


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def chromium() -> AsyncIterator[None]:
    """The browser runs; starting it costs as much as a test does with it."""
    async with async_playwright() as playwright:
        _running.append(await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS))
        yield
        await _running.pop().close()


@asynccontextmanager
async def new_page(size: tuple[int, int], faults: list[str]) -> AsyncIterator[Page]:
    """A window that remembers nothing; errors on its page and in its console are faults."""
    (browser,) = _running
    context = await browser.new_context(viewport={"width": size[0], "height": size[1]})
    page = await context.new_page()
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda line: faults.append(line.text) if line.type == "error" else None)
    try:
        yield page
    finally:
        await context.close()
