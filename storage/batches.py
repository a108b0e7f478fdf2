"""Batches: what is in them, what was said of their lines, and which of them are due for what."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, and_, bindparam, func, select

from bot.domain.batches import Asked, Batch, BatchState, Tally
from bot.domain.lines import ClientState, LineState
from bot.domain.schemes import form_of
from storage import projects
from storage.database import Tx, locking
from storage.line_kinds import FOR_A_RATING
from storage.lines import as_line
from storage.schema import assignments, batches, jobs, lines, ratings, refusals, tasks
from storage.schema.columns import among, word
from storage.standing_votes import LATEST
from storage.statements import change_row, rows_by

_LOCKED = locking(rows_by(batches, "id"))
# The client's part of a line: gone where the hall itself rejected the rating.
_HANDED_OVER = lines.c.state.not_in([word("rejected"), word("reversed")])
_WAITS = and_(lines.c.client == word("waiting"), _HANDED_OVER)
_OF_TASKS = assignments.join(tasks, tasks.c.id == assignments.c.task_id)
_LINES = lines.join(assignments, assignments.c.id == lines.c.assignment_id).join(
    tasks, tasks.c.id == assignments.c.task_id
)
# Said as in the partial index of lines by assignment, which a planner could not use else.
_GIVEN = among(batches.c.state, "delivered", "contested")
_LIVE_REFUSAL = among(refusals.c.state, "held", "applied")
_HELD = (
    select(refusals.c.id)
    .where(refusals.c.line_id == lines.c.id, _LIVE_REFUSAL, refusals.c.state == word("held"))
    .exists()
)
_WAITING = (
    select(lines.c.id)
    .select_from(_LINES)
    .where(
        tasks.c.batch_id == bindparam("batch"), lines.c.id > bindparam("after"), FOR_A_RATING,
        _WAITS,
        lines.c.confirm_by > bindparam("now"), ~_HELD,
    )
    .order_by(lines.c.id)
    .limit(bindparam("most"))
)  # fmt: skip
_COUNTED = (
    select(
        lines.c.state, lines.c.client, func.count(), func.min(lines.c.confirm_by),
        func.max(lines.c.confirm_by),
    )
    .select_from(_LINES)
    .where(tasks.c.batch_id == bindparam("batch"), FOR_A_RATING)
    .group_by(lines.c.state, lines.c.client)
)  # fmt: skip
_LIVE = (
    select(refusals.c.state, func.count())
    .where(refusals.c.batch_id == bindparam("batch"), _LIVE_REFUSAL)
    .group_by(refusals.c.state)
)


def _batch(row: Row[Any]) -> Batch:
    return Batch(
        id=row.id, number=row.number, project_id=row.project_id, state=BatchState(row.state),
        file_name=row.file_name, created_at=row.created_at, delivered_at=row.delivered_at,
        confirmed_at=row.confirmed_at,
    )  # fmt: skip


async def by_number(tx: Tx, number: str) -> Batch | None:
    """The batch with that public number; none while it is being brought in."""
    row = (await tx.execute(rows_by(batches, "number"), {"number": number})).first()
    return _batch(row) if row and row.state != "staged" else None


async def by_id(tx: Tx, batch_id: int) -> Batch:
    """The batch; it must exist."""
    return _batch((await tx.execute(rows_by(batches, "id"), {"id": batch_id})).one())


async def locked(tx: Tx, batch_id: int) -> Batch:
    """As `by_id`; nobody else decides on its refusals until the transaction ends."""
    return _batch((await tx.execute(_LOCKED, {"id": batch_id})).one())


async def change(tx: Tx, batch_id: int, **values: Any) -> None:
    """Set columns of a batch."""
    await change_row(tx, batches, batch_id, values)


async def of_projects(tx: Tx, project_ids: Collection[int]) -> list[Batch]:
    """The batches of these projects, the newest first; one of gold tasks alone is none."""
    has_tasks = select(tasks.c.id).where(tasks.c.batch_id == batches.c.id).exists()
    mine = and_(batches.c.project_id.in_(list(project_ids)), batches.c.state != word("staged"))
    rows = await tx.execute(select(batches).where(mine, has_tasks).order_by(batches.c.id.desc()))
    return [_batch(row) for row in rows]


async def tasks_of(tx: Tx, batch_id: int) -> tuple[int, int]:
    """How many tasks are in the batch, and how many ratings they are still missing."""
    of = tasks.c.batch_id == batch_id
    count = (await tx.execute(select(func.count()).where(of))).scalar_one()
    missing = select(func.sum(tasks.c.open_slots)).where(of, tasks.c.state == word("open"))
    return int(count), int((await tx.execute(missing)).scalar() or 0)


async def in_work(tx: Tx, batch_id: int) -> int:
    """How many ratings of the batch somebody is at work on."""
    found = (
        select(func.count())
        .select_from(_OF_TASKS)
        .where(tasks.c.batch_id == batch_id, assignments.c.held)
    )
    return int((await tx.execute(found)).scalar_one())


async def tally(tx: Tx, batch_id: int) -> Tally:
    """The ratings of the batch by what the hall and the client said of them."""
    count = dict.fromkeys(("submitted", "accepted", "rejected"), 0)
    said = dict.fromkeys(ClientState, 0)
    dates: list[datetime] = []
    for state, client, number, first, last in await tx.execute(_COUNTED, {"batch": batch_id}):
        if state in (LineState.rejected, LineState.reversed):
            count["rejected"] += number
            continue
        count["submitted" if state == LineState.submitted else "accepted"] += number
        said[ClientState(client)] += number
        if client == ClientState.waiting:
            dates += [first, last]
    live = {row[0]: row[1] for row in await tx.execute(_LIVE, {"batch": batch_id})}
    return Tally(
        **count, not_asked=said[ClientState.not_asked], waiting=said[ClientState.waiting],
        confirmed=said[ClientState.confirmed], silent=said[ClientState.silent],
        refused=live.get("applied", 0), held=live.get("held", 0),
        first=min(dates, default=None), last=max(dates, default=None),
    )  # fmt: skip


async def waiting_lines(
    tx: Tx, batch_id: int, *, now: datetime, after: int, limit: int
) -> list[int]:
    """Lines that wait for the client's word and hold no refusal, by id, behind `after`."""
    facts = {"batch": batch_id, "now": now, "after": after, "most": limit}
    return list((await tx.execute(_WAITING, facts)).scalars())


def _asked() -> Select[Any]:
    live = and_(refusals.c.line_id == lines.c.id, _LIVE_REFUSAL)
    return (
        select(
            lines, tasks.c.id.label("task_id"), tasks.c.external_id, assignments.c.shown_order,
            assignments.c.turns, jobs.c.terms, ratings.c.answer, refusals.c.state.label("refusal"),
        )
        .select_from(
            _LINES.join(ratings, ratings.c.assignment_id == assignments.c.id)
            .join(jobs, jobs.c.id == assignments.c.job_id)
            .outerjoin(refusals, live)
        )
        .where(FOR_A_RATING, LATEST)
    )  # fmt: skip


_ASKED = _asked()


async def _as_asked(tx: Tx, row: Row[Any]) -> Asked:
    order = tuple(row.shown_order)
    scheme = await projects.scheme_of(tx, row.terms["project_version_id"])
    form = form_of(scheme, len(order), row.turns)
    return Asked(as_line(row), row.task_id, row.external_id, order, row.answer, row.refusal, form)


async def asked_of(tx: Tx, batch_id: int) -> list[Asked]:
    """All ratings of the batch that the client judges, by task."""
    mine = and_(tasks.c.batch_id == batch_id, _HANDED_OVER, lines.c.client != word("not asked"))
    rows = (await tx.execute(_ASKED.where(mine).order_by(tasks.c.id, lines.c.id))).all()
    return [await _as_asked(tx, row) for row in rows]


async def asked_by_ids(tx: Tx, line_ids: Sequence[int]) -> list[Asked]:
    """The ratings of these lines, by line."""
    mine = lines.c.id.in_(list(line_ids))
    rows = (await tx.execute(_ASKED.where(mine).order_by(lines.c.id))).all()
    return [await _as_asked(tx, row) for row in rows]


async def lines_of(tx: Tx, numbers: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Of each of these lines that is a rating of a batch: its id and the batch, by number."""
    found: dict[str, tuple[int, int]] = {}
    wanted = select(lines.c.number, lines.c.id, tasks.c.batch_id).select_from(_LINES)
    for start in range(0, len(numbers), 500):
        some = lines.c.number.in_(list(numbers[start : start + 500]))
        rows = await tx.execute(wanted.where(some, FOR_A_RATING, tasks.c.batch_id.is_not(None)))
        found |= {number: (line_id, batch_id) for number, line_id, batch_id in rows}
    return found


def _has_line(condition: Any) -> Any:
    return (
        select(lines.c.id)
        .select_from(_LINES)
        .where(tasks.c.batch_id == batches.c.id, FOR_A_RATING, condition)
        .exists()
    )


async def to_finish(tx: Tx, limit: int) -> list[int]:
    """Delivered batches whose client needs to say nothing any more."""
    answered = among(lines.c.client, "confirmed", "silent", "refused")
    # The first line that waits ends the search; a batch without any is soon finished.
    done = and_(~_has_line(_WAITS), _has_line(answered))
    found = select(batches.c.id).where(_GIVEN, batches.c.state == word("delivered"), done)
    return list((await tx.execute(found.order_by(batches.c.id).limit(limit))).scalars())


async def with_waiting(tx: Tx, now: datetime, until: datetime) -> list[int]:
    """Batches in a client's hands with a line whose date comes between now and then."""
    soon = and_(_WAITS, lines.c.confirm_by > now, lines.c.confirm_by <= until)
    found = select(batches.c.id).where(_GIVEN, _has_line(soon)).order_by(batches.c.id)
    return list((await tx.execute(found)).scalars())


async def confirmed_of(
    tx: Tx, person_id: int, *, since: datetime, until: datetime
) -> list[tuple[int, int]]:
    """How many ratings of the person clients confirmed in that time, by project."""
    found = (
        select(lines.c.project_id, func.count())
        .where(
            lines.c.person_id == person_id, lines.c.client == word("confirmed"),
            lines.c.client_at >= since, lines.c.client_at < until,
        )
        .group_by(lines.c.project_id)
        .order_by(lines.c.project_id)
    )  # fmt: skip
    return [(project_id, count) for project_id, count in await tx.execute(found)]
