"""Causes: what an act came of, each there once."""

from sqlalchemy import bindparam, select

from storage.database import Tx
from storage.schema import causes

_KNOWN = select(causes.c.cause).where(causes.c.cause == bindparam("cause"))


async def is_known(tx: Tx, cause: str) -> bool:
    """Whether the act of that cause was done."""
    return (await tx.execute(_KNOWN, {"cause": cause})).first() is not None
