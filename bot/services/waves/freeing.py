"""Places held for who may not claim them any more: they pass on before their time."""

from datetime import datetime

from bot.domain.calls import OfferState
from bot.domain.projects import ProjectState
from bot.domain.refusal import Refused
from bot.domain.rules import Rules
from bot.effects.right_to_claim import require_right
from bot.effects.touch_call import end_held
from bot.insistence import each
from storage import offers, people, projects
from storage.database import Database, Tx
from storage.offers import Offer


async def free_unusable(db: Database, *, now: datetime, rules: Rules) -> int:
    """Sweep: who reached a cap or was paused keeps no place from others; how many passed on.

    It counts as no call that was left unanswered.
    """
    async with db.look() as tx:
        doubtful = await offers.doubtful(tx, now, 500)

    async def free(offer: Offer) -> int:
        async with db.read() as tx:
            if await _may(tx, offer, now, rules):
                return 0
        async with db.begin() as tx:
            await people.locked(tx, offer.person_id)
            await projects.lock(tx, offer.project_id)
            held = await offers.held_by(tx, offer.call_id, offer.person_id)
            if held is None or await _may(tx, held, now, rules):
                return 0
            await end_held(tx, [held], OfferState.lapsed, now=now)
            return 1

    return await each(doubtful, free)


async def _may(tx: Tx, offer: Offer, now: datetime, rules: Rules) -> bool:
    """Whether the person may claim it, as far as that rests with the person."""
    project = await projects.by_id(tx, offer.project_id)
    if project.state is not ProjectState.open:
        return True
    try:
        await require_right(
            tx, await people.by_id(tx, offer.person_id), project, now=now, rules=rules
        )
    except Refused:
        return False
    return True
