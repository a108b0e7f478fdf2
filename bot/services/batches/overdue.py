"""What the clock does: silence confirms for good, and clients are reminded before."""

from datetime import datetime

from bot.domain.batches import REMIND, Batch, in_chunks, to_remind_of
from bot.domain.lines import LineState
from bot.effects.record import record
from bot.effects.settle_rating import confirm_line
from bot.effects.tell import tell
from bot.insistence import each
from bot.services.batches.confirming import CHUNK
from bot.services.batches.deciding import lapse
from bot.services.batches.finding import restate
from storage import batches, lines, people, refusals
from storage.database import Database, Tx

_MOST = 2000


async def confirm_overdue(db: Database, *, now: datetime) -> int:
    """Sweep: confirm what a client did not speak of in time, delivered or not, from that time.

    Refusals that are held then lapse. Returns how many lines and refusals it touched.
    """
    done = 0
    while some := await _confirm_some(db, now):
        done += some
    async with db.read() as tx:
        contested = await refusals.batches_overdue(tx, now)

    async def lapse(batch_id: int) -> int:
        async with db.begin() as tx:
            return await _lapse(tx, await batches.locked(tx, batch_id), now)

    done += await each(contested, lapse)
    return done + (await _finish(db, now) if done else 0)


async def _confirm_some(db: Database, now: datetime) -> int:
    async with db.read() as tx:
        due = sorted(await lines.to_confirm(tx, now, _MOST))
    done = 0
    for ids in in_chunks(due, CHUNK):
        async with db.begin() as tx:
            for line in await lines.locked(tx, ids):
                by = line.confirm_by
                if line.state is LineState.accepted and by is not None and by <= now:
                    await confirm_line(tx, line, now=by)
                    done += 1
    return done


async def _lapse(tx: Tx, batch: Batch, now: datetime) -> int:
    over = await refusals.locked_overdue(tx, batch.id, now)
    if not over:
        return 0
    mine = {line.id: line for line in await lines.locked(tx, [one.line_id for one in over])}
    await lapse(tx, over, mine, now=now)
    await restate(tx, batch, now=now)
    known = await people.coordinators_of(tx, {batch.project_id})
    known += await people.clients_of(tx, batch.project_id)
    told = {one.id: one for one in known}
    told |= {one.by_id: await people.by_id(tx, one.by_id) for one in over}
    for person_id, person in sorted(told.items()):
        await tell(
            tx, person, "refusals_lapsed", key=f"refusals:lapsed:{over[0].id}:{person_id}",
            now=now, batch=batch.number, count=len(over),
        )  # fmt: skip
    return len(over)


async def _finish(db: Database, now: datetime) -> int:
    """Batches on which the last word was silence."""
    async with db.read() as tx:
        done = await batches.to_finish(tx, _MOST)
    for batch_id in done:
        async with db.begin() as tx:
            batch = await batches.locked(tx, batch_id)
            tally = await restate(tx, batch, now=now)
            after = {"confirmed": tally.confirmed, "silent": tally.silent}
            subject = f"batch:{batch.number}"
            await record(tx, "batch-finished", subject, by=None, now=now, after=after)
    return len(done)


async def remind_clients(db: Database, *, now: datetime) -> int:
    """Sweep: remind clients two days before the first and the last date; returns how many.

    Batches on which the last word was not the client's are finished as well.
    """
    told = await _finish(db, now)
    async with db.read() as tx:
        waiting = await batches.with_waiting(tx, now, now + REMIND)
    for batch_id in waiting:
        async with db.begin() as tx:
            batch = await batches.by_id(tx, batch_id)
            which = to_remind_of(await batches.tally(tx, batch_id), now)
            for one in await people.clients_of(tx, batch.project_id) if which else ():
                key = f"batch:{batch_id}:remind:{which}:{one.id}"
                told += 1
                await tell(
                    tx, one, "batch_reminder", key=key, now=now, can_wait=True,
                    on_return=True, batch=batch.number,
                )  # fmt: skip
    return told
