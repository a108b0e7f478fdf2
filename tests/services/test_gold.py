"""Known answers: mixed in unseen, scored at submission, doubted by good raters."""

from typing import Any

import pytest

from bot.domain.jobs import Job
from bot.domain.pay_terms import PayTerms
from bot.domain.people import Role
from bot.domain.rules import GoldRules, Rules
from bot.services import deadlines, my_data, reviews
from bot.services import gold as copies
from storage import gold, schema
from tests.services.builders import (
    A_BETTER,
    A_MUCH,
    B_BETTER,
    B_MUCH,
    DAY,
    MINUTE,
    NOW,
    TIE,
    Hall,
    item,
)
from tests.services.test_twins import paid_to

# What differs between any two ratings; how they are drawn for review nobody is told.
OWN = {"id", "number", "assignment_id"}
OWN_OF_LINE = {*OWN, "drawn", "blind"}
A_GOLD = {"preference": -2}
ALWAYS = Rules(gold=GoldRules(50, 50))


def known(name: str, **more: Any) -> dict[str, Any]:
    return item(name, gold=A_GOLD, **more)


async def gold_ids(hall: Hall) -> dict[int, Any]:
    rows = await hall.rows(schema.tasks, schema.tasks.c.gold.is_not(None))
    return {row.id: row for row in rows}


async def with_gold(hall: Hall, *, real: int = 10, golds: int = 4, **values: Any) -> Any:
    await hall.project(tasks=real, **values)
    await hall.publish("pairs", *(known(f"k{n}") for n in range(golds)))
    return await hall.call()


async def take(hall: Hall, call: Any, person: int, rules: Rules = ALWAYS) -> Job:
    job = (await hall.try_claim(call, person, rules=rules)).job
    assert job is not None
    return job


def _turned(option: int, shown_order: tuple[int, ...]) -> int:
    mirror = {A_MUCH: B_MUCH, A_BETTER: B_BETTER, B_BETTER: A_BETTER, B_MUCH: A_MUCH}
    return option if shown_order == (0, 1) else mirror.get(option, option)


async def rate_as(
    hall: Hall,
    job: Job,
    choices: dict[int, int],
    default: int = A_BETTER,
    *,
    rules: Rules = ALWAYS,
) -> None:
    """Answer each task by what response x gets: `choices` by task, undoing the shown order."""
    for one in sorted(await hall.assignments(job), key=lambda one: one.position):
        wanted = choices.get(one.task_id, default)
        await hall.rate(job, _turned(wanted, one.shown_order))
    await hall.submit(job)
    await hall.sweep_submissions(now=NOW + MINUTE, rules=rules)


async def test_a_job_has_its_share_of_known_answers_and_a_real_task_at_least(hall: Hall) -> None:
    call = await with_gold(hall, tasks_per_job=4)
    job = await take(hall, call, await hall.person())
    golds = await gold_ids(hall)
    mine = [one.task_id in golds for one in await hall.assignments(job)]
    assert (len(mine), sum(mine)) == (4, 2)
    (project,) = await hall.rows(schema.projects)
    assert project.open_slots == 30 - 2
    assert await hall.slots_add_up() == 28


async def test_a_project_without_gold_has_none(hall: Hall) -> None:
    await hall.project(tasks=4)
    job = await take(hall, await hall.call(), await hall.person())
    assert job.size == 4


async def test_who_can_read_the_known_answers_is_given_none(hall: Hall) -> None:
    call = await with_gold(hall, tasks_per_job=4)
    rita = await hall.person("Rita", roles=(Role.reviewer,))
    twin = await hall.person("Twin")
    for account in (rita, twin):
        await paid_to(hall, account, "same")
    golds = await gold_ids(hall)
    for account in (rita, twin):
        job = await take(hall, call, account)
        given = {one.task_id for one in await hall.assignments(job)}
        assert len(given) == 4
        assert not given & set(golds)


async def test_the_least_given_known_answer_comes_first_and_none_comes_twice(hall: Hall) -> None:
    call = await with_gold(hall, real=30, golds=4, tasks_per_job=4)
    ada = await hall.person()
    golds, met = await gold_ids(hall), []
    for _ in range(3):
        job = await take(hall, call, ada)
        met += [one.task_id for one in await hall.assignments(job) if one.task_id in golds]
        await hall.finish(job)
    assert sorted(met) == sorted(golds)
    ben = await take(hall, call, await hall.person("Ben"))
    again = [one.task_id for one in await hall.assignments(ben) if one.task_id in golds]
    assert len(again) == 2
    used = {row.id: row.rank >> 32 for row in (await gold_ids(hall)).values()}
    assert sorted(used.values()) == [1, 1, 2, 2]


async def test_what_was_given_back_leaves_the_counts_of_slots_alone(hall: Hall) -> None:
    call = await with_gold(hall, tasks_per_job=4)
    job = await take(hall, call, await hall.person())
    await hall.give_back(job)
    (project,) = await hall.rows(schema.projects)
    assert project.open_slots == 30
    assert await hall.slots_add_up() == 30


async def test_an_expired_job_can_be_handed_in_with_its_known_answers(hall: Hall) -> None:
    call = await with_gold(hall, tasks_per_job=2)
    job = await take(hall, call, await hall.person())
    await hall.rate_all(job)
    await hall.change(schema.jobs, job.id, due_at=NOW)
    late = NOW + 60 * MINUTE
    assert await deadlines.expire(hall.db, now=late) == 1
    assert await hall.hand_in(job, now=late) == 2
    (project,) = await hall.rows(schema.projects)
    assert project.open_slots == 29
    await hall.sweep_submissions(now=late + MINUTE)
    assert len(await hall.rows(schema.gold_scores)) == 1
    assert await hall.slots_add_up() == 29


@pytest.mark.parametrize(("option", "right"), [(A_BETTER, True), (A_MUCH, True), (TIE, False)])
async def test_a_rating_of_a_known_answer_is_scored_once(
    hall: Hall, option: int, right: bool
) -> None:
    call = await with_gold(hall, tasks_per_job=2, real=2, golds=1)
    ada = await hall.person()
    job = await take(hall, call, ada)
    await rate_as(hall, job, {}, option)
    (score,) = await hall.rows(schema.gold_scores)
    assert (score.correct, score.state, score.person_id) == (right, "counts", ada)
    async with hall.db.read() as tx:
        assert await gold.accuracy(tx, ada) == (int(right), 1)
        assert await gold.accuracy(tx, ada, since=NOW + 2 * MINUTE) == (0, 0)
        assert await gold.accuracy(tx, ada, project_id=score.project_id) == (int(right), 1)
        assert await gold.accuracy_of_project(tx, score.project_id) == (int(right), 1)


async def test_a_known_answer_is_never_decided_and_waits_for_no_client(hall: Hall) -> None:
    call = await with_gold(
        hall, tasks_per_job=2, real=2, golds=1, overlap=1, pay_terms=PayTerms(confirm_days=7)
    )
    job = await take(hall, call, await hall.person())
    await rate_as(hall, job, {})
    golds = await gold_ids(hall)
    lines = {row.assignment_id: row for row in await hall.rows(schema.lines)}
    waiting = {(row.client, row.confirm_by, row.accept_by) for row in lines.values()}
    assert len(waiting) == 1
    await reviews.accept_overdue(hall.db, now=NOW + 5 * 24 * 60 * MINUTE)
    states = {}
    for one in await hall.assignments(job):
        (row,) = await hall.rows(schema.lines, schema.lines.c.assignment_id == one.id)
        states[one.task_id in golds] = (row.state, row.client)
    assert states == {True: ("confirmed", "not asked"), False: ("accepted", "waiting")}
    rows = {
        row.gold is not None: row.state
        for row in await hall.rows(
            schema.tasks, schema.tasks.c.id.in_([o.task_id for o in await hall.assignments(job)])
        )
    }
    assert rows == {True: "open", False: "decided"}


async def test_decided_tasks_on_which_all_agree_become_gold_for_others(hall: Hall) -> None:
    cora = await hall.person("Cora", roles=(Role.coordinator,))
    await hall.project(tasks=2, overlap=2, tasks_per_job=2)
    call = await hall.call()
    people = await hall.people(2)
    ids = [row.id for row in await hall.rows(schema.tasks)]
    for person, second in zip(people, (A_BETTER, TIE), strict=True):
        await rate_as(hall, await hall.claim(call, person), {ids[1]: second})
    await reviews.accept_overdue(hall.db, now=NOW + 4 * DAY)
    copied = [
        await copies.copy_decided(hall.db, "pairs", by=cora, cause=hall.cause(), now=NOW)
        for _ in range(2)
    ]
    assert copied == [1, 0]
    ((task_id, row),) = (await gold_ids(hall)).items()
    assert (row.copied_from, row.gold, row.overlap, row.batch_id) == (ids[0], A_GOLD, 0, None)
    async with hall.db.read() as tx:
        (project,) = await hall.rows(schema.projects)
        assert await gold.to_give(tx, project.id, [people[0]]) == {}
        assert list(await gold.to_give(tx, project.id, [cora])) == [task_id]


async def test_nothing_that_a_contractor_sees_tells_a_known_answer_from_others(hall: Hall) -> None:
    call = await with_gold(
        hall, real=2, golds=1, tasks_per_job=2, pay_terms=PayTerms(confirm_days=7)
    )
    ada = await hall.person()
    job = await take(hall, call, ada)
    golds = await gold_ids(hall)
    await rate_as(hall, job, {}, TIE)
    seen: dict[bool, list[Any]] = {}
    for one in await hall.assignments(job):
        line, rating = [
            (await hall.rows(table, table.c.assignment_id == one.id))[0]
            for table in (schema.lines, schema.ratings)
        ]
        told = {name: value for name, value in line._mapping.items() if name not in OWN_OF_LINE}
        shows = {name: value for name, value in rating._mapping.items() if name not in OWN}
        seen[one.task_id in golds] = [told, shows, one.state, one.held, len(line.number)]
    assert seen[True] == seen[False]
    pages = [page async for page in my_data.pages(hall.db, person_id=ada, rules=Rules())]
    text = str(pages)
    assert "known-answers" not in {one.kind for one in pages if one.records}
    assert "gold" not in text.lower()
