"""What a person gets for a place of a call: a job, a place held, or a place on the list."""

from datetime import datetime, timedelta
from random import Random

from bot.domain.calls import Call, OfferState, offer_ends
from bot.domain.jobs import Job
from bot.domain.notices import Priority
from bot.domain.people import Person
from bot.domain.projects import Project
from bot.domain.rules import Rules
from bot.effects.next_task import none_left
from bot.effects.record import record
from bot.effects.show_job import show_job
from bot.effects.take_job import take_job
from bot.effects.tell import tell
from bot.effects.touch_call import fold_private, touch_calls
from storage import offers, people
from storage.database import Tx


async def give_job(
    tx: Tx, call: Call, project: Project, person: Person, *, now: datetime, rules: Rules,
    random: Random, drawn: bool = False,
) -> Job:  # fmt: skip
    """A job of the call for the person, whose right to it is checked; owes its screens.

    Whoever was drawn may be looking elsewhere, and is told with sound. Refused when the person
    has seen every open task.
    """
    job = await take_job(
        tx, person=person, project=project, call=call, now=now, rules=rules, random=random
    )
    if job is None:
        raise await none_left(tx, person.id, project)
    held = await offers.held_by(tx, call.id, person.id)
    if held:
        await offers.end(tx, held.id, OfferState.claimed)
        await fold_private(tx, held, now=now)
    await people.sign_off(tx, person.id)
    await people.change(tx, person.id, idle_since=now, ignored_calls=0)
    after = {"call": call.number, "tasks": job.size, **job.terms.to_json()}
    await record(tx, "claimed", f"job:{job.number}", by=person.id, now=now, after=after)
    if drawn:
        await tell(
            tx, person, "draw_won", key=f"job:{job.id}:drawn", now=now, priority=Priority.job,
            sound=True, project=project.name, number=job.number,
            due=job.due_at.isoformat(),
        )  # fmt: skip
    await show_job(tx, person, job, key=f"{job.id}:claimed", now=now)
    await touch_calls(tx, project.id, now=now, only_fewer=True)
    return job


async def hold_place(
    tx: Tx, call: Call, project: Project, person: Person, *, now: datetime, rules: Rules
) -> datetime:
    """Hold a place of the call for a newcomer; returns until when."""
    until = offer_ends(now, rules.offer_minutes)
    await offers.hold(tx, call.id, person.id, now=now, until=until)
    await record(tx, "place-held", f"call:{call.number}", by=person.id, now=now)
    await touch_calls(tx, project.id, now=now, only_fewer=True)
    return until


async def put_on_list(
    tx: Tx, person_id: int, *, now: datetime, rules: Rules
) -> tuple[int, datetime]:
    """Sign the person on the out-of-work list; returns the place and until when."""
    until = now + timedelta(hours=rules.list_hours)
    before = await people.place_on_list(tx, person_id, now)
    # Who said to be there for longer stays on the list for longer.
    until = max(until, before[1]) if before else until
    await people.sign_on(tx, person_id, now=now, until=until)
    place = await people.place_on_list(tx, person_id, now)
    if place is None:
        raise LookupError("signed on the list, yet not on it")
    return place
