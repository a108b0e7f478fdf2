"""/people: find a person, see where the money stands, give a bonus or an adjustment."""

from bot.domain.awaiting import AwaitedText
from bot.domain.gifts import GiftKind
from bot.domain.people import require_admin
from bot.services import awaiting, gifts
from handlers.context import Context
from handlers.showing import answer, owe, show

FIND = "people-find"
_MOST = 100


async def people(ctx: Context) -> None:
    """`/people`, or `/people TEXT` to find somebody at once."""
    require_admin(ctx.person)
    text = " ".join(ctx.args)
    if ctx.tap is None and text:
        await owe(ctx, "people_found", text=text[:_MOST])
        return
    await awaiting.ask(
        ctx.db, person_id=ctx.person.id, topic=FIND, args={}, card_id=ctx.message_id, now=ctx.now
    )
    if ctx.tap is None:
        await owe(ctx, "people_ask")
        return
    await answer(ctx)
    await show(ctx, "people_ask")


async def find(ctx: Context, asked: AwaitedText, text: str) -> None:
    """What was written is what to look for; the next message may look for somebody else."""
    del asked
    require_admin(ctx.person)
    await owe(ctx, "people_found", text=text[:_MOST])


async def card(ctx: Context, person_id: int) -> None:
    """One person."""
    require_admin(ctx.person)
    await awaiting.drop(ctx.db, ctx.person.id)
    await answer(ctx)
    await show(ctx, "person", whose=person_id)


async def bonus(ctx: Context, person_id: int) -> None:
    """A bonus for the person: how much?"""
    await _begin(ctx, GiftKind.bonus, person_id)


async def adjustment(ctx: Context, person_id: int) -> None:
    """Something to be put right: how much?"""
    await _begin(ctx, GiftKind.adjustment, person_id)


async def _begin(ctx: Context, kind: GiftKind, person_id: int) -> None:
    await gifts.begin(
        ctx.db, kind=kind, person_id=person_id, by=ctx.person.id, card_id=ctx.message_id,
        now=ctx.now,
    )  # fmt: skip
    await answer(ctx)
    await show(ctx, "gift_amount")


async def amount(ctx: Context, asked: AwaitedText, text: str) -> None:
    """The amount was written; the reason is next."""
    await gifts.write_amount(ctx.db, asked=asked, text=text, now=ctx.now)
    await owe(ctx, "gift_reason")


async def reason(ctx: Context, number: str, code: str) -> None:
    """The reason was chosen; the words are next."""
    await gifts.choose_reason(ctx.db, number=number, reason=code, by=ctx.person.id, now=ctx.now)
    await answer(ctx)
    await show(ctx, "gift_words")


async def because(ctx: Context, asked: AwaitedText, text: str) -> None:
    """The words were written; the very message that the person will get is next."""
    await gifts.write_words(ctx.db, asked=asked, text=text, now=ctx.now)
    await owe(ctx, "gift_preview")


async def give(ctx: Context, number: str) -> None:
    """Give it, or ask once more where it is large."""
    await _give(ctx, number, sure=False)


async def give_surely(ctx: Context, number: str) -> None:
    """Give it, however large."""
    await _give(ctx, number, sure=True)


async def _give(ctx: Context, number: str, *, sure: bool) -> None:
    asked, line = await gifts.give(
        ctx.db, number=number, by=ctx.person.id, cause=ctx.cause, now=ctx.now,
        rules=ctx.hall.rules.pay, sure=sure,
    )  # fmt: skip
    await answer(ctx)
    if line is None:
        await show(ctx, "gift_preview", sure=True)
    else:
        await show(ctx, "gift_given", line=line, whose=asked.person.id)
