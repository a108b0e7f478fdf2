"""Causes: what an act came of, each there once."""

from sqlalchemy import bindparam, select

from bot.domain.refusal import Repeated
from storage.database import Database, Tx
from storage.schema import causes

_KNOWN = select(causes.c.cause).where(causes.c.cause == bindparam("cause"))


async def is_known(tx: Tx, cause: str) -> bool:
    """Whether the act of that cause was done."""
    return (await tx.execute(_KNOWN, {"cause": cause})).first() is not None


async def note(db: Database, cause: str) -> int:
    """Write down that it was done; 0 where another process was there first."""
    try:
        async with db.begin(cause):
            return 1
    except Repeated:
        return 0
