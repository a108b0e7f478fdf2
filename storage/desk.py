"""What waits at the desk in projects and batches: counts that end early, and first dates."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, and_, func, literal, or_, select

from bot.domain.desk import MOST_COUNTED
from bot.domain.notices import STEP
from bot.domain.projects import ProjectState
from bot.domain.review_sampling import Draw
from storage.database import Tx
from storage.dispute_queue import decidable
from storage.review_queue import waiting_again
from storage.schema import (
    applications,
    assignments,
    batches,
    calls,
    jobs,
    lines,
    notices,
    projects,
    proposals,
    questions,
    refusals,
    schedules,
    second_reviews,
    steps,
    tasks,
)
from storage.schema.columns import among, word
from storage.twins import other_accounts


@dataclass(frozen=True, slots=True)
class Found:
    """So many, the first of them due then; of a project, or of what has that number."""

    count: int
    due: datetime | None
    project_id: int = 0
    number: str = ""


@dataclass(frozen=True, slots=True)
class Stock:
    """A project: how many ratings it misses, since when it is there, and whether it is called."""

    project_id: int
    state: ProjectState
    open_slots: int
    created_at: datetime
    called: bool
    planned: bool


def _counted(found: Select[Any]) -> Any:
    """How many rows there are, up to where it stops being of interest."""
    return select(func.count()).select_from(found.limit(MOST_COUNTED).subquery()).scalar_subquery()


async def _by_project(
    tx: Tx, found: Select[Any], ids: Collection[int], *, due: Any = None
) -> list[Found]:
    """The rows of each project and the first date among them; `found` names `projects`."""
    mine = found.correlate(projects)
    first: Any = literal(None)
    if due is not None:
        first = mine.with_only_columns(due).order_by(due).limit(1).scalar_subquery()
    asked = select(projects.c.id, _counted(mine), first).where(projects.c.id.in_(sorted(ids)))
    return [Found(many, due, which) for which, many, due in await tx.execute(asked) if many]


async def to_review(tx: Tx, by: int, ids: Collection[int]) -> list[Found]:
    """Ratings and flags of others that were drawn and wait for a verdict, by project."""
    found = (
        select(lines.c.id)
        .join(assignments, assignments.c.id == lines.c.assignment_id)
        .where(
            lines.c.project_id == projects.c.id, lines.c.state == word("submitted"),
            assignments.c.held.is_(False), lines.c.person_id != by,
            lines.c.person_id.not_in(other_accounts(by)), lines.c.drawn < Draw.left.value,
        )
    )  # fmt: skip
    again = waiting_again(by).where(second_reviews.c.project_id == projects.c.id)
    fresh = await _by_project(tx, found, ids, due=lines.c.accept_by)
    return _together(fresh, await _by_project(tx, again, ids, due=second_reviews.c.give_by))


def _together(*found: list[Found]) -> list[Found]:
    """One line for each project, with the first of its dates."""
    by_project: dict[int, Found] = {}
    for one in (one for some in found for one in some):
        known = by_project.get(one.project_id)
        if known is None:
            by_project[one.project_id] = one
        else:
            dates = [date for date in (known.due, one.due) if date is not None]
            count = known.count + one.count
            by_project[one.project_id] = Found(count, min(dates, default=None), one.project_id)
    return list(by_project.values())


async def to_decide(tx: Tx, by: int, ids: Collection[int]) -> list[Found]:
    """Disputes of others about verdicts of others, by project, with the number of the first."""
    mine = decidable(by, ids).limit(MOST_COUNTED)
    found: dict[int, Found] = {}
    for number, project_id, decide_by in await tx.execute(mine):
        known = found.get(project_id, Found(0, decide_by, project_id, number))
        found[project_id] = Found(known.count + 1, known.due, project_id, known.number)
    return list(found.values())


async def ready_batches(tx: Tx, ids: Collection[int], now: datetime) -> list[Found]:
    """Open batches of which every task is decided, by project, with the number of the last.

    Due when the first of their ratings is confirmed by silence.
    """
    of_batch = tasks.c.batch_id == batches.c.id
    undecided = select(tasks.c.id).where(of_batch, tasks.c.state == word("open")).exists()
    decided = select(tasks.c.id).where(of_batch, tasks.c.state == word("decided")).exists()
    found = await tx.execute(
        select(batches.c.id, batches.c.project_id, batches.c.number)
        .where(
            batches.c.project_id.in_(sorted(ids)), batches.c.state == word("open"), ~undecided,
            decided,
        )
        .order_by(batches.c.id)
        .limit(MOST_COUNTED)
    )  # fmt: skip
    by_project: dict[int, list[Any]] = {}
    for row in found:
        by_project.setdefault(row.project_id, []).append(row)
    return [
        Found(len(rows), await _silent(tx, [row.id for row in rows], now), which, rows[-1].number)
        for which, rows in by_project.items()
    ]


async def _silent(tx: Tx, batch_ids: Sequence[int], now: datetime) -> datetime | None:
    first = (
        select(lines.c.confirm_by)
        .join(assignments, assignments.c.id == lines.c.assignment_id)
        .join(tasks, tasks.c.id == assignments.c.task_id)
        .where(
            tasks.c.batch_id.in_(batch_ids), lines.c.state == word("accepted"),
            lines.c.client == word("waiting"), lines.c.confirm_by > now,
        )
        .order_by(lines.c.confirm_by)
        .limit(1)
    )  # fmt: skip
    return (await tx.execute(first)).scalar()


async def held_refusals(tx: Tx, by: int) -> list[Found]:
    """Refusals of others that are held, by batch with its number and the client's first date."""
    found = (
        select(
            batches.c.number, batches.c.project_id, func.count(),
            func.min(lines.c.confirm_by),
        )
        .select_from(refusals)
        .join(batches, batches.c.id == refusals.c.batch_id)
        .join(lines, lines.c.id == refusals.c.line_id)
        .where(refusals.c.state == word("held"), refusals.c.by_id != by)
        .group_by(batches.c.number, batches.c.project_id)
    )  # fmt: skip
    return [
        Found(many, due, project_id, number)
        for number, project_id, many, due in await tx.execute(found)
    ]


async def late_questions(tx: Tx, by: int, now: datetime) -> Found:
    """Questions that somebody else should have answered by now, or that nobody is to answer."""
    late = or_(questions.c.reply_by <= now, questions.c.owner_id.is_(None))
    found = (
        select(questions.c.number, questions.c.reply_by)
        .where(
            questions.c.state == word("open"), late, questions.c.person_id != by,
            or_(questions.c.owner_id.is_(None), questions.c.owner_id != by),
        )
        .order_by(questions.c.reply_by, questions.c.id)
        .limit(MOST_COUNTED)
    )  # fmt: skip
    return _first((await tx.execute(found)).all())


async def applicants(tx: Tx, by: int) -> Found:
    """Who waits to be approved."""
    found = (
        select(applications.c.number, applications.c.reply_by)
        .where(applications.c.state == word("open"), applications.c.person_id != by)
        .order_by(applications.c.reply_by)
        .limit(MOST_COUNTED)
    )
    return _first((await tx.execute(found)).all())


async def unsent(tx: Tx, by: int) -> int:
    """How many live steps against others have a notice that failed for good."""
    failed = select(notices.c.key).where(
        among(notices.c.state, "uncertain", "failed"), notices.c.state == word("failed"),
        notices.c.kind == STEP,
    )  # fmt: skip
    keys = (await tx.execute(failed.limit(MOST_COUNTED))).scalars()
    live = select(func.count()).where(
        steps.c.id.in_([int(key.removeprefix("step:")) for key in keys]),
        steps.c.told_at.is_(None), steps.c.state == word("scheduled"), steps.c.person_id != by,
    )  # fmt: skip
    return int((await tx.execute(live)).scalar_one())


async def proposed(tx: Tx, by: int) -> Found:
    """What detectors found and nobody has decided about; it has no date."""
    found = (
        select(proposals.c.number, literal(None))
        .where(proposals.c.state == word("open"), proposals.c.person_id != by)
        .order_by(proposals.c.found_at)
        .limit(MOST_COUNTED)
    )
    return _first((await tx.execute(found)).all())


def _first(rows: Sequence[Any]) -> Found:
    return Found(len(rows), rows[0][1], number=rows[0][0]) if rows else Found(0, None)


async def pulled(tx: Tx, ids: Collection[int]) -> list[Found]:
    """Tasks that were pulled and that nobody has decided about, by project; without a date."""
    found = select(tasks.c.id).where(
        tasks.c.project_id == projects.c.id, tasks.c.state == word("pulled"),
        tasks.c.left_out.is_(False),
    )  # fmt: skip
    return await _by_project(tx, found, ids)


async def stocks(tx: Tx, ids: Collection[int]) -> list[Stock]:
    """Each of the projects with what it has left, whether a call stands, or one is planned."""
    standing = and_(calls.c.project_id == projects.c.id, among(calls.c.state, "live", "filled"))
    planned = and_(schedules.c.project_id == projects.c.id, schedules.c.next_at.is_not(None))
    found = select(
        projects.c.id, projects.c.state, projects.c.open_slots, projects.c.created_at,
        select(calls.c.id).where(standing).exists(),
        select(schedules.c.id).where(planned).exists(),
    ).where(projects.c.id.in_(sorted(ids)))  # fmt: skip
    return [
        Stock(row[0], ProjectState(row[1]), *row[2:]) for row in await tx.execute(found)
    ]  # fmt: skip


async def next_job_due(tx: Tx, ids: Collection[int], now: datetime) -> tuple[int, datetime] | None:
    """Of which project the next job is due, and when."""
    found = (
        select(jobs.c.project_id, jobs.c.due_at)
        .where(
            jobs.c.state == word("active"), jobs.c.due_at > now, jobs.c.project_id.in_(sorted(ids))
        )
        .order_by(jobs.c.due_at)
        .limit(1)
    )  # fmt: skip
    row = (await tx.execute(found)).first()
    return (row.project_id, row.due_at) if row else None


async def next_silence(tx: Tx, ids: Collection[int], now: datetime) -> tuple[int, datetime] | None:
    """Of which project a client may say no next, and until when."""
    found = (
        select(lines.c.project_id, lines.c.confirm_by)
        .where(
            lines.c.state == word("accepted"), lines.c.client == word("waiting"),
            lines.c.confirm_by > now, lines.c.project_id.in_(sorted(ids)),
        )
        .order_by(lines.c.confirm_by)
        .limit(1)
    )  # fmt: skip
    row = (await tx.execute(found)).first()
    return (row.project_id, row.confirm_by) if row else None
