"""Handing in what was finished of a job that the clock took back, as far as slots last."""

import pytest

from bot.domain.jobs import Job, JobState
from bot.domain.refusal import Refused, Repeated
from bot.services import deadlines, jobs, ratings
from storage import schema
from tests.services.builders import DAY, MINUTE, NOW, RULES, SECOND, TIE, Hall

LATE = NOW + 3 * 60 * MINUTE


async def a_job(hall: Hall, *, tasks: int = 3, overlap: int = 1, limit: int | None = None) -> Job:
    await hall.project(tasks=tasks, overlap=overlap)
    return await hall.claim(await hall.call(limit=limit), await hall.person())


async def expired(hall: Hall, *options: int, tasks: int = 3, overlap: int = 1) -> Job:
    """A job in which so many tasks were answered before the clock took it back."""
    job = await a_job(hall, tasks=tasks, overlap=overlap)
    await hall.rate(job, *options)
    await deadlines.expire(hall.db, now=LATE)
    job = await hall.job(job)
    assert job.state is JobState.expired
    return job


async def test_what_was_finished_of_an_expired_job_can_be_handed_in(hall: Hall) -> None:
    job = await expired(hall, TIE, TIE)
    assert await hall.slots_add_up() == 3
    assert await hall.hand_in(job, now=LATE + MINUTE, cause="u:1") == 2
    assert await hall.slots_add_up() == 1
    with pytest.raises(Repeated):
        await hall.hand_in(job, now=LATE + MINUTE, cause="u:1")
    with pytest.raises(Refused, match="stale-button"):
        await hall.hand_in(job, now=LATE + MINUTE)
    await hall.sweep_submissions(now=LATE + 2 * MINUTE)
    assert len(await hall.rows(schema.ratings)) == 2
    assert (await hall.job(job)).state is JobState.submitted
    assert await hall.slots_add_up() == 1


async def test_only_those_with_a_slot_left_are_handed_in(hall: Hall) -> None:
    await hall.project(tasks=2, overlap=1, tasks_per_job=2)
    call = await hall.call()
    ada, ben = await hall.people(2)
    job = await hall.claim(call, ada)
    await hall.rate_all(job)
    await deadlines.expire(hall.db, now=LATE)
    other = await hall.claim(call, ben, now=LATE)
    await hall.rate(other, TIE, now=LATE)
    await hall.give_back(other, submit_finished=True, now=LATE)
    assert await hall.hand_in(job, now=LATE + MINUTE) == 1
    await hall.sweep_submissions(now=LATE + 5 * MINUTE)
    assert len(await hall.rows(schema.ratings)) == 2
    assert await hall.slots_add_up() == 0


async def test_without_slots_handing_in_late_is_refused(hall: Hall) -> None:
    await hall.project(tasks=2, overlap=1)
    call = await hall.call()
    ada, ben = await hall.people(2)
    job = await hall.claim(call, ada)
    await hall.rate_all(job)
    await deadlines.expire(hall.db, now=LATE)
    await hall.claim(call, ben, now=LATE)
    before = await hall.census()
    with pytest.raises(Refused, match="slots-gone"):
        await hall.hand_in(job, now=LATE + MINUTE)
    assert await hall.census() == before


async def test_nobody_hands_in_for_another(hall: Hall) -> None:
    job = await expired(hall, TIE)
    with pytest.raises(Refused, match="not-yours"):
        await jobs.hand_in_kept(
            hall.db, number=job.number, person_id=await hall.person(), cause=hall.cause(),
            now=LATE, rules=RULES,
        )  # fmt: skip


async def test_a_late_hand_in_that_is_undone_expires_again(hall: Hall) -> None:
    job = await expired(hall, TIE, TIE)
    await hall.hand_in(job, now=LATE + MINUTE)
    await ratings.undo(hall.db, await hall.act(job, now=LATE + MINUTE + SECOND))
    assert await deadlines.expire(hall.db, now=LATE + DAY) == 1
    assert await hall.slots_add_up() == 3
    (call,) = await hall.rows(schema.calls)
    assert call.taken == 0
    assert await hall.hand_in(job, now=LATE + DAY + MINUTE) == 2


async def test_a_late_hand_in_without_a_draft_that_moved_on_can_be_undone(hall: Hall) -> None:
    await hall.project(tasks=2, overlap=2)
    call = await hall.call()
    ada, ben, cleo = await hall.people(3)
    job = await hall.claim(call, ada)
    await hall.rate_all(job)
    await deadlines.expire(hall.db, now=LATE)
    others = [await hall.claim(call, one, now=LATE) for one in (ben, cleo)]
    act = await hall.act(others[1], now=LATE)
    await ratings.turn_to(hall.db, act, position=2)
    await hall.rate(others[1], TIE, now=LATE)
    await hall.give_back(others[1], submit_finished=True, now=LATE)
    # Only the first task has a slot now: its draft moves to the next job of the same person.
    again = await hall.claim(call, ada, now=LATE)
    assert [one.task_id for one in await hall.assignments(again)] == [1]
    await hall.give_back(others[0], now=LATE)
    assert await hall.hand_in(job, now=LATE + MINUTE) == 1
    await ratings.undo(hall.db, await hall.act(job, now=LATE + MINUTE + SECOND))
    with pytest.raises(Refused, match="stale-button"):
        await ratings.turn_to(hall.db, await hall.act(job), position=1)
    await ratings.turn_to(hall.db, await hall.act(job), position=2)
    view = await jobs.view(hall.db, job.id)
    assert view.current is not None
    assert view.current.task_id == 2
