"""Verdicts, corrections, disputes and the clock at once: each rating has one fate."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from functools import partial
from random import Random
from typing import Any

import pytest

from bot.domain.disputes import DisputeState
from bot.domain.lines import Line, LineState
from bot.domain.pay_terms import Verdict
from bot.insistence import insistently
from bot.services import deadlines, disputes, reviews
from storage import schema
from tests.invariants import broken
from tests.services.builders import A_BETTER, DAY, NOW, RULES, Hall
from tests.services.reviewing import (
    accept,
    decide,
    dispute,
    handed_in,
    judge,
    lines_of,
    return_job,
    reviewer,
)
from tests.services.test_at_once import refusable

Doing = Callable[[], Awaitable[Any]]


async def at_once(*doing: Doing) -> list[Any]:
    return list(await asyncio.gather(*(refusable(one) for one in doing)))


async def test_two_reviewers_of_one_rating_give_one_verdict(hall: Hall) -> None:
    job = await handed_in(hall)
    (line,) = await lines_of(hall, job)
    one, two, three = [await reviewer(hall, name) for name in ("Rita", "Saul", "Tara")]
    got = await at_once(
        partial(accept, hall, line, one), partial(judge, hall, line, Verdict.rejected, two),
        partial(judge, hall, line, Verdict.returned, three),
    )  # fmt: skip
    assert sum(given is not None for given in got) == 1
    assert len(await hall.rows(schema.reviews)) == 1
    assert await broken(hall.db) == []


async def test_a_verdict_meets_the_review_deadline_and_one_of_them_counts(hall: Hall) -> None:
    job = await handed_in(hall, size=4)
    found = await lines_of(hall, job)
    rita = await reviewer(hall)
    late = found[0].accept_by
    verdicts = (Verdict.rejected, Verdict.returned, Verdict.fixed, Verdict.rejected)
    await at_once(
        partial(reviews.accept_overdue, hall.db, now=late),
        *(
            partial(judge, hall, line, verdict, rita, now=late)
            for line, verdict in zip(found, verdicts, strict=True)
        ),
        partial(reviews.accept_overdue, hall.db, now=late),
    )
    for line in await lines_of(hall, job):
        given = await hall.rows(
            schema.reviews, schema.reviews.c.assignment_id == line.assignment_id
        )
        waits = line.state is LineState.submitted
        assert len(given) == (1 if waits or line.is_reduced or not line.pay.minor else 0)
    assert await broken(hall.db) == []


async def test_a_correction_meets_its_due_time_and_one_of_them_counts(hall: Hall) -> None:
    job = await handed_in(hall)
    (line,) = await lines_of(hall, job)
    await judge(hall, line, Verdict.returned, await reviewer(hall))
    again = await hall.rate(await return_job(hall), A_BETTER + 1)
    due = again.due_at + timedelta(hours=1)
    await at_once(
        partial(deadlines.expire, hall.db, now=due),
        partial(hall.submit, again, now=due),
        partial(hall.give_back, again, now=due),
        partial(deadlines.expire, hall.db, now=due),
    )
    await hall.sweep_submissions(now=due + DAY)
    versions = [row.state for row in await hall.rows(schema.ratings)]
    assert versions in (["submitted"], ["returned", "submitted"])
    assert await broken(hall.db) == []


class Bench:
    """Reviewers who do anything in any order, and a contractor who corrects what comes back."""

    def __init__(self, hall: Hall, found: list[Line], judges: list[int], random: Random) -> None:
        self.hall, self.found, self.judges, self.random = hall, found, judges, random

    async def judges_something(self, turn: int) -> None:
        by, now = self.random.choice(self.judges), NOW + turn * timedelta(hours=9)
        line = self.random.choice(self.found)
        verdict = self.random.choice(list(Verdict))
        if verdict is Verdict.accepted:
            await refusable(partial(accept, self.hall, line, by, now=now))
            return
        given = await refusable(partial(judge, self.hall, line, verdict, by, now=now))
        if given is None:
            return
        if verdict is Verdict.returned:
            await self.corrects(turn)
        elif self.random.random() < 0.7:
            await self.objects(given, turn)

    async def corrects(self, turn: int) -> None:
        now = NOW + turn * timedelta(hours=9)
        again = await return_job(self.hall)
        await refusable(partial(self.hall.rate, again, self.random.randrange(3), now=now))
        if self.random.random() < 0.6:
            await refusable(partial(self.hall.submit, again, now=now))

    async def objects(self, given: Any, turn: int) -> None:
        now = NOW + turn * timedelta(hours=9)
        made = await refusable(partial(dispute, self.hall, given, now=now))
        if made is not None:
            state = self.random.choice([DisputeState.upheld, DisputeState.overturned])
            by = self.random.choice(self.judges)
            await refusable(partial(decide, self.hall, made, state, by, now=now))

    async def clock(self, turn: int) -> None:
        now = NOW + turn * timedelta(hours=9)
        for sweep in (
            partial(deadlines.finish_submissions, now=now, rules=RULES),
            partial(deadlines.expire, now=now),
            partial(reviews.accept_overdue, now=now),
            partial(disputes.decide_overdue, now=now),
        ):
            await insistently(partial(sweep, self.hall.db))


@pytest.mark.parametrize("seed", [1, 2])
async def test_whatever_is_decided_at_once_leaves_the_hall_true(hall: Hall, seed: int) -> None:
    random = Random(seed)
    await hall.project(tasks=9, tasks_per_job=3, overlap=2)
    call = await hall.call()
    jobs = [await hall.finish(await hall.claim(call, one)) for one in await hall.people(4)]
    found = [line for job in jobs for line in await lines_of(hall, job)]
    judges = [await reviewer(hall, f"Judge {n}") for n in range(3)]
    bench = Bench(hall, found, judges, random)
    for turn in range(8):
        await asyncio.gather(*(bench.judges_something(turn) for _ in range(4)), bench.clock(turn))
    assert await broken(hall.db) == []
    for turn in range(8, 60):
        await bench.clock(turn)
    assert await broken(hall.db) == []
    assert {row.state for row in await hall.rows(schema.disputes)} <= {"upheld", "overturned"}
    assert {line.state for job in jobs for line in await lines_of(hall, job)} <= {
        LineState.confirmed, LineState.rejected,
    }  # fmt: skip
