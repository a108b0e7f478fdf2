"""The gold of a project as its coordinators see it, and what could become gold."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, bindparam, case, desc, func, select

from bot.domain.gold import USED
from bot.domain.tasks import TaskState
from storage.database import Tx
from storage.schema import gold_scores, tasks
from storage.schema.columns import word

_s = gold_scores.c


@dataclass(frozen=True, slots=True)
class Item:
    """A gold task of a project: how often it was given, answered, and missed."""

    id: int
    external_id: str
    state: TaskState
    given: int
    answers: int
    missed: int


@dataclass(frozen=True, slots=True)
class Stock:
    """The gold of a project in figures; `decided` are tasks that could be looked at for more."""

    count: int
    given: int
    answers: int
    missed: int
    suspended: int
    decided: int


_OF = and_(tasks.c.project_id == bindparam("project"), tasks.c.gold.is_not(None))
_SHOWN = tasks.c.state != word("staged")


async def stock(tx: Tx, project_id: int) -> Stock:
    """The gold of the project in figures."""
    facts = {"project": project_id}
    given_ = func.sum(tasks.c.rank / USED)
    of = select(
        func.count(), func.coalesce(given_, 0),
        func.coalesce(func.sum(case((tasks.c.state == word("suspended"), 1), else_=0)), 0),
    ).where(_OF, _SHOWN)  # fmt: skip
    count, used, suspended = (await tx.execute(of, facts)).one()
    right_ones = func.sum(case((_s.correct, 1), else_=0))
    scored = select(right_ones, func.count()).where(
        _s.project_id == project_id, _s.state != word("void")
    )
    right, total = (await tx.execute(scored)).one()
    ready = select(func.count()).select_from(_copyable(project_id, 0, 1000).subquery())
    decided_ = int((await tx.execute(ready)).scalar_one())
    return Stock(
        int(count), int(used), int(total), int(total) - int(right or 0), int(suspended), decided_
    )


def _items(scored: ColumnElement[bool]) -> Select[Any]:
    scores = (
        select(
            _s.task_id, func.count().label("answers"),
            func.sum(case((_s.correct, 0), else_=1)).label("missed"),
        )
        .where(scored, _s.state != word("void"))
        .group_by(_s.task_id)
        .subquery()
    )  # fmt: skip
    return select(
        tasks.c.id, tasks.c.external_id, tasks.c.state, tasks.c.rank,
        func.coalesce(scores.c.answers, 0).label("answers"),
        func.coalesce(scores.c.missed, 0).label("missed"),
    ).select_from(tasks.outerjoin(scores, scores.c.task_id == tasks.c.id))  # fmt: skip


def _item(row: Row[Any]) -> Item:
    return Item(
        row.id, row.external_id, TaskState(row.state), row.rank // USED, int(row.answers),
        int(row.missed),
    )  # fmt: skip


async def page(tx: Tx, project_id: int, *, skip: int, most: int) -> list[Item]:
    """Gold tasks of the project, the doubted first, then those that were missed most."""
    doubted = case((tasks.c.state == word("suspended"), 0), else_=1)
    found = (
        _items(_s.project_id == bindparam("project"))
        .where(_OF, _SHOWN)
        .order_by(doubted, desc("missed"), tasks.c.id)
        .limit(most)
        .offset(skip)
    )
    return [_item(row) for row in await tx.execute(found, {"project": project_id})]


async def item(tx: Tx, task_id: int) -> tuple[Item, int, dict[str, Any]] | None:
    """The gold task with its project and its known answer; none where it is no gold task."""
    found = (
        _items(_s.task_id == task_id)
        .add_columns(tasks.c.project_id, tasks.c.gold)
        .where(tasks.c.id == task_id, tasks.c.gold.is_not(None), _SHOWN)
    )
    row = (await tx.execute(found)).first()
    return None if row is None else (_item(row), row.project_id, row.gold)


def _copyable(project_id: int, after: int, most: int) -> Select[Any]:
    copied = tasks.alias("copied")
    return (
        select(tasks)
        .where(
            tasks.c.project_id == project_id, tasks.c.gold.is_(None), tasks.c.id > after,
            tasks.c.state == word("decided"),
            ~select(copied.c.id).where(copied.c.copied_from == tasks.c.id).exists(),
        )
        .order_by(tasks.c.id)
        .limit(most)
    )  # fmt: skip


async def copyable(tx: Tx, project_id: int, *, after: int, most: int) -> list[dict[str, Any]]:
    """Decided tasks of which no copy is gold yet, as the table has them, behind that id."""
    rows = await tx.execute(_copyable(project_id, after, most))
    return [dict(row._mapping) for row in rows]  # noqa: SLF001 - public, by SQLAlchemy's docs


async def suspended_in(tx: Tx, project_ids: Collection[int]) -> dict[int, int]:
    """How many known answers of each of the projects are in doubt."""
    found = (
        select(tasks.c.project_id, func.count())
        .where(
            tasks.c.project_id.in_(sorted(project_ids)),
            tasks.c.gold.is_not(None),
            tasks.c.state == word("suspended"),
        )
        .group_by(tasks.c.project_id)
    )
    return {row[0]: row[1] for row in await tx.execute(found)}


async def made_of(tx: Tx, task_ids: Collection[int]) -> list[int]:
    """The gold tasks that were copied from these."""
    found = select(tasks.c.id).where(tasks.c.copied_from.in_(sorted(task_ids)))
    return list((await tx.execute(found.order_by(tasks.c.id))).scalars())
