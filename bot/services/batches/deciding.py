"""What an admin makes of refusals that are held."""

from datetime import datetime

from bot.domain.batches import Refusal, RefusalState, is_over, require_anothers
from bot.domain.lines import Line
from bot.domain.people import require_admin
from bot.domain.refusal import Refused
from bot.effects.record import record
from bot.effects.tell import tell
from bot.services.batches.finding import restate
from bot.services.batches.refusing import apply
from storage import batches, lines, people, refusals
from storage.database import Database, Tx

_CHUNK = 50


async def decide_one(
    db: Database, *, refusal: str, approve: bool, by: int, cause: str, now: datetime
) -> str:
    """Apply or dismiss one held refusal; returns the number of its batch."""
    async with db.begin(cause) as tx:
        require_admin(await people.by_id(tx, by))
        known = await refusals.by_number(tx, refusal)
        if known is None:
            raise Refused("stale-button")
        batch = await batches.locked(tx, known.batch_id)
        held = await refusals.locked(tx, refusal)
        if held is None or held.state is not RefusalState.held:
            raise Refused("refusals-decided")
        await _decide(tx, [held], approve=approve, by=by, now=now)
        await _tell(tx, [held], batch.number, approve, now)
        await restate(tx, batch, now=now)
        return batch.number


async def decide_all(db: Database, *, batch: str, approve: bool, by: int, now: datetime) -> int:
    """Apply or dismiss all that is held of a batch; returns how many were.

    It goes on where it stopped when it is done again.
    """
    done: list[Refusal] = []
    while True:
        async with db.begin() as tx:
            require_admin(await people.by_id(tx, by))
            known = await batches.by_number(tx, batch)
            if known is None:
                raise Refused("no-batch", number=batch)
            known = await batches.locked(tx, known.id)
            after = done[-1].id if done else 0
            held = await refusals.locked_held(tx, known.id, after=after, limit=_CHUNK)
            await _decide(tx, held, approve=approve, by=by, now=now)
            await _tell(tx, held, batch, approve, now)
            await restate(tx, known, now=now)
        if not held:
            break
        done += held
    if not done:
        raise Refused("refusals-decided")
    return len(done)


async def _decide(tx: Tx, held: list[Refusal], *, approve: bool, by: int, now: datetime) -> None:
    """The batch and the refusals are kept to the transaction."""
    mine = {line.id: line for line in await lines.locked(tx, [one.line_id for one in held])}
    over = [one for one in held if is_over(mine[one.line_id], now)]
    await lapse(tx, over, mine, now=now)
    rest = [one for one in held if one not in over]
    if approve:
        require_anothers(rest, by)
        await apply(tx, [(one, mine[one.line_id]) for one in rest], by=by, now=now)
        return
    for one in rest:
        await refusals.change(
            tx, one.id, state=RefusalState.dismissed, decided_by=by, decided_at=now
        )
        after = {"line": mine[one.line_id].number}
        await record(tx, "refusal-dismissed", f"refusal:{one.number}", by=by, now=now, after=after)


async def lapse(tx: Tx, over: list[Refusal], mine: dict[int, Line], *, now: datetime) -> None:
    """Nobody decided on them in time; the client's silence confirmed the lines."""
    for one in over:
        await refusals.change(tx, one.id, state=RefusalState.lapsed, decided_at=now)
        after = {"line": mine[one.line_id].number}
        await record(tx, "refusal-lapsed", f"refusal:{one.number}", by=None, now=now, after=after)


async def _tell(tx: Tx, held: list[Refusal], batch: str, approve: bool, now: datetime) -> None:
    """Who refused is told what came of it."""
    for person_id in sorted({one.by_id for one in held}):
        mine = [one.id for one in held if one.by_id == person_id]
        await tell(
            tx, await people.by_id(tx, person_id), "refusals_decided",
            key=f"refusals:decided:{mine[0]}", now=now, batch=batch, refusals=mine,
            approved=approve,
        )  # fmt: skip
