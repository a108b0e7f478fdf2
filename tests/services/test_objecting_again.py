"""What was made up for once is not disputed again, and what is late takes nothing."""

from datetime import timedelta

import pytest

from bot.domain.disputes import DisputeState
from bot.domain.lines import LineKind
from bot.domain.pay_terms import PayTerms, Verdict
from bot.domain.people import Role
from bot.domain.refusal import Refused
from bot.services import disputes, pay, reviews, tiers
from storage import answers, schema
from storage import people as stored_people
from tests.invariants import broken
from tests.services.builders import DAY, MINUTE, NOW, RULES, Hall
from tests.services.reviewing import (
    accept,
    decide,
    dispute,
    handed_in,
    judge,
    lines_of,
    reviewer,
)
from tests.services.test_doubts import decide as decide_doubt
from tests.services.test_doubts import doubted
from tests.services.test_gold_disputes import OVERTURNED, gold_line, object_to, owed, rejected


async def test_a_verdict_that_fell_in_the_second_look_is_not_disputed_as_well(hall: Hall) -> None:
    line, number, _, _ = await doubted(hall)
    boss = await hall.person("Boss", roles=(Role.coordinator,))
    await decide_doubt(hall, number, "overturned", boss)
    (given,) = await hall.rows(schema.reviews)
    with pytest.raises(Refused, match="dispute-made-up"):
        await disputes.open_dispute(
            hall.db, review=given.number, by=line.person_id, cause=hall.cause(), now=NOW,
            rules=RULES.pay,
        )  # fmt: skip
    seen = await pay.line(
        hall.db, number=line.number, person_id=line.person_id, now=NOW, rules=RULES.pay
    )
    assert (seen.verdict, seen.dispute) == (None, None)
    assert len(await hall.rows(schema.lines, schema.lines.c.kind == LineKind.correction)) == 1


async def test_who_was_paid_when_a_known_answer_fell_does_not_make_it_fall_again(
    hall: Hall,
) -> None:
    (ada, ben), _ = await rejected(hall, 2)
    made = await object_to(hall, ada)
    await decide(hall, made, disputes.CORRECTED, await reviewer(hall, "Saul"))
    line = await gold_line(hall, ben)
    (given,) = [row for row in await hall.rows(schema.reviews)
                if row.assignment_id == line.assignment_id]  # fmt: skip
    with pytest.raises(Refused, match="dispute-made-up"):
        await disputes.open_dispute(
            hall.db, review=given.number, by=ben, cause=hall.cause(), now=NOW, rules=RULES.pay
        )
    (task,) = await hall.rows(schema.tasks, schema.tasks.c.gold.is_not(None))
    assert (task.state, task.gold) == ("open", {"preference": 2})
    assert len(await owed(hall)) == 2


@pytest.mark.parametrize("verdict", [Verdict.fixed, Verdict.returned, Verdict.rejected])
async def test_behind_the_deadline_nothing_is_taken_though_the_clock_is_late(
    hall: Hall, verdict: Verdict
) -> None:
    one, two = await lines_of(hall, await handed_in(hall, size=2))
    rita, late = await reviewer(hall), one.accept_by
    with pytest.raises(Refused, match="review-time-over"):
        await judge(hall, one, verdict, rita, now=late)
    await judge(hall, two, verdict, rita, now=late - timedelta(seconds=1))
    await accept(hall, one, rita, now=late + MINUTE)
    now = await hall.rows(schema.lines, schema.lines.c.id == one.id)
    assert [(row.state, row.pay_minor) for row in now] == [("confirmed", 40)]
    assert await broken(hall.db) == []


async def test_a_correction_that_takes_no_money_is_disputed_like_any_other(hall: Hall) -> None:
    job = await handed_in(hall, pay_terms=PayTerms(fixed_percent=100), overlap=1)
    (line,) = await lines_of(hall, job)
    given = await judge(hall, line, Verdict.fixed, await reviewer(hall))
    assert given.line.pay == line.offered
    async with hall.db.read() as tx:
        fixed = await answers.of_task(tx, 1)
    made = await dispute(hall, given)
    await decide(hall, made, OVERTURNED, await reviewer(hall, "Saul"))
    assert await hall.rows(schema.lines, schema.lines.c.kind == LineKind.correction) == []
    async with hall.db.read() as tx:
        now = await answers.of_task(tx, 1)
    # The contractor's own answer is the one that counts again.
    assert fixed is not None
    assert now is not None
    assert fixed.label != now.label
    assert await broken(hall.db) == []


async def test_what_is_disputed_leaves_the_tier_at_once(hall: Hall) -> None:
    job = await handed_in(hall, size=12)
    rita = await reviewer(hall)
    given = [await judge(hall, one, Verdict.rejected, rita) for one in await lines_of(hall, job)]
    await tiers.recompute(hall.db, now=(NOW + DAY).replace(hour=5))
    assert (await tiers.summary(hall.db, job.person_id))["rating"] == 23
    made = await dispute(hall, given[0])
    # Eleven of twelve: 10 of 42 in place of 10 of 44.
    assert (await tiers.summary(hall.db, job.person_id))["rating"] == 24
    await decide(hall, made, DisputeState.upheld, await reviewer(hall, "Saul"))
    assert (await tiers.summary(hall.db, job.person_id))["rating"] == 23


async def test_a_dispute_whose_time_is_over_is_not_decided_against_the_contractor(
    hall: Hall,
) -> None:
    (line,) = await lines_of(hall, await handed_in(hall))
    given = await judge(hall, line, Verdict.rejected, await reviewer(hall))
    made = await dispute(hall, given)
    saul = await reviewer(hall, "Saul")
    with pytest.raises(Refused, match="dispute-time-over"):
        await decide(hall, made, DisputeState.upheld, saul, now=made.decide_by)
    done = await decide(hall, made, OVERTURNED, saul, now=made.decide_by)
    assert done.state is OVERTURNED


async def test_who_let_a_verdict_stand_in_the_second_look_decides_no_dispute_about_it(
    hall: Hall,
) -> None:
    line, number, _, _ = await doubted(hall)
    boss = await hall.person("Boss", roles=(Role.coordinator,))
    await decide_doubt(hall, number, "upheld", boss)
    (given,) = await hall.rows(schema.reviews)
    made = await disputes.open_dispute(
        hall.db, review=given.number, by=line.person_id, cause=hall.cause(), now=NOW,
        rules=RULES.pay,
    )  # fmt: skip
    assert (await reviews.queue(hall.db, boss)).disputes == []
    with pytest.raises(Refused, match="own-verdict"):
        await decide(hall, made, DisputeState.upheld, boss)
    third = await reviewer(hall, "Third")
    assert [one[0] for one in (await reviews.queue(hall.db, third)).disputes] == [made.number]


async def test_who_has_a_part_in_a_known_answer_finds_no_dispute_about_it(hall: Hall) -> None:
    people, _ = await rejected(hall, 2)
    boss, met = await reviewer(hall, "Boss"), await reviewer(hall, "Saul")
    (task,) = await hall.rows(schema.tasks, schema.tasks.c.gold.is_not(None))
    await hall.change(schema.batches, task.came_with, created_by=boss)
    async with hall.db.begin() as tx:
        await stored_people.grant(
            tx, person_id=people[1], role=Role.reviewer, project_id=None, by=None, now=NOW
        )
    made = await object_to(hall, people[0])
    for nobody, reason in ((boss, "own-gold"), (people[1], "own-work")):
        assert (await reviews.queue(hall.db, nobody)).disputes == []
        with pytest.raises(Refused, match=reason):
            await decide(hall, made, OVERTURNED, nobody)
    assert len((await reviews.queue(hall.db, met)).disputes) == 1
