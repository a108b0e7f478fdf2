"""Courses and their versions; which of their questions were withdrawn."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, func, insert, select

from bot.domain.courses import Course, CourseState, Published
from storage.database import Tx, locking
from storage.schema import course_versions, courses
from storage.statements import add_row, change_row, kept, rows_by

_PUBLISHED = (
    select(courses, course_versions.c.version)
    .join(course_versions, course_versions.c.id == courses.c.version_id)
    .order_by(courses.c.key)
)
_BY_ID = _PUBLISHED.where(courses.c.id == bindparam("id"))
_BY_KEYS = _PUBLISHED.where(courses.c.key.in_(bindparam("keys", expanding=True)))
_LOCKED = locking(rows_by(courses, "id"))
_LOCKED_BY_KEY = locking(rows_by(courses, "key"))
_BODY = select(course_versions.c.body).where(course_versions.c.id == bindparam("id"))
_VOIDED = select(course_versions.c.voided).where(course_versions.c.id == bindparam("id"))
_VERSIONS = (
    select(course_versions.c.id)
    .where(course_versions.c.course_id == bindparam("course_id"))
    .order_by(course_versions.c.version)
)


async def _published(tx: Tx, row: Row[Any]) -> Published:
    return Published(
        id=row.id, state=CourseState(row.state), created_by=row.created_by,
        version_id=row.version_id, version=row.version, course=await body(tx, row.version_id),
    )  # fmt: skip


async def body(tx: Tx, version_id: int) -> Course:
    """The course as that version has it; it never changes."""

    async def load() -> Course:
        found = (await tx.execute(_BODY, {"id": version_id})).scalar_one()
        return Course.from_json(found)

    return await kept(tx, "course", version_id, load)


async def voided(tx: Tx, version_id: int) -> frozenset[int]:
    """The questions of that version that were withdrawn, by their places."""
    return frozenset((await tx.execute(_VOIDED, {"id": version_id})).scalar_one())


async def by_id(tx: Tx, course_id: int) -> Published | None:
    """The course in its newest version."""
    row = (await tx.execute(_BY_ID, {"id": course_id})).first()
    return await _published(tx, row) if row else None


async def by_keys(tx: Tx, keys: Sequence[str]) -> list[Published]:
    """The courses of these keys, in the order of the keys; one that is not there is left out."""
    if not keys:
        return []
    rows = {row.key: row for row in await tx.execute(_BY_KEYS, {"keys": list(keys)})}
    return [await _published(tx, rows[key]) for key in keys if key in rows]


async def everything(tx: Tx) -> list[Published]:
    """All courses, by key."""
    return [await _published(tx, row) for row in (await tx.execute(_PUBLISHED)).all()]


async def lock(tx: Tx, course_id: int) -> None:
    """Keep the course to this transaction."""
    await tx.execute(_LOCKED, {"id": course_id})


async def put(tx: Tx, course: Course, *, by: int | None, now: datetime) -> int:
    """A new course, or a new version of the one with its key; returns its version."""
    row = (await tx.execute(_LOCKED_BY_KEY, {"key": course.key})).first()
    if row is None:
        values = {"key": course.key, "kind": course.kind, "state": CourseState.open,
                  "created_by": by, "created_at": now}  # fmt: skip
        course_id = await add_row(tx, courses, values)
    else:
        course_id = int(row.id)
    highest = select(func.max(course_versions.c.version))
    mine = course_versions.c.course_id == course_id
    version = int((await tx.execute(highest.where(mine))).scalar() or 0) + 1
    added = insert(course_versions).values(
        course_id=course_id, version=version, body=course.to_json(), created_at=now
    )
    version_id = (await tx.execute(added.returning(course_versions.c.id))).scalar_one()
    await change_row(tx, courses, course_id, {"version_id": version_id})
    return version


async def set_state(tx: Tx, course_id: int, state: CourseState) -> None:
    """Let the course be begun, or not."""
    await change_row(tx, courses, course_id, {"state": state})


async def versions(tx: Tx, course_id: int) -> list[int]:
    """The ids of all versions of the course, the oldest first."""
    return list((await tx.execute(_VERSIONS, {"course_id": course_id})).scalars())


async def withdraw(tx: Tx, version_id: int, item: int) -> None:
    """That question of the version counts as right from now on."""
    gone = sorted({*await voided(tx, version_id), item})
    await change_row(tx, course_versions, version_id, {"voided": gone})
