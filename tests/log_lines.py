"""Waiting for what the program logs."""

import asyncio
import logging

import pytest


class Line:
    """A line of the log that is waited for, also when it was there before."""

    def __init__(self, caplog: pytest.LogCaptureFixture, words: str) -> None:
        self._words = words
        self._seen = asyncio.Event()
        if words in caplog.text:
            self._seen.set()
        caplog.handler.addFilter(self._look)

    def _look(self, record: logging.LogRecord) -> bool:
        if self._words in record.getMessage():
            self._seen.set()
        return True

    async def wait(self, seconds: float = 30.0) -> None:
        """Return when the line has been logged; TimeoutError when it never is."""
        async with asyncio.timeout(seconds):
            await self._seen.wait()
