"""What the clock does to steps: carries out what is due, each checked again when it happens."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.appeals import AppealState
from bot.domain.calls import OfferState
from bot.domain.people import BARRED, Person
from bot.domain.steps import ENDINGS, Step, StepKind, StepState, over
from bot.effects.record import record
from bot.effects.standing import settle_standing
from bot.effects.tell import tell
from bot.effects.touch_call import end_held
from bot.insistence import each
from bot.services.standing.releasing import release_job
from storage import appeals, jobs, offers, people, projects, steps
from storage.database import Database, Tx


async def carry_out(db: Database, *, now: datetime) -> int:
    """Sweep: access stops or returns, warnings and holds run out; returns how many were due."""
    async with db.look() as tx:
        due = await steps.due(tx, now, 500)

    async def one(step_id: int) -> int:
        async with db.begin() as tx:
            taken = await _carry_out(tx, step_id, now)
        for job_id in taken:
            async with db.begin() as tx:
                await release_job(tx, job_id, now=now)
        return 1

    return await each(due, one)


async def _carry_out(tx: Tx, step_id: int, now: datetime) -> list[int]:
    """Do what is due of one step; returns the jobs that are to be taken back because of it.

    While there are any, the step stays due, so that a crash between the two leaves none behind.
    """
    person = await people.locked(tx, (await steps.by_id(tx, step_id)).person_id)
    step = await steps.locked_by_id(tx, step_id)
    if step.due_at is None or step.due_at > now or not step.is_live:
        return []
    if step.state is StepState.scheduled:
        if (waits := await _stopped(tx, step, now)) is not None:
            await steps.keep(tx, waits)
            return []
        step = replace(step, state=StepState.effective)
        await _changed(tx, person, step, "step_effective", now=now)
    # Of a suspension that has run out, the return of access is long past.
    if step.counts_until is not None and step.counts_until <= now:
        await _changed(tx, person, over(step, now), "step_expired", now=now)
        return []
    if step.access_returns is not None and step.access_returns <= now:
        await _access_returned(tx, person, step, now)
        return []
    await _free_places(tx, step, now)
    current = await jobs.current(tx, person.id)
    if not current:
        await steps.keep(tx, replace(step, due_at=step.access_returns))
    # What is just being handed in can still be taken back by its person, so it is looked at again.
    return [job.id for job in current if job.submits_at is None]


async def _stopped(tx: Tx, step: Step, now: datetime) -> Step | None:
    """The scheduled step with what an open appeal makes of its dates; none where none is open.

    An appeal against it stops it until the answer. One against a step before it, on which it
    rests, moves it on until that is answered; a closing rests on none.
    """
    mine = await appeals.of_person(tx, step.person_id)
    waiting = [one for one in mine if one.state is AppealState.open]
    if any(one.step_id == step.id for one in waiting):
        return replace(step, due_at=None)
    if not waiting or step.kind is StepKind.closing:
        return None
    stops = max(now + timedelta(days=1), *(one.decide_by for one in waiting))
    ends = max(step.ends_at or stops, stops)
    return replace(step, access_stops=stops, ends_at=ends, due_at=stops)


async def _free_places(tx: Tx, step: Step, now: datetime) -> None:
    """What calls hold for somebody who may not claim it any more passes on at once."""
    barred = (await people.by_id(tx, step.person_id)).standing in BARRED
    held = [
        one
        for one in await offers.of_person(tx, step.person_id)
        if barred or one.project_id == step.project_id
    ]
    for project_id in sorted({one.project_id for one in held}):
        await projects.lock(tx, project_id)
    # A claim or the clock may have ended it while the projects were waited for.
    there = {one.id for one in await offers.of_person(tx, step.person_id)}
    fresh = [one for one in held if one.id in there]
    await end_held(tx, fresh, OfferState.lapsed, now=now)


async def _access_returned(tx: Tx, person: Person, step: Step, now: datetime) -> None:
    """A suspension has ended, and counts on as a rung; a hold that nobody acted on has lapsed."""
    ended = step.kind is StepKind.hold
    left = over(step, now) if ended else replace(step, due_at=step.counts_until)
    await _changed(tx, person, left, "access_returned", now=now)


async def _changed(tx: Tx, person: Person, step: Step, kind: str, *, now: datetime) -> None:
    """Keep the step as it is now, with what it means for the person, who is told."""
    before = await steps.by_id(tx, step.id)
    await steps.keep(tx, step)
    standing = await settle_standing(tx, person, now=now)
    await record(
        tx, kind.replace("_", "-"), f"person:{person.id}", by=None, now=now,
        before={"step": step.number, "state": before.state, "standing": person.standing},
        after={"state": step.state, "standing": standing},
    )  # fmt: skip
    await tell(
        tx, person, kind, key=f"{kind}:{step.id}", now=now, sound=step.kind in ENDINGS,
        can_wait=step.kind not in ENDINGS, on_return=True, number=step.number,
    )  # fmt: skip
