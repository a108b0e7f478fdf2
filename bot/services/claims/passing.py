"""Between the tap and the job: what is still asked, with a place held where that is short."""

from datetime import datetime
from random import Random

from bot.domain.calls import Call, OfferState
from bot.domain.gates import Gate
from bot.domain.jobs import Job
from bot.domain.people import Person
from bot.domain.projects import Project
from bot.domain.refusal import Refused
from bot.domain.rules import Rules
from bot.effects.find_project import named, offered
from bot.effects.gates import next_gate
from bot.effects.right_to_claim import require_right
from bot.effects.tell import tell
from bot.effects.touch_call import end_held
from bot.services.claims.claim import Claim, GateView
from bot.services.claims.giving import give_job, hold_place
from storage import calls, offers, people, projects
from storage.database import Database, Tx

TOGETHER = 20  # seconds


async def job_or_gate(
    tx: Tx, call: Call, project: Project, person: Person, *, key: str, now: datetime,
    rules: Rules, random: Random,
) -> Claim:  # fmt: skip
    """The job of a free place, or what is asked before it; whether the person may was checked."""
    gate = await next_gate(tx, person, project, now=now)
    if gate is not None:
        return await at_gate(tx, call, project, person, gate, key=key, now=now, rules=rules)
    return Claim(await give_job(tx, call, project, person, now=now, rules=rules, random=random))


async def at_gate(
    tx: Tx, call: Call, project: Project, person: Person, gate: Gate, *, key: str,
    now: datetime, rules: Rules,
) -> Claim:  # fmt: skip
    """What a tap comes to while something is asked first: the question, and a place meanwhile.

    The question is owed once per `key`.
    """
    until = await _kept(tx, call, project, person, now=now, rules=rules) if gate.holds else None
    await _ask(tx, person, project, key=key, now=now)
    return Claim(gate=gate, held_until=until)


async def _kept(
    tx: Tx, call: Call, project: Project, person: Person, *, now: datetime, rules: Rules
) -> datetime:
    held = await offers.held_by(tx, call.id, person.id)
    if held is not None:
        return held.until
    # Who reads warnings must not keep the places of every call from others.
    if len(await offers.of_person(tx, person.id)) >= rules.open_jobs:
        raise Refused("held-cap", cap=rules.open_jobs)
    return await hold_place(tx, call, project, person, now=now, rules=rules)


async def _ask(tx: Tx, person: Person, project: Project, *, key: str, now: datetime) -> None:
    # Who declined and taps again at once is asked again: that is another held place.
    offer = max((one.id for one in await offers.of_person(tx, person.id)), default=0)
    key = f"gate:{key}:{offer}"
    # With sound, as an offer: the tap may have been made in a group.
    await tell(tx, person, "gate", key=key, now=now, sound=True, project_id=project.id)


async def go_on(
    db: Database, *, project_key: str, person_id: int, cause: str, now: datetime, rules: Rules,
    random: Random,
) -> Claim:  # fmt: skip
    """Something that was asked is answered: the next question, or the job of the held place.

    Neither where no place is held and nothing is left to ask: then `/work` has the claim.
    """
    async with db.begin(cause) as tx:
        person = await people.locked(tx, person_id)
        project = await projects.locked(tx, (await named(tx, project_key)).id)
        mine = await offers.of_person(tx, person_id, project_id=project.id, at=now)
        no = await _why_not(tx, person, project, now=now, rules=rules)
        gate = None if no else await next_gate(tx, person, project, now=now)
        if gate is not None:
            return Claim(gate=gate, held_until=mine[0].until if mine else None)
        for offer in mine:
            call = await calls.by_id(tx, offer.call_id)
            job = None if no else await _taken(tx, call, project, person, now, rules, random)
            if job is not None:
                return Claim(job)
            await end_held(tx, [offer], OfferState.lapsed, now=now)
        return Claim(no=no)


async def _why_not(
    tx: Tx, person: Person, project: Project, *, now: datetime, rules: Rules
) -> Refused | None:
    try:
        await require_right(tx, person, project, now=now, rules=rules)
    except Refused as no:
        return no
    return None


async def _taken(
    tx: Tx, call: Call, project: Project, person: Person, now: datetime, rules: Rules,
    random: Random,
) -> Job | None:  # fmt: skip
    try:
        return await give_job(tx, call, project, person, now=now, rules=rules, random=random)
    except Refused:
        # Nothing was written yet; the place goes back.
        return None


async def decline(
    db: Database, *, project_key: str | None, person_id: int, cause: str, now: datetime
) -> None:
    """The person would rather not: what was held for them goes back; it costs nothing.

    Without a project, whatever is held for them.
    """
    async with db.begin(cause) as tx:
        await people.locked(tx, person_id)
        only = None if project_key is None else (await named(tx, project_key)).id
        for offer in await offers.of_person(tx, person_id, project_id=only):
            await projects.lock(tx, offer.project_id)
            held = await offers.held_by(tx, offer.call_id, person_id)
            if held is not None:
                await end_held(tx, [held], OfferState.declined, by=person_id, now=now)


async def gate_of(
    db: Database, *, person_id: int, project_id: int, now: datetime
) -> GateView | None:
    """What the person is asked now before a job of the project; none when nothing is."""
    async with db.read() as tx:
        person = await people.by_id(tx, person_id)
        project = await projects.by_id(tx, project_id)
        gate = await next_gate(tx, person, project, now=now)
        if gate is None:
            return None
        held = await offers.of_person(tx, person_id, project_id=project_id, at=now)
        return GateView(gate, person, project, held[0].until if held else None)


async def asked_of(db: Database, *, person_id: int, now: datetime) -> int | None:
    """The project for whose job a place is held while something is asked; none without one."""
    async with db.read() as tx:
        person = await people.by_id(tx, person_id)
        for offer in await offers.of_person(tx, person_id, at=now):
            project = await projects.by_id(tx, offer.project_id)
            if await next_gate(tx, person, project, now=now) is not None:
                return project.id
        return None


async def project_id_of(db: Database, key: str, *, reader: int) -> int:
    """The id of the project of that key; refused to who may not see that there is one."""
    async with db.read() as tx:
        return (await offered(tx, key, reader)).id


async def ask_again(
    db: Database, *, number: str, person_id: int, cause: str, now: datetime
) -> bool:
    """Owe what is asked before a job of the call; false when nothing is.

    Whoever came here by the tap that owed it already gets it once.
    """
    async with db.begin(cause) as tx:
        person = await people.locked(tx, person_id)
        call = await calls.by_number(tx, number)
        if call is None:
            return False
        project = await projects.by_id(tx, call.project_id)
        if await next_gate(tx, person, project, now=now) is None:
            return False
        await _ask(tx, person, project, key=moment_key(person_id, project.id, now), now=now)
        return True


def moment_key(person_id: int, project_id: int, now: datetime) -> str:
    """The same for a tap in a group and for the arrival in the private chat that follows."""
    return f"{person_id}:{project_id}:{int(now.timestamp()) // TOGETHER}"
