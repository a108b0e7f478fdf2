"""Calls that are planned: the list, one of them, and holding it, going on with it, ending it."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.calls import CallState
from bot.domain.people import Person, require_coordinator
from bot.domain.places import Place, Topic, TopicState
from bot.domain.projects import Project
from bot.domain.refusal import Refused
from bot.domain.schedules import Schedule, ScheduleState, require_sensible
from bot.effects.record import record
from bot.services.calls.planning import require_apart
from storage import calls, chats, people, projects, schedules, topics
from storage.database import Database, Tx


@dataclass(frozen=True, slots=True)
class Planned:
    """A plan with all that its screen shows; `call` is the number of its call that stands."""

    plan: Schedule
    project: Project
    maker: Person
    places: list[Place]
    call: str | None


async def planned(db: Database, *, by: int) -> list[Planned]:
    """The plans that have not ended, of the projects that the person coordinates."""
    async with db.read() as tx:
        person = await people.by_id(tx, by)
        require_coordinator(person)
        return [
            await _planned(tx, plan)
            for plan in await schedules.kept(tx)
            if person.may_coordinate(plan.project_id)
        ]


async def one_planned(db: Database, *, number: str, by: int) -> Planned:
    """One plan; for who coordinates its project."""
    async with db.read() as tx:
        plan = await schedules.by_number(tx, number)
        if plan is None:
            raise Refused("schedule-ended")
        require_coordinator(await people.by_id(tx, by), plan.project_id)
        return await _planned(tx, plan)


async def _planned(tx: Tx, plan: Schedule) -> Planned:
    call = await calls.by_id(tx, plan.call_id) if plan.call_id else None
    places = []
    for chat_id, thread_id in plan.places:
        chat = await chats.by_id(tx, chat_id)
        if chat is None:
            continue
        topic = None
        if thread_id is not None:
            known = await topics.by_id(tx, chat_id, thread_id)
            topic = known or Topic(chat_id, thread_id, "", TopicState.open)
        places.append(Place(chat, topic))
    return Planned(
        plan, await projects.by_id(tx, plan.project_id), await people.by_id(tx, plan.created_by),
        places, call.number if call and call.state is not CallState.closed else None,
    )  # fmt: skip


async def hold(db: Database, *, number: str, by: int, cause: str, now: datetime) -> None:
    """Nothing goes out by the plan until somebody goes on with it."""
    async with db.begin(cause) as tx:
        plan = await _own(tx, number, by)
        if plan.state is ScheduleState.paused:
            return
        await schedules.change(tx, plan.id, state=ScheduleState.paused, next_at=None)
        await record(tx, "schedule-paused", f"schedule:{number}", by=by, now=now)


async def resume(db: Database, *, number: str, by: int, cause: str, now: datetime) -> None:
    """The plan goes on from now, in the name of who says so; what passed is not made up."""
    async with db.begin(cause) as tx:
        plan = await _own(tx, number, by)
        if plan.state is ScheduleState.active:
            return
        first = require_sensible(plan.when, now)
        await require_apart(tx, plan.project_id, plan.places, plan.when, now)
        await schedules.change(
            tx, plan.id, state=ScheduleState.active, next_at=first, created_by=by, skipped=None
        )
        await record(tx, "schedule-resumed", f"schedule:{number}", by=by, now=now)


async def end(db: Database, *, number: str, by: int, cause: str, now: datetime) -> None:
    """Nothing goes out by the plan any more; a call that stands by it stays."""
    async with db.begin(cause) as tx:
        plan = await _own(tx, number, by)
        await schedules.change(tx, plan.id, state=ScheduleState.ended, next_at=None)
        await record(tx, "schedule-ended", f"schedule:{number}", by=by, now=now)


async def _own(tx: Tx, number: str, by: int) -> Schedule:
    plan = await schedules.by_number(tx, number, lock=True)
    if plan is None or plan.state is ScheduleState.ended:
        raise Refused("schedule-ended")
    require_coordinator(await people.by_id(tx, by), plan.project_id)
    return plan
