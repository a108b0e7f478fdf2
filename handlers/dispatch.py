"""From an update to the one function that handles it, with every "no" turned into words."""

import logging
from contextlib import suppress
from dataclasses import replace

from telegram import Chat, Message, Update
from telegram.error import TelegramError

from bot.domain.awaiting import AwaitedText
from bot.domain.people import Arrival
from bot.domain.refusal import Refused, Repeated
from bot.services import awaiting, replies
from handlers.admin import roles
from handlers.admission import Admission, command_of, met_by
from handlers.callbacks import Tap, unpack
from handlers.context import Context, Hall
from handlers.contractor import answers, jobs, payout_methods, presence, start
from handlers.coordinator import broadcasts, projects
from handlers.errors import explain, facts_in_words
from handlers.group import calls as group
from handlers.group import places
from handlers.group.private import use_private
from handlers.routes import BUTTONS, COMMANDS, GROUP_COMMANDS, TOPICS, Button
from handlers.showing import answer, owe

_log = logging.getLogger(__name__)

# Telegram promises that ids have at most 52 significant bits.
MOST_ID = 2**52 - 1

# What a message can be besides text, and as what it is answered; an animation is a file as well.
_KINDS = {
    "animation": "video", "photo": "photo", "sticker": "sticker", "voice": "voice",
    "video": "video", "video_note": "video", "audio": "audio", "document": "document",
    "venue": "location", "location": "location", "contact": "contact", "poll": "poll",
}  # fmt: skip

_BUTTONS = {button.verb: button for button in BUTTONS}
_COMMANDS = {command.name: command for command in COMMANDS}
_GROUP_COMMANDS = {command.name: command for command in GROUP_COMMANDS}


class Dispatcher:
    """Handles one update after the other; the intake keeps their order and repeats failures."""

    def __init__(self, hall: Hall) -> None:
        self._hall = hall
        self._admission = Admission(hall)

    async def handle(self, update_id: int, update: Update) -> None:
        """Bring about what the update asks for, or tell its sender why not."""
        try:
            ctx = await self._context(update_id, update)
            if ctx is not None:
                await self._handle(ctx)
        finally:
            self._hall.wake_outbox()

    async def _context(self, update_id: int, update: Update) -> Context | None:
        user, chat = update.effective_user, update.effective_chat
        if chat is None:
            return None
        if not (_is_id(chat.id) and (user is None or _is_id(user.id))):
            _log.warning("update %d has ids that nobody can have", update_id)
            return None
        cause = f"u{update_id}"
        now = self._hall.clock.now()
        with suppress(Repeated):
            if await places.about_chat(self._hall, update, cause, now):
                return None
        if user is None:
            return None
        if not await self._admission.admits(update, user, now):
            return None
        person = await met_by(self._hall, update, user)
        return None if person is None else Context(self._hall, update, person, cause, now)

    async def _handle(self, ctx: Context) -> None:
        try:
            if ctx.update.callback_query is not None:
                await _tap(ctx)
            elif ctx.update.my_chat_member is not None:
                await presence.blocked_or_back(ctx)
            elif ctx.update.edited_message is not None:
                await _edited(ctx, ctx.update.edited_message)
            elif ctx.update.message is not None:
                await _message(ctx, ctx.update.message)
        except Refused as no:
            await _tell(ctx, no)
        except Repeated:
            await _as_it_stands(ctx)

    async def set_aside(self, update: Update | None, number: str, error: Exception) -> None:
        """An update failed for good: its sender gets an apology with a number, admins an alert."""
        facts = {
            "number": number,
            "error": type(error).__name__,
            "update": update.update_id if update else 0,
        }
        hall, now = self._hall, self._hall.clock.now()
        # First, since telling the person can fail on what is odd in the update.
        await replies.alert_admins(hall.db, kind="aside", cause=f"x{number}", now=now, facts=facts)
        user = update.effective_user if update else None
        if update is not None and user is not None and update.effective_chat is not None:
            language = hall.texts.closest(user.language_code or hall.rules.language)
            if update.callback_query is not None:
                words = hall.words(language)
                text = words("alert-wrong", number=number)
                with suppress(TelegramError):
                    await hall.bot.answer_callback_query(
                        update.callback_query.id, text, show_alert=True
                    )
            elif update.effective_chat.type == Chat.PRIVATE:
                told = {"number": number, "language": language}
                await replies.owe(
                    hall.db, chat_id=update.effective_chat.id, kind="wrong", cause=f"x{number}",
                    now=now, facts=told,
                )  # fmt: skip
        hall.wake_outbox()


def _is_id(number: object) -> bool:
    return isinstance(number, int) and abs(number) <= MOST_ID


async def _tap(ctx: Context) -> None:
    query = ctx.update.callback_query
    tap = unpack(query.data or "") if query else Tap("", ())
    button = _BUTTONS.get(tap.verb)
    chat = ctx.update.effective_chat
    if button is None or (chat is not None and chat.type != Chat.PRIVATE and not button.in_groups):
        raise Refused("stale-button")
    if len(tap.args) < len(button.args):
        raise Refused("stale-button")
    inner = _with_tap(ctx, tap)
    if button.arrived and ctx.person.arrival is not Arrival.done:
        await answer(inner)
        await start.start(inner)
        return
    asked = await _left_by(ctx, button)
    await button.run(inner, *_arguments(button, tap))
    if asked is not None:
        await awaiting.leave(ctx.db, asked)


async def _left_by(ctx: Context, button: Button) -> AwaitedText | None:
    """The question from which the tap leads away, unless it is asked again by it."""
    # Who claims or goes on with a job is known to be there without a further look.
    if button.stays or button.in_groups or button.verb in jobs.CARD_VERBS:
        return None
    if not await awaiting.is_asked(ctx.db, ctx.person.id):
        return None
    await payout_methods.went_elsewhere(ctx)
    return await awaiting.expected(ctx.db, ctx.person.id, now=ctx.now)


def _with_tap(ctx: Context, tap: Tap) -> Context:
    return replace(ctx, tap=tap)


def _arguments(button: Button, tap: Tap) -> list[str | int]:
    return [
        tap.number(index) if kind == "n" else tap.text(index)
        for index, kind in enumerate(button.args)
    ]


async def _message(ctx: Context, message: Message) -> None:
    found = command_of(message, ctx.hall.username)
    if message.chat.type != Chat.PRIVATE:
        await _in_group(ctx, found)
        return
    if found is not None:
        await _private_command(ctx, *found)
    elif message.users_shared is not None:
        await roles.shared(ctx, message.users_shared)
    elif await broadcasts.attached(ctx, message):
        return
    elif message.document is not None and ctx.person.speaks_for_client():
        await projects.file_dropped(ctx)
    elif await payout_methods.typed(ctx, message) or (
        message.text is not None and await _was_asked_for(ctx, message.text)
    ):
        return
    elif ctx.person.arrival is not Arrival.done:
        await start.start(ctx)
    elif message.text is not None:
        await answers.text(ctx)
    else:
        raise Refused("kind-unused", kind=_kind(message))


async def _was_asked_for(ctx: Context, text: str) -> bool:
    """Hand the words to the question that the person was asked last; false without one."""
    found = await awaiting.expected(ctx.db, ctx.person.id, now=ctx.now)
    run = TOPICS.get(found.topic) if found else None
    if found is None or run is None:
        return False
    await run(ctx, found, text)
    return True


def _kind(message: Message) -> str:
    return next((kind for part, kind in _KINDS.items() if getattr(message, part, None)), "other")


async def _in_group(ctx: Context, found: tuple[str, tuple[str, ...]] | None) -> None:
    if found is None:
        return
    name, args = found
    command = _GROUP_COMMANDS.get(name)
    message = ctx.update.message
    if command is not None:
        await command.run(replace(ctx, args=args))
    elif name in _COMMANDS and message is not None:
        await use_private(ctx.hall, message, name, who=ctx.person.id, bare=not args)


async def _private_command(ctx: Context, name: str, args: tuple[str, ...]) -> None:
    command = _COMMANDS.get(name)
    inner = replace(ctx, args=args)
    if await awaiting.awaited(ctx.db, ctx.person.id, now=ctx.now):
        # Who goes elsewhere does not mean the question with what is written there.
        await awaiting.drop(ctx.db, ctx.person.id)
    if command is not None:
        await payout_methods.went_elsewhere(inner)
    if command is None:
        message = ctx.update.message
        if message is None or not await payout_methods.typed(ctx, message):
            await owe(inner, "help", unknown=name)
    elif command.arrived and ctx.person.arrival is not Arrival.done:
        await start.start(inner)
    else:
        await command.run(inner)


async def _edited(ctx: Context, message: Message) -> None:
    if message.chat.type != Chat.PRIVATE or await payout_methods.edited(ctx, message):
        return
    if message.text is not None:
        await answers.edited_text(ctx)


async def _tell(ctx: Context, no: Refused) -> None:
    """A refusal: in answer to the tap, once that is answered as a message in the private chat."""
    _log.info("refused %s to person %s: %s", ctx.cause, ctx.person.id, no.reason)
    query = ctx.update.callback_query
    if query is not None and query.id not in ctx.answered:
        await answer(ctx, explain(ctx, no), alert=True)
        return
    if ctx.person.telegram_id is None:
        return
    facts = facts_in_words(ctx.hall, ctx.person.language, no, ctx.person)
    message = ctx.update.message
    if message is not None and message.media_group_id is not None:
        # Each picture of an album comes by itself; what holds for all of them is said once.
        ctx = replace(ctx, cause=f"album:{message.media_group_id}:{no.reason}")
    await owe(ctx, "refused", chat_id=ctx.person.telegram_id, reason=no.reason, facts=facts)


async def _as_it_stands(ctx: Context) -> None:
    """The update had its effect before a crash or is a copy: show what stands, do nothing."""
    query = ctx.update.callback_query
    if query is None:
        await _tell(ctx, Refused("done-already"))
        return
    tap = unpack(query.data or "")
    try:
        if tap.verb in jobs.CARD_VERBS:
            await jobs.again(_with_tap(ctx, tap), tap.text(0))
        elif tap.verb == group.CLAIM:
            await group.again(_with_tap(ctx, tap), tap.text(0))
        else:
            await answer(ctx, explain(ctx, Refused("done-already")))
    except Refused as no:
        await _tell(ctx, no)
