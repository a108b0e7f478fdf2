"""The out-of-work list in its order, and the true reason why there is nothing."""

from datetime import datetime, timedelta

import pytest

from bot.domain.people import Standing
from bot.domain.projects import ProjectState
from bot.domain.refusal import Refused
from bot.services import projects, waiting
from bot.services.waiting import Work
from storage import schema
from tests.services.builders import MINUTE, NOW, RULES, Hall

HOUR = timedelta(hours=1)


async def sign_on(hall: Hall, person: int, hours: int = 2, now: datetime = NOW) -> int:
    place, _ = await waiting.sign_on(
        hall.db, person_id=person, hours=hours, cause=hall.cause(), now=now,
    )  # fmt: skip
    return place


async def work(hall: Hall, person: int, now: datetime = NOW) -> Work:
    return await waiting.work(hall.db, person_id=person, now=now, rules=RULES)


async def test_the_list_is_in_the_order_of_signing_on(hall: Hall) -> None:
    people = await hall.people(3)
    assert [await sign_on(hall, one) for one in people] == [1, 2, 3]
    # Signing on again keeps the place, and only moves the end.
    assert await sign_on(hall, people[0], hours=8, now=NOW + MINUTE) == 1
    found = await work(hall, people[0])
    assert (found.list_place, found.list_until) == (1, NOW + MINUTE + 8 * HOUR)


async def test_who_leaves_or_whose_time_ends_moves_the_others_up(hall: Hall) -> None:
    ada, ben, cleo = await hall.people(3)
    await sign_on(hall, ada, hours=1)
    await sign_on(hall, ben)
    await sign_on(hall, cleo)
    await waiting.sign_off(hall.db, person_id=ben, cause=hall.cause(), now=NOW)
    await waiting.sign_off(hall.db, person_id=ben, cause=hall.cause(), now=NOW)
    assert len(await hall.acts("signed-off")) == 1
    assert (await work(hall, cleo)).list_place == 2
    assert (await work(hall, cleo, NOW + HOUR)).list_place == 1
    assert (await work(hall, ada, NOW + HOUR)).list_place is None
    await waiting.end_waits(hall.db, now=NOW + HOUR)
    assert [row.person_id for row in await hall.rows(schema.waiting)] == [cleo]


async def test_who_comes_back_after_the_end_is_last(hall: Hall) -> None:
    ada, ben = await hall.people(2)
    await sign_on(hall, ada, hours=1)
    await sign_on(hall, ben)
    assert await sign_on(hall, ada, now=NOW + HOUR) == 2


async def test_who_may_not_work_is_not_signed_on(hall: Hall) -> None:
    eve = await hall.person(standing=Standing.suspended)
    with pytest.raises(Refused, match="standing-suspended"):
        await sign_on(hall, eve)
    assert await hall.rows(schema.waiting) == []


async def test_work_shows_what_can_be_claimed_at_what_terms(hall: Hall) -> None:
    project = await hall.project(tasks=10)
    await hall.call()
    await hall.call(limit=1)
    found = await work(hall, await hall.person())
    (opening,) = found.openings
    assert (opening.project, opening.places) == (project, 7)
    assert opening.terms.pay.minor == 40
    assert (found.jobs, found.reasons, found.list_place) == ([], [], None)


async def test_work_shows_the_jobs_in_hand_the_latest_first(hall: Hall) -> None:
    await hall.project(tasks=20)
    call, ada = await hall.call(), await hall.person()
    first = await hall.claim(call, ada)
    second = await hall.claim(await hall.call(), ada, now=NOW + MINUTE)
    found = await work(hall, ada)
    assert [job.id for job in found.jobs] == [second.id, first.id]
    assert found.names == {1: "Pairs of pairs"}


async def reasons(hall: Hall, person: int) -> list[str]:
    return [no.reason for _, no in (await work(hall, person)).reasons]


async def test_work_always_says_why_there_is_nothing(hall: Hall) -> None:
    ada = await hall.person()
    await hall.project(tasks=0)
    assert (await reasons(hall, ada)) == []
    await hall.publish("pairs", {"id": "t", "prompt": "?", "responses": [
        {"id": "x", "text": "One."}, {"id": "y", "text": "Two."}]}, )  # fmt: skip
    assert await reasons(hall, ada) == ["no-call-open"]
    call = await hall.call()
    await hall.finish(await hall.claim(call, ada))
    assert await reasons(hall, ada) == ["seen-all"]
    for person in await hall.people(2):
        await hall.claim(call, person)
    assert await reasons(hall, ada) == ["all-with-others"]
    await projects.set_state(
        hall.db, key="pairs", state=ProjectState.paused, by=None, cause=None, now=NOW
    )
    assert await reasons(hall, ada) == ["project-paused"]
    paused = await hall.person(pause="own", paused_until=NOW + HOUR)
    assert await reasons(hall, paused) == ["paused"]
