"""A held place ends without a job: it goes back to its call."""

from datetime import datetime

from bot.domain.calls import OfferState
from bot.domain.notices import Priority
from bot.domain.waves import held_on
from bot.effects.record import record
from bot.effects.tell import tell
from bot.effects.touch_call import touch_calls
from storage import offers, people
from storage.database import Tx
from storage.offers import Offer


async def lapse_offer(tx: Tx, offer: Offer, *, now: datetime) -> None:
    """Pass the held place on; its person is locked, and then its project.

    A private call that arrived and got no answer counts: who leaves several unanswered is asked
    behind the others. One that never arrived counts for nothing, and may be made again.
    """
    await offers.end(tx, offer.id, OfferState.lapsed)
    if offer.private and offer.told_at is None:
        await offers.change(tx, offer.id, private=False)
    elif offer.private:
        await people.count_ignored(tx, offer.person_id)
        person = await people.by_id(tx, offer.person_id)
        # What stands in the chat says that it is over, without a sound and in its place.
        await tell(
            tx, person, "private_call", key=f"offer:{offer.id}:over", now=now,
            priority=Priority.call, edits=offer.message_id, offer_id=offer.id,
        )  # fmt: skip
    await record(tx, "place-lapsed", f"call:{offer.call_number}", by=None, now=now)
    await touch_calls(tx, offer.project_id, now=now)


async def offer_told(tx: Tx, offer_id: int, message_id: int | None, *, now: datetime) -> None:
    """A private call arrived: the time to answer counts from now."""
    offer = await offers.by_id(tx, offer_id)
    if offer.state is not OfferState.held or offer.told_at is not None:
        return
    until = held_on(now, offer.made_at or now, offer.until)
    await offers.change(tx, offer.id, told_at=now, message_id=message_id, until=until)
