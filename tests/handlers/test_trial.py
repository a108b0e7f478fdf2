"""What `hiringhall check` says of Telegram: who the bot is, and whether its calls come through."""

from collections.abc import AsyncIterator

import pytest

from bot.domain.findings import Finding
from handlers.client import HallBot, make_bot
from handlers.trial import introduce
from sandbox import Sandbox

# Nothing listens there: each call of Telegram fails.
DEAF = "http://127.0.0.1:9/hook"


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox() as running:
        yield running


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[HallBot]:
    made = make_bot(sandbox.token, sandbox.url, None)
    await made.initialize()
    yield made
    await made.shutdown()


async def told(sandbox: Sandbox, webhook_url: str | None = None) -> list[Finding]:
    found = await introduce(
        sandbox.token, sandbox.url, webhook_url=webhook_url, now=sandbox.clock.now()
    )
    assert found[0].well
    assert sandbox.token.partition(":")[0] in found[0].text
    return found[1:]


async def test_without_a_webhook_anywhere_we_ask_for_updates(sandbox: Sandbox) -> None:
    await sandbox.person("Ada").start()
    (only,) = await told(sandbox)
    assert only == Finding(True, "webhook: none, we ask for updates; 1 updates wait at Telegram")


async def test_a_webhook_that_is_set_by_the_next_start_is_no_fault(sandbox: Sandbox) -> None:
    (only,) = await told(sandbox, DEAF)
    assert only.well
    assert "the next start does that" in only.text


@pytest.mark.parametrize("ours", [None, "https://hall.example.org/hook"])
async def test_an_address_that_is_not_ours_is_a_fault_and_its_path_is_not_told(
    sandbox: Sandbox, bot: HallBot, ours: str | None
) -> None:
    await bot.set_webhook("https://other.example.org/secret-path")
    (only,) = await told(sandbox, ours)
    assert not only.well
    assert "another address, at other.example.org" in only.text
    assert "secret-path" not in only.text


async def test_a_call_that_failed_within_the_hour_is_told(sandbox: Sandbox, bot: HallBot) -> None:
    await bot.set_webhook(DEAF)
    assert [one.well for one in await told(sandbox, DEAF)] == [True]
    await sandbox.person("Ada").start()
    while (await bot.get_webhook_info()).last_error_date is None:
        pass  # each question lets the sandbox go on
    fine, failed = await told(sandbox, DEAF)
    assert fine.well
    assert not failed.well
    assert "a call failed 0 min ago" in failed.text


async def test_a_token_that_is_refused_says_what_to_do(sandbox: Sandbox) -> None:
    token = "1:" + "x" * 35
    (only,) = await introduce(token, sandbox.url, webhook_url=None, now=sandbox.clock.now())
    assert not only.well
    assert "get a new one from @BotFather" in only.text
    assert token not in only.text
