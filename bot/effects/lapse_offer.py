"""A place held by a private call: when it was told, and its end without an answer."""

from datetime import datetime

from bot.domain.calls import OfferState
from bot.domain.projects import ProjectState
from bot.domain.waves import held_on
from storage import offers, people, projects
from storage.database import Tx
from storage.offers import Offer


async def lapse_offer(tx: Tx, offer: Offer) -> bool:
    """End the held place without a job; its person is locked. Whether a call went unanswered.

    A private call that arrived and got no answer counts: who leaves several unanswered is asked
    behind the others. One that never arrived counts for nothing, and may be made again; nor does
    one that could not be claimed, since its project is paused.
    """
    await offers.end(tx, offer.id, OfferState.lapsed)
    if not offer.private:
        return False
    if offer.told_at is None:
        await offers.change(tx, offer.id, private=False)
        return False
    if (await projects.by_id(tx, offer.project_id)).state is ProjectState.open:
        await people.count_ignored(tx, offer.person_id)
    return True


async def offer_told(tx: Tx, offer_id: int, message_id: int | None, *, now: datetime) -> None:
    """A private call arrived: the time to answer counts from now."""
    offer = await offers.by_id(tx, offer_id)
    if offer.state is not OfferState.held or offer.told_at is not None:
        return
    until = held_on(now, offer.made_at or now, offer.until)
    await offers.change(tx, offer.id, told_at=now, message_id=message_id, until=until)
