"""Decisions about known answers, and whether the tiers of all concerned followed them."""

from datetime import datetime

from sqlalchemy import bindparam, func, select

from bot.domain.gold import GoldAct
from storage.database import Tx
from storage.schema import causes, gold_decisions, gold_scores

# The newest, read from the end of the table: a sweep looks every minute.
_NEWEST = (
    select(
        gold_decisions.c.id, gold_decisions.c.task_id, gold_decisions.c.act, gold_decisions.c.at
    )
    .where(gold_decisions.c.id > select(func.max(gold_decisions.c.id)).scalar_subquery() - 500)
    .order_by(gold_decisions.c.id.desc())
)
_MOVING = frozenset({GoldAct.suspended, GoldAct.kept, GoldAct.corrected, GoldAct.withdrawn})
_FOLLOWED = select(causes.c.cause).where(causes.c.cause.in_(bindparam("causes", expanding=True)))
_ANSWERED = (
    select(gold_scores.c.person_id)
    .where(
        gold_scores.c.task_id == bindparam("task"), gold_scores.c.person_id > bindparam("after")
    )
    .order_by(gold_scores.c.person_id)
    .limit(bindparam("most"))
)  # fmt: skip


def cause_of(decision_id: int) -> str:
    """The cause that says that the tiers of all concerned followed that decision."""
    return f"gold-tiers:{decision_id}"


async def due(tx: Tx, since: datetime) -> list[tuple[int, int]]:
    """Decisions after `since` that moved scores and were not followed yet, each with its task."""
    newest = await tx.execute(_NEWEST)
    moved = [(row.id, row.task_id) for row in newest if row.at > since and row.act in _MOVING]
    asked = {"causes": [cause_of(one) for one, _ in moved]}
    done = set((await tx.execute(_FOLLOWED, asked)).scalars()) if moved else set()
    return [one for one in reversed(moved) if cause_of(one[0]) not in done]


async def answered(tx: Tx, task_id: int, *, after: int, most: int) -> list[int]:
    """People who answered that gold task, by id behind `after`."""
    given = {"task": task_id, "after": after, "most": most}
    return list((await tx.execute(_ANSWERED, given)).scalars())
