"""Newcomers of a hall that approves them: they apply by arriving, and are let in."""

from datetime import datetime, timedelta

from bot.domain.notices import Priority
from bot.domain.people import Person, Role, Standing, after_quiet_hours
from bot.domain.rules import StandingRules
from storage import applications, journal, notices, people
from storage.database import Tx


async def apply(tx: Tx, person: Person, *, now: datetime, rules: StandingRules) -> Person:
    """Whoever has just arrived applies, where newcomers are approved; returns them as they are.

    Somebody with a role was chosen by an admin already.
    """
    if not rules.approval_days or person.roles or person.standing is not Standing.good:
        return person
    until = now + timedelta(days=rules.approval_days)
    await applications.add(tx, person_id=person.id, reply_by=until, now=now)
    await people.change(tx, person.id, standing=Standing.applicant)
    after = {"standing": Standing.applicant, "until": until.isoformat()}
    await journal.append(
        tx, at=now, actor_id=person.id, act="applied", subject=f"person:{person.id}",
        before={"standing": person.standing}, after=after,
    )  # fmt: skip
    for admin in await people.with_role(tx, Role.admin):
        if admin.telegram_id is not None and admin.is_reachable:
            await notices.add(
                tx, key=f"applied:{now.date().isoformat()}:{admin.id}",
                chat_id=admin.telegram_id, person_id=admin.id, kind="applicants_wait", args={},
                priority=Priority.personal, now=now, not_before=after_quiet_hours(admin, now),
            )  # fmt: skip
    return await people.by_id(tx, person.id)
