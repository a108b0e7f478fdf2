"""Texts, keyboards and entities that Telegram refuses, and its words."""

from telegram import InlineKeyboardButton, ReplyParameters, WebAppInfo
from telegram.error import BadRequest, TelegramError

from tests.sandbox.provocations import (
    Provocation,
    entity,
    html,
    keyboard,
    sending,
    tappable,
    to_chat,
    with_keyboard,
)

CONTENT: list[tuple[str, Provocation, type[TelegramError], str]] = [
    ("text too long", sending("x" * 4097), BadRequest, "message is too long"),
    ("empty text", sending(" \n "), BadRequest, "message text is empty"),
    (
        "empty after parsing",
        html("<b> </b>"),
        BadRequest,
        "message text is empty",
    ),
    (
        "caption too long",
        lambda scene: scene.bot.send_document(
            scene.ada.id, b"x", filename="a.txt", caption="x" * 1025
        ),
        BadRequest,
        "message caption is too long",
    ),
    ("unknown chat", to_chat(12345), BadRequest, "chat not found"),
    ("chat by unknown name", to_chat("@nobody_here"), BadRequest, "chat not found"),
    ("no chat", to_chat(""), BadRequest, "chat_id is empty"),
    (
        "missing reply target",
        sending(reply_parameters=ReplyParameters(999)),
        BadRequest,
        "message to be replied not found",
    ),
    (
        "missing topic",
        sending(message_thread_id=999),
        BadRequest,
        "message thread not found",
    ),
    (
        "paid broadcast without Stars",
        sending(allow_paid_broadcast=True),
        BadRequest,
        "FLOODSKIP_NOT_ALLOWED",
    ),
    (
        "callback data of 65 bytes",
        with_keyboard([tappable(data="é" * 32 + "x")]),
        BadRequest,
        "BUTTON_DATA_INVALID",
    ),
    (
        "button without an action",
        with_keyboard([InlineKeyboardButton("Go")]),
        BadRequest,
        "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ),
    (
        "button without a label",
        with_keyboard([tappable(" ")]),
        BadRequest,
        "BUTTON_TEXT_INVALID",
    ),
    (
        "button of an unknown style",
        with_keyboard([InlineKeyboardButton("Go", callback_data="x", style="golden")]),
        BadRequest,
        "BUTTON_STYLE_INVALID",
    ),
    (
        "wrong url of a button",
        with_keyboard([InlineKeyboardButton("Go", url="nowhere")]),
        BadRequest,
        "inline keyboard button URL 'nowhere' is invalid: Wrong HTTP URL",
    ),
    (
        "protocol of a button",
        with_keyboard([InlineKeyboardButton("Go", url="ftp://example.org")]),
        BadRequest,
        "inline keyboard button URL 'ftp://example.org' is invalid: Unsupported URL protocol",
    ),
    (
        "101 buttons",
        with_keyboard(*[[tappable()]] * 101),
        BadRequest,
        "reply markup is too long",
    ),
    ("nine in a row", with_keyboard([tappable()] * 9), BadRequest, "reply markup is too long"),
    (
        "web app in a group",
        lambda scene: scene.bot.send_message(
            scene.hall.id,
            "x",
            reply_markup=keyboard(
                [InlineKeyboardButton("Go", web_app=WebAppInfo("https://example.org"))]
            ),
        ),
        BadRequest,
        "BUTTON_TYPE_INVALID",
    ),
    (
        "unknown tag",
        html("<script>x</script>"),
        BadRequest,
        'can\'t parse entities: Unsupported start tag "script" at byte offset 0',
    ),
    (
        "tag left open",
        html("<b>x"),
        BadRequest,
        "can't parse entities: Can't find end tag corresponding to start tag \"b\"",
    ),
    (
        "tags that cross",
        html("é<b><i>x</b></i>"),
        BadRequest,
        'can\'t parse entities: Unmatched end tag at byte offset 9, expected "</i>", found "</b>"',
    ),
    (
        "end tag alone",
        html("x</b>"),
        BadRequest,
        "can't parse entities: Unexpected end tag at byte offset 1",
    ),
    (
        "unknown parse mode",
        sending("x", parse_mode="BBCode"),
        BadRequest,
        "unsupported parse_mode",
    ),
    (
        "entity that begins past the end",
        sending("hello", entities=[entity("bold", 100, 1)]),
        BadRequest,
        "entity begins after the end of the text at UTF-16 offset 100",
    ),
    (
        "entity that ends past the end",
        sending("hello", entities=[entity("bold", 0, 6)]),
        BadRequest,
        "entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 6",
    ),
    (
        "entity with a negative offset",
        sending("hello", entities=[entity("bold", -1, 1)]),
        BadRequest,
        "receive an entity with incorrect offset -1",
    ),
    (
        "entity in the middle of a symbol",
        sending("👍👍", entities=[entity("bold", 1, 2)]),
        BadRequest,
        "entity begins in a middle of a UTF-16 symbol at UTF-16 offset 1",
    ),
    (
        "unknown entity",
        sending("hello", entities=[entity("sparkling", 0, 1)]),
        BadRequest,
        "can't parse MessageEntity: Unsupported type specified",
    ),
    (
        "entity with a wrong link",
        sending("hello", entities=[entity("text_link", 0, 5, url="nowhere")]),
        BadRequest,
        "entity URL 'nowhere' is invalid: Wrong HTTP URL",
    ),
]
