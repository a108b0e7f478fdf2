"""What happens in groups: claiming, calling, and where the bot stands."""

from dataclasses import replace

from bot import say
from bot.domain.refusal import Refused
from bot.services import calls, chats, claims
from handlers.context import Context
from handlers.names import tame
from handlers.showing import answer, owe

MOST_DIGITS = 6
# The tap on a call's card.
CLAIM = "c"


async def claim(ctx: Context, number: str) -> None:
    """Claim a job from the card; whoever is too late is told the place on the list."""
    got = await claims.claim(
        ctx.db, number=number, person_id=ctx.person.id, cause=ctx.cause, now=ctx.now,
        rules=ctx.hall.rules, random=ctx.hall.random,
    )  # fmt: skip
    link = ctx.hall.deep_link(f"c{number}")
    if got.list_until is not None:
        until = say.clock_time(ctx.person.language, got.list_until, ctx.person.zone, ctx.now)
        told = ctx.words("toast-listed", place=got.list_place, until=until)
        await answer(ctx, told, alert=True)
        return
    # Telegram shows either words or the chat that opens; the chat is what the person wants.
    await answer(ctx, url=link)


async def call(ctx: Context) -> None:
    """`/call PROJECT [JOBS]` in a group posts there."""
    if not ctx.args:
        await use_private(ctx, "call")
        return
    message = ctx.update.effective_message
    thread = message.message_thread_id if message and message.is_topic_message else None
    limit = _jobs_wanted(ctx.args[1]) if len(ctx.args) > 1 else None
    await calls.post_call(
        ctx.db, project_key=ctx.args[0], chat_ids=[(ctx.chat_id, thread)], limit=limit,
        by=ctx.person.id, cause=ctx.cause, now=ctx.now,
    )  # fmt: skip


def _jobs_wanted(text: str) -> int:
    """How many jobs a call is for; refused when it is no sensible number."""
    if not (text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS):
        raise Refused("call-size")
    return int(text)


async def use_private(ctx: Context, name: str) -> None:
    """Any other command in a group: the private chat is for that.

    Said once a minute to each person, so that nobody can fill the group with it.
    """
    message = ctx.update.effective_message
    thread = message.message_thread_id if message and message.is_topic_message else None
    minute = int(ctx.now.timestamp()) // 60
    once = replace(ctx, cause=f"{name}:{ctx.chat_id}:{thread}:{ctx.person.id}:{minute}")
    await owe(once, "use_private", thread_id=thread)


async def bot_moved(ctx: Context) -> None:
    """The bot was added, removed, promoted or demoted in a group."""
    change = ctx.update.my_chat_member
    if change is None:
        return
    status = change.new_chat_member.status
    bot = {"administrator": "administrator", "creator": "administrator"}.get(status, "member")
    if status in ("left", "kicked"):
        bot = "left"
    await chats.bot_moved(
        ctx.db, chat_id=change.chat.id, kind=change.chat.type, title=tame(change.chat.title, 255),
        bot=bot, by=ctx.person.id, cause=ctx.cause, now=ctx.now,
    )  # fmt: skip


async def migrated(ctx: Context) -> None:
    """The group was upgraded and has a new id."""
    message = ctx.update.effective_message
    if message is None:
        return
    if message.migrate_to_chat_id is not None:
        old, new = message.chat.id, message.migrate_to_chat_id
    elif message.migrate_from_chat_id is not None:
        old, new = message.migrate_from_chat_id, message.chat.id
    else:
        return
    await chats.migrated(ctx.db, old=old, new=new, cause=ctx.cause, now=ctx.now)
