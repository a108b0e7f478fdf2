"""The two bots that the traffic benchmark compares, each as a process of its own.

`python -m benchmarks.under_test ours` is this bot with its sending limits off, set up by the
environment. `... bare URL TOKEN SCRIPT` is a bot of the same library on the same client that
makes, for each tap, the calls that the script names; it keeps nothing and decides nothing.
"""

import asyncio
import json
import logging
import os
import sys
from pathlib import Path
from typing import Any

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    MessageEntity,
    Update,
)
from telegram.ext import Application, CallbackQueryHandler, ContextTypes, ExtBot

from handlers.client import AiohttpRequest

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
Script = dict[str, list[tuple[str, dict[str, Any]]]]


def main() -> None:
    """Be the bot that the first argument names."""
    logging.basicConfig(level=logging.WARNING)
    if sys.argv[1] == "ours":
        asyncio.run(_ours())
    else:
        _bare(*sys.argv[2:])


async def _ours() -> None:
    from bot.app import running
    from bot.settings import Settings

    async with running(Settings.read(os.environ), limited=False):
        await asyncio.Event().wait()


def _bare(url: str, token: str, script: str) -> None:
    calls: Script = json.loads(Path(script).read_text())
    bot: ExtBot[None] = ExtBot(
        token=token, base_url=f"{url}/bot", request=AiohttpRequest(),
        get_updates_request=AiohttpRequest(connections=2),
    )  # fmt: skip

    async def tapped(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        query = update.callback_query
        for method, params in calls[query.id] if query else ():
            await _call(context.bot, method, params)

    app = Application.builder().bot(bot).concurrent_updates(True).build()
    app.add_handler(CallbackQueryHandler(tapped))
    app.run_polling(timeout=30)


async def _call(bot: Any, method: str, params: dict[str, Any]) -> None:
    if method == "answerCallbackQuery":
        await bot.answer_callback_query(
            params["callback_query_id"], params.get("text"), show_alert=params.get("show_alert"),
            url=params.get("url"),
        )  # fmt: skip
        return
    content = {
        "chat_id": params["chat_id"],
        "entities": [MessageEntity(**one) for one in params.get("entities") or ()],
        "reply_markup": _markup(params.get("reply_markup")),
        "link_preview_options": _NO_PREVIEW,
    }
    if method == "editMessageText":
        await bot.edit_message_text(params["text"], message_id=params["message_id"], **content)
    else:
        silent = params.get("disable_notification")
        await bot.send_message(text=params["text"], disable_notification=silent, **content)


def _markup(given: dict[str, Any] | None) -> InlineKeyboardMarkup | None:
    if not given:
        return None
    rows = given["inline_keyboard"]
    return InlineKeyboardMarkup([[InlineKeyboardButton(**one) for one in row] for row in rows])


if __name__ == "__main__":
    main()
