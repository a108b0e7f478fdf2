"""Steps of the ladder, and what they rest on."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Row, String, bindparam, cast, func, insert, or_, select

from bot.domain.numbers import public_number
from bot.domain.steps import Evidence, EvidenceKind, Step, StepKind, StepState
from storage.database import Tx, locking
from storage.schema import appeals, jobs, notices, ratings, step_evidence, steps
from storage.schema.columns import among, word
from storage.statements import add_row, change_row, rows_by

_COLUMNS = tuple(Step.__dataclass_fields__)
_LOCKED = locking(rows_by(steps, "id"), steps)
_OF_PERSON = rows_by(steps, "person_id").order_by(steps.c.id)
_DUE = (
    select(steps.c.id)
    .where(steps.c.due_at <= bindparam("now"))
    .order_by(steps.c.due_at)
    .limit(bindparam("most"))
)
BARRING = select(steps).where(
    steps.c.person_id == bindparam("person_id"),
    among(steps.c.state, "scheduled", "effective"),
    or_(steps.c.told_at.is_(None), steps.c.kind == word("block")),
)
_UNSENT = (
    select(steps)
    .join(notices, notices.c.key == "step:" + cast(steps.c.id, String))
    .where(
        steps.c.told_at.is_(None),
        steps.c.state == word("scheduled"),
        notices.c.state == word("failed"),
    )
    .order_by(steps.c.id)
)
_EVIDENCE = rows_by(step_evidence, "step_id").order_by(step_evidence.c.id)
_OVERTURNED = (
    select(step_evidence)
    .join(appeals, appeals.c.step_id == step_evidence.c.step_id)
    .where(
        appeals.c.person_id == bindparam("person_id"), appeals.c.state == word("overturned")
    )
    .order_by(step_evidence.c.id)
)  # fmt: skip


def _step(row: Row[Any]) -> Step:
    found = {name: getattr(row, name) for name in _COLUMNS}
    return Step(**found | {"kind": StepKind(row.kind), "state": StepState(row.state)})


def evidence_in(row: Any) -> Evidence:
    """The piece of evidence that a row of its table holds."""
    return Evidence(
        EvidenceKind(row.kind), row.fact, row.at, row.number, row.words, row.other_id
    )  # fmt: skip


async def add(tx: Tx, step: Step, evidence: Sequence[Evidence]) -> Step:
    """Keep a step that was decided, under a number of its own; it is yet to be told."""
    values = {name: getattr(step, name) for name in _COLUMNS if name != "id"}
    step_id = await add_row(tx, steps, values | {"number": public_number()})
    if evidence:
        rows = [{"step_id": step_id, **asdict(one)} for one in evidence]
        await tx.execute(insert(step_evidence), rows)
    return await by_id(tx, step_id)


async def by_id(tx: Tx, step_id: int) -> Step:
    """The step; it must exist."""
    return _step((await tx.execute(rows_by(steps, "id"), {"id": step_id})).one())


async def by_number(tx: Tx, number: str) -> Step | None:
    """The step with that public number."""
    row = (await tx.execute(rows_by(steps, "number"), {"number": number})).first()
    return _step(row) if row else None


async def locked_by_id(tx: Tx, step_id: int) -> Step:
    """As `by_id`; nobody else changes it until the transaction ends."""
    return _step((await tx.execute(_LOCKED, {"id": step_id})).one())


async def of_person(tx: Tx, person_id: int) -> list[Step]:
    """Every step against the person, oldest first."""
    found = await tx.execute(_OF_PERSON, {"person_id": person_id})
    return [_step(row) for row in found]


async def barring(tx: Tx, person_id: int) -> list[Step]:
    """Live steps that the person was not told of yet, and live blocks of projects."""
    found = await tx.execute(BARRING, {"person_id": person_id})
    return [_step(row) for row in found]


async def unsent(tx: Tx) -> list[Step]:
    """Live steps whose notice failed for good, the oldest first."""
    return [_step(row) for row in await tx.execute(_UNSENT)]


async def due(tx: Tx, now: datetime, most: int) -> list[int]:
    """The steps at which the clock has to look, the longest due first."""
    return list((await tx.execute(_DUE, {"now": now, "most": most})).scalars())


async def keep(tx: Tx, step: Step) -> None:
    """Write where the step stands, with all its times."""
    names = (
        "state", "told_at", "access_stops", "access_returns", "ends_at", "counts_until", "due_at",
        "ended_at", "ended_by", "ended_words",
    )  # fmt: skip
    await change_row(tx, steps, step.id, {name: getattr(step, name) for name in names})


async def evidence_of(tx: Tx, step_id: int) -> list[Evidence]:
    """What the step rests on."""
    found = await tx.execute(_EVIDENCE, {"step_id": step_id})
    return [evidence_in(row) for row in found]


async def is_evidence(tx: Tx, number: str) -> bool:
    """Whether a step rests on the work of that number."""
    found = select(step_evidence.c.id).where(step_evidence.c.number == number).limit(1)
    return (await tx.execute(found)).first() is not None


async def used_against(tx: Tx, person_id: int) -> list[tuple[Step, Evidence]]:
    """The evidence of all steps against the person that were not withdrawn."""
    mine = [one for one in await of_person(tx, person_id) if one.state is not StepState.withdrawn]
    return [(step, one) for step in mine for one in await evidence_of(tx, step.id)]


async def overturned_against(tx: Tx, person_id: int) -> list[Evidence]:
    """The evidence of all steps against the person that an appeal has overturned."""
    found = await tx.execute(_OVERTURNED, {"person_id": person_id})
    return [evidence_in(row) for row in found]


async def ratings_since(tx: Tx, person_id: int, since: datetime) -> int:
    """How many ratings the person handed in after that moment."""
    mine = (
        select(func.count())
        .select_from(ratings.join(jobs, jobs.c.id == ratings.c.job_id))
        .where(jobs.c.person_id == person_id, ratings.c.submitted_at > since)
    )
    return int((await tx.execute(mine)).scalar_one())


async def told_between(tx: Tx, after: datetime, until: datetime) -> list[Step]:
    """Every step whose notice arrived after the one moment and up to the other, by its id."""
    lately = select(steps).where(steps.c.told_at > after, steps.c.told_at <= until)
    return [_step(row) for row in await tx.execute(lately.order_by(steps.c.id))]


async def untold_to(tx: Tx, person_id: int) -> list[Step]:
    """Live steps whose notice has not reached the person."""
    return [one for one in await barring(tx, person_id) if one.told_at is None]
