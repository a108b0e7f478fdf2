"""Comparing what was handed in with the answers that are known."""

from collections.abc import Collection
from datetime import datetime

from bot.domain.gold import GoldAct, ScoreState, answer_of, is_doubted, is_right
from bot.domain.jobs import Job
from bot.domain.ratings import Assignment
from bot.domain.rules import GoldRules
from bot.domain.tasks import TaskState
from storage import gold, projects, tasks
from storage.database import Tx

_STATES = {
    TaskState.suspended: ScoreState.suspended,
    TaskState.withdrawn: ScoreState.void,
}


async def score_gold(
    tx: Tx, job: Job, rated: Collection[Assignment], *, now: datetime, rules: GoldRules
) -> list[int]:
    """Score each rating of a gold task; returns the tasks whose known answer is doubted by it.

    The project is kept to this transaction.
    """
    known = await gold.known(tx, [one.task_id for one in rated])
    if not known:
        return []
    scheme = await projects.scheme_of(tx, job.terms.project_version_id)
    shown = await tasks.contents(tx, list(known))
    doubted = []
    for one in rated:
        if one.task_id not in known:
            continue
        answer, state = known[one.task_id]
        names = [each.id for each in shown[one.task_id].responses]
        right = is_right(scheme, answer, answer_of(scheme, one.values, one.shown_order, names))
        if right is None:
            continue
        await gold.add_score(
            tx, assignment_id=one.id, task_id=one.task_id, person_id=one.person_id,
            project_id=job.project_id, correct=right, now=now,
            state=_STATES.get(TaskState(state), ScoreState.counts),
        )  # fmt: skip
        if not right and state == TaskState.open and await _suspend(tx, one.task_id, now, rules):
            doubted.append(one.task_id)
    return doubted


async def _suspend(tx: Tx, task_id: int, now: datetime, rules: GoldRules) -> bool:
    """Take the task out of the mix where too many good raters missed its known answer."""
    since = await gold.stood_since(tx, task_id)
    if not is_doubted(await gold.answered(tx, task_id, after=since), rules):
        return False
    await gold.change_answer(tx, task_id, state=TaskState.suspended)
    await gold.move_scores(tx, task_id, ScoreState.counts, ScoreState.suspended)
    await gold.decided(tx, task_id, GoldAct.suspended, by=None, now=now)
    return True
