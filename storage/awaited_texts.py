"""Who was asked to write something, and for what: the next message of the person is that."""

from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, literal, select, union_all

from bot.domain.awaiting import HOLDS_FOR, AwaitedText, asked_anew, once_left
from bot.domain.numbers import public_number
from storage.database import Tx
from storage.schema import awaited_details, awaited_texts
from storage.statements import add_row, change_row, rows_by

_OF_PERSON = rows_by(awaited_texts, "person_id")
_DROP = [
    delete(table).where(table.c.person_id == bindparam("whose"))
    for table in (awaited_texts, awaited_details)
]
_ANY = union_all(
    *(
        select(literal(1)).where(table.c.person_id == bindparam("whose"))
        for table in (awaited_texts, awaited_details)
    )
)
_DROP_OLD = delete(awaited_texts).where(awaited_texts.c.until <= bindparam("before"))


async def of_person(tx: Tx, person_id: int) -> AwaitedText | None:
    """What the person was asked for last, also where it is too late for it by now."""
    row = (await tx.execute(_OF_PERSON, {"person_id": person_id})).first()
    if row is None:
        return None
    return AwaitedText(row.number, row.person_id, row.topic, row.args, row.card_id, row.until)


async def is_any(tx: Tx, person_id: int) -> bool:
    """Whether the person was asked for anything, words or payout details, however long ago."""
    return (await tx.execute(_ANY, {"whose": person_id})).first() is not None


async def put(
    tx: Tx, person_id: int, topic: str, args: dict[str, Any], *, card_id: int | None,
    now: datetime,
) -> str:  # fmt: skip
    """The person is asked for that from now on, and for nothing else; returns its number."""
    await drop(tx, person_id)
    number = public_number()
    values = {
        "number": number, "person_id": person_id, "topic": topic, "args": asked_anew(args),
        "card_id": card_id, "until": now + HOLDS_FOR,
    }  # fmt: skip
    await add_row(tx, awaited_texts, values)
    return number


async def leave(tx: Tx, person_id: int, number: str) -> None:
    """The person has turned away from that question; a newer one stays as it is."""
    row = (await tx.execute(_OF_PERSON, {"person_id": person_id})).first()
    if row is not None and row.number == number:
        await change_row(tx, awaited_texts, row.id, {"args": once_left(row.args)})


async def drop(tx: Tx, person_id: int) -> None:
    """The person is asked for nothing any more."""
    for gone in _DROP:
        await tx.execute(gone, {"whose": person_id})


async def drop_old(tx: Tx, before: datetime) -> int:
    """Forget what was asked for until `before` and never came; returns how many."""
    return int((await tx.execute(_DROP_OLD, {"before": before})).rowcount)
