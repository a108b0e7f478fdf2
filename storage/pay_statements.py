"""Statements of pay as they were made, each with the newest payout of it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, func, select

from bot.domain.money import Money
from bot.domain.pay_periods import Period
from bot.domain.payouts import Payout
from storage.database import Tx
from storage.payruns import as_payout
from storage.schema import pay_runs, payouts, statements
from storage.statements import rows_by

_newest = (
    select(func.max(payouts.c.id))
    .where(payouts.c.statement_id == statements.c.id)
    .correlate(statements)
    .scalar_subquery()
)


@dataclass(frozen=True, slots=True)
class Stored:
    """A statement without its lines; `payout` is the newest one that pays it."""

    id: int
    number: str
    person_id: int
    period: Period
    gross: Money
    deductions: Money
    net: Money
    made_at: datetime
    promised: datetime
    dispute_by: datetime
    payout: Payout


@dataclass(frozen=True, slots=True)
class Listed:
    """A statement in a list: number, end of its period, what it pays, and how far that is."""

    number: str
    zone: str
    period_end: datetime
    net: Money
    state: str


async def by_number(tx: Tx, number: str) -> Stored | None:
    """The statement with that number."""
    row = (await tx.execute(rows_by(statements, "number"), {"number": number})).first()
    if row is None:
        return None
    run = (await tx.execute(rows_by(pay_runs, "id"), {"id": row.run_id})).one()
    of_it = select(payouts).where(payouts.c.statement_id == row.id).order_by(payouts.c.id.desc())
    payout = (await tx.execute(of_it.limit(1))).one()
    return _stored(row, Period(run.zone, run.period_start, run.period_end), as_payout(payout))


def _stored(row: Row[Any], period: Period, payout: Payout) -> Stored:
    gross, deductions, net = (
        Money(minor, row.currency)
        for minor in (row.gross_minor, row.deductions_minor, row.net_minor)
    )
    return Stored(
        row.id, row.number, row.person_id, period, gross, deductions, net, row.made_at,
        row.expected_at, row.dispute_by, payout,
    )  # fmt: skip


async def count(tx: Tx, person_id: int) -> int:
    """How many statements the person has."""
    mine = select(func.count()).where(statements.c.person_id == person_id)
    return int((await tx.execute(mine)).scalar_one())


async def listed(tx: Tx, person_id: int, *, offset: int, limit: int) -> list[Listed]:
    """The person's statements, the newest first."""
    found = (
        select(statements, pay_runs.c.zone, pay_runs.c.period_end, payouts.c.state.label("payout"))
        .join(pay_runs, pay_runs.c.id == statements.c.run_id)
        .join(payouts, payouts.c.id == _newest)
        .where(statements.c.person_id == person_id)
        .order_by(statements.c.id.desc())
        .offset(offset)
        .limit(limit)
    )
    return [
        Listed(
            row.number, row.zone, row.period_end, Money(row.net_minor, row.currency), row.payout
        )
        for row in await tx.execute(found)
    ]
