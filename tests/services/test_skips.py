"""Skips in a row: a streak over jobs that were submitted pauses for a while, and is told."""

from datetime import datetime, timedelta

import pytest

from bot.domain.jobs import Job
from bot.domain.people import Pause
from bot.domain.ratings import SkipReason
from bot.domain.refusal import Refused
from bot.domain.rules import CapRules, Rules
from bot.services import ratings, waiting
from storage import schema
from tests.services.builders import MINUTE, NOW, TIE, Hall

HOUR = timedelta(hours=1)
THREE = Rules(skips_to_pull=50, caps=CapRules(skip_streak=3, skip_pause_minutes=60))


async def hand_in(
    hall: Hall, job: Job, acts: str, *, rules: Rules = THREE, now: datetime = NOW
) -> None:
    """Skip (s) or rate (r) task after task, and let it count."""
    for one in acts:
        if one == "s":
            await ratings.skip(
                hall.db, await hall.act(job, now=now), reason=SkipReason.unclear
            )  # fmt: skip
        else:
            await hall.rate(job, TIE, now=now)
    await hall.submit(job, now=now)
    await hall.sweep_submissions(now=now + MINUTE, rules=rules)


async def worker(hall: Hall, tasks_per_job: int = 2) -> int:
    await hall.project(tasks=20, tasks_per_job=tasks_per_job)
    return await hall.person()


async def one_job(hall: Hall, person: int, acts: str, rules: Rules = THREE) -> None:
    await hand_in(hall, await hall.claim(await hall.call(), person), acts, rules=rules)


async def test_skips_in_a_row_over_jobs_pause_for_an_hour(hall: Hall) -> None:
    ada = await worker(hall)
    await waiting.sign_on(hall.db, person_id=ada, hours=8, cause=hall.cause(), now=NOW)
    await one_job(hall, ada, "rs")
    assert (await hall.who(ada)).skip_streak == 1
    last = await hall.claim(await hall.call(), ada)
    await hand_in(hall, last, "ss")
    paused = await hall.who(ada)
    until = NOW + MINUTE + HOUR
    assert (paused.pause, paused.paused_until) == (Pause.skips, until)
    (told,) = await hall.notices("skips_paused")
    assert (told.args["count"], told.args["until"]) == (3, until.isoformat())
    assert [one.after["pause"] for one in await hall.acts("paused")] == ["skips"]
    assert await hall.rows(schema.waiting) == []
    call = await hall.call()
    with pytest.raises(Refused) as no:
        await hall.claim(call, ada, now=until - MINUTE)
    assert (no.value.reason, no.value.facts) == ("paused-skips-until", {"until": until})
    # It ends by itself, and a new streak begins.
    assert await hall.claim(call, ada, now=until)
    assert paused.skip_streak == 0


async def test_whatever_else_is_done_with_a_task_ends_a_streak(hall: Hall) -> None:
    ada = await worker(hall)
    await one_job(hall, ada, "ss")
    await one_job(hall, ada, "rs")
    await one_job(hall, ada, "sr")
    assert (await hall.who(ada)).skip_streak == 0
    assert await hall.notices("skips_paused") == []


async def test_only_what_was_submitted_counts(hall: Hall) -> None:
    ada = await worker(hall, 3)
    job = await hall.claim(await hall.call(), ada)
    for _ in range(3):
        await ratings.skip(hall.db, await hall.act(job), reason=SkipReason.unclear)
    await hall.give_back(job)
    await hall.sweep_submissions(now=NOW + MINUTE, rules=THREE)
    assert (await hall.who(ada)).pause is None


async def test_a_skip_of_a_task_that_is_pulled_is_none(hall: Hall) -> None:
    ada = await worker(hall, 3)
    rules = Rules(skips_to_pull=1, caps=THREE.caps)
    await one_job(hall, ada, "sss", rules=rules)
    assert len(await hall.acts("task-pulled")) == 3
    assert (await hall.who(ada)).pause is None


async def test_who_is_paused_anyway_is_not_paused_again(hall: Hall) -> None:
    ada = await worker(hall, 3)
    job = await hall.claim(await hall.call(), ada)
    await hall.change(schema.people, ada, pause=Pause.own)
    await hand_in(hall, job, "sss")
    found = await hall.who(ada)
    assert (found.pause, found.paused_until, found.skip_streak) == (Pause.own, None, 0)
