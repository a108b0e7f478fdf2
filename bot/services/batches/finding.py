"""Finding a batch, and keeping it to a transaction, for who may speak of it."""

from datetime import datetime

from bot.domain.batches import (
    Batch,
    BatchState,
    Tally,
    require_asked_of,
    require_delivered,
    require_others_work,
    state_of,
)
from bot.domain.lines import Line
from bot.domain.people import Person, require_client
from bot.domain.refusal import Refused
from storage import batches, lines, people
from storage.database import Tx


async def found(tx: Tx, number: str, by: int) -> tuple[Batch, Person]:
    """The batch of that number and the person, who speaks for its client."""
    person = await people.by_id(tx, by)
    require_client(person)
    batch = await batches.by_number(tx, number)
    if batch is None:
        raise Refused("no-batch", number=number)
    require_client(person, batch.project_id)
    return batch, person


async def of_line(tx: Tx, number: str, by: int) -> tuple[int, Batch, Person]:
    """The id of the line of that number, its batch, and the person, who may judge it."""
    known = await batches.lines_of(tx, [number])
    if number not in known:
        require_client(await people.by_id(tx, by))
        raise Refused("no-line", number=number)
    line_id, batch_id = known[number]
    person = await people.by_id(tx, by)
    batch = await batches.by_id(tx, batch_id)
    require_client(person, batch.project_id)
    return line_id, batch, person


async def to_judge(tx: Tx, number: str, by: int, now: datetime) -> tuple[Line, Batch, Person]:
    """A delivered line of others that waits for the client's word, kept to the transaction."""
    line_id, batch, person = await of_line(tx, number, by)
    require_delivered(batch)
    batch = await batches.locked(tx, batch.id)
    (line,) = await lines.locked(tx, [line_id])
    require_others_work(line, by)
    require_asked_of(line, now)
    return line, batch, person


def on_behalf(person: Person, project_id: int) -> bool:
    """Whether somebody of the hall speaks in the client's place."""
    return person.may_coordinate(project_id)


async def restate(tx: Tx, batch: Batch, *, now: datetime) -> Tally:
    """The batch in the state that its lines and refusals make; it is kept to the transaction."""
    tally = await batches.tally(tx, batch.id)
    state = state_of(tally)
    if batch.state is not BatchState.open and state is not batch.state:
        confirmed_at = now if state is BatchState.confirmed else batch.confirmed_at
        await batches.change(tx, batch.id, state=state, confirmed_at=confirmed_at)
    return tally
