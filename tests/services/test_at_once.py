"""Everything at once: what one writer keeps apart on SQLite, locks keep apart on PostgreSQL."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from functools import partial
from random import Random
from typing import Any

import pytest

from bot.domain.calls import Call
from bot.domain.jobs import Job
from bot.domain.people import Role
from bot.domain.refusal import Refused, Repeated
from bot.insistence import insistently
from bot.services import calls, deadlines, pulled, ratings, reviews, roles, taking_back
from storage import jobs, schema
from tests.invariants import broken, changeable
from tests.services.builders import NOW, RULES, Hall, item

PEOPLE = 16
ACTS = 14
DAY = timedelta(days=1)


async def refusable(work: Callable[[], Awaitable[Any]]) -> Any:
    """What comes of the work, as the intake does it; none for a polite no."""
    try:
        return await insistently(work)
    except (Refused, Repeated):
        return None


class Worker:
    """One person who does something useful or foolish at every turn."""

    def __init__(self, hall: Hall, person_id: int, calls_: list[Call], random: Random) -> None:
        self.hall, self.person_id, self.calls, self.random = hall, person_id, calls_, random
        self.job: Job | None = None
        self.now = NOW

    async def work(self) -> None:
        for _ in range(ACTS):
            self.now += timedelta(seconds=self.random.randrange(60))
            if self.job is None:
                await self.claim_twice()
            else:
                await self.act(self.job)

    async def claim_twice(self) -> None:
        call = self.random.choice(self.calls)
        taps = [lambda: self.hall.try_claim(call, self.person_id, now=self.now)] * 2
        got = await asyncio.gather(*(refusable(tap) for tap in taps))
        given = [claim.job for claim in got if claim is not None and claim.job is not None]
        # Between two taps the clock may end the job of the first: then the second is a new claim.
        async with self.hall.db.read() as tx:
            open_now = await jobs.current(tx, self.person_id)
        mine = [job for job in open_now if job.call_id == call.id and job.submits_at is None]
        assert len(mine) <= 1, "two taps on one call gave two jobs"
        self.job = max(given, key=lambda job: job.id, default=None)

    async def act(self, job: Job) -> None:
        choice = self.random.randrange(10)
        if choice < 6:
            act = await self.hall.act(job, now=self.now)
            option = self.random.randrange(3)
            await refusable(lambda: ratings.answer(self.hall.db, act, question=0, option=option))
        elif choice == 6:
            await refusable(lambda: self.hall.give_back(job, now=self.now))
            self.job = None
        elif choice == 7:
            await refusable(lambda: self.hall.hand_in(job, now=self.now))
        else:
            await refusable(lambda: self.hall.rate_all(job, now=self.now))
            await refusable(lambda: self.hall.submit(job, now=self.now))
            self.job = None


async def sweep(hall: Hall, random: Random) -> None:
    """The clock, which does not wait for anybody."""
    for _ in range(ACTS):
        now = NOW + timedelta(seconds=random.randrange(3600))
        for work in (
            partial(deadlines.finish_submissions, now=now, rules=RULES),
            partial(deadlines.expire, now=now + DAY / 2),
            partial(calls.lapse_offers, now=now),
            partial(calls.close_finished, now=now),
            partial(reviews.accept_overdue, now=now + 5 * DAY),
        ):
            await insistently(partial(work, hall.db))


async def coordinate(hall: Hall, boss: int, random: Random) -> None:
    """A coordinator pulls what is left of a file, puts tasks back, takes files back."""
    for nth in range(ACTS):
        if nth == 1:
            await hall.publish("other", item("more"), item("and more"))
        cause = hall.cause()
        numbers = [row.number for row in await hall.rows(schema.batches)]
        out = [row.id for row in await hall.rows(schema.tasks) if row.state == "pulled"]
        number, choice = random.choice(numbers), random.randrange(3)
        if out and choice:
            back = partial(pulled.put_back, by=boss, cause=cause, now=NOW)
            await refusable(partial(back, hall.db, random.choice(out)))
        else:
            act = taking_back.take_back if choice == 1 else taking_back.pull_rest
            taken = partial(act, number=number, by=boss, cause=cause, now=NOW)
            await refusable(partial(taken, hall.db))


@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_whatever_happens_at_once_leaves_the_hall_true(hall: Hall, seed: int) -> None:
    random = Random(seed)
    await hall.project("pairs", tasks=12, overlap=2, tasks_per_job=3)
    await hall.project("other", tasks=6, overlap=3, tasks_per_job=2)
    group = await hall.group()
    open_calls = [
        await hall.call("pairs", groups=(group,)),
        await hall.call("pairs", limit=3, groups=(group,)),
        await hall.call("other", groups=(group,)),
    ]
    workers = [
        Worker(hall, one, open_calls, Random(random.random())) for one in await hall.people(PEOPLE)
    ]
    await asyncio.gather(
        *(one.work() for one in workers), sweep(hall, random), sweep(hall, random),
        coordinate(hall, await hall.person(roles=(Role.coordinator,)), Random(seed)),
    )  # fmt: skip
    assert await broken(hall.db) == []
    assert await changeable(hall.db) == []


async def test_taps_on_several_calls_at_once_stay_below_the_cap(hall: Hall) -> None:
    person = await hall.person()
    await hall.project(tasks=40, tasks_per_job=2)
    several = [await hall.call() for _ in range(6)]
    got = await asyncio.gather(
        *(refusable(partial(hall.try_claim, call, person)) for call in several)
    )
    assert sum(one is not None for one in got) == RULES.open_jobs
    assert await broken(hall.db) == []


async def test_two_admins_who_take_the_role_from_each_other_at_once_leave_one(hall: Hall) -> None:
    one = await hall.person(roles=(Role.admin,))
    two = await hall.person(roles=(Role.admin,))
    held = {role.person.id: role.role_id for role in await roles.holders(hall.db, by=one)}
    await asyncio.gather(
        *(
            refusable(
                partial(
                    roles.revoke, hall.db, role_id=held[other], by=by, cause=hall.cause(), now=NOW
                )
            )
            for by, other in ((one, two), (two, one))
        )
    )
    assert len(await roles.everybody(hall.db)) == 1
