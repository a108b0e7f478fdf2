"""The answer of a task: weighed with each vote, more ratings while it is unsure, adjudication."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.calls import Call
from bot.domain.jobs import Job
from bot.domain.overlap import Asks, Sureness, Tally
from bot.domain.pay_terms import Verdict
from bot.domain.people import Role
from bot.domain.refusal import Refused
from bot.domain.tiers import EXPERT_TIER, Parts
from bot.services import reviews, unsure, waiting
from storage import answers, schema, tiers
from storage.answers import Answer
from tests.services.builders import BOTH_BAD, MINUTE, NOW, RULES, TIE, Hall, item
from tests.services.reviewing import accept, judge, lines_of, reviewer

RULE = Sureness(80, 4)


async def vote(hall: Hall, call: Call, option: int, *, now: Any = NOW, who: int = 0) -> Job:
    """One more person rates the only task so."""
    job = await hall.claim(call, who or await hall.person(), now=now)
    await hall.rate(job, option, now=now)
    await hall.submit(job, now=now)
    await hall.sweep_submissions(now=now + MINUTE)
    return await hall.job(job)


async def one_task(hall: Hall, *options: int, overlap: int = 2, **terms: Any) -> tuple[Call, Any]:
    """A project with one task that was answered so; and the call of it."""
    terms = {"confidence": RULE} | terms
    await hall.project(tasks=1, tasks_per_job=1, overlap=overlap, **terms)
    call = await hall.call()
    return call, [await vote(hall, call, one) for one in options]


async def answer(hall: Hall) -> Answer:
    async with hall.db.read() as tx:
        (task,) = await hall.rows(schema.tasks)
        found = await answers.of_task(tx, task.id)
    assert found is not None
    return found


async def task(hall: Hall) -> Any:
    (found,) = await hall.rows(schema.tasks)
    await hall.slots_add_up()
    return found


async def expert(hall: Hall) -> int:
    person = await hall.person("Edda")
    async with hall.db.begin() as tx:
        await tiers.put(tx, person, "rating", tier=EXPERT_TIER, parts=Parts(), now=NOW)
    return person


async def accept_all(hall: Hall) -> None:
    await reviews.accept_overdue(hall.db, now=NOW + timedelta(days=4))


async def test_each_vote_moves_the_answer(hall: Hall) -> None:
    call, _ = await one_task(hall, TIE, overlap=3)
    first = await answer(hall)
    assert (first.ratings, first.label, round(first.confidence or 0, 3)) == (1, "0", 0.7)
    await vote(hall, call, BOTH_BAD)
    tied = await answer(hall)
    assert (tied.ratings, tied.label) == (2, None)
    assert set(tied.shares) == {"0", "both_bad"}
    await vote(hall, call, TIE)
    assert (await answer(hall)).label == "0"


async def test_how_often_somebody_is_right_weighs(hall: Hall) -> None:
    call, _ = await one_task(hall, overlap=2)
    good = await hall.person()
    async with hall.db.begin() as tx:
        await tx.execute(
            schema.rater_weights.insert(),
            {"person_id": good, "project_id": 1, "accuracy": 0.95, "ratings": 50, "at": NOW},
        )
    await vote(hall, call, BOTH_BAD)
    await vote(hall, call, TIE, who=good)
    assert (await answer(hall)).label == "0"


async def test_a_sure_answer_is_decided_when_its_ratings_are_accepted(hall: Hall) -> None:
    await one_task(hall, TIE, TIE)
    assert ((await task(hall)).state, (await task(hall)).overlap) == ("open", 2)
    await accept_all(hall)
    assert (await task(hall)).state == "decided"


async def test_an_unsure_answer_asks_for_one_more_rating_once(hall: Hall) -> None:
    call, _ = await one_task(hall, TIE, BOTH_BAD)
    found = await task(hall)
    assert (found.overlap, found.open_slots, found.state) == (3, 1, "open")
    (project,) = await hall.rows(schema.projects)
    assert project.open_slots == 1
    (same,) = await hall.rows(schema.calls)
    assert same.state == "live"
    # Looking at it again, or accepting what is there, asks for no second one.
    await accept_all(hall)
    assert ((await task(hall)).overlap, (await task(hall)).open_slots) == (3, 1)
    await vote(hall, call, TIE, now=NOW + timedelta(days=5))
    await reviews.accept_overdue(hall.db, now=NOW + timedelta(days=9))
    assert ((await task(hall)).state, (await answer(hall)).label) == ("decided", "0")


async def test_a_project_with_fixed_overlap_is_decided_on_a_tie(hall: Hall) -> None:
    await one_task(hall, TIE, BOTH_BAD, confidence=None)
    assert (await task(hall)).overlap == 2
    await accept_all(hall)
    assert (await task(hall)).state == "decided"
    assert (await answer(hall)).label is None


async def test_nobody_is_asked_while_one_rating_is_corrected(hall: Hall) -> None:
    rita = await reviewer(hall)
    call, (first,) = await one_task(hall, TIE)
    (line,) = await lines_of(hall, first)
    await judge(hall, line, Verdict.returned, rita)
    assert (await answer(hall)).ratings == 0
    await vote(hall, call, BOTH_BAD)
    assert (await task(hall)).overlap == 2


async def test_a_fix_replaces_the_answer_and_a_rejection_takes_it_away(hall: Hall) -> None:
    rita = await reviewer(hall)
    call, (first, second) = await one_task(hall, TIE, TIE, overlap=3)
    (line,) = await lines_of(hall, first)
    await judge(hall, line, Verdict.fixed, rita, fix=BOTH_BAD)
    assert set((await answer(hall)).shares) == {"0", "both_bad"}
    (line,) = await lines_of(hall, second)
    await judge(hall, line, Verdict.rejected, rita)
    found = await answer(hall)
    assert (found.ratings, found.label) == (1, "both_bad")
    assert (await task(hall)).open_slots == 2
    await vote(hall, call, TIE)


async def unsure_task(hall: Hall) -> tuple[Call, Any]:
    return await one_task(hall, TIE, BOTH_BAD, overlap=2, confidence=Sureness(80, 2))


async def settle(hall: Hall, place: int, by: int) -> unsure.Card:
    """The coordinator taps what stands at that place; returns the card as it was."""
    found = await unsure.card(hall.db, (await task(hall)).id, by=by)
    await unsure.decide(
        hall.db, found.task.task_id, place=place, sign=found.sign, by=by, cause=hall.cause(),
        now=NOW,
    )  # fmt: skip
    return found


async def test_a_card_that_says_something_else_by_now_decides_nothing(hall: Hall) -> None:
    _, (first, _) = await unsure_task(hall)
    cora = await hall.person("Cora", roles=(Role.coordinator,))
    found = await unsure.card(hall.db, (await task(hall)).id, by=cora)
    assert replace(found, labels=found.labels[::-1]).sign != found.sign
    (line,) = await lines_of(hall, first)
    await judge(hall, line, Verdict.rejected, await reviewer(hall))
    with pytest.raises(Refused, match="stale-button"):
        await unsure.decide(
            hall.db, found.task.task_id, place=TIE, sign=found.sign, by=cora, cause=hall.cause(),
            now=NOW,
        )  # fmt: skip
    assert (await answer(hall)).decided_by is None


async def test_without_an_expert_the_coordinator_decides(hall: Hall) -> None:
    await unsure_task(hall)
    assert (await answer(hall)).asks is Asks.coordinator
    assert (await task(hall)).open_slots == 0
    await accept_all(hall)
    found = await task(hall)
    assert found.state == "open"
    cora = await hall.person("Cora", roles=(Role.coordinator,))
    page = await unsure.listed(hall.db, "pairs", by=cora, page=0, size=5)
    assert [one.task_id for one in page.found] == [found.id]
    with pytest.raises(Refused, match="coordinator"):
        await unsure.card(hall.db, found.id, by=await hall.person())
    shown = await settle(hall, BOTH_BAD, cora)
    assert (await task(hall)).state == "decided"
    kept = await answer(hall)
    assert (kept.label, kept.adjudicated, kept.asks) == ("both_bad", True, None)
    with pytest.raises(Refused, match="answer-settled"):
        await unsure.decide(
            hall.db, found.id, place=TIE, sign=shown.sign, by=cora, cause=hall.cause(), now=NOW
        )


async def test_an_expert_adjudicates_and_nobody_else_is_given_the_task(hall: Hall) -> None:
    edda = await expert(hall)
    call, _ = await unsure_task(hall)
    found = await task(hall)
    assert (found.overlap, found.open_slots, found.least_tier) == (3, 1, EXPERT_TIER)
    other = await hall.person()
    with pytest.raises(Refused, match="experts-only"):
        await hall.claim(call, other)
    work = await waiting.work(hall.db, person_id=other, now=NOW, rules=RULES)
    assert [no.reason for _, no in work.reasons] == ["experts-only"]
    assert not (await waiting.work(hall.db, person_id=edda, now=NOW, rules=RULES)).reasons
    await vote(hall, call, BOTH_BAD, who=edda)
    kept = await answer(hall)
    assert (kept.label, kept.adjudicated, kept.asks) == ("both_bad", True, None)
    await accept_all(hall)
    assert (await task(hall)).state == "decided"


async def test_a_rejected_adjudication_does_not_count(hall: Hall) -> None:
    edda, rita = await expert(hall), await reviewer(hall)
    call, _ = await unsure_task(hall)
    (line,) = await lines_of(hall, await vote(hall, call, BOTH_BAD, who=edda))
    await judge(hall, line, Verdict.rejected, rita)
    kept = await answer(hall)
    assert (kept.label, kept.adjudicated) == (None, False)
    assert (await task(hall)).open_slots == 1
    await accept_all(hall)
    assert (await task(hall)).state == "open"


async def test_the_coordinator_can_decide_before_the_expert_does(hall: Hall) -> None:
    edda = await expert(hall)
    call, _ = await unsure_task(hall)
    cora = await hall.person("Cora", roles=(Role.coordinator,))
    await settle(hall, TIE, cora)
    assert ((await task(hall)).open_slots, (await task(hall)).least_tier) == (0, 0)
    await accept_all(hall)
    assert (await task(hall)).state == "decided"
    assert (await hall.try_claim(call, edda)).job is None


async def test_what_an_expert_began_is_no_reason_to_undo_a_decision(hall: Hall) -> None:
    edda = await expert(hall)
    call, _ = await unsure_task(hall)
    job = await hall.claim(call, edda)
    cora = await hall.person("Cora", roles=(Role.coordinator,))
    await settle(hall, TIE, cora)
    await hall.rate(job, BOTH_BAD)
    await hall.submit(job)
    await hall.sweep_submissions(now=NOW + MINUTE)
    assert (await answer(hall)).label == "0"
    (line,) = await lines_of(hall, job)
    await accept(hall, line, await reviewer(hall))
    assert (await answer(hall)).label == "0"


async def test_tasks_on_which_models_disagree_go_first_and_stay_so(hall: Hall) -> None:
    await hall.project(tasks=0, tasks_per_job=1, overlap=2)
    alike, apart = (
        [{"model": f"m{one}", "values": {"preference": one}} for one in said]
        for said in ((1, 1), (1, 2))
    )
    await hall.publish("pairs", item("alike", predictions=alike), item("apart", predictions=apart))
    call = await hall.call()
    names = {row.id: row.external_id for row in await hall.rows(schema.tasks)}
    for person in await hall.people(2):
        (given,) = await hall.assignments(await hall.claim(call, person))
        assert names[given.task_id] == "apart"


async def test_the_card_counts_what_is_sure_and_what_waits(hall: Hall) -> None:
    await unsure_task(hall)
    async with hall.db.read() as tx:
        assert await answers.tally(tx, 1, target=80) == Tally(coordinator=1)
