"""Payout methods: their details stand here sealed only."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, select

from bot.domain.numbers import public_number
from bot.domain.payout_methods import Method, MethodKind, MethodState
from storage.database import Tx, locking
from storage.schema import payout_methods
from storage.statements import add_row, change_row, rows_by

_OF_PERSON = rows_by(payout_methods, "person_id").order_by(payout_methods.c.id)
_BY_IDS = select(payout_methods).where(payout_methods.c.id.in_(bindparam("ids", expanding=True)))
_AFTER = (
    select(payout_methods)
    .where(payout_methods.c.id > bindparam("after"), payout_methods.c.secret != "")
    .order_by(payout_methods.c.id)
    .limit(bindparam("most"))
)


@dataclass(frozen=True, slots=True)
class SealedDetails:
    """The details of a method as they are kept, and for whom they were sealed."""

    id: int
    person_id: int
    kind: MethodKind
    secret: str

    @property
    def owner(self) -> str:
        """For whom and what they were sealed; moved to another row they do not open."""
        return sealed_for(self.person_id, self.kind)


def sealed_for(person_id: int, kind: MethodKind) -> str:
    """The owner under which details of that kind are sealed for the person."""
    return f"{person_id}:{kind}"


def _method(row: Row[Any]) -> Method:
    return Method(
        id=row.id, number=row.number, person_id=row.person_id, kind=MethodKind(row.kind),
        last_four=row.last_four, fingerprint=row.fingerprint, state=MethodState(row.state),
        created_at=row.created_at, confirmed_at=row.confirmed_at, effective_at=row.effective_at,
    )  # fmt: skip


def _sealed(row: Row[Any]) -> SealedDetails:
    return SealedDetails(row.id, row.person_id, MethodKind(row.kind), row.secret)


async def of_person(tx: Tx, person_id: int) -> list[Method]:
    """All methods that the person ever gave, the oldest first."""
    return [_method(row) for row in await tx.execute(_OF_PERSON, {"person_id": person_id})]


async def by_number(tx: Tx, number: str) -> Method | None:
    """The method with that public number."""
    row = (await tx.execute(rows_by(payout_methods, "number"), {"number": number})).first()
    return _method(row) if row else None


async def add(
    tx: Tx, *, person_id: int, kind: MethodKind, secret: str, last_four: str, fingerprint: str,
    now: datetime,
) -> Method:  # fmt: skip
    """A new method that waits for the word that it is right."""
    number = public_number()
    values = {
        "number": number, "person_id": person_id, "kind": kind, "secret": secret,
        "last_four": last_four, "fingerprint": fingerprint, "state": MethodState.pending,
        "created_at": now,
    }  # fmt: skip
    method_id = await add_row(tx, payout_methods, values)
    return Method(
        method_id, number, person_id, kind, last_four, fingerprint, MethodState.pending, now,
        None, None,
    )  # fmt: skip


async def change(tx: Tx, method_id: int, **values: Any) -> None:
    """Set columns of a method."""
    await change_row(tx, payout_methods, method_id, values)


async def forget(tx: Tx, method_id: int) -> None:
    """Drop a method that never counted, with all that it was."""
    await change(
        tx, method_id, state=MethodState.dropped, secret="", last_four="", fingerprint=""
    )  # fmt: skip


async def same_elsewhere(
    tx: Tx, fingerprints: Collection[str], *, but_for: int
) -> list[tuple[int, int]]:
    """The confirmed methods of other people with such a fingerprint: (person, method) ids."""
    c = payout_methods.c
    found = select(c.person_id, c.id).where(
        c.fingerprint.in_(fingerprints), c.person_id != but_for, c.confirmed_at.is_not(None)
    )
    return [(row.person_id, row.id) for row in await tx.execute(found.order_by(c.id))]


async def sealed(tx: Tx, method_ids: Collection[int]) -> list[SealedDetails]:
    """The sealed details of these methods."""
    return [_sealed(row) for row in await tx.execute(_BY_IDS, {"ids": list(method_ids)})]


async def sealed_after(tx: Tx, after: int, most: int, *, lock: bool) -> list[SealedDetails]:
    """The sealed details of all methods with ids above `after`, so many at a time."""
    found = locking(_AFTER) if lock else _AFTER
    return [_sealed(row) for row in await tx.execute(found, {"after": after, "most": most})]
