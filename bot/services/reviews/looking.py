"""What waits for a verdict, one rating at a time, and what became of one."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.domain.lines import Line
from bot.domain.notices import Priority
from bot.domain.people import Person, Role
from bot.domain.refusal import Refused
from bot.domain.review_sampling import Draw
from bot.domain.reviews import Review, require_reviewer
from bot.effects.find_project import named
from bot.effects.view_evidence import Evidence, evidence_of
from bot.services.reviews.second import seen_by
from storage import lines, notices, people, review_queue, reviews, steps
from storage.database import Database, Tx
from storage.review_queue import Waiting


@dataclass(frozen=True, slots=True)
class Queue:
    """What a reviewer could do: ratings by project, and open disputes by date."""

    person: Person
    waiting: list[Waiting]
    disputes: list[tuple[str, int, datetime]]


@dataclass(frozen=True, slots=True)
class Reviewing:
    """One line in front of a reviewer, and how many more of its project wait."""

    person: Person
    facts: Evidence
    waiting: int


@dataclass(frozen=True, slots=True)
class Told:
    """What bears on a line as `person` sees it; `role` is that of who gave the `review`."""

    person: Person
    facts: Evidence
    review: Review | None
    role: Role | None

    @property
    def verdict(self) -> Review:
        """The verdict that is told; there must be one."""
        if self.review is None:
            raise LookupError("no verdict is told")
        return self.review


async def queue(db: Database, by: int) -> Queue:
    """All that waits for the person's verdict."""
    async with db.read() as tx:
        person = await people.by_id(tx, by)
        require_reviewer(person, None)
        only = person.reviewed_projects()
        return Queue(
            person,
            await review_queue.waiting(tx, by, only),
            await review_queue.open_disputes(tx, by, only),
        )


async def counts(db: Database, project_id: int, *, by: int) -> tuple[int, int]:
    """How many ratings of a project wait for this person's verdict; how many open disputes."""
    async with db.read() as tx:
        mine = await review_queue.waiting(tx, by, {project_id})
        _, objections = await review_queue.counts_of(tx, project_id)
        return (mine[0].count if mine else 0), objections


async def next_to_review(
    db: Database, by: int, *, after: str | None = None, project_key: str | None = None,
    left: bool = False,
) -> Line | None:  # fmt: skip
    """What the person should judge next: of that project, or of the one that `after` is of.

    Behind the last one it begins again at the first; none when nothing else waits. What was not
    drawn is `left`, and goes round by itself.
    """
    async with db.read() as tx:
        person = await people.by_id(tx, by)
        before = await lines.by_number(tx, after) if after else None
        project_id = before.project_id if before else None
        spot = await review_queue.spot_of(tx, before, by) if before else None
        rest = left or (spot is not None and spot.drawn is Draw.left)
        if project_key is not None:
            project_id = (await named(tx, project_key)).id
        require_reviewer(person, project_id)
        only = person.reviewed_projects() if project_id is None else {project_id}
        found = await review_queue.next_line(tx, by, only, after=spot, left=rest)
        if found is None and spot is not None:
            found = await review_queue.next_line(tx, by, only, after=None, left=rest)
        return found if found is None or before is None or found.id != before.id else None


async def reviewing(db: Database, number: str, by: int) -> Reviewing:
    """The line of that number in front of the person, who may review it."""
    async with db.read() as tx:
        line = await _known(tx, number)
        person = await people.by_id(tx, by)
        require_reviewer(person, line.project_id)
        only = None if line.project_id is None else {line.project_id}
        waits = await review_queue.waiting(tx, by, only)
        facts = await seen_by(tx, line, by)
        count = 0 if not waits else waits[0].left if _is_left(facts) else waits[0].count
        return Reviewing(person, facts, count)


def _is_left(facts: Evidence) -> bool:
    return facts.line.drawn is Draw.left


async def evidence(db: Database, number: str, by: int) -> Evidence:
    """All that bears on the line: for its person, and for who may review its project."""
    async with db.read() as tx:
        line = await _known(tx, number)
        await _require_sight(tx, await people.by_id(tx, by), line)
        return await seen_by(tx, line, by)


async def told(db: Database, number: str, by: int) -> Told:
    """All that bears on the line, as the person sees it."""
    async with db.read() as tx:
        return await _told(tx, await _known(tx, number), by, None)


async def verdict(db: Database, number: str, by: int) -> Told:
    """The verdict of that number with all that bears on it, for who may see it."""
    async with db.read() as tx:
        review = await reviews.by_number(tx, number)
        if review is None:
            raise Refused("stale-button")
        return await _told(tx, await lines.of_assignment(tx, review.assignment_id), by, review)


async def _told(tx: Tx, line: Line, by: int, review: Review | None) -> Told:
    person = await people.by_id(tx, by)
    await _require_sight(tx, person, line)
    judge = await people.by_id(tx, review.reviewer_id) if review else None
    role = judge.judges_as(line.project_id) if judge else None
    # Who may be asked for a second verdict does not read the first one here.
    asked = person.may_review(line.project_id) and not person.may_coordinate(line.project_id)
    facts = await (seen_by(tx, line, by) if asked else evidence_of(tx, line))
    return Told(person, facts, review, role)


async def show(
    db: Database, *, number: str, by: int, kind: str, cause: str, now: datetime, **args: str
) -> None:
    """Owe the task of the line in full, part by part, and below it the screen of that kind."""
    async with db.begin(f"{cause}:show") as tx:
        line = await _known(tx, number)
        person = await people.by_id(tx, by)
        await _require_sight(tx, person, line)
        if person.telegram_id is None:
            return
        parts = len((await seen_by(tx, line, by)).pieces)
        owed: dict[str, Any] = {
            "chat_id": person.telegram_id,
            "person_id": by,
            "priority": Priority.answer,
        }
        for part in range(parts):
            await notices.add(
                tx, key=f"{cause}:show:{part}", kind="evidence_part", now=now,
                args={"line": number, "part": part}, **owed,
            )  # fmt: skip
        await notices.add(
            tx, key=f"{cause}:show", kind=kind, now=now, args={"line": number, **args}, **owed
        )


async def _require_sight(tx: Tx, person: Person, line: Line) -> None:
    """Refuse whoever it does not concern.

    Who decides appeals sees the work that a step rests on.
    """
    if line.person_id == person.id:
        return
    arbitrates = person.may_arbitrate and not person.may_review(line.project_id)
    if not arbitrates or not await steps.is_evidence(tx, line.number):
        require_reviewer(person, line.project_id)


async def _known(tx: Tx, number: str) -> Line:
    line = await lines.by_number(tx, number)
    if line is None or line.assignment_id is None:
        raise Refused("stale-button")
    return line
