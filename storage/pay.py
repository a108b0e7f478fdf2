"""What one person sees of pay: sums by state, lines with what belongs to them, payouts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, case, func, or_, select, tuple_

from bot.domain.lines import Line, LineState
from bot.domain.payouts import Payout
from storage.database import Tx
from storage.lines import as_line
from storage.payruns import as_payout
from storage.schema import assignments, jobs, lines, payouts, people, projects, statements
from storage.schema.columns import Id, Moment, among, word

# Of a rating or flag, and what was added to it later.
_OF_WORK = ("rating", "flag", "correction")
_corrected = lines.alias("corrected")
_cited = statements.alias("cited")


@dataclass(frozen=True, slots=True)
class Stage:
    """What the lines of one state and currency come to, with the dates by which they move on."""

    state: LineState
    currency: str
    count: int
    minor: int
    accepted_by: datetime
    confirmed_by: datetime | None
    oldest: datetime | None


@dataclass(frozen=True, slots=True)
class OwnLine:
    """A line with what belongs to it.

    `arrives` is (promised, issued, sent) of the payout of its statement; `cites` and `corrected`
    are the statement and the line that it makes up for.
    """

    line: Line
    project: str | None
    job: str | None
    client_at: datetime | None
    statement: str | None
    arrives: tuple[datetime, datetime, datetime | None] | None
    corrected: str | None
    cites: str | None


@dataclass(frozen=True, slots=True)
class OwnPayout:
    """A payout with its statement's number and the day that was promised on it."""

    payout: Payout
    statement: str
    promised: datetime


async def settings_of(tx: Tx, person_id: int) -> tuple[str, datetime | None]:
    """The person's pay zone, and until when the earned digest has told; none when it is off."""
    mine = select(people.c.pay_zone, people.c.digest_told).where(people.c.id == person_id)
    row = (await tx.execute(mine)).one()
    return row.pay_zone, row.digest_told


async def stages(tx: Tx, person_id: int) -> list[Stage]:
    """What the person's lines come to, by currency and state."""
    found = (
        select(
            lines.c.state, lines.c.currency, func.count().label("tasks"),
            func.sum(lines.c.pay_minor).label("minor"),
            func.max(lines.c.accept_by).label("accepted_by"),
            func.max(lines.c.confirm_by).label("confirmed_by"),
            func.min(lines.c.confirmed_at).label("oldest"),
        )
        .where(lines.c.person_id == person_id)
        .group_by(lines.c.state, lines.c.currency)
        .order_by(lines.c.currency, lines.c.state)
    )  # fmt: skip
    return [
        Stage(
            LineState(row.state), row.currency, row.tasks, int(row.minor), row.accepted_by,
            row.confirmed_by, row.oldest,
        )
        for row in await tx.execute(found)
    ]  # fmt: skip


async def earned(tx: Tx, person_id: int, start: datetime, end: datetime) -> dict[str, int]:
    """What came to be owed to the person from `start` until before `end`, by currency."""
    found = (
        select(lines.c.currency, func.sum(lines.c.pay_minor))
        .where(
            lines.c.person_id == person_id, lines.c.accepted_at >= start, lines.c.accepted_at < end
        )
        .group_by(lines.c.currency)
        .order_by(lines.c.currency)
    )
    return {currency: int(minor) for currency, minor in await tx.execute(found)}


async def earned_each(
    tx: Tx, person_id: int, currency: str, since: datetime
) -> list[tuple[datetime, int, LineState]]:
    """What came to be owed to the person since then: when, how much, where it stands."""
    found = select(lines.c.accepted_at, lines.c.pay_minor, lines.c.state).where(
        lines.c.person_id == person_id,
        lines.c.currency == currency,
        lines.c.accepted_at >= since,
    )
    return [(at, minor, LineState(state)) for at, minor, state in await tx.execute(found)]


async def worked(tx: Tx, person_id: int, since: datetime) -> dict[str, tuple[int, int, float]]:
    """What was decided of the work handed in since then: tasks, minor units, active seconds.

    By currency; what was rejected took its time as well.
    """
    is_task = lines.c.kind != word("correction")
    found = (
        select(
            lines.c.currency,
            func.sum(case((is_task, 1), else_=0)),
            func.sum(lines.c.pay_minor),
            func.coalesce(func.sum(case((is_task, assignments.c.active_seconds), else_=0.0)), 0.0),
        )
        .outerjoin(assignments, assignments.c.id == lines.c.assignment_id)
        .where(
            lines.c.person_id == person_id,
            lines.c.submitted_at >= since,
            lines.c.state != word("submitted"),
            among(lines.c.kind, *_OF_WORK),
        )
        .group_by(lines.c.currency)
    )
    rows = await tx.execute(found)
    return {currency: (int(n), int(minor), float(seconds)) for currency, n, minor, seconds in rows}


def _payouts(person_id: int, *conditions: ColumnElement[bool]) -> Any:
    return (
        select(payouts, statements.c.number.label("statement"), statements.c.expected_at)
        .join(statements, statements.c.id == payouts.c.statement_id)
        .where(payouts.c.person_id == person_id, *conditions)
        .order_by(payouts.c.id.desc())
    )


def _own_payout(row: Row[Any]) -> OwnPayout:
    return OwnPayout(as_payout(row), row.statement, row.expected_at)


async def unpaid(tx: Tx, person_id: int) -> list[OwnPayout]:
    """The person's payouts that are on their way, the newest first."""
    found = await tx.execute(_payouts(person_id, among(payouts.c.state, "due", "sent")))
    return [_own_payout(row) for row in found]


async def newest_paid(tx: Tx, person_id: int, currency: str) -> Payout | None:
    """The person's payout in that currency that was paid last."""
    paid = and_(payouts.c.state == word("paid"), payouts.c.currency == currency)
    row = (await tx.execute(_payouts(person_id, paid).limit(1))).first()
    return as_payout(row) if row else None


async def payout_by_number(tx: Tx, person_id: int, number: str) -> OwnPayout | None:
    """The person's payout with that number."""
    found = _payouts(person_id, payouts.c.number == number)
    row = (await tx.execute(found)).first()
    return _own_payout(row) if row else None


def _own_lines() -> Any:
    live = and_(payouts.c.statement_id == statements.c.id, payouts.c.state != word("failed"))
    return (
        select(
            lines, projects.c.name.label("project"), jobs.c.number.label("job"),
            statements.c.number.label("statement"), statements.c.expected_at,
            payouts.c.created_at.label("issued_at"), payouts.c.sent_at,
            _corrected.c.number.label("corrected"), _cited.c.number.label("cites"),
        )
        .outerjoin(projects, projects.c.id == lines.c.project_id)
        .outerjoin(jobs, jobs.c.id == lines.c.job_id)
        .outerjoin(statements, statements.c.id == lines.c.statement_id)
        .outerjoin(payouts, live)
        .outerjoin(_corrected, _corrected.c.id == lines.c.corrects)
        .outerjoin(_cited, _cited.c.id == _corrected.c.statement_id)
    )  # fmt: skip


def _own_line(row: Row[Any]) -> OwnLine:
    arrives = (row.expected_at, row.issued_at, row.sent_at) if row.issued_at else None
    return OwnLine(
        as_line(row), row.project, row.job, row.client_at, row.statement, arrives, row.corrected,
        row.cites,
    )  # fmt: skip


def _among(which: str) -> ColumnElement[bool]:
    """What a list has: `all`, `open` ones, those that came to `less`, or those of a statement."""
    if which == "open":
        return among(lines.c.state, "submitted", "accepted", "confirmed", "in run")
    if which == "less":
        return or_(lines.c.pay_minor < lines.c.offered_minor, lines.c.state == word("rejected"))
    if which == "all":
        return lines.c.id > 0
    of_number = select(statements.c.id).where(statements.c.number == which)
    return lines.c.statement_id == of_number.scalar_subquery()


async def count_lines(tx: Tx, person_id: int, which: str) -> int:
    """How many lines the person has of those."""
    found = select(func.count()).where(lines.c.person_id == person_id, _among(which))
    return int((await tx.execute(found)).scalar_one())


async def lines_of(
    tx: Tx, person_id: int, which: str, *, offset: int, limit: int
) -> list[OwnLine]:
    """The person's lines of those, the newest first."""
    found = (
        _own_lines()
        .where(lines.c.person_id == person_id, _among(which))
        .order_by(lines.c.submitted_at.desc(), lines.c.id.desc())
        .offset(offset)
        .limit(limit)
    )
    return [_own_line(row) for row in await tx.execute(found)]


async def lines_of_statement(tx: Tx, statement_id: int) -> Sequence[OwnLine]:
    """The lines of a statement, by when the work was done."""
    found = _own_lines().where(lines.c.statement_id == statement_id)
    ordered = found.order_by(lines.c.submitted_at, lines.c.id)
    return [_own_line(row) for row in await tx.execute(ordered)]


async def line_by_number(tx: Tx, person_id: int, number: str) -> OwnLine | None:
    """The person's line with that number."""
    mine = _own_lines().where(lines.c.number == number, lines.c.person_id == person_id)
    row = (await tx.execute(mine)).first()
    return _own_line(row) if row else None


async def due_digests(
    tx: Tx, told_before: datetime, *, after: tuple[datetime, int] | None, limit: int
) -> list[tuple[int, str, datetime]]:
    """Who wants the earned digest and was told nothing since: id, zone, when told.

    Who was told longest ago comes first; `after` is (when told, id) of the last one seen.
    """
    order = (people.c.digest_told, people.c.id)
    found = select(people.c.id, people.c.zone, people.c.digest_told).where(
        people.c.digest_told <= told_before
    )
    if after is not None:
        found = found.where(tuple_(*order) > tuple_(*after, types=[Moment, Id]))
    rows = await tx.execute(found.order_by(*order).limit(limit))
    return [(row.id, row.zone, row.digest_told) for row in rows]
