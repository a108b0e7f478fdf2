"""Decisions about known answers, and whether the tiers of all concerned followed them."""

from datetime import datetime

from sqlalchemy import String, bindparam, cast, literal, select

from storage.database import Tx
from storage.schema import causes, gold_decisions, gold_scores
from storage.schema.columns import Moment, among

_CAUSE = "gold-tiers:"
_FOLLOWED = select(causes.c.cause).where(
    causes.c.cause == literal(_CAUSE).concat(cast(gold_decisions.c.id, String))
)
# Those that move scores, by an index of their own: a sweep looks every minute, and what was
# copied by the hundred must not hide them.
_DUE = (
    select(gold_decisions.c.id, gold_decisions.c.task_id)
    .where(
        among(gold_decisions.c.act, "suspended", "kept", "corrected", "withdrawn"),
        gold_decisions.c.at > bindparam("since", type_=Moment), ~_FOLLOWED.exists(),
    )
    .order_by(gold_decisions.c.at, gold_decisions.c.id)
    .limit(500)
)  # fmt: skip
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
    return f"{_CAUSE}{decision_id}"


async def due(tx: Tx, since: datetime) -> list[tuple[int, int]]:
    """Decisions after `since` that moved scores and were not followed yet, each with its task."""
    return [(row.id, row.task_id) for row in await tx.execute(_DUE, {"since": since})]


async def answered(tx: Tx, task_id: int, *, after: int, most: int) -> list[int]:
    """People who answered that gold task, by id behind `after`."""
    given = {"task": task_id, "after": after, "most": most}
    return list((await tx.execute(_ANSWERED, given)).scalars())
