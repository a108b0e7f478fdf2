"""The processes of one hall: each says that it is alive, one of them leads, none is missed."""

from dataclasses import dataclass
from datetime import timedelta

from storage import inbox, leases
from storage.database import Database

_FORGOTTEN_AFTER = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Member:
    """One process: a name of its own, and what it does; both, where nothing else is said."""

    name: str
    handles: bool = True
    leads: bool = True

    @property
    def lease(self) -> str:
        """The lease by which it is known to be alive."""
        kind = inbox.WORKERS if self.handles else "process:worker"
        return f"{kind}:{self.name}"


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether the process leads, and how many updates it took over from dead ones."""

    leads: bool
    adopted: int


async def renew(
    db: Database, member: Member, lasts: timedelta, *, force: bool = False
) -> Standing:
    """Say that the process is alive, lead if nobody does, take over what dead ones left.

    By `force` it leads whoever did before: for a database that has one process at a time.
    """
    async with db.begin(urgent=True) as tx:
        await leases.take(tx, member.lease, member.name, lasts, force=force)
        leads = member.leads and await leases.take(
            tx, leases.LEADER, member.name, lasts, force=force
        )
        if leads:
            await leases.clear(tx, _FORGOTTEN_AFTER)
        adopted = await inbox.adopt(tx, member.name, alone=force) if member.handles else 0
        return Standing(leads, adopted)


async def leave(db: Database, member: Member) -> None:
    """The process ends in order: whoever is left need not wait for its leases to run out."""
    async with db.begin(urgent=True) as tx:
        await leases.give_up(tx, member.name)
