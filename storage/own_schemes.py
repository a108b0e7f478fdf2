"""The schemes that were made in this hall, by name."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, bindparam, delete, select

from storage.database import Tx
from storage.projects import keep_scheme
from storage.schema.columns import word
from storage.schema.projects import own_schemes, project_versions, projects, schemes
from storage.statements import add_row, change_row

_ALL: Select[Any] = (
    select(
        own_schemes.c.id,
        own_schemes.c.name,
        schemes.c.body,
        own_schemes.c.changed_at,
        own_schemes.c.created_by,
    )
    .join(schemes, schemes.c.id == own_schemes.c.scheme_id)
    .order_by(own_schemes.c.name)
)
_ONE = _ALL.where(own_schemes.c.name == bindparam("name"))
_DROP = delete(own_schemes).where(own_schemes.c.name == bindparam("which"))
_USERS = (
    select(projects.c.name)
    .join(project_versions, project_versions.c.id == projects.c.version_id)
    .join(schemes, schemes.c.id == project_versions.c.scheme_id)
    .where(schemes.c.name == bindparam("name"), projects.c.state != word("closed"))
    .order_by(projects.c.key)
)


@dataclass(frozen=True, slots=True)
class OwnScheme:
    """A scheme of the hall: its name, what is stored of it, who made it, and its last change."""

    name: str
    body: dict[str, Any]
    changed_at: datetime
    created_by: int | None


def _scheme(row: Row[Any]) -> OwnScheme:
    return OwnScheme(row.name, row.body, row.changed_at, row.created_by)


async def everything(tx: Tx) -> list[OwnScheme]:
    """All of them, by name."""
    return [_scheme(row) for row in await tx.execute(_ALL)]


async def by_name(tx: Tx, name: str) -> OwnScheme | None:
    """The scheme of that name."""
    row = (await tx.execute(_ONE, {"name": name})).first()
    return _scheme(row) if row else None


async def put(tx: Tx, body: Mapping[str, Any], *, by: int | None, now: datetime) -> None:
    """The scheme under its name, its first maker's; projects keep the one that they have."""
    values = {"scheme_id": await keep_scheme(tx, body), "changed_at": now}
    row = (await tx.execute(_ONE, {"name": body["name"]})).first()
    if row is None:
        await add_row(tx, own_schemes, {"name": body["name"], "created_by": by, **values})
    else:
        await change_row(tx, own_schemes, row.id, values)


async def drop(tx: Tx, name: str) -> None:
    """No new project can name it; those that use it keep theirs."""
    await tx.execute(_DROP, {"which": name})


async def users(tx: Tx, name: str) -> list[str]:
    """The names of the projects that ask by a scheme of that name now."""
    return [row.name for row in await tx.execute(_USERS, {"name": name})]
