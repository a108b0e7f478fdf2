"""The clock's part in closing a region: everybody there is told, or told that it is off."""

from datetime import datetime

from bot.countries import home_of, places_of
from bot.domain.closings import Closing, ClosingState
from bot.domain.refusal import Refused
from bot.domain.rules import Rules
from bot.domain.step_notices import require_complete
from bot.effects.record import record
from bot.effects.tell import tell
from bot.insistence import each, insistently
from bot.services.standing.deciding import tell_step
from bot.services.standing.regions import step_of
from bot.services.standing.views import notice_of
from bot.services.standing.withdrawing import take_back_and_tell
from storage import closings, people, steps
from storage.database import Database, Tx

_MOST = 500


async def announce(db: Database, *, now: datetime, rules: Rules) -> int:
    """Sweep: each person of a country that closes gets a step with its notice; resumable.

    What a withdrawn closing had brought is taken back. Returns how many people it concerned.
    """
    async with db.look() as tx:
        found = await closings.due(tx)

    async def go_on(one: Closing) -> int:
        if one.state is ClosingState.announcing:
            return await _announce(db, one, now=now, rules=rules)
        return await _take_back(db, one, now=now)

    return await each(found, go_on)


async def announce_again(db: Database, *, now: datetime, rules: Rules) -> int:
    """Sweep: who was there when a region closed, and was passed over, is told once that is over.

    Passed over is whoever was about to leave and was reinstated since, and who was an admin.
    Nobody of them is barred before. Returns how many.
    """
    async with db.look() as tx:
        found = await closings.announced(tx)

    async def tell_all(one: Closing) -> int:
        return await _tell_all(db, one, now=now, rules=rules)

    return await each(found, tell_all)


async def _tell_all(db: Database, one: Closing, *, now: datetime, rules: Rules) -> int:
    done, before = 0, one.announced_at or now
    for place in places_of(one.country):
        after = 0
        while True:
            async with db.look() as tx:
                there = await closings.next_in(
                    tx, place, closing_id=one.id, before=before, after=after, most=_MOST
                )
            if not there:
                break
            after = there[-1]

            async def to(person_id: int) -> int:
                async with db.begin() as tx:
                    return await tell_one(tx, one.id, person_id, now=now, rules=rules)

            done += await each(there, to)
    return done


async def _announce(db: Database, one: Closing, *, now: datetime, rules: Rules) -> int:
    done = await _tell_all(db, one, now=now, rules=rules)

    async def finish() -> None:
        async with db.begin() as tx:
            await _finish(tx, one.id, now=now)

    await insistently(finish)
    return done


async def tell_one(tx: Tx, closing_id: int, person_id: int, *, now: datetime, rules: Rules) -> int:
    """The step of one person, unless anything has changed meanwhile."""
    person = await people.locked(tx, person_id)
    one = await closings.locked(tx, closing_id)
    still = one.is_live and home_of(person.country, person.zone) == one.country
    before = one.announced_at or now
    if not still or not await closings.is_to_be_told(tx, person_id, closing_id, before):
        return 0
    made = step_of(one, person_id, now=now, rules=rules)
    try:
        require_complete(await notice_of(tx, made, (), now=now, rules=rules.pay))
    except Refused:
        # Some pay has no date at this moment; the closing is not announced before it has.
        return 0
    step = await steps.add(tx, made, ())
    await tell_step(tx, person, step, now=now)
    await record(
        tx, "step-decided", f"person:{person_id}", by=one.by_id, now=now,
        before={"standing": person.standing},
        after={"step": step.number, "kind": step.kind, "reason": step.reason, "evidence": 0},
    )  # fmt: skip
    return 1


async def _finish(tx: Tx, closing_id: int, *, now: datetime) -> None:
    """Announced is a closing of which everybody's notice is queued, with a date for all pay."""
    one = await closings.locked(tx, closing_id)
    if one.state is not ClosingState.announcing:
        return
    places = places_of(one.country)
    for place in places:
        if await closings.next_in(tx, place, closing_id=one.id, before=now, after=0, most=1):
            return
    toll = await closings.toll(tx, places, now=now)
    if toll.undated or await closings.unqueued(tx, one.id):
        return
    await closings.change(tx, one.id, state=ClosingState.announced, announced_at=now)
    reached = await closings.reached(tx, one.id)
    count = sum(number for state, number in reached.items() if state != "told")
    after = {"state": ClosingState.announced, "people": count}
    await record(tx, "closing-announced", f"closing:{one.id}", by=None, now=now, after=after)
    await tell(
        tx, await people.by_id(tx, one.by_id), "closing_announced", now=now, can_wait=True,
        key=f"closing:{one.id}:announced", number=one.number, count=count,
    )  # fmt: skip


async def _take_back(db: Database, closing: Closing, *, now: datetime) -> int:
    done = 0

    async def back(step_id: int) -> int:
        async with db.begin() as tx:
            return await _back(tx, step_id, now=now)

    while True:
        async with db.look() as tx:
            found = await closings.to_take_back(tx, closing.id, _MOST)
        if not found:
            break
        done += await each(found, back)
    async with db.begin() as tx:
        one = await closings.locked(tx, closing.id)
        if one.state is ClosingState.withdrawing:
            await closings.change(tx, one.id, state=ClosingState.withdrawn)
    return done


async def _back(tx: Tx, step_id: int, *, now: datetime) -> int:
    person = await people.locked(tx, (await steps.by_id(tx, step_id)).person_id)
    step = await steps.locked_by_id(tx, step_id)
    if not step.is_live or step.closing_id is None:
        return 0
    one = await closings.by_id(tx, step.closing_id)
    await take_back_and_tell(
        tx, person, step, by=one.withdrawn_by or one.by_id, words=one.withdrawn_words or "",
        now=now,
    )  # fmt: skip
    return 1
