"""Logging: one line an event, with ids only, and no bot token or secret in any of it."""

import logging
import re
import sys
import time
from collections.abc import Collection
from types import TracebackType
from typing import TextIO

# Also as it stands in a quoted URL.
_TOKEN = re.compile(r"\d{6,}(?::|%3A)[A-Za-z0-9_-]{30,}", re.IGNORECASE)
_HIDDEN = "<token>"
_HIDDEN_TOO = "<secret>"
# The password in the address of a database.
_PASSWORD = re.compile(r"(?<=://)([^:/@\s]*):[^\s/]*(?=@)")
# What is shorter would tear holes in innocent lines; it is hidden in addresses all the same.
_LEAST_SECRET = 8
_TALKATIVE = {
    "httpx": logging.WARNING,
    "httpcore": logging.WARNING,
    "telegram": logging.WARNING,
    "aiohttp": logging.WARNING,
    "aiosqlite": logging.WARNING,
    "alembic": logging.WARNING,
    # It warns of each tick that finds its sweep still running, which is meant to be so.
    "apscheduler": logging.ERROR,
}
_FORMAT = "%(asctime)s.%(msecs)03dZ %(levelname)s %(name)s %(message)s"


class Redaction(logging.Filter):
    """Takes bot tokens and secrets out of a record: message, arguments, traceback and stack."""

    def __init__(self, token: str | None = None, secrets: Collection[str] = ()) -> None:
        super().__init__()
        secret = (token or "").partition(":")[2]
        self._known = {part: _HIDDEN for part in (token, secret) if part}
        long = (one for one in secrets if len(one) >= _LEAST_SECRET)
        self._known |= {one: _HIDDEN_TOO for one in long if one not in self._known}
        self._tracebacks = logging.Formatter()

    def filter(self, record: logging.LogRecord) -> bool:
        """Redact the record in place and let it pass."""
        try:
            message = record.getMessage()
        except (TypeError, ValueError, KeyError):
            # A faulty log call must not bring down what it reports on.
            message = f"{record.msg} {record.args!r}"
        record.msg, record.args = self.redact(message), None
        if record.exc_info:
            if not record.exc_text:
                record.exc_text = self._tracebacks.formatException(record.exc_info)
            record.exc_info = None
        if record.exc_text:
            record.exc_text = self.redact(record.exc_text)
        if record.stack_info:
            record.stack_info = self.redact(record.stack_info)
        return True

    def redact(self, text: str) -> str:
        """The text without tokens, secrets and passwords of addresses."""
        for known, hidden in self._known.items():
            text = text.replace(known, hidden)
        return _PASSWORD.sub(rf"\1:{_HIDDEN_TOO}", _TOKEN.sub(_HIDDEN, text))


def set_up(
    level: str = "INFO", *, token: str | None = None, secrets: Collection[str] = (),
    stream: TextIO | None = None,
) -> None:  # fmt: skip
    """Send all logging to `stream` (standard error), every handler of the root redacted.

    What would end the process with a traceback goes through the log as well.
    """
    root = logging.getLogger()
    for old in [h for h in root.handlers if getattr(h, "is_hall", False)]:
        root.removeHandler(old)
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.is_hall = True  # type: ignore[attr-defined]
    formatter = logging.Formatter(_FORMAT, datefmt="%Y-%m-%dT%H:%M:%S")
    formatter.converter = time.gmtime
    handler.setFormatter(formatter)
    root.addHandler(handler)
    root.setLevel(level)
    redaction = Redaction(token, secrets)
    for each in root.handlers:
        for stale in [f for f in each.filters if isinstance(f, Redaction)]:
            each.removeFilter(stale)
        each.addFilter(redaction)
    for name, least in _TALKATIVE.items():
        logging.getLogger(name).setLevel(least)
    logging.captureWarnings(capture=True)
    sys.excepthook = _log_and_end


def _log_and_end(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    logging.getLogger("hall").critical("ended by %s", kind.__name__, exc_info=(kind, error, trace))
