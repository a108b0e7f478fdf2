"""Who is heard at all: nobody whom we cannot know, and nobody who goes far too fast."""

import logging
from contextlib import suppress
from datetime import datetime

from telegram import Chat, Message, Update, User
from telegram.error import TelegramError

from bot.domain.pace import Pace
from bot.domain.people import ANONYMOUS_IDS, Person
from bot.domain.refusal import Refused
from bot.services import erasing, people
from handlers.context import Context, Hall
from handlers.group.private import use_private
from handlers.names import tame
from handlers.pace import Paces, Turn
from handlers.showing import answer, owe

_log = logging.getLogger(__name__)


class Admission:
    """Says which updates are handled; what it keeps of people is in this process alone."""

    def __init__(self, hall: Hall) -> None:
        self._hall = hall
        self._taps = Paces(Pace.of(hall.rules.taps_a_minute))
        self._commands = Paces(Pace.of(hall.rules.commands_a_minute))

    async def admits(self, update: Update, user: User, now: datetime) -> bool:
        """Whether the update is to be handled; who is refused is told why, once."""
        if _is_anonymous(user, update):
            await self._refuse_anonymous(update)
            return False
        return await self._in_pace(update, user, now)

    async def _refuse_anonymous(self, update: Update) -> None:
        message = update.effective_message
        if update.callback_query is not None or message is None:
            # No person has such an id; a tap of an anonymous admin comes under the real one.
            return
        found = command_of(message, self._hall.username)
        if found is not None:
            name, args = found
            await use_private(self._hall, message, name, who=0, bare=not args)

    async def _in_pace(self, update: Update, user: User, now: datetime) -> bool:
        message = update.message
        if update.callback_query is None and message is None:
            return True
        typed = message is not None and command_of(message, self._hall.username) is not None
        paces = self._commands if typed else self._taps
        turn = paces.turn(user.id, update.update_id, now)
        if turn is Turn.slower:
            await self._slower(update, user, paces.rests(user.id) or now, now)
        return turn is Turn.counts

    async def _slower(self, update: Update, user: User, until: datetime, now: datetime) -> None:
        person = await met_by(self._hall, update, user)
        if person is None:
            return
        ctx = Context(self._hall, update, person, f"u{update.update_id}", now)
        seconds = max(round((until - now).total_seconds()), 1)
        _log.info("person %d goes too fast: nothing counts for %d s", person.id, seconds)
        if update.callback_query is not None:
            await answer(ctx, ctx.words("slower", seconds=seconds), alert=True)
        else:
            await owe(ctx, "slower", chat_id=user.id, seconds=seconds)


async def met(hall: Hall, user: User, *, introduces: bool = True) -> Person:
    """The person behind a Telegram account, made known where never met."""
    return await people.meet(
        hall.db,
        telegram_id=user.id,
        name=tame(user.full_name, 200),
        username=user.username,
        language=hall.texts.closest(user.language_code or hall.rules.language),
        client_language=user.language_code,
        now=hall.clock.now(),
        rules=hall.rules,
        introduces=introduces,
    )


async def met_by(hall: Hall, update: Update, user: User) -> Person | None:
    """The person behind an update; none for a stranger whom it does not introduce.

    In the private chat only a message does: with an old button, an edit or by leaving the chat,
    somebody who was erased stays so.
    """
    chat = update.effective_chat
    is_private = chat is not None and chat.type == Chat.PRIVATE
    try:
        return await met(hall, user, introduces=not is_private or update.message is not None)
    except Refused as no:
        if update.callback_query is not None:
            words = hall.words(hall.texts.closest(user.language_code or hall.rules.language))
            with suppress(TelegramError):
                await hall.bot.answer_callback_query(
                    update.callback_query.id, words(f"refused-{no.reason}"), show_alert=True
                )
        await erasing.forget_update(hall.db, update.update_id)
        return None


def _is_anonymous(user: User, update: Update) -> bool:
    """Whether nobody knows who this is; a tap tells, whatever message it is on."""
    message = update.effective_message if update.callback_query is None else None
    as_chat = message is not None and message.sender_chat is not None
    return user.id in ANONYMOUS_IDS or as_chat


def command_of(message: Message, username: str) -> tuple[str, tuple[str, ...]] | None:
    """The command of a message and its arguments; none when it is no command to this bot."""
    text = message.text or ""
    if not text.startswith("/"):
        return None
    first, *args = text.split()
    name, _, addressed = first[1:].partition("@")
    if addressed and addressed.lower() != username.lower():
        return None
    return name.lower(), tuple(args)
