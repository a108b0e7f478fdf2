"""People, their roles, and the out-of-work list."""

from datetime import datetime, time
from typing import Any

from sqlalchemy import Row, Select, bindparam, delete, func, insert, select, update

from bot.domain.hall_terms import FIRST
from bot.domain.numbers import public_number
from bot.domain.people import Arrival, Pause, Person, Role, Standing
from storage.database import Tx, locking
from storage.schema import people, roles, waiting
from storage.statements import change_row

# One row for each role that the person has, or one without a role.
_WITH_ROLES = (
    select(people, roles.c.role, roles.c.project_id)
    .outerjoin(roles, roles.c.person_id == people.c.id)
    .order_by(roles.c.id)
)
_BY = {
    name: _WITH_ROLES.where(people.c[name] == bindparam("which")) for name in ("id", "telegram_id")
}
_LOCKED = locking(_BY["id"], people)


def _person(row: Row[Any], held: tuple[tuple[Role, int | None], ...]) -> Person:
    return Person(
        id=row.id,
        telegram_id=row.telegram_id,
        name=row.name,
        language=row.language,
        zone=row.zone,
        quiet_from=time.fromisoformat(row.quiet_from),
        quiet_to=time.fromisoformat(row.quiet_to),
        arrival=Arrival(row.arrival),
        standing=Standing(row.standing),
        pause=Pause(row.pause) if row.pause else None,
        paused_until=row.paused_until,
        unreachable_since=row.unreachable_since,
        roles=held,
        seen_at=row.seen_at,
        consented=row.consent_version or FIRST,
        country=row.country,
        skip_streak=row.skip_streak,
    )


async def _one(tx: Tx, found: Select[Any], which: int) -> Person | None:
    rows = (await tx.execute(found, {"which": which})).all()
    if not rows:
        return None
    held = tuple((Role(row.role), row.project_id) for row in rows if row.role is not None)
    return _person(rows[0], held)


async def by_telegram(tx: Tx, telegram_id: int) -> Person | None:
    """The person with that Telegram id."""
    return await _one(tx, _BY["telegram_id"], telegram_id)


async def by_id(tx: Tx, person_id: int) -> Person:
    """The person with that internal id, who must exist."""
    person = await _one(tx, _BY["id"], person_id)
    if person is None:
        raise LookupError(f"no person {person_id}")
    return person


async def locked(tx: Tx, person_id: int) -> Person:
    """As `by_id`; no second act of the person goes on until the transaction ends."""
    person = await _one(tx, _LOCKED, person_id)
    if person is None:
        raise LookupError(f"no person {person_id}")
    return person


async def add(
    tx: Tx, *, telegram_id: int, name: str, username: str | None, language: str, zone: str,
    quiet: tuple[str, str], standing: Standing, now: datetime,
) -> int:  # fmt: skip
    """A new person at the first question; returns the internal id."""
    values = {
        "telegram_id": telegram_id, "pseudonym": public_number(),
        "name": name, "username": username, "language": language,
        "languages": [language], "zone": zone, "quiet_from": quiet[0], "quiet_to": quiet[1],
        "arrival": Arrival.consent, "standing": standing, "created_at": now,
        "seen_at": now,
        "rights_told": now,
    }  # fmt: skip
    added = await tx.execute(insert(people).values(values).returning(people.c.id))
    return int(added.scalar_one())


async def change(tx: Tx, person_id: int, **values: Any) -> None:
    """Set columns of a person."""
    await change_row(tx, people, person_id, values)


async def grant(
    tx: Tx, *, person_id: int, role: Role, project_id: int | None, by: int | None, now: datetime
) -> bool:
    """Give the person a role; false when it was held already."""
    held = select(roles.c.id).where(
        roles.c.person_id == person_id,
        roles.c.role == role,
        roles.c.project_id.is_(None) if project_id is None else roles.c.project_id == project_id,
    )
    if (await tx.execute(held)).first():
        return False
    await tx.execute(
        insert(roles).values(
            person_id=person_id, role=role, project_id=project_id, granted_by=by, granted_at=now
        )
    )
    return True


async def revoke(tx: Tx, role_id: int) -> None:
    """Take a granted role away."""
    await tx.execute(delete(roles).where(roles.c.id == role_id))


async def all_roles(tx: Tx) -> list[tuple[int, Person, Role, int | None]]:
    """Every granted role: its id, the person, the role, the project."""
    rows = (await tx.execute(select(roles).order_by(roles.c.role, roles.c.id))).all()
    return [(r.id, await by_id(tx, r.person_id), Role(r.role), r.project_id) for r in rows]


async def with_role(tx: Tx, *wanted: Role) -> list[Person]:
    """All people who hold one of the roles for the whole hall."""
    ids = select(roles.c.person_id).where(roles.c.role.in_(wanted), roles.c.project_id.is_(None))
    found = (await tx.execute(ids.distinct())).scalars().all()
    return [await by_id(tx, person_id) for person_id in found]


async def coordinators_of(tx: Tx, project_ids: set[int]) -> list[Person]:
    """Who coordinates one of these projects, and not the whole hall."""
    mine = roles.c.project_id.in_(project_ids) & (roles.c.role == Role.coordinator)
    ids = select(roles.c.person_id).where(mine).distinct()
    found = (await tx.execute(ids)).scalars().all() if project_ids else ()
    return [await by_id(tx, person_id) for person_id in found]


async def clients_of(tx: Tx, project_id: int) -> list[Person]:
    """Who is the client of the project."""
    here = roles.c.project_id.is_(None) | (roles.c.project_id == project_id)
    ids = select(roles.c.person_id).where(roles.c.role == Role.client, here).distinct()
    found = (await tx.execute(ids)).scalars().all()
    return [await by_id(tx, person_id) for person_id in sorted(found)]


async def sign_on(tx: Tx, person_id: int, *, now: datetime, until: datetime) -> None:
    """Put the person on the out-of-work list; who is on it keeps the place, with the new end."""
    stale = waiting.c.until <= now
    await tx.execute(delete(waiting).where(waiting.c.person_id == person_id, stale))
    kept = await tx.execute(
        update(waiting).where(waiting.c.person_id == person_id).values(until=until)
    )
    if not kept.rowcount:
        await tx.execute(insert(waiting).values(person_id=person_id, since=now, until=until))


async def takes_calls(tx: Tx, person_id: int) -> bool:
    """Whether calls may come to the person privately."""
    found = select(people.c.private_calls).where(people.c.id == person_id)
    return bool((await tx.execute(found)).scalar_one())


async def count_ignored(tx: Tx, person_id: int) -> None:
    """Count one more private call in a row that got no answer."""
    mine = update(people).where(people.c.id == person_id)
    await tx.execute(mine.values(ignored_calls=people.c.ignored_calls + 1))


async def sign_off(tx: Tx, person_id: int) -> bool:
    """Take the person off the list; false when not on it."""
    gone = await tx.execute(delete(waiting).where(waiting.c.person_id == person_id))
    return bool(gone.rowcount)


async def place_on_list(tx: Tx, person_id: int, now: datetime) -> tuple[int, datetime] | None:
    """The place on the list (from 1) and until when; none when not on it."""
    mine = (await tx.execute(select(waiting).where(waiting.c.person_id == person_id))).first()
    if mine is None or mine.until <= now:
        return None
    before = select(func.count()).where(waiting.c.id < mine.id, waiting.c.until > now)
    return int((await tx.execute(before)).scalar_one()) + 1, mine.until


async def drop_ended(tx: Tx, now: datetime) -> None:
    """Take everybody off the list whose time on it has ended."""
    await tx.execute(delete(waiting).where(waiting.c.until <= now))


async def pseudonyms(tx: Tx, person_ids: set[int]) -> dict[int, str]:
    """The stable names under which exports show people."""
    found = select(people.c.id, people.c.pseudonym).where(people.c.id.in_(person_ids))
    return {row.id: row.pseudonym for row in await tx.execute(found)}
