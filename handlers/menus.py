"""The command menus, by role, chat and language."""

import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta

from telegram import (
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
)
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError

from bot.domain.people import Person
from bot.services import roles
from handlers.client import wait_of
from handlers.context import Hall

_log = logging.getLogger(__name__)

CONTRACTOR = ("work", "pay", "standing", "settings", "support", "help")
COORDINATOR = (*CONTRACTOR, "desk", "projects", "call", "review", "groups", "batches", "broadcast")
ADMIN = (*COORDINATOR, "people", "appeals", "detectors", "payrun", "roles", "journal", "health")
# Who runs a group mostly coordinates its work; a coordinator who does not can type it.
IN_GROUPS_OF = ("call",)

_SCOPES: tuple[tuple[BotCommandScope, tuple[str, ...]], ...] = (
    (BotCommandScopeAllPrivateChats(), CONTRACTOR),
    (BotCommandScopeAllGroupChats(), ()),
    (BotCommandScopeAllChatAdministrators(), IN_GROUPS_OF),
)
_LETTERS = 2  # of a language that Telegram takes for a menu
_TRIES = 6


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
    """Tell Telegram the menus: for everybody in each language, for who has more in theirs.

    Telegram is waited for where it is slow or away; a person's menu is tried once.
    """
    for language in (None, *(one for one in hall.texts.languages if len(one) == _LETTERS)):
        for scope, names in _SCOPES:
            menu = _menu(hall, language or hall.rules.language, names)
            await _insist(hall, _told(hall, menu, scope, language))
    holders = {one.person.id: one.person for one in await roles.everybody(hall.db)}
    for person in holders.values():
        await set_new_menu(hall, person)


def _told(
    hall: Hall, menu: list[BotCommand], scope: BotCommandScope, language: str | None
) -> Callable[[], Awaitable[object]]:
    if not menu:
        return lambda: hall.bot.delete_my_commands(scope=scope, language_code=language)
    return lambda: hall.bot.set_my_commands(menu, scope=scope, language_code=language)


async def _insist(hall: Hall, tell: Callable[[], Awaitable[object]]) -> None:
    for attempt in range(_TRIES):
        try:
            await tell()
        except RetryAfter as error:
            pause = wait_of(error)
        except NetworkError as error:
            if isinstance(error, BadRequest) or attempt == _TRIES - 1:
                raise
            pause = timedelta(seconds=2**attempt)
        else:
            return
        await hall.clock.sleep_until(hall.clock.now() + pause)


async def set_new_menu(hall: Hall, person: Person) -> None:
    """As `set_own_menu`, but for those away or never met, who get theirs with /start."""
    if person.unreachable_since is None:
        await set_own_menu(hall, person)


async def set_own_menu(hall: Hall, person: Person, *, phone: str | None = None) -> None:
    """Give the person the menu of the roles held, in the language chosen here.

    Who has no role and reads here what the `phone` reads as well, has the menu of everybody.
    """
    if person.telegram_id is None:
        return
    only = BotCommandScopeChat(person.telegram_id)
    names = names_for(person)
    like_all = phone is None or hall.texts.closest(phone) == hall.texts.closest(person.language)
    try:
        if names == CONTRACTOR and like_all:
            await hall.bot.delete_my_commands(scope=only)
        else:
            await hall.bot.set_my_commands(_menu(hall, person.language, names), scope=only)
    except TelegramError as error:
        # Menus are a convenience.
        _log.info("the menu of person %d was not set: %s", person.id, error.message)
