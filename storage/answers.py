"""The votes on tasks, with the weights of those who gave them, and the answers made of them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, bindparam, func, or_, select, update

from bot.domain.overlap import Asks, Tally
from bot.domain.tasks import TaskState
from storage.database import Tx
from storage.schema import (
    assignments,
    jobs,
    people,
    rater_weights,
    ratings,
    reviews,
    task_answers,
    tasks,
    tiers,
)
from storage.schema.columns import among, word
from storage.standing_votes import CORRECTION, LATEST
from storage.statements import change_rows


@dataclass(frozen=True, slots=True)
class StandingVote:
    """A rating that counts: handed in or accepted, with what a reviewer made of it.

    `version_id` is the version of the project that it was claimed under, `accuracy` how often
    its rater was right as of the last nightly run. An expert who was asked for it adjudicates.
    """

    person_id: int
    version_id: int
    answer: dict[str, Any]
    shown_order: tuple[int, ...]
    accepted: bool
    adjudicates: bool
    accuracy: float | None


@dataclass(frozen=True, slots=True)
class Weighable:
    """A task with its votes, and what is kept of it: `decided` is the label of a coordinator."""

    id: int
    state: TaskState
    overlap: int
    open_slots: int
    least_tier: int
    row_id: int | None
    decided: str | None
    decided_by: int | None
    asks: Asks | None
    votes: list[StandingVote] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer of a task as it is kept."""

    task_id: int
    project_id: int
    ratings: int
    label: str | None
    confidence: float | None
    shares: Mapping[str, float]
    adjudicated: bool
    decided_by: int | None
    asks: Asks | None


_IDS: Any = bindparam("ids", expanding=True)
_TASKS: Any = (
    select(
        tasks.c.id, tasks.c.state, tasks.c.overlap, tasks.c.open_slots, tasks.c.least_tier,
        task_answers.c.id.label("row_id"), task_answers.c.label, task_answers.c.decided_by,
        task_answers.c.asks,
    )
    .outerjoin(task_answers, task_answers.c.task_id == tasks.c.id)
    .where(tasks.c.id.in_(_IDS), tasks.c.gold.is_(None))
)  # fmt: skip
_VOTES: Any = (
    select(
        assignments.c.task_id, assignments.c.person_id, assignments.c.shown_order,
        assignments.c.state, assignments.c.adjudicates, ratings.c.answer, reviews.c.fix,
        jobs.c.terms["project_version_id"].as_integer().label("version_id"),
        rater_weights.c.accuracy,
    )
    .join(ratings, ratings.c.assignment_id == assignments.c.id)
    .join(jobs, jobs.c.id == ratings.c.job_id)
    .outerjoin(reviews, CORRECTION)
    .outerjoin(
        rater_weights,
        and_(
            rater_weights.c.person_id == assignments.c.person_id,
            rater_weights.c.project_id == jobs.c.project_id,
        ),
    )
    .where(
        assignments.c.task_id.in_(_IDS),
        among(assignments.c.state, "submitted", "accepted"),
        LATEST,
    )
)  # fmt: skip
_ANSWER = select(task_answers).where(task_answers.c.task_id == bindparam("task"))
_MET = select(assignments.c.id).where(
    assignments.c.task_id == bindparam("task"), assignments.c.person_id == tiers.c.person_id,
    or_(assignments.c.held, assignments.c.state != word("draft")),
)  # fmt: skip
_EXPERT = (
    select(tiers.c.id)
    .join(people, people.c.id == tiers.c.person_id)
    .where(
        tiers.c.skill == bindparam("skill"), tiers.c.tier >= bindparam("least"),
        among(people.c.standing, "good", "warned"), ~_MET.exists(),
    )
    .limit(1)
)  # fmt: skip
_OF_PROJECT = task_answers.c.project_id == bindparam("project")
_OPEN = tasks.c.state == word("open")
_WAITING = (
    select(task_answers.c.task_id)
    .join(tasks, tasks.c.id == task_answers.c.task_id)
    .where(_OF_PROJECT, task_answers.c.asks.is_not(None), _OPEN)
    .order_by(task_answers.c.asks, task_answers.c.task_id)
    .limit(bindparam("most"))
    .offset(bindparam("skip"))
)


def _weighable(row: Row[Any]) -> Weighable:
    return Weighable(
        id=row.id, state=TaskState(row.state), overlap=row.overlap, open_slots=row.open_slots,
        least_tier=row.least_tier, row_id=row.row_id,
        decided=row.label if row.decided_by is not None else None, decided_by=row.decided_by,
        asks=Asks(row.asks) if row.asks else None,
    )  # fmt: skip


async def to_weigh(tx: Tx, task_ids: Sequence[int]) -> list[Weighable]:
    """Those of the tasks that have no known answer, with the votes that count."""
    if not task_ids:
        return []
    which = {"ids": list(task_ids)}
    rows = (await tx.execute(_TASKS, which)).all()
    found = {row.id: _weighable(row) for row in rows}
    seen: set[tuple[int, int]] = set()
    for row in await tx.execute(_VOTES, which):
        if row.task_id in found and (row.task_id, row.person_id) not in seen:
            seen.add((row.task_id, row.person_id))
            found[row.task_id].votes.append(_vote(row))
    return list(found.values())


def _vote(row: Row[Any]) -> StandingVote:
    return StandingVote(
        person_id=row.person_id, version_id=row.version_id,
        answer=row.answer if row.fix is None else row.fix, shown_order=tuple(row.shown_order),
        accepted=row.state == "accepted", adjudicates=row.adjudicates, accuracy=row.accuracy,
    )  # fmt: skip


async def put(tx: Tx, answers: Sequence[tuple[int | None, Answer]], *, now: datetime) -> None:
    """Keep the answers, each in its row where it has one."""
    new = [_values(one) | {"at": now} for row_id, one in answers if row_id is None]
    if new:
        await tx.execute(task_answers.insert(), new)
    old = [(row_id, _values(one) | {"at": now}) for row_id, one in answers if row_id is not None]
    await change_rows(tx, task_answers, old)


def _values(one: Answer) -> dict[str, Any]:
    return {
        "task_id": one.task_id, "project_id": one.project_id, "ratings": one.ratings,
        "label": one.label, "confidence": one.confidence, "shares": dict(one.shares),
        "adjudicated": one.adjudicated, "decided_by": one.decided_by, "asks": one.asks,
    }  # fmt: skip


async def of_task(tx: Tx, task_id: int) -> Answer | None:
    """The answer of the task so far; none before anything came in."""
    row = (await tx.execute(_ANSWER, {"task": task_id})).first()
    if row is None:
        return None
    return Answer(
        row.task_id, row.project_id, row.ratings, row.label, row.confidence, row.shares,
        row.adjudicated, row.decided_by, Asks(row.asks) if row.asks else None,
    )  # fmt: skip


async def expert_for(tx: Tx, task_id: int, *, skill: str, least: int) -> bool:
    """Whether anybody of that tier could be given the task."""
    facts = {"task": task_id, "skill": skill, "least": least}
    return (await tx.execute(_EXPERT, facts)).first() is not None


async def waiting(tx: Tx, project_id: int, *, skip: int, most: int) -> list[int]:
    """Tasks of the project that wait for the coordinator, then those that wait for an expert."""
    facts = {"project": project_id, "skip": skip, "most": most}
    return list((await tx.execute(_WAITING, facts)).scalars())


async def count_waiting(tx: Tx, project_id: int) -> int:
    """How many tasks of the project `waiting` would find in all."""
    every = _WAITING.order_by(None).limit(None).offset(None)
    found = select(func.count()).select_from(every.subquery())
    return int((await tx.execute(found, {"project": project_id})).scalar_one())


async def for_coordinators(tx: Tx, project_ids: Collection[int]) -> dict[int, int]:
    """How many tasks of each of the projects wait for the coordinator's word."""
    found = (
        select(task_answers.c.project_id, func.count())
        .join(tasks, tasks.c.id == task_answers.c.task_id)
        .where(
            task_answers.c.project_id.in_(sorted(project_ids)),
            task_answers.c.asks == word("coordinator"), _OPEN,
        )
        .group_by(task_answers.c.project_id)
    )  # fmt: skip
    return {row[0]: row[1] for row in await tx.execute(found)}


async def settle(tx: Tx, task_id: int, *, label: str, by: int, now: datetime) -> None:
    """That label is the answer of the task, as that coordinator says."""
    mine = update(task_answers).where(task_answers.c.task_id == task_id)
    await tx.execute(mine.values(label=label, decided_by=by, adjudicated=True, asks=None, at=now))


async def tally(tx: Tx, project_id: int, *, target: int) -> Tally:
    """How many answers of the project are sure at that target, and what the others wait for."""
    asks, sure = task_answers.c.asks, task_answers.c.confidence >= target / 100
    settled = or_(task_answers.c.adjudicated, and_(task_answers.c.label.is_not(None), sure))
    # What is sure before all its ratings are in may change yet, and is none that waits for more.
    unsure = and_(_OPEN, asks.is_(None), ~settled, task_answers.c.ratings > 0)
    found = (
        select(
            func.count().filter(settled),
            func.count().filter(unsure),
            func.count().filter(and_(_OPEN, asks == word("expert"))),
            func.count().filter(and_(_OPEN, asks == word("coordinator"))),
        )
        .select_from(task_answers.join(tasks, tasks.c.id == task_answers.c.task_id))
        .where(_OF_PROJECT, tasks.c.state != word("pulled"))
    )
    return Tally(*(await tx.execute(found, {"project": project_id})).one())
