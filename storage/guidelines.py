"""Which version of a project's guidelines a person has read, or worked under."""

from sqlalchemy import BindParameter, Integer, bindparam, case, cast, func, select

from bot.domain.gates import GateKind
from bot.domain.learning import Read
from storage.database import Tx
from storage.schema import guidelines, jobs, project_versions, read_marks
from storage.schema.columns import word

_PROJECT: BindParameter[int] = bindparam("project_id")
_VERSIONS = select(
    func.max(guidelines.c.version),
    func.max(case((guidelines.c.reread, guidelines.c.version), else_=1)),
).where(guidelines.c.project_id == _PROJECT)
_READ = select(func.max(cast(read_marks.c.what, Integer))).where(
    read_marks.c.person_id == bindparam("person_id"),
    read_marks.c.project_id == _PROJECT,
    read_marks.c.kind == word(GateKind.guidelines),
)
# The newest job is the one under the newest guidelines.
_TERMS = (
    select(jobs.c.terms)
    .where(jobs.c.person_id == bindparam("person_id"), jobs.c.project_id == _PROJECT)
    .order_by(jobs.c.id.desc())
    .limit(1)
)
_OF_VERSION = (
    select(guidelines.c.version)
    .join(project_versions, project_versions.c.guidelines_id == guidelines.c.id)
    .where(project_versions.c.id == bindparam("id"))
)


async def versions(tx: Tx, project_id: int) -> tuple[int, int]:
    """The newest version of the guidelines, and the newest one that has to be read."""
    current, due = (await tx.execute(_VERSIONS, {"project_id": project_id})).one()
    return int(current), int(due)


async def read_by(tx: Tx, person_id: int, project_id: int) -> Read:
    """What the person knows of the project's guidelines."""
    whose = {"person_id": person_id, "project_id": project_id}
    current, due = await versions(tx, project_id)
    read = (await tx.execute(_READ, whose)).scalar()
    terms = (await tx.execute(_TERMS, whose)).scalar()
    if terms is None:
        return Read(current, due, read, None)
    under = {"id": terms["project_version_id"]}
    return Read(current, due, read, (await tx.execute(_OF_VERSION, under)).scalar())
