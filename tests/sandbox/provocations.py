"""What a bot does to be refused, one function per way."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, MessageEntity

from sandbox import Chat, Person, Sandbox


@dataclass(frozen=True)
class Scene:
    sandbox: Sandbox
    bot: Bot
    ada: Person
    hall: Chat

    async def say(self, text: str = "hello", **more: Any) -> int:
        message = await self.bot.send_message(self.ada.id, text, **more)
        return message.message_id

    async def last_from_ada(self) -> int:
        message = await self.ada.send("mine")
        return message.id


Provocation = Callable[[Scene], Awaitable[object]]


def keyboard(*rows: list[InlineKeyboardButton]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(rows)


def tappable(label: str = "Go", data: str = "go") -> InlineKeyboardButton:
    return InlineKeyboardButton(label, callback_data=data)


def entity(kind: str, offset: int, length: int, **more: Any) -> MessageEntity:
    return MessageEntity(kind, offset, length, **more)


async def edit_unchanged(scene: Scene) -> None:
    number = await scene.say("same", reply_markup=keyboard([tappable()]))
    await scene.bot.edit_message_text(
        "same", scene.ada.id, number, reply_markup=keyboard([tappable()])
    )


async def edit_anothers(scene: Scene) -> None:
    await scene.bot.edit_message_text("x", scene.ada.id, await scene.last_from_ada())


async def edit_deleted(scene: Scene) -> None:
    number = await scene.say()
    await scene.bot.delete_message(scene.ada.id, number)
    await scene.bot.edit_message_text("x", scene.ada.id, number)


async def edit_text_of_a_file(scene: Scene) -> None:
    message = await scene.bot.send_document(scene.ada.id, b"bytes", filename="a.txt")
    await scene.bot.edit_message_text("x", scene.ada.id, message.message_id)


async def edit_caption_of_a_text(scene: Scene) -> None:
    await scene.bot.edit_message_caption(scene.ada.id, await scene.say(), caption="x")


async def delete_old(scene: Scene) -> None:
    number = await scene.say()
    scene.sandbox.clock.move(timedelta(hours=49))
    await scene.bot.delete_message(scene.ada.id, number)


async def delete_anothers_without_rights(scene: Scene) -> None:
    scene.sandbox.demote_bot(scene.hall, by=scene.ada)
    message = await scene.ada.send("/hello", chat=scene.hall)
    await scene.bot.delete_message(scene.hall.id, message.id)


async def forward_protected(scene: Scene) -> None:
    number = await scene.say(protect_content=True)
    await scene.bot.forward_message(scene.ada.id, scene.ada.id, number)


async def copy_protected(scene: Scene) -> None:
    number = await scene.say(protect_content=True)
    await scene.bot.copy_message(scene.ada.id, scene.ada.id, number)


async def write_first(scene: Scene) -> None:
    await scene.bot.send_message(scene.sandbox.person("New").id, "hello")


async def write_to_blocker(scene: Scene) -> None:
    scene.ada.block()
    await scene.say()


async def edit_for_blocker(scene: Scene) -> None:
    number = await scene.say()
    scene.ada.block()
    await scene.bot.edit_message_text("x", scene.ada.id, number)


async def write_to_deleted(scene: Scene) -> None:
    scene.ada.delete_account()
    await scene.say()


async def write_after_removal(scene: Scene) -> None:
    scene.sandbox.remove_bot(scene.hall, by=scene.ada)
    await scene.bot.send_message(scene.hall.id, "hello")


async def write_to_a_strange_group(scene: Scene) -> None:
    other = scene.sandbox.group("Other", creator=scene.ada)
    await scene.bot.send_message(other.id, "hello")


async def write_to_a_channel_as_member(scene: Scene) -> None:
    channel = scene.sandbox.channel("News", creator=scene.ada)
    scene.sandbox.add_bot(channel, by=scene.ada, admin=False)
    await scene.bot.send_message(channel.id, "hello")


async def pin_without_rights(scene: Scene) -> None:
    message = await scene.bot.send_message(scene.hall.id, "hello")
    scene.sandbox.demote_bot(scene.hall, by=scene.ada)
    await scene.bot.pin_chat_message(scene.hall.id, message.message_id)


async def ban_without_rights(scene: Scene) -> None:
    scene.sandbox.demote_bot(scene.hall, by=scene.ada)
    await scene.bot.ban_chat_member(scene.hall.id, next(iter(scene.hall.members)))


async def invite_without_rights(scene: Scene) -> None:
    scene.sandbox.demote_bot(scene.hall, by=scene.ada)
    await scene.bot.create_chat_invite_link(scene.hall.id)


async def poll_with_webhook(scene: Scene) -> None:
    await scene.bot.set_webhook("https://example.org/hook")
    await scene.bot.get_updates()


async def ask_for_a_huge_file(scene: Scene) -> None:
    message = await scene.ada.upload("big.bin", bytes(20 * 1024 * 1024 + 1))
    assert message.document is not None
    await scene.bot.get_file(message.document.file_id)


def sending(text: str = "hello", **more: Any) -> Provocation:
    return lambda scene: scene.bot.send_message(scene.ada.id, text, **more)


def with_keyboard(*rows: list[InlineKeyboardButton]) -> Provocation:
    return sending(reply_markup=keyboard(*rows))


def to_chat(chat_id: int | str) -> Provocation:
    return lambda scene: scene.bot.send_message(chat_id, "hello")


def html(text: str) -> Provocation:
    return sending(text, parse_mode="HTML")
