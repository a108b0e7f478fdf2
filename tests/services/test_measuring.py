"""The nightly run: figures of a project and of its raters, and answers made anew by them."""

from datetime import timedelta
from itertools import count
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import storage.unmeasured
from bot.computing import Compute
from bot.domain.calls import Call
from bot.domain.confidence import ADDED, GOLD_WORTH, UNKNOWN, weigh
from bot.domain.desk import Matter
from bot.domain.measuring import Failure, Level, Undefined
from bot.domain.overlap import Sureness
from bot.domain.people import Role
from bot.services import desk, health, measuring
from bot.services.measuring import gathering, running
from storage import measures, schema
from storage.measures import Measure, PersonMeasure
from tests.analysis.crowds import slow_alpha
from tests.services.builders import (
    A_BETTER,
    A_MUCH,
    B_MUCH,
    BOTH_BAD,
    DAY,
    MINUTE,
    NOW,
    RULES,
    TIE,
    Hall,
)
from tests.services.here import here

HOUR = timedelta(hours=1)
# What the buttons mean, in their order.
MEANING = (-3, -2, -1, 0, 0, 1, 2, 3)


async def rated(hall: Hall, call: Call, person: int, options: tuple[int, ...], **at: Any) -> None:
    """One person rates the tasks of one job, with these taps."""
    job = await hall.claim(call, person, **at)
    await hall.rate(job, *options, **at)
    await hall.submit(job, **at)
    await hall.sweep_submissions(now=at.get("now", NOW) + MINUTE)


async def crowd(hall: Hall, *people: tuple[int, ...], **terms: Any) -> tuple[int, list[int]]:
    """A project of as many tasks as each has taps; returns its id and the people."""
    tasks = len(people[0])
    project = await hall.project(
        tasks=tasks, tasks_per_job=tasks, overlap=max(len(people), 2), **terms
    )
    call = await hall.call()
    who = await hall.people(len(people))
    for person, options in zip(who, people, strict=True):
        await rated(hall, call, person, options)
    return project.id, who


async def measured(hall: Hall, project: int, *, now: Any = NOW) -> tuple[
    list[Measure], dict[int, PersonMeasure]
]:  # fmt: skip
    await measuring.measure(hall.db, here, project_id=project, now=now)
    async with hall.db.read() as tx:
        people = await measures.raters(tx, project)
        return await measures.project(tx, project), {one.person_id: one for one in people}


async def ballots(hall: Hall) -> list[tuple[int, int, int]]:
    """What everybody said of which task, in canonical order, straight from the rows."""
    found = []
    for one in await hall.rows(schema.assignments):
        meant = one.answer["preference"]
        number = 0 if meant == "both_bad" else meant
        found.append((one.task_id, one.person_id, -number if one.shown_order[0] else number))
    return found


async def test_the_agreement_of_a_project_is_alpha_of_what_was_meant(hall: Hall) -> None:
    """Shown orders are undone, both bad stands in the middle, the order of the scale counts."""
    project, _ = await crowd(
        hall, (A_MUCH, A_BETTER, TIE, B_MUCH), (A_BETTER, A_BETTER, BOTH_BAD, B_MUCH),
        (A_MUCH, TIE, TIE, A_MUCH),
    )  # fmt: skip
    (found,), _ = await measured(hall, project)
    expected = slow_alpha([(t, p, v + 3) for t, p, v in await ballots(hall)], Level.ordinal)
    assert found.alpha == pytest.approx(expected)
    assert (found.question, found.level) == ("preference", Level.ordinal)
    assert (found.units, found.ratings, found.why, found.at) == (4, 12, None, NOW)
    assert found.low is not None
    assert found.high is not None
    assert found.low <= (found.alpha or 0) <= found.high


async def test_no_figure_says_why(hall: Hall) -> None:
    project, (one,) = await crowd(hall, (TIE, TIE))
    (found,), people = await measured(hall, project)
    assert (found.alpha, found.why, found.units) == (None, Undefined.no_pairs, 0)
    assert (people[one].peers, people[one].why) == (None, Undefined.no_pairs)
    assert people[one].accuracy is None
    assert await hall.rows(schema.rater_weights) == []


async def test_a_rater_is_compared_with_the_others(hall: Hall) -> None:
    """Two agree on each task, the third says the same button everywhere.

    How often each is right, and how sure each answer is, follow from one another.
    """
    turns = (TIE, BOTH_BAD, TIE, BOTH_BAD)
    project, (one, two, odd) = await crowd(hall, turns, turns, (TIE, TIE, TIE, TIE))
    _, people = await measured(hall, project)
    right = {who: person.accuracy for who, person in people.items()}
    agreed = weigh([("a", right[one]), ("a", right[two]), ("a", right[odd])], 8)
    split = weigh([("a", right[one]), ("a", right[two]), ("b", right[odd])], 8)
    added = ADDED * UNKNOWN
    for who, label in ((one, "a"), (two, "a"), (odd, "b")):
        expected = (added + 2 * agreed.shares["a"] + 2 * split.shares[label]) / (ADDED + 4)
        assert right[who] == pytest.approx(expected, abs=1e-4)
    assert (right[one] or 0) > UNKNOWN > (right[odd] or 0)
    assert {person.ratings for person in people.values()} == {4}
    assert {person.units for person in people.values()} == {4}


async def test_known_answers_weigh_three_times_as_much_as_peers(hall: Hall) -> None:
    project, (one, two) = await crowd(hall, (TIE, TIE), (TIE, TIE))
    (gold, _), (job, *_) = await hall.rows(schema.tasks), await hall.rows(schema.assignments)
    score = {
        "task_id": gold.id, "person_id": one, "project_id": project, "correct": False, "at": NOW,
        "assignment_id": job.id,
    }  # fmt: skip
    async with hall.db.begin() as tx:
        await tx.execute(schema.gold_scores.insert().values(score | {"state": "counts"}))
    _, people = await measured(hall, project)
    right = (people[one].accuracy, people[two].accuracy)
    agreed = 2 * weigh([("a", right[0]), ("a", right[1])], 8).shares["a"]
    missed = (ADDED * UNKNOWN + agreed) / (ADDED + 2 + GOLD_WORTH)
    assert right == pytest.approx((missed, (ADDED * UNKNOWN + agreed) / (ADDED + 2)), abs=1e-4)
    await hall.change(schema.gold_scores, 1, state="disputed")
    _, people = await measured(hall, project)
    assert people[one].accuracy == people[two].accuracy


async def test_how_often_what_stood_first_was_chosen(hall: Hall) -> None:
    """As it was shown, whatever was meant; neither a tie nor both bad is a choice."""
    project, (one,) = await crowd(hall, (A_MUCH, TIE, BOTH_BAD, A_BETTER, B_MUCH))
    _, people = await measured(hall, project)
    assert (people[one].first_chosen, people[one].first_of) == (2, 3)


async def test_what_was_rejected_counts_no_more(hall: Hall) -> None:
    project, (one, two) = await crowd(hall, (TIE, A_MUCH), (TIE, A_MUCH))
    for row in await hall.rows(schema.assignments, schema.assignments.c.person_id == two):
        await hall.change(schema.assignments, row.id, state="rejected")
    (found,), people = await measured(hall, project)
    assert (found.units, found.why) == (0, Undefined.no_pairs)
    assert set(people) == {one}


async def test_answers_are_made_anew_with_the_weights_of_the_night(hall: Hall) -> None:
    """Three against one who is always the odd one out: surer in the morning."""
    turns = (TIE, BOTH_BAD) * 4
    project, _ = await crowd(hall, turns, turns, turns, (A_MUCH,) * 8)
    answers = schema.task_answers
    before = {one.task_id: one.confidence for one in await hall.rows(answers)}
    await measured(hall, project, now=NOW + DAY)
    after = sorted(await hall.rows(answers), key=lambda one: one.task_id)
    assert all(one.confidence > before[one.task_id] for one in after)
    assert {one.at for one in after} == {NOW + DAY}
    assert [one.label for one in after] == ["0", "both_bad"] * 4


@settings(
    max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 10**6))
async def test_each_new_vote_leads_to_what_the_whole_run_would_say(hall: Hall, seed: int) -> None:
    """Votes come one by one, before and after a night; making all anew then changes nothing."""
    random, key = Random(seed), f"pairs{next(_KEYS)}"
    made = await hall.project(key, tasks=4, tasks_per_job=4, overlap=2, confidence=Sureness(80, 4))
    call = await hall.call(key)

    async def vote() -> None:
        job = (await hall.try_claim(call, await hall.person())).job
        if job is not None:
            await hall.rate(job, *(random.choice((TIE, A_MUCH, B_MUCH)) for _ in range(job.size)))
            await hall.submit(job)
            await hall.sweep_submissions(now=NOW + MINUTE)

    for _ in range(3):
        await vote()
    await measured(hall, made.id)
    await vote()
    mine = schema.task_answers.c.project_id == made.id
    before = {one.task_id: one for one in await hall.rows(schema.task_answers, mine)}
    await measuring.answers_anew(
        hall.db, project_id=made.id, task_ids=sorted(before), now=NOW + DAY
    )
    for one in await hall.rows(schema.task_answers, mine):
        was = before[one.task_id]
        assert (one.label, one.ratings) == (was.label, was.ratings)
        assert one.confidence == pytest.approx(was.confidence)
        assert one.shares == pytest.approx(was.shares)


_KEYS = count()


async def test_the_night_comes_once_and_only_for_what_is_new(hall: Hall) -> None:
    await crowd(hall, (TIE, A_MUCH), (TIE, B_MUCH))
    early = (NOW + DAY).replace(hour=1)
    assert await measuring.measure_of_the_night(hall.db, here, now=early) == 0
    assert await measuring.measure_of_the_night(hall.db, here, now=early + timedelta(hours=1)) == 1
    assert await measuring.measure_of_the_night(hall.db, here, now=early + timedelta(hours=2)) == 0
    (found,) = await hall.rows(schema.project_measures)
    assert found.at == early + timedelta(hours=1)


async def test_a_project_that_fails_holds_up_no_other_and_is_tried_again_every_hour(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who runs the project finds it on the desk with the reason, and admins under /health."""
    first = await hall.project("first", tasks=1, tasks_per_job=1)
    second = await hall.project("second", tasks=1, tasks_per_job=1)
    for key in ("first", "second"):
        await rated(hall, await hall.call(key), await hall.person(), (TIE,))
    whole = gathering.gather

    tries = []

    async def broken(db: Any, project_id: int) -> Any:
        if project_id == first.id:
            tries.append(project_id)
            raise LookupError("not this one")
        return await whole(db, project_id)

    monkeypatch.setattr(running, "gather", broken)
    for minutes in (0, 10, 20, 59):
        found = await measuring.measure_of_the_night(hall.db, here, now=NOW + minutes * MINUTE)
        assert found == (minutes == 0)
    assert {one.project_id for one in await hall.rows(schema.project_measures)} == {second.id}
    assert len(tries) == 1
    boss = await hall.person("Boss", roles=(Role.admin,))
    assert await unmeasured(hall, boss) == [("first", "fault")]
    facts = (await health.look(hall.db, now=NOW)).facts
    assert facts is not None
    assert facts.unmeasured == (("Pairs of first", "fault"),)
    assert await measuring.measure_of_the_night(hall.db, here, now=NOW + HOUR) == 0
    assert len(tries) == 2
    monkeypatch.undo()
    assert await measuring.measure_of_the_night(hall.db, here, now=NOW + 2 * HOUR) == 1
    assert len(await hall.rows(schema.project_measures)) == 2
    assert await unmeasured(hall, boss) == []
    assert await measuring.measure_of_the_night(hall.db, here, now=NOW + 3 * HOUR) == 0


async def unmeasured(hall: Hall, by: int) -> list[tuple[str, str]]:
    """What the person finds on the desk of it."""
    found = await desk.look(hall.db, by=by, now=NOW, rules=RULES.pay)
    return [(one.key, one.why) for one in found.waiting if one.matter is Matter.unmeasured]


async def test_what_has_nothing_new_any_more_is_forgotten(hall: Hall) -> None:
    project = await hall.project(tasks=1, tasks_per_job=1)
    async with hall.db.begin() as tx:
        await storage.unmeasured.failed(
            tx, project.id, Failure.computing, again_at=NOW + HOUR, now=NOW
        )
    assert await measuring.measure_of_the_night(hall.db, here, now=NOW) == 0
    assert await hall.rows(schema.unmeasured) == []


@pytest.mark.engines("sqlite")
async def test_the_process_beside_does_it_as_well(hall: Hall) -> None:
    project, _ = await crowd(hall, (TIE, A_MUCH), (TIE, B_MUCH))
    found = await measured(hall, project)
    compute = Compute()
    try:
        await measuring.measure(hall.db, compute, project_id=project, now=NOW)
    finally:
        await compute.stop()
    async with hall.db.read() as tx:
        assert (await measures.project(tx, project), len(found[1])) == (found[0], 2)
