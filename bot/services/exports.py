"""Exporting ratings: streamed in pages, never half a task."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.domain.disputes import DisputeState
from bot.domain.projects import Project
from bot.domain.refusal import Refused
from bot.domain.schemes import Scheme, canonical, exported
from bot.domain.tasks import Task
from bot.effects.find_project import coordinated
from bot.formats import datacard
from bot.formats.votes import TaskVotes, Vote
from bot.formats.writing import writers
from storage import batches, people, projects, ratings, tasks
from storage.database import Database, Tx

_PAGE = 200


@dataclass(frozen=True, slots=True)
class Source:
    """A project to export, with all its tasks and their votes."""

    project: Project
    tasks: list[TaskVotes]
    batch: str | None = None


async def collect(
    db: Database, *, project_key: str, by: int | None, batch: str | None = None
) -> Source:
    """All tasks of a project with their votes, in the order of import, on one state.

    Of one `batch` it is what its client may see: without money.
    """
    async with db.read() as tx:
        project = await coordinated(tx, project_key, by)
        if batch is None:
            return Source(project, [one async for one in _tasks(tx, project.id)])
        part = await batches.by_number(tx, batch)
        if part is None or part.project_id != project.id:
            raise Refused("no-batch", number=batch)
        found = [_for_client(one) async for one in _tasks(tx, project.id, part.id)]
        return Source(project, found, batch)


def _for_client(task: TaskVotes) -> TaskVotes:
    return replace(
        task, votes=tuple(replace(one, pay_minor=None, currency=None) for one in task.votes)
    )


async def _tasks(tx: Tx, project_id: int, batch_id: int | None = None) -> AsyncIterator[TaskVotes]:
    versions = await projects.versions(tx, project_id)
    after = 0
    while page := await tasks.in_project(
        tx, project_id, batch_id=batch_id, after=after, limit=_PAGE
    ):
        after = page[-1].id
        rows = await ratings.votes(tx, [task.id for task in page])
        concerned = {row[who] for row in rows for who in ("person_id", "reviewer_id")}
        raters = await people.pseudonyms(tx, concerned - {None})
        by_task: dict[int, list[dict[str, Any]]] = {}
        for row in rows:
            by_task.setdefault(row["task_id"], []).append(row)
        for task in page:
            votes = [
                _vote(row, task, raters, versions, await _scheme(tx, row))
                for row in by_task.get(task.id, ())
            ]
            content = task.content
            yield TaskVotes(
                external_id=task.external_id, prompt=content.prompt,
                responses=tuple(replace(one, text=one.told) for one in content.responses),
                votes=tuple(votes), gold=task.gold,
            )  # fmt: skip


def _vote(
    row: dict[str, Any], task: Task, raters: dict[int, str],
    versions: dict[int, tuple[int, int, str]], scheme: Scheme,
) -> Vote:  # fmt: skip
    _, guideline, name = versions[row["terms"]["project_version_id"]]
    values = _values(row, "answer", scheme, task)
    reason = values.pop("reason", None)
    return Vote(
        vote_id=row["number"],
        task_id=str(task.id),
        external_id=task.external_id,
        rater=raters[row["person_id"]],
        tier=None,
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
        reviewer=raters.get(row["reviewer_id"]),
        pay_minor=row["pay_minor"],
        currency=row["currency"],
        batch=row["batch"] or "",
        fix=_fix(row, scheme, task),
    )


async def _scheme(tx: Tx, row: dict[str, Any]) -> Scheme:
    return await projects.scheme_of(tx, row["terms"]["project_version_id"])


def _values(row: dict[str, Any], which: str, scheme: Scheme, task: Task) -> dict[str, Any]:
    undone = canonical(scheme, row[which], row["shown_order"])
    return exported(scheme, undone, [one.id for one in task.content.responses])


def _fix(row: dict[str, Any], scheme: Scheme, task: Task) -> dict[str, Any] | None:
    """What a reviewer put in the place of the answer, unless that was overturned."""
    if row["fix"] is None or row["dispute"] == DisputeState.overturned:
        return None
    return _values(row, "fix", scheme, task)


@dataclass(frozen=True, slots=True)
class Rendered:
    """An export as files: the data, and the card that says what it is."""

    name: str
    body: bytes
    rows: int
    card_name: str
    card: bytes


def render(source: Source, form: str, made_at: datetime) -> Rendered:
    """The collected tasks in a format, with their data card; refused for an unknown format."""
    writer = writers.get(form)
    if writer is None:
        raise Refused("no-format", form=form, known=", ".join(writers))
    export = writer.write(source.tasks)

    body = b"".join(export)
    text = datacard.card(
        project=source.project.name,
        scheme=source.project.scheme.name,
        writer=writer,
        surveyed=datacard.survey(source.tasks),
        counts=export.counts,
        overlap_wanted=source.project.offer.overlap,
        made_at=made_at,
    )
    of = f"-{source.batch}" if source.batch else ""
    stem = f"{source.project.key}{of}-{form}"
    return Rendered(
        f"{stem}.{writer.extension}", body, export.counts.rows, f"{stem}.card.md", text.encode()
    )
