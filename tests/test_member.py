"""A process among others: it leads when nobody does, and never beside another."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from bot.services.processes import Member
from bot.workers.member import Membership
from storage.database import Database


class Led:
    """What runs while a process leads."""

    def __init__(self) -> None:
        self.running = 0
        self.begun = asyncio.Event()
        self.ended = asyncio.Event()

    async def lead(self) -> None:
        self.running += 1
        self.begun.set()
        self.ended.clear()
        try:
            await asyncio.Event().wait()
        finally:
            self.running -= 1
            self.begun.clear()
            self.ended.set()


@asynccontextmanager
async def at_work(membership: Membership) -> AsyncIterator[None]:
    await membership.join()
    task = asyncio.create_task(membership.run())
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


def member(db: Database, name: str, led: Led, *, alone: bool = False) -> Membership:
    return Membership(
        db, Member(name), lead=led.lead, adopted=lambda: None, alone=alone, beat_seconds=0.02
    )


async def test_a_process_leads_until_it_ends_and_the_next_follows(db: Database) -> None:
    one, two = Led(), Led()
    async with at_work(member(db, "one", one)):
        async with asyncio.timeout(30):
            await one.begun.wait()
        second = at_work(member(db, "two", two))
        await second.__aenter__()
        assert not two.running
    async with asyncio.timeout(30):
        await two.begun.wait()
    assert (one.running, two.running) == (0, 1)
    await second.__aexit__(None, None, None)
    assert two.running == 0


async def test_who_was_replaced_stops_leading(db: Database) -> None:
    one, two = Led(), Led()
    async with at_work(member(db, "one", one, alone=True)):
        async with asyncio.timeout(30):
            await one.begun.wait()
        async with at_work(member(db, "two", two, alone=True)), asyncio.timeout(30):
            await one.ended.wait()
            await two.begun.wait()


async def test_leading_that_fails_begins_again(db: Database) -> None:
    tries: list[int] = []
    settled = asyncio.Event()

    async def lead() -> None:
        tries.append(1)
        if len(tries) == 1:
            raise RuntimeError("at first")
        settled.set()
        await asyncio.Event().wait()

    membership = Membership(
        db, Member("one"), lead=lead, adopted=lambda: None, alone=False, beat_seconds=0.02
    )
    async with at_work(membership), asyncio.timeout(30):
        await settled.wait()


async def test_who_cannot_reach_the_database_stops_leading_in_time(db: Database) -> None:
    led = Led()
    membership = Membership(
        db, Member("one"), lead=led.lead, adopted=lambda: None, alone=False, beat_seconds=0.02,
        trusted_seconds=0.3,
    )  # fmt: skip
    async with at_work(membership), asyncio.timeout(30):
        await led.begun.wait()
        async with db.begin() as tx:
            await tx.exec_driver_sql("ALTER TABLE leases RENAME TO elsewhere")
        await led.ended.wait()
        async with db.begin() as tx:
            await tx.exec_driver_sql("ALTER TABLE elsewhere RENAME TO leases")
        await led.begun.wait()
