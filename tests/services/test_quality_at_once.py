"""Quality at once: votes, known answers, unsure tasks, doubts, disputes, the night, all racing."""

import asyncio
from datetime import timedelta
from functools import partial
from random import Random
from typing import Any

import pytest
from sqlalchemy import or_, select

from bot.domain.calls import Call
from bot.domain.disputes import DisputeState
from bot.domain.overlap import Sureness
from bot.domain.pay_terms import Verdict
from bot.domain.people import Role
from bot.domain.rules import GoldRules, ReviewRules, Rules
from bot.effects.retier import is_stale
from bot.insistence import insistently
from bot.services import (
    deadlines,
    disputes,
    doubts,
    gold,
    measuring,
    ratings,
    reviews,
    tiers,
    unsure,
)
from storage import lines as stored_lines
from storage import schema
from tests.invariants import broken
from tests.services.builders import DAY, NOW, RULES, Hall, item
from tests.services.here import here
from tests.services.reviewing import TWICE, accept, decide, judge
from tests.services.test_at_once import refusable

pytestmark = pytest.mark.engines("postgres")

TURNS = 5
HALF = Rules(gold=GoldRules(50, 50), reviews=ReviewRules(gold_percent=0))


class Crowd:
    """Raters, judges and the clock of one project, who do whatever they may at every turn."""

    def __init__(self, hall: Hall, call: Call, judges: list[int], random: Random) -> None:
        self.hall, self.call, self.judges, self.random = hall, call, judges, random
        self.db, self.now = hall.db, NOW

    def some(self, found: list[Any]) -> Any:
        """One of them by chance; none of none."""
        return self.random.choice(found) if found else None

    async def rates(self, person: int) -> None:
        """A job, rated by chance and handed in."""
        claim = await refusable(
            partial(self.hall.try_claim, self.call, person, now=self.now, rules=HALF)
        )
        if claim is None or claim.job is None:
            return
        for _ in range(claim.job.size):
            act = await self.hall.act(claim.job, now=self.now)
            option = self.random.choice((1, 1, 3, 4, 6))
            rated = partial(ratings.answer, self.db, act, question=0, option=option)
            await refusable(rated)
        await refusable(partial(self.hall.submit, claim.job, now=self.now))

    async def judges_a_line(self, by: int) -> None:
        """A first verdict or a second one."""
        waits = schema.lines.c.state == "submitted"
        again = select(schema.second_reviews.c.line_id).where(
            schema.second_reviews.c.state == "waiting"
        )
        found = await self.hall.rows(
            schema.lines, or_(waits, schema.lines.c.id.in_(again)), schema.lines.c.kind == "rating"
        )
        row = self.some(found)
        if row is None:
            return
        async with self.db.read() as tx:
            (line,) = await stored_lines.by_ids(tx, [row.id])
        if self.random.random() < 0.5:
            await refusable(partial(accept, self.hall, line, by, now=self.now, rules=TWICE))
            return
        verdict = self.some([Verdict.rejected, Verdict.fixed])
        await refusable(
            partial(judge, self.hall, line, verdict, by, now=self.now, rules=TWICE, item=0)
        )

    async def objects(self) -> None:
        """Somebody disputes a verdict, or the known answer that was missed."""
        review = self.some(await self.hall.rows(schema.reviews, schema.reviews.c.percent < 100))
        if review is None:
            return
        (line,) = await self.hall.rows(
            schema.lines, schema.lines.c.assignment_id == review.assignment_id
        )
        said = {"by": line.person_id, "cause": self.hall.cause(), "now": self.now,
                "rules": RULES.pay}  # fmt: skip
        if self.random.random() < 0.5:
            await refusable(partial(disputes.dispute_gold, self.db, line=line.number, **said))
        else:
            await refusable(partial(disputes.open_dispute, self.db, review=review.number, **said))

    async def decides_a_dispute(self, by: int) -> None:
        """Whoever may says what holds."""
        row = self.some(await self.hall.rows(schema.disputes, schema.disputes.c.state == "open"))
        if row is not None:
            state = self.some([DisputeState.upheld, DisputeState.overturned, disputes.CORRECTED])
            await refusable(partial(decide, self.hall, row, state, by, now=self.now))

    async def decides_a_doubt(self, by: int) -> None:
        """A third person looks at two verdicts."""
        row = self.some(
            await self.hall.rows(schema.second_reviews, schema.second_reviews.c.state == "doubted")
        )
        if row is not None:
            await refusable(
                partial(
                    doubts.decide, self.db, number=row.number, by=by,
                    outcome=self.some(["upheld", "overturned"]), cause=self.hall.cause(),
                    now=self.now,
                )
            )  # fmt: skip

    async def decides_an_answer(self, by: int) -> None:
        """A coordinator says the answer of a task that waits."""
        asks = schema.task_answers.c.asks.is_not(None)
        row = self.some(await self.hall.rows(schema.task_answers, asks))
        if row is not None:
            place = self.random.randrange(8)
            await refusable(partial(self.decide_as_shown, row.task_id, place, by))

    async def decide_as_shown(self, task_id: int, place: int, by: int) -> None:
        """The card, and a tap on it."""
        card = await unsure.card(self.db, task_id, by=by)
        await unsure.decide(
            self.db, task_id, place=place, sign=card.sign, by=by, cause=self.hall.cause(),
            now=self.now,
        )  # fmt: skip

    async def decides_about_gold(self, by: int) -> None:
        """A known answer is doubted, kept, withdrawn."""
        row = self.some(await self.hall.rows(schema.tasks, schema.tasks.c.gold.is_not(None)))
        act: Any = self.some([gold.suspend, gold.keep, gold.keep, gold.withdraw])
        cause = self.hall.cause()
        await refusable(partial(act, self.db, row.id, by=by, cause=cause, now=self.now))

    async def clock(self) -> None:
        """What is due, the night among it."""
        night = self.now.replace(hour=5)
        for sweep in (
            partial(deadlines.finish_submissions, now=self.now + timedelta(hours=1), rules=HALF),
            partial(reviews.accept_overdue, now=self.now),
            partial(reviews.lapse_second, now=self.now),
            partial(disputes.decide_overdue, now=self.now),
            partial(measuring.measure_of_the_night, compute=here, now=night),
            partial(tiers.recompute, now=night),
        ):
            await insistently(partial(sweep, self.hall.db))

    async def sits(self, judge: int) -> None:
        """One judge does this and that; taps of one person keep their order."""
        acts = (
            *(self.judges_a_line,) * 4, *(self.decides_a_dispute,) * 2, self.decides_a_doubt,
            self.decides_an_answer, self.decides_about_gold,
        )  # fmt: skip
        for act in self.random.sample(acts, 5):
            await act(judge)

    async def turn(self, raters: list[int]) -> None:
        """All of them at once, and two clocks."""
        await asyncio.gather(
            *(self.rates(one) for one in raters), *(self.sits(one) for one in self.judges),
            *(self.objects() for _ in range(3)), self.clock(), self.clock(),
        )  # fmt: skip


@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_whatever_is_judged_at_once_leaves_the_hall_true(hall: Hall, seed: int) -> None:
    random = Random(seed)
    project = await hall.project(
        tasks=10, overlap=2, tasks_per_job=4, confidence=Sureness(80, 3), review_share=100
    )
    await hall.publish("pairs", *(item(f"k{n}", gold={"preference": -2}) for n in range(3)))
    judges = [await hall.person(f"Judge {n}", roles=(Role.coordinator,)) for n in range(4)]
    crowd = Crowd(hall, await hall.call(), judges, random)
    raters = await hall.people(6)
    for turn in range(TURNS):
        crowd.now = NOW + turn * DAY
        await crowd.turn(random.sample(raters, 3))
        assert await broken(hall.db) == []
        await hall.slots_add_up()
    crowd.now = NOW + 40 * DAY
    await crowd.clock()
    assert await broken(hall.db) == []
    await the_answers_are_those_of_the_votes(hall, project.id)
    async with hall.db.read() as tx:
        assert [one for one in raters if await is_stale(tx, one, crowd.now)] == []


async def the_answers_are_those_of_the_votes(hall: Hall, project_id: int) -> None:
    """What grew vote by vote is what all votes come to at once."""
    before = await hall.rows(schema.task_answers)
    await measuring.answers_anew(
        hall.db, project_id=project_id, task_ids=[one.task_id for one in before],
        now=NOW + 40 * DAY,
    )  # fmt: skip
    after = await hall.rows(schema.task_answers)
    told = [(one.task_id, one.label, one.ratings, one.adjudicated) for one in before]
    assert told == [(one.task_id, one.label, one.ratings, one.adjudicated) for one in after]
    assert [one.confidence for one in before] == pytest.approx([one.confidence for one in after])
