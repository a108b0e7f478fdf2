"""The command menus, by role, chat and language."""

import logging

from telegram import (
    BotCommand,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
)
from telegram.error import TelegramError

from bot.domain.people import Person
from bot.services import roles
from handlers.context import Hall

_log = logging.getLogger(__name__)

CONTRACTOR = ("work", "pay", "standing", "settings", "support", "help")
COORDINATOR = (*CONTRACTOR, "projects", "call", "review", "groups", "batches")
ADMIN = (*COORDINATOR, "people", "appeals", "detectors", "payrun", "roles", "journal", "health")
GROUP = ("call",)


def names_for(person: Person) -> tuple[str, ...]:
    """The commands in the person's own menu, by the roles held."""
    if person.is_admin:
        return ADMIN
    arbitrates = ("appeals",) if person.may_arbitrate else ()
    if person.may_coordinate():
        return (*COORDINATOR, *arbitrates)
    judges = ("review",) if person.may_review() else ()
    speaks = ("batches",) if person.speaks_for_client() else ()
    return (*CONTRACTOR, *judges, *speaks, *arbitrates)


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
    holders = {one.person.id: one.person for one in await roles.everybody(hall.db)}
    for person in holders.values():
        await set_new_menu(hall, person)


async def set_new_menu(hall: Hall, person: Person) -> None:
    """As `set_own_menu`, but for those away or never met, who get theirs with /start."""
    if person.unreachable_since is None:
        await set_own_menu(hall, person)


async def set_own_menu(hall: Hall, person: Person) -> None:
    """Give the person the menu of the roles held, or the one of everybody where none is."""
    if person.telegram_id is None:
        return
    only = BotCommandScopeChat(person.telegram_id)
    try:
        names = names_for(person)
        if names != CONTRACTOR:
            await hall.bot.set_my_commands(_menu(hall, person.language, names), scope=only)
        else:
            await hall.bot.delete_my_commands(scope=only)
    except TelegramError as error:
        # Menus are a convenience.
        _log.info("the menu of person %d was not set: %s", person.id, error.message)
