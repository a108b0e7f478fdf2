import pytest
from telegram import Bot
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from sandbox import Chat, Faults, Person, Sandbox
from sandbox.refusal import NOT_THE_BOTS_FAULT


@pytest.mark.parametrize(
    ("kind", "error", "arrived"),
    [
        ("429:35", RetryAfter, False),
        ("403 blocked", Forbidden, False),
        ("502", NetworkError, False),
        ("cut before", NetworkError, False),
        ("cut after", NetworkError, True),
    ],
)
async def test_a_call_fails_as_planned_and_only_once(
    sandbox: Sandbox, bot: Bot, ada: Person, kind: str, error: type[TelegramError], arrived: bool
) -> None:
    sandbox.faults.next("sendMessage", kind)
    with pytest.raises(error):
        await bot.send_message(ada.id, "first")
    texts = [message.text for message in ada.inbox() if message.from_bot]
    assert texts == (["first"] if arrived else [])
    await bot.send_message(ada.id, "second")
    assert sandbox.refusals[0].fault
    assert sandbox.refused_calls() == []


async def test_a_migration_made_on_purpose_is_a_real_one(
    sandbox: Sandbox, bot: Bot, hall: Chat
) -> None:
    sandbox.faults.next("send*", "400 migrated")
    with pytest.raises(ChatMigrated) as moved:
        await bot.send_message(hall.id, "hello")
    await bot.send_message(moved.value.new_chat_id, "hello")
    assert hall.migrated_to is not None
    assert hall.migrated_to.id == moved.value.new_chat_id


async def test_a_slow_call_takes_its_time(sandbox: Sandbox, bot: Bot, ada: Person) -> None:
    sandbox.faults.next("sendMessage", "slow:5")
    with pytest.raises(TimedOut):
        await bot.send_message(ada.id, "hello", read_timeout=0.05)
    assert not any(message.from_bot for message in ada.inbox())


async def test_only_the_named_methods_fail(sandbox: Sandbox, bot: Bot, ada: Person) -> None:
    sandbox.faults.next("edit*", "502")
    message = await bot.send_message(ada.id, "hello")
    with pytest.raises(NetworkError):
        await bot.edit_message_text("x", ada.id, message.message_id)


async def test_a_rate_of_faults_is_seeded(bot: Bot, ada: Person) -> None:
    def failures(seed: int) -> list[bool]:
        faults = Faults(seed)
        faults.rate("502", 0.3)
        return [faults.pick("sendMessage") is not None for _ in range(200)]

    assert 30 < sum(failures(1)) < 90
    assert failures(1) == failures(1)
    assert failures(1) != failures(2)


async def test_a_rate_can_be_ended(sandbox: Sandbox, bot: Bot, ada: Person) -> None:
    sandbox.faults.rate("429:1", 1.0, "sendMessage")
    with pytest.raises(RetryAfter):
        await bot.send_message(ada.id, "hello")
    sandbox.faults.rate("429:1", 0.0, "sendMessage")
    await bot.send_message(ada.id, "hello")


async def test_a_duplicated_update_comes_again_after_it_was_acknowledged(
    sandbox: Sandbox, bot: Bot, ada: Person
) -> None:
    sandbox.faults.duplicate_updates(1.0)
    (first,) = await bot.get_updates()
    (again,) = await bot.get_updates(first.update_id + 1)
    assert again.update_id == first.update_id
    assert await bot.get_updates(first.update_id + 1) == ()


async def test_updates_come_out_of_order_and_complete(
    sandbox: Sandbox, bot: Bot, ada: Person
) -> None:
    for number in range(20):
        await ada.send(f"message {number}")
    sandbox.faults.reorder_updates(1.0)
    numbers = [update.update_id for update in await bot.get_updates()]
    assert numbers != sorted(numbers)
    assert len(set(numbers)) == 21


@pytest.mark.parametrize("kind", ["500", "429", "slow", "cut", ""])
def test_an_unknown_fault_is_named(kind: str) -> None:
    with pytest.raises(ValueError, match=r"unknown fault"):
        Faults().next("*", kind)


@pytest.mark.parametrize("probability", [-0.1, 1.1])
def test_a_probability_is_one(probability: float) -> None:
    for plan in (Faults().duplicate_updates, Faults().reorder_updates):
        with pytest.raises(ValueError, match=r"probability"):
            plan(probability)


async def test_blocking_on_purpose_names_no_chat_that_is_not_there(
    sandbox: Sandbox, bot: Bot
) -> None:
    sandbox.faults.next("sendMessage", "403 blocked")
    with pytest.raises(BadRequest, match=r"(?i)chat not found"):
        await bot.send_message(1, "hello")
    assert not sandbox.refusals[0].description.endswith(NOT_THE_BOTS_FAULT)
