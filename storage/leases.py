"""Leases: which process is alive, and which one leads; by the clock of the database alone.

The clock of the hall can be moved, and those of two machines can differ; this one is the same for
all who ask.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import delete, insert, literal, or_, select, true, update
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import BigInteger, TypeEngine

from storage.database import Tx
from storage.schema import leases

# The lease of the process that leads.
LEADER = "leader"


class DatabaseTime(FunctionElement[int]):
    """Now in microseconds since 1970, as the database sees it."""

    type: TypeEngine[int] = BigInteger()
    inherit_cache = True


@compiles(DatabaseTime, "sqlite")
def _of_sqlite(_element: DatabaseTime, _compiler: Any, **_kw: Any) -> str:
    return "CAST((julianday('now') - 2440587.5) * 86400000000 AS INTEGER)"


@compiles(DatabaseTime, "postgresql")
def _of_postgres(_element: DatabaseTime, _compiler: Any, **_kw: Any) -> str:
    return "CAST(extract(epoch FROM clock_timestamp()) * 1000000 AS BIGINT)"


@dataclass(frozen=True, slots=True)
class Lease:
    """A name that one process holds for a while."""

    name: str
    holder: str


_alive = leases.c.until > DatabaseTime()


async def take(tx: Tx, name: str, holder: str, lasts: timedelta, *, force: bool = False) -> bool:
    """Take or renew a lease; false while another process holds it, unless by `force`."""
    until = DatabaseTime() + literal(lasts // timedelta(microseconds=1), BigInteger)
    free = true() if force else or_(leases.c.holder == holder, ~_alive)
    renewed = await tx.execute(
        update(leases).where(leases.c.name == name, free).values(holder=holder, until=until)
    )
    if renewed.rowcount:
        return True
    if (await tx.execute(select(leases.c.name).where(leases.c.name == name))).first():
        return False
    await tx.execute(insert(leases).values(name=name, holder=holder, until=until))
    return True


async def is_held(tx: Tx, name: str, holder: str) -> bool:
    """Whether the process holds the lease now."""
    mine = (leases.c.name == name) & (leases.c.holder == holder) & _alive
    return (await tx.execute(select(leases.c.name).where(mine))).first() is not None


async def give_up(tx: Tx, holder: str) -> None:
    """Drop all leases of a process that ends."""
    await tx.execute(delete(leases).where(leases.c.holder == holder))


async def clear(tx: Tx, kept_for: timedelta) -> None:
    """Forget processes that have been dead for so long."""
    long_ago = DatabaseTime() - literal(kept_for // timedelta(microseconds=1), BigInteger)
    await tx.execute(delete(leases).where(leases.c.until < long_ago))


async def alive(tx: Tx) -> list[Lease]:
    """All leases that are held now, by name."""
    found = await tx.execute(select(leases).where(_alive).order_by(leases.c.name))
    return [Lease(row.name, row.holder) for row in found]


def holders(kind: str) -> Any:
    """The processes alive whose lease has a name that begins so, as a part of a statement."""
    return select(leases.c.holder).where(leases.c.name.startswith(kind), _alive)
