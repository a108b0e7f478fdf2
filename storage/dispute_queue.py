"""Open disputes that wait for somebody with no part in what they are about."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Select, or_, select

from storage.database import Tx
from storage.schema import (
    batches,
    disputes,
    gold_decisions,
    gold_scores,
    lines,
    refusals,
    reviews,
    second_reviews,
    tasks,
)
from storage.schema.columns import word
from storage.twins import other_accounts


def _theirs(column: Any, person_id: int) -> ColumnElement[bool]:
    return or_(column == person_id, column.in_(other_accounts(person_id)))


def _has_part_in_gold(person_id: int) -> ColumnElement[bool]:
    """Whether they brought in the known answer that it is about, decided about it, or met it."""
    acted = select(gold_decisions.c.id).where(
        gold_decisions.c.task_id == disputes.c.task_id, _theirs(gold_decisions.c.by_id, person_id)
    )
    brought = (
        select(batches.c.id)
        .join(tasks, tasks.c.came_with == batches.c.id)
        .where(tasks.c.id == disputes.c.task_id, _theirs(batches.c.created_by, person_id))
    )
    rated = select(gold_scores.c.id).where(
        gold_scores.c.task_id == disputes.c.task_id, _theirs(gold_scores.c.person_id, person_id)
    )
    return or_(acted.exists(), brought.exists(), rated.exists())


def decidable(person_id: int, only: Collection[int] | None) -> Select[Any]:
    """Open disputes that the person could decide, by date: number, project, until when.

    Neither their own nor one about what they judged: a verdict, also a second one, a client's
    refusal, a known answer; nor what concerns another account of theirs so. `only` of these
    projects, or none for all.
    """
    judges = (
        disputes.c.person_id, reviews.c.reviewer_id, second_reviews.c.reviewer_id,
        second_reviews.c.decided_by, refusals.c.by_id, refusals.c.decided_by,
    )  # fmt: skip
    return (
        select(disputes.c.number, lines.c.project_id, disputes.c.decide_by)
        .join(lines, lines.c.id == disputes.c.line_id)
        .outerjoin(reviews, reviews.c.id == disputes.c.review_id)
        .outerjoin(second_reviews, second_reviews.c.review_id == reviews.c.id)
        .outerjoin(refusals, refusals.c.id == disputes.c.refusal_id)
        .where(
            disputes.c.state == word("open"),
            *(or_(one.is_(None), ~_theirs(one, person_id)) for one in judges),
            or_(disputes.c.task_id.is_(None), ~_has_part_in_gold(person_id)),
            *([] if only is None else [lines.c.project_id.in_(sorted(only))]),
        )
        .order_by(disputes.c.decide_by, disputes.c.id)
    )  # fmt: skip


async def may_decide(tx: Tx, person_id: int, dispute_id: int) -> bool:
    """Whether the person has no part in what the open dispute is about; roles aside."""
    found = decidable(person_id, None).where(disputes.c.id == dispute_id)
    return (await tx.execute(found)).first() is not None
