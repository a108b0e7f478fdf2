"""My data under /settings: what is kept, everything as a file, waiving and erasing."""

from bot.amounts import is_currency
from bot.domain.lines import MOST_MINOR
from bot.domain.money import Money
from bot.domain.refusal import Refused
from bot.services import erasing, my_data
from handlers.context import Context
from handlers.messages.erasing import goodbye
from handlers.showing import answer, edit, show


async def card(ctx: Context) -> None:
    """What the hall keeps, and for how long."""
    await answer(ctx)
    await show(ctx, "my_data_card")


async def send(ctx: Context) -> None:
    """Everything about me, as a file below."""
    await my_data.request(ctx.db, person_id=ctx.person.id, cause=ctx.cause, now=ctx.now)
    await answer(ctx, ctx.words("toast-data-coming"), alert=True)


async def erasure(ctx: Context) -> None:
    """What an erasure means, and what is in its way."""
    await answer(ctx)
    await show(ctx, "erase_card")


async def ask_waive(ctx: Context, currency: str, minor: int) -> None:
    """Ask once more before pay is done without."""
    money = _money(currency, minor)
    await answer(ctx)
    await show(ctx, "waive_ask", currency=money.currency, minor=money.minor)


async def waive(ctx: Context, currency: str, minor: int) -> None:
    """Do without this amount, which must be all that is owed in its currency."""
    await erasing.waive(
        ctx.db, person_id=ctx.person.id, money=_money(currency, minor), cause=ctx.cause,
        now=ctx.now,
    )  # fmt: skip
    await answer(ctx, ctx.words("toast-waived"))
    await show(ctx, "erase_card")


async def ask_erase(ctx: Context) -> None:
    """The last question."""
    await answer(ctx)
    await show(ctx, "erase_surely")


async def erase(ctx: Context) -> None:
    """Erase me. The goodbye needs the chat that nobody knows any more: it is said at once."""
    words = ctx.words
    await erasing.erase(
        ctx.db, person_id=ctx.person.id, update_id=ctx.update.update_id,
        language=ctx.hall.rules.language, cause=ctx.cause, now=ctx.now,
    )  # fmt: skip
    await answer(ctx)
    await edit(ctx, goodbye(words))


def _money(currency: str, minor: int) -> Money:
    if not is_currency(currency) or not 0 < minor <= MOST_MINOR:
        raise Refused("stale-button")
    return Money(minor, currency)
