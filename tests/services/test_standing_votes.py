"""A verdict that fell counts nowhere any more: one rule for answers, figures, tiers and files."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from bot.domain.disputes import DisputeState
from bot.domain.jobs import Job
from bot.domain.pay_terms import Verdict
from bot.domain.people import Role
from bot.services import doubts, tiers
from bot.services.reviews import Given
from storage import answers, measures, ratings, schema, tier_facts
from storage import disputes as stored_disputes
from tests.services.builders import DAY, NOW, Hall
from tests.services.reviewing import TWICE, accept, decide, dispute, handed_in, judge, lines_of

THEIRS = 2  # a button that means something else than what was rated

Fall = Callable[[Hall, Given], Awaitable[None]]


async def counted(hall: Hall, job: Job) -> list[Any]:
    """What the answer, the nightly figures, and an export take for the rating; then the tier."""
    (one,) = await hall.assignments(job)
    async with hall.db.read() as tx:
        (task,) = await answers.to_weigh(tx, [one.task_id])
        _, votes = await measures.votes(tx, job.project_id, after=0, most=10)
        (row,) = await ratings.votes(tx, [one.task_id])
        parts = await tier_facts.of_person(tx, job.person_id, NOW - DAY)
        (line,) = await hall.rows(schema.lines, schema.lines.c.assignment_id == one.id)
        shields = await stored_disputes.shields(tx, line.id)
    said = [one.answer for one in task.votes] + [one.answer for one in votes]
    return [*said, row["fix"] or row["answer"], parts["rating"].verdicts, shields]


async def in_a_dispute(hall: Hall, given: Given) -> None:
    third = await hall.person("Third", roles=(Role.coordinator,))
    await decide(hall, await dispute(hall, given), DisputeState.overturned, third)


async def in_a_second_look(hall: Hall, given: Given) -> None:
    second = await hall.person("Second", roles=(Role.coordinator,))
    await accept(hall, given.line, second)
    (row,) = await hall.rows(schema.second_reviews)
    await doubts.decide(
        hall.db, number=row.number, outcome="overturned", cause=hall.cause(), now=NOW,
        by=await hall.person("Third", roles=(Role.coordinator,)),
    )  # fmt: skip


@pytest.mark.parametrize("fall", [in_a_dispute, in_a_second_look])
async def test_a_correction_that_fell_counts_nowhere(hall: Hall, fall: Fall) -> None:
    job = await handed_in(hall, overlap=1)
    (line,) = await lines_of(hall, job)
    first = await hall.person("First", roles=(Role.coordinator,))
    before = await counted(hall, job)
    given = await judge(hall, line, Verdict.fixed, first, fix=THEIRS, rules=TWICE)
    fixed = await counted(hall, job)
    assert fixed == [given.review.fix] * 3 + [1, False]
    assert given.review.fix not in before
    await fall(hall, given)
    assert await counted(hall, job) == [*before[:-1], True]
    (shown,), whole = (await tiers.judged(hall.db, job.person_id, gold=False, page=0, size=5))[1:]
    assert (shown.dispute, whole) == ("overturned", 1)
