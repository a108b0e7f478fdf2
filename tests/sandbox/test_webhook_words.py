"""What setWebhook takes and refuses, and what getWebhookInfo tells."""

from typing import Any

import pytest
from telegram import Bot
from telegram.error import BadRequest

from sandbox import Sandbox

PORT_WORDS = "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443"
HTTPS_WORDS = "bad webhook: An HTTPS URL must be provided for webhook"
SECRET_WORDS = "secret token contains unallowed characters"


@pytest.mark.parametrize(
    ("url", "more", "words"),
    [
        ("http://example.org/hook", {}, HTTPS_WORDS),
        ("example.org", {}, HTTPS_WORDS),
        ("https://example.org:8080/hook", {}, PORT_WORDS),
        ("ftp://example.org/", {}, "invalid webhook URL specified"),
        ("https://", {}, "invalid webhook URL specified"),
        ("https://example.org:99999/", {}, "invalid webhook URL specified"),
        ("https://example.org", {"secret_token": "x" * 257}, "secret token is too long"),
        ("https://example.org", {"secret_token": "a b"}, SECRET_WORDS),
        ("https://example.org", {"secret_token": "ключ"}, SECRET_WORDS),
    ],
)
async def test_a_wrong_webhook_is_refused_and_nothing_is_set(
    sandbox: Sandbox, bot: Bot, url: str, more: dict[str, Any], words: str
) -> None:
    with pytest.raises(BadRequest):
        await bot.set_webhook(url, **more)
    assert sandbox.refusals[-1].description == f"Bad Request: {words}"
    assert (await bot.get_webhook_info()).url == ""


@pytest.mark.parametrize(
    "url",
    [
        *("https://example.org", "https://example.org:8443/a?b=c", "https://example.org:88"),
        *("http://127.0.0.1:1/hook", "http://localhost:1", "http://[::1]:1/hook"),
    ],
)
async def test_addresses_that_are_taken(bot: Bot, url: str) -> None:
    assert await bot.set_webhook(url, secret_token="x" * 256, ip_address="10.1.2.3")
    assert (await bot.get_webhook_info()).url == url


@pytest.mark.parametrize(("asked", "given"), [(None, 40), (0, 1), (7, 7), (100, 100), (500, 100)])
async def test_connections_are_kept_within_bounds(bot: Bot, asked: int | None, given: int) -> None:
    await bot.set_webhook("https://example.org", max_connections=asked)
    assert (await bot.get_webhook_info()).max_connections == given


async def test_what_the_info_tells(bot: Bot) -> None:
    before = await bot.get_webhook_info()
    assert (before.url, before.max_connections, before.allowed_updates) == ("", None, ())
    await bot.set_webhook("https://example.org", allowed_updates=["message", "callback_query"])
    info = await bot.get_webhook_info()
    assert set(info.allowed_updates) == {"message", "callback_query"}
    assert info.last_error_message is None
    assert not info.has_custom_certificate
    await bot.set_webhook("https://example.org", certificate=b"-----BEGIN CERTIFICATE-----")
    assert (await bot.get_webhook_info()).has_custom_certificate
    await bot.set_webhook("")
    after = await bot.get_webhook_info()
    assert (after.url, set(after.allowed_updates)) == ("", {"message", "callback_query"})


async def test_kinds_that_were_not_asked_for_are_not_queued(sandbox: Sandbox, bot: Bot) -> None:
    await bot.set_webhook("https://example.org", allowed_updates=["callback_query"])
    await sandbox.person("Ada").start()
    assert (await bot.get_webhook_info()).pending_update_count == 0
