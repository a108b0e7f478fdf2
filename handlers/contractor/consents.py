"""The terms of the hall: reading, agreeing, declining."""

from bot.domain.people import Arrival
from bot.services import claims, consents, people
from handlers.context import Context
from handlers.contractor import gates
from handlers.messages.consents import NOWHERE, text_of
from handlers.showing import answer, show


async def first(ctx: Context) -> None:
    """A newcomer agrees to what was shown; the language is next."""
    found = await consents.view(ctx.db, ctx.person.id)
    await people.consent(
        ctx.db, person_id=ctx.person.id, cause=ctx.cause, now=ctx.now,
        version=ctx.tap.number_if_any(0) if ctx.tap else None,
        text=text_of(ctx.hall, found.terms, ctx.person.language).text,
    )  # fmt: skip
    await answer(ctx)
    await show(ctx, "start")


async def stay_out(ctx: Context) -> None:
    """A newcomer does not agree: a place that was held goes to the next."""
    await claims.decline(
        ctx.db, project_key=None, person_id=ctx.person.id, cause=ctx.cause, now=ctx.now
    )
    await answer(ctx)
    await show(ctx, "start" if ctx.person.arrival is not Arrival.consent else "start_declined")


async def again(ctx: Context) -> None:
    """The question at which a newcomer is."""
    await answer(ctx)
    await show(ctx, "start")


async def card(ctx: Context) -> None:
    """The terms, and what the person agreed to."""
    await answer(ctx)
    await show(ctx, "terms_card")


async def agree(ctx: Context, version: int, key: str) -> None:
    """The person agrees to the version that was shown; newer ones are shown first."""
    found = await consents.view(ctx.db, ctx.person.id)
    given = await consents.give(
        ctx.db, person_id=ctx.person.id, version=version, language=ctx.person.language,
        text=text_of(ctx.hall, found.terms, ctx.person.language).text,
        cause=f"{ctx.cause}:agreed", now=ctx.now,
    )  # fmt: skip
    if key != NOWHERE:
        await gates.passed(ctx, key)
        return
    await answer(ctx, ctx.words("toast-agreed" if given else "toast-terms-newer"))
    await show(ctx, "terms_card")


async def decline(ctx: Context, key: str) -> None:
    """Not now: the held place goes back; what goes on without it is said."""
    await claims.decline(
        ctx.db, project_key=key, person_id=ctx.person.id, cause=ctx.cause, now=ctx.now
    )
    await answer(ctx)
    await show(ctx, "terms_declined")
