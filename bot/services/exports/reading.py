"""Reading what is to be exported: tasks with their votes, page by page, on one state."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from typing import Any

from bot.domain.disputes import DisputeState
from bot.domain.profiles import RATING
from bot.domain.projects import Project
from bot.domain.refusal import Refused
from bot.domain.schemes import Scheme, canonical, exported
from bot.domain.tasks import Task, Turn
from bot.formats.votes import TaskVotes, Vote
from bot.services.exports.order import Order
from storage import batches, export_facts, people, projects, ratings, tasks, tiers
from storage.database import Tx

_PAGE = 200


@dataclass(slots=True)
class Reader:
    """Reads one project; keeps what is the same for many votes, and nothing of the votes."""

    tx: Tx
    project: Project
    raters: dict[int, str] = field(default_factory=dict)
    tiers: dict[int, int] = field(default_factory=dict)
    who: set[int] = field(default_factory=set)
    schemes: dict[int, Scheme] = field(default_factory=dict)
    versions: dict[int, tuple[int, int, str]] = field(default_factory=dict)

    async def pages(self, order: Order) -> AsyncIterator[list[tuple[int, TaskVotes]]]:
        """The tasks in the order of import, each behind its id."""
        batch_id = await _batch(self.tx, order, self.project)
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

    async def prompts(self, order: Order) -> AsyncIterator[list[tuple[Turn, ...]]]:
        """The prompts of the tasks, a page at a time."""
        batch_id, after = await _batch(self.tx, order, self.project), 0
        while page := await tasks.in_project(
            self.tx, self.project.id, batch_id=batch_id, after=after, limit=_PAGE
        ):
            after = page[-1].id
            yield [task.content.prompt for task in page]

    async def _votes(self, page: list[Task]) -> list[TaskVotes]:
        ids = [task.id for task in page]
        rows = await ratings.votes(self.tx, ids)
        sure = await export_facts.confidence(self.tx, ids)
        await self._meet(rows)
        by_task: dict[int, list[dict[str, Any]]] = {}
        for row in rows:
            by_task.setdefault(row["task_id"], []).append(row)
        return [self._task(task, by_task.get(task.id, []), sure.get(task.id)) for task in page]

    async def _meet(self, rows: list[dict[str, Any]]) -> None:
        """Learn of whoever and of whatever version was not met before."""
        self.who.update(row["person_id"] for row in rows)
        concerned = {row[who] for row in rows for who in ("person_id", "reviewer_id")}
        if new := concerned - self.raters.keys() - {None}:
            self.raters |= await people.pseudonyms(self.tx, new)
            skill = self.project.offer.skill or RATING
            self.tiers |= await tiers.of_people(self.tx, new, skill)
        for version in {row["terms"]["project_version_id"] for row in rows} - self.schemes.keys():
            self.schemes[version] = await projects.scheme_of(self.tx, version)

    def _task(
        self, task: Task, rows: list[dict[str, Any]], confidence: float | None
    ) -> TaskVotes:  # fmt: skip
        content = task.content
        return TaskVotes(
            external_id=task.external_id, prompt=content.prompt,
            responses=tuple(replace(one, text=one.told) for one in content.responses),
            votes=tuple(self._vote(row, task) for row in rows), gold=task.gold,
            language=task.language, confidence=confidence,
        )  # fmt: skip

    def _vote(self, row: dict[str, Any], task: Task) -> Vote:
        version = row["terms"]["project_version_id"]
        _, guideline, name = self.versions[version]
        values = _values(row, "answer", self.schemes[version], task)
        reason = values.pop("reason", None)
        return Vote(
            vote_id=row["number"],
            task_id=str(task.id),
            external_id=task.external_id,
            rater=self.raters[row["person_id"]],
            tier=self.tiers.get(row["person_id"]),
            scheme=name,
            shown_order=tuple(row["shown_order"]),
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
            batch=row["batch"] or "",
            fix=_fix(row, self.schemes[version], task),
        )


async def _batch(tx: Tx, order: Order, project: Project) -> int | None:
    if order.batch is None:
        return None
    part = await batches.by_number(tx, order.batch)
    if part is None or part.project_id != project.id:
        raise Refused("no-batch", number=order.batch)
    return part.id


def _for_client(task: TaskVotes) -> TaskVotes:
    return replace(
        task, votes=tuple(replace(one, pay_minor=None, currency=None) for one in task.votes)
    )


def _values(row: dict[str, Any], which: str, scheme: Scheme, task: Task) -> dict[str, Any]:
    undone = canonical(scheme, row[which], row["shown_order"])
    return exported(scheme, undone, [one.id for one in task.content.responses])


def _fix(row: dict[str, Any], scheme: Scheme, task: Task) -> dict[str, Any] | None:
    """What a reviewer put in the place of the answer, unless that was overturned."""
    if row["fix"] is None or row["dispute"] == DisputeState.overturned:
        return None
    return _values(row, "fix", scheme, task)
