"""Acts that Telegram refuses, and its words."""

from telegram import BotCommand
from telegram.error import BadRequest, Conflict, Forbidden, TelegramError

from sandbox.callbacks import TOO_OLD
from sandbox.methods.editing import UNCHANGED
from sandbox.methods.polling import WEBHOOK_ACTIVE
from tests.sandbox.provocations import (
    Provocation,
    ask_for_a_huge_file,
    ban_without_rights,
    copy_protected,
    delete_anothers_without_rights,
    delete_old,
    edit_anothers,
    edit_caption_of_a_text,
    edit_deleted,
    edit_for_blocker,
    edit_text_of_a_file,
    edit_unchanged,
    forward_protected,
    invite_without_rights,
    pin_without_rights,
    poll_with_webhook,
    write_after_removal,
    write_first,
    write_to_a_channel_as_member,
    write_to_a_strange_group,
    write_to_blocker,
    write_to_deleted,
)

ACTS: list[tuple[str, Provocation, type[TelegramError], str]] = [
    ("unchanged edit", edit_unchanged, BadRequest, UNCHANGED),
    ("edit of another's message", edit_anothers, BadRequest, "message can't be edited"),
    ("edit of a deleted message", edit_deleted, BadRequest, "message to edit not found"),
    (
        "text of a file",
        edit_text_of_a_file,
        BadRequest,
        "there is no text in the message to edit",
    ),
    (
        "caption of a text",
        edit_caption_of_a_text,
        BadRequest,
        "there is no caption in the message to edit",
    ),
    ("old message", delete_old, BadRequest, "message can't be deleted for everyone"),
    (
        "delete another's without rights",
        delete_anothers_without_rights,
        BadRequest,
        "message can't be deleted",
    ),
    (
        "delete what is not there",
        lambda scene: scene.bot.delete_message(scene.ada.id, 999),
        BadRequest,
        "message to delete not found",
    ),
    ("forward protected", forward_protected, BadRequest, "message can't be forwarded"),
    ("copy protected", copy_protected, BadRequest, "message can't be copied"),
    (
        "answer to an unknown query",
        lambda scene: scene.bot.answer_callback_query("123"),
        BadRequest,
        TOO_OLD,
    ),
    (
        "answer too long",
        lambda scene: scene.bot.answer_callback_query("123", text="x" * 201),
        BadRequest,
        "MESSAGE_TOO_LONG",
    ),
    (
        "answer with a foreign link",
        lambda scene: scene.bot.answer_callback_query("123", url="https://t.me/other?start=x"),
        BadRequest,
        "URL_INVALID",
    ),
    (
        "deep link with a payload of 65",
        lambda scene: scene.bot.answer_callback_query(
            "123", url=f"https://t.me/{scene.bot.username}?start={'x' * 65}"
        ),
        BadRequest,
        "URL_INVALID",
    ),
    (
        "picture that is none",
        lambda scene: scene.bot.send_photo(scene.ada.id, b"not a picture"),
        BadRequest,
        "IMAGE_PROCESS_FAILED",
    ),
    (
        "empty file",
        lambda scene: scene.bot.send_document(scene.ada.id, b"", filename="empty.txt"),
        BadRequest,
        "file must be non-empty",
    ),
    (
        "unknown file",
        lambda scene: scene.bot.send_document(scene.ada.id, "NoSuchFileId"),
        BadRequest,
        "wrong file identifier/HTTP URL specified",
    ),
    ("file too large to fetch", ask_for_a_huge_file, BadRequest, "file is too big"),
    (
        "command with a capital",
        lambda scene: scene.bot.set_my_commands([BotCommand("Work", "d")]),
        BadRequest,
        "BOT_COMMAND_INVALID",
    ),
    (
        "101 commands",
        lambda scene: scene.bot.set_my_commands([("work", "d")] * 101),
        BadRequest,
        "BOT_COMMANDS_TOO_MUCH",
    ),
    (
        "command without a description",
        lambda scene: scene.bot.set_my_commands([("work", " ")]),
        BadRequest,
        "BOT_COMMAND_DESCRIPTION_INVALID",
    ),
    (
        "pin without rights",
        pin_without_rights,
        BadRequest,
        "not enough rights to manage pinned messages in the chat",
    ),
    (
        "ban without rights",
        ban_without_rights,
        BadRequest,
        "not enough rights to restrict/unrestrict chat member",
    ),
    (
        "invite without rights",
        invite_without_rights,
        BadRequest,
        "not enough rights to manage chat invite link",
    ),
    (
        "channel without rights",
        write_to_a_channel_as_member,
        BadRequest,
        "need administrator rights in the channel chat",
    ),
    (
        "writing first",
        write_first,
        Forbidden,
        "bot can't initiate conversation with a user",
    ),
    ("blocked", write_to_blocker, Forbidden, "bot was blocked by the user"),
    ("edit for a blocker", edit_for_blocker, Forbidden, "bot was blocked by the user"),
    ("deleted account", write_to_deleted, Forbidden, "user is deactivated"),
    ("kicked", write_after_removal, Forbidden, "bot was kicked from the supergroup chat"),
    (
        "never a member",
        write_to_a_strange_group,
        Forbidden,
        "bot is not a member of the supergroup chat",
    ),
    ("webhook and polling", poll_with_webhook, Conflict, WEBHOOK_ACTIVE.partition(": ")[2]),
]
