"""What detectors found and a person has to decide about."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Row, select

from bot.domain.numbers import public_number
from bot.domain.steps import Evidence
from storage.database import Tx, locking
from storage.schema import proposals
from storage.schema.columns import word
from storage.statements import change_row, rows_by, unless_there
from storage.step_drafts import as_json, from_json

_LOCKED = locking(rows_by(proposals, "number"), proposals)
_OPEN = select(proposals).where(proposals.c.state == word("open"))
_LOCKED_BY_ID = locking(rows_by(proposals, "id"), proposals)
_ADD = unless_there(proposals, "person_id", "detector", "facts")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A person whom a detector points at, with the reason and the evidence."""

    id: int
    number: str
    person_id: int
    detector: str
    reason: str
    evidence: tuple[Evidence, ...]
    state: str
    found_at: datetime


def _proposal(row: Row[Any]) -> Proposal:
    return Proposal(
        row.id, row.number, row.person_id, row.detector, row.reason, from_json(row.evidence),
        row.state, row.found_at,
    )  # fmt: skip


def digest(evidence: Sequence[Evidence]) -> str:
    """What tells these facts from others; the order does not matter."""
    signs = sorted(
        f"{one.kind}:{one.fact}:{one.number or one.other_id or one.words}" for one in evidence
    )
    return sha256("\n".join(signs).encode()).hexdigest()


async def add(
    tx: Tx, *, person_id: int, detector: str, reason: str, evidence: Sequence[Evidence],
    now: datetime,
) -> bool:  # fmt: skip
    """Propose the person, unless the same facts were proposed before; false then."""
    values = {
        "number": public_number(), "person_id": person_id, "detector": detector,
        "reason": reason, "facts": digest(evidence), "evidence": as_json(evidence),
        "state": "open", "found_at": now,
    }  # fmt: skip
    return bool((await tx.execute(_ADD[tx.dialect.name], values)).rowcount)


async def waiting(tx: Tx) -> list[Proposal]:
    """Every open proposal, the oldest first."""
    found = [_proposal(row) for row in await tx.execute(_OPEN)]
    return sorted(found, key=lambda one: (one.found_at, one.id))


async def by_number(tx: Tx, number: str) -> Proposal | None:
    """The proposal with that public number."""
    row = (await tx.execute(rows_by(proposals, "number"), {"number": number})).first()
    return _proposal(row) if row else None


async def locked(tx: Tx, number: str) -> Proposal | None:
    """As `by_number`; nobody else decides it until the transaction ends."""
    row = (await tx.execute(_LOCKED, {"number": number})).first()
    return _proposal(row) if row else None


async def locked_by_id(tx: Tx, proposal_id: int) -> Proposal:
    """As `locked`, by its id; it must exist."""
    return _proposal((await tx.execute(_LOCKED_BY_ID, {"id": proposal_id})).one())


async def end(tx: Tx, proposal_id: int, state: str, *, by: int | None, now: datetime) -> None:
    """It was decided, dismissed, or has passed."""
    await change_row(
        tx, proposals, proposal_id, {"state": state, "decided_by": by, "decided_at": now}
    )
