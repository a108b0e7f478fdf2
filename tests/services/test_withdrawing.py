"""Questions that are withdrawn: for whom they count as right, and from when."""

import asyncio

import pytest

from bot.domain.courses import Published
from bot.domain.learning import Learning
from bot.domain.people import Role
from bot.domain.sittings import SittingState
from bot.services import courses
from storage import courses as stored_courses
from storage import schema
from storage import sittings as stored_sittings
from tests.services.builders import DAY, NOW, Hall
from tests.services.course_acts import answer, exam, publish, question, start
from tests.services.test_races import waits


async def gated(hall: Hall) -> None:
    """An open project whose jobs ask for the exam."""
    await hall.project(learning=Learning(exam=("basics",)))


async def _admin(hall: Hall) -> int:
    return await hall.person("Admin", roles=(Role.admin,))


async def withdraw(hall: Hall, made: Published, item: int, *, by: int) -> None:
    await courses.withdraw(
        hall.db, course_id=made.id, version=made.version, item=item, by=by,
        cause=hall.cause(), now=NOW + DAY,
    )  # fmt: skip


async def test_a_withdrawn_question_stays_withdrawn_in_the_next_version(hall: Hall) -> None:
    made = await publish(hall, exam(pass_percent=100))
    await gated(hall)
    await withdraw(hall, made, 2, by=await _admin(hall))
    # The third question moves to the front; the last one has other options now.
    moved = (question("q2"), question("q0"), question("q1"), question("q3", options=4))
    newer = await publish(hall, exam(items=moved, pass_percent=100))
    ada = await hall.person()
    view = await start(hall, newer, ada)
    assert view.voided == {0}
    for _ in range(4):
        broken = view.sitting.asked[view.sitting.turned].item == 0
        view = await answer(hall, view, right=not broken)
    assert view.sitting.state is SittingState.passed


async def test_who_withdraws_a_question_does_not_pass_by_it(hall: Hall) -> None:
    made = await publish(hall, exam(pass_percent=100))
    await gated(hall)
    ada, boss, other = [
        await hall.person(name, roles=roles)
        for name, roles in (("Ada", ()), ("Bo", (Role.coordinator,)), ("Cy", (Role.admin,)))
    ]
    for person_id in (ada, boss):
        view = await start(hall, made, person_id)
        for _ in range(4):
            broken = view.sitting.asked[view.sitting.turned].item == 2
            view = await answer(hall, view, right=not broken)
    await withdraw(hall, made, 2, by=boss)
    await courses.look(hall.db, now=NOW + DAY)
    assert [one.person_id for one in await hall.rows(schema.qualifications)] == [ada]
    # Somebody else can find the question as broken as that.
    await withdraw(hall, made, 2, by=other)
    await courses.look(hall.db, now=NOW + DAY)
    held = await hall.rows(schema.qualifications)
    assert [one.person_id for one in held] == [ada, boss]


@pytest.mark.engines("postgres")
async def test_a_question_that_is_withdrawn_while_a_try_ends_counts_for_it(hall: Hall) -> None:
    made = await publish(hall, exam(pass_percent=100))
    await gated(hall)
    ada, boss = await hall.person(), await _admin(hall)
    view = await start(hall, made, ada)
    while view.sitting.turned < 3:
        view = await answer(hall, view, right=True)
    broken = view.sitting.asked[3].item
    async with hall.db.begin() as tx:
        # As `withdraw` does it, up to its commit.
        await stored_courses.lock(tx, made.id)
        ending = asyncio.create_task(answer(hall, view, right=False))
        await waits(hall.db)
        await stored_courses.withdraw(tx, made.version_id, broken)
        await stored_sittings.ask_regrading(tx, made.version_id, but_of=boss)
    assert (await ending).sitting.state is SittingState.passed
