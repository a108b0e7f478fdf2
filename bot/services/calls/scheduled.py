"""Plans whose moment has come: a call goes out, the standing one is renewed, or it is skipped."""

from datetime import datetime
from random import Random

from bot.domain.calls import Call
from bot.domain.draws import NewDraw, new_seed
from bot.domain.people import Person, Role, require_coordinator
from bot.domain.projects import Project, require_open
from bot.domain.refusal import Refused
from bot.domain.rules import Rules
from bot.domain.schedules import Due, Key, Outcome, Schedule, ScheduleState, due
from bot.effects.record import record
from bot.effects.tell import tell
from bot.effects.touch_call import close, touch_calls
from bot.insistence import each
from bot.services.calls.posting import in_journal, open_call, place_of, put_up, require_meant
from bot.services.calls.renewing import renew
from storage import calls, people, posts, projects, schedules
from storage.database import Database, Tx
from storage.posts import Post


async def post_due(db: Database, *, now: datetime, rules: Rules, random: Random) -> int:
    """Sweep: every plan whose moment has come is carried out or skipped; returns how many."""
    async with db.look() as tx:
        waiting = await schedules.due(tx, now)

    async def one(schedule_id: int) -> int:
        async with db.begin() as tx:
            plan = await schedules.locked(tx, schedule_id)
            found = due(plan, now)
            if found is None:
                return 0
            await _carry_out(tx, plan, found, now, _draw(plan, rules, random))
            return 1

    return await each(waiting, one)


async def post_now(
    db: Database, *, number: str, by: int, cause: str, now: datetime, rules: Rules, random: Random
) -> str:
    """Carry the plan out at once, besides its moments; returns the number of the call.

    What goes out only once has gone out then.
    """
    async with db.begin(cause) as tx:
        plan = await schedules.by_number(tx, number, lock=True)
        if plan is None or plan.state is ScheduleState.ended:
            raise Refused("schedule-ended")
        require_coordinator(await people.by_id(tx, by), plan.project_id)
        draw = _draw(plan, rules, random)
        outcome, call = await _go_out(tx, plan, by, f"now:{cause}", now, draw)
        await schedules.ran(
            tx, plan.id, now, at=now, outcome=outcome, reason=None, call_id=call.id
        )
        once = {} if plan.when.cron else {"state": ScheduleState.ended, "next_at": None}
        await schedules.change(tx, plan.id, call_id=call.id, skipped=None, **once)
        return call.number


def _draw(plan: Schedule, rules: Rules, random: Random) -> NewDraw | None:
    return NewDraw(rules.draw_seconds, new_seed(random)) if plan.draw else None


async def _carry_out(
    tx: Tx, plan: Schedule, found: Due, now: datetime, draw: NewDraw | None
) -> None:
    outcome, call_id, no = Outcome.skipped, plan.call_id, None
    if found.is_missed:
        no = Refused("schedule-missed")
    else:
        key = f"at:{found.moment.isoformat()}"
        try:
            outcome, call = await _go_out(tx, plan, plan.created_by, key, now, draw)
            call_id = call.id
        except Refused as refusal:
            # It is raised before anything is written.
            no = refusal
    noted = await schedules.ran(
        tx, plan.id, found.moment, at=now, outcome=outcome, reason=no.reason if no else None,
        call_id=call_id,
    )  # fmt: skip
    values = _afterwards(found, no)
    await schedules.change(tx, plan.id, call_id=call_id, **values)
    if no is not None and noted:
        await record(
            tx, "schedule-skipped", f"schedule:{plan.number}", by=None, now=now,
            after={"reason": no.reason},
        )  # fmt: skip
        if plan.skipped != no.reason:
            await _tell(tx, plan, found, no, now)


def _afterwards(found: Due, no: Refused | None) -> dict[str, object]:
    reason = no.reason if no else None
    if found.next_at is None or reason == "project-closed":
        return {"state": ScheduleState.ended, "next_at": None, "skipped": reason}
    if reason == "not-coordinator":
        # Somebody who may has to take it over.
        return {"state": ScheduleState.paused, "next_at": None, "skipped": reason}
    return {"next_at": found.next_at, "skipped": reason}


async def _tell(tx: Tx, plan: Schedule, found: Due, no: Refused, now: datetime) -> None:
    """Why nothing went out, once for each spell of the same reason."""
    for person in await _whom(tx, plan, no.reason):
        await tell(
            tx, person, "schedule_skipped", now=now, can_wait=True, number=plan.number,
            key=f"schedule:{plan.id}:{found.moment.isoformat()}:{person.id}", reason=no.reason,
            facts=no.facts, moment=found.moment.isoformat(),
        )  # fmt: skip


async def _whom(tx: Tx, plan: Schedule, reason: str) -> list[Person]:
    if reason != "not-coordinator":
        return [await people.by_id(tx, plan.created_by)]
    hall = await people.with_role(tx, Role.admin, Role.coordinator)
    here = await people.coordinators_of(tx, {plan.project_id})
    return list({person.id: person for person in (*hall, *here)}.values())


async def _go_out(
    tx: Tx, plan: Schedule, by: int, key: str, now: datetime, draw: NewDraw | None
) -> tuple[Outcome, Call]:
    """A call of the plan stands in its places; refused, before anything is written, with why."""
    project = await projects.locked(tx, plan.project_id)
    require_coordinator(await people.by_id(tx, by), project.id)
    require_open(project)
    if await projects.open_slots(tx, project.id) == 0:
        raise Refused("no-open-tasks", project=project.name)
    good, lost = await _parted(tx, plan, project)
    if not good and not plan.waves:
        raise Refused("schedule-no-place")
    standing = await _standing(tx, plan, good)
    if standing is not None and standing.drawing:
        raise Refused("call-drawing", number=standing.number)
    if standing is not None and draw is None:
        return Outcome.renewed, await _renewed(tx, standing, plan, good, by, key, now)
    if standing is not None and standing.id != plan.call_id:
        raise Refused("call-stands", number=standing.number)
    if standing is not None:
        await close(tx, standing, now=now)
    call = await open_call(
        tx, project, good, limit=plan.limit, draw=draw, waves=plan.waves, by=by, now=now,
        plan=plan.number,
    )  # fmt: skip
    for chat_id, thread_id in lost:
        # It comes by itself when the bot may write there again.
        await posts.add(tx, call.id, chat_id, thread_id)
    return Outcome.posted, call


async def _parted(tx: Tx, plan: Schedule, project: Project) -> tuple[list[Key], list[Key]]:
    """The places that take a card of the project now, and the work groups that may again later."""
    good, lost = [], []
    for key in plan.places:
        try:
            require_meant(await place_of(tx, key), project)
        except Refused as no:
            if no.reason in ("place-gone", "place-no-rights"):
                lost.append(key)
        else:
            good.append(key)
    return good, lost


async def _standing(tx: Tx, plan: Schedule, good: list[Key]) -> Call | None:
    """The call that would be doubled: the plan's own, else one in one of the places."""
    unclosed = await calls.unclosed(tx, plan.project_id)
    for call in unclosed:
        if call.id == plan.call_id:
            return call
    for call in unclosed:
        if any(_key(post) in good for post in await posts.of_call(tx, call.id)):
            return call
    return None


def _key(post: Post) -> Key:
    return post.chat_id, post.thread_id


async def _renewed(
    tx: Tx, call: Call, plan: Schedule, good: list[Key], by: int, key: str, now: datetime
) -> Call:
    """The call that stands is for as many jobs again, and its cards come below the others."""
    limit = None if plan.limit is None else call.taken + plan.limit
    await calls.renew(tx, call.id, limit=limit, waves=call.waves or plan.waves)
    for post in await posts.of_call(tx, call.id):
        if _key(post) in good:
            await renew(tx, post, key=key, now=now, sound=True)
    await put_up(tx, call, good, now=now)
    after = {"schedule": plan.number, "places": in_journal(good)}
    await record(tx, "call-renewed", f"call:{call.number}", by=by, now=now, after=after)
    await touch_calls(tx, plan.project_id, now=now)
    return await calls.by_id(tx, call.id)
