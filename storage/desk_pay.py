"""What waits at the desk in pay: payouts on their way, troubled runs, weeks below the floor."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select

from bot.domain.desk import MOST_COUNTED
from storage.database import Tx
from storage.desk import Found
from storage.pay_desk import in_effect
from storage.schema import (
    journal,
    lines,
    pay_runs,
    pay_troubles,
    payout_methods,
    payouts,
    projects,
    statements,
)
from storage.schema.columns import among, word

# So many of the latest acts of a kind are looked through.
_LATEST = 2000


def _by_run(*conditions: Any) -> Select[Any]:
    """Such open payouts by run, up to where their number stops being of interest."""
    some = (
        select(payouts.c.id, payouts.c.statement_id)
        # Said as in the partial index, which a planner could not use else.
        .where(among(payouts.c.state, "due", "sent"), *conditions)
        .order_by(payouts.c.id)
        .limit(MOST_COUNTED)
        .subquery()
    )
    return (
        select(pay_runs.c.number, func.count(), func.min(statements.c.expected_at))
        .select_from(some)
        .join(statements, statements.c.id == some.c.statement_id)
        .join(pay_runs, pay_runs.c.id == statements.c.run_id)
        .group_by(pay_runs.c.number)
    )


async def _runs(tx: Tx, found: Select[Any]) -> list[Found]:
    return [Found(count, due, number=number) for number, count, due in await tx.execute(found)]


async def unfiled(tx: Tx, now: datetime) -> list[Found]:
    """Payouts that could stand in a file for the payer and do not, by run."""
    able = select(payout_methods.c.id).where(in_effect(payouts.c.person_id, now)).exists()
    return await _runs(
        tx, _by_run(payouts.c.state == word("due"), payouts.c.file_id.is_(None), able)
    )


async def without_method(tx: Tx, now: datetime) -> list[Found]:
    """Payouts of people who have not said where they are paid, by run."""
    able = select(payout_methods.c.id).where(in_effect(payouts.c.person_id, now)).exists()
    return await _runs(
        tx, _by_run(payouts.c.state == word("due"), payouts.c.file_id.is_(None), ~able)
    )


async def unmarked(tx: Tx) -> list[Found]:
    """Payouts in a file of which nobody has said that they were sent, by run."""
    return await _runs(tx, _by_run(payouts.c.state == word("due"), payouts.c.file_id.is_not(None)))


async def overdue(tx: Tx, now: datetime) -> list[Found]:
    """Payouts that were sent, and should have arrived by now, by run."""
    late = (
        select(statements.c.id)
        .where(statements.c.id == payouts.c.statement_id, statements.c.expected_at <= now)
        .exists()
    )
    return await _runs(tx, _by_run(payouts.c.state == word("sent"), late))


async def troubled(tx: Tx) -> list[Found]:
    """People whose part of a run failed, by run; it has no date."""
    found = (
        select(pay_runs.c.number, func.count())
        .select_from(pay_troubles.join(pay_runs, pay_runs.c.id == pay_troubles.c.run_id))
        .where(pay_troubles.c.solved_at.is_(None))
        .group_by(pay_runs.c.number)
    )
    return [Found(count, None, number=number) for number, count in await tx.execute(found)]


async def below_floor(tx: Tx, since: datetime) -> list[tuple[str, str, int]]:
    """By project key and week, how many earned less than the floor and were not made up for."""
    told: dict[tuple[str, str], int] = {}
    for row in await _acts(tx, "below-floor", since):
        told[row.subject.removeprefix("project:"), row.after["week"]] = row.after["people"]
    if not told:
        return []
    made = await _made_up(tx, await _acts(tx, "topped-up", since))
    return [(*which, people - made[which]) for which, people in sorted(told.items())]


async def _acts(tx: Tx, act: str, since: datetime) -> list[Any]:
    newest = select(journal).where(journal.c.act == act).order_by(journal.c.id.desc())
    return [row for row in await tx.execute(newest.limit(_LATEST)) if row.at > since]


async def _made_up(tx: Tx, acts: Iterable[Any]) -> Counter[tuple[str, str]]:
    weeks = {row.after["line"]: (row.subject, row.after["week"]) for row in acts}
    found = (
        select(lines.c.number, projects.c.key)
        .join(projects, projects.c.id == lines.c.project_id)
        .where(lines.c.number.in_(list(weeks)))
    )
    reached = {(key, *weeks[number]) for number, key in await tx.execute(found)}
    return Counter((key, week) for key, _, week in reached)
