"""The gate: the triggers let rows go only while it is open, and only rows before the cut-off."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime

from sqlalchemy import bindparam, select, update

from storage.database import Tx, alone
from storage.schema import Moment, retention

_OPEN = update(retention).values(open=True, cut_off=bindparam("until", type_=Moment))
_SHUT = update(retention).values(open=False)
_CUT_OFF = select(retention.c.cut_off)


@asynccontextmanager
async def opened(tx: Tx, cut_off: datetime) -> AsyncIterator[None]:
    """Open for what is before the cut-off, and shut again in the same transaction.

    Nobody else ever sees it open: what is not committed is nobody else's.
    """
    await alone(tx, "retention")
    await tx.execute(_OPEN, {"until": max(cut_off, (await tx.execute(_CUT_OFF)).scalar_one())})
    yield
    await tx.execute(_SHUT)
