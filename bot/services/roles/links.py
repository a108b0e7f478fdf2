"""Links that give a role once: made by an admin, opened by one person, confirmed with a tap."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.people import Role, require_admin
from bot.domain.refusal import Refused
from bot.domain.role_links import PREFIX, TOKEN_BYTES, RoleLink, digest, require_for
from bot.domain.rules import Rules
from bot.effects.record import record
from bot.effects.tell import tell
from bot.services.roles.granting import Given, chosen, give
from storage import people, projects, role_links
from storage.database import Database, Tx, alone


@dataclass(frozen=True, slots=True)
class MadeLink:
    """A link just made: the only moment at which its token is known."""

    token: str
    role: Role
    project: str | None
    expires_at: datetime

    @property
    def payload(self) -> str:
        """What the deep link brings to the bot."""
        return PREFIX + self.token


@dataclass(frozen=True, slots=True)
class Invitation:
    """What a link offers to the person who opened it, or an open link as admins see it."""

    link_id: int
    role: Role
    project: str | None
    expires_at: datetime


async def make_link(
    db: Database, *, role: Role, project_key: str | None, by: int, cause: str, now: datetime,
    rules: Rules,
) -> MadeLink:  # fmt: skip
    """A new link for the role; its token is returned and never kept."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    expires_at = now + timedelta(hours=rules.standing.link_hours)
    async with db.begin(cause) as tx:
        require_admin(await people.by_id(tx, by))
        given = await chosen(tx, role, project_key)
        project = given.project
        link_id = await role_links.add(
            tx, token_digest=digest(token), role=role, project_id=project.id if project else None,
            by=by, now=now, expires_at=expires_at,
        )  # fmt: skip
        await record(
            tx, "role-link-made", f"role-link:{link_id}", by=by, now=now, after=given.facts
        )
    return MadeLink(token, role, project.name if project else None, expires_at)


async def open_links(db: Database, *, by: int, now: datetime) -> list[Invitation]:
    """The links that can still give a role, for admins."""
    async with db.read() as tx:
        require_admin(await people.by_id(tx, by))
        return [await _shown(tx, link) for link in await role_links.unused(tx, now)]


async def revoke_link(db: Database, *, link_id: int, by: int, cause: str, now: datetime) -> None:
    """The link gives nothing any more."""
    async with db.begin(cause) as tx:
        require_admin(await people.by_id(tx, by))
        link = await role_links.locked(tx, link_id)
        if link is None or not link.is_open(now):
            raise Refused("role-link-gone")
        await role_links.drop(tx, link_id)
        before = (await _given(tx, link)).facts
        await record(
            tx, "role-link-revoked", f"role-link:{link_id}", by=by, now=now, before=before
        )


async def open_link(db: Database, *, token: str, person_id: int, now: datetime) -> Invitation:
    """What the link offers; from now on it is this person's alone.

    Wrong, used, expired, revoked and opened by somebody else are one and the same refusal.
    """
    async with db.look() as tx:
        # Guesses write nothing, and so wait for nobody.
        if not await role_links.is_kept(tx, digest(token)):
            raise Refused("role-link")
    async with db.begin() as tx:
        link = require_for(await role_links.by_digest(tx, digest(token)), person_id, now)
        await _require_maker(tx, link)
        await role_links.opened(tx, link.id, person_id)
        return await _shown(tx, link)


async def accept(
    db: Database, *, link_id: int, person_id: int, cause: str, now: datetime
) -> Invitation:
    """The person who opened the link takes the role; who made the link is told."""
    async with db.begin(cause) as tx:
        await alone(tx, "roles")
        link = await role_links.locked(tx, link_id)
        if link is None or link.used_by is None:
            raise Refused("role-link")
        require_for(link, person_id, now)
        await _require_maker(tx, link)
        await role_links.used(tx, link.id, now)
        given = await _given(tx, link)
        await give(tx, person_id, given, by=link.made_by, cause=cause, now=now)
        person, maker = await people.by_id(tx, person_id), await people.by_id(tx, link.made_by)
        await record(
            tx, "role-link-used", f"role-link:{link.id}", by=person_id, now=now,
            before={"used": False}, after={"used": True, "person": person_id},
        )  # fmt: skip
        await tell(
            tx, maker, "role_link_used", key=f"{cause}:used", now=now, on_return=True,
            holder_id=person.id, role=link.role,
            project=given.project.name if given.project else None,
        )  # fmt: skip
        return await _shown(tx, link)


async def _require_maker(tx: Tx, link: RoleLink) -> None:
    """A link is worth what its maker is: nothing once that person is no admin any more."""
    if not (await people.by_id(tx, link.made_by)).is_admin:
        raise Refused("role-link")


async def _given(tx: Tx, link: RoleLink) -> Given:
    project = await projects.by_id(tx, link.project_id) if link.project_id is not None else None
    return Given(link.role, project)


async def _shown(tx: Tx, link: RoleLink) -> Invitation:
    project = (await _given(tx, link)).project
    return Invitation(link.id, link.role, project.name if project else None, link.expires_at)
