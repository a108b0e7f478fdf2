"""Handing in: whole, undone while the window is open, and only once."""

import pytest

from bot.domain.jobs import Job, JobState
from bot.domain.refusal import Refused
from bot.services import ratings
from storage import schema
from tests.services.builders import MINUTE, NOW, RULES, SECOND, TIE, Hall


async def a_job(hall: Hall) -> Job:
    await hall.project(tasks=3)
    return await hall.claim(await hall.call(), await hall.person())


async def test_an_unfinished_job_is_not_handed_in(hall: Hall) -> None:
    job = await a_job(hall)
    await hall.rate(job, TIE)
    with pytest.raises(Refused) as no:
        await hall.submit(job)
    assert (no.value.reason, no.value.facts) == ("unfinished", {"tasks": "2, 3"})


async def test_until_the_undo_window_is_over_nothing_counts(hall: Hall) -> None:
    job = await a_job(hall)
    await hall.rate_all(job)
    turned = await hall.submit(job)
    assert turned.job.submits_at == NOW + 10 * SECOND
    assert await hall.sweep_submissions(now=NOW + 9 * SECOND) == 0
    assert await hall.rows(schema.ratings) == []
    assert (await hall.job(job)).state is JobState.active
    assert await hall.notices("job_submitted") == []
    assert await hall.sweep_submissions(now=NOW + 10 * SECOND) == 1
    assert len(await hall.rows(schema.ratings)) == 3
    assert await hall.sweep_submissions(now=NOW + 10 * SECOND) == 0
    assert len(await hall.rows(schema.ratings)) == 3


async def test_what_was_handed_in_takes_no_answers_meanwhile(hall: Hall) -> None:
    job = await a_job(hall)
    await hall.rate_all(job)
    await hall.submit(job)
    act = await hall.act(job)
    for late in (
        ratings.answer(hall.db, act, question=0, option=TIE),
        ratings.turn_to(hall.db, act, position=1),
        ratings.submit(hall.db, act, rules=RULES),
        ratings.correct_time(hall.db, act, direction=1),
    ):
        with pytest.raises(Refused, match="submitting"):
            await late


async def test_undo_opens_the_job_again_and_it_can_be_handed_in_anew(hall: Hall) -> None:
    job = await a_job(hall)
    await hall.rate_all(job)
    await hall.submit(job)
    undone = (await ratings.undo(hall.db, await hall.act(job, now=NOW + 9 * SECOND))).job
    assert (undone.submits_at, undone.submitted_at, undone.position) == (None, None, 4)
    assert await hall.sweep_submissions(now=NOW + MINUTE) == 0
    assert await hall.rows(schema.ratings) == []
    await hall.submit(job, now=NOW + 2 * MINUTE)
    await hall.sweep_submissions(now=NOW + 3 * MINUTE)
    stored = await hall.rows(schema.ratings)
    assert [row.version for row in stored] == [1, 1, 1]
    assert {row.submitted_at for row in stored} == {NOW + 2 * MINUTE}


@pytest.mark.parametrize("seconds", [10, 3600])
async def test_undo_is_refused_when_its_window_is_over(hall: Hall, seconds: int) -> None:
    job = await a_job(hall)
    await hall.rate_all(job)
    await hall.submit(job)
    act = await hall.act(job, now=NOW + seconds * SECOND)
    with pytest.raises(Refused, match="undo-over"):
        await ratings.undo(hall.db, act)
    await hall.sweep_submissions(now=NOW + seconds * SECOND)
    with pytest.raises(Refused, match="job-submitted"):
        await ratings.undo(hall.db, await hall.act(job))


async def test_there_is_nothing_to_undo_before_submitting(hall: Hall) -> None:
    job = await a_job(hall)
    with pytest.raises(Refused, match="undo-over"):
        await ratings.undo(hall.db, await hall.act(job))
