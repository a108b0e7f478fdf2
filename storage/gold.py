"""Gold tasks: which to give, how they were answered, and what was decided about them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, bindparam, case, func, insert, or_, select, update

from bot.domain.gold import Answered, GoldAct, ScoreState, used_more
from bot.domain.ratings import SEEN
from storage.database import Tx
from storage.line_kinds import FOR_A_TASK
from storage.schema import (
    assignments,
    batches,
    gold_decisions,
    gold_scores,
    lines,
    tasks,
)
from storage.schema.columns import among, word
from storage.statements import add_row, change_row, change_rows, rows_by

# Of those that were given least, so many are chosen from.
_CHOICE = 40
_s = gold_scores.c
_COUNTS = _s.state == word("counts")
_MET = (
    select(assignments.c.id)
    .where(
        or_(assignments.c.task_id == tasks.c.id, assignments.c.task_id == tasks.c.copied_from),
        assignments.c.person_id.in_(bindparam("people", expanding=True)),
        or_(assignments.c.held, assignments.c.state.in_([one.value for one in SEEN])),
    )
    .exists()
)
_NEXT = (
    select(tasks.c.id, tasks.c.rank)
    .where(
        tasks.c.project_id == bindparam("project"), tasks.c.gold.is_not(None),
        tasks.c.state == word("open"), ~_MET,
    )
    .order_by(tasks.c.rank)
    .limit(_CHOICE)
)  # fmt: skip
_KNOWN = select(tasks.c.id, tasks.c.gold, tasks.c.state).where(
    tasks.c.id.in_(bindparam("ids", expanding=True)), tasks.c.gold.is_not(None)
)
_SCORE = rows_by(gold_scores, "assignment_id")


@dataclass(frozen=True, slots=True)
class Score:
    """How one rating of a gold task came out."""

    id: int
    assignment_id: int
    task_id: int
    person_id: int
    project_id: int
    correct: bool
    state: ScoreState
    at: datetime


def _score(row: Row[Any]) -> Score:
    return Score(
        row.id, row.assignment_id, row.task_id, row.person_id, row.project_id, row.correct,
        ScoreState(row.state), row.at,
    )  # fmt: skip


async def to_give(tx: Tx, project_id: int, people: Collection[int]) -> dict[int, int]:
    """Gold tasks that none of these met, with their ranks, those that were given least."""
    found = await tx.execute(_NEXT, {"project": project_id, "people": list(people)})
    return {row.id: row.rank for row in found}


async def given(tx: Tx, ranks: dict[int, int]) -> None:
    """These gold tasks were given once more; the ranks are those before."""
    for task_id, rank in ranks.items():
        await change_row(tx, tasks, task_id, {"rank": used_more(rank)})


async def known(tx: Tx, task_ids: Collection[int]) -> dict[int, tuple[dict[str, Any], str]]:
    """The known answer and the state of each of the tasks that has one."""
    rows = await tx.execute(_KNOWN, {"ids": list(task_ids)})
    return {row.id: (row.gold, row.state) for row in rows}


async def add_score(
    tx: Tx, *, assignment_id: int, task_id: int, person_id: int, project_id: int, correct: bool,
    state: ScoreState, now: datetime,
) -> None:  # fmt: skip
    """How the rating came out; what was handed in again takes the place of what stood before."""
    new = {"correct": correct, "state": state, "at": now}
    before = await of_assignment(tx, assignment_id)
    if before is not None:
        await change_row(tx, gold_scores, before.id, new)
        return
    whose = {
        "assignment_id": assignment_id, "task_id": task_id, "person_id": person_id,
        "project_id": project_id,
    }  # fmt: skip
    await tx.execute(insert(gold_scores).values(whose | new))


async def of_assignment(tx: Tx, assignment_id: int) -> Score | None:
    """How the rating came out; none where it was not of a gold task, or not compared."""
    row = (await tx.execute(_SCORE, {"assignment_id": assignment_id})).first()
    return None if row is None else _score(row)


async def of_task(tx: Tx, task_id: int) -> list[Score]:
    """All scores on that task, the oldest first."""
    found = rows_by(gold_scores, "task_id").order_by(_s.id)
    return [_score(row) for row in await tx.execute(found, {"task_id": task_id})]


async def is_rated_by(tx: Tx, task_id: int, people: Collection[int]) -> bool:
    """Whether any of these people answered the task."""
    mine = select(_s.id).where(_s.task_id == task_id, _s.person_id.in_(sorted(people))).limit(1)
    return (await tx.execute(mine)).first() is not None


async def change_scores(tx: Tx, changes: Sequence[tuple[int, Mapping[str, Any]]]) -> None:
    """Set the same columns of several scores, each by its id."""
    await change_rows(tx, gold_scores, changes)


async def change_score(tx: Tx, score_id: int, **values: Any) -> None:
    """Set columns of a score."""
    await change_row(tx, gold_scores, score_id, values)


async def move_scores(tx: Tx, task_id: int, before: ScoreState, after: ScoreState) -> None:
    """The scores on the task that are in one state are in the other from now on."""
    mine = update(gold_scores).where(_s.task_id == task_id, _s.state == before)
    await tx.execute(mine.values(state=after))


async def accuracy(
    tx: Tx, person_id: int, *, project_id: int | None = None, since: datetime | None = None
) -> tuple[int, int]:
    """How many known answers the person had right, of how many; only what counts."""
    mine = _tally().where(_s.person_id == person_id, _COUNTS)
    if project_id is not None:
        mine = mine.where(_s.project_id == project_id)
    if since is not None:
        mine = mine.where(_s.at >= since)
    right, total = (await tx.execute(mine)).one()
    return int(right or 0), int(total)


async def accuracy_of_project(
    tx: Tx, project_id: int, *, since: datetime | None = None
) -> tuple[int, int]:
    """As `accuracy`, of everybody on that project."""
    all_ = _tally().where(_s.project_id == project_id, _COUNTS)
    if since is not None:
        all_ = all_.where(_s.at >= since)
    right, total = (await tx.execute(all_)).one()
    return int(right or 0), int(total)


def _tally() -> Any:
    return select(func.sum(case((_s.correct, 1), else_=0)), func.count())


async def answered(tx: Tx, task_id: int, *, after: datetime | None) -> list[Answered]:
    """The answers to the task that count, given behind that time, each with its person's others.

    What others are is all of the project; of very many answers the newest are looked at.
    """
    newest = select(_s.id, _s.person_id, _s.project_id, _s.correct)
    newest = newest.where(_s.task_id == task_id, _COUNTS).order_by(_s.id.desc()).limit(200)
    if after is not None:
        newest = newest.where(_s.at > after)
    one = newest.subquery()
    other = gold_scores.alias("other")
    elsewhere = and_(
        other.c.person_id == one.c.person_id, other.c.project_id == one.c.project_id,
        other.c.task_id != task_id, other.c.state == word("counts"),
    )  # fmt: skip
    found = (
        select(
            one.c.id, one.c.correct, func.count(other.c.id),
            func.coalesce(func.sum(case((other.c.correct, 1), else_=0)), 0),
        )
        .select_from(one.outerjoin(other, elsewhere))
        .group_by(one.c.id, one.c.correct)
        .order_by(one.c.id.desc())
    )  # fmt: skip
    return [Answered(bool(row[1]), (int(row[3]), int(row[2]))) for row in await tx.execute(found)]


async def decided(tx: Tx, task_id: int, act: GoldAct, *, by: int | None, now: datetime) -> int:
    """Write down what was decided about the known answer; returns the id of it."""
    row = {"task_id": task_id, "by_id": by, "act": act, "at": now}
    return await add_row(tx, gold_decisions, row)


async def deciders(tx: Tx, task_id: int) -> set[int]:
    """Who brought the known answer in, and who decided about it: none of them judges it."""
    acted = select(gold_decisions.c.by_id).where(
        gold_decisions.c.task_id == task_id, gold_decisions.c.by_id.is_not(None)
    )
    brought = (
        select(batches.c.created_by)
        .join(tasks, tasks.c.came_with == batches.c.id)
        .where(tasks.c.id == task_id, batches.c.created_by.is_not(None))
    )
    found = {*(await tx.execute(acted)).scalars(), *(await tx.execute(brought)).scalars()}
    return {int(one) for one in found}


async def stood_since(tx: Tx, task_id: int) -> datetime | None:
    """When somebody last said that the known answer holds; none where nobody was asked."""
    found = select(func.max(gold_decisions.c.at)).where(
        gold_decisions.c.task_id == task_id, among(gold_decisions.c.act, "kept", "corrected")
    )
    at: datetime | None = (await tx.execute(found)).scalar()
    return at


async def change_answer(tx: Tx, task_id: int, **values: Any) -> None:
    """Set columns of a gold task: its known answer, its state."""
    await change_row(tx, tasks, task_id, values)


async def unpaid_for(tx: Tx, task_id: int, item: str) -> list[int]:
    """Lines for the task that were reduced for that reason and that nothing made up for yet."""
    mended = lines.alias("mended")
    found = (
        select(lines.c.id)
        .join(assignments, assignments.c.id == lines.c.assignment_id)
        .where(
            assignments.c.task_id == task_id, FOR_A_TASK, lines.c.reason == item,
            lines.c.state != word("submitted"), lines.c.pay_minor < lines.c.offered_minor,
            ~select(mended.c.id).where(mended.c.corrects == lines.c.id).exists(),
        )
        .order_by(lines.c.id)
    )  # fmt: skip
    return list((await tx.execute(found)).scalars())
