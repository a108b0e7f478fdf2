"""What waits for a verdict: disagreement first, then by the deadline, never one's own work."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    bindparam,
    func,
    or_,
    select,
    update,
)

from bot.domain.lines import Line
from bot.domain.review_sampling import Draw
from storage import second_reviews as seconds
from storage.database import Tx
from storage.dispute_queue import decidable
from storage.line_kinds import FOR_A_RATING
from storage.lines import as_line
from storage.schema import (
    assignments,
    disputes,
    lines,
    projects,
    reviews,
    second_reviews,
    tasks,
)
from storage.schema.columns import word
from storage.twins import other_accounts

_WAITS = and_(lines.c.state == word("submitted"), assignments.c.held.is_(False))
_JOINED = lines.join(assignments, assignments.c.id == lines.c.assignment_id)
_AGAIN = second_reviews.join(lines, lines.c.id == second_reviews.c.line_id).join(
    reviews, reviews.c.id == second_reviews.c.review_id
)
_GOLD_AMONG = select(tasks.c.id).where(
    tasks.c.id.in_(bindparam("which", expanding=True)), tasks.c.gold.is_not(None)
)
_DISAGREE = (
    update(lines)
    .where(
        lines.c.assignment_id.in_(
            select(assignments.c.id).where(
                assignments.c.task_id.in_(bindparam("tasks", expanding=True))
            )
        ),
        FOR_A_RATING, lines.c.state == word("submitted"), lines.c.drawn > Draw.disagreement.value,
    )
    .values(drawn=Draw.disagreement.value)
)  # fmt: skip


# What is to be judged again shows the difference as well, or that would tell it from the rest.
_DISAGREE_AGAIN = (
    update(second_reviews)
    .where(
        second_reviews.c.state == word("waiting"),
        second_reviews.c.line_id.in_(
            select(lines.c.id)
            .join(assignments, assignments.c.id == lines.c.assignment_id)
            .where(
                assignments.c.task_id.in_(bindparam("tasks", expanding=True)),
                FOR_A_RATING,
            )
        ),
    )
    .values(drawn=Draw.disagreement.value)
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Waiting:
    """How much of a project waits, and when the first of it is decided by the clock.

    `left` were not drawn; somebody may look at them all the same.
    """

    project_id: int
    key: str
    name: str
    count: int
    first: datetime
    left: int = 0


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something stands in the queue."""

    drawn: Draw
    by: datetime
    line_id: int

    @property
    def order(self) -> tuple[int, datetime, int]:
        """What the queue goes by."""
        return (self.drawn, self.by, self.line_id)


def _among(only: Collection[int] | None, column: Any = lines.c.project_id) -> list[Any]:
    return [] if only is None else [column.in_(sorted(only))]


def _not_ones_own(person_id: int) -> ColumnElement[bool]:
    return and_(
        lines.c.person_id != person_id, lines.c.person_id.not_in(other_accounts(person_id))
    )


def _not_judged(person_id: int) -> ColumnElement[bool]:
    """Whether the first verdict is somebody else's."""
    return and_(
        reviews.c.reviewer_id != person_id,
        reviews.c.reviewer_id.not_in(other_accounts(person_id)),
    )


async def waiting(tx: Tx, person_id: int, only: Collection[int] | None) -> list[Waiting]:
    """What the person could review, project by project; `only` these, or none for all."""
    drawn = await _counts(tx, _first(person_id, only, left=False), lines.c.accept_by)
    left = await _counts(tx, _first(person_id, only, left=True), lines.c.accept_by)
    again = await _counts(tx, _second(person_id, only), second_reviews.c.give_by)
    ids = drawn.keys() | left.keys() | again.keys()
    if not ids:
        return []
    named = select(projects.c.id, projects.c.key, projects.c.name).where(
        projects.c.id.in_(sorted(ids))
    )
    found = []
    for project_id, key, name in await tx.execute(named):
        here = [one[project_id] for one in (drawn, again) if project_id in one]
        rest, rest_by = left.get(project_id, (0, None))
        dates: list[datetime | None] = [date for _, date in here] or [rest_by]
        first = min(date for date in dates if date is not None)
        found.append(Waiting(project_id, key, name, sum(n for n, _ in here), first, rest))
    return sorted(found, key=lambda one: (not one.count, one.first, one.project_id))


async def _counts(tx: Tx, found: Select[Any], date: Any) -> dict[int, tuple[int, datetime]]:
    asked = found.with_only_columns(lines.c.project_id, func.count(), func.min(date)).group_by(
        lines.c.project_id
    )
    return {row[0]: (row[1], row[2]) for row in await tx.execute(asked)}


def _first(person_id: int, only: Collection[int] | None, *, left: bool) -> Select[Any]:
    """Lines that nobody has decided about."""
    drawn = lines.c.drawn == Draw.left.value if left else lines.c.drawn < Draw.left.value
    return (
        select(lines.c.drawn, lines.c.accept_by, lines.c.id)
        .select_from(_JOINED)
        .where(_WAITS, _not_ones_own(person_id), drawn, *_among(only))
    )


def waiting_again(person_id: int) -> Select[Any]:
    """Lines whose verdict that person is to give again, for a statement about them."""
    mine = second_reviews.c
    return (
        select(mine.drawn, mine.give_by, mine.line_id)
        .select_from(_AGAIN)
        .where(mine.state == word("waiting"), _not_ones_own(person_id), _not_judged(person_id))
    )


def _second(person_id: int, only: Collection[int] | None) -> Select[Any]:
    return waiting_again(person_id).where(*_among(only, second_reviews.c.project_id))


async def next_line(
    tx: Tx, person_id: int, only: Collection[int] | None, *, after: Spot | None,
    left: bool = False,
) -> Line | None:  # fmt: skip
    """The line that the person should judge next, behind `after` in the order of the queue.

    Where votes disagree first, then by date; of what was drawn, or of what was `left`.
    """
    columns = (lines.c.drawn, lines.c.accept_by, lines.c.id)
    found = [await _next(tx, _first(person_id, only, left=left), columns, after)]
    if not left:
        mine = second_reviews.c
        columns = (mine.drawn, mine.give_by, mine.line_id)
        found.append(await _next(tx, _second(person_id, only), columns, after))
    there = [one for one in found if one is not None]
    if not there:
        return None
    nearest = min(there, key=lambda one: one.order)
    row = (await tx.execute(select(lines).where(lines.c.id == nearest.line_id))).one()
    return as_line(row)


async def _next(
    tx: Tx, found: Select[Any], columns: tuple[Any, Any, Any], after: Spot | None
) -> Spot | None:
    if after is not None:
        drawn, by, which = columns
        later = or_(by > after.by, and_(by == after.by, which > after.line_id))
        found = found.where(
            or_(drawn > after.drawn.value, and_(drawn == after.drawn.value, later))
        )
    row = (await tx.execute(found.order_by(*columns).limit(1))).first()
    return Spot(Draw(row[0]), row[1], row[2]) if row else None


async def spot_of(tx: Tx, line: Line, person_id: int) -> Spot:
    """Where the line stands in the queue of that person."""
    again = await seconds.of_line(tx, line.id)
    if again is not None and again.state == "waiting" and again.first_by != person_id:
        return Spot(again.drawn, again.give_by, line.id)
    if again is not None and again.reviewer_id == person_id:
        return Spot(again.drawn, again.give_by, line.id)
    return Spot(line.drawn, line.accept_by, line.id)


async def gold_among(tx: Tx, task_ids: Collection[int]) -> set[int]:
    """Those of the tasks whose answer is known."""
    return set((await tx.execute(_GOLD_AMONG, {"which": sorted(task_ids)})).scalars())


async def draw_disagreement(tx: Tx, task_ids: Collection[int]) -> None:
    """All undecided ratings of the tasks come first in the queue: votes on them disagree."""
    if task_ids:
        await tx.execute(_DISAGREE, {"tasks": list(task_ids)})
        await tx.execute(_DISAGREE_AGAIN, {"tasks": list(task_ids)})


async def open_disputes(
    tx: Tx, person_id: int, only: Collection[int] | None
) -> list[tuple[str, int, datetime]]:
    """Disputes that the person could decide, by date: number, project, until when."""
    found = await tx.execute(decidable(person_id, only))
    return [(row[0], row[1], row[2]) for row in found]


async def counts_of(tx: Tx, project_id: int) -> tuple[int, int]:
    """How many ratings of the project wait for a verdict, and how many disputes are open."""
    ratings = select(func.count()).select_from(_JOINED).where(
        _WAITS, lines.c.project_id == project_id
    )  # fmt: skip
    objections = (
        select(func.count())
        .select_from(disputes.join(lines, lines.c.id == disputes.c.line_id))
        .where(disputes.c.state == word("open"), lines.c.project_id == project_id)
    )
    return (
        int((await tx.execute(ratings)).scalar_one()),
        int((await tx.execute(objections)).scalar_one()),
    )
