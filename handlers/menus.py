"""The command menus, by role, chat and language."""

from telegram import (
    BotCommand,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
)
from telegram.error import BadRequest

from bot.domain.people import Role
from bot.services import roles
from handlers.context import Hall

CONTRACTOR = ("work", "settings", "help")
COORDINATOR = (*CONTRACTOR, "projects", "call", "groups")
ADMIN = (*COORDINATOR, "roles", "health")
GROUP = ("call",)


def _menu(hall: Hall, language: str, names: tuple[str, ...]) -> list[BotCommand]:
    words = hall.words(language)
    return [BotCommand(name, words(f"command-{name}")) for name in names]


async def set_menus(hall: Hall) -> None:
    """Tell Telegram the menus: for everybody in each language, for who has more in theirs."""
    default = hall.rules.language
    for scope, names in (
        (BotCommandScopeAllPrivateChats(), CONTRACTOR),
        (BotCommandScopeAllGroupChats(), GROUP),
    ):
        await hall.bot.set_my_commands(_menu(hall, default, names), scope=scope)
        for language in hall.texts.languages:
            if len(language) == 2:  # Telegram takes two-letter codes only
                menu = _menu(hall, language, names)
                await hall.bot.set_my_commands(menu, scope=scope, language_code=language)
    for holder in await roles.everybody(hall.db):
        if holder.person.telegram_id is None:
            continue
        if holder.role not in (Role.admin, Role.coordinator):
            continue
        mine = ADMIN if holder.role is Role.admin else COORDINATOR
        menu = _menu(hall, holder.person.language, mine)
        only = BotCommandScopeChat(holder.person.telegram_id)
        try:
            await hall.bot.set_my_commands(menu, scope=only)
        except BadRequest:
            # Somebody who never wrote to the bot has no chat yet; the menu comes with /start.
            continue
