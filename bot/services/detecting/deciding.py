"""What was proposed and waits for a person, and setting it aside."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.people import Person, require_admin
from bot.domain.refusal import Refused
from bot.effects.record import record
from bot.services.detecting.naming import Names, names_in
from storage import people, proposals
from storage.database import Database, Tx
from storage.proposals import Proposal

OPEN, DISMISSED = "open", "dismissed"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A proposal, the person it is about with the stable name, and who looks at it."""

    proposal: Proposal
    person: Person
    pseudonym: str
    viewer: Person
    names: Names


async def waiting(db: Database, *, by: int, page: int, size: int) -> tuple[list[Waiting], int]:
    """One page of the open proposals, the oldest first, and how many there are."""
    async with db.read() as tx:
        viewer = await people.by_id(tx, by)
        require_admin(viewer)
        found = await proposals.waiting(tx)
        shown = found[page * size : (page + 1) * size]
        return [await _with_person(tx, one, viewer) for one in shown], len(found)


async def one_waiting(db: Database, number: str, *, by: int) -> Waiting:
    """One open proposal; refused where it was decided or set aside meanwhile."""
    async with db.read() as tx:
        viewer = await people.by_id(tx, by)
        require_admin(viewer)
        found = await proposals.by_number(tx, number)
        if found is None or found.state != OPEN:
            raise Refused("proposal-gone")
        return await _with_person(tx, found, viewer)


async def dismiss(db: Database, *, number: str, by: int, cause: str, now: datetime) -> None:
    """Nothing follows from what was found, and the same facts are not brought up again."""
    async with db.begin(cause) as tx:
        require_admin(await people.by_id(tx, by))
        found = await proposals.locked(tx, number)
        if found is None or found.state != OPEN:
            raise Refused("proposal-gone")
        if found.person_id == by:
            raise Refused("own-standing")
        await proposals.end(tx, found.id, DISMISSED, by=by, now=now)
        after = {"proposal": number, "detector": found.detector}
        await record(
            tx, "proposal-dismissed", f"person:{found.person_id}", by=by, now=now, after=after
        )


async def _with_person(tx: Tx, one: Proposal, viewer: Person) -> Waiting:
    pseudonym = (await people.pseudonyms(tx, {one.person_id}))[one.person_id]
    person = await people.by_id(tx, one.person_id)
    return Waiting(one, person, pseudonym, viewer, await names_in(tx, one.evidence))
