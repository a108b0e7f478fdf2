"""Reading what is to be exported: tasks with their votes, page by page, on one state."""

from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from bot.domain.main_question import main_question, parts_of
from bot.domain.profiles import RATING
from bot.domain.projects import Project
from bot.domain.refusal import Refused
from bot.domain.schemes import QuestionKind, Scheme, canonical, exported
from bot.domain.tasks import Response, Task
from bot.formats.votes import TaskVotes, Vote
from bot.services.exports.order import Order
from storage import batches, export_facts, people, projects, ratings, tasks, tiers
from storage.database import Tx
from storage.export_facts import Known

_PAGE = 200
Row = Mapping[str, Any]


@dataclass(slots=True)
class Reader:
    """Reads one project; keeps what is the same for many votes, and nothing of the votes."""

    tx: Tx
    project: Project
    raters: dict[int, str] = field(default_factory=dict)
    tiers: dict[int, int] = field(default_factory=dict)
    schemes: dict[int, Scheme] = field(default_factory=dict)
    versions: dict[int, tuple[int, int, str]] = field(default_factory=dict)
    batches: dict[int | None, str] = field(default_factory=lambda: {None: ""})

    async def pages(self, order: Order) -> AsyncIterator[list[tuple[int, TaskVotes]]]:
        """The tasks in the order of import, each behind its id."""
        batch_id = await self.batch_id(order)
        self.versions = await projects.versions(self.tx, self.project.id)
        after = order.after
        while page := await tasks.in_project(
            self.tx, self.project.id, batch_id=batch_id, after=after, limit=_PAGE
        ):
            after = page[-1].id
            kept = [one for one in page if order.until is None or one.id <= order.until]
            if kept:
                found = await self._votes(kept)
                yield [(task.id, one if order.batch is None else _for_client(one))
                       for task, one in zip(kept, found, strict=True)]  # fmt: skip
            if len(kept) < len(page):
                return

    async def batch_id(self, order: Order) -> int | None:
        """The import that the export is of; none for the whole project."""
        if order.batch is None:
            return None
        part = await batches.by_number(self.tx, order.batch)
        if part is None or part.project_id != self.project.id:
            raise Refused("no-batch", number=order.batch)
        return part.id

    def ids_of(self, pseudonyms: Collection[str]) -> list[int]:
        """The people behind these pseudonyms, of those that were met."""
        return [who for who, pseudonym in self.raters.items() if pseudonym in pseudonyms]

    async def _votes(self, page: list[Task]) -> list[TaskVotes]:
        ids = [task.id for task in page]
        rows = await ratings.votes(self.tx, ids)
        known = await export_facts.answers(self.tx, ids)
        await self._meet(rows)
        if new := {task.batch_id for task in page} - self.batches.keys():
            self.batches |= await export_facts.batch_numbers(self.tx, new)
        by_task: dict[int, list[Row]] = {}
        for row in rows:
            by_task.setdefault(row["task_id"], []).append(row)
        nothing = Known(None, None)
        return [
            self._task(task, by_task.get(task.id, []), known.get(task.id, nothing))
            for task in page
        ]  # fmt: skip

    async def _meet(self, rows: Sequence[Row]) -> None:
        """Learn of whoever and of whatever version was not met before."""
        concerned = {row[who] for row in rows for who in ("person_id", "reviewer_id")}
        if new := concerned - self.raters.keys() - {None}:
            self.raters |= await people.pseudonyms(self.tx, new)
            skill = self.project.offer.skill or RATING
            self.tiers |= await tiers.of_people(self.tx, new, skill)
        for version in {row["version_id"] for row in rows} - self.schemes.keys():
            self.schemes[version] = await projects.scheme_of(self.tx, version)

    def _task(self, task: Task, rows: Sequence[Row], known: Known) -> TaskVotes:
        content = task.content
        ids = [one.id for one in content.responses]
        return TaskVotes(
            external_id=task.external_id, prompt=content.prompt,
            responses=tuple(map(_told, content.responses)),
            votes=tuple(self._vote(row, task, ids) for row in rows), gold=task.gold,
            language=task.language, confidence=known.confidence,
            adjudicated=self._adjudicated(known, ids),
        )  # fmt: skip

    def _adjudicated(self, known: Known, responses: Sequence[str]) -> tuple[str, Any] | None:
        question = main_question(self.project.scheme)
        if known.adjudicated is None or question is None:
            return None
        parts = parts_of(question, known.adjudicated, responses)
        several = question.kind in (QuestionKind.rank, QuestionKind.many)
        return question.id, parts if several else parts[0]

    def _vote(self, row: Row, task: Task, ids: Sequence[str]) -> Vote:
        version, order = row["version_id"], row["shown_order"]
        _, guideline, name = self.versions[version]
        scheme, fix = self.schemes[version], row["fix"]
        values = exported(scheme, canonical(scheme, row["answer"], order), ids)
        reason = values.pop("reason", None)
        return Vote(
            vote_id=row["number"],
            task_id=str(task.id),
            external_id=task.external_id,
            rater=self.raters[row["person_id"]],
            tier=self.tiers.get(row["person_id"]),
            scheme=name,
            shown_order=tuple(order),
            values=values,
            reason=str(reason) if reason is not None else None,
            claimed_at=row["claimed_at"],
            submitted_at=row["submitted_at"],
            active_seconds=round(row["active_seconds"]),
            guideline_version=guideline,
            gold=task.gold,
            verdict=row["state"],
            reviewer=self.raters.get(row["reviewer_id"]),
            pay_minor=row["pay_minor"],
            currency=row["currency"],
            batch=self.batches[task.batch_id],
            fix=None if fix is None else exported(scheme, canonical(scheme, fix, order), ids),
        )


def _told(response: Response) -> Response:
    return response if response.image is None else replace(response, text=response.told)


def _for_client(task: TaskVotes) -> TaskVotes:
    return replace(
        task, votes=tuple(replace(one, pay_minor=None, currency=None) for one in task.votes)
    )
