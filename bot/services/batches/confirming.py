"""A client's yes: to a whole batch, or to one line."""

from datetime import datetime

from bot.domain.batches import (
    RefusalState,
    require_delivered,
    told_at,
    told_since,
    waits,
)
from bot.domain.lines import ClientState, Line, LineState
from bot.domain.refusal import Refused
from bot.effects.record import record
from bot.effects.settle_rating import confirm_line
from bot.effects.tell import tell
from bot.services.batches.finding import found, on_behalf, restate, to_judge
from storage import batches, lines, people, refusals
from storage.database import Database, Tx

CHUNK = 50


async def confirm_all(db: Database, *, number: str, by: int, now: datetime) -> int:
    """Confirm all that waits for the client's word, but for what is refused; returns how many.

    It goes on where it stopped when it is done again.
    """
    done = after = 0
    while True:
        async with db.begin() as tx:
            batch, person = await found(tx, number, by)
            require_delivered(batch)
            batch = await batches.locked(tx, batch.id)
            ids = await batches.waiting_lines(tx, batch.id, now=now, after=after, limit=CHUNK)
            mine = [one for one in await lines.locked(tx, ids) if one.person_id != by]
            count = await confirm_lines(tx, mine, now=now)
            if count:
                facts = {"lines": count, "on_behalf": on_behalf(person, batch.project_id)}
                subject = f"batch:{number}"
                await record(tx, "batch-confirmed", subject, by=by, now=now, after=facts)
            done += count
            if done and len(ids) < CHUNK:
                await restate(tx, batch, now=now)
        if len(ids) < CHUNK:
            break
        after = ids[-1]
    if not done:
        raise Refused("batch-nothing-waits")
    return done


async def confirm_one(db: Database, *, line: str, by: int, cause: str, now: datetime) -> None:
    """Confirm one line; a refusal of it that is still held is withdrawn."""
    async with db.begin(cause) as tx:
        mine, batch, person = await to_judge(tx, line, by, now)
        await withdraw(tx, [mine], by=by, now=now)
        await confirm_lines(tx, [mine], now=now)
        await restate(tx, batch, now=now)
        facts = {"on_behalf": on_behalf(person, batch.project_id)}
        await record(tx, "line-confirmed", f"line:{line}", by=by, now=now, after=facts)


async def withdraw(tx: Tx, mine: list[Line], *, by: int, now: datetime) -> None:
    """Who refused has thought better of it."""
    for refusal in (await refusals.live_of(tx, [one.id for one in mine])).values():
        if refusal.state is not RefusalState.held:
            raise Refused("line-client-refused")
        await refusals.change(
            tx, refusal.id, state=RefusalState.dismissed, decided_by=by, decided_at=now
        )
        subject = f"refusal:{refusal.number}"
        await record(tx, "refusal-withdrawn", subject, by=by, now=now)


async def confirm_lines(tx: Tx, mine: list[Line], *, now: datetime) -> int:
    """The client's yes to those lines that still wait for it; their people are told once a day.

    The lines are kept to the transaction.
    """
    told = [one for one in mine if waits(one, now)]
    for line in told:
        if line.state is LineState.accepted:
            await confirm_line(tx, line, now=now, client=ClientState.confirmed)
        else:
            # Payable with its acceptance.
            await lines.change(tx, line.id, client=ClientState.confirmed, client_at=now)
    for person_id in sorted({one.person_id for one in told}):
        person = await people.by_id(tx, person_id)
        until = told_at(person.zone, now)
        await tell(
            tx, person, "client_confirmed", key=f"client:confirmed:{person_id}:{until:%Y%m%dT%H}",
            now=now, not_before=until, can_wait=True, until=until.isoformat(),
            since=told_since(person.zone, until).isoformat(),
        )  # fmt: skip
    return len(told)
