"""Once a night: every project with new ratings is measured, and its answers are made anew."""

import logging
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import Final

from bot.computing import ComputeFailed, Computes, person_figures, question_figures
from bot.domain.measuring import NIGHT_HOUR, TRIED_AGAIN, Failure, PersonFigures, night_of
from bot.domain.refusal import Repeated
from bot.effects.weigh_answer import weigh_answers
from bot.insistence import each, insistently
from bot.services.measuring.gathering import Gathered, gather
from storage import causes, measures, projects, unmeasured
from storage.database import Database
from storage.measures import PersonMeasure

_log = logging.getLogger(__name__)

_TASKS: Final = 20  # of which the answers are made anew in one transaction


async def measure_of_the_night(
    db: Database, compute: Computes, *, now: datetime, hour: int = NIGHT_HOUR
) -> int:
    """Sweep: once a night, project by project; what was done is not done again after a stop.

    A project that fails is tried again every hour, and holds up no other. Returns how many were
    measured.
    """
    night = night_of(now, hour)
    if night is None:
        return 0
    whole = f"measure:{night}"
    is_first = not await _is_done(db, whole)
    due = await (_due(db) if is_first else _again(db, now))

    async def one(project_id: int) -> int:
        cause = f"{whole}:{project_id}"
        if await _is_done(db, cause):
            return 0
        try:
            await measure(db, compute, project_id=project_id, now=now)
        except Exception as error:  # noqa: BLE001 - it is told, and tried again
            _log.exception("project %d could not be measured", project_id)
            await _failed(db, project_id, error, now=now)
            return 0
        return await _measured_now(db, project_id, cause)

    done = await each(due, one)
    if is_first:
        await causes.note(db, whole)
    return done


async def _due(db: Database) -> list[int]:
    """What there is to measure in a night; what failed before and has nothing new is over."""
    async with db.read() as tx:
        due = await measures.due(tx)
        before = {one.project_id for one in await unmeasured.everything(tx)}
    for project_id in sorted(before - set(due)):
        async with db.begin() as tx:
            await unmeasured.over(tx, project_id)
    if due:
        await measures.look_over(db)
    return due


async def _again(db: Database, now: datetime) -> list[int]:
    """What failed this night and is to be tried again by now."""
    async with db.look() as tx:
        return [one.project_id for one in await unmeasured.everything(tx) if one.again_at <= now]


async def _failed(db: Database, project_id: int, error: Exception, *, now: datetime) -> None:
    reason = Failure.computing if isinstance(error, ComputeFailed) else Failure.fault
    async with db.begin() as tx:
        await unmeasured.failed(tx, project_id, reason, again_at=now + TRIED_AGAIN, now=now)


async def _measured_now(db: Database, project_id: int, cause: str) -> int:
    """Write down that it was done, unless another process has; what failed before is over."""
    try:
        async with db.begin(cause) as tx:
            await unmeasured.over(tx, project_id)
            return 1
    except Repeated:
        return 0


async def measure(db: Database, compute: Computes, *, project_id: int, now: datetime) -> None:
    """Measure the project, keep the figures, and make its answers anew with the new weights."""
    found = await gather(db, project_id)
    questions = [await compute(question_figures, one) for one in found.questions.values()]
    # Without a main question the first one stands for how somebody agrees with others.
    compared = found.questions[found.main.id] if found.main else None
    compared = compared or next(iter(found.questions.values()), None)
    async with db.look() as tx:
        known = await measures.gold_of(tx, project_id)
    people = await compute(person_figures, found.worked, compared, found.labels, known)

    async def keep() -> None:
        async with db.begin() as tx:
            await measures.put_questions(tx, project_id, questions, now=now)
            await measures.put_people(
                tx, project_id, [_measured(found, project_id, one, now) for one in people]
            )

    await insistently(keep)
    await answers_anew(db, project_id=project_id, task_ids=sorted(found.tasks), now=now)


async def answers_anew(
    db: Database, *, project_id: int, task_ids: Sequence[int], now: datetime
) -> None:
    """Make the answers of these tasks from their votes and the weights as they are, by pages."""

    async def weigh(ids: tuple[int, ...]) -> None:
        async with db.begin() as tx:
            await projects.lock(tx, project_id)
            await weigh_answers(tx, project_id, ids, now=now)

    for start in range(0, len(task_ids), _TASKS):
        await insistently(partial(weigh, tuple(task_ids[start : start + _TASKS])))


def _measured(
    found: Gathered, project_id: int, one: PersonFigures, now: datetime
) -> PersonMeasure:
    first_chosen, first_of = found.first.get(one.person_id, (0, 0))
    return PersonMeasure(
        person_id=one.person_id, project_id=project_id, peers=one.peers, why=one.why,
        units=one.units, first_chosen=first_chosen, first_of=first_of, seconds=one.seconds,
        ratings=one.ratings, accuracy=one.right, at=now,
    )  # fmt: skip


async def _is_done(db: Database, cause: str) -> bool:
    async with db.look() as tx:
        return await causes.is_known(tx, cause)
