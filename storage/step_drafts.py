"""Decisions about standing in preparation: one for each person who decides."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete

from bot.domain.numbers import public_number
from bot.domain.steps import Evidence, EvidenceKind, StepKind
from storage.database import Tx
from storage.schema import step_drafts
from storage.statements import add_row, change_row, rows_by

_DROP = delete(step_drafts).where(step_drafts.c.by_id == bindparam("by"))


@dataclass(frozen=True, slots=True)
class StepDraft:
    """What is known so far of a step that somebody is about to decide."""

    id: int
    number: str
    by_id: int
    person_id: int
    kind: StepKind | None
    reason: str | None
    words: str | None
    days: int | None
    project_id: int | None
    evidence: tuple[Evidence, ...]
    proposal_id: int | None


def as_json(evidence: Sequence[Evidence]) -> list[dict[str, Any]]:
    """The evidence as it is kept in a column."""
    return [asdict(one) | {"at": one.at.isoformat()} for one in evidence]


def from_json(kept: Sequence[dict[str, Any]]) -> tuple[Evidence, ...]:
    """The evidence that such a column holds."""
    return tuple(
        Evidence(
            EvidenceKind(one["kind"]), one["fact"], datetime.fromisoformat(one["at"]),
            one["number"], one["words"], one["other_id"],
        )
        for one in kept
    )  # fmt: skip


async def put(
    tx: Tx, *, by: int, person_id: int, evidence: Sequence[Evidence] = (),
    reason: str | None = None, proposal_id: int | None = None, now: datetime,
) -> StepDraft:  # fmt: skip
    """Begin a decision about the person; an earlier one of the same decider is dropped."""
    await drop(tx, by)
    values = {
        "number": public_number(), "by_id": by, "person_id": person_id, "reason": reason,
        "evidence": as_json(evidence), "proposal_id": proposal_id, "created_at": now,
    }  # fmt: skip
    await add_row(tx, step_drafts, values)
    found = await of_decider(tx, by)
    if found is None:
        raise LookupError("a draft that was just written")
    return found


async def of_decider(tx: Tx, by: int) -> StepDraft | None:
    """The decision that the person is preparing."""
    row = (await tx.execute(rows_by(step_drafts, "by_id"), {"by_id": by})).first()
    if row is None:
        return None
    return StepDraft(
        id=row.id, number=row.number, by_id=row.by_id, person_id=row.person_id,
        kind=StepKind(row.kind) if row.kind else None, reason=row.reason, words=row.words,
        days=row.days, project_id=row.project_id, evidence=from_json(row.evidence),
        proposal_id=row.proposal_id,
    )  # fmt: skip


async def change(tx: Tx, draft_id: int, **values: Any) -> None:
    """Set columns of a draft."""
    await change_row(tx, step_drafts, draft_id, values)


async def drop(tx: Tx, by: int) -> None:
    """The decider prepares nothing any more."""
    await tx.execute(_DROP, {"by": by})
