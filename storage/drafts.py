"""Calls that are being prepared: for what, how many jobs, in which places."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, insert, select, update

from storage.database import Tx, locking
from storage.schema import call_drafts

Key = tuple[int, int | None]


@dataclass(frozen=True, slots=True)
class Draft:
    """A call in preparation; `call_id` is the call that it became, or that gets more places."""

    id: int
    number: str
    person_id: int
    project_id: int
    call_id: int | None
    limit: int | None
    draw: bool
    places: tuple[Key, ...]
    posted: bool


def _draft(row: Row[Any]) -> Draft:
    places = tuple((chat_id, thread_id) for chat_id, thread_id in row.places)
    return Draft(
        row.id, row.number, row.person_id, row.project_id, row.call_id, row.places_limit,
        row.draw, places, row.state == "posted",
    )  # fmt: skip


async def add(
    tx: Tx, *, number: str, person_id: int, project_id: int, call_id: int | None,
    limit: int | None, draw: bool, places: Iterable[Key], now: datetime,
) -> None:  # fmt: skip
    """A new draft."""
    await tx.execute(
        insert(call_drafts).values(
            number=number, person_id=person_id, project_id=project_id, call_id=call_id,
            places_limit=limit, draw=draw, places=[list(one) for one in places], state="open",
            created_at=now,
        )
    )  # fmt: skip


async def by_number(tx: Tx, number: str, *, lock: bool = False) -> Draft | None:
    """The draft with that public number; locked, nobody else changes it meanwhile."""
    found = select(call_drafts).where(call_drafts.c.number == number)
    row = (await tx.execute(locking(found) if lock else found)).first()
    return _draft(row) if row else None


async def change(
    tx: Tx, draft_id: int, *, limit: int | None, draw: bool, places: Iterable[Key]
) -> None:
    """Set what the draft is for."""
    await tx.execute(
        update(call_drafts)
        .where(call_drafts.c.id == draft_id)
        .values(places_limit=limit, draw=draw, places=[list(one) for one in places])
    )


async def posted(tx: Tx, draft_id: int, call_id: int) -> None:
    """The draft became that call, or brought it more places."""
    await tx.execute(
        update(call_drafts)
        .where(call_drafts.c.id == draft_id)
        .values(state="posted", call_id=call_id)
    )
