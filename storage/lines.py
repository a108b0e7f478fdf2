"""Lines: what work earns, and where each of them stands."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, bindparam, func, insert, select, update

from bot.domain.lines import ClientState, Line, LineKind, LineState
from bot.domain.money import Money
from bot.domain.review_sampling import Draw
from storage.database import Tx, locking
from storage.line_kinds import FOR_A_TASK
from storage.schema import assignments, lines
from storage.schema.columns import among, word
from storage.statements import add_row, change_row, rows_by

_ADD = insert(lines)
_LOCKED = locking(
    select(lines).where(lines.c.id.in_(bindparam("which", expanding=True))), lines
).order_by(lines.c.id)
# Of a bonus or correction there can be more than one for an assignment.
_OF_ASSIGNMENTS = locking(
    select(lines).where(
        lines.c.assignment_id.in_(bindparam("which", expanding=True)),
        FOR_A_TASK,
    ),
    lines,
)
_OF_ASSIGNMENT = select(lines).where(lines.c.assignment_id == bindparam("which"), FOR_A_TASK)
_NUMBERS = (
    select(lines.c.assignment_id, lines.c.number)
    .join(assignments, assignments.c.id == lines.c.assignment_id)
    .where(assignments.c.task_id == bindparam("task"), FOR_A_TASK)
)
_MADE_UP = select(lines.c.number).where(lines.c.corrects == bindparam("which"))
_OF_JOB = (
    select(lines).where(lines.c.job_id == bindparam("job_id"), FOR_A_TASK).order_by(lines.c.id)
)
_LOCKED_OF_JOB = locking(rows_by(lines, "job_id"), lines).order_by(lines.c.id)
_PAYABLE = locking(
    select(lines).where(
        lines.c.person_id == bindparam("person"),
        lines.c.state == word("confirmed"),
        lines.c.confirmed_at < bindparam("before"),
    ),
    lines,
).order_by(lines.c.id)
_JOBS_DUE = (
    select(lines.c.job_id)
    .join(assignments, assignments.c.id == lines.c.assignment_id)
    .where(
        lines.c.state == word("submitted"),
        lines.c.accept_by <= bindparam("now"),
        # Somebody is correcting it just now.
        assignments.c.held.is_(False),
    )
    .order_by(lines.c.accept_by)
    .limit(bindparam("most"))
)
_TO_CONFIRM = (
    select(lines.c.id)
    .where(lines.c.state == word("accepted"), lines.c.confirm_by <= bindparam("now"))
    .order_by(lines.c.confirm_by, lines.c.id)
    .limit(bindparam("most"))
)

_PUT_IN_RUN = (
    update(lines)
    .where(lines.c.id.in_(bindparam("which", expanding=True)))
    .values(state=LineState.in_run, statement_id=bindparam("statement"))
)
_MARK_PAID = (
    update(lines)
    .where(lines.c.statement_id == bindparam("statement"))
    .values(state=LineState.paid)
)


def as_line(row: Row[Any]) -> Line:
    """The line of a row of the table."""
    return Line(
        id=row.id, number=row.number, person_id=row.person_id, project_id=row.project_id,
        job_id=row.job_id, assignment_id=row.assignment_id, kind=LineKind(row.kind),
        state=LineState(row.state), client=ClientState(row.client),
        offered=Money(row.offered_minor, row.currency), pay=Money(row.pay_minor, row.currency),
        reason=row.reason, because=row.because, submitted_at=row.submitted_at,
        accept_by=row.accept_by, confirm_by=row.confirm_by, accepted_at=row.accepted_at,
        confirmed_at=row.confirmed_at, statement_id=row.statement_id, corrects=row.corrects,
        drawn=Draw(row.drawn), blind=row.blind,
    )  # fmt: skip


async def add(tx: Tx, rows: Sequence[dict[str, Any]]) -> None:
    """New lines, with the same columns each."""
    if rows:
        await tx.execute(_ADD, list(rows))


async def add_one(tx: Tx, values: dict[str, Any]) -> int:
    """A new line; returns its id."""
    return await add_row(tx, lines, values)


async def change(tx: Tx, line_id: int, **values: Any) -> None:
    """Set columns of a line."""
    await change_row(tx, lines, line_id, values)


async def locked(tx: Tx, line_ids: Sequence[int]) -> list[Line]:
    """The lines with these ids, kept to this transaction."""
    found = await tx.execute(_LOCKED, {"which": list(line_ids)})
    return [as_line(row) for row in found]


async def by_ids(tx: Tx, line_ids: Sequence[int]) -> list[Line]:
    """The lines with these ids, as they are now."""
    found = await tx.execute(select(lines).where(lines.c.id.in_(list(line_ids))))
    return [as_line(row) for row in found]


async def by_number(tx: Tx, number: str) -> Line | None:
    """The line with that public number."""
    row = (await tx.execute(rows_by(lines, "number"), {"number": number})).first()
    return as_line(row) if row else None


async def of_assignments(tx: Tx, assignment_ids: Sequence[int]) -> dict[int, Line]:
    """The lines of ratings and flags by assignment, kept to this transaction."""
    found = await tx.execute(_OF_ASSIGNMENTS, {"which": list(assignment_ids)})
    return {row.assignment_id: as_line(row) for row in found}


async def numbers_of_task(tx: Tx, task_id: int) -> dict[int, str]:
    """The numbers of the lines of all ratings of the task, by assignment."""
    found = await tx.execute(_NUMBERS, {"task": task_id})
    return {row.assignment_id: row.number for row in found}


async def of_assignment(tx: Tx, assignment_id: int) -> Line:
    """The line of the rating or flag; it must exist."""
    return as_line((await tx.execute(_OF_ASSIGNMENT, {"which": assignment_id})).one())


async def is_made_up(tx: Tx, line_id: int) -> bool:
    """Whether another line pays what was withheld from it."""
    return await made_up_by(tx, line_id) is not None


async def made_up_by(tx: Tx, line_id: int) -> str | None:
    """The number of the line that pays what was withheld from it; none where none does."""
    number: str | None = (await tx.execute(_MADE_UP, {"which": line_id})).scalar()
    return number


async def of_job(tx: Tx, job_id: int) -> list[Line]:
    """The lines of ratings and flags of the job, in the order that they were made."""
    return [as_line(row) for row in await tx.execute(_OF_JOB, {"job_id": job_id})]


async def overdue_of_job(tx: Tx, job_id: int, now: datetime) -> list[Line]:
    """Lines of the job whose review deadline has passed, kept to this transaction."""
    found = [as_line(row) for row in await tx.execute(_LOCKED_OF_JOB, {"job_id": job_id})]
    return [one for one in found if one.state is LineState.submitted and one.accept_by <= now]


async def undecided(tx: Tx, job_id: int) -> int:
    """How many lines of the job wait for a verdict."""
    mine = and_(lines.c.job_id == job_id, lines.c.state == word("submitted"))
    return int((await tx.execute(select(func.count()).where(mine))).scalar_one())


async def jobs_to_accept(tx: Tx, now: datetime, limit: int) -> list[int]:
    """Jobs with lines past their review deadline, the longest overdue first."""
    found = await tx.execute(_JOBS_DUE, {"now": now, "most": limit})
    return list(dict.fromkeys(found.scalars()))


async def to_confirm(tx: Tx, now: datetime, limit: int) -> list[int]:
    """Accepted lines on which the client's time is over."""
    return list((await tx.execute(_TO_CONFIRM, {"now": now, "most": limit})).scalars())


async def payable_of(tx: Tx, person_id: int, before: datetime) -> list[Line]:
    """What a run of the period that ends then would pay the person, kept to this transaction."""
    found = await tx.execute(_PAYABLE, {"person": person_id, "before": before})
    return [as_line(row) for row in found]


async def put_in_run(tx: Tx, line_ids: Sequence[int], statement_id: int) -> None:
    """The lines stand on that statement from now on."""
    await tx.execute(_PUT_IN_RUN, {"which": list(line_ids), "statement": statement_id})


async def mark_paid(tx: Tx, statement_id: int) -> None:
    """The lines of the statement are paid."""
    await tx.execute(_MARK_PAID, {"statement": statement_id})


async def sums_of(tx: Tx, person_id: int) -> dict[tuple[str, str], tuple[int, int]]:
    """What the person's lines come to: (state, currency) to (count, minor units)."""
    found = (
        select(lines.c.state, lines.c.currency, func.count(), func.sum(lines.c.pay_minor))
        .where(lines.c.person_id == person_id)
        .group_by(lines.c.state, lines.c.currency)
    )
    rows = await tx.execute(found)
    return {(state, currency): (count, int(minor)) for state, currency, count, minor in rows}


async def last_date_of(tx: Tx, person_id: int) -> datetime | None:
    """By when the last line that waits for somebody's word is decided; none where none waits."""
    until = func.max(func.coalesce(lines.c.confirm_by, lines.c.accept_by))
    mine = select(until).where(
        lines.c.person_id == person_id, among(lines.c.state, "submitted", "accepted")
    )
    found: datetime | None = (await tx.execute(mine)).scalar()
    return found
