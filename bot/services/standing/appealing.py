"""Appeals: opened with one tap, decided by somebody else, or else for the contractor."""

from dataclasses import replace
from datetime import datetime

from bot.domain.appeals import (
    REMINDERS,
    Appeal,
    AppealState,
    after_upheld,
    decide_by,
    look_next,
    require_appealable,
    require_decider,
    require_open,
)
from bot.domain.ladder import require_words
from bot.domain.people import Person, Role
from bot.domain.refusal import Refused
from bot.domain.reviews import brief
from bot.domain.steps import Step, StepKind, StepState
from bot.effects.deciders import deciders_of
from bot.effects.record import record
from bot.effects.standing import step_told
from bot.effects.tell import tell
from bot.insistence import each
from bot.services.standing.withdrawing import take_back, take_back_and_tell
from storage import appeals, awaited_texts, people, steps
from storage.database import Database, Tx


async def appeal(db: Database, *, step: str, by: int, cause: str, now: datetime) -> Appeal:
    """Object to the step of that number; a second tap finds the appeal that is there.

    While it is open, what has not taken effect does not.
    """
    async with db.begin(cause) as tx:
        found = await steps.by_number(tx, step)
        if found is None or found.person_id != by:
            raise Refused("not-yours")
        person = await people.locked(tx, by)
        one = await steps.locked_by_id(tx, found.id)
        known = await appeals.of_step(tx, one.id)
        if known is not None:
            return known
        # Whoever taps the button of the notice has it, whatever Telegram said about sending it.
        one = await step_told(tx, one.id, now=now) or one
        require_appealable(one, by, now)
        until = decide_by(one, now)
        made = await appeals.add(
            tx, step_id=one.id, person_id=by, step_by=one.decided_by, decide_by=until,
            next_at=look_next(now, until, 0, now), now=now,
        )  # fmt: skip
        if one.state is StepState.scheduled:
            await steps.keep(tx, replace(one, due_at=None))
        after = {"appeal": made.number, "step": step}
        await record(tx, "appealed", f"person:{person.id}", by=by, now=now, after=after)
        await _tell_deciders(tx, made, now=now)
        return made


async def add_words(db: Database, *, number: str, text: str, by: int, cause: str) -> Appeal:
    """The person's words to their open appeal, in place of earlier ones.

    One that was answered meanwhile is returned as it is, and no more words are waited for.
    """
    async with db.begin(cause) as tx:
        found = await appeals.locked(tx, number)
        if found is None or found.person_id != by:
            raise Refused("not-yours")
        await awaited_texts.drop(tx, by)
        if found.state is AppealState.open:
            await appeals.change(tx, found.id, words=brief(text))
        return await appeals.by_id(tx, found.id)


async def decide_appeal(
    db: Database, *, number: str, state: AppealState, text: str, by: int, cause: str,
    now: datetime,
) -> Appeal:  # fmt: skip
    """Answer the appeal in words; whoever comes second is told what stands."""
    words = require_words(text)
    if state is AppealState.open:
        raise Refused("stale-button")
    async with db.begin(cause) as tx:
        return await _decide(tx, number, state, words=words, by=by, now=now)


async def look_at_appeals(db: Database, *, now: datetime) -> int:
    """Sweep: remind the deciders; what nobody answered in time is decided for the contractor.

    An appeal against an egregious reason waits for a person, and is brought up every day.
    """
    async with db.look() as tx:
        due = await appeals.due(tx, now, 500)

    async def look(number: str) -> int:
        async with db.begin() as tx:
            await _look_at(tx, number, now)
            return 1

    return await each(due, look)


async def _look_at(tx: Tx, number: str, now: datetime) -> None:
    found = await appeals.by_number(tx, number)
    if found is None:
        return
    await people.locked(tx, found.person_id)
    one = await appeals.locked(tx, number)
    if one is None or one.state is not AppealState.open or one.next_at > now:
        return
    step = await steps.by_id(tx, one.step_id)
    if now >= one.decide_by and not step.is_egregious:
        await _decide(tx, number, AppealState.overturned, words=None, by=None, now=now)
        return
    reminded = one.reminded + 1
    later = look_next(one.opened_at, one.decide_by, min(reminded, len(REMINDERS)), now)
    await appeals.change(tx, one.id, reminded=reminded, next_at=later)
    await _tell_deciders(tx, replace(one, reminded=reminded), now=now)


async def _decide(
    tx: Tx, number: str, state: AppealState, *, words: str | None, by: int | None, now: datetime
) -> Appeal:
    found = await appeals.by_number(tx, number)
    if found is None:
        raise Refused("stale-button")
    person = await people.locked(tx, found.person_id)
    one = await appeals.locked(tx, number)
    if one is None:
        raise Refused("stale-button")
    role = None
    if by is not None:
        decider = await people.by_id(tx, by)
        require_decider(one, decider)
        role = Role.admin if decider.is_admin else Role.arbiter
    require_open(one)
    await appeals.change(
        tx, one.id, state=state, decided_by=by, role=role, answer=words, decided_at=now
    )
    await _carry_out(tx, person, one, state, by=by, words=words, now=now)
    after = {"appeal": number, "state": state}
    await record(tx, "appeal-decided", f"person:{person.id}", by=by, now=now, after=after)
    await tell(
        tx, person, "appeal_decided", key=f"appeal:{one.id}:{state}", now=now, sound=True,
        on_return=True, number=number,
    )  # fmt: skip
    return await appeals.by_id(tx, one.id)


async def _carry_out(
    tx: Tx, person: Person, one: Appeal, state: AppealState, *, by: int | None,
    words: str | None, now: datetime,
) -> None:  # fmt: skip
    """What the decision means for the step."""
    step: Step = await steps.locked_by_id(tx, one.step_id)
    if state is AppealState.overturned:
        await take_back(tx, person, step, by=by, words=words, now=now)
        await _end_holds(tx, person, by=by, words=words, now=now)
    elif (stops := after_upheld(step, now)) is not None:
        ends = max(step.ends_at or stops, stops)
        await steps.keep(tx, replace(step, access_stops=stops, ends_at=ends, due_at=stops))


async def _end_holds(
    tx: Tx, person: Person, *, by: int | None, words: str | None, now: datetime
) -> None:
    """Take back the holds that rest on nothing but what the appeal has overturned."""
    fallen = await steps.overturned_against(tx, person.id)
    for one in await steps.of_person(tx, person.id):
        if one.kind is StepKind.hold and one.is_live:
            rests = await steps.evidence_of(tx, one.id)
            if all(any(piece.is_same(known) for known in fallen) for piece in rests):
                stands = await people.by_id(tx, person.id)
                hold = await steps.locked_by_id(tx, one.id)
                await take_back_and_tell(tx, stands, hold, by=by, words=words, now=now)


async def _tell_deciders(tx: Tx, one: Appeal, *, now: datetime) -> None:
    """Owe everybody who may decide it the card of the appeal, once for each time it is due."""
    able, silent = await deciders_of(tx, step_by=one.step_by, person_id=one.person_id)
    for decider in (*able, *silent):
        await tell(
            tx, decider, "appeal_due", key=f"appeal:{one.id}:due:{one.reminded}:{decider.id}",
            now=now, sound=True, can_wait=True, number=one.number,
        )  # fmt: skip
