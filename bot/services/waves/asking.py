"""Asking people privately: who is next, and a place held for each."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.domain.calls import Call, CallState
from bot.domain.notices import Priority
from bot.domain.projects import Project, ProjectState
from bot.domain.refusal import Refused
from bot.domain.rules import Rules
from bot.domain.waves import (
    Candidate,
    Cursor,
    Round,
    after_end,
    after_looked,
    asks_only_list,
    in_order,
    look_again,
    may_disturb,
    start_of,
    wave_size,
)
from bot.effects.gates import is_qualified
from bot.effects.measured import with_quality
from bot.effects.next_task import has_next
from bot.effects.record import record
from bot.effects.right_to_claim import require_right
from bot.effects.tell import tell
from bot.effects.touch_call import left, touch_calls
from bot.insistence import each
from storage import calls, offers, people, projects, waves
from storage.database import Database, Tx
from storage.waves import Plan

# Looked at in one go: more of them would make everybody's taps wait on SQLite.
_PAGE = 100


@dataclass(frozen=True, slots=True)
class _Found:
    """Who is asked next, how far somebody looked, and whether there is more to look at."""

    people: tuple[int, ...] = ()
    cursor: Cursor | None = None
    more: bool = False


async def ask_due(db: Database, *, now: datetime, rules: Rules) -> int:
    """Sweep: places of calls that go privately are offered to who comes next; how many were."""
    async with db.look() as tx:
        due = await waves.due(tx, now, 100)

    async def ask(call_id: int) -> int:
        async with db.read() as tx:
            found = await _whom(tx, call_id, now, rules)
        async with db.begin() as tx:
            return await _offer(tx, call_id, found, now, rules)

    return await each(due, ask)


async def _free(tx: Tx, call: Call, project: Project) -> int:
    """How many places of the call nothing holds; none where it offers nothing now."""
    if call.state is not CallState.live or call.drawing or not call.waves:
        return 0
    return await left(tx, call) if project.state is ProjectState.open else 0


async def _whom(tx: Tx, call_id: int, now: datetime, rules: Rules) -> _Found:
    call = await calls.by_id(tx, call_id)
    project = await projects.by_id(tx, call.project_id)
    plan = await waves.plan_of(tx, call_id)
    room = wave_size(await _free(tx, call, project), plan.untold)
    if not room:
        return _Found(cursor=plan.cursor, more=True)
    cursor = start_of(plan.cursor, now)
    spoken = project.offer.languages
    listed = await waves.on_list(tx, call_id, cursor.listed, spoken, now, room + _PAGE)
    ranked = in_order(listed, now)
    chosen, looked = await _fitting(tx, project, ranked, room, now, rules)
    if looked:
        cursor = replace(cursor, listed=ranked[looked - 1].listed or 0)
    more = len(listed) == room + _PAGE
    if len(chosen) == room or more:
        return _Found(tuple(chosen), cursor, more)
    return await _behind_list(tx, call_id, plan, project, chosen, cursor, room, now, rules)


async def _behind_list(
    tx: Tx, call_id: int, plan: Plan, project: Project, chosen: list[int], cursor: Cursor,
    room: int, now: datetime, rules: Rules,
) -> _Found:  # fmt: skip
    """Round after round, until the places are full or there is more to look at than one page."""
    while cursor.round is not Round.rest:
        if cursor.round is not Round.behind and _only_list(plan, now, rules):
            break
        page = await _page(tx, call_id, cursor, project, now)
        ranked = in_order(await with_quality(tx, page, project), now)
        taken, looked = await _fitting(tx, project, ranked, room - len(chosen), now, rules)
        chosen += taken
        cursor = after_looked(cursor, page, {one.person_id for one in ranked[:looked]})
        if len(chosen) == room or len(page) == _PAGE:
            return _Found(tuple(chosen), cursor, more=True)
        cursor = after_end(cursor, now)
    return _Found(tuple(chosen), cursor)


async def _page(
    tx: Tx, call_id: int, cursor: Cursor, project: Project, now: datetime
) -> list[Candidate]:
    spoken = project.offer.languages
    if cursor.round is Round.behind:
        after = cursor.person_id
        return await waves.on_list(tx, call_id, after, spoken, now, _PAGE, behind=True)
    return await waves.idle(tx, call_id, cursor, spoken, now, _PAGE)


def _only_list(plan: Plan, now: datetime, rules: Rules) -> bool:
    hold = timedelta(minutes=rules.offer_minutes)
    return asks_only_list(plan.opened_at, now, posted=plan.posted, hold=hold)


async def _fitting(
    tx: Tx, project: Project, candidates: list[Candidate], room: int, now: datetime, rules: Rules
) -> tuple[list[int], int]:
    """The first of them who may have a job and may be asked now; and how many were looked at."""
    found: list[int] = []
    looked = 0
    for one in candidates:
        if len(found) == room:
            break
        looked += 1
        if await _may(tx, one, project, now, rules):
            found.append(one.person_id)
    return found, looked


async def _may(tx: Tx, one: Candidate, project: Project, now: datetime, rules: Rules) -> bool:
    person = await people.by_id(tx, one.person_id)
    if one.listed is None and not may_disturb(person, now):
        return False
    try:
        await require_right(tx, person, project, now=now, rules=rules)
    except Refused:
        return False
    if not await is_qualified(tx, person, project, now=now):
        return False
    return await has_next(tx, person.id, project)


async def _offer(tx: Tx, call_id: int, found: _Found, now: datetime, rules: Rules) -> int:
    call = await calls.locked(tx, call_id)
    project = await projects.by_id(tx, call.project_id)
    plan = await waves.plan_of(tx, call_id)
    free = await _free(tx, call, project)
    asked = 0
    for person_id in found.people[: wave_size(free, plan.untold)]:
        asked += await _hold(tx, call, person_id, now, rules)
    hold = timedelta(minutes=rules.offer_minutes)
    again = look_again(
        now, opened_at=plan.opened_at, hold=hold, only_list=_only_list(plan, now, rules),
        more=found.more,
    )  # fmt: skip
    # Who was to be asked when the places were taken meanwhile is not passed over.
    cursor = found.cursor if asked == len(found.people) else plan.cursor
    # With a place held for everybody asked, the next place that comes back wakes the call.
    await waves.plan(tx, call_id, at=again if free > asked else None, cursor=cursor)
    if asked:
        await touch_calls(tx, call.project_id, now=now, only_fewer=True)
    return asked


async def _hold(tx: Tx, call: Call, person_id: int, now: datetime, rules: Rules) -> int:
    if await waves.was_asked(tx, call.id, person_id):
        # Asked, and answered already, since somebody looked.
        return 0
    until = now + timedelta(minutes=rules.offer_minutes)
    held = await offers.hold(tx, call.id, person_id, now=now, until=until, private=True)
    if held is None:
        return 0
    person = await people.by_id(tx, person_id)
    await tell(
        tx, person, "private_call", key=f"offer:{held}", now=now, priority=Priority.call,
        sound=True, expires_at=until, offer_id=held,
    )  # fmt: skip
    after = {"person": person_id, "private": True}
    await record(tx, "place-held", f"call:{call.number}", by=None, now=now, after=after)
    return 1
