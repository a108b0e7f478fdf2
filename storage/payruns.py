"""Pay runs with their statements and payouts; whose part of a run failed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, and_, bindparam, func, or_, select, true, update

from bot.domain.money import Money
from bot.domain.numbers import public_number
from bot.domain.pay_periods import Period
from bot.domain.payouts import Payout, PayoutState, RunState
from storage.database import Tx, locking
from storage.schema import lines, pay_runs, pay_troubles, payouts, people, statements
from storage.schema.columns import word
from storage.statements import add_row, change_row, rows_by, unless_there

_ADD_RUN = unless_there(pay_runs, "zone", "period_end")
_ADD_STATEMENT = {
    name: added.returning(statements.c.id)
    for name, added in unless_there(statements, "run_id", "person_id", "currency").items()
}
_PAYABLE = and_(
    lines.c.state == word("confirmed"),
    lines.c.confirmed_at < bindparam("before"),
)
_PAYOUT = {
    "number": locking(rows_by(payouts, "number"), payouts),
    "id": locking(rows_by(payouts, "id"), payouts),
}

_SOLVED = (
    update(pay_troubles)
    .where(
        pay_troubles.c.run_id == bindparam("run"),
        pay_troubles.c.person_id == bindparam("person"),
        pay_troubles.c.solved_at.is_(None),
    )
    .values(solved_at=bindparam("now"))
)


@dataclass(frozen=True, slots=True)
class PayRun:
    """The closing of one pay period in one pay zone."""

    id: int
    number: str
    period: Period
    state: RunState
    by_id: int | None
    opened_at: datetime
    completed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Zones:
    """Whose money a run is about: people of this pay zone.

    The first zone of a hall has all who are in none of the others.
    """

    zone: str
    others: tuple[str, ...]

    @classmethod
    def of(cls, zone: str, everyone: tuple[str, ...]) -> "Zones":
        """The people of one of the hall's pay zones."""
        return cls(zone, everyone[1:] if zone == everyone[0] else ())


def _run(row: Row[Any]) -> PayRun:
    period = Period(row.zone, row.period_start, row.period_end)
    return PayRun(
        row.id, row.number, period, RunState(row.state), row.by_id, row.opened_at,
        row.completed_at,
    )  # fmt: skip


def as_payout(row: Row[Any]) -> Payout:
    """The payout of a row of the table."""
    return Payout(
        id=row.id, number=row.number, statement_id=row.statement_id, person_id=row.person_id,
        money=Money(row.minor, row.currency), state=PayoutState(row.state),
        method_id=row.method_id, reference=row.reference, reason=row.reason,
        created_at=row.created_at, sent_at=row.sent_at, settled_at=row.settled_at,
    )  # fmt: skip


def _in_zones(zones: Zones) -> Any:
    if zones.others:
        return people.c.pay_zone.not_in(zones.others)
    return people.c.pay_zone == zones.zone


def only_in(zones: Zones, everyone: tuple[str, ...]) -> Any:
    """The condition on `people` for who is paid in these zones; a hall of one zone has all."""
    return true() if len(everyone) == 1 else _in_zones(zones)


async def latest_end(tx: Tx, zone: str) -> datetime | None:
    """When the newest period ends that was run in the zone."""
    found = select(func.max(pay_runs.c.period_end)).where(pay_runs.c.zone == zone)
    end: datetime | None = (await tx.execute(found)).scalar()
    return end


async def first_payable(tx: Tx, condition: Any) -> datetime | None:
    """When the first of the money was confirmed that no run has paid, among those people."""
    found = (
        select(func.min(lines.c.confirmed_at))
        .join(people, people.c.id == lines.c.person_id)
        .where(lines.c.state == word("confirmed"), condition)
    )
    first: datetime | None = (await tx.execute(found)).scalar()
    return first


async def open_run(tx: Tx, period: Period, *, by: int | None, now: datetime) -> PayRun:
    """The run of the period: the one that is there, else a new one."""
    values = {
        "number": public_number(), "zone": period.zone, "period_start": period.start,
        "period_end": period.end, "state": RunState.open, "by_id": by, "opened_at": now,
    }  # fmt: skip
    await tx.execute(_ADD_RUN[tx.dialect.name], values)
    mine = (pay_runs.c.zone == period.zone) & (pay_runs.c.period_end == period.end)
    return _run((await tx.execute(select(pay_runs).where(mine))).one())


async def unfinished(tx: Tx) -> list[PayRun]:
    """Runs that were begun and not completed, the oldest first."""
    mine = select(pay_runs).where(pay_runs.c.state == word("open"))
    return [_run(row) for row in await tx.execute(mine.order_by(pay_runs.c.period_end))]


async def run_by_id(tx: Tx, run_id: int) -> PayRun:
    """The run; it must exist."""
    return _run((await tx.execute(rows_by(pay_runs, "id"), {"id": run_id})).one())


async def run_by_number(tx: Tx, number: str) -> PayRun | None:
    """The run with that public number."""
    row = (await tx.execute(rows_by(pay_runs, "number"), {"number": number})).first()
    return _run(row) if row else None


async def newest(tx: Tx, limit: int) -> list[PayRun]:
    """The latest runs, newest first."""
    found = select(pay_runs).order_by(pay_runs.c.period_end.desc(), pay_runs.c.id.desc())
    return [_run(row) for row in await tx.execute(found.limit(limit))]


async def has_anything(tx: Tx, run_id: int) -> bool:
    """Whether the run made a statement, or met trouble."""
    for table in (statements, pay_troubles):
        found = select(table.c.id).where(table.c.run_id == run_id).limit(1)
        if (await tx.execute(found)).first():
            return True
    return False


async def complete(tx: Tx, run_id: int, now: datetime) -> bool:
    """All statements of the run are made; false when somebody else has found so before."""
    open_one = (pay_runs.c.id == run_id) & (pay_runs.c.state == word("open"))
    done = {"state": RunState.completed, "completed_at": now}
    return bool((await tx.execute(update(pay_runs).where(open_one).values(done))).rowcount)


def _payable_people(condition: Any) -> Select[Any]:
    return (
        select(lines.c.person_id)
        .join(people, people.c.id == lines.c.person_id)
        .where(_PAYABLE, lines.c.person_id > bindparam("after"), condition)
        .group_by(lines.c.person_id)
        .order_by(lines.c.person_id)
        .limit(bindparam("most"))
    )


async def payable_people(
    tx: Tx, condition: Any, *, before: datetime, after: int, limit: int
) -> list[int]:
    """People with money for the period that ends then, by id, behind `after`."""
    facts = {"before": before, "after": after, "most": limit}
    return list((await tx.execute(_payable_people(condition), facts)).scalars())


async def add_statement(tx: Tx, values: dict[str, Any]) -> int | None:
    """A new statement; none where there is one of the run, person and currency already."""
    added: int | None = (await tx.execute(_ADD_STATEMENT[tx.dialect.name], values)).scalar()
    return added


async def add_payout(tx: Tx, values: dict[str, Any]) -> int:
    """A new payout; the database refuses a second live one of the statement."""
    return await add_row(tx, payouts, values)


async def locked_payout(tx: Tx, number: str) -> Payout | None:
    """The payout with that number, kept to this transaction."""
    row = (await tx.execute(_PAYOUT["number"], {"number": number})).first()
    return as_payout(row) if row else None


async def locked_payout_by_id(tx: Tx, payout_id: int) -> Payout:
    """As `locked_payout`, by id; it must exist."""
    return as_payout((await tx.execute(_PAYOUT["id"], {"id": payout_id})).one())


async def change_payout(tx: Tx, payout_id: int, **values: Any) -> None:
    """Set columns of a payout."""
    await change_row(tx, payouts, payout_id, values)


def handed_over() -> Any:
    """The condition on payouts that the payer knows of: in a file, or said to be sent."""
    return or_(payouts.c.file_id.is_not(None), payouts.c.state == word("sent"))


async def payouts_of_run(
    tx: Tx, run_id: int, states: Sequence[PayoutState], *, after: int, limit: int,
    only_filed: bool = False,
) -> list[int]:  # fmt: skip
    """Payouts of a run in these states, or those the payer knows of, by id, behind `after`."""
    found = (
        select(payouts.c.id)
        .join(statements, statements.c.id == payouts.c.statement_id)
        .where(
            statements.c.run_id == run_id, payouts.c.state.in_(list(states)), payouts.c.id > after
        )
        .order_by(payouts.c.id)
        .limit(limit)
    )
    if only_filed:
        found = found.where(handed_over())
    return list((await tx.execute(found)).scalars())


async def add_trouble(tx: Tx, run_id: int, person_id: int, *, error: str, now: datetime) -> None:
    """The person's part of the run failed; once for each run and person."""
    mine = (pay_troubles.c.run_id == run_id) & (pay_troubles.c.person_id == person_id)
    known = (await tx.execute(select(pay_troubles.c.id).where(mine))).scalar()
    if known is not None:
        await change_row(tx, pay_troubles, known, {"error": error, "at": now, "solved_at": None})
        return
    values = {"number": public_number(), "run_id": run_id, "person_id": person_id}
    await add_row(tx, pay_troubles, {**values, "error": error, "at": now})


async def solve_trouble(tx: Tx, run_id: int, person_id: int, now: datetime) -> None:
    """The person's part of the run went well after all."""
    await tx.execute(_SOLVED, {"run": run_id, "person": person_id, "now": now})


async def troubles(
    tx: Tx, *, before: datetime | None = None, run_id: int | None = None
) -> list[Row[Any]]:
    """Unsolved troubles of a run, or of all; with `before` those last tried earlier."""
    found = select(pay_troubles).where(pay_troubles.c.solved_at.is_(None))
    if before is not None:
        found = found.where(pay_troubles.c.at < before)
    if run_id is not None:
        found = found.where(pay_troubles.c.run_id == run_id)
    rows = (await tx.execute(found)).all()
    return sorted(rows, key=lambda row: int(row.id))
