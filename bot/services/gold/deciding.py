"""A known answer that is doubted: it stands, another one is right, or nobody knows."""

from datetime import datetime

from bot.domain.gold import GoldAct, ScoreState
from bot.domain.people import require_coordinator
from bot.domain.refusal import Refused
from bot.domain.tasks import TaskState
from bot.effects.fall_gold import fall_gold
from bot.effects.record import record
from bot.services.gold.looking import Card, sight
from storage import gold, gold_desk, people, projects, twins
from storage.database import Database, Tx


async def suspend(db: Database, task_id: int, *, by: int, cause: str, now: datetime) -> None:
    """Nobody is given the task, and no score on it counts, until somebody decides."""
    async with db.begin(cause) as tx:
        await _locked(tx, task_id, by, TaskState.open)
        await gold.change_answer(tx, task_id, state=TaskState.suspended)
        await gold.move_scores(tx, task_id, ScoreState.counts, ScoreState.suspended)
        await gold.decided(tx, task_id, GoldAct.suspended, by=by, now=now)
        await record(tx, "gold-suspended", f"task:{task_id}", by=by, now=now)


async def keep(db: Database, task_id: int, *, by: int, cause: str, now: datetime) -> None:
    """The known answer is right: the task is given again, and its scores count."""
    async with db.begin(cause) as tx:
        await decidable(tx, task_id, by)
        await stands(tx, task_id, by=by, now=now)


async def stands(tx: Tx, task_id: int, *, by: int, now: datetime) -> None:
    """The known answer of the suspended task is right."""
    await gold.change_answer(tx, task_id, state=TaskState.open)
    await gold.move_scores(tx, task_id, ScoreState.suspended, ScoreState.counts)
    await gold.decided(tx, task_id, GoldAct.kept, by=by, now=now)
    await record(tx, "gold-kept", f"task:{task_id}", by=by, now=now)


async def correct(
    db: Database, task_id: int, *, sign: int, by: int, cause: str, now: datetime
) -> None:
    """What people answered instead is right: the answer of that sign on the card."""
    async with db.begin(cause) as tx:
        found = await decidable(tx, task_id, by)
        answer = next((one.answer for one in found.others if one.sign == sign), None)
        if answer is None:
            raise Refused("stale-button")
        await fall_gold(tx, found.project, task_id, answer=answer, words=None, by=by, now=now)


async def withdraw(db: Database, task_id: int, *, by: int, cause: str, now: datetime) -> None:
    """Nobody knows: the task is given to nobody any more, and no score on it counts."""
    async with db.begin(cause) as tx:
        found = await decidable(tx, task_id, by)
        await fall_gold(tx, found.project, task_id, answer=None, words=None, by=by, now=now)


async def decidable(tx: Tx, task_id: int, by: int) -> Card:
    """The suspended task, for a coordinator whose own score and pay do not hang on it."""
    found = await _locked(tx, task_id, by, TaskState.suspended)
    if await gold.is_rated_by(tx, task_id, {by, *await twins.of_person(tx, by)}):
        raise Refused("own-work")
    return found


async def _locked(tx: Tx, task_id: int, by: int, state: TaskState) -> Card:
    """The gold task for who coordinates its project, which is kept to this transaction."""
    require_coordinator(await people.by_id(tx, by))
    found = await gold_desk.item(tx, task_id)
    if found is not None:
        await projects.lock(tx, found[1])
    one = await sight(tx, task_id, by)
    if one.item.state is not state:
        raise Refused("gold-decided")
    return one
