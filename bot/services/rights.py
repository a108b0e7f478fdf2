"""Once a year everybody is told what they can demand here, and where."""

from datetime import datetime, timedelta

from bot.domain.notices import Priority
from bot.domain.people import Arrival
from bot.domain.rules import StandingRules
from bot.effects.tell import tell
from storage import people, rights
from storage.database import Database

_PAGE = 500


async def tell_rights(db: Database, *, now: datetime, rules: StandingRules) -> int:
    """Sweep: a silent notice to those who were told a year ago; returns how many were due.

    The terms of the hall say it at arrival, so the first notice comes a year after that. Whoever
    has not arrived has nothing to be told yet. There are at most some hundred at a time.
    """
    before = now - timedelta(days=rules.rights_days)
    async with db.read() as tx:
        page = await rights.due(tx, before, _PAGE)
    for person_id in page:
        await _tell_one(db, person_id, before=before, now=now)
    return len(page)


async def _tell_one(db: Database, person_id: int, *, before: datetime, now: datetime) -> None:
    async with db.begin() as tx:
        person = await people.locked(tx, person_id)
        last = await rights.last_told(tx, person_id)
        if last is not None and last > before:
            return
        await people.change(tx, person_id, rights_told=None if last is None else now)
        if last is None or person.arrival is not Arrival.done:
            return
        await tell(
            tx, person, "rights", key=f"rights:{person_id}:{now:%Y%m%d}", now=now,
            priority=Priority.broadcast, can_wait=True, on_return=True,
        )  # fmt: skip
