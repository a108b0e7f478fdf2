"""What the clock does to jobs: submissions, reminders, expiry, pulled tasks."""

import asyncio
from datetime import datetime

import pytest

from bot.domain.jobs import Job, JobState
from bot.domain.projects import Pace, pace
from bot.domain.ratings import FlagKind, RatingState, SkipReason
from bot.domain.rules import Rules
from bot.services import deadlines, jobs, projects, ratings
from storage import schema
from tests.services.builders import DAY, MINUTE, NOW, SECOND, TIE, Hall

DUE = NOW + 30 * MINUTE


async def a_job(hall: Hall, *, tasks: int = 5, overlap: int = 1) -> Job:
    await hall.project(tasks=tasks, overlap=overlap)
    job = await hall.claim(await hall.call(), await hall.person())
    assert job.due_at == NOW + 6 * tasks * MINUTE
    return job


# Submissions.


async def test_a_submitted_job_is_ratings_with_terms_and_dates(hall: Hall) -> None:
    job = await hall.finish(await a_job(hall))
    assert (job.state, job.submits_at, job.submitted_at) == (JobState.submitted, None, NOW)
    stored = await hall.rows(schema.ratings)
    assert {(row.pay_minor, row.currency) for row in stored} == {(40, "USD")}
    assert {row.accept_by for row in stored} == {NOW + 3 * DAY}
    assert {one.state for one in await hall.assignments(job)} == {RatingState.submitted}
    assert not any(one.held for one in await hall.assignments(job))
    (told,) = await hall.notices("job_submitted")
    assert told.args == {"job_id": job.id}
    assert await hall.slots_add_up() == 0


async def test_two_sweeps_at_once_submit_a_job_once(hall: Hall) -> None:
    job = await a_job(hall)
    await hall.rate_all(job)
    await hall.submit(job)
    await asyncio.gather(*(hall.sweep_submissions(now=NOW + MINUTE) for _ in range(4)))
    assert len(await hall.rows(schema.ratings)) == 5
    assert len(await hall.acts("submitted")) == 1
    assert len(await hall.notices("job_submitted")) == 1


async def test_what_was_left_out_frees_its_slot_and_is_no_rating(hall: Hall) -> None:
    job = await a_job(hall)
    await hall.rate(job, TIE, TIE, TIE)
    await ratings.skip(hall.db, await hall.act(job), reason=SkipReason.too_hard)
    await ratings.flag(hall.db, await hall.act(job), kind=FlagKind.broken)
    await hall.submit(job)
    await hall.sweep_submissions(now=NOW + MINUTE)
    assert len(await hall.rows(schema.ratings)) == 3
    assert await hall.slots_add_up() == 2
    (entry,) = await hall.acts("submitted")
    assert entry.after == {"ratings": 3, "left_out": 2}


async def test_a_job_of_skips_alone_is_settled_at_once_and_measures_nothing(hall: Hall) -> None:
    await hall.project(tasks=6, tasks_per_job=3, overlap=2)
    call = await hall.call()
    await hall.finish(await hall.claim(call, await hall.person()))
    job = await hall.claim(call, await hall.person())
    for _ in range(3):
        await ratings.skip(hall.db, await hall.act(job), reason=SkipReason.other)
    await hall.submit(job)
    await hall.sweep_submissions(now=NOW + MINUTE)
    assert (await hall.job(job)).state is JobState.settled
    found = await projects.by_key(hall.db, "pairs", by=None)
    assert found.measured_jobs == 1


async def test_five_different_skips_pull_a_task(hall: Hall) -> None:
    await hall.project(tasks=2, tasks_per_job=1, overlap=2)
    call = await hall.call()
    crowd = await hall.people(6)
    for n, person in enumerate(crowd[:5], 1):
        job = await hall.claim(call, person)
        await ratings.skip(hall.db, await hall.act(job), reason=SkipReason.unclear)
        await hall.submit(job)
        await hall.sweep_submissions(now=NOW + MINUTE)
        task = (await hall.rows(schema.tasks))[0]
        assert (task.skips, task.state) == (n, "pulled" if n == 5 else "open")
    assert len(await hall.acts("task-pulled")) == 1
    assert await hall.slots_add_up() == 2
    last = await hall.claim(call, crowd[5])
    assert [one.task_id for one in await hall.assignments(last)] == [2]


async def test_a_slot_of_a_pulled_task_is_not_offered_again(hall: Hall) -> None:
    await hall.project(tasks=1, overlap=2)
    call = await hall.call()
    ada, ben = await hall.people(2)
    mine, other = await hall.claim(call, ada), await hall.claim(call, ben)
    await ratings.skip(hall.db, await hall.act(mine), reason=SkipReason.unclear)
    await hall.submit(mine)
    await hall.sweep_submissions(now=NOW + MINUTE, rules=Rules(skips_to_pull=1))
    assert await hall.slots_add_up() == 0
    # Who has it already may still give it back or hand it in.
    await hall.give_back(other)
    assert await hall.slots_add_up() == 0
    assert (await hall.rows(schema.tasks))[0].open_slots == 2


async def test_measured_figures_replace_the_estimate_after_twenty_jobs(hall: Hall) -> None:
    await hall.project(tasks=1, overlap=21, tasks_per_job=1)
    call = await hall.call()
    for n, person in enumerate(await hall.people(21)):
        found = await projects.by_key(hall.db, "pairs", by=None)
        assert pace(found) == (Pace(120, 0) if n < 20 else Pace(10.0, 20))
        job = await hall.claim(call, person)
        await hall.rate_all(job, now=NOW + 10 * SECOND)
        await hall.submit(job, now=NOW + 10 * SECOND)
        await hall.sweep_submissions(now=NOW + MINUTE)


# Expiry.


@pytest.mark.parametrize(
    ("last_act", "now", "expired"),
    [
        (NOW, DUE - SECOND, False),
        (NOW, DUE, True),
        (DUE - 9 * MINUTE, DUE, False),
        (DUE - 9 * MINUTE, DUE + MINUTE, True),
        (DUE + 29 * MINUTE, DUE + 29 * MINUTE, False),
        (DUE + 29 * MINUTE, DUE + 30 * MINUTE, True),
    ],
)
async def test_a_job_expires_when_due_and_idle_or_at_twice_its_time(
    hall: Hall, last_act: datetime, now: datetime, expired: bool
) -> None:
    job = await a_job(hall)
    await ratings.turn_to(hall.db, await hall.act(job, now=last_act), position=2)
    await deadlines.expire(hall.db, now=now)
    state = (await hall.job(job)).state
    assert state is (JobState.expired if expired else JobState.active)
    assert await hall.slots_add_up() == (5 if expired else 0)


async def test_an_expired_job_tells_what_can_still_be_handed_in(hall: Hall) -> None:
    job = await a_job(hall)
    await hall.rate(job, TIE, TIE)
    await asyncio.gather(*(deadlines.expire(hall.db, now=DUE) for _ in range(3)))
    assert await deadlines.expire(hall.db, now=DUE + DAY) == 0
    (told,) = await hall.notices("job_expired")
    assert told.args == {"job_id": job.id, "finished": 2}
    assert [one.values for one in await hall.assignments(job)][:2] == [{"preference": 0}] * 2
    assert len(await hall.acts("expired")) == 1


async def test_a_job_in_its_undo_window_is_not_expired(hall: Hall) -> None:
    job = await a_job(hall)
    await hall.rate_all(job)
    await hall.submit(job, now=DUE - SECOND)
    assert await deadlines.expire(hall.db, now=DUE + DAY) == 0


async def test_an_expired_job_reopens_a_filled_call(hall: Hall) -> None:
    await hall.project(tasks=30)
    call = await hall.call(limit=1)
    ada, ben = await hall.people(2)
    await hall.claim(call, ada)
    assert (await hall.try_claim(call, ben)).list_place == 1
    await deadlines.expire(hall.db, now=DUE)
    assert (await hall.try_claim(call, ben, now=DUE)).job


# Reminders.


async def test_the_idle_are_reminded_silently_and_then_with_sound(hall: Hall) -> None:
    job = await a_job(hall)
    for minute, told in ((14, 0), (15, 1), (16, 1), (27, 2), (28, 2)):
        await deadlines.remind(hall.db, now=NOW + minute * MINUTE)
        assert len(await hall.notices("job_reminder")) == told
    first, second = await hall.notices("job_reminder")
    assert (first.args["which"], first.sound) == (1, False)
    assert (second.args["which"], second.sound) == (2, True)
    assert {first.expires_at, second.expires_at} == {job.due_at}


async def test_who_is_at_work_is_not_reminded(hall: Hall) -> None:
    job = await a_job(hall)
    await ratings.turn_to(hall.db, await hall.act(job, now=NOW + 12 * MINUTE), position=2)
    assert await deadlines.remind(hall.db, now=NOW + 16 * MINUTE) == 0
    assert await deadlines.remind(hall.db, now=NOW + 17 * MINUTE) == 1


async def test_more_time_begins_the_reminders_anew(hall: Hall) -> None:
    job = await a_job(hall)
    await deadlines.remind(hall.db, now=NOW + 15 * MINUTE)
    await jobs.extend(
        hall.db, number=job.number, person_id=job.person_id, cause=hall.cause(),
        now=NOW + 16 * MINUTE,
    )  # fmt: skip
    assert await deadlines.remind(hall.db, now=NOW + 27 * MINUTE) == 0
    assert await deadlines.remind(hall.db, now=NOW + 30 * MINUTE) == 1
    assert [one.args["which"] for one in await hall.notices("job_reminder")] == [1, 1]


async def test_many_jobs_that_can_still_be_undone_do_not_hide_the_pace(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deadlines, "MEASURED_OVER", 2)
    await hall.project(tasks=8, overlap=1, tasks_per_job=2)
    call = await hall.call()
    first, *others = [await hall.claim(call, person) for person in await hall.people(4)]
    await hall.submit(await hall.rate_all(first))
    for job in others:
        await hall.submit(await hall.rate_all(job), now=NOW + MINUTE)
    assert await hall.sweep_submissions(now=NOW + 30 * SECOND) == 1
    assert (await projects.by_key(hall.db, "pairs", by=None)).measured_jobs == 1
