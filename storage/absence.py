"""Who has not been heard of for long."""

from datetime import datetime
from typing import Any

from sqlalchemy import Select, bindparam, exists, or_, select

from storage.database import Tx
from storage.schema import jobs, people, roles
from storage.schema.columns import among, word

_ABSENT = select(people.c.id).where(
    people.c.missed == bindparam("missed"),
    people.c.seen_at <= bindparam("since"),
    or_(people.c.missed_at.is_(None), people.c.missed_at <= bindparam("told_before")),
    or_(people.c.pause.is_(None), people.c.paused_until <= bindparam("since")),
    people.c.arrival == word("done"),
    among(people.c.standing, "good", "warned"),
    people.c.telegram_id.is_not(None),
    people.c.unreachable_since.is_(None),
    people.c.erased_at.is_(None),
    # Who has a job is at work, and who runs the hall is not waited for.
    ~exists().where(jobs.c.person_id == people.c.id, jobs.c.state == word("active")),
    ~exists().where(roles.c.person_id == people.c.id, roles.c.role != word("reviewer")),
)
_LIST: Select[Any] = _ABSENT.order_by(people.c.seen_at).limit(bindparam("most"))
_ONE: Select[Any] = _ABSENT.where(people.c.id == bindparam("person_id"))


async def absent(
    tx: Tx, *, missed: int, since: datetime, told_before: datetime, most: int
) -> list[int]:
    """Who was told of it so often, and has been away so long that another notice is due."""
    given = {"missed": missed, "since": since, "told_before": told_before, "most": most}
    return list((await tx.execute(_LIST, given)).scalars())


async def is_absent(
    tx: Tx, person_id: int, *, missed: int, since: datetime, told_before: datetime
) -> bool:
    """Whether that holds for the person now."""
    given = {"missed": missed, "since": since, "told_before": told_before}
    return (await tx.execute(_ONE, given | {"person_id": person_id})).first() is not None
