"""A known answer that falls: scores anew, verdicts on it overturned, everybody paid, once."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.disputes import Dispute, DisputeState
from bot.domain.gold import ScoreState
from bot.domain.lines import Line, LineKind
from bot.domain.pay_terms import Verdict
from bot.domain.people import Role
from bot.domain.refusal import Refused
from bot.domain.rules import GoldRules, ReviewRules, Rules
from bot.effects.fall_gold import fall_gold
from bot.services import disputes, doubts, gold, tiers
from storage import gold as stored
from storage import projects, schema
from tests.invariants import broken
from tests.services.builders import A_BETTER, B_BETTER, DAY, MINUTE, NOW, RULES, TIE, Hall, item
from tests.services.reviewing import (
    TWICE,
    WORDS,
    accept,
    decide,
    judge,
    return_job,
    reviewer,
)
from tests.services.test_gold import rate_as
from tests.services.test_races import kept, waits

SEEN = Rules(gold=GoldRules(50, 50), reviews=ReviewRules(gold_percent=0))
UPHELD, OVERTURNED = DisputeState.upheld, DisputeState.overturned


async def gold_line(hall: Hall, person: int) -> Line:
    """The line of the person's rating of the gold task."""
    from storage import lines

    (task,) = await hall.rows(schema.tasks, schema.tasks.c.gold.is_not(None))
    (one,) = await hall.rows(
        schema.assignments, schema.assignments.c.task_id == task.id,
        schema.assignments.c.person_id == person,
    )  # fmt: skip
    async with hall.db.read() as tx:
        return await lines.of_assignment(tx, one.id)


async def missed_by(hall: Hall, number: int, option: int = B_BETTER) -> list[int]:
    """So many people who missed the one known answer of the project."""
    await hall.project(tasks=8, overlap=5, tasks_per_job=2)
    await hall.publish("pairs", item("known", gold={"preference": -2}))
    call = await hall.call()
    people = await hall.people(number)
    for person in people:
        job = (await hall.try_claim(call, person, rules=SEEN)).job
        assert job is not None
        await rate_as(hall, job, {}, option, rules=SEEN)
    return people


async def rejected(hall: Hall, number: int) -> tuple[list[int], int]:
    """As `missed_by`, each rejected for it by one reviewer."""
    people, rita = await missed_by(hall, number), await reviewer(hall)
    for person in people:
        await judge(hall, await gold_line(hall, person), Verdict.rejected, rita, item=0)
    return people, rita


async def object_to(hall: Hall, person: int, *, now: Any = NOW + MINUTE) -> Dispute:
    line = await gold_line(hall, person)
    return await disputes.dispute_gold(
        hall.db, line=line.number, by=person, cause=hall.cause(), now=now, rules=RULES.pay
    )


async def owed(hall: Hall) -> list[tuple[int, int | None]]:
    rows = await hall.rows(schema.lines, schema.lines.c.kind == LineKind.correction)
    return [(row.pay_minor, row.corrects) for row in rows]


async def scores(hall: Hall) -> list[tuple[bool, str]]:
    return [(row.correct, row.state) for row in await hall.rows(schema.gold_scores)]


async def test_a_gold_answer_that_falls_repays_all_who_were_rejected_for_it(hall: Hall) -> None:
    people, _ = await rejected(hall, 3)
    assert await scores(hall) == [(False, "counts")] * 3
    made = await object_to(hall, people[0])
    assert (await scores(hall))[0] == (False, "disputed")
    assert (await object_to(hall, people[0])).number == made.number
    second = await reviewer(hall, "Saul")
    done = await decide(hall, made, OVERTURNED, second)
    assert (done.state, done.decided_by, done.answer) == ("overturned", second, WORDS)
    lines = [await gold_line(hall, person) for person in people]
    assert sorted(await owed(hall)) == sorted((40, line.id) for line in lines)
    assert await scores(hall) == [(False, "void")] * 3
    states = {row.state for row in await hall.rows(schema.assignments) if row.id in
              {line.assignment_id for line in lines}}  # fmt: skip
    assert states == {"accepted"}
    assert [row.person_id for row in await hall.notices("dispute_decided")] == [people[0]]
    assert {row.person_id for row in await hall.notices("gold_repaid")} == set(people[1:])
    await hall.slots_add_up()
    assert await broken(hall.db) == []


async def test_nothing_is_repaid_twice(hall: Hall) -> None:
    people, _ = await rejected(hall, 2)
    first, other = [await object_to(hall, person) for person in people]
    second = await reviewer(hall, "Saul")
    await decide(hall, first, OVERTURNED, second)
    with pytest.raises(Refused, match="decided-overturned"):
        await decide(hall, other, OVERTURNED, await reviewer(hall, "Third"))
    assert len(await owed(hall)) == 2
    (task,) = await hall.rows(schema.tasks, schema.tasks.c.gold.is_not(None))
    async with hall.db.read() as tx:
        assert await stored.unpaid_for(tx, task.id, "gold") == []


async def test_their_answer_becomes_the_known_one_and_all_are_scored_anew(hall: Hall) -> None:
    people, _ = await rejected(hall, 2)
    made = await object_to(hall, people[0])
    await decide(hall, made, disputes.CORRECTED, await reviewer(hall, "Saul"))
    (task,) = await hall.rows(schema.tasks, schema.tasks.c.gold.is_not(None))
    assert (task.state, task.gold) == ("open", {"preference": 2})
    assert await scores(hall) == [(True, "counts")] * 2
    assert len(await owed(hall)) == 2


async def test_an_objection_that_is_upheld_lets_the_score_count_again(hall: Hall) -> None:
    people, rita = await rejected(hall, 1)
    made = await object_to(hall, people[0])
    for nobody in (rita, people[0]):
        with pytest.raises(Refused, match=r"own-verdict|not-reviewer"):
            await decide(hall, made, UPHELD, nobody)
    await decide(hall, made, UPHELD, await reviewer(hall, "Saul"))
    assert await scores(hall) == [(False, "counts")]
    assert await owed(hall) == []


async def test_silence_decides_for_the_contractor(hall: Hall) -> None:
    people, _ = await rejected(hall, 2)
    made = await object_to(hall, people[0])
    late = made.decide_by + timedelta(minutes=1)
    assert await disputes.decide_overdue(hall.db, now=late) == 1
    assert len(await owed(hall)) == 2
    (task,) = await hall.rows(schema.tasks, schema.tasks.c.gold.is_not(None))
    assert task.state == "withdrawn"


async def test_who_suspended_the_answer_does_not_decide_about_an_objection(hall: Hall) -> None:
    people, _ = await rejected(hall, 1)
    cora = await hall.person("Cora", roles=(Role.coordinator,))
    (task,) = await hall.rows(schema.tasks, schema.tasks.c.gold.is_not(None))
    for act in (gold.suspend, gold.keep):
        await act(hall.db, task.id, by=cora, cause=hall.cause(), now=NOW)
    with pytest.raises(Refused, match="own-gold"):
        await decide(hall, await object_to(hall, people[0]), OVERTURNED, cora)


async def seen_missed(hall: Hall, person: int) -> list[str]:
    """The lines under missed known answers, as the person reads them."""
    _, found, _ = await tiers.judged(hall.db, person, gold=True, page=0, size=5)
    return [one.line for one in found]


async def test_nothing_is_seen_or_disputed_before_the_rating_is_judged(hall: Hall) -> None:
    (ada,) = await missed_by(hall, 1)
    line = await gold_line(hall, ada)
    assert await seen_missed(hall, ada) == []
    with pytest.raises(Refused, match="stale-button"):
        await gold.missed(hall.db, line.number, ada)
    with pytest.raises(Refused, match="stale-button"):
        await object_to(hall, ada)
    await judge(hall, line, Verdict.rejected, await reviewer(hall), item=0)
    assert await seen_missed(hall, ada) == [line.number]
    assert (await gold.missed(hall.db, line.number, ada)).facts.known
    with pytest.raises(Refused, match="dispute-over"):
        await object_to(hall, ada, now=NOW + 31 * DAY)


async def test_good_raters_who_miss_it_suspend_it_and_a_coordinator_decides(hall: Hall) -> None:
    cora = await hall.person("Cora", roles=(Role.coordinator,))
    people = await missed_by(hall, 4, TIE)
    (task,) = await hall.rows(schema.tasks, schema.tasks.c.gold.is_not(None))
    await hall.publish("pairs", *(item(f"g{n}", gold={"preference": -2}) for n in range(1)))
    other = next(row for row in await hall.rows(schema.tasks) if row.external_id == "g0")
    (project,) = await hall.rows(schema.projects)
    call = await hall.call()
    ones = await hall.rows(schema.assignments, schema.assignments.c.task_id == task.id)
    async with hall.db.begin() as tx:
        for one in ones:
            free = await _spare(hall, tx, one.person_id, other.id)
            await stored.add_score(
                tx, assignment_id=free, task_id=other.id, person_id=one.person_id,
                project_id=project.id, correct=True, state=ScoreState.counts, now=NOW,
            )  # fmt: skip
    eve = await hall.person("Eve")
    for _ in range(2):
        job = (await hall.try_claim(call, eve, rules=SEEN)).job
        assert job is not None
        here = {one.task_id for one in await hall.assignments(job)}
        await rate_as(hall, job, {task.id: TIE} if task.id in here else {}, rules=SEEN)
    (now_,) = await hall.rows(schema.tasks, schema.tasks.c.id == task.id)
    assert now_.state == "suspended"
    told = await hall.notices("gold_doubted")
    assert [row.args["task"] for row in told if row.person_id == cora] == [task.id]
    found = await gold.card(hall.db, task.id, by=cora)
    assert [(one.answer, one.people) for one in found.others] == [({"preference": 0}, 5)]
    assert len(people) == 4
    sign = found.others[0].sign
    with pytest.raises(Refused, match="stale-button"):
        await gold.correct(hall.db, task.id, sign=sign + 1, by=cora, cause=hall.cause(), now=NOW)
    await gold.correct(hall.db, task.id, sign=sign, by=cora, cause=hall.cause(), now=NOW)
    mine = await hall.rows(schema.gold_scores, schema.gold_scores.c.task_id == task.id)
    assert {(row.correct, row.state) for row in mine} == {(True, "counts")}
    with pytest.raises(Refused, match="gold-decided"):
        await gold.keep(hall.db, task.id, by=cora, cause=hall.cause(), now=NOW)


async def _spare(hall: Hall, tx: Any, person_id: int, task_id: int) -> int:
    """An assignment of the person that has no score; which task it is of does not matter."""
    del tx, task_id
    scored = {row.assignment_id for row in await hall.rows(schema.gold_scores)}
    mine = await hall.rows(schema.assignments, schema.assignments.c.person_id == person_id)
    return next(int(row.id) for row in mine if row.id not in scored)


async def test_what_is_handed_in_again_is_scored_again_in_one_row(hall: Hall) -> None:
    (ada,) = await missed_by(hall, 1)
    line, rita = await gold_line(hall, ada), await reviewer(hall)
    await judge(hall, line, Verdict.returned, rita)
    again = await return_job(hall)
    (one,) = await hall.assignments(again)
    right = A_BETTER if one.shown_order == (0, 1) else B_BETTER
    await hall.rate(again, right)
    await hall.submit(again)
    await hall.sweep_submissions(now=NOW + DAY, rules=SEEN)
    assert await scores(hall) == [(True, "counts")]


@pytest.mark.parametrize("is_judged_again", [True, False])
async def test_a_verdict_that_fell_with_its_known_answer_is_looked_at_by_nobody_again(
    hall: Hall, is_judged_again: bool
) -> None:
    (person,) = await missed_by(hall, 1)
    first, second, boss = [
        await hall.person(name, roles=(Role.coordinator,)) for name in ("First", "Second", "Boss")
    ]
    line = await gold_line(hall, person)
    await judge(hall, line, Verdict.rejected, first, rules=TWICE, item=0)
    if is_judged_again:
        await accept(hall, line, second)
    (again,) = await hall.rows(schema.second_reviews)
    (task,) = await hall.rows(schema.tasks, schema.tasks.c.gold.is_not(None))
    for act in (gold.suspend, gold.withdraw):
        await act(hall.db, task.id, by=first, cause=hall.cause(), now=NOW)
    assert await owed(hall) == [(40, line.id)]
    with pytest.raises(Refused, match="reviewed-already"):
        await accept(hall, line, second)
    assert await doubts.following(hall.db, by=boss) is None
    if is_judged_again:
        with pytest.raises(Refused, match="reviewed-already"):
            await doubts.decide(
                hall.db, number=again.number, outcome="overturned", by=boss, cause=hall.cause(),
                now=NOW,
            )  # fmt: skip
    assert await owed(hall) == [(40, line.id)]
    assert await broken(hall.db) == []


@pytest.mark.engines("postgres")
async def test_an_objection_waits_for_a_known_answer_that_is_falling(hall: Hall) -> None:
    (person,) = await missed_by(hall, 1)
    await accept(hall, await gold_line(hall, person), await reviewer(hall))
    (task,) = await hall.rows(schema.tasks, schema.tasks.c.gold.is_not(None))
    async with kept(hall.db, task.project_id) as tx:
        project = await projects.by_id(tx, task.project_id)
        await fall_gold(tx, project, task.id, answer=None, words=None, by=None, now=NOW)
        objecting = asyncio.create_task(object_to(hall, person))
        await waits(hall.db)
    with pytest.raises(Refused, match="dispute-nothing"):
        await objecting
    assert await scores(hall) == [(False, "void")]
