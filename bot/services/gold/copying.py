"""Decided tasks on which everybody agreed, made gold for others."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.domain.gold import GoldAct, agreed, answer_of
from bot.domain.projects import Project
from bot.domain.tasks import Content, TaskState
from bot.effects.find_project import coordinated
from bot.effects.record import record
from storage import gold, gold_desk, projects, ratings, tasks
from storage.database import Database, Tx

# So many are made at once, of so many that are looked at.
_MOST, _PAGE = 20, 200
_STANDS = ("submitted", "accepted")
_TAKEN = ("project_id", "content", "language", "priority", "metadata", "predictions")


async def copy_decided(db: Database, key: str, *, by: int, cause: str, now: datetime) -> int:
    """Make a gold task of each decided one on which all agree, at most 20; returns how many.

    It is a new task with the same content; who rated the first never gets the second.
    """
    async with db.begin(cause) as tx:
        project = await coordinated(tx, key, by)
        await projects.lock(tx, project.id)
        made: list[dict[str, Any]] = []
        after = 0
        while len(made) < _MOST and (
            page := await gold_desk.copyable(tx, project.id, after=after, most=_PAGE)
        ):
            made += await _of_page(tx, project, page)
            after = page[-1]["id"]
        made = made[:_MOST]
        if not made:
            return 0
        await tasks.add(tx, made, state=TaskState.open)
        for task_id in await gold_desk.made_of(tx, [row["copied_from"] for row in made]):
            await gold.decided(tx, task_id, GoldAct.copied, by=by, now=now)
        after_ = {"tasks": len(made)}
        await record(tx, "gold-copied", f"project:{project.key}", by=by, now=now, after=after_)
        return len(made)


async def _of_page(tx: Tx, project: Project, page: list[dict[str, Any]]) -> list[dict[str, Any]]:
    votes: dict[int, list[Mapping[str, Any]]] = {}
    for vote in await ratings.votes(tx, [row["id"] for row in page]):
        votes.setdefault(vote["task_id"], []).append(vote)
    taken = {f"{row['external_id'][:190]}#gold" for row in page}
    known = await tasks.known_ids(tx, project.id, sorted(taken))
    made = []
    for row in page:
        name = f"{row['external_id'][:190]}#gold"
        answer = _agreed(project, row, votes.get(row["id"], []))
        if answer is None or name in known:
            continue
        values = {column: row[column] for column in _TAKEN}
        made.append(
            values
            | {
                "external_id": name, "overlap": 0, "gold": answer, "copied_from": row["id"],
                "batch_id": None, "came_with": None,
            }
        )  # fmt: skip
    return made


def _agreed(
    project: Project, row: dict[str, Any], votes: Sequence[Mapping[str, Any]]
) -> dict[str, Any] | None:
    """What all who rated the task say; none where a reviewer had to correct one of them."""
    stands = [one for one in votes if one["state"] in _STANDS]
    if any(one["fix"] for one in stands):
        return None
    names = [one.id for one in Content.from_json(row["content"]).responses]
    said = [answer_of(project.scheme, one["answer"], one["shown_order"], names) for one in stands]
    return agreed(project.scheme, said)
