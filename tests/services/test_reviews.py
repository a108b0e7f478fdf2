"""Acceptance by the deadline: ratings, jobs and tasks settle, each once."""

import asyncio
from datetime import timedelta

from bot.domain.jobs import JobState
from bot.services import reviews, waiting
from storage import schema
from tests.services.builders import DAY, NOW, RULES, SECOND, Hall

DEADLINE = NOW + 3 * DAY


async def test_what_nobody_reviewed_is_accepted_at_the_deadline(hall: Hall) -> None:
    await hall.project(tasks=2)
    ada = await hall.person()
    job = await hall.finish(await hall.claim(await hall.call(), ada))
    assert await reviews.accept_overdue(hall.db, now=DEADLINE - SECOND) == 0
    assert await reviews.accept_overdue(hall.db, now=DEADLINE) == 2
    assert await reviews.accept_overdue(hall.db, now=DEADLINE) == 0
    stored = await hall.rows(schema.ratings)
    assert {(row.state, row.decided_at) for row in stored} == {("accepted", DEADLINE)}
    assert (await hall.job(job)).state is JobState.settled
    work = await waiting.work(hall.db, person_id=ada, now=DEADLINE, rules=RULES)
    assert work.earned == {("accepted", "USD"): (2, 80)}
    (told,) = await hall.notices("job_accepted")
    assert (told.args["job_id"], told.sound) == (job.id, False)
    assert told.not_before == DEADLINE
    (entry,) = await hall.acts("accepted")
    assert (entry.actor_id, entry.after) == (None, {"ratings": 2})


async def test_two_sweeps_at_once_accept_once(hall: Hall) -> None:
    await hall.project(tasks=2)
    await hall.finish(await hall.claim(await hall.call(), await hall.person()))
    await asyncio.gather(*(reviews.accept_overdue(hall.db, now=DEADLINE) for _ in range(3)))
    assert len(await hall.acts("accepted")) == 1
    assert len(await hall.notices("job_accepted")) == 1


async def test_a_task_is_decided_with_its_last_accepted_rating(hall: Hall) -> None:
    await hall.project(tasks=1, overlap=2)
    call = await hall.call()
    ada, ben = await hall.people(2)
    await hall.finish(await hall.claim(call, ada))
    later = NOW + DAY
    await hall.finish(await hall.claim(call, ben, now=later), now=later)
    await reviews.accept_overdue(hall.db, now=DEADLINE)
    assert (await hall.rows(schema.tasks))[0].state == "open"
    await reviews.accept_overdue(hall.db, now=DEADLINE + DAY)
    assert (await hall.rows(schema.tasks))[0].state == "decided"


async def test_a_task_with_a_slot_left_is_not_decided(hall: Hall) -> None:
    await hall.project(tasks=1, overlap=2)
    await hall.finish(await hall.claim(await hall.call(), await hall.person()))
    await reviews.accept_overdue(hall.db, now=DEADLINE)
    assert (await hall.rows(schema.tasks))[0].state == "open"


async def test_good_news_waits_for_the_end_of_the_quiet_hours(hall: Hall) -> None:
    await hall.project(tasks=1)
    ada = await hall.person(zone="Asia/Tokyo")
    await hall.finish(await hall.claim(await hall.call(), ada))
    # 23:00 in Tokyo.
    now = DEADLINE + timedelta(hours=2)
    await reviews.accept_overdue(hall.db, now=now)
    (told,) = await hall.notices("job_accepted")
    assert told.not_before == DEADLINE + timedelta(hours=11)
