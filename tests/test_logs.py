"""No token in any line of the log, wherever it came from."""

import io
import logging
import sys
from collections.abc import Iterator

import pytest
from telegram.error import InvalidToken, TelegramError

from bot.logs import Redaction, set_up
from handlers.client import make_bot
from sandbox import Sandbox

SECRET = "CANARYcanaryCANARYcanary-CANARY_cana"
TOKEN = f"123456789:{SECRET}"
OTHER = "987654321:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr"


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What the log has written, from everything down to DEBUG."""
    root = logging.getLogger()
    kept = (root.level, list(root.handlers), sys.excepthook)
    names = ("httpx", "httpcore", "telegram", "aiohttp", "aiosqlite", "alembic", "apscheduler")
    levels = {name: logging.getLogger(name).level for name in names}
    stream = io.StringIO()
    set_up("DEBUG", token=TOKEN, stream=stream)
    yield stream
    logging.captureWarnings(capture=False)
    root.level, root.handlers[:], sys.excepthook = kept
    for handler in root.handlers:
        handler.filters[:] = [f for f in handler.filters if not isinstance(f, Redaction)]
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


def assert_clean(stream: io.StringIO, *, lines: int = 1) -> str:
    text = stream.getvalue()
    assert len(text.splitlines()) >= lines
    assert "canary" not in text.lower()
    assert OTHER not in text
    assert "<token>" in text
    return text


def test_messages_and_arguments_are_redacted(log: io.StringIO) -> None:
    where = logging.getLogger("hall.test")
    where.info("GET https://api.telegram.org/bot%s/getMe", TOKEN)
    where.info(f"the file https://x/file/bot{TOKEN.replace(':', '%3A')}/a.txt")
    where.info("%(token)s and %(other)r", {"token": TOKEN, "other": [OTHER]})
    where.info("only the secret: %s", SECRET)
    text = assert_clean(log, lines=4)
    assert "https://api.telegram.org/bot<token>/getMe" in text


def test_tracebacks_are_redacted_with_all_that_led_to_them(log: io.StringIO) -> None:
    def reach_out() -> None:
        raise ValueError(f"http://x/bot{TOKEN}/sendMessage")

    def fail() -> None:
        try:
            reach_out()
        except ValueError as cause:
            raise RuntimeError(OTHER) from cause

    try:
        fail()
    except RuntimeError:
        logging.getLogger("hall.test").exception("it failed", stack_info=True)
    text = assert_clean(log, lines=10)
    assert "RuntimeError: <token>" in text
    assert "ValueError: http://x/bot<token>/sendMessage" in text


def test_a_faulty_log_call_is_logged_and_redacted(log: io.StringIO) -> None:
    logging.getLogger("hall.test").info("%d things", TOKEN)
    assert "%d things" in assert_clean(log)


def test_what_ends_the_process_is_redacted(log: io.StringIO) -> None:
    error = RuntimeError(TOKEN)
    sys.excepthook(RuntimeError, error, None)
    assert "ended by RuntimeError" in assert_clean(log)
    before = log.getvalue()
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert log.getvalue() == before


def test_warnings_come_through_the_log(log: io.StringIO) -> None:
    warning = logging.getLogger("py.warnings")
    warning.warning("%s", TOKEN)
    assert_clean(log)


def test_set_up_twice_writes_each_line_once(log: io.StringIO) -> None:
    set_up("INFO", token=TOKEN, stream=log)
    logging.getLogger("hall.test").info("once %s", TOKEN)
    logging.getLogger("hall.test").debug("never")
    assert log.getvalue().count("once") == 1
    assert "never" not in log.getvalue()
    assert_clean(log)


def test_a_line_has_its_time_in_utc_its_level_and_its_origin(log: io.StringIO) -> None:
    logging.getLogger("hall.test").warning("notice K7WX3QDP failed")
    line = log.getvalue().strip()
    stamp, level, origin, *words = line.split(" ")
    assert stamp.endswith("Z")
    assert (level, origin, words) == ("WARNING", "hall.test", ["notice", "K7WX3QDP", "failed"])


def test_talkative_libraries_are_quiet(log: io.StringIO) -> None:
    logging.getLogger("httpx").info("HTTP Request: POST https://api.telegram.org/bot%s", TOKEN)
    logging.getLogger("telegram.Bot").info("something")
    assert log.getvalue() == ""


async def test_no_failure_of_the_client_brings_the_token_into_the_log(log: io.StringIO) -> None:
    """Everything is logged, even what the libraries say while debugging."""
    for name in ("telegram", "aiohttp", "asyncio"):
        logging.getLogger(name).setLevel(logging.DEBUG)
    where = logging.getLogger("hall.test")
    async with Sandbox() as sandbox:
        bot = make_bot(TOKEN, sandbox.url, None)
        try:
            await bot.initialize()
        except InvalidToken:
            where.exception("refused: %r", bot)
        sandbox.faults.next("*", "cut before")
        for url in (sandbox.url, "http://127.0.0.1:1", "nonsense://"):
            other = make_bot(TOKEN, url, None)
            await other.request.initialize()
            try:
                await other.send_message(1, "hello")
            except TelegramError:
                where.exception("not sent by %r", other)
            await other.request.shutdown()
        await bot.shutdown()
    assert_clean(log, lines=20)
