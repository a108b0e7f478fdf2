"""The schemes that projects can name: those of the package, and those of this hall."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.domain.people import may_change_of, require_coordinator
from bot.domain.refusal import Refused
from bot.effects.record import record
from bot.formats.records import Fault
from bot.formats.scheme_file import read_scheme
from bot.formats.schemes import NAMES, packaged
from storage import awaited_texts, own_schemes, people, projects, scheme_drafts
from storage.database import Database, Tx
from storage.own_schemes import OwnScheme


@dataclass(frozen=True, slots=True)
class Listed:
    """A scheme with what it asks; `own` ones are the hall's, `mine` can be changed by who looks.

    `users` are the projects that have it.
    """

    name: str
    body: dict[str, Any]
    own: bool
    users: tuple[str, ...] = ()
    mine: bool = False


async def _may(tx: Tx, by: int | None) -> None:
    if by is not None:
        require_coordinator(await people.by_id(tx, by))


async def _is_own(tx: Tx, by: int | None, found: OwnScheme | None) -> bool:
    """Whether the person may change the scheme: made it, or coordinates the whole hall."""
    if by is None or found is None:
        return True
    return may_change_of(await people.by_id(tx, by), found.created_by)


async def _require_own(tx: Tx, by: int | None, found: OwnScheme | None) -> None:
    if not await _is_own(tx, by, found):
        raise Refused("scheme-of-another")


def _packaged() -> list[Listed]:
    found = ((name, packaged(name)) for name in NAMES)
    return [Listed(name, body, own=False) for name, body in found if body is not None]


async def listed(db: Database, *, by: int | None) -> list[Listed]:
    """All schemes: the hall's own, then those of the package."""
    async with db.read() as tx:
        await _may(tx, by)
        own = [Listed(one.name, one.body, own=True) for one in await own_schemes.everything(tx)]
    return own + _packaged()


async def one(db: Database, name: str, *, by: int | None) -> Listed:
    """The scheme of that name with the projects that use it; refused when there is none."""
    async with db.read() as tx:
        await _may(tx, by)
        found = await own_schemes.by_name(tx, name)
        users = tuple(await own_schemes.users(tx, name))
        mine = await _is_own(tx, by, found)
    if found is not None:
        return Listed(name, found.body, own=True, users=users, mine=mine)
    body = packaged(name)
    if body is None:
        raise Refused("no-scheme", name=name[:60])
    return Listed(name, body, own=False, users=users)


async def own_bodies(db: Database) -> dict[str, dict[str, Any]]:
    """The hall's own schemes by name, for files that name one."""
    async with db.read() as tx:
        return {one.name: one.body for one in await own_schemes.everything(tx)}


async def staged(
    db: Database, number: str, *, by: int
) -> tuple[str, dict[str, Any] | list[Fault]]:
    """The name of a file that the person dropped, and the scheme in it; refused once used."""
    async with db.read() as tx:
        await _may(tx, by)
        found = await projects.staged(tx, number, by)
    if found is None or found[2]:
        raise Refused("file-used")
    return found[0], read_scheme(found[1])


async def save(
    db: Database, body: Mapping[str, Any], *, by: int | None, cause: str | None, now: datetime,
    file: str | None = None,
) -> Listed:  # fmt: skip
    """Keep the scheme under its name, in place of an older one; projects keep what they have.

    It is the caller's that the body has passed the check of scheme files. A `file` that it came
    from is used up; a draft of the same name is done.
    """
    name = str(body["name"])
    if name in NAMES:
        raise Refused("scheme-name-taken", name=name)
    async with db.begin(cause) as tx:
        await _may(tx, by)
        if file is not None and not await projects.use_staged(tx, file):
            raise Refused("file-used")
        before = await own_schemes.by_name(tx, name)
        await _require_own(tx, by, before)
        await own_schemes.put(tx, body, by=by, now=now)
        if by is not None:
            draft = await scheme_drafts.of_person(tx, by)
            if draft is not None and draft.body.get("name") == name:
                await scheme_drafts.drop(tx, by)
                await awaited_texts.drop(tx, by)
        await record(
            tx, "scheme-saved", f"scheme:{name}", by=by, now=now,
            before={"questions": len(before.body["questions"])} if before else None,
            after={"questions": len(body["questions"])},
        )  # fmt: skip
        users = tuple(await own_schemes.users(tx, name))
    return Listed(name, dict(body), own=True, users=users)


async def delete(
    db: Database, name: str, *, by: int | None, cause: str | None, now: datetime
) -> None:
    """Take a scheme of the hall away; refused while a project that is not closed uses it."""
    async with db.begin(cause) as tx:
        await _may(tx, by)
        found = await own_schemes.by_name(tx, name)
        if found is None:
            raise Refused("no-scheme", name=name[:60])
        await _require_own(tx, by, found)
        users = await own_schemes.users(tx, name)
        if users:
            raise Refused("scheme-used", project=users[0], count=len(users))
        await own_schemes.drop(tx, name)
        await record(tx, "scheme-deleted", f"scheme:{name}", by=by, now=now)
