"""Delivering: the batch is the client's to judge from then on."""

from datetime import datetime

from bot.domain.batches import Batch, BatchState
from bot.domain.people import require_coordinator
from bot.domain.refusal import Refused
from bot.domain.taking_back import require_in_hand
from bot.effects.record import record
from bot.effects.tell import tell
from bot.services.batches.finding import found, restate
from storage import batches, people, projects
from storage.database import Database


async def deliver(db: Database, *, number: str, by: int, cause: str, now: datetime) -> Batch:
    """Hand over what is in the batch, whatever is still missing; its clients are told.

    From then on a rejected rating opens no slot again.
    """
    async with db.begin(cause) as tx:
        batch, person = await found(tx, number, by)
        require_coordinator(person, batch.project_id)
        # A verdict reads the state of the batch behind this lock.
        project = await projects.locked(tx, batch.project_id)
        batch = await batches.locked(tx, batch.id)
        require_in_hand(batch)
        tally = await batches.tally(tx, batch.id)
        if not tally.lines:
            raise Refused("batch-empty")
        await batches.change(tx, batch.id, state=BatchState.delivered, delivered_at=now)
        batch = await batches.by_id(tx, batch.id)
        await restate(tx, batch, now=now)
        after = {
            "ratings": tally.lines, "not_accepted": tally.submitted,
            "missing": (await batches.tasks_of(tx, batch.id))[1],
        }  # fmt: skip
        subject = f"batch:{number}"
        await record(tx, "batch-delivered", subject, by=by, now=now, after=after)
        for one in await people.clients_of(tx, project.id):
            if one.id != by:
                key = f"batch:{batch.id}:delivered:{one.id}"
                await tell(tx, one, "batch_delivered", key=key, now=now, batch=number)
        return batch
