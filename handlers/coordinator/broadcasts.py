"""/broadcast: one message to many, prepared, looked at, confirmed by its count, stopped."""

from typing import Any

from telegram import Message

from bot.domain.awaiting import AwaitedText
from bot.domain.broadcasts import FOR_ALL, Body, Kind
from bot.domain.people import require_coordinator
from bot.domain.refusal import Refused
from bot.services import awaiting, broadcasts, replies
from handlers.context import Context
from handlers.messages.broadcast_choices import WHAT
from handlers.messages.broadcast_parts import MARKS, notes
from handlers.showing import answer, owe, saved, show

_FOR_ALL = "-"  # a button has no empty argument


async def broadcast(ctx: Context) -> None:
    """What was sent lately, and a new one."""
    require_coordinator(ctx.person)
    await answer(ctx)
    if ctx.tap is None:
        await owe(ctx, "broadcasts")
    else:
        await show(ctx, "broadcasts")


async def begin(ctx: Context) -> None:
    """The draft of one's own, a new one where there is none."""
    one = await broadcasts.begin(ctx.db, by=ctx.person.id, now=ctx.now)
    await awaiting.drop(ctx.db, ctx.person.id)
    await answer(ctx)
    await show(ctx, "broadcast_draft", number=one.number)


async def _ask(ctx: Context, number: str, topic: str, **args: Any) -> None:
    await broadcasts.ask(
        ctx.db, number=number, topic=topic, by=ctx.person.id, card_id=ctx.message_id, now=ctx.now,
        **args,
    )  # fmt: skip
    await answer(ctx)


async def ask_words(ctx: Context, number: str, version: str) -> None:
    """The next message is what people get."""
    known = FOR_ALL if version == _FOR_ALL else version
    if known != FOR_ALL and known not in ctx.hall.texts.languages:
        raise Refused("stale-button")
    await _ask(ctx, number, broadcasts.WORDS, version=known)
    await show(ctx, "broadcast_ask", version=known)


async def ask_ids(ctx: Context, number: str) -> None:
    """The next message names the people."""
    await _ask(ctx, number, broadcasts.IDS)
    await show(ctx, "broadcast_ask_ids")


async def ask_time(ctx: Context, number: str) -> None:
    """The next message is the time."""
    await _ask(ctx, number, broadcasts.TIME)
    await show(ctx, "broadcast_ask_time")


async def words(ctx: Context, asked: AwaitedText, _text: str) -> None:
    """The message was sent."""
    message = ctx.update.message
    if message is None:
        raise Refused("broadcast-kind")
    number = await broadcasts.write(ctx.db, asked=asked, body=_body(message))
    await owe(ctx, "broadcast_draft", number=number)


async def attached(ctx: Context, message: Message) -> bool:
    """Take a photo, a file or whatever else was sent as the message that was asked for."""
    if message.text is not None:
        return False
    asked = await awaiting.expected(ctx.db, ctx.person.id, now=ctx.now)
    if asked is None or asked.topic != broadcasts.WORDS:
        return False
    if message.media_group_id is not None:
        raise Refused("broadcast-kind")
    await words(ctx, asked, "")
    return True


def _body(message: Message) -> Body:
    if message.text is not None:
        return Body(message.text, _marks(message.entities))
    caption, marks = message.caption or "", _marks(message.caption_entities)
    if message.photo:
        return Body(caption, marks, Kind.photo, message.photo[-1].file_id)
    if message.document is not None:
        return Body(caption, marks, Kind.file, message.document.file_id)
    raise Refused("broadcast-kind")


def _marks(entities: Any) -> tuple[dict[str, Any], ...]:
    kept = ("type", "offset", "length", "url", "language")
    whole = (one.to_dict() for one in entities if one.type in MARKS)
    return tuple({name: one[name] for name in kept if name in one} for one in whole)


async def versions(ctx: Context, number: str) -> None:
    """In which languages it is written."""
    await answer(ctx)
    await show(ctx, "broadcast_versions", number=number)


async def drop_version(ctx: Context, number: str, version: str) -> None:
    """Those people read what all others read."""
    await broadcasts.drop_version(ctx.db, number=number, language=version, by=ctx.person.id)
    await answer(ctx)
    await show(ctx, "broadcast_versions", number=number)


async def segment(ctx: Context, number: str) -> None:
    """To whom it goes."""
    await answer(ctx)
    await show(ctx, "broadcast_segment", number=number)


async def choices(ctx: Context, number: str, what: str, page: int) -> None:
    """What there is of one kind."""
    await answer(ctx)
    await show(ctx, "broadcast_choose", number=number, what=what, page=max(page, 0))


async def choose(ctx: Context, number: str, what: str, value: str, chosen: int, page: int) -> None:
    """One more thing that the people are to fit, or one less."""
    if what not in WHAT:
        raise Refused("stale-button")
    await broadcasts.choose(
        ctx.db, number=number, what=WHAT[what], value=value, on=bool(chosen), by=ctx.person.id
    )
    await answer(ctx)
    if what in "wnp":
        await show(ctx, "broadcast_segment", number=number)
    else:
        await show(ctx, "broadcast_choose", number=number, what=what, page=max(page, 0))


async def tiers(ctx: Context, number: str, skill: str) -> None:
    """The skills in which people have a tier, or of one skill the least tier."""
    await answer(ctx)
    await show(ctx, "broadcast_tier", number=number, skill=skill)


async def choose_tier(ctx: Context, number: str, skill: str, least: int) -> None:
    """Only people with that tier in the skill; none chosen: whatever their tiers."""
    await broadcasts.choose(
        ctx.db, number=number, what="tier", value=f"{skill}:{least}", on=least > 0,
        by=ctx.person.id,
    )  # fmt: skip
    await answer(ctx)
    await show(ctx, "broadcast_segment", number=number)


async def ask_tier(ctx: Context, number: str, skill: str) -> None:
    """The next message is the least tier."""
    await _ask(ctx, number, broadcasts.TIER, skill=skill)
    await show(ctx, "broadcast_ask_tier", skill=skill)


async def typed_tier(ctx: Context, asked: AwaitedText, text: str) -> None:
    """The least tier was typed."""
    number = await broadcasts.write_tier(ctx.db, asked=asked, text=text)
    await owe(ctx, "broadcast_segment", number=number)


async def named(ctx: Context, asked: AwaitedText, text: str) -> None:
    """The people were named."""
    number = await broadcasts.name_people(ctx.db, asked=asked, text=text)
    await owe(ctx, "broadcast_draft", number=number)


async def when(ctx: Context, number: str) -> None:
    """When it goes out."""
    await answer(ctx)
    await show(ctx, "broadcast_when", number=number)


async def set_time(ctx: Context, number: str, at: str) -> None:
    """At once, or at that time of each one's clock."""
    local = None if at == "now" else f"{at[:4]}-{at[4:6]}-{at[6:8]} {at[8:10]}:{at[10:12]}"
    await broadcasts.set_time(ctx.db, number=number, at=local, by=ctx.person.id, now=ctx.now)
    await answer(ctx)
    await show(ctx, "broadcast_draft", number=number)


async def typed_time(ctx: Context, asked: AwaitedText, text: str) -> None:
    """The time was typed."""
    number = await broadcasts.write_time(ctx.db, asked=asked, text=text, now=ctx.now)
    await owe(ctx, "broadcast_draft", number=number)


async def see(ctx: Context, number: str) -> None:
    """The very message, once in each language that it is written in."""
    one = await _draft(ctx, number)
    await answer(ctx)
    for version in one.broadcast.bodies:
        await _example(ctx, number, version)


async def test(ctx: Context, number: str) -> None:
    """The very message, as oneself would get it."""
    await _draft(ctx, number)
    await answer(ctx, ctx.words("toast-broadcast-test"))
    await _example(ctx, number, ctx.hall.texts.closest(ctx.person.language))


async def _draft(ctx: Context, number: str) -> broadcasts.Prepared:
    found = await broadcasts.prepared(ctx.db, number=number, by=ctx.person.id, now=ctx.now)
    if FOR_ALL not in found.broadcast.bodies:
        raise Refused("broadcast-empty")
    return found


async def _example(ctx: Context, number: str, version: str) -> None:
    facts = {
        "person_id": ctx.person.id, "language": ctx.person.language, "number": number,
        "version": version,
    }  # fmt: skip
    await replies.owe(
        ctx.db, chat_id=ctx.chat_id, kind="broadcast_example", now=ctx.now, facts=facts,
        cause=f"{ctx.cause}:{version}",
    )  # fmt: skip


async def _notes(ctx: Context, number: str) -> dict[str, int]:
    found = await broadcasts.prepared(ctx.db, number=number, by=ctx.person.id, now=ctx.now)
    return notes(ctx.hall, found.broadcast, found.project)


async def ask_count(ctx: Context, number: str) -> None:
    """The next message is the number of people."""
    await broadcasts.ask_count(
        ctx.db, number=number, by=ctx.person.id, notes=await _notes(ctx, number),
        card_id=ctx.message_id, now=ctx.now,
    )  # fmt: skip
    await answer(ctx)
    await show(ctx, "broadcast_count", number=number)


async def confirm(ctx: Context, asked: AwaitedText, text: str) -> None:
    """The number was typed."""
    one = await broadcasts.confirm(
        ctx.db, asked=asked, text=text, notes=await _notes(ctx, asked.args["number"]),
        cause=ctx.cause, now=ctx.now,
    )  # fmt: skip
    await owe(ctx, "broadcast_card", number=one.number)


async def discard(ctx: Context, number: str) -> None:
    """Forget the draft."""
    await broadcasts.discard(ctx.db, number=number, by=ctx.person.id)
    await answer(ctx, ctx.words("toast-broadcast-discarded"))
    await show(ctx, "broadcasts")


async def undo(ctx: Context, number: str) -> None:
    """Take it back within the minute."""
    await broadcasts.undo(
        ctx.db, number=number, by=ctx.person.id, cause=ctx.cause, now=ctx.now
    )  # fmt: skip
    await answer(ctx, ctx.words("toast-broadcast-undone"))
    await show(ctx, "broadcasts")


async def stop(ctx: Context, number: str) -> None:
    """Nothing of it goes out any more."""
    await broadcasts.stop(
        ctx.db, number=number, by=ctx.person.id, cause=ctx.cause, now=ctx.now
    )  # fmt: skip
    await answer(ctx, ctx.words("toast-broadcast-stopped"))
    await show(ctx, "broadcast_card", number=number)


async def card(ctx: Context, number: str) -> None:
    """How far it is; this message goes on showing it."""
    await broadcasts.follow(ctx.db, number=number, by=ctx.person.id, card_id=ctx.message_id)
    await answer(ctx)
    await show(ctx, "broadcast_card", number=number)


async def table(ctx: Context, number: str) -> None:
    """Every recipient with what became of it, as a file."""
    await answer(ctx)
    await owe(ctx, "broadcast_table", number=number)


async def switch_news(ctx: Context, on: int) -> None:
    """Broadcasts that are about no work of one's own come, or do not."""
    await broadcasts.switch_news(
        ctx.db, person_id=ctx.person.id, wanted=bool(on), cause=ctx.cause, now=ctx.now
    )
    await saved(ctx, "settings")
