"""What is measured of a project and of its raters: the votes it rests on, and the figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, bindparam, case, delete, func, insert, or_, select, text

from bot.domain.measuring import Level, QuestionFigures, Undefined
from storage.database import Database, Tx
from storage.schema import (
    assignments,
    gold_scores,
    jobs,
    lines,
    people,
    person_measures,
    project_measures,
    projects,
    rater_weights,
    ratings,
    reviews,
    task_answers,
    tasks,
)
from storage.schema.columns import among, word
from storage.standing_votes import CORRECTION, LATEST
from storage.statements import rows_by


@dataclass(frozen=True, slots=True)
class Vote:
    """A rating that counts, as a reviewer left it; `seconds` are none after a correction."""

    task_id: int
    person_id: int
    version_id: int
    answer: dict[str, Any]
    shown_order: tuple[int, ...]
    seconds: float | None


@dataclass(frozen=True, slots=True)
class Measure:
    """The agreement on one question of a project, as of the last night with new ratings."""

    question: str
    level: Level
    alpha: float | None
    why: Undefined | None
    low: float | None
    high: float | None
    units: int
    ratings: int
    at: datetime


@dataclass(frozen=True, slots=True)
class PersonMeasure:
    """A rater on a project: alpha against the peers, choices of what stood first, usual seconds.

    `accuracy` is the weight of the person's votes: how often they are right; none: not known.
    """

    person_id: int
    project_id: int
    peers: float | None
    why: Undefined | None
    units: int
    first_chosen: int
    first_of: int
    seconds: float | None
    ratings: int
    accuracy: float | None
    at: datetime


_p: Any = bindparam("project")
_JOBS = (
    select(jobs.c.id)
    .where(jobs.c.project_id == _p, jobs.c.id > bindparam("after"))
    .order_by(jobs.c.id)
    .limit(bindparam("most"))
)
_VOTES = (
    select(
        assignments.c.id, assignments.c.task_id, assignments.c.person_id,
        assignments.c.shown_order, ratings.c.version, ratings.c.answer, ratings.c.active_seconds,
        reviews.c.fix, jobs.c.terms["project_version_id"].as_integer().label("version_id"),
    )
    .select_from(jobs)
    .join(ratings, ratings.c.job_id == jobs.c.id)
    .join(assignments, assignments.c.id == ratings.c.assignment_id)
    .join(tasks, tasks.c.id == assignments.c.task_id)
    .outerjoin(reviews, CORRECTION)
    .where(
        jobs.c.id.in_(bindparam("jobs", expanding=True)), tasks.c.gold.is_(None),
        among(assignments.c.state, "submitted", "accepted"), LATEST,
    )
    .order_by(assignments.c.id, reviews.c.id)
)  # fmt: skip
_GOLD = (
    select(
        gold_scores.c.person_id, func.count().label("of"),
        func.sum(case((gold_scores.c.correct, 1), else_=0)).label("correct"),
    )
    .where(gold_scores.c.project_id == _p, gold_scores.c.state == word("counts"))
    .group_by(gold_scores.c.person_id)
)  # fmt: skip


def _due() -> Any:
    mine = person_measures.c.project_id == projects.c.id
    at = select(func.max(person_measures.c.at)).where(mine).correlate(projects).scalar_subquery()
    newer = (
        select(ratings.c.id)
        .join(jobs, jobs.c.id == ratings.c.job_id)
        .where(
            jobs.c.project_id == projects.c.id,
            or_(at.is_(None), ratings.c.submitted_at > at, ratings.c.decided_at > at),
        )
    )
    scored = select(gold_scores.c.id).where(
        gold_scores.c.project_id == projects.c.id, gold_scores.c.at > at
    )
    # Made anew last of all: older than the figures, they were left out by a stop.
    behind = select(task_answers.c.id).where(
        task_answers.c.project_id == projects.c.id, task_answers.c.ratings > 0,
        task_answers.c.at < at,
    )  # fmt: skip
    new = or_(*(one.correlate(projects).exists() for one in (newer, scored, behind)))
    return select(projects.c.id).where(new).order_by(projects.c.id)


_DUE = _due()
# What a nightly run reads most of.
_READ = (jobs, assignments, ratings, reviews, tasks, lines, task_answers)


async def look_over(db: Database) -> None:
    """Bring what PostgreSQL knows of the tables up to date.

    After a large import or a restore it would go through whole tables for each page of votes.
    """
    if db.is_sqlite:
        return
    for table in _READ:
        async with db.once() as tx:
            await tx.execute(text(f"ANALYZE {table.name}"))


async def due(tx: Tx) -> list[int]:
    """The projects with ratings, verdicts or known answers newer than what was measured.

    So is one whose answers were not made anew by what was measured.
    """
    return list((await tx.execute(_DUE)).scalars())


async def votes(
    tx: Tx, project_id: int, *, after: int, most: int
) -> tuple[int | None, list[Vote]]:
    """The votes in so many jobs behind that one, and the last of these; none at the end.

    What has a known answer is not among them.
    """
    page = {"project": project_id, "after": after, "most": most}
    found = list((await tx.execute(_JOBS, page)).scalars())
    if not found:
        return None, []
    rows = {row.id: row for row in reversed((await tx.execute(_VOTES, {"jobs": found})).all())}
    return found[-1], [_vote(rows[key]) for key in sorted(rows)]


def _vote(row: Row[Any]) -> Vote:
    return Vote(
        row.task_id, row.person_id, row.version_id, row.answer if row.fix is None else row.fix,
        tuple(row.shown_order), row.active_seconds if row.version == 1 else None,
    )  # fmt: skip


async def gold_of(tx: Tx, project_id: int) -> dict[int, tuple[int, int]]:
    """Of each rater of the project with known answers: how many were right, of how many."""
    rows = await tx.execute(_GOLD, {"project": project_id})
    return {row.person_id: (int(row.correct), int(row.of)) for row in rows}


async def put_questions(
    tx: Tx, project_id: int, figures: Sequence[QuestionFigures], *, now: datetime
) -> None:
    """Keep these figures of the project in place of all older ones."""
    await tx.execute(delete(project_measures).where(project_measures.c.project_id == project_id))
    rows = [
        {
            "project_id": project_id, "question": one.question, "level": one.level,
            "alpha": one.alpha, "why": one.why, "low": one.low, "high": one.high,
            "units": one.units, "ratings": one.ratings, "at": now,
        }
        for one in figures
    ]  # fmt: skip
    if rows:
        await tx.execute(insert(project_measures), rows)


async def put_people(tx: Tx, project_id: int, figures: Sequence[PersonMeasure]) -> None:
    """Keep these figures and weights of the project's raters in place of all older ones."""
    for table in (person_measures, rater_weights):
        await tx.execute(delete(table).where(table.c.project_id == project_id))
    if not figures:
        return
    whose = [{"person_id": one.person_id, "project_id": project_id, "at": one.at,
              "ratings": one.ratings} for one in figures]  # fmt: skip
    measured = [
        {
            "peers": one.peers, "why": one.why, "units": one.units, "seconds": one.seconds,
            "first_chosen": one.first_chosen, "first_of": one.first_of,
        }
        for one in figures
    ]  # fmt: skip
    rows = [one | more for one, more in zip(whose, measured, strict=True)]
    await tx.execute(insert(person_measures), rows)
    weights = [
        one | {"accuracy": each.accuracy}
        for one, each in zip(whose, figures, strict=True)
        if each.accuracy is not None
    ]
    if weights:
        await tx.execute(insert(rater_weights), weights)
    # Of whoever was erased nothing is measured; their votes count as those of somebody unknown.
    for table in (person_measures, rater_weights):
        rater = people.c.id == table.c.person_id
        erased = select(people.c.id).where(rater, people.c.erased_at.is_not(None)).exists()
        await tx.execute(delete(table).where(table.c.project_id == project_id, erased))


async def project(tx: Tx, project_id: int) -> list[Measure]:
    """The agreement on each question of the project, in the order of the questions."""
    found = rows_by(project_measures, "project_id").order_by(project_measures.c.id)
    rows = await tx.execute(found, {"project_id": project_id})
    return [
        Measure(
            row.question, Level(row.level), row.alpha, Undefined(row.why) if row.why else None,
            row.low, row.high, row.units, row.ratings, row.at,
        )
        for row in rows
    ]  # fmt: skip


_PEOPLE = select(person_measures, rater_weights.c.accuracy).outerjoin(
    rater_weights,
    and_(
        rater_weights.c.person_id == person_measures.c.person_id,
        rater_weights.c.project_id == person_measures.c.project_id,
    ),
)


async def person(tx: Tx, person_id: int) -> list[PersonMeasure]:
    """What was measured of the person on each project."""
    mine = _PEOPLE.where(person_measures.c.person_id == person_id)
    rows = await tx.execute(mine.order_by(person_measures.c.project_id))
    return [_person(row) for row in rows]


async def raters(tx: Tx, project_id: int) -> list[PersonMeasure]:
    """What was measured of each rater of the project."""
    all_ = _PEOPLE.where(person_measures.c.project_id == project_id)
    rows = await tx.execute(all_.order_by(person_measures.c.person_id))
    return [_person(row) for row in rows]


def _person(row: Row[Any]) -> PersonMeasure:
    return PersonMeasure(
        row.person_id, row.project_id, row.peers, Undefined(row.why) if row.why else None,
        row.units, row.first_chosen, row.first_of, row.seconds, row.ratings, row.accuracy, row.at,
    )  # fmt: skip
