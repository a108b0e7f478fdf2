"""Projects, their versions, schemes and guidelines; staged files and batches."""

import hashlib
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, func, insert, select, update

from bot.domain.projects import Offerings, Project, ProjectState
from bot.domain.scheme_body import scheme_from
from bot.domain.schemes import Scheme
from storage.database import Tx, has_several, locking, to_json
from storage.schema import batches, files, guidelines, project_versions, projects, schemes
from storage.statements import change_row, kept

# A version and what it refers to never change; which version is the current one does.
_VERSION = (
    select(
        project_versions.c.version,
        project_versions.c.offer,
        schemes.c.body.label("scheme_body"),
        guidelines.c.body.label("guidelines_body"),
    )
    .join(schemes, schemes.c.id == project_versions.c.scheme_id)
    .join(guidelines, guidelines.c.id == project_versions.c.guidelines_id)
    .where(project_versions.c.id == bindparam("id"))
)
_WITH_VERSION = select(projects).where(projects.c.version_id.is_not(None))
_BY_ID = _WITH_VERSION.where(projects.c.id == bindparam("id"))
_LOCKED = locking(_BY_ID)
_OPEN_SLOTS = select(projects.c.open_slots).where(projects.c.id == bindparam("id"))
_CHANGE_SLOTS = (
    update(projects)
    .where(projects.c.id == bindparam("which"))
    .values(open_slots=projects.c.open_slots + bindparam("more"))
)


async def _project(tx: Tx, row: Row[Any]) -> Project:
    version, scheme, guide, offer = await _version(tx, row.version_id)
    return Project(
        id=row.id, key=row.key, name=row.name, state=ProjectState(row.state),
        version_id=row.version_id, version=version, scheme=scheme, guidelines=guide, offer=offer,
        measured_jobs=row.measured_jobs, measured_seconds=row.measured_seconds,
    )  # fmt: skip


async def _version(tx: Tx, version_id: int) -> tuple[int, Scheme, str, Offerings]:
    async def load() -> tuple[int, Scheme, str, Offerings]:
        row = (await tx.execute(_VERSION, {"id": version_id})).one()
        offer = Offerings.from_json(row.offer)
        return row.version, scheme_from(row.scheme_body), row.guidelines_body, offer

    return await kept(tx, "version", version_id, load)


async def by_id(tx: Tx, project_id: int) -> Project:
    """The project in its current version; it must exist."""
    return await _project(tx, (await tx.execute(_BY_ID, {"id": project_id})).one())


async def with_slots(tx: Tx, project_id: int) -> tuple[Project, int]:
    """As `by_id`, and how many ratings its open tasks are missing."""
    row = (await tx.execute(_BY_ID, {"id": project_id})).one()
    return await _project(tx, row), row.open_slots


async def locked(tx: Tx, project_id: int) -> Project:
    """As `by_id`; nobody else changes its slots, calls and places until the transaction ends."""
    return await _project(tx, (await tx.execute(_LOCKED, {"id": project_id})).one())


async def lock(tx: Tx, project_id: int) -> None:
    """Keep the project to this transaction, as `locked` does; SQLite has one writer anyway."""
    if has_several(tx):
        await tx.execute(locking(select(projects.c.id).where(projects.c.id == project_id)))


async def by_key(tx: Tx, key: str) -> Project | None:
    """The project of that key."""
    row = (await tx.execute(_WITH_VERSION.where(projects.c.key == key))).first()
    return await _project(tx, row) if row else None


async def everything(tx: Tx) -> list[Project]:
    """All projects, by key."""
    rows = await tx.execute(_WITH_VERSION.order_by(projects.c.key))
    return [await _project(tx, row) for row in rows]


async def add(tx: Tx, *, key: str, name: str, by: int | None, now: datetime) -> int:
    """A new draft project without a version; returns its id."""
    values = {"key": key, "name": name, "state": ProjectState.draft, "created_by": by}
    added = insert(projects).values(**values, created_at=now).returning(projects.c.id)
    return int((await tx.execute(added)).scalar_one())


async def add_version(
    tx: Tx, project_id: int, *, scheme: dict[str, Any], guide: str, offer: Offerings, now: datetime
) -> int:
    """A new version of the project, made the current one; returns the version number."""
    scheme_id = await keep_scheme(tx, scheme)
    guide_id = await _guidelines(tx, project_id, guide, reread=offer.learning.reread)
    highest = select(func.max(project_versions.c.version))
    mine = project_versions.c.project_id == project_id
    version = int((await tx.execute(highest.where(mine))).scalar() or 0) + 1
    added = insert(project_versions).values(
        project_id=project_id, version=version, scheme_id=scheme_id, guidelines_id=guide_id,
        offer=offer.to_json(), created_at=now,
    )  # fmt: skip
    version_id = (await tx.execute(added.returning(project_versions.c.id))).scalar_one()
    await change(tx, project_id, version_id=version_id)
    return version


async def keep_scheme(tx: Tx, body: Mapping[str, Any]) -> int:
    """The id of that scheme, which never changes; it is added where there is none like it."""
    digest = hashlib.sha256(to_json(body).encode()).hexdigest()
    same = (schemes.c.name == body["name"]) & (schemes.c.digest == digest)
    known = (await tx.execute(select(schemes.c.id).where(same))).scalar()
    if known is None:
        added = insert(schemes).values(name=body["name"], digest=digest, body=dict(body))
        known = (await tx.execute(added.returning(schemes.c.id))).scalar_one()
    return int(known)


async def _guidelines(tx: Tx, project_id: int, body: str, *, reread: bool) -> int:
    mine = guidelines.c.project_id == project_id
    latest = select(guidelines).where(mine).order_by(guidelines.c.version.desc()).limit(1)
    row = (await tx.execute(latest)).first()
    if row is not None and row.body == body:
        return int(row.id)
    version = row.version + 1 if row else 1
    added = insert(guidelines).values(
        project_id=project_id, version=version, body=body, reread=reread
    )
    return int((await tx.execute(added.returning(guidelines.c.id))).scalar_one())


async def change(tx: Tx, project_id: int, **values: Any) -> None:
    """Set columns of a project."""
    await change_row(tx, projects, project_id, values)


async def scheme_of(tx: Tx, version_id: int) -> Scheme:
    """The scheme of one version of a project."""
    return (await _version(tx, version_id))[1]


async def scheme_body_of(tx: Tx, version_id: int) -> dict[str, Any]:
    """The stored mapping of the scheme of one version of a project."""
    row = (await tx.execute(_VERSION, {"id": version_id})).one()
    return dict(row.scheme_body)


async def guidelines_of(tx: Tx, version_id: int) -> str:
    """The guidelines of one version of a project."""
    return (await _version(tx, version_id))[2]


async def offer_of(tx: Tx, project_id: int, version_id: int) -> Offerings | None:
    """What that version of the project offered; none where the project has no such version."""
    mine = select(project_versions.c.id).where(
        project_versions.c.id == version_id, project_versions.c.project_id == project_id
    )
    if (await tx.execute(mine)).first() is None:
        return None
    return (await _version(tx, version_id))[3]


async def add_offer(tx: Tx, project: Project, offer: Offerings, now: datetime) -> int:
    """A new version that is as the present one but for what it offers; returns its number."""
    current = project_versions.c.id == project.version_id
    row = (await tx.execute(select(project_versions).where(current))).one()
    added = insert(project_versions).values(
        project_id=project.id, version=project.version + 1, scheme_id=row.scheme_id,
        guidelines_id=row.guidelines_id, offer=offer.to_json(),
        created_at=now,
    )  # fmt: skip
    version_id = (await tx.execute(added.returning(project_versions.c.id))).scalar_one()
    await change(tx, project.id, version_id=version_id)
    return project.version + 1


async def open_slots(tx: Tx, project_id: int) -> int:
    """How many ratings the open tasks of the project are missing."""
    return int((await tx.execute(_OPEN_SLOTS, {"id": project_id})).scalar_one())


async def change_slots(tx: Tx, project_id: int, by: int) -> None:
    """Count open slots up or down; the database refuses to go below none."""
    await tx.execute(_CHANGE_SLOTS, {"which": project_id, "more": by})


async def versions(tx: Tx, project_id: int) -> dict[int, tuple[int, int, str]]:
    """Of each version id: its number, the guideline version, the name of the scheme."""
    found = (
        select(
            project_versions.c.id, project_versions.c.version, guidelines.c.version, schemes.c.name
        )
        .join(guidelines, guidelines.c.id == project_versions.c.guidelines_id)
        .join(schemes, schemes.c.id == project_versions.c.scheme_id)
        .where(project_versions.c.project_id == project_id)
    )
    return {row[0]: (row[1], row[2], row[3]) for row in await tx.execute(found)}


async def stage(
    tx: Tx, *, number: str, person_id: int | None, name: str, body: bytes, now: datetime
) -> None:
    """Keep an uploaded file until it is published or dropped."""
    await tx.execute(
        insert(files).values(
            number=number, person_id=person_id, name=name, body=body, created_at=now
        )
    )


async def staged(tx: Tx, number: str, person_id: int) -> tuple[str, bytes, bool] | None:
    """Name, content of a file that the person staged, and whether it was used; else none."""
    mine = (files.c.number == number) & (files.c.person_id == person_id)
    row = (await tx.execute(select(files).where(mine))).first()
    return (row.name, row.body, row.used) if row else None


async def use_staged(tx: Tx, number: str) -> bool:
    """Mark a staged file used and drop its content; false when it was used before."""
    unused = (files.c.number == number) & (files.c.used.is_(False))
    done = await tx.execute(update(files).where(unused).values(used=True, body=b""))
    return bool(done.rowcount)


async def add_batch(
    tx: Tx, *, number: str, project_id: int, file_name: str, form: str, by: int | None,
    now: datetime,
) -> int:  # fmt: skip
    """A new open batch; returns its id."""
    added = insert(batches).values(
        number=number, project_id=project_id, state="open", file_name=file_name, format=form,
        created_by=by, created_at=now,
    )  # fmt: skip
    return int((await tx.execute(added.returning(batches.c.id))).scalar_one())
