"""A hall with standing in every state: told and untold, appealed, held, ended, taken back."""

from datetime import datetime, timedelta

from sqlalchemy import update

from bot.domain.appeals import AppealState
from bot.domain.people import Role
from bot.domain.steps import REGION_CLOSED, StepKind, new_step
from bot.effects.standing import step_told
from bot.services import standing
from bot.services.standing.deciding import tell_step
from storage import people, schema, steps
from tests.services.builders import A_BETTER, DAY, NOW, Hall
from tests.services.standing_acts import RULES, climb, decide, deliver, look, tell, unreachable

WORDS = "The evidence does not show it."
BOSS, OTHER = 1, 2


async def appeal(hall: Hall, person: int, *, now: datetime) -> str:
    """The person objects to the last step; the number of the appeal."""
    async with hall.db.read() as tx:
        step = (await steps.of_person(tx, person))[-1]
    made = await standing.appeal(hall.db, step=step.number, by=person, cause=hall.cause(), now=now)
    return made.number


async def answer(hall: Hall, number: str, state: AppealState, *, now: datetime) -> None:
    """The other admin answers the appeal."""
    await standing.decide_appeal(
        hall.db,
        number=number,
        state=state,
        text=WORDS,
        by=OTHER,
        cause=hall.cause(),
        now=now,
    )


async def fill(hall: Hall) -> None:
    """Two admins, and people who are at each place of the ladder, most of them in appeals."""
    assert await hall.person("Boss", roles=(Role.admin,)) == BOSS
    assert await hall.person("Other", roles=(Role.admin,)) == OTHER
    call = await hall.call((await hall.project()).key)
    out, fighter, winner, loser = await hall.people(4)
    for person in (out, fighter):
        last = await climb(hall, BOSS, person, now=NOW, to=StepKind.deactivation)
    await look(hall, now=last + 14 * DAY - timedelta(hours=1))
    await appeal(hall, fighter, now=last + 14 * DAY - timedelta(minutes=30))
    await look(hall, now=last + 14 * DAY)
    now = last + 14 * DAY
    for person, state in ((winner, AppealState.overturned), (loser, AppealState.upheld)):
        await tell(hall, BOSS, person, StepKind.warning, now=now)
        await answer(hall, await appeal(hall, person, now=now), state, now=now + DAY)
    held, blocked, gone, away, closed = await hall.people(5)
    await tell(hall, BOSS, held, StepKind.hold, now=now, reason="fraud")
    await tell(hall, BOSS, blocked, StepKind.block, now=now, project="pairs")
    await hall.rate(await hall.claim(call, gone, now=now), A_BETTER, now=now)
    await tell(hall, BOSS, gone, StepKind.deactivation, now=now, reason="fraud")
    await unreachable(hall, away, now)
    await decide(hall, BOSS, away, StepKind.warning, now=now, rules=RULES)
    await leave(hall, closed, by=BOSS, now=now)
    await look(hall, now=now)
    await deliver(hall, now=now)


async def leave(hall: Hall, person_id: int, *, by: int, now: datetime) -> None:
    """The person was told that work ends in two weeks, because the hall leaves the region."""
    made = new_step(
        person_id,
        StepKind.closing,
        REGION_CLOSED,
        words=WORDS,
        by=by,
        role=Role.admin,
        follows=None,
        now=now,
        rules=RULES.standing,
    )
    async with hall.db.begin() as tx:
        person = await people.locked(tx, person_id)
        step = await steps.add(tx, made, [])
        await tell_step(tx, person, step, now=now)
        mine = schema.notices.c.key == f"step:{step.id}"
        await tx.execute(update(schema.notices).where(mine).values(state="sent", message_id=1))
        await step_told(tx, step.id, now=now)
