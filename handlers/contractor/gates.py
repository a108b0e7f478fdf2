"""What is asked before a job: accepting, declining, and what follows."""

from bot.services import claims, content_warnings
from handlers.context import Context
from handlers.errors import explain
from handlers.showing import answer, owe, show


async def accept_warning(ctx: Context, key: str, mark: str) -> None:
    """The content warning is accepted; the next question, or the job, follows."""
    await content_warnings.accept(
        ctx.db, project_key=key, mark=mark, person_id=ctx.person.id, cause=f"{ctx.cause}:read",
        now=ctx.now,
    )  # fmt: skip
    await passed(ctx, key)


async def passed(ctx: Context, key: str) -> None:
    """One question is answered: show the next one, or where the job or the claim is."""
    claim = await claims.go_on(
        ctx.db, project_key=key, person_id=ctx.person.id, cause=ctx.cause, now=ctx.now,
        rules=ctx.hall.rules, random=ctx.hall.random,
    )  # fmt: skip
    if claim.job is not None:
        # The job is pushed below.
        await answer(ctx, ctx.words("toast-claimed"))
        await show(ctx, "gate_passed")
        return
    await answer(ctx, explain(ctx, claim.no) if claim.no else None, alert=claim.no is not None)
    if claim.gate is not None:
        await show(
            ctx, "gate", project_id=await claims.project_id_of(ctx.db, key, reader=ctx.person.id)
        )
    else:
        await show(ctx, "work")


async def decline(ctx: Context, key: str) -> None:
    """Rather not: the held place goes back, and nothing else changes."""
    await claims.decline(
        ctx.db, project_key=key, person_id=ctx.person.id, cause=ctx.cause, now=ctx.now
    )
    await answer(ctx)
    await show(ctx, "gate_declined")


async def asked(ctx: Context) -> bool:
    """Owe the question for whose answer a place is held, below; false when there is none."""
    project_id = await claims.asked_of(ctx.db, person_id=ctx.person.id, now=ctx.now)
    if project_id is None:
        return False
    await owe(ctx, "gate", project_id=project_id)
    return True


async def ask_again(ctx: Context, number: str) -> bool:
    """Owe what is asked before a job of the call, below; false when nothing is."""
    return await claims.ask_again(
        ctx.db, number=number, person_id=ctx.person.id, cause=f"{ctx.cause}:asked", now=ctx.now
    )
