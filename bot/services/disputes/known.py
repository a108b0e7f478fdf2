"""Disputes about a known answer: what it is about, and what becomes of the answer."""

from datetime import datetime

from bot.domain.disputes import Dispute
from bot.domain.gold import GOLD_ITEM, GoldAct, ScoreState, answer_of
from bot.domain.lines import Line
from bot.domain.ratings import RatingState
from bot.domain.refusal import Refused
from bot.domain.reviews import Review
from bot.domain.tasks import TaskState
from bot.effects.fall_gold import fall_gold
from storage import disputes, gold, jobs, projects, ratings, tasks
from storage.database import Tx

_JUDGED = (RatingState.accepted, RatingState.rejected)


async def task_of(tx: Tx, line: Line, review: Review) -> int | None:
    """The gold task, where the verdict rests on a known answer."""
    if review.item != GOLD_ITEM or line.assignment_id is None:
        return None
    task_id = (await jobs.assignment(tx, line.assignment_id)).task_id
    return task_id if await gold.known(tx, [task_id]) else None


async def missed_on(tx: Tx, line: Line) -> tuple[int, datetime, Dispute | None]:
    """The gold task that the person missed, since when they can see it, and their dispute.

    Refused where it was not missed, or is not judged yet.
    """
    if line.assignment_id is None:
        raise Refused("stale-button")
    score = await gold.of_assignment(tx, line.assignment_id)
    rating = await ratings.latest(tx, line.assignment_id)
    # One that was returned has a verdict, yet nothing is judged: it would tell gold from others.
    judged = (await jobs.assignment(tx, line.assignment_id)).state in _JUDGED
    if score is None or score.correct or not judged:
        raise Refused("stale-button")
    if rating is None or rating.decided_at is None:
        raise Refused("stale-button")
    known = await disputes.gold_of_line(tx, line.id)
    if known is None and score.state is ScoreState.void:
        raise Refused("dispute-nothing")
    return score.task_id, rating.decided_at, known


async def hold_score(tx: Tx, line: Line) -> None:
    """While it is disputed a score counts for nothing."""
    score = await gold.of_assignment(tx, line.assignment_id or 0)
    if score is not None and score.state is not ScoreState.void:
        await gold.change_score(tx, score.id, state=ScoreState.disputed)


async def stands(tx: Tx, dispute: Dispute, line: Line, *, by: int | None, now: datetime) -> None:
    """The known answer was found right: the score counts again."""
    score = await gold.of_assignment(tx, line.assignment_id or 0)
    state = (await tasks.by_id(tx, dispute.task_id or 0)).state
    if score is not None and score.state is ScoreState.disputed:
        doubted = state is TaskState.suspended
        after = ScoreState.suspended if doubted else ScoreState.counts
        await gold.change_score(tx, score.id, state=after)
    if state is TaskState.open:
        await gold.decided(tx, dispute.task_id or 0, GoldAct.kept, by=by, now=now)


async def falls(
    tx: Tx, dispute: Dispute, line: Line, *, correct: bool, words: str | None, by: int | None,
    now: datetime,
) -> None:  # fmt: skip
    """The known answer fell; what the person answered takes its place where that is right."""
    task_id = dispute.task_id or 0
    one = await jobs.assignment(tx, line.assignment_id or 0)
    project = await projects.by_id(tx, line.project_id or 0)
    content, _ = await tasks.text_of(tx, task_id)
    known = (await gold.known(tx, [task_id]))[task_id][0]
    names = [each.id for each in content.responses]
    said = answer_of(project.scheme, one.values, one.shown_order, names)
    answer = {name: said[name] for name in known if name in said} if correct else {}
    await fall_gold(tx, project, task_id, answer=answer or None, words=words, by=by, now=now)
