from datetime import timedelta

import pytest
from telegram import Bot
from telegram.error import RetryAfter

from sandbox import Limits, Person, Sandbox


def pause(refused: RetryAfter) -> timedelta:
    wait = refused.retry_after
    return wait if isinstance(wait, timedelta) else timedelta(seconds=wait)


async def flood(bot: Bot, chat_id: int, most: int) -> tuple[int, timedelta]:
    """How many messages passed before the refusal, and how long it asks to wait."""
    for sent in range(most):
        try:
            await bot.send_message(chat_id, f"message {sent}")
        except RetryAfter as refused:
            return sent, pause(refused)
    raise AssertionError(f"{most} messages passed")


def limit(sandbox: Sandbox, limits: Limits) -> None:
    sandbox.limits = limits


async def test_a_private_chat_takes_a_burst_then_one_a_second(
    sandbox: Sandbox, bot: Bot, ada: Person
) -> None:
    limit(sandbox, Limits(overall=None, chat_per_second=0.1))
    sent, wait = await flood(bot, ada.id, 20)
    assert sent == 5
    assert timedelta(seconds=1) <= wait <= timedelta(seconds=10)
    sandbox.clock.move(wait)
    await bot.send_message(ada.id, "after the wait")
    assert ada.inbox()[-1].text == "after the wait"
    assert sandbox.refused_calls() == []


async def test_a_group_takes_twenty_a_minute_and_edits_count(
    sandbox: Sandbox, bot: Bot, ada: Person
) -> None:
    group = sandbox.group("Hall", creator=ada)
    sandbox.add_bot(group, by=ada)
    limit(sandbox, Limits(overall=None))
    first = await bot.send_message(group.id, "count 0")
    for number in range(1, 20):
        await bot.edit_message_text(f"count {number}", group.id, first.message_id)
    sent, wait = await flood(bot, group.id, 5)
    assert sent == 0
    assert timedelta(seconds=50) < wait <= timedelta(seconds=60)
    sandbox.clock.move(wait)
    await bot.send_message(group.id, "after the wait")


async def test_the_overall_rate_is_obeyed_by_waiting(sandbox: Sandbox, bot: Bot) -> None:
    people = [sandbox.person(f"Person {number}") for number in range(60)]
    for person in people:
        await person.start()
    limit(sandbox, Limits(overall=(20, 40), seed=3))
    waits = 0
    for person in people:
        while not any(message.from_bot for message in person.inbox()):
            try:
                await bot.send_message(person.id, "hello")
            except RetryAfter as refused:
                waits += 1
                sandbox.clock.move(pause(refused))
    assert 1 <= waits <= 3
    assert all(refusal.code == 429 for refusal in sandbox.refusals)


async def test_private_edits_and_answers_are_free(sandbox: Sandbox, bot: Bot, ada: Person) -> None:
    message = await bot.send_message(ada.id, "0")
    limit(sandbox, Limits(overall=(1, 1), chat_burst=1))
    await bot.send_message(ada.id, "the only one")
    for number in range(1, 20):
        await bot.edit_message_text(str(number), ada.id, message.message_id)
    with pytest.raises(RetryAfter):
        await bot.send_message(ada.id, "one too many")


def test_the_hidden_rate_moves_between_its_bounds() -> None:
    limits = Limits(seed=5)
    rates = [limits.rate(second) for second in range(0, 3600, 7)]
    assert all(20 <= rate <= 40 for rate in rates)
    assert max(rates) - min(rates) > 10
    assert rates == [Limits(seed=5).rate(second) for second in range(0, 3600, 7)]
    assert rates != [Limits(seed=6).rate(second) for second in range(0, 3600, 7)]


def test_a_sandbox_has_limits_unless_they_are_switched_off() -> None:
    assert 20 <= Sandbox().limits.rate(0.0) <= 40
    off = Limits.off()
    assert [off.take(1, private=True, now=0.0) for _ in range(1000)] == [0] * 1000
