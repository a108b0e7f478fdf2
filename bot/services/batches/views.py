"""What people see of batches; a client sees neither names nor money."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from bot.domain.batches import Asked, Batch, Refusal, RefusalState, Tally, require_delivered, waits
from bot.domain.money import Money
from bot.domain.people import Person, require_admin
from bot.domain.projects import Project
from bot.domain.refusal import Refused
from bot.domain.tasks import Content
from bot.formats.confirmations import AskedLine, confirmation_file
from bot.services.batches.finding import found, of_line
from storage import batches, people, projects, refusals, tasks
from storage.database import Database, Tx


@dataclass(frozen=True, slots=True)
class Card:
    """A batch with its counts, and who looks at it."""

    batch: Batch
    project: Project
    tasks: int
    missing: int
    in_work: int
    tally: Tally
    person: Person


@dataclass(frozen=True, slots=True)
class LineView:
    """One rating as a client judges it; `refusals` are all that were made of it, newest first."""

    asked: Asked
    batch: Batch
    project: Project
    content: Content
    refusals: list[Refusal]
    waits: bool
    zone: str


@dataclass(frozen=True, slots=True)
class HeldPage:
    """Refusals that wait for an admin, with the ratings that they are about, and their cost."""

    card: Card
    held: list[tuple[Refusal, Asked]]
    cost: list[Money]


Told = tuple[Refusal, Asked, Project]


async def _card(tx: Tx, batch: Batch, person: Person) -> Card:
    project = await projects.by_id(tx, batch.project_id)
    count, missing = await batches.tasks_of(tx, batch.id)
    working = await batches.in_work(tx, batch.id)
    tally = await batches.tally(tx, batch.id)
    return Card(batch, project, count, missing, working, tally, person)


async def card(db: Database, number: str, *, by: int) -> Card:
    """One batch, for who speaks for its client."""
    async with db.read() as tx:
        return await _card(tx, *await found(tx, number, by))


async def listed(
    db: Database, *, by: int, key: str | None, page: int, size: int
) -> tuple[list[Card], int]:
    """The person's batches of a page, the newest first, and how many there are in all."""
    async with db.read() as tx:
        person = await people.by_id(tx, by)
        mine = [one for one in await projects.everything(tx) if person.speaks_for_client(one.id)]
        if not person.speaks_for_client():
            raise Refused("not-client")
        if key is not None:
            mine = [one for one in mine if one.key == key]
            if not mine:
                raise Refused("no-project", key=key)
        every = await batches.of_projects(tx, {one.id for one in mine})
        shown = every[page * size : (page + 1) * size]
        return [await _card(tx, one, person) for one in shown], len(every)


async def lines_page(
    db: Database, number: str, *, by: int, page: int, size: int
) -> tuple[Card, list[Asked], int]:
    """The ratings of a delivered batch on a page, and how many there are in all."""
    async with db.read() as tx:
        batch, person = await found(tx, number, by)
        require_delivered(batch)
        every = await batches.asked_of(tx, batch.id)
        shown = every[page * size : (page + 1) * size]
        return await _card(tx, batch, person), shown, len(every)


async def line_view(db: Database, line: str, *, by: int, now: datetime) -> LineView:
    """One rating with its task, for who speaks for the client."""
    async with db.read() as tx:
        line_id, batch, person = await of_line(tx, line, by)
        require_delivered(batch)
        return await _view(tx, line_id, batch, person, now)


async def refusal_view(
    db: Database, number: str, *, by: int, now: datetime
) -> tuple[Refusal, LineView]:
    """One refusal with what it is about, for an admin."""
    async with db.read() as tx:
        person = await people.by_id(tx, by)
        require_admin(person)
        refusal = await refusals.by_number(tx, number)
        if refusal is None:
            raise Refused("stale-button")
        batch = await batches.by_id(tx, refusal.batch_id)
        return refusal, await _view(tx, refusal.line_id, batch, person, now)


async def _view(tx: Tx, line_id: int, batch: Batch, person: Person, now: datetime) -> LineView:
    (asked,) = await batches.asked_by_ids(tx, [line_id])
    content, _ = await tasks.text_of(tx, asked.task_id)
    return LineView(
        asked, batch, await projects.by_id(tx, batch.project_id), content,
        await refusals.of_line(tx, line_id), waits(asked.line, now), person.zone,
    )  # fmt: skip


async def lines_file(db: Database, number: str, *, by: int) -> tuple[str, bytes]:
    """The ratings of a delivered batch as a file that can be filled in, and its name."""
    async with db.read() as tx:
        batch, _ = await found(tx, number, by)
        require_delivered(batch)
        project = await projects.by_id(tx, batch.project_id)
        asked = await batches.asked_of(tx, batch.id)
    lines = [
        AskedLine(one.line.number, one.external_id, one.answers, said_of(one), one.line.confirm_by)
        for one in asked
    ]
    return f"{project.key}-{number}.csv", confirmation_file(lines)


def said_of(asked: Asked) -> str:
    """What was said of the rating, in one word or two."""
    return "refusal held" if asked.refusal == "held" else asked.line.client.value


async def held_page(db: Database, number: str, *, by: int, page: int, size: int) -> HeldPage:
    """The held refusals of a batch on a page; for admins, since it names money."""
    async with db.read() as tx:
        require_admin(await people.by_id(tx, by))
        batch, person = await found(tx, number, by)
        held = await refusals.held_of(tx, batch.id)
        shown = held[page * size : (page + 1) * size]
        asked = await _asked(tx, shown)
        cost = await refusals.cost_of_held(tx, batch.id)
        pairs = [(one, asked[one.line_id]) for one in shown]
        return HeldPage(await _card(tx, batch, person), pairs, cost)


async def _asked(tx: Tx, made: list[Refusal]) -> dict[int, Asked]:
    found = await batches.asked_by_ids(tx, [one.line_id for one in made])
    return {one.line.id: one for one in found}


async def told_refusals(db: Database, refusal_ids: list[int], *, of: int) -> list[Told]:
    """Refusals of the person's own ratings."""
    async with db.read() as tx:
        return [one for one in await _told(tx, refusal_ids) if one[1].line.person_id == of]


async def every_refusal(db: Database, *, of: int, page: int, size: int) -> tuple[list[Told], int]:
    """The refusals of the person's ratings on a page, the newest first, and how many in all."""
    async with db.read() as tx:
        every = await refusals.applied_to(tx, of)
        return await _told(tx, every[page * size : (page + 1) * size]), len(every)


async def _told(tx: Tx, refusal_ids: list[int]) -> list[Told]:
    made = await refusals.by_ids(tx, refusal_ids)
    asked = await _asked(tx, made)
    return [(one, asked[one.line_id], await _project_of(tx, asked[one.line_id])) for one in made]


async def _project_of(tx: Tx, asked: Asked) -> Project:
    if asked.line.project_id is None:
        raise LookupError(f"line {asked.line.number} is of no project")
    return await projects.by_id(tx, asked.line.project_id)


async def states_of(db: Database, refusal_ids: list[int]) -> Counter[RefusalState]:
    """What became of these refusals."""
    async with db.read() as tx:
        return Counter(one.state for one in await refusals.by_ids(tx, refusal_ids))


async def good_news(
    db: Database, *, of: int, since: datetime, until: datetime
) -> list[tuple[str, int]]:
    """How many of the person's ratings clients confirmed in that time, by project name."""
    async with db.read() as tx:
        found = await batches.confirmed_of(tx, of, since=since, until=until)
        return [((await projects.by_id(tx, one)).name, count) for one, count in found]
