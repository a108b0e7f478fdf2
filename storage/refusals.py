"""Refusals: what clients do not take, held or applied, and what they cost."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, bindparam, func, insert, or_, select

from bot.domain.batches import Refusal, RefusalState
from bot.domain.money import Money
from storage.database import Tx, locking
from storage.schema import lines, refusals
from storage.schema.columns import among, word
from storage.statements import change_row, rows_by

_ADD = insert(refusals)
_HELD_OF_BATCH = locking(
    select(refusals)
    .where(
        refusals.c.batch_id == bindparam("batch"), refusals.c.id > bindparam("after"),
        refusals.c.state == word("held"),
    )
    .order_by(refusals.c.id)
    .limit(bindparam("most")),
    refusals,
)  # fmt: skip
_LOCKED = locking(rows_by(refusals, "number"), refusals)
# The client's time is over, or the line was judged otherwise.
_OVER = or_(
    lines.c.confirm_by <= bindparam("now"),
    lines.c.client != word("waiting"),
    among(lines.c.state, "rejected", "reversed"),
)
_OVERDUE = (
    select(refusals.c.batch_id)
    .join(lines, lines.c.id == refusals.c.line_id)
    .where(refusals.c.state == word("held"), _OVER)
    .distinct()
    .order_by(refusals.c.batch_id)
)
_OVERDUE_OF = locking(
    select(refusals)
    .join(lines, lines.c.id == refusals.c.line_id)
    .where(refusals.c.batch_id == bindparam("batch"), refusals.c.state == word("held"), _OVER)
    .order_by(refusals.c.id),
    refusals,
)


def as_refusal(row: Row[Any]) -> Refusal:
    """The refusal of a row of the table."""
    return Refusal(
        id=row.id, number=row.number, batch_id=row.batch_id, line_id=row.line_id,
        reason=row.reason, words=row.words, evidence=row.evidence, by_id=row.by_id,
        state=RefusalState(row.state), at=row.at, decided_by=row.decided_by,
        decided_at=row.decided_at,
    )  # fmt: skip


async def add(tx: Tx, rows: Sequence[dict[str, Any]]) -> None:
    """New refusals; the database refuses a second live one of a line."""
    if rows:
        await tx.execute(_ADD, list(rows))


async def change(tx: Tx, refusal_id: int, **values: Any) -> None:
    """Set columns of a refusal."""
    await change_row(tx, refusals, refusal_id, values)


async def by_number(tx: Tx, number: str) -> Refusal | None:
    """The refusal with that public number."""
    row = (await tx.execute(rows_by(refusals, "number"), {"number": number})).first()
    return as_refusal(row) if row else None


async def locked(tx: Tx, number: str) -> Refusal | None:
    """As `by_number`; nobody else decides on it until the transaction ends."""
    row = (await tx.execute(_LOCKED, {"number": number})).first()
    return as_refusal(row) if row else None


async def locked_held(tx: Tx, batch_id: int, *, after: int, limit: int) -> list[Refusal]:
    """Held refusals of a batch by id, behind `after`, kept to this transaction."""
    facts = {"batch": batch_id, "after": after, "most": limit}
    return [as_refusal(row) for row in await tx.execute(_HELD_OF_BATCH, facts)]


async def held_of(tx: Tx, batch_id: int) -> list[Refusal]:
    """All held refusals of a batch, the oldest first."""
    mine = select(refusals).where(
        refusals.c.batch_id == batch_id, refusals.c.state == word("held")
    )
    return [as_refusal(row) for row in await tx.execute(mine.order_by(refusals.c.id))]


async def by_ids(tx: Tx, refusal_ids: Collection[int]) -> list[Refusal]:
    """These refusals, the oldest first."""
    mine = select(refusals).where(refusals.c.id.in_(list(refusal_ids)))
    return [as_refusal(row) for row in await tx.execute(mine.order_by(refusals.c.id))]


async def live_of(tx: Tx, line_ids: Collection[int]) -> dict[int, Refusal]:
    """The refusal of each of these lines that is held or applied, by line."""
    live = and_(refusals.c.line_id.in_(list(line_ids)), among(refusals.c.state, "held", "applied"))
    return {row.line_id: as_refusal(row) for row in await tx.execute(select(refusals).where(live))}


async def of_line(tx: Tx, line_id: int) -> list[Refusal]:
    """All that was ever refused of the line, the newest first."""
    mine = select(refusals).where(refusals.c.line_id == line_id).order_by(refusals.c.id.desc())
    return [as_refusal(row) for row in await tx.execute(mine)]


async def applied_to(tx: Tx, person_id: int) -> list[int]:
    """Refusals of the person's ratings that count, the newest first."""
    found = (
        select(refusals.c.id)
        .join(lines, lines.c.id == refusals.c.line_id)
        .where(lines.c.person_id == person_id, refusals.c.state == word("applied"))
        .order_by(refusals.c.id.desc())
    )
    return list((await tx.execute(found)).scalars())


async def cost_of_held(tx: Tx, batch_id: int) -> list[Money]:
    """What the hall pays for the held refusals of a batch if they are applied, by currency."""
    found = (
        select(lines.c.currency, func.sum(lines.c.pay_minor))
        .select_from(refusals.join(lines, lines.c.id == refusals.c.line_id))
        .where(refusals.c.batch_id == batch_id, refusals.c.state == word("held"))
        .group_by(lines.c.currency)
        .order_by(lines.c.currency)
    )
    return [Money(int(minor), currency) for currency, minor in await tx.execute(found)]


async def batches_overdue(tx: Tx, now: datetime) -> list[int]:
    """Batches with held refusals that nothing can be decided on any more."""
    return list((await tx.execute(_OVERDUE, {"now": now})).scalars())


async def locked_overdue(tx: Tx, batch_id: int, now: datetime) -> list[Refusal]:
    """Those refusals of a batch, kept to this transaction."""
    found = await tx.execute(_OVERDUE_OF, {"batch": batch_id, "now": now})
    return [as_refusal(row) for row in found]
