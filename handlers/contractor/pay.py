"""/pay: what was earned, what it waits for, statements, the chart, the evening's digest."""

from bot.domain.numbers import is_number
from bot.domain.refusal import Refused
from bot.services import earned_digest, statements
from bot.services import pay as pay_service
from handlers.context import Context
from handlers.showing import answer, owe, show


async def pay(ctx: Context) -> None:
    """Where all money stands: in place after a tap, below after a command."""
    if ctx.tap is None:
        await owe(ctx, "pay")
        return
    await answer(ctx, ctx.words("toast-refreshed"))
    await show(ctx, "pay")


async def pay_below(ctx: Context) -> None:
    """The same below a message that stays: a statement or a notice."""
    await answer(ctx)
    await owe(ctx, "pay")


async def lines(ctx: Context, which: str, page: int) -> None:
    """The person's lines, or those of a statement, some at a time."""
    if not (which in pay_service.WHICH or is_number(which)):
        raise Refused("stale-button")
    await answer(ctx)
    await show(ctx, "pay_lines", which=which, page=max(page, 0))


async def lines_below(ctx: Context, number: str) -> None:
    """The lines of a statement, below a message that stays."""
    await _require(ctx, number)
    await answer(ctx)
    await owe(ctx, "pay_lines", which=number, page=0)


async def line(ctx: Context, number: str, which: str, page: int) -> None:
    """One line."""
    if not (which in pay_service.WHICH or is_number(which)):
        raise Refused("stale-button")
    await pay_service.line(
        ctx.db, number=number, person_id=ctx.person.id, now=ctx.now, rules=ctx.hall.rules.pay
    )
    await answer(ctx)
    await show(ctx, "pay_line", number=number, which=which, page=max(page, 0))


async def listing(ctx: Context, page: int) -> None:
    """The person's statements."""
    await answer(ctx)
    await show(ctx, "pay_statements", page=max(page, 0))


async def statement(ctx: Context, number: str) -> None:
    """One statement, in place of the list."""
    await _require(ctx, number)
    await answer(ctx)
    await show(ctx, "statement", number=number, listed=True)


async def statement_below(ctx: Context, number: str) -> None:
    """One statement below a message that stays."""
    await _require(ctx, number)
    await answer(ctx)
    await owe(ctx, "statement", number=number)


async def pdf(ctx: Context, number: str) -> None:
    """The statement as a PDF."""
    await _require(ctx, number)
    await answer(ctx)
    await owe(ctx, "statement_pdf", number=number)


async def csv(ctx: Context, number: str) -> None:
    """The statement as a CSV."""
    await _require(ctx, number)
    await answer(ctx)
    await owe(ctx, "statement_csv", number=number)


async def _require(ctx: Context, number: str) -> None:
    """Refuse at the tap, so that nothing is owed for it, whoever may not see the statement."""
    await statements.statement(
        ctx.db, number=number, by=ctx.person.id, now=ctx.now, rules=ctx.hall.rules.pay
    )


async def chart(ctx: Context, currency: str) -> None:
    """The picture of the last weeks."""
    if not (len(currency) == 3 and currency.isalpha() and currency.isupper()):
        raise Refused("stale-button")
    await answer(ctx)
    await owe(ctx, "earned_chart", currency=currency)


async def switch_digest(ctx: Context, wanted: int) -> None:
    """Tell what was earned each evening, or no more; seen in place."""
    await earned_digest.switch(
        ctx.db, person_id=ctx.person.id, wanted=bool(wanted), cause=ctx.cause, now=ctx.now
    )
    await answer(ctx, ctx.words("toast-digest-on" if wanted else "toast-digest-off"), alert=True)
    await show(ctx, "pay")


async def stop_digest(ctx: Context) -> None:
    """Tell no more what was earned each evening; the notice with the button stays as it is."""
    await earned_digest.switch(
        ctx.db, person_id=ctx.person.id, wanted=False, cause=ctx.cause, now=ctx.now
    )
    await answer(ctx, ctx.words("toast-digest-off"), alert=True)
