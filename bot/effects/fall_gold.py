"""A known answer that fell: scores on it, verdicts that rested on it, and everybody concerned."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.domain.disputes import DisputeState
from bot.domain.gold import GOLD_ITEM, GoldAct, ScoreState, answer_of, is_right
from bot.domain.projects import Project
from bot.domain.ratings import RatingState
from bot.domain.tasks import Content, TaskState
from bot.effects.make_up import make_up
from bot.effects.record import record
from bot.effects.tell import tell
from storage import disputes, erasing, gold, jobs, lines, people, tasks
from storage.database import Tx

_JUDGED = (RatingState.accepted, RatingState.rejected)


async def fall_gold(
    tx: Tx, project: Project, task_id: int, *, answer: Mapping[str, Any] | None,
    words: str | None, by: int | None, now: datetime,
) -> None:  # fmt: skip
    """Withdraw the known answer, or put `answer` in its place, with all that follows.

    Scores on it are void unless they are right by the new one; what was rejected for it is paid;
    objections to it are decided for who made them. The project is kept to this transaction.
    """
    act = GoldAct.withdrawn if answer is None else GoldAct.corrected
    if answer is None:
        await gold.change_answer(tx, task_id, state=TaskState.withdrawn)
    else:
        await gold.change_answer(tx, task_id, state=TaskState.open, gold=dict(answer))
    await gold.decided(tx, task_id, act, by=by, now=now)
    await record(tx, f"gold-{act}", f"task:{task_id}", by=by, now=now)
    concerned = await _rescore(tx, project, task_id, answer)
    repaid = await _repay(tx, task_id, words=words, by=by, now=now)
    told = await _decide(tx, task_id, words=words, by=by, now=now)
    for person_id, line in repaid.items():
        if person_id not in told:
            await tell(
                tx, await people.by_id(tx, person_id), "gold_repaid", key=f"gold:{line}:repaid",
                now=now, sound=True, can_wait=True, line=line,
            )  # fmt: skip
    for person_id, line in concerned.items():
        if person_id not in told and person_id not in repaid:
            await tell(
                tx, await people.by_id(tx, person_id), "gold_fell",
                key=f"gold:{line}:fell:{now.isoformat()}", now=now, can_wait=True, line=line,
            )  # fmt: skip


async def _rescore(
    tx: Tx, project: Project, task_id: int, answer: Mapping[str, Any] | None
) -> dict[int, str]:
    """Score everybody anew; returns who missed the answer that fell, each with the line."""
    content, _ = await tasks.text_of(tx, task_id)
    given = await jobs.of_task(tx, task_id)
    numbers = await lines.numbers_of_task(tx, task_id)
    missed, changes = {}, []
    for score in await gold.of_task(tx, task_id):
        one = given[score.assignment_id]
        right = answer is not None and bool(
            is_right(project.scheme, answer, said(project, content, one))
        )
        if not score.correct and score.state is not ScoreState.void and one.state in _JUDGED:
            missed[score.person_id] = numbers[one.id]
        state = ScoreState.counts if right else ScoreState.void
        changes.append((score.id, {"correct": right or score.correct, "state": state}))
    await gold.change_scores(tx, changes)
    return missed


def said(project: Project, content: Content, one: Any) -> dict[str, Any]:
    """What was answered in the assignment, as known answers are written."""
    names = [each.id for each in content.responses]
    return answer_of(project.scheme, one.values, one.shown_order, names)


async def _repay(
    tx: Tx, task_id: int, *, words: str | None, by: int | None, now: datetime
) -> dict[int, str]:
    """Make up for each rejection that rested on the answer, once; returns whose, with the line."""
    repaid = {}
    for line in await lines.locked(tx, await gold.unpaid_for(tx, task_id, GOLD_ITEM)):
        if line.job_id is None or await erasing.is_erased(tx, line.person_id):
            continue
        job = await jobs.by_id(tx, line.job_id)
        await make_up(tx, line, job, words=words, by=by, now=now)
        repaid[line.person_id] = line.number
    return repaid


async def _decide(
    tx: Tx, task_id: int, *, words: str | None, by: int | None, now: datetime
) -> set[int]:
    """Decide each open objection to the answer for its person, who is told; returns who."""
    told = set()
    for one in await disputes.about_gold(tx, task_id):
        await disputes.change(
            tx, one.id, state=DisputeState.overturned, decided_by=by, answer=words, decided_at=now
        )
        await tell(
            tx, await people.by_id(tx, one.person_id), "dispute_decided",
            key=f"dispute:{one.id}:{DisputeState.overturned}", now=now, sound=True, can_wait=True,
            number=one.number,
        )  # fmt: skip
        told.add(one.person_id)
    return told
