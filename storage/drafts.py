"""Calls that are being prepared: for what, how many jobs, in which places."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, insert, select

from bot.domain.schedules import When
from storage.database import Tx, locking
from storage.schedules import moved
from storage.schema import call_drafts
from storage.statements import change_row

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
    waves: bool = False
    # When it goes out; none: as soon as it is posted.
    when: When | None = None


def _draft(row: Row[Any]) -> Draft:
    places = tuple((chat_id, thread_id) for chat_id, thread_id in row.places)
    return Draft(
        row.id, row.number, row.person_id, row.project_id, row.call_id, row.places_limit,
        row.draw, places, row.state == "posted", row.waves,
        When(row.zone, row.at, row.cron) if row.zone else None,
    )  # fmt: skip


async def add(
    tx: Tx, *, number: str, person_id: int, project_id: int, call_id: int | None,
    limit: int | None, draw: bool, waves: bool, places: Iterable[Key], now: datetime,
) -> None:  # fmt: skip
    """A new draft."""
    await tx.execute(
        insert(call_drafts).values(
            number=number, person_id=person_id, project_id=project_id, call_id=call_id,
            places_limit=limit, draw=draw, waves=waves, places=[list(one) for one in places],
            state="open", created_at=now,
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
    values = {"places_limit": limit, "draw": draw, "places": [list(one) for one in places]}
    await change_row(tx, call_drafts, draft_id, values)


async def set_waves(tx: Tx, draft_id: int, *, waves: bool) -> None:
    """Set whether the call goes to people privately as well."""
    await change_row(tx, call_drafts, draft_id, {"waves": waves})


async def set_when(tx: Tx, draft_id: int, when: When | None) -> None:
    """Set when the call goes out; none: as soon as it is posted."""
    values = {
        "at": when.at if when else None, "cron": when.cron if when else None,
        "zone": when.zone if when else None,
    }  # fmt: skip
    await change_row(tx, call_drafts, draft_id, values)


async def posted(tx: Tx, draft_id: int, call_id: int | None) -> None:
    """The draft became that call, or brought it more places; none: it became a plan."""
    await change_row(tx, call_drafts, draft_id, {"state": "posted", "call_id": call_id})


async def move_places(tx: Tx, old: int, new: int) -> None:
    """A group has another id: drafts that are not posted follow it."""
    found = select(call_drafts).where(call_drafts.c.state == "open")
    for row in (await tx.execute(found)).all():
        if any(chat_id == old for chat_id, _ in row.places):
            await change_row(tx, call_drafts, row.id, {"places": moved(row.places, old, new)})
