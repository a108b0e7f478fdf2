"""A published file taken back: whole while nobody was given any of it, else what is left."""

import asyncio
from functools import partial

import pytest

from bot.domain.batches import BatchState
from bot.domain.calls import CallState
from bot.domain.people import Role
from bot.domain.refusal import Refused, Repeated
from bot.insistence import insistently
from bot.services import batches, calls, pulled, taking_back
from bot.services.taking_back import Published
from storage import schema, tasks
from tests.services.builders import NOW, Hall, item

EIGHT = [item(f"t{n}") for n in range(1, 9)]


async def boss_of(hall: Hall) -> int:
    return await hall.person("Bo", roles=(Role.coordinator,))


async def take_back(hall: Hall, number: str, by: int, cause: str | None = None) -> Published:
    return await taking_back.take_back(
        hall.db, number=number, by=by, cause=cause or hall.cause(), now=NOW
    )


async def pull_rest(hall: Hall, number: str, by: int) -> Published:
    return await taking_back.pull_rest(hall.db, number=number, by=by, cause=hall.cause(), now=NOW)


async def test_a_file_that_nobody_was_given_goes_whole_and_can_come_again(hall: Hall) -> None:
    await hall.project(tasks=0)
    boss = await boss_of(hall)
    wrong = await hall.publish("pairs", *EIGHT, item("gold", gold={"preference": -2}))
    call = await hall.call()
    found = await take_back(hall, wrong.batch, boss)
    assert (found.fate.tasks, found.fate.gold, found.batch.state) == (8, 1, BatchState.withdrawn)
    assert await hall.slots_add_up() == 0
    assert await hall.rows(schema.tasks) == []
    assert (await hall.rows(schema.calls))[-1].state == CallState.filled
    (entry,) = await hall.acts("batch-withdrawn")
    assert (entry.subject, entry.after) == (f"batch:{wrong.batch}", {"tasks": 9})
    again = await hall.publish("pairs", *EIGHT, item("gold", gold={"preference": 2}))
    assert (again.tasks, again.gold) == (8, 1)
    assert await hall.slots_add_up() == 24
    assert (await calls.posted(hall.db, number=call.number, by=boss)).call.state == CallState.live


async def test_no_task_gets_the_id_of_one_that_was_taken_back(hall: Hall) -> None:
    await hall.project(tasks=2)
    boss = await boss_of(hall)
    wrong = await hall.publish("pairs", item("wrong"))
    (old,) = await hall.rows(schema.tasks, schema.tasks.c.external_id == "wrong")
    await pulled_text(hall, old.id)
    await take_back(hall, wrong.batch, boss)
    await hall.publish("pairs", item("right"))
    (new,) = await hall.rows(schema.tasks, schema.tasks.c.external_id == "right")
    assert new.id > old.id


async def pulled_text(hall: Hall, task_id: int) -> None:
    """Read the task, as every card does, so that its text is kept in memory."""
    async with hall.db.read() as tx:
        await tasks.text_of(tx, task_id)


async def test_two_taps_take_it_back_once(hall: Hall) -> None:
    await hall.project(tasks=0)
    boss = await boss_of(hall)
    made = await hall.publish("pairs", *EIGHT)
    await take_back(hall, made.batch, boss, "u:1")
    with pytest.raises(Repeated):
        await take_back(hall, made.batch, boss, "u:1")
    with pytest.raises(Refused, match="batch-withdrawn"):
        await take_back(hall, made.batch, boss)
    with pytest.raises(Refused, match="batch-withdrawn"):
        await pull_rest(hall, made.batch, boss)
    assert await hall.slots_add_up() == 0


async def test_what_somebody_was_given_stays_and_only_the_rest_is_pulled(hall: Hall) -> None:
    await hall.project(tasks=0)
    made = await hall.publish("pairs", *EIGHT)
    boss, (ada, ben) = await boss_of(hall), await hall.people(2)
    call = await hall.call()
    await hall.finish(await hall.claim(call, ada))
    at_work = await hall.claim(call, ben)
    with pytest.raises(Refused) as no:
        await take_back(hall, made.batch, boss)
    assert (no.value.reason, no.value.facts["given"]) == ("batch-given", 5)
    found = await pull_rest(hall, made.batch, boss)
    fate = found.fate
    assert (fate.given, fate.rated, fate.in_work, fate.to_pull) == (5, 5, 5, 8)
    assert (fate.missing, await hall.slots_add_up()) == (14, 0)
    # Who is at work goes on, and is paid; who gives back opens nothing again.
    await hall.finish(at_work)
    assert len(await hall.rows(schema.lines)) == 10
    assert await hall.slots_add_up() == 0
    with pytest.raises(Refused, match="batch-no-rest"):
        await pull_rest(hall, made.batch, boss)


async def test_a_given_task_that_came_back_was_given(hall: Hall) -> None:
    await hall.project(tasks=0)
    made = await hall.publish("pairs", *EIGHT)
    boss, ada = await boss_of(hall), await hall.person()
    job = await hall.claim(await hall.call(), ada)
    await hall.give_back(job)
    with pytest.raises(Refused, match="batch-given"):
        await take_back(hall, made.batch, boss)
    assert len(await hall.rows(schema.tasks)) == 8


async def test_what_the_client_has_is_not_taken_back(hall: Hall) -> None:
    await hall.project(tasks=0)
    made = await hall.publish("pairs", *EIGHT)
    boss, ada = await boss_of(hall), await hall.person()
    await hall.finish(await hall.claim(await hall.call(), ada))
    await batches.deliver(hall.db, number=made.batch, by=boss, cause=hall.cause(), now=NOW)
    for act in (take_back, pull_rest):
        with pytest.raises(Refused, match="batch-delivered"):
            await act(hall, made.batch, boss)


async def test_nothing_is_delivered_of_what_was_taken_back(hall: Hall) -> None:
    await hall.project(tasks=0)
    made, boss = await hall.publish("pairs", *EIGHT), await boss_of(hall)
    await take_back(hall, made.batch, boss)
    with pytest.raises(Refused, match="batch-withdrawn"):
        await batches.deliver(hall.db, number=made.batch, by=boss, cause=hall.cause(), now=NOW)


async def test_only_who_coordinates_the_project_takes_back(hall: Hall) -> None:
    await hall.project(tasks=0)
    made, ada = await hall.publish("pairs", *EIGHT), await hall.person()
    for act in (take_back, pull_rest):
        with pytest.raises(Refused, match="not-client"):
            await act(hall, made.batch, ada)
    with pytest.raises(Refused, match="no-batch"):
        await take_back(hall, "AAAAAAAA", await boss_of(hall))


async def test_of_claims_at_once_and_taking_back_one_side_wins_whole(hall: Hall) -> None:
    await hall.project(tasks=0)
    made = await hall.publish("pairs", *EIGHT)
    boss, people = await boss_of(hall), await hall.people(6)
    call = await hall.call()
    claims = [insistently(partial(hall.try_claim, call, one, cause=f"c:{one}")) for one in people]
    withdrawal = insistently(partial(take_back, hall, made.batch, boss, "w:1"))
    results = await asyncio.gather(*claims[:3], withdrawal, *claims[3:], return_exceptions=True)
    assert all(isinstance(one, Refused) for one in results if isinstance(one, BaseException))
    left = len(await hall.rows(schema.tasks))
    given = len(await hall.rows(schema.assignments))
    assert (left, bool(given)) in ((0, False), (8, True))
    assert (await hall.rows(schema.batches))[0].state == ("open" if left else "withdrawn")
    await hall.slots_add_up()


async def test_what_a_pulled_rest_holds_is_put_back_one_by_one(hall: Hall) -> None:
    await hall.project(tasks=0)
    made, boss = await hall.publish("pairs", *EIGHT), await boss_of(hall)
    await hall.claim(await hall.call(), await hall.person())
    await pull_rest(hall, made.batch, boss)
    page = await pulled.listed(hall.db, "pairs", by=boss, page=0, size=5)
    assert (page.count, page.left_out, len(page.tasks)) == (8, 8, 5)
    await pulled.put_back(hall.db, page.tasks[0].id, by=boss, cause=hall.cause(), now=NOW)
    assert await hall.slots_add_up() == page.tasks[0].open_slots == 2
