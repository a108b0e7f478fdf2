"""The gold of a project for its coordinators, and one missed item for who missed it."""

import json
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zlib import crc32

from bot.domain.disputes import Dispute, withheld
from bot.domain.gold import ScoreState, answer_of
from bot.domain.jobs import Job
from bot.domain.lines import Line
from bot.domain.money import Money
from bot.domain.people import Person, require_coordinator
from bot.domain.projects import Project
from bot.domain.ratings import RatingState
from bot.domain.refusal import Refused
from bot.domain.tasks import Content
from bot.effects.find_project import coordinated
from bot.effects.view_evidence import Evidence, evidence_of
from storage import disputes, gold, gold_desk, jobs, lines, people, projects, tasks
from storage.database import Database, Tx

_MOST_OTHERS = 3
_JUDGED = (RatingState.accepted, RatingState.rejected)


@dataclass(frozen=True, slots=True)
class Listed:
    """The gold of a project on a page, with its figures."""

    project: Project
    stock: gold_desk.Stock
    items: list[gold_desk.Item]
    accuracy: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Given:
    """An answer that people gave in place of the known one, and how many did."""

    answer: dict[str, Any]
    people: int

    @property
    def sign(self) -> int:
        """A number that stands for the answer, wherever it stands on the card."""
        return crc32(_written(self.answer).encode())


@dataclass(frozen=True, slots=True)
class Card:
    """One gold task: what it shows, the known answer, and what was answered instead."""

    item: gold_desk.Item
    project: Project
    content: Content
    known: dict[str, Any]
    others: tuple[Given, ...]


@dataclass(frozen=True, slots=True)
class Concerned:
    """A rating of a known answer that fell, and what had been withheld for it."""

    project: Project
    job: Job
    line: Line

    @property
    def withheld(self) -> Money:
        """What is paid now."""
        return withheld(self.line)


@dataclass(frozen=True, slots=True)
class Missed:
    """A known answer that somebody missed, with what they answered and their objection."""

    person: Person
    facts: Evidence
    state: ScoreState
    decided_at: datetime
    dispute: Dispute | None


async def listed(db: Database, key: str, *, by: int, page: int, size: int) -> Listed:
    """The gold of the project, the doubted first."""
    async with db.read() as tx:
        project = await coordinated(tx, key, by)
        return Listed(
            project,
            await gold_desk.stock(tx, project.id),
            await gold_desk.page(tx, project.id, skip=page * size, most=size),
            await gold.accuracy_of_project(tx, project.id),
        )


async def card(db: Database, task_id: int, *, by: int) -> Card:
    """One gold task, for who coordinates its project."""
    async with db.read() as tx:
        return await sight(tx, task_id, by)


async def sight(tx: Tx, task_id: int, by: int) -> Card:
    """As `card`, in an open transaction."""
    person = await people.by_id(tx, by)
    require_coordinator(person)
    found = await gold_desk.item(tx, task_id)
    if found is None:
        raise Refused("gold-gone")
    one, project_id, known = found
    require_coordinator(person, project_id)
    project = await projects.by_id(tx, project_id)
    content, _ = await tasks.text_of(tx, task_id)
    return Card(one, project, content, known, await _others(tx, project, task_id, content, known))


async def _others(
    tx: Tx, project: Project, task_id: int, content: Content, known: dict[str, Any]
) -> tuple[Given, ...]:
    """The answers that were given in place of the known one, those of most people first."""
    names = [one.id for one in content.responses]
    said: Counter[str] = Counter()
    answers: dict[str, dict[str, Any]] = {}
    given = await jobs.of_task(tx, task_id)
    for score in await gold.of_task(tx, task_id):
        if score.correct:
            continue
        one = given[score.assignment_id]
        whole = answer_of(project.scheme, one.values, one.shown_order, names)
        answer = {name: whole[name] for name in known if name in whole}
        written = _written(answer)
        said[written] += 1
        answers[written] = answer
    most = sorted(said.items(), key=lambda one: (-one[1], one[0]))[:_MOST_OTHERS]
    return tuple(Given(answers[written], count) for written, count in most if answers[written])


def _written(answer: dict[str, Any]) -> str:
    """Equal answers in equal letters."""
    return json.dumps(answer, sort_keys=True)


async def missed(db: Database, number: str, by: int) -> Missed:
    """The known answer that the line of that number missed, for its person once it is judged."""
    async with db.read() as tx:
        line = await lines.by_number(tx, number)
        if line is None or line.assignment_id is None:
            raise Refused("stale-button")
        if line.person_id != by:
            raise Refused("not-yours")
        return await _missed(tx, line, by)


async def concerned(db: Database, number: str, by: int) -> Concerned:
    """The line of that number, for its person, after the known answer of its task fell."""
    async with db.read() as tx:
        line = await lines.by_number(tx, number)
        if line is None or line.person_id != by:
            raise Refused("not-yours")
        job = await jobs.by_id(tx, line.job_id or 0)
        return Concerned(await projects.by_id(tx, job.project_id), job, line)


async def _missed(tx: Tx, line: Line, by: int) -> Missed:
    score = await gold.of_assignment(tx, line.assignment_id or 0)
    facts = await evidence_of(tx, line)
    decided_at = facts.rating.decided_at if facts.rating else None
    judged = facts.assignment.state in _JUDGED
    if score is None or score.correct or not judged or decided_at is None:
        raise Refused("stale-button")
    person = await people.by_id(tx, by)
    dispute = await disputes.gold_of_line(tx, line.id)
    return Missed(person, facts, score.state, decided_at, dispute)
