"""Who was asked to write details of a payout method, and has not done so yet."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, delete, update

from bot.domain.payout_methods import MethodKind, Part
from storage.database import Tx
from storage.schema import awaited_details, awaited_texts
from storage.statements import add_row, rows_by

_OF_PERSON = rows_by(awaited_details, "person_id")
_DROP = delete(awaited_details).where(awaited_details.c.person_id == bindparam("whose"))
_PUT_OFF = (
    update(awaited_details)
    .where(awaited_details.c.person_id == bindparam("whose"))
    .where(awaited_details.c.until > bindparam("new"))
    .values(until=bindparam("new"))
)
_DROP_OTHER = delete(awaited_texts).where(awaited_texts.c.person_id == bindparam("whose"))
_DROP_OLD = delete(awaited_details).where(awaited_details.c.until <= bindparam("before"))


@dataclass(frozen=True, slots=True)
class Awaited:
    """What the person is to write, until when; `secret` is the part given so far, sealed."""

    person_id: int
    kind: MethodKind
    part: Part
    secret: str | None
    card_id: int | None
    until: datetime


async def of_person(tx: Tx, person_id: int) -> Awaited | None:
    """What the person was asked for."""
    row = (await tx.execute(_OF_PERSON, {"person_id": person_id})).first()
    if row is None:
        return None
    kind, part = MethodKind(row.kind), Part(row.part)
    return Awaited(row.person_id, kind, part, row.secret, row.card_id, row.until)


async def put(tx: Tx, awaited: Awaited) -> None:
    """The person is asked for that now, and for nothing else."""
    await drop(tx, awaited.person_id)
    await tx.execute(_DROP_OTHER, {"whose": awaited.person_id})
    values = {
        "person_id": awaited.person_id, "kind": awaited.kind, "part": awaited.part,
        "secret": awaited.secret, "card_id": awaited.card_id, "until": awaited.until,
    }  # fmt: skip
    await add_row(tx, awaited_details, values)


async def drop(tx: Tx, person_id: int) -> None:
    """The person is asked for nothing any more."""
    await tx.execute(_DROP, {"whose": person_id})


async def put_off(tx: Tx, person_id: int, now: datetime) -> None:
    """The person's next message may well be about something else."""
    await tx.execute(_PUT_OFF, {"whose": person_id, "new": now})


async def drop_old(tx: Tx, before: datetime) -> int:
    """Forget what was asked for until `before` and never came; returns how many."""
    return int((await tx.execute(_DROP_OLD, {"before": before})).rowcount)
