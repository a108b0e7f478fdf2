"""Reading guidelines before a job, then the check: a wrong answer teaches, and bars nobody."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.courses import Item
from bot.domain.gates import GateKind
from bot.domain.learning import order_of
from bot.domain.people import Person
from bot.domain.projects import Project
from bot.domain.refusal import Refused
from bot.effects.find_project import named, offered
from bot.effects.record import record
from storage import guidelines as stored
from storage import people, projects, read_marks
from storage.database import Database, Tx

# That the text was read, and that its n-th question was answered right; the gate's own mark
# says that all of it is done.
_READ, _RIGHT = "guide-read", "guide-check"


@dataclass(frozen=True, slots=True)
class GuideView:
    """How far a person is with guidelines: not read yet, at a question, or through."""

    person: Person
    project: Project
    version: int
    worked: bool
    is_read: bool
    nth: int | None

    @property
    def item(self) -> Item | None:
        """The question at hand."""
        return None if self.nth is None else self.project.offer.learning.check[self.nth]

    @property
    def order(self) -> tuple[int, ...]:
        """In which order the person sees its options."""
        if self.nth is None or self.item is None:
            return ()
        return order_of(self.person.id, self.version, self.nth, len(self.item.options))


async def guide(db: Database, *, person_id: int, project_id: int, key: str = "") -> GuideView:
    """How far the person is with the guidelines of the project."""
    async with db.read() as tx:
        project = await named(tx, key) if key else await projects.by_id(tx, project_id)
        return await _view(tx, await people.by_id(tx, person_id), project)


async def _view(tx: Tx, person: Person, project: Project) -> GuideView:
    found = await stored.read_by(tx, person.id, project.id)
    read = await _has(tx, person, project, _READ, str(found.current))
    nth = None
    for at in range(len(project.offer.learning.check)) if read else ():
        if not await _has(tx, person, project, _RIGHT, f"{found.current}:{at}"):
            nth = at
            break
    return GuideView(person, project, found.current, found.worked is not None, read, nth)


async def _has(tx: Tx, person: Person, project: Project, kind: str, what: str) -> bool:
    return await read_marks.is_there(tx, person.id, project.id, kind, what)


async def mark_read(
    db: Database, *, project_key: str, version: int, person_id: int, cause: str, now: datetime
) -> GuideView:
    """The person has read the guidelines; the check follows, where there is one."""
    async with db.begin(cause) as tx:
        person = await people.locked(tx, person_id)
        view = await _current(tx, person, project_key, version)
        await _mark(tx, view, _READ, str(version), now)
        return await _through(tx, await _view(tx, person, view.project), now)


async def answer_check(
    db: Database, *, project_key: str, version: int, nth: int, place: int, person_id: int,
    cause: str, now: datetime,
) -> tuple[GuideView, bool | None]:  # fmt: skip
    """Whether that was right, and how far the person is then; none for an old question."""
    async with db.begin(cause) as tx:
        person = await people.locked(tx, person_id)
        view = await _current(tx, person, project_key, version)
        if view.item is None or view.nth != nth:
            return view, None
        if not 0 <= place < len(view.order):
            raise Refused("stale-button")
        if not view.item.is_right((view.order[place],)):
            return view, False
        await _mark(tx, view, _RIGHT, f"{version}:{nth}", now)
        return await _through(tx, await _view(tx, person, view.project), now), True


async def _current(tx: Tx, person: Person, key: str, version: int) -> GuideView:
    view = await _view(tx, person, await offered(tx, key, person.id))
    if view.version != version:
        raise Refused("stale-button")
    return view


async def _through(tx: Tx, view: GuideView, now: datetime) -> GuideView:
    """The gate opens when nothing is left to answer."""
    if view.nth is None:
        fresh = await _mark(tx, view, GateKind.guidelines, str(view.version), now)
        by, after = view.person.id, {"project": view.project.key, "version": view.version}
        if fresh:
            await record(tx, "guidelines-read", f"person:{by}", by=by, now=now, after=after)
    return view


async def _mark(tx: Tx, view: GuideView, kind: str, what: str, now: datetime) -> bool:
    return await read_marks.add(
        tx, person_id=view.person.id, project_id=view.project.id, kind=kind, what=what, now=now
    )
