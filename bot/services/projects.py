"""Projects: made from a file, listed with their progress, opened and paused."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.courses import CourseKind
from bot.domain.learning import Learning
from bot.domain.overlap import Tally
from bot.domain.people import Role, require_coordinator
from bot.domain.projects import NewProject, Project, ProjectState
from bot.domain.refusal import Refused
from bot.effects.answered import answered
from bot.effects.find_project import coordinated
from bot.effects.look_up import looked_up
from bot.effects.new_version import (
    as_file,
    require_nobody_caught,
    require_tasks_fit,
    with_client_price,
)
from bot.effects.project_quality import Quality, quality_of
from bot.effects.question_room import without_room
from bot.effects.record import record
from bot.effects.touch_call import touch_calls
from storage import awaited_texts, courses, people, project_drafts, projects, tasks
from storage.database import Database, Tx
from storage.progress import Going, going


@dataclass(frozen=True, slots=True)
class Progress:
    """A project and its counts: tasks by state, slots in all and open; and what goes on.

    Of how sure its answers are nothing is told where its overlap is fixed.
    """

    project: Project
    counts: dict[str, int]
    going: Going | None = None
    answers: Tally | None = None
    quality: Quality | None = None


async def may_coordinate(tx: Tx, by: int | None, project_id: int | None = None) -> None:
    """Refuse whoever may not coordinate the project; none is the operator at the console."""
    if by is not None:
        require_coordinator(await people.by_id(tx, by), project_id)


async def create(
    db: Database, new: NewProject, *, by: int | None, cause: str | None, now: datetime,
    file: str | None = None, draft: str | None = None,
) -> Project:  # fmt: skip
    """Make the project, or a new version of it when its key is known.

    A new version holds for new claims only; what was claimed keeps its terms. A file that says
    what stands already changes nothing, and makes no version. The staged `file`
    or the `draft` that it came from is used up; a draft makes no version of another project.
    """
    if (nth := without_room(new.offer.learning.check)) is not None:
        raise Refused("check-too-long", nth=nth)
    async with db.begin(cause) as tx:
        if file is not None and not await projects.use_staged(tx, file):
            raise Refused("file-used")
        known = await projects.by_key(tx, new.key)
        if draft is not None:
            await _use_draft(tx, draft, by, known)
        await may_coordinate(tx, by, known.id if known else None)
        await _require_courses(tx, new.offer.learning)
        new = replace(new, offer=await looked_up(tx, new.offer))
        if known is None:
            project_id = await _begin(tx, new, by, now)
        else:
            project_id = known.id
            changed = await _changed(tx, known, new, by, now)
            if changed is None:
                return known
            new = changed
        version = await projects.add_version(
            tx, project_id, scheme=new.scheme, guide=new.guidelines, offer=new.offer, now=now
        )
        learning = new.offer.learning.in_short
        after = {"version": version, **new.offer.to_json(), "learning": learning}
        await record(tx, "project-version", f"project:{new.key}", by=by, now=now, after=after)
        if known is not None:
            await touch_calls(tx, project_id, now=now)
        return await projects.by_id(tx, project_id)


async def _use_draft(tx: Tx, number: str, by: int | None, known: Project | None) -> None:
    if by is None or not await project_drafts.use(tx, by, number):
        raise Refused("project-draft-gone")
    if known is not None:
        raise Refused("project-key-taken", key=known.key)
    await awaited_texts.drop(tx, by)


async def _begin(tx: Tx, new: NewProject, by: int | None, now: datetime) -> int:
    """A project without a version, which its maker coordinates."""
    project_id = await projects.add(tx, key=new.key, name=new.name, by=by, now=now)
    if by is not None:
        await people.grant(
            tx, person_id=by, role=Role.coordinator, project_id=project_id, by=by, now=now
        )
    return project_id


async def _changed(
    tx: Tx, known: Project, new: NewProject, by: int | None, now: datetime
) -> NewProject | None:
    """What the next version of the project is, which is kept to this transaction; none if same."""
    if known.offer.pay.currency != new.offer.pay.currency:
        raise Refused("currency-fixed", currency=known.offer.pay.currency)
    known = await projects.locked(tx, known.id)
    new = await with_client_price(tx, new, known, by=by)
    if new == await as_file(tx, known):
        return None
    await require_nobody_caught(tx, known, new.offer, now=now)
    await require_tasks_fit(tx, known, new.scheme)
    await projects.change(tx, known.id, name=new.name)
    return new


async def _require_courses(tx: Tx, learning: Learning) -> None:
    """Refuse a course that is not there, or is of the other kind."""
    there = await courses.by_keys(tx, learning.courses)
    known = {one.course.key: one.course.kind for one in there}
    wanted = ((CourseKind.training, learning.training), (CourseKind.exam, learning.exam))
    for kind, keys in wanted:
        for key in keys:
            if known.get(key) is not kind:
                raise Refused("no-exam" if kind is CourseKind.exam else "no-training", key=key)


async def listed(db: Database, *, by: int | None) -> list[Project]:
    """The projects that the person coordinates."""
    async with db.read() as tx:
        await may_coordinate(tx, by)
        person = await people.by_id(tx, by) if by is not None else None
        return [
            project
            for project in await projects.everything(tx)
            if person is None or person.may_coordinate(project.id)
        ]


async def by_key(db: Database, key: str, *, by: int | None) -> Project:
    """The project of that key, for who coordinates it."""
    return (await progress(db, key, by=by)).project


async def progress(db: Database, key: str, *, by: int | None) -> Progress:
    """The project of that key with its counts, for who coordinates it."""
    async with db.read() as tx:
        project = await coordinated(tx, key, by)
        counts = await tasks.progress(tx, project.id)
        return Progress(
            project, counts, await going(tx, project.id), await answered(tx, project),
            await quality_of(tx, project),
        )  # fmt: skip


async def set_state(
    db: Database, *, key: str, state: ProjectState, by: int | None, cause: str | None,
    now: datetime,
) -> Project:  # fmt: skip
    """Open, pause or close a project; running jobs go on and are paid."""
    async with db.begin(cause) as tx:
        project = await coordinated(tx, key, by)
        project = await projects.locked(tx, project.id)
        if project.state is ProjectState.closed:
            raise Refused("project-closed", project=project.name)
        await projects.change(tx, project.id, state=state)
        await record(
            tx, "project-state", f"project:{key}", by=by, now=now,
            before={"state": project.state}, after={"state": state},
        )  # fmt: skip
        await touch_calls(tx, project.id, now=now)
        return await projects.by_id(tx, project.id)
