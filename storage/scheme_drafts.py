"""Schemes in the making and sample cards: one of each for a person."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Table, bindparam, delete

from bot.domain.numbers import public_number
from bot.domain.samples import Sample
from bot.domain.scheme_drafts import Draft
from storage.database import Tx
from storage.schema.projects import scheme_drafts, scheme_samples
from storage.statements import add_row, change_row, rows_by

_GONE = {
    table.name: delete(table).where(table.c.person_id == bindparam("whose"))
    for table in (scheme_drafts, scheme_samples)
}


async def of_person(tx: Tx, person_id: int) -> Draft | None:
    """The scheme that the person is making."""
    row = (await tx.execute(rows_by(scheme_drafts, "person_id"), {"person_id": person_id})).first()
    return Draft(row.id, row.number, row.body) if row else None


async def put(tx: Tx, person_id: int, body: Mapping[str, Any], *, now: datetime) -> Draft:
    """Begin a scheme; the one that the person was making before is gone."""
    number = await _replace(tx, scheme_drafts, person_id, {"body": dict(body)}, now)
    found = await of_person(tx, person_id)
    if found is None:
        raise LookupError(f"draft {number}, which was just written")
    return found


async def change(tx: Tx, draft: Draft, body: Mapping[str, Any], *, now: datetime) -> None:
    """The draft as it is now."""
    await change_row(tx, scheme_drafts, draft.id, {"body": dict(body), "changed_at": now})


async def drop(tx: Tx, person_id: int) -> None:
    """The person makes no scheme any more."""
    await tx.execute(_GONE[scheme_drafts.name], {"whose": person_id})


async def sample(tx: Tx, person_id: int) -> tuple[str, Sample] | None:
    """The sample card that the person tries out, with its number."""
    found = rows_by(scheme_samples, "person_id")
    row = (await tx.execute(found, {"person_id": person_id})).first()
    return (row.number, Sample.from_json(row.scheme, row.state)) if row else None


async def put_sample(tx: Tx, person_id: int, sample: Sample, *, now: datetime) -> str:
    """Begin a sample card; buttons of the one before are old. Returns its number."""
    values = {"scheme": sample.body, "state": sample.state()}
    return await _replace(tx, scheme_samples, person_id, values, now)


async def change_sample(tx: Tx, person_id: int, sample: Sample, *, now: datetime) -> None:
    """The sample card after a tap."""
    found = rows_by(scheme_samples, "person_id")
    row = (await tx.execute(found, {"person_id": person_id})).one()
    values = {"state": sample.state(), "changed_at": now}
    await change_row(tx, scheme_samples, row.id, values)


async def _replace(
    tx: Tx, table: Table, person_id: int, values: dict[str, Any], now: datetime
) -> str:
    await tx.execute(_GONE[table.name], {"whose": person_id})
    number = public_number()
    row = {"number": number, "person_id": person_id, "changed_at": now, **values}
    await add_row(tx, table, row)
    return number
