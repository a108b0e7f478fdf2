"""Giving and taking roles, each written into the journal with what was and what is."""

import logging
from dataclasses import dataclass
from datetime import datetime

from bot.domain.people import ANONYMOUS_IDS, Person, Role, Standing, require_admin
from bot.domain.projects import Project
from bot.domain.refusal import Refused
from bot.domain.role_links import require_place
from bot.domain.rules import Rules
from bot.domain.steps import takes_roles
from bot.effects.deciders import require_decider_left
from bot.effects.record import record
from bot.effects.tell import tell
from storage import people, projects, steps
from storage.database import Database, Tx, alone

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Holder:
    """One granted role as admins see it."""

    role_id: int
    person: Person
    role: Role
    project: str | None


@dataclass(frozen=True, slots=True)
class Given:
    """What an admin chose to give: the role, and the project where it is for one."""

    role: Role
    project: Project | None

    @property
    def facts(self) -> dict[str, str | None]:
        """What the journal says of it."""
        return {"role": self.role, "project": self.project.key if self.project else None}


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
        await alone(tx, "roles")
        require_admin(await people.by_id(tx, by))
        given = await chosen(tx, role, project_key)
        person_id = await _known(tx, telegram_id, now, rules)
        await give(tx, person_id, given, by=by, cause=cause, now=now)


async def chosen(tx: Tx, role: Role, project_key: str | None) -> Given:
    """What is to be given, refused where that role cannot be for that."""
    project = await projects.by_key(tx, project_key) if project_key else None
    if project_key and project is None:
        raise Refused("no-project", key=project_key)
    require_place(role, project.id if project else None)
    return Given(role, project)


async def give(
    tx: Tx, person_id: int, given: Given, *, by: int, cause: str, now: datetime
) -> None:
    """Give the person the role and say so; refused where it is held or the person is barred."""
    if takes_roles(await steps.of_person(tx, person_id), now):
        raise Refused("role-standing")
    if not await _grant(tx, person_id, given, by=by, now=now):
        raise Refused("role-held")
    project = given.project.name if given.project else None
    await tell(
        tx, await people.by_id(tx, person_id), "role_told", key=f"{cause}:told", now=now,
        on_return=True, role=given.role, project=project,
    )  # fmt: skip


async def of_person(db: Database, telegram_id: int) -> Person | None:
    """The person with that Telegram id and the roles that it has."""
    async with db.read() as tx:
        return await people.by_telegram(tx, telegram_id)


async def ensure_admins(
    db: Database, telegram_ids: tuple[int, ...], *, now: datetime, rules: Rules
) -> None:
    """The configured admins hold the role, known or not yet met.

    But for those whose access has ended: a start of the bot is no reinstatement.
    """
    async with db.begin() as tx:
        await alone(tx, "roles")
        for telegram_id in telegram_ids:
            person_id = await _known(tx, telegram_id, now, rules)
            if takes_roles(await steps.of_person(tx, person_id), now):
                _log.warning("no admin though configured: access of person %s ended", person_id)
                continue
            await _grant(tx, person_id, Given(Role.admin, None), by=None, now=now)


async def _grant(tx: Tx, person_id: int, given: Given, *, by: int | None, now: datetime) -> bool:
    """Grant and journal the role; false where it is held already."""
    project_id = given.project.id if given.project else None
    before = [role for role, of in (await people.by_id(tx, person_id)).roles if of == project_id]
    granted = await people.grant(
        tx, person_id=person_id, role=given.role, project_id=project_id, by=by, now=now
    )
    if granted:
        await record(
            tx, "role-granted", f"person:{person_id}", by=by, now=now, before={"roles": before},
            after=given.facts,
        )  # fmt: skip
    return granted


async def _known(tx: Tx, telegram_id: int, now: datetime, rules: Rules) -> int:
    """The person with that Telegram id, made known where never met.

    Nobody can write to them before their /start.
    """
    person = await people.by_telegram(tx, telegram_id)
    if person is not None:
        return person.id
    person_id = await people.add(
        tx, telegram_id=telegram_id, name=str(telegram_id), username=None,
        language=rules.language, zone="UTC", quiet=(rules.quiet_from, rules.quiet_to),
        standing=Standing.good, now=now,
    )  # fmt: skip
    await people.change(tx, person_id, unreachable_since=now)
    return person_id


async def revoke(db: Database, *, role_id: int, by: int, cause: str, now: datetime) -> Person:
    """Take a role away and say so; returns who held it.

    The last admin stays, and so does who alone could answer an appeal that needs an answer.
    """
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
        if project_id is None:
            await require_decider_left(tx, person, role)
        await people.revoke(tx, role_id)
        project = await projects.by_id(tx, project_id) if project_id is not None else None
        left = [one for one, of in person.roles if of == project_id and one is not role]
        await record(
            tx, "role-revoked", f"person:{person.id}", by=by, now=now,
            before=Given(role, project).facts, after={"roles": left},
        )  # fmt: skip
        await tell(
            tx, person, "role_told", key=f"{cause}:told", now=now, on_return=True,
            role=role, taken=True, project=project.name if project else None,
        )  # fmt: skip
        return await people.by_id(tx, person.id)
