"""What an admin sees of pay: what waits for the next run, and how runs and payouts stand."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, and_, exists, func, select

from bot.domain.money import Money
from bot.domain.pay_preview import Waiting
from bot.domain.payouts import Payout, PayoutState
from bot.domain.people import Standing
from storage.database import Tx
from storage.payruns import as_payout, handed_over
from storage.schema import (
    lines,
    pay_runs,
    payout_files,
    payout_methods,
    payouts,
    people,
    statements,
)
from storage.schema.columns import word

_LEAVING = (Standing.deactivating, Standing.deactivated)
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Sum:
    """So many payouts, or statements, of a state and currency, and what they come to."""

    state: str
    count: int
    money: Money


@dataclass(frozen=True, slots=True)
class PayoutSight:
    """A payout as an admin sees it; `last_four` is all that is shown of where it goes."""

    payout: Payout
    name: str
    pseudonym: str
    statement: str
    run: str
    method: str | None
    last_four: str | None
    file: str | None


def _payable(condition: Any, before: datetime) -> Select[Any]:
    return (
        select(lines.c.person_id)
        .join(people, people.c.id == lines.c.person_id)
        .where(lines.c.state == word("confirmed"), lines.c.confirmed_at < before, condition)
    )


async def waiting_of(tx: Tx, condition: Any, before: datetime) -> list[Waiting]:
    """What the run of the period that ends then finds, by person and currency."""
    found = (
        _payable(condition, before)
        .add_columns(
            lines.c.currency,
            func.sum(lines.c.pay_minor).label("minor"),
            func.min(lines.c.confirmed_at).label("oldest"),
            people.c.standing,
        )
        .group_by(lines.c.person_id, lines.c.currency, people.c.standing)
        .order_by(lines.c.person_id, lines.c.currency)
    )
    return [
        Waiting(
            row.person_id, Money(int(row.minor), row.currency), row.oldest,
            row.standing in _LEAVING,
        )
        for row in await tx.execute(found)
    ]  # fmt: skip


async def without_method(tx: Tx, condition: Any, before: datetime, now: datetime) -> set[int]:
    """Those of them who have no payout method in effect."""
    mine = people.c.id
    none = ~exists().where(in_effect(mine, now))
    return set((await tx.execute(_payable(and_(condition, none), before).distinct())).scalars())


def in_effect(person: Any, now: datetime) -> Any:
    """The condition on payout methods for one in effect of that person."""
    m = payout_methods.c
    return and_(m.person_id == person, m.state == word("confirmed"), m.effective_at <= now)


async def with_new_method(tx: Tx, condition: Any, before: datetime, since: datetime) -> set[int]:
    """Those of them who gave another payout method since then."""
    m, older = payout_methods.c, payout_methods.alias("older")
    changed = exists().where(
        m.person_id == people.c.id, m.confirmed_at > since,
        exists().where(
            older.c.person_id == m.person_id, older.c.id < m.id, older.c.confirmed_at.is_not(None)
        ),
    )  # fmt: skip
    found = _payable(and_(condition, changed), before).distinct()
    return set((await tx.execute(found)).scalars())


async def failed_last(tx: Tx, condition: Any, before: datetime) -> set[int]:
    """Those of them whose latest payout of which anything was heard failed."""
    latest = (
        select(payouts.c.state)
        .where(payouts.c.person_id == people.c.id, payouts.c.state != word("due"))
        .order_by(payouts.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    found = _payable(and_(condition, latest == word("failed")), before).distinct()
    return set((await tx.execute(found)).scalars())


async def least_statements(tx: Tx, person_ids: Collection[int]) -> dict[tuple[int, str], int]:
    """The smallest statement of each of these people, by currency."""
    least: dict[tuple[int, str], int] = {}
    s = statements.c
    for some in _in_parts(sorted(person_ids)):
        found = select(s.person_id, s.currency, func.min(s.net_minor).label("least"))
        mine = found.where(s.person_id.in_(some)).group_by(s.person_id, s.currency)
        least |= {(row.person_id, row.currency): row.least for row in await tx.execute(mine)}
    return least


async def statements_of(tx: Tx, person_ids: Collection[int]) -> dict[tuple[int, str], list[int]]:
    """What the statements of these people came to, by currency."""
    nets: dict[tuple[int, str], list[int]] = {}
    s = statements.c
    for some in _in_parts(sorted(person_ids)):
        found = select(s.person_id, s.currency, s.net_minor).where(s.person_id.in_(some))
        for row in await tx.execute(found):
            nets.setdefault((row.person_id, row.currency), []).append(row.net_minor)
    return nets


def _in_parts(ids: Sequence[int]) -> list[Sequence[int]]:
    return [ids[start : start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE)]


async def statement_sums(tx: Tx, run_id: int) -> list[Sum]:
    """The statements of a run, by currency."""
    s = statements.c
    found = select(s.currency, func.count(), func.sum(s.net_minor)).where(s.run_id == run_id)
    rows = await tx.execute(found.group_by(s.currency).order_by(s.currency))
    return [Sum("", count, Money(int(minor), currency)) for currency, count, minor in rows]


async def payout_sums(tx: Tx, run_id: int, *, only_filed: bool = False) -> list[Sum]:
    """The payouts of a run by state and currency; with `only_filed` those the payer knows."""
    p = payouts.c
    found = (
        select(p.state, p.currency, func.count(), func.sum(p.minor))
        .join(statements, statements.c.id == p.statement_id)
        .where(statements.c.run_id == run_id)
        .group_by(p.state, p.currency)
        .order_by(p.currency)
    )
    if only_filed:
        found = found.where(handed_over())
    rows = await tx.execute(found)
    return [Sum(state, count, Money(int(minor), code)) for state, code, count, minor in rows]


async def unfiled(tx: Tx, run_id: int, now: datetime) -> tuple[int, int]:
    """Payouts of a run that are due and in no file: how many, and how many lack a method."""
    p = payouts.c
    mine = (
        select(func.count())
        .select_from(payouts)
        .join(statements, statements.c.id == p.statement_id)
        .where(statements.c.run_id == run_id, p.state == word("due"), p.file_id.is_(None))
    )
    lacking = mine.where(~exists().where(in_effect(p.person_id, now)))
    return (
        int((await tx.execute(mine)).scalar_one()), int((await tx.execute(lacking)).scalar_one()),
    )  # fmt: skip


def _sights() -> Select[Any]:
    p, m = payouts.c, payout_methods.c
    return (
        select(
            payouts, people.c.name, people.c.pseudonym,
            statements.c.number.label("statement"), pay_runs.c.number.label("run"),
            m.kind.label("method"), m.last_four, payout_files.c.number.label("file"),
        )
        .join(people, people.c.id == p.person_id)
        .join(statements, statements.c.id == p.statement_id)
        .join(pay_runs, pay_runs.c.id == statements.c.run_id)
        .outerjoin(payout_methods, m.id == p.method_id)
        .outerjoin(payout_files, payout_files.c.id == p.file_id)
    )  # fmt: skip


def _sight(row: Row[Any]) -> PayoutSight:
    return PayoutSight(
        as_payout(row), row.name, row.pseudonym, row.statement, row.run, row.method,
        row.last_four, row.file,
    )  # fmt: skip


async def payout_sight(tx: Tx, number: str) -> PayoutSight | None:
    """The payout with that number."""
    row = (await tx.execute(_sights().where(payouts.c.number == number))).first()
    return _sight(row) if row else None


async def payout_sights(
    tx: Tx, run_id: int, *, limit: int, offset: int
) -> tuple[int, list[PayoutSight]]:
    """The payouts of a run, what needs somebody first; how many there are in all."""
    mine = statements.c.run_id == run_id
    count = select(func.count()).select_from(payouts)
    count = count.join(statements, statements.c.id == payouts.c.statement_id).where(mine)
    found = _sights().where(mine).order_by(payouts.c.state, payouts.c.id)
    rows = await tx.execute(found.limit(limit).offset(offset))
    return int((await tx.execute(count)).scalar_one()), [_sight(row) for row in rows]


async def payouts_by_number(tx: Tx, numbers: Sequence[str]) -> dict[str, Payout]:
    """The payouts with these numbers."""
    found: dict[str, Payout] = {}
    for start in range(0, len(numbers), _AT_ONCE):
        some = select(payouts).where(payouts.c.number.in_(numbers[start : start + _AT_ONCE]))
        found |= {row.number: as_payout(row) for row in await tx.execute(some)}
    return found


async def open_of_files(tx: Tx, payout_ids: Sequence[int]) -> dict[str, Money]:
    """Every open payout of the files in which these payouts stand."""
    file_ids: set[int] = set()
    for some in _in_parts(payout_ids):
        found = select(payouts.c.file_id).where(payouts.c.id.in_(some)).distinct()
        file_ids |= {one for one in (await tx.execute(found)).scalars() if one is not None}
    p = payouts.c
    open_ones = select(p.number, p.minor, p.currency).where(
        p.file_id.in_(file_ids), p.state.in_([PayoutState.due, PayoutState.sent])
    )
    return {row.number: Money(row.minor, row.currency) for row in await tx.execute(open_ones)}
