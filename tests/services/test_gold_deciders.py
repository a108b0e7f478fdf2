"""Who decides about a known answer, and that what is decided is what was on the card."""

import pytest

from bot.domain.people import Role
from bot.domain.refusal import Refused
from bot.services import gold
from storage import people as stored_people
from storage import schema
from tests.services.builders import B_BETTER, NOW, TIE, Hall
from tests.services.reviewing import decide
from tests.services.test_gold import rate_as
from tests.services.test_gold_disputes import (
    OVERTURNED,
    SEEN,
    UPHELD,
    missed_by,
    object_to,
    owed,
    rejected,
)
from tests.services.test_twins import paid_to


async def coordinator(hall: Hall) -> int:
    return await hall.person("Cora", roles=(Role.coordinator,))


async def the_known(hall: Hall) -> int:
    (task,) = await hall.rows(schema.tasks, schema.tasks.c.gold.is_not(None))
    return int(task.id)


async def suspended(hall: Hall, by: int) -> int:
    task = await the_known(hall)
    await gold.suspend(hall.db, task, by=by, cause=hall.cause(), now=NOW)
    return task


async def may_coordinate(hall: Hall, person: int) -> None:
    async with hall.db.begin() as tx:
        await stored_people.grant(
            tx, person_id=person, role=Role.coordinator, project_id=None, by=None, now=NOW
        )


async def test_what_comes_in_meanwhile_puts_no_other_answer_under_the_tap(hall: Hall) -> None:
    await missed_by(hall, 1, TIE)
    call = await hall.call()
    jobs = [(await hall.try_claim(call, one, rules=SEEN)).job for one in await hall.people(2)]
    cora = await coordinator(hall)
    task = await suspended(hall, cora)
    (seen,) = (await gold.card(hall.db, task, by=cora)).others
    for job in jobs:
        assert job is not None
        await rate_as(hall, job, {task: B_BETTER}, rules=SEEN)
    now_first = (await gold.card(hall.db, task, by=cora)).others[0]
    assert (now_first.people, now_first.sign != seen.sign) == (2, True)
    await gold.correct(hall.db, task, sign=seen.sign, by=cora, cause=hall.cause(), now=NOW)
    (row,) = await hall.rows(schema.tasks, schema.tasks.c.id == task)
    assert (row.state, row.gold) == ("open", {"preference": 0})


async def test_who_answered_it_decides_nothing_about_it(hall: Hall) -> None:
    people, _ = await rejected(hall, 2)
    await may_coordinate(hall, people[0])
    twin = await coordinator(hall)
    for account in (people[1], twin):
        await paid_to(hall, account, "one")
    task = await suspended(hall, people[0])
    for party in (people[0], twin):
        with pytest.raises(Refused, match="own-work"):
            await gold.keep(hall.db, task, by=party, cause=hall.cause(), now=NOW)
        with pytest.raises(Refused, match="own-work"):
            await gold.withdraw(hall.db, task, by=party, cause=hall.cause(), now=NOW)
        with pytest.raises(Refused, match="own-work"):
            await gold.correct(hall.db, task, sign=0, by=party, cause=hall.cause(), now=NOW)
    assert await owed(hall) == []
    other = await hall.person("Cem", roles=(Role.coordinator,))
    await gold.withdraw(hall.db, task, by=other, cause=hall.cause(), now=NOW)
    assert len(await owed(hall)) == 2


async def test_who_answered_it_does_not_decide_the_dispute_of_another(hall: Hall) -> None:
    people, _ = await rejected(hall, 2)
    made = await object_to(hall, people[0])
    await may_coordinate(hall, people[1])
    for state in (OVERTURNED, UPHELD):
        with pytest.raises(Refused, match="own-work"):
            await decide(hall, made, state, people[1])
