"""Looking at the desk: all that waits for somebody, or what comes next where nothing does."""

from datetime import datetime

from bot.domain.desk import Coming, Desk, NextDate, in_order
from bot.domain.pay_periods import period_at
from bot.domain.people import require_coordinator
from bot.domain.rules import PayRules
from bot.services.desk.sources import SOURCES
from bot.services.desk.view import View, view_of
from storage import desk, people
from storage.database import Database, Tx


async def look(db: Database, *, by: int, now: datetime, rules: PayRules) -> Desk:
    """The desk of somebody who coordinates something."""
    async with db.read() as tx:
        person = await people.by_id(tx, by)
        require_coordinator(person)
        view = await view_of(tx, person, now)
        found = in_order([one for source in SOURCES for one in await source(tx, view)])
        return Desk(person, found, () if found else await _coming(tx, view, rules))


async def _coming(tx: Tx, view: View, rules: PayRules) -> tuple[Coming, ...]:
    """The dates that are known already, the next one first."""
    found = []
    for what, known in (
        (NextDate.job, await desk.next_job_due(tx, view.coordinated, view.now)),
        (NextDate.client, await desk.next_silence(tx, view.coordinated, view.now)),
    ):
        if known is not None:
            found.append(Coming(what, known[1], view.coordinated[known[0]].name))
    if view.person.is_admin:
        ends = [period_at(zone, rules.day, view.now).end for zone in rules.zones]
        found.append(Coming(NextDate.run, min(ends)))
    return tuple(sorted(found, key=lambda one: one.at))
