"""Answering a private call without claiming: rather not, why, and no more of them."""

from datetime import datetime

from bot.domain.calls import OfferState
from bot.domain.refusal import Refused
from bot.domain.waves import Why
from bot.effects.record import record
from bot.effects.touch_call import touch_calls
from storage import offers, people, projects
from storage.database import Database


async def decline(db: Database, *, number: str, person_id: int, cause: str, now: datetime) -> None:
    """The person would rather not: the place passes on at once, and it costs nothing."""
    async with db.begin(cause) as tx:
        await people.locked(tx, person_id)
        offer = await offers.private_of(tx, number, person_id)
        if offer is None:
            raise Refused("stale-button")
        await projects.lock(tx, offer.project_id)
        if await offers.held_by(tx, offer.call_id, person_id) is None:
            raise Refused("offer-over")
        await offers.end(tx, offer.id, OfferState.declined)
        await people.change(tx, person_id, ignored_calls=0)
        await record(tx, "place-declined", f"call:{number}", by=person_id, now=now)
        await touch_calls(tx, offer.project_id, now=now)


async def because(
    db: Database, *, number: str, reason: str, person_id: int, cause: str, now: datetime
) -> None:
    """Why the person declined, for who plans the calls; it changes nothing else."""
    if reason not in Why.__members__:
        raise Refused("stale-button")
    async with db.begin(cause) as tx:
        offer = await offers.private_of(tx, number, person_id)
        if offer is None or offer.state is not OfferState.declined:
            raise Refused("stale-button")
        await offers.change(tx, offer.id, reason=reason)
        after = {"reason": reason}
        await record(tx, "call-reason", f"call:{number}", by=person_id, now=now, after=after)


async def choose(db: Database, *, person_id: int, wanted: bool, cause: str, now: datetime) -> None:
    """Whether calls come to the person privately; the groups and `/work` stay as they are."""
    async with db.begin(cause) as tx:
        await people.locked(tx, person_id)
        await people.change(tx, person_id, private_calls=wanted, ignored_calls=0)
        after = {"wanted": wanted}
        subject = f"person:{person_id}"
        await record(tx, "set-private-calls", subject, by=person_id, now=now, after=after)
