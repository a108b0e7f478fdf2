"""One-time links that give a role; of their tokens only the digest is kept."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, select, update

from bot.domain.people import Role
from bot.domain.role_links import RoleLink
from storage.database import Tx, locking
from storage.schema import role_links
from storage.statements import add_row, change_row, rows_by

_BY_DIGEST = locking(rows_by(role_links, "token_digest"))
_BY_ID = locking(rows_by(role_links, "id"))
_OPEN = (
    select(role_links)
    .where(role_links.c.used_at.is_(None), role_links.c.expires_at > bindparam("now"))
    .order_by(role_links.c.id)
)
_TAKE = (
    update(role_links)
    .where(role_links.c.id == bindparam("which"), role_links.c.used_by.is_(None))
    .values(used_by=bindparam("person_id"))
)
_DROP = delete(role_links).where(role_links.c.id == bindparam("which"))


def _link(row: Row[Any]) -> RoleLink:
    return RoleLink(
        id=row.id, role=Role(row.role), project_id=row.project_id, made_by=row.made_by,
        made_at=row.made_at, expires_at=row.expires_at, used_by=row.used_by, used_at=row.used_at,
    )  # fmt: skip


async def add(
    tx: Tx, *, token_digest: str, role: Role, project_id: int | None, by: int, now: datetime,
    expires_at: datetime,
) -> int:  # fmt: skip
    """Keep a new link; returns its id."""
    values = {
        "token_digest": token_digest, "role": role, "project_id": project_id, "made_by": by,
        "made_at": now, "expires_at": expires_at,
    }  # fmt: skip
    return await add_row(tx, role_links, values)


async def by_digest(tx: Tx, token_digest: str) -> RoleLink | None:
    """The link with that token, kept from others until the end."""
    row = (await tx.execute(_BY_DIGEST, {"token_digest": token_digest})).first()
    return _link(row) if row else None


async def is_kept(tx: Tx, token_digest: str) -> bool:
    """Whether there is a link with that token, in whatever state."""
    found = rows_by(role_links, "token_digest")
    return (await tx.execute(found, {"token_digest": token_digest})).first() is not None


async def locked(tx: Tx, link_id: int) -> RoleLink | None:
    """The link, kept from others until the end."""
    row = (await tx.execute(_BY_ID, {"id": link_id})).first()
    return _link(row) if row else None


async def unused(tx: Tx, now: datetime) -> list[RoleLink]:
    """The links that can still give a role, oldest first."""
    return [_link(row) for row in await tx.execute(_OPEN, {"now": now})]


async def opened(tx: Tx, link_id: int, person_id: int) -> None:
    """From now on the link is this person's alone, whoever else has it."""
    await tx.execute(_TAKE, {"which": link_id, "person_id": person_id})


async def used(tx: Tx, link_id: int, now: datetime) -> None:
    """The link has given its role."""
    await change_row(tx, role_links, link_id, {"used_at": now})


async def drop(tx: Tx, link_id: int) -> None:
    """The link gives nothing any more."""
    await tx.execute(_DROP, {"which": link_id})
