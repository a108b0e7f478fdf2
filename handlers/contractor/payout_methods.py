"""Where a contractor is paid: choosing, writing the details, confirming, stopping a change."""

from telegram import Message

from bot import say
from bot.domain.payout_methods import MethodKind
from bot.domain.refusal import Refused
from bot.services import payout_methods
from bot.services.payout_methods import Typed
from handlers.context import Context
from handlers.showing import answer, owe, show


async def methods(ctx: Context) -> None:
    """Where the person is paid, in the tapped message."""
    await answer(ctx)
    await show(ctx, "payout_methods")


async def methods_below(ctx: Context) -> None:
    """The same below a message that has to stay."""
    await answer(ctx)
    await owe(ctx, "payout_methods")


async def kinds(ctx: Context) -> None:
    """The ways to be paid."""
    await answer(ctx)
    await show(ctx, "payout_kinds")


async def ask(ctx: Context, kind: str) -> None:
    """Ask for the details of that kind."""
    if kind not in set(MethodKind):
        raise Refused("stale-button")
    await payout_methods.ask(
        ctx.db, kind=MethodKind(kind), person_id=ctx.person.id, card_id=ctx.message_id,
        vault=ctx.hall.vault, rules=ctx.hall.rules.pay, cause=ctx.cause, now=ctx.now,
    )  # fmt: skip
    await answer(ctx)
    await show(ctx, "payout_ask")


async def cancel(ctx: Context) -> None:
    """Nothing is asked for any more."""
    await payout_methods.cancel(ctx.db, person_id=ctx.person.id, cause=ctx.cause)
    await answer(ctx)
    await show(ctx, "payout_methods")


async def use_name(ctx: Context) -> None:
    """The account is in the name that Telegram shows."""
    await payout_methods.use_name(
        ctx.db, person_id=ctx.person.id, vault=ctx.hall.vault, cause=ctx.cause, now=ctx.now
    )
    await answer(ctx)


async def confirm(ctx: Context, number: str) -> None:
    """The details are right."""
    method = await payout_methods.confirm(
        ctx.db, number=number, person_id=ctx.person.id, vault=ctx.hall.vault,
        rules=ctx.hall.rules.pay, cause=ctx.cause, now=ctx.now,
    )  # fmt: skip
    starts = method.effective_at
    if starts is None or starts <= ctx.now:
        await answer(ctx, ctx.words("toast-method-set"))
    else:
        when = say.clock_time(ctx.person.language, starts, ctx.person.zone, ctx.now)
        await answer(ctx, ctx.words("toast-method-waits", **{"from": when}))
    await show(ctx, "payout_methods")


async def ask_remove(ctx: Context, number: str) -> None:
    """Ask once more before a method is removed."""
    await answer(ctx)
    await show(ctx, "payout_remove", number=number)


async def remove(ctx: Context, number: str) -> None:
    """The method is not used any more, or a change is taken back."""
    await payout_methods.drop(
        ctx.db, number=number, person_id=ctx.person.id, cause=ctx.cause, now=ctx.now
    )
    await answer(ctx)
    await show(ctx, "payout_methods")


async def disown(ctx: Context, number: str) -> None:
    """The change was somebody else's."""
    await payout_methods.disown(
        ctx.db, number=number, person_id=ctx.person.id, cause=ctx.cause, now=ctx.now
    )
    await answer(ctx)
    await show(ctx, "payout_disowned")


async def typed(ctx: Context, message: Message) -> bool:
    """A message where details were asked for; false when it is about something else."""
    return await payout_methods.take(
        ctx.db, _typed(ctx, message), vault=ctx.hall.vault, cause=ctx.cause, now=ctx.now
    )


async def edited(ctx: Context, message: Message) -> bool:
    """An edit of such a message; false when it is about something else."""
    return await payout_methods.take_edit(
        ctx.db, _typed(ctx, message), vault=ctx.hall.vault, cause=ctx.cause, now=ctx.now
    )


async def went_elsewhere(ctx: Context) -> None:
    """Who uses a command or another button means no details with what is written after it."""
    await payout_methods.put_off(ctx.db, person_id=ctx.person.id, now=ctx.now)


def _typed(ctx: Context, message: Message) -> Typed:
    return Typed(
        person_id=ctx.person.id, chat_id=message.chat_id, message_id=message.message_id,
        update_id=ctx.update.update_id, text=message.text,
        forwarded=message.forward_origin is not None or message.via_bot is not None,
        edited=ctx.update.edited_message is not None,
    )  # fmt: skip
