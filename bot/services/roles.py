"""Roles: who holds which; granted and taken by admins, by numeric id."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.people import ANONYMOUS_IDS, Person, Role, Standing, require_admin
from bot.domain.projects import Project
from bot.domain.refusal import Refused
from bot.domain.rules import Rules
from bot.effects.record import record
from bot.effects.tell import tell
from storage import people, projects
from storage.database import Database, Tx, alone


@dataclass(frozen=True, slots=True)
class Holder:
    """One granted role as admins see it."""

    role_id: int
    person: Person
    role: Role
    project: str | None


async def holders(db: Database, *, by: int) -> list[Holder]:
    """Every granted role."""
    async with db.read() as tx:
        require_admin(await people.by_id(tx, by))
    return await everybody(db)


async def everybody(db: Database) -> list[Holder]:
    """Every granted role, for the hall's own use."""
    async with db.read() as tx:
        keys = {project.id: project.key for project in await projects.everything(tx)}
        return [
            Holder(role_id, person, role, keys.get(project_id) if project_id else None)
            for role_id, person, role, project_id in await people.all_roles(tx)
        ]


async def grant(
    db: Database, *, telegram_id: int, role: Role, project_key: str | None, by: int, cause: str,
    now: datetime, rules: Rules,
) -> None:  # fmt: skip
    """Give whoever has that Telegram id the role, for the hall or for one project, and say so."""
    if telegram_id in ANONYMOUS_IDS or telegram_id <= 0:
        raise Refused("shared-id", id=str(telegram_id))
    async with db.begin(cause) as tx:
        require_admin(await people.by_id(tx, by))
        project = await projects.by_key(tx, project_key) if project_key else None
        if project_key and project is None:
            raise Refused("no-project", key=project_key)
        if role is Role.admin and project is not None:
            raise Refused("admin-of-project")
        person_id = await _grant(tx, telegram_id, role, project, by, now, rules)
        if person_id is None:
            raise Refused("role-held")
        person = await people.by_id(tx, person_id)
        await tell(
            tx, person, "role_told", key=f"{cause}:told", now=now, on_return=True,
            role=role, project=project.name if project else None,
        )  # fmt: skip


async def of_person(db: Database, telegram_id: int) -> Person | None:
    """The person with that Telegram id and the roles that it has."""
    async with db.read() as tx:
        return await people.by_telegram(tx, telegram_id)


async def ensure_admins(
    db: Database, telegram_ids: tuple[int, ...], *, now: datetime, rules: Rules
) -> None:
    """The configured admins hold the role, known or not yet met."""
    async with db.begin() as tx:
        for telegram_id in telegram_ids:
            await _grant(tx, telegram_id, Role.admin, None, None, now, rules)


async def _grant(
    tx: Tx, telegram_id: int, role: Role, project: Project | None, by: int | None, now: datetime,
    rules: Rules,
) -> int | None:  # fmt: skip
    """Grant and journal the role; returns the person, or none where it is held already.

    Who was never met is made known; nobody can write to them before their /start.
    """
    await alone(tx, "roles")
    person = await people.by_telegram(tx, telegram_id)
    person_id = person.id if person else await _unmet(tx, telegram_id, now, rules)
    project_id = project.id if project else None
    granted = await people.grant(
        tx, person_id=person_id, role=role, project_id=project_id, by=by, now=now
    )
    if not granted:
        return None
    after = {"role": role, "project": project.key if project else None}
    await record(tx, "role-granted", f"person:{person_id}", by=by, now=now, after=after)
    return person_id


async def _unmet(tx: Tx, telegram_id: int, now: datetime, rules: Rules) -> int:
    person_id = await people.add(
        tx, telegram_id=telegram_id, name=str(telegram_id), username=None,
        language=rules.language, zone="UTC", quiet=(rules.quiet_from, rules.quiet_to),
        standing=Standing.good, now=now,
    )  # fmt: skip
    await people.change(tx, person_id, unreachable_since=now)
    return person_id


async def revoke(db: Database, *, role_id: int, by: int, cause: str, now: datetime) -> Person:
    """Take a role away and say so; the last admin stays. Returns who held it."""
    async with db.begin(cause) as tx:
        # Two admins who take from each other at once must not leave none.
        await alone(tx, "roles")
        require_admin(await people.by_id(tx, by))
        held = {one[0]: one for one in await people.all_roles(tx)}
        if role_id not in held:
            raise Refused("role-gone")
        _, person, role, project_id = held[role_id]
        admins = sum(1 for one in held.values() if one[2] is Role.admin)
        if role is Role.admin and admins == 1:
            raise Refused("last-admin")
        await people.revoke(tx, role_id)
        before = {"role": role, "project_id": project_id}
        await record(tx, "role-revoked", f"person:{person.id}", by=by, now=now, before=before)
        project = await projects.by_id(tx, project_id) if project_id is not None else None
        await tell(
            tx, person, "role_told", key=f"{cause}:told", now=now, on_return=True,
            role=role, taken=True, project=project.name if project else None,
        )  # fmt: skip
        return await people.by_id(tx, person.id)
