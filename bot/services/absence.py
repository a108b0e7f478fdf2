"""Being away: reminders with one tap to stay, a pause after them, pauses of one's own."""

from datetime import datetime

from bot.domain.absence import back_key, pause_until, stages
from bot.domain.calls import OfferState
from bot.domain.people import Pause, Person, is_paused
from bot.domain.rules import StandingRules
from bot.effects.record import record
from bot.effects.tell import tell
from bot.effects.touch_call import end_held
from bot.insistence import each
from storage import absence, notices, offers, people, projects
from storage.database import Database, Tx

_MOST = 500


async def look_for_absent(db: Database, *, now: datetime, rules: StandingRules) -> int:
    """Sweep: who has not been heard of is reminded twice, then paused; returns how many.

    Whoever comes back goes on as before; nothing of it counts against anybody.
    """
    done = 0
    for missed, (since, told_before) in enumerate(stages(rules.inactive_days, now)):
        async with db.look() as tx:
            found = await absence.absent(
                tx, missed=missed, since=since, told_before=told_before, most=_MOST
            )

        async def one(
            person_id: int, missed: int = missed, since: datetime = since,
            told_before: datetime = told_before,
        ) -> int:  # fmt: skip
            async with db.begin() as tx:
                person = await people.locked(tx, person_id)
                due = await absence.is_absent(
                    tx, person_id, missed=missed, since=since, told_before=told_before
                )
                return await _missed(tx, person, missed + 1, rules, now=now) if due else 0

        done += await each(found, one)
    return done


async def _missed(tx: Tx, person: Person, nth: int, rules: StandingRules, *, now: datetime) -> int:
    """The person was missed for the nth time: a reminder, and the pause at the end of them."""
    ends = nth == len(rules.inactive_days)
    paused = {"pause": Pause.inactive, "paused_until": None, "paused_by": None} if ends else {}
    await people.change(tx, person.id, missed=nth, missed_at=now, **paused)
    if ends:
        await people.sign_off(tx, person.id)
        after = {"pause": Pause.inactive}
        await record(tx, "paused", f"person:{person.id}", by=None, now=now, after=after)
    since = person.seen_at or now
    await tell(
        tx, person, "absence_paused" if ends else "absence", now=now, can_wait=True,
        key=f"absence:{person.id}:{since.isoformat()}:{nth}",
        missed=nth, days=list(rules.inactive_days),
    )  # fmt: skip
    return 1


async def pause(
    db: Database, *, person_id: int, days: int | None, cause: str, now: datetime
) -> Person:
    """The person is offered nothing for so many days, or until the return; open jobs stay."""
    async with db.begin(cause) as tx:
        person = await people.locked(tx, person_id)
        until = pause_until(person, days, now)
        await people.change(
            tx, person_id, pause=Pause.own, paused_until=until, paused_by=person_id
        )
        await people.sign_off(tx, person_id)
        await _pass_on(tx, person_id, now)
        after = {"pause": Pause.own, "until": until.isoformat() if until else None}
        await record(tx, "paused", f"person:{person_id}", by=person_id, now=now, after=after)
        return await people.by_id(tx, person_id)


async def _pass_on(tx: Tx, person_id: int, now: datetime) -> None:
    """What is held for the person, who is locked, goes to the next at once."""
    for offer in await offers.of_person(tx, person_id):
        await projects.lock(tx, offer.project_id)
        held = await offers.held_by(tx, offer.call_id, person_id)
        if held is not None:
            await end_held(tx, [held], OfferState.declined, by=person_id, now=now)


async def come_back(db: Database, *, person_id: int, cause: str, now: datetime) -> Person:
    """The person is back: a pause of one's own is over; who has none is back already."""
    async with db.begin(cause) as tx:
        person = await people.locked(tx, person_id)
        # The tap says it already.
        await notices.cancel_one(tx, back_key(person_id, now))
        if person.pause not in (Pause.own, Pause.inactive):
            return person
        await people.change(tx, person_id, pause=None, paused_until=None, paused_by=None)
        if is_paused(person, now):
            before = {"pause": person.pause}
            await record(
                tx, "returned", f"person:{person_id}", by=person_id, now=now, before=before
            )
        return await people.by_id(tx, person_id)
