"""Several processes of one hall: who is alive, who leads, and whose the updates are."""

import asyncio
from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import update

from bot.domain.refusal import Contended
from bot.insistence import TRIES, insistently
from bot.services import inbox, processes
from bot.services.processes import Member
from storage import leases, schema
from storage.database import Database
from storage.leases import Lease
from tests.services.builders import NOW

LONG = timedelta(minutes=1)
ONE, TWO, WORKER = Member("one"), Member("two"), Member("late", handles=False)


async def die(db: Database, member: Member) -> None:
    """The process is killed, and its leases have run out."""
    async with db.begin() as tx:
        gone = update(schema.leases).where(schema.leases.c.holder == member.name)
        await tx.execute(gone.values(until=NOW - timedelta(days=3650)))


async def alive(db: Database) -> list[Lease]:
    async with db.read() as tx:
        return await leases.alive(tx)


async def waiting(db: Database, member: Member) -> list[int]:
    return [item.update_id for item in await inbox.take(db, -1, 99, holder=member.name)]


async def test_the_first_leads_and_the_next_waits(db: Database) -> None:
    assert (await processes.renew(db, ONE, LONG)).leads
    assert not (await processes.renew(db, TWO, LONG)).leads
    assert (await processes.renew(db, ONE, LONG)).leads
    assert await alive(db) == [
        Lease("leader", "one"), Lease("process:web:one", "one"), Lease("process:web:two", "two")
    ]  # fmt: skip


async def test_who_may_not_lead_does_not_even_alone(db: Database) -> None:
    assert not (await processes.renew(db, Member("web", leads=False), LONG)).leads
    assert (await processes.renew(db, WORKER, LONG)).leads


async def test_a_dead_leader_is_followed_and_sees_it_when_it_wakes(db: Database) -> None:
    await processes.renew(db, ONE, LONG)
    await processes.renew(db, TWO, LONG)
    await die(db, ONE)
    assert (await processes.renew(db, TWO, LONG)).leads
    assert not (await processes.renew(db, ONE, LONG)).leads


async def test_who_leaves_in_order_is_followed_at_once(db: Database) -> None:
    await processes.renew(db, ONE, LONG)
    await processes.leave(db, ONE)
    assert await alive(db) == []
    assert (await processes.renew(db, TWO, LONG)).leads


async def test_many_at_once_leave_one_leader(db: Database) -> None:
    many = [Member(f"p{n}") for n in range(20)]
    standings = await asyncio.gather(
        *(insistently(partial(processes.renew, db, one, LONG)) for one in many)
    )
    assert sum(standing.leads for standing in standings) == 1


async def test_on_a_file_of_one_process_the_last_to_come_leads(db: Database) -> None:
    await processes.renew(db, ONE, LONG)
    assert (await processes.renew(db, TWO, LONG, force=True)).leads
    assert not (await processes.renew(db, ONE, LONG)).leads


async def test_processes_that_are_long_dead_are_forgotten(db: Database) -> None:
    await processes.renew(db, TWO, LONG)
    await die(db, TWO)
    await processes.renew(db, ONE, LONG)
    async with db.read() as tx:
        names = (await tx.execute(schema.leases.select())).scalars()
        assert sorted(names) == ["leader", "process:web:one"]


async def test_updates_are_for_the_process_that_took_them_in(db: Database) -> None:
    await processes.renew(db, ONE, LONG)
    await processes.renew(db, TWO, LONG)
    await inbox.receive(db, [(1, 7, {})], NOW, holder="one")
    await inbox.receive(db, [(2, 8, {})], NOW, holder="two")
    assert await waiting(db, ONE) == [1]
    assert await waiting(db, TWO) == [2]


@pytest.mark.engines("postgres")
async def test_a_lane_stays_with_the_process_that_is_at_work_on_it(db: Database) -> None:
    await processes.renew(db, ONE, LONG)
    await processes.renew(db, TWO, LONG)
    await inbox.receive(db, [(1, 7, {})], NOW, holder="one")
    await inbox.receive(db, [(2, 7, {}), (3, 8, {})], NOW, holder="two")
    assert await waiting(db, ONE) == [1, 2]
    assert await waiting(db, TWO) == [3]
    await inbox.finish(db, [1])
    await inbox.finish(db, [2])
    await inbox.receive(db, [(4, 7, {})], NOW, holder="two")
    assert await waiting(db, TWO) == [3, 4]


async def test_what_a_dead_process_left_is_taken_over_by_one_that_handles(db: Database) -> None:
    await processes.renew(db, ONE, LONG)
    await inbox.receive(db, [(1, 7, {}), (2, 8, {})], NOW, holder="one")
    assert (await processes.renew(db, TWO, LONG)).adopted == 0
    await die(db, ONE)
    assert (await processes.renew(db, WORKER, LONG)).adopted == 0
    assert (await processes.renew(db, TWO, LONG)).adopted == 2
    assert await waiting(db, TWO) == [1, 2]
    assert await waiting(db, ONE) == []


async def test_what_was_stored_before_there_were_processes_is_worked_off(db: Database) -> None:
    await inbox.receive(db, [(1, 7, {})], NOW)
    assert (await processes.renew(db, ONE, LONG)).adopted == 1
    assert await waiting(db, ONE) == [1]


async def test_what_met_another_transaction_is_tried_again_but_not_for_ever() -> None:
    tries: list[int] = []

    async def work(meets: int) -> str:
        tries.append(meets)
        if len(tries) <= meets:
            raise Contended("met")
        return "done"

    assert await insistently(lambda: work(TRIES - 1)) == "done"
    tries.clear()
    with pytest.raises(Contended):
        await insistently(lambda: work(TRIES))
    assert len(tries) == TRIES
