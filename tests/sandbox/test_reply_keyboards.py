"""Keyboards below the field, and people who are chosen with them."""

import pytest
from telegram import (
    Bot,
    KeyboardButton,
    KeyboardButtonRequestUsers,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)
from telegram.error import BadRequest

from sandbox import Chat, Person, Sandbox

ASK = KeyboardButtonRequestUsers(7, user_is_bot=False, request_name=True)


def keyboard(*buttons: KeyboardButton) -> ReplyKeyboardMarkup:
    return ReplyKeyboardMarkup([[one] for one in buttons])


async def test_a_person_who_is_chosen_comes_to_the_bot_with_what_it_asked_for(
    sandbox: Sandbox, bot: Bot, ada: Person
) -> None:
    ben = sandbox.person("Ben", username="ben")
    await bot.get_updates()
    sent = await bot.send_message(
        ada.id, "Who?", reply_markup=keyboard(KeyboardButton("Choose", request_users=ASK))
    )
    assert sent.reply_markup is None
    await ada.choose("Choose", ben)
    update = (await bot.get_updates())[-1]
    assert update.message is not None
    chosen = update.message.users_shared
    assert chosen is not None
    assert (chosen.request_id, chosen.users[0].user_id) == (7, ben.id)
    assert (chosen.users[0].first_name, chosen.users[0].username) == ("Ben", None)
    await bot.send_message(ada.id, "Thanks.", reply_markup=ReplyKeyboardRemove())
    with pytest.raises(LookupError):
        await ada.choose("Choose", ben)


async def test_one_person_is_chosen_unless_more_were_asked_for(
    sandbox: Sandbox, bot: Bot, ada: Person
) -> None:
    others = [sandbox.person("Ben"), sandbox.person("Cleo")]
    one = keyboard(KeyboardButton("Choose", request_users=ASK))
    await bot.send_message(ada.id, "Who?", reply_markup=one)
    with pytest.raises(ValueError, match="2 people"):
        await ada.choose("Choose", *others)


async def test_what_telegram_refuses_is_refused(bot: Bot, ada: Person, hall: Chat) -> None:
    asking = KeyboardButton("Choose", request_users=ASK)
    with pytest.raises(BadRequest, match="in private chats only"):
        await bot.send_message(hall.id, "Who?", reply_markup=keyboard(asking))
    with pytest.raises(BadRequest, match="unique"):
        await bot.send_message(ada.id, "Who?", reply_markup=keyboard(asking, asking))
    for wrong in (
        {"request_id": 2**31},
        {"request_id": "x"},
        {},
        {"request_id": 1, "max_quantity": 11},
    ):
        button = KeyboardButton("Choose", api_kwargs={"request_users": wrong})
        with pytest.raises(BadRequest):
            await bot.send_message(ada.id, "Who?", reply_markup=keyboard(button))
