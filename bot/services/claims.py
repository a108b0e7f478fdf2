"""Claiming a job from a call: the tap, the held place of a newcomer, the list for the loser."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from bot.domain.calls import (
    Call,
    CallState,
    OfferState,
    offer_ends,
)
from bot.domain.jobs import Job, is_untouched
from bot.domain.people import Person, Step, may_work, next_step
from bot.domain.projects import Project, require_open
from bot.domain.refusal import Refused
from bot.domain.rules import Rules
from bot.effects.record import record
from bot.effects.right_to_claim import require_right
from bot.effects.show_job import show_job
from bot.effects.take_job import take_job
from bot.effects.touch_call import left, touch_calls
from storage import calls, jobs, people, projects
from storage.database import Database, Tx


@dataclass(frozen=True, slots=True)
class Claim:
    """What came of a tap: a job (`again` when it was there before), a held place, or the list."""

    job: Job | None = None
    again: bool = False
    held_until: datetime | None = None
    list_place: int | None = None
    list_until: datetime | None = None


async def claim(
    db: Database, *, number: str, person_id: int, cause: str, now: datetime, rules: Rules,
    random: Random,
) -> Claim:  # fmt: skip
    """Give the person a job from the call, hold a place for a newcomer, or list the loser."""
    async with db.begin(cause) as tx:
        call = await calls.by_number(tx, number)
        if call is None:
            raise Refused("no-call")
        person = await people.by_id(tx, person_id)
        project = await projects.by_id(tx, call.project_id)
        if person.step is not Step.done:
            return await _hold(tx, call, project, person, now, rules)
        mine = [job for job in await jobs.current(tx, person_id) if job.call_id == call.id]
        if mine and mine[0].submits_at is None:
            return Claim(mine[0], again=True)
        await require_right(tx, person, project, now=now, rules=rules)
        if await left(tx, call, but_for=person_id) == 0:
            return await _list(tx, call, person_id, now, rules)
        return Claim(await _take(tx, call, project, person, now, random))


async def finish_arrival(
    db: Database, *, person_id: int, zone: str, cause: str, now: datetime, rules: Rules,
    random: Random,
) -> Claim:  # fmt: skip
    """The last question is answered: the held place becomes a job.

    A place that lapsed meanwhile, or work that ran out, puts the person on the list.
    """
    async with db.begin(cause) as tx:
        person = await people.by_id(tx, person_id)
        arriving = person.step is Step.zone
        if arriving:
            await people.change(tx, person_id, zone=zone, step=next_step(person.step))
            after = {"zone": zone}
            await record(tx, "set-zone", f"person:{person_id}", by=person_id, now=now, after=after)
            person = await people.by_id(tx, person_id)
        missed = arriving and await calls.has_lapsed(tx, person_id)
        for offer in await calls.offers_of(tx, person_id):
            call = await calls.by_id(tx, offer.call_id)
            project = await projects.by_id(tx, call.project_id)
            try:
                await require_right(tx, person, project, now=now, rules=rules)
                return Claim(await _take(tx, call, project, person, now, random))
            except Refused:
                # Nothing was written yet; the arrival itself must not be lost with the place.
                await calls.end_offer(tx, offer.id, OfferState.lapsed)
                await touch_calls(tx, project.id, now=now)
                missed = True
        return await _sign_on(tx, person_id, now, rules) if missed else Claim()


async def claim_open(
    db: Database, *, project_key: str, person_id: int, cause: str, now: datetime, rules: Rules,
    random: Random,
) -> Claim:  # fmt: skip
    """Claim from the private chat: a place of the newest call of the project that has one.

    Who has not touched the last job of the project yet gets no other: that was a second tap.
    """
    async with db.begin(cause) as tx:
        person = await people.by_id(tx, person_id)
        project = await projects.by_key(tx, project_key)
        if project is None:
            raise Refused("no-project", key=project_key)
        for job in await jobs.current(tx, person_id):
            if job.project_id == project.id and is_untouched(job):
                return Claim(job, again=True)
        await require_right(tx, person, project, now=now, rules=rules)
        for call in await calls.unclosed(tx, project.id):
            if await left(tx, call, but_for=person_id):
                return Claim(await _take(tx, call, project, person, now, random))
        raise Refused("all-taken")


async def _hold(
    tx: Tx, call: Call, project: Project, person: Person, now: datetime, rules: Rules
) -> Claim:
    may_work(person, now)
    require_open(project)
    held = await calls.held_by(tx, call.id, person.id)
    if held:
        return Claim(held_until=held.until)
    if await left(tx, call) == 0:
        return await _list(tx, call, person.id, now, rules)
    until = offer_ends(now, rules.offer_minutes)
    await calls.hold(tx, call.id, person.id, until)
    await record(tx, "place-held", f"call:{call.number}", by=person.id, now=now)
    await touch_calls(tx, project.id, now=now)
    return Claim(held_until=until)


async def _list(tx: Tx, call: Call, person_id: int, now: datetime, rules: Rules) -> Claim:
    if call.state is CallState.closed:
        raise Refused("call-closed")
    return await _sign_on(tx, person_id, now, rules)


async def _sign_on(tx: Tx, person_id: int, now: datetime, rules: Rules) -> Claim:
    until = now + timedelta(hours=rules.list_hours)
    before = await people.place_on_list(tx, person_id, now)
    # Who said to be there for longer stays on the list for longer.
    until = max(until, before[1]) if before else until
    await people.sign_on(tx, person_id, now=now, until=until)
    place = await people.place_on_list(tx, person_id, now)
    if place is None:
        raise LookupError("signed on the list, yet not on it")
    return Claim(list_place=place[0], list_until=place[1])


async def _take(
    tx: Tx, call: Call, project: Project, person: Person, now: datetime, random: Random
) -> Job:
    job = await take_job(tx, person=person, project=project, call=call, now=now, random=random)
    if job is None:
        raise Refused("seen-all", project=project.name)
    held = await calls.held_by(tx, call.id, person.id)
    if held:
        await calls.end_offer(tx, held.id, OfferState.claimed)
    await people.sign_off(tx, person.id)
    after = {"call": call.number, "tasks": job.size, **job.terms.to_json()}
    await record(tx, "claimed", f"job:{job.number}", by=person.id, now=now, after=after)
    await show_job(tx, person, job, key=f"{job.id}:claimed", now=now)
    await touch_calls(tx, project.id, now=now)
    return job


async def held_until(db: Database, person_id: int) -> datetime | None:
    """Until when a place is held for the person."""
    async with db.read() as tx:
        held = await calls.offers_of(tx, person_id)
        return held[0].until if held else None


async def job_of(db: Database, number: str, person_id: int) -> Job | None:
    """The open job that the person has of the call."""
    async with db.read() as tx:
        call = await calls.by_number(tx, number)
        mine = await jobs.current(tx, person_id)
        return next((job for job in mine if call and job.call_id == call.id), None)
