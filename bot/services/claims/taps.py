"""Claiming a job from a call: the tap, the held place of a newcomer, the list for the loser."""

from datetime import datetime
from random import Random

from bot.domain.calls import Call, CallState, OfferState
from bot.domain.draws import is_collecting
from bot.domain.jobs import Job, is_untouched
from bot.domain.pay_periods import nearest_zone
from bot.domain.people import BARRED, Arrival, Person, may_work, next_question
from bot.domain.projects import Project, require_open
from bot.domain.refusal import Refused
from bot.domain.rules import Rules
from bot.effects.admit import apply
from bot.effects.find_project import named
from bot.effects.new_version import require_shown
from bot.effects.record import record
from bot.effects.right_to_claim import require_right
from bot.effects.touch_call import left, touch_calls
from bot.services.claims.claim import Claim
from bot.services.claims.giving import hold_place, put_on_list
from bot.services.claims.passing import job_or_gate, moment_key
from storage import calls, draws, jobs, offers, people, projects
from storage.database import Database, Tx


async def claim(
    db: Database, *, number: str, person_id: int, cause: str, now: datetime, rules: Rules,
    random: Random, shown: int | None = None,
) -> Claim:  # fmt: skip
    """Give the person a job from the call, hold a place for a newcomer, or list the loser.

    `shown` is the version of the project whose terms stood over the button.
    """
    async with db.begin(cause) as tx:
        person = await people.locked(tx, person_id)
        found = await calls.by_number(tx, number)
        if found is None:
            raise Refused("no-call")
        project = await projects.locked(tx, found.project_id)
        # What it offers can have changed while the project was waited for.
        call = await calls.by_id(tx, found.id)
        if person.arrival is not Arrival.done:
            await require_shown(tx, project, shown)
            return await _hold(tx, call, project, person, now, rules)
        for job in await jobs.current(tx, person_id):
            # One that is being handed in, and can still be undone, is no reason for no other.
            if job.call_id == call.id and job.submits_at is None:
                return Claim(job, again=True)
        await require_right(tx, person, project, now=now, rules=rules)
        await require_shown(tx, project, shown)
        if call.drawing:
            return await _raise_hand(tx, call, person, now)
        if await left(tx, call, but_for=person_id) == 0:
            return await _list(tx, call, person_id, now, rules)
        key = moment_key(person.id, project.id, now)
        return await job_or_gate(
            tx, call, project, person, key=key, now=now, rules=rules, random=random
        )


async def finish_arrival(
    db: Database, *, person_id: int, zone: str, cause: str, now: datetime, rules: Rules,
    random: Random,
) -> Claim:  # fmt: skip
    """The last question is answered: the held place becomes a job.

    A place that lapsed meanwhile, or work that ran out, puts the person on the list.
    """
    async with db.begin(cause) as tx:
        person = await people.locked(tx, person_id)
        arriving = person.arrival is Arrival.zone
        if arriving:
            person = await _settle_in(tx, person, zone, now, rules)
        missed = arriving and await offers.has_lapsed(tx, person_id)
        for offer in await offers.of_person(tx, person_id):
            project = await projects.locked(tx, offer.project_id)
            call = await calls.by_id(tx, offer.call_id)
            if await offers.held_by(tx, call.id, person_id) is None:
                # It lapsed while the project was waited for.
                missed = True
                continue
            try:
                await require_right(tx, person, project, now=now, rules=rules)
                return await job_or_gate(
                    tx, call, project, person, key=cause, now=now, rules=rules, random=random
                )
            except Refused:
                # Nothing was written yet; the arrival itself must not be lost with the place.
                await offers.end(tx, offer.id, OfferState.lapsed)
                await touch_calls(tx, project.id, now=now)
                missed = True
        if not missed or person.standing in BARRED:
            return Claim()
        place, until = await put_on_list(tx, person_id, now=now, rules=rules)
        return Claim(list_place=place, list_until=until)


async def _settle_in(tx: Tx, person: Person, zone: str, now: datetime, rules: Rules) -> Person:
    """The person lives in that time zone, and has arrived."""
    paid_in = nearest_zone(zone, rules.pay.zones, now)
    arrival = next_question(person.arrival)
    await people.change(
        tx, person.id, zone=zone, pay_zone=paid_in, arrival=arrival, idle_since=now
    )
    after = {"zone": zone}
    await record(tx, "set-zone", f"person:{person.id}", by=person.id, now=now, after=after)
    arrived = await people.by_id(tx, person.id)
    return await apply(tx, arrived, now=now, rules=rules.standing)


async def claim_open(
    db: Database, *, project_key: str, person_id: int, cause: str, now: datetime, rules: Rules,
    random: Random, shown: int | None = None,
) -> Claim:  # fmt: skip
    """Claim from the private chat: the held place, else one of the newest call that has one.

    Who has not touched the last job of the project yet gets no other: that was a second tap.
    """
    async with db.begin(cause) as tx:
        person = await people.locked(tx, person_id)
        found = await named(tx, project_key)
        project = await projects.locked(tx, found.id)
        for job in await jobs.current(tx, person_id):
            if job.project_id == project.id and is_untouched(job) and not job.is_return:
                return Claim(job, again=True)
        await require_right(tx, person, project, now=now, rules=rules)
        await require_shown(tx, project, shown)
        held = await offers.of_person(tx, person_id, project_id=project.id, at=now)
        mine = {one.call_id for one in held}
        open_now = sorted(
            await calls.unclosed(tx, project.id), key=lambda call: call.id not in mine
        )
        for call in open_now:
            if not call.drawing and await left(tx, call, but_for=person_id):
                return await job_or_gate(
                    tx, call, project, person, key=cause, now=now, rules=rules, random=random
                )
        for call in open_now:
            if call.drawing:
                return await _raise_hand(tx, call, person, now)
        raise Refused("all-taken")


async def _hold(
    tx: Tx, call: Call, project: Project, person: Person, now: datetime, rules: Rules
) -> Claim:
    may_work(person, now)
    require_open(project)
    held = await offers.held_by(tx, call.id, person.id)
    if held:
        return Claim(held_until=held.until)
    if call.drawing:
        return await _raise_hand(tx, call, person, now)
    if await left(tx, call) == 0:
        return await _list(tx, call, person.id, now, rules)
    # Who has not even arrived must not keep the places of every call from others.
    if len(await offers.of_person(tx, person.id)) >= rules.open_jobs:
        raise Refused("held-cap", cap=rules.open_jobs)
    return Claim(held_until=await hold_place(tx, call, project, person, now=now, rules=rules))


async def _list(tx: Tx, call: Call, person_id: int, now: datetime, rules: Rules) -> Claim:
    if call.state is CallState.closed:
        raise Refused("call-closed")
    place, until = await put_on_list(tx, person_id, now=now, rules=rules)
    return Claim(list_place=place, list_until=until)


async def _raise_hand(tx: Tx, call: Call, person: Person, now: datetime) -> Claim:
    """A hand in the draw of the call; who may put it up was checked."""
    draw = await draws.of_call(tx, call.id)
    if draw is None or not is_collecting(draw, now):
        raise Refused("draw-over")
    fresh = await draws.raise_hand(tx, call.id, person.id, now)
    if fresh:
        await record(tx, "hand-up", f"call:{call.number}", by=person.id, now=now)
    return Claim(draw_until=draw.until, again=not fresh, arrived=person.arrival is Arrival.done)


async def held_until(db: Database, person_id: int) -> datetime | None:
    """Until when a place is held for the person."""
    async with db.read() as tx:
        held = await offers.of_person(tx, person_id)
        return held[0].until if held else None


async def job_of(db: Database, number: str, person_id: int) -> Job | None:
    """The open job that the person has of the call."""
    async with db.read() as tx:
        call = await calls.by_number(tx, number)
        mine = await jobs.current(tx, person_id)
        return next((job for job in mine if call and job.call_id == call.id), None)


async def hand_until(db: Database, *, number: str, person_id: int) -> datetime | None:
    """Until when hands are collected in the draw of the call, if the person's hand is up."""
    async with db.read() as tx:
        call = await calls.by_number(tx, number)
        if call is None or not await draws.has_hand(tx, call.id, person_id):
            return None
        draw = await draws.of_call(tx, call.id)
        return draw.until if draw else None


async def hands_of(db: Database, person_id: int) -> datetime | None:
    """When the next draw is made in which the person's hand is up."""
    async with db.read() as tx:
        return await draws.next_of(tx, person_id)
