"""A dropped file: kept for the look at it, or what is wrong with it."""

from collections.abc import Iterable
from dataclasses import asdict

from bot.formats.records import Fault
from bot.services import imports
from handlers.context import Context
from handlers.showing import owe


async def stage(ctx: Context, name: str, body: bytes) -> str:
    """Keep the file until it is published or dropped; returns its number."""
    return await imports.stage(
        ctx.db, person_id=ctx.person.id, name=name, body=body, cause=ctx.cause, now=ctx.now
    )


async def look_first(ctx: Context, kind: str, name: str, body: bytes) -> None:
    """Keep the file and owe the look at it."""
    await owe(ctx, f"{kind}_staged", number=await stage(ctx, name, body))


async def refuse(ctx: Context, kind: str, name: str, faults: Iterable[Fault]) -> None:
    """Owe what is wrong with the file."""
    await owe(ctx, f"{kind}_faults", file=name, faults=[asdict(one) for one in faults])
