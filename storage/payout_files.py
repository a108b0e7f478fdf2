"""Files for the payer: which payouts stand in one, and what it says of each."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, ScalarSelect, Select, and_, bindparam, exists, select, update

from bot.domain.money import Money
from bot.domain.numbers import public_number
from storage.database import Tx, locking
from storage.pay_desk import in_effect
from storage.schema import pay_runs, payout_files, payout_methods, payouts, people, statements
from storage.schema.columns import word
from storage.statements import add_row, change_row, rows_by

_LOCKED_RUN = locking(rows_by(pay_runs, "id"), pay_runs)


@dataclass(frozen=True, slots=True)
class PayoutFile:
    """A file that an admin was handed, for one run."""

    id: int
    number: str
    run_id: int | None
    by_id: int
    payouts: int
    made_at: datetime
    deleted_at: datetime | None


@dataclass(frozen=True, slots=True)
class FiledPayout:
    """What a file says of one payout, but for the details, which are sealed."""

    number: str
    statement: str
    pseudonym: str
    name: str
    method: str
    method_id: int
    money: Money
    run: str
    zone: str
    period_end: datetime
    expected_at: datetime


def _method_now(now: datetime) -> ScalarSelect[int]:
    """As `effective_method` of the domain: the newest of those that count by now."""
    m = payout_methods.c
    return (
        select(m.id)
        .where(in_effect(payouts.c.person_id, now))
        .order_by(m.effective_at.desc(), m.id.desc())
        .limit(1)
        .scalar_subquery()
    )


def _to_file(run_id: int, *, again: bool) -> Select[tuple[int]]:
    p = payouts.alias("mine")
    found = (
        select(p.c.id)
        .join(statements, statements.c.id == p.c.statement_id)
        .where(statements.c.run_id == run_id, p.c.state == word("due"))
    )
    return found if again else found.where(p.c.file_id.is_(None))


async def methods_to_file(tx: Tx, run_id: int, now: datetime, *, again: bool) -> list[int]:
    """The methods by which the payouts that a file would hold are paid."""
    mine = payouts.c.id.in_(_to_file(run_id, again=again))
    found = await tx.execute(select(_method_now(now)).select_from(payouts).where(mine).distinct())
    return [one for one in found.scalars() if one is not None]


async def make(
    tx: Tx, *, run_id: int, by: int, again: bool, but_for: Collection[int], now: datetime
) -> PayoutFile:
    """A new file with the payouts of the run that are due and in none, or with all of them.

    Each goes where its person is paid now; who has no method, or one of `but_for`, stays out.
    """
    await tx.execute(_LOCKED_RUN, {"id": run_id})
    number = public_number()
    values = {"number": number, "run_id": run_id, "by_id": by, "payouts": 0, "made_at": now}
    file_id = await add_row(tx, payout_files, values)
    method = _method_now(now)
    usable: ColumnElement[bool] = exists().where(in_effect(payouts.c.person_id, now))
    if but_for:
        usable = and_(usable, method.not_in(list(but_for)))
    taken = await tx.execute(
        update(payouts)
        # Named once more: of a payout that somebody is just marking, only this is looked at again.
        .where(payouts.c.state == word("due"))
        .where(payouts.c.id.in_(_to_file(run_id, again=again)), usable)
        .values(file_id=file_id, method_id=method)
    )
    count = int(taken.rowcount)
    await change_row(tx, payout_files, file_id, {"payouts": count})
    return PayoutFile(file_id, number, run_id, by, count, now, None)


async def by_number(tx: Tx, number: str) -> PayoutFile | None:
    """The file with that number."""
    row = (await tx.execute(rows_by(payout_files, "number"), {"number": number})).first()
    return PayoutFile(*row) if row else None


async def of_run(tx: Tx, run_id: int) -> list[PayoutFile]:
    """The files of a run, the oldest first."""
    rows = await tx.execute(rows_by(payout_files, "run_id"), {"run_id": run_id})
    return sorted((PayoutFile(*row) for row in rows), key=lambda one: one.id)


async def still_there(tx: Tx, before: datetime) -> list[PayoutFile]:
    """Files made before then that were not taken out of the chat."""
    f = payout_files.c
    found = select(payout_files).where(f.deleted_at.is_(None), f.made_at <= bindparam("before"))
    rows = await tx.execute(found.order_by(f.made_at, f.id), {"before": before})
    return [PayoutFile(*row) for row in rows]


async def withdrawn(tx: Tx, file_id: int, now: datetime) -> None:
    """The file is taken out of the chat."""
    await change_row(tx, payout_files, file_id, {"deleted_at": now})


async def contents(tx: Tx, file_id: int, *, after: str, limit: int) -> list[FiledPayout]:
    """The payouts that stand in the file, by number, behind `after`."""
    p, s, r, m = payouts.c, statements.c, pay_runs.c, payout_methods.c
    found = (
        select(
            p.number, s.number.label("statement"), people.c.pseudonym, people.c.name, m.kind,
            p.method_id, p.minor, p.currency, r.number.label("run"), r.zone, r.period_end,
            s.expected_at,
        )
        .join(statements, s.id == p.statement_id)
        .join(pay_runs, r.id == s.run_id)
        .join(people, people.c.id == p.person_id)
        .join(payout_methods, m.id == p.method_id)
        .where(p.file_id == file_id, p.number > after)
        .order_by(p.number)
        .limit(limit)
    )  # fmt: skip
    return [
        FiledPayout(
            row.number, row.statement, row.pseudonym, row.name, row.kind, row.method_id,
            Money(row.minor, row.currency), row.run, row.zone, row.period_end, row.expected_at,
        )
        for row in await tx.execute(found)
    ]  # fmt: skip
