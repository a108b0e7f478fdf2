from datetime import timedelta

import pytest
from aiohttp import ClientSession
from telegram import Bot
from telegram.error import BadRequest, ChatMigrated, EndPointNotFound, TelegramError

from sandbox import Person, Sandbox
from tests.sandbox.provocations import keyboard, tappable


async def test_a_second_answer_and_a_late_one_are_refused(
    sandbox: Sandbox, bot: Bot, ada: Person
) -> None:
    message = await bot.send_message(ada.id, "x", reply_markup=keyboard([tappable()]))
    shown = ada.inbox()[-1]
    assert shown.id == message.message_id
    for answered_before in (True, False):
        await ada.tap(shown, "Go", wait=0)
        update = (await bot.get_updates(-1))[-1]
        assert update.callback_query is not None
        if answered_before:
            await bot.answer_callback_query(update.callback_query.id)
        else:
            sandbox.clock.move(timedelta(seconds=151))
        with pytest.raises(BadRequest, match=r"(?i)query is too old and response timeout expired"):
            await bot.answer_callback_query(update.callback_query.id)


async def test_an_upload_over_the_limit_is_refused(
    sandbox: Sandbox, bot: Bot, ada: Person
) -> None:
    with pytest.raises(TelegramError, match=r"Request Entity Too Large"):
        await bot.send_document(ada.id, bytes(50 * 1024 * 1024 + 1), filename="huge.bin")
    assert sandbox.refusals[-1].code == 413


async def test_an_upgraded_group_names_its_new_id(sandbox: Sandbox, bot: Bot, ada: Person) -> None:
    old = sandbox.group("Small", creator=ada, kind="group")
    sandbox.add_bot(old, by=ada)
    new = sandbox.upgrade_group(old)
    with pytest.raises(ChatMigrated) as refused:
        await bot.send_message(old.id, "hello")
    assert refused.value.new_chat_id == new.id
    await bot.send_message(new.id, "hello")
    assert [message.text for message in new.messages.values()][-1] == "hello"


async def test_what_telegram_does_not_know_is_not_found(sandbox: Sandbox, bot: Bot) -> None:
    with pytest.raises(EndPointNotFound):
        await bot.do_api_request("makeCoffee")
    assert sandbox.refusals[-1].description == "Not Found"


async def test_unknown_and_missing_parameters_are_refused(bot: Bot, ada: Person) -> None:
    with pytest.raises(BadRequest, match=r"(?i)unknown parameter colour"):
        await bot.send_message(ada.id, "hello", api_kwargs={"colour": "red"})


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"text": "hello"}, "chat_id is empty"),
        ({"chat_id": "1"}, "message text is empty"),
        ({"chat_id": "1", "text": "hello", "reply_markup": "{"}, "chat not found"),
    ],
)
async def test_what_is_missing_is_named(
    sandbox: Sandbox, sent: dict[str, str], words: str
) -> None:
    async with ClientSession(f"{sandbox.url}/bot{sandbox.token}/") as http:
        for call in (
            http.post("sendMessage", data=sent),
            http.post("sendMessage", json=sent),
            http.get("sendMessage", params=sent),
        ):
            async with call as response:
                assert response.status == 400
                assert (await response.json())["description"] == f"Bad Request: {words}"


async def test_a_wrong_token_is_unauthorized(sandbox: Sandbox) -> None:
    async with ClientSession(sandbox.url) as http, http.get("/bot1:wrong/getMe") as response:
        assert response.status == 401
        assert await response.json() == {
            "ok": False,
            "error_code": 401,
            "description": "Unauthorized",
        }


async def test_what_the_sandbox_does_not_model_says_so(bot: Bot, ada: Person) -> None:
    with pytest.raises(TelegramError, match=r"the sandbox does not model sendDice"):
        await bot.send_dice(ada.id)


async def test_refused_calls_are_the_bots_own_faults(
    sandbox: Sandbox, bot: Bot, ada: Person
) -> None:
    sandbox.faults.next("sendMessage", "429:3")
    for chat_id in (ada.id, sandbox.person("New").id, 999):
        with pytest.raises(TelegramError):
            await bot.send_message(chat_id, "hello")
    assert [refusal.fault for refusal in sandbox.refusals] == [True, False, False]
    assert [refusal.description for refusal in sandbox.refused_calls()] == [
        "Bad Request: chat not found"
    ]
