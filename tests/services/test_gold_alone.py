"""Jobs of one task: now and then its answer is known, and no real task is lost by it."""

from bot.domain.calls import Call
from bot.domain.jobs import Job
from bot.domain.rules import GoldRules, Rules
from bot.effects.touch_call import left
from bot.services import deadlines
from storage import calls as stored_calls
from storage import schema
from tests.invariants import broken
from tests.services.builders import DAY, MINUTE, NOW, Hall, item

ALWAYS = Rules(gold=GoldRules(100, 100))


async def alone(hall: Hall, *, real: int, golds: int = 2, limit: int | None = None) -> Call:
    """A call of a project with jobs of one task, each rated by one."""
    await hall.project(tasks=real, overlap=1, tasks_per_job=1)
    await hall.publish("pairs", *(item(f"k{n}", gold={"preference": -2}) for n in range(golds)))
    return await hall.call(limit=limit)


async def take(hall: Hall, call: Call, person: int, nth: int = 0) -> tuple[Job, bool]:
    """The next job of the person, and whether its one task has a known answer."""
    claim = await hall.try_claim(call, person, rules=ALWAYS, now=NOW + nth * MINUTE)
    assert claim.job is not None
    (one,) = await hall.assignments(claim.job)
    (task,) = await hall.rows(schema.tasks, schema.tasks.c.id == one.task_id)
    return claim.job, task.gold is not None


async def counted(hall: Hall, call: Call) -> tuple[int, int]:
    """How many places the call says are open, and how many it counts as taken."""
    async with hall.db.read() as tx:
        now = await stored_calls.by_id(tx, call.id)
        return await left(tx, now), now.taken


async def test_a_known_answer_borrows_a_place_and_no_two_come_in_a_row(hall: Hall) -> None:
    call, ada = await alone(hall, real=4, golds=9), await hall.person()
    seen: list[bool] = []
    places = []
    for nth in range(7):
        job, known = await take(hall, call, ada, nth)
        seen.append(known)
        places.append((await counted(hall, call))[0])
        await hall.finish(job, now=NOW + nth * MINUTE)
        await hall.slots_add_up()
    # The last place is for the last real task.
    assert seen == [True, False, True, False, True, False, False]
    assert places == [3, 3, 2, 2, 1, 1, 0]
    states = [row.state for row in await hall.rows(schema.jobs)]
    assert states == ["submitted"] * 7
    assert await counted(hall, call) == (0, 4)
    assert await broken(hall.db) == []


async def test_a_call_for_three_jobs_brings_three_real_ones(hall: Hall) -> None:
    call, people = await alone(hall, real=9, limit=3), await hall.people(4)
    first, known = await take(hall, call, people[0])
    assert (known, await counted(hall, call)) == (True, (2, 0))
    assert (await take(hall, call, people[1]))[1] is True
    # While there is work a place is said to be open, however many are lent.
    assert await counted(hall, call) == (1, 0)
    assert (await take(hall, call, people[2]))[1] is False
    assert await counted(hall, call) == (1, 1)
    await hall.give_back(first)
    assert await counted(hall, call) == (1, 1)
    assert (await take(hall, call, people[3]))[1] is False
    assert (await take(hall, call, people[0], 1))[1] is False
    assert await counted(hall, call) == (0, 3)
    assert await broken(hall.db) == []


async def test_the_last_place_is_never_lent(hall: Hall) -> None:
    call, people = await alone(hall, real=1), await hall.people(2)
    job, known = await take(hall, call, people[0])
    assert known is False
    assert await counted(hall, call) == (0, 1)
    await hall.give_back(job)
    assert await counted(hall, call) == (1, 0)
    assert (await take(hall, call, people[1]))[1] is False


async def test_one_that_runs_out_gives_the_place_back_once(hall: Hall) -> None:
    call, ada = await alone(hall, real=3), await hall.person()
    _, known = await take(hall, call, ada)
    assert (known, await counted(hall, call)) == (True, (2, 0))
    assert await deadlines.expire(hall.db, now=NOW + DAY) == 1
    assert await counted(hall, call) == (3, 0)
    assert await hall.slots_add_up() == 3
