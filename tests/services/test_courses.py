"""Courses between a person and the first job: taken, graded once, paid once, held, expired."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import update

from bot.domain.courses import CourseState
from bot.domain.gates import GateKind
from bot.domain.learning import Learning
from bot.domain.people import Role
from bot.domain.refusal import Refused, Repeated
from bot.domain.sittings import SittingState
from bot.domain.tasks import Content, Turn
from bot.insistence import insistently
from bot.services import claims, courses, projects, waiting
from bot.services.courses import sweeping
from storage import people, schema
from tests.services.builders import DAY, MINUTE, NOW, RULES, Hall, new_project
from tests.services.course_acts import (
    END,
    PAY,
    answer,
    exam,
    place_of,
    publish,
    question,
    start,
    stored,
    take,
    training,
)

HOUR = timedelta(hours=1)


async def gated(hall: Hall, **learning: tuple[str, ...]) -> None:
    """An open project with a call, whose jobs ask for these courses."""
    await hall.project(learning=Learning(**learning))  # type: ignore[arg-type]
    await hall.call()


async def go_on(hall: Hall, person_id: int) -> claims.Claim:
    return await claims.go_on(
        hall.db, project_key="pairs", person_id=person_id, cause=hall.cause(), now=NOW,
        rules=RULES, random=hall.random,
    )  # fmt: skip


async def test_training_and_then_the_exam_stand_before_the_job(hall: Hall) -> None:
    lesson, test = await publish(hall, training()), await publish(hall, exam())
    await hall.project(learning=Learning(("lesson",), ("basics",)))
    call, ada = await hall.call(), await hall.person()
    first = await hall.try_claim(call, ada)
    assert (first.job, first.held_until) == (None, None)
    assert first.gate is not None
    assert (first.gate.kind, first.gate.what) == (GateKind.training, "lesson")
    done = await take(hall, lesson, ada, right=0)
    assert done.sitting.state is SittingState.done
    second = await go_on(hall, ada)
    assert second.gate is not None
    assert (second.gate.kind, second.gate.what) == (GateKind.exam, "basics")
    assert (await take(hall, test, ada, right=3)).sitting.state is SittingState.passed
    assert (await hall.try_claim(call, ada)).job is not None
    assert len(await hall.acts("qualified")) == 2


async def test_pay_is_owed_once_in_the_transaction_that_ends_it(hall: Hall) -> None:
    made = await publish(hall, exam(first=PAY))
    await gated(hall, exam=("basics",))
    ada = await hall.person()
    view = await start(hall, made, ada)
    for _ in range(3):
        view = await answer(hall, view, right=True)
        assert await hall.rows(schema.lines) == []
    last = {
        "number": view.sitting.number, "position": 3,
        "place": place_of(view.sitting, view.course, right=True), "person_id": ada, "now": NOW,
    }  # fmt: skip
    await courses.choose(hall.db, **last, cause="the last tap")  # type: ignore[arg-type]
    with pytest.raises(Repeated):
        await courses.choose(hall.db, **last, cause="the last tap")  # type: ignore[arg-type]
    again = await courses.choose(hall.db, **last, cause="another device")  # type: ignore[arg-type]
    assert not again.fresh
    (line,) = await hall.rows(schema.lines)
    assert (line.kind, line.state, line.pay_minor, line.because) == (
        "training", "confirmed", 150, "Exam basics",
    )  # fmt: skip
    assert again.sitting.line == line.number


async def test_a_later_try_pays_what_the_file_says(hall: Hall) -> None:
    made = await publish(hall, exam(first=PAY, later=replace(PAY, minor=50)))
    await gated(hall, exam=("basics",))
    ada = await hall.person()
    await take(hall, made, ada, right=0)
    await take(hall, made, ada, right=4, now=NOW + DAY)
    assert [one.pay_minor for one in await hall.rows(schema.lines)] == [150, 50]


async def test_two_tries_with_a_day_between_and_then_no_more(hall: Hall) -> None:
    made = await publish(hall, exam())
    await gated(hall, exam=("basics",))
    ada = await hall.person()
    failed = await take(hall, made, ada, right=2)
    assert (failed.sitting.state, failed.sitting.right) == (SittingState.failed, 2)
    with pytest.raises(Refused, match="course-wait") as told:
        await start(hall, made, ada, now=NOW + 23 * HOUR)
    assert told.value.facts == {"until": NOW + DAY, "left": 1}
    await take(hall, made, ada, right=2, now=NOW + DAY)
    with pytest.raises(Refused, match="course-over"):
        await start(hall, made, ada, now=NOW + 40 * DAY)
    found = await waiting.work(hall.db, person_id=ada, now=NOW + 2 * DAY, rules=RULES)
    assert [no.reason for _, no in found.reasons] == ["course-over"]
    assert [one.nth for one in await hall.rows(schema.sittings)] == [1, 2]


async def test_all_tries_come_again_after_the_days_of_the_file(hall: Hall) -> None:
    made = await publish(hall, exam(again_days=30))
    await gated(hall, exam=("basics",))
    ada = await hall.person()
    await take(hall, made, ada, right=0)
    await take(hall, made, ada, right=0, now=NOW + DAY)
    with pytest.raises(Refused, match="course-later") as told:
        await start(hall, made, ada, now=NOW + 2 * DAY)
    assert told.value.facts["until"] == NOW + 31 * DAY
    view = await start(hall, made, ada, now=NOW + 31 * DAY)
    assert (view.sitting.round, view.sitting.nth) == (2, 1)


async def test_a_coordinator_gives_the_tries_again_and_the_person_is_told(hall: Hall) -> None:
    made = await publish(hall, exam())
    await gated(hall, exam=("basics",))
    ada, boss = await hall.person(), await hall.person("Bo", roles=(Role.coordinator,))
    await take(hall, made, ada, right=0)
    last = await take(hall, made, ada, right=0, now=NOW + DAY)
    found = await courses.results(hall.db, course_id=made.id, by=boss, now=NOW + 2 * DAY)
    assert [one.number for _, one in found.spent] == [last.sitting.number]

    async def lift(by: int) -> None:
        await courses.lift(
            hall.db, course_id=made.id, number=last.sitting.number, by=by, cause=hall.cause(),
            now=NOW + 2 * DAY,
        )  # fmt: skip

    with pytest.raises(Refused, match="not-coordinator"):
        await lift(ada)
    async with hall.db.begin() as tx:
        await people.grant(
            tx, person_id=ada, role=Role.coordinator, project_id=None, by=None, now=NOW
        )
    with pytest.raises(Refused, match="course-own-tries"):
        await lift(ada)
    await lift(boss)
    with pytest.raises(Refused, match="stale-button"):
        await lift(boss)
    assert len(await hall.notices("tries_granted")) == 1
    assert (await start(hall, made, ada, now=NOW + 2 * DAY)).sitting.round == 2


async def test_a_try_that_is_left_ends_after_a_day(hall: Hall) -> None:
    made = await publish(hall, exam(first=PAY))
    await gated(hall, exam=("basics",))
    ada, bo = await hall.person(), await hall.person("Bo")
    little, more = await start(hall, made, ada), await start(hall, made, bo)
    little = await answer(hall, little, right=True)
    for _ in range(2):
        more = await answer(hall, more, right=True)
    assert await courses.look(hall.db, now=NOW + DAY - MINUTE) == 0
    assert await courses.look(hall.db, now=NOW + DAY) == 2
    assert await courses.look(hall.db, now=NOW + DAY) == 0
    first, second = [await stored(hall, one.sitting.number) for one in (little, more)]
    assert (first.state, first.nth) == (SittingState.dropped, None)
    assert (second.state, second.nth, second.right) == (SittingState.lapsed, 1, 2)
    assert len(await hall.notices("sitting_lapsed")) == 2
    assert await hall.rows(schema.lines) == []
    assert (await start(hall, made, ada, now=NOW + DAY)).sitting.nth == 1


async def test_after_as_many_left_tries_as_there_are_each_counts(hall: Hall) -> None:
    made = await publish(hall, exam())
    await gated(hall, exam=("basics",))
    ada = await hall.person()
    found = []
    for day in range(3):
        now = NOW + day * DAY
        view = await start(hall, made, ada, now=now)
        await courses.look(hall.db, now=now + DAY)
        found.append(await stored(hall, view.sitting.number))
    assert [(one.state, one.nth) for one in found] == [
        (SittingState.dropped, None), (SittingState.dropped, None), (SittingState.lapsed, 1)
    ]  # fmt: skip


async def test_a_try_that_cannot_be_ended_holds_up_none_of_the_others(hall: Hall) -> None:
    made = await publish(hall, exam())
    await gated(hall, exam=("basics",))
    broken, whole = [await start(hall, made, await hall.person(name)) for name in ("Ada", "Bo")]
    async with hall.db.begin() as tx:
        table = schema.sittings
        mine = table.c.number == broken.sitting.number
        await tx.execute(update(table).where(mine).values(asked=[0]))
    with pytest.raises(TypeError):
        await courses.look(hall.db, now=NOW + DAY)
    assert (await stored(hall, whole.sitting.number)).state is SittingState.dropped


async def test_an_answer_after_the_day_is_refused_also_before_the_clock_came_by(
    hall: Hall,
) -> None:
    made = await publish(hall, exam())
    await gated(hall, exam=("basics",))
    ada = await hall.person()
    view = await start(hall, made, ada)
    with pytest.raises(Refused, match="course-unfinished"):
        await answer(hall, view, right=True, now=NOW + DAY)


async def test_the_clock_looks_once_more_before_it_ends_a_try(hall: Hall) -> None:
    made = await publish(hall, exam())
    await gated(hall, exam=("basics",))
    ada = await hall.person()
    view = await answer(hall, await start(hall, made, ada), right=True, now=NOW + HOUR)
    async with hall.db.begin() as tx:
        # As if it had been found a moment before that answer.
        which = view.sitting.id
        assert not await sweeping._lapse(tx, which=which, person_id=ada, now=NOW + DAY)
    assert (await stored(hall, view.sitting.number)).is_open


async def test_a_question_has_to_fit_one_message(hall: Hall) -> None:
    long = Content((Turn("user", "word " * 400),), ())
    items = (question("short"), replace(question("long"), content=long))
    with pytest.raises(Refused, match="course-too-long") as told:
        await publish(hall, exam(count=2, asked=2, items=items))
    assert told.value.facts == {"nth": 2}


async def test_a_training_waits_for_as_long_as_it_takes(hall: Hall) -> None:
    made = await publish(hall, training())
    await gated(hall, training=("lesson",))
    ada = await hall.person()
    view = await answer(hall, await start(hall, made, ada), right=False)
    assert await courses.look(hall.db, now=NOW + 30 * DAY) == 0
    again = await start(hall, made, ada, now=NOW + 30 * DAY)
    assert (again.fresh, again.sitting.number) == (False, view.sitting.number)
    ended = await answer(hall, view, right=False, now=NOW + 30 * DAY)
    assert ended.sitting.state is SittingState.done


async def test_two_devices_have_one_effect(hall: Hall) -> None:
    made = await publish(hall, exam())
    await gated(hall, exam=("basics",))
    ada = await hall.person()
    view = await start(hall, made, ada)
    one = view.sitting

    async def tap(place: int) -> courses.SittingView:
        return await courses.choose(
            hall.db, number=one.number, position=0, place=place, person_id=ada,
            cause=hall.cause(), now=NOW,
        )  # fmt: skip

    assert (await tap(0)).fresh
    assert not (await tap(1)).fresh
    assert (await stored(hall, one.number)).answers == ((one.asked[0].order[0],),)


async def test_several_right_options_are_ticked_and_then_settled(hall: Hall) -> None:
    items = (question("a", right=(0, 2)), question("b"))
    made = await publish(hall, exam(count=2, items=items, asked=2, pass_percent=100))
    await gated(hall, exam=("basics",))
    ada = await hall.person()
    view = await start(hall, made, ada)
    while len(view.course.items[view.sitting.asked[view.sitting.turned].item].right) == 1:
        view = await answer(hall, view, right=True)
    number, position = view.sitting.number, view.sitting.turned
    asked = view.sitting.asked[position]
    how = {"number": number, "position": position, "person_id": ada, "now": NOW}
    with pytest.raises(Refused, match="course-tick-first"):
        await courses.settle(hall.db, **how, cause=hall.cause())  # type: ignore[arg-type]
    for option in (0, 2, 2):
        place = asked.order.index(option)
        await courses.tick(hall.db, **how, place=place, on=True, cause=hall.cause())  # type: ignore[arg-type]
    view = await courses.settle(hall.db, **how, cause=hall.cause())  # type: ignore[arg-type]
    assert set(view.sitting.answers[position]) == {0, 2}


async def test_what_expires_is_told_before_and_at_its_end_and_can_be_renewed(hall: Hall) -> None:
    made = await publish(hall, exam(valid_days=60))
    await gated(hall, exam=("basics",))
    ada, bo = await hall.person(), await hall.person("Bo")
    for person in (ada, bo):
        await take(hall, made, person, right=4)
    with pytest.raises(Refused, match="course-held"):
        await start(hall, made, ada, now=NOW + 50 * DAY)
    assert await courses.look(hall.db, now=NOW + 52 * DAY) == 0
    assert await courses.look(hall.db, now=NOW + 53 * DAY) == 2
    assert len(await hall.notices("qualification_ends")) == 2
    await take(hall, made, ada, right=4, now=NOW + 55 * DAY, project=None)
    assert await courses.look(hall.db, now=NOW + 60 * DAY) == 1
    (told,) = await hall.notices("qualification_expired")
    assert (told.person_id, told.sound) == (bo, True)
    held = {(one.person_id, one.state) for one in await hall.rows(schema.qualifications)}
    assert held == {(ada, "renewed"), (ada, "held"), (bo, "expired")}
    call = await hall.call()
    claimed = await hall.try_claim(call, bo, now=NOW + 60 * DAY)
    assert claimed.gate is not None
    assert (await hall.try_claim(call, ada, now=NOW + 60 * DAY)).job is not None


async def test_what_has_expired_opens_nothing_also_before_the_clock_came_by(hall: Hall) -> None:
    made = await publish(hall, exam(valid_days=60))
    await gated(hall, exam=("basics",))
    ada = await hall.person()
    await take(hall, made, ada, right=4)
    call = await hall.call()
    assert (await hall.try_claim(call, ada, now=NOW + 60 * DAY)).gate is not None
    assert (await start(hall, made, ada, now=NOW + 60 * DAY)).sitting.round == 2


async def test_a_withdrawn_question_is_right_for_everybody(hall: Hall) -> None:
    made = await publish(hall, exam(pass_percent=100))
    await gated(hall, exam=("basics",))
    ada, bo, boss = [await hall.person(name) for name in ("Ada", "Bo", "Cy")]
    await take(hall, made, bo, right=1)
    view = await start(hall, made, ada)
    for _ in range(4):
        broken = view.sitting.asked[view.sitting.turned].item == 2
        view = await answer(hall, view, right=not broken)
    assert view.sitting.state is SittingState.failed
    # A new version with another question elsewhere keeps that one.
    newer = await publish(hall, exam(items=tuple(question(f"q{n}") for n in (9, 1, 2, 3))))
    await courses.withdraw(
        hall.db, course_id=made.id, version=newer.version, item=2, by=await _admin(hall),
        cause=hall.cause(), now=NOW + DAY,
    )  # fmt: skip
    del boss
    assert await courses.look(hall.db, now=NOW + DAY) == 2
    assert await courses.look(hall.db, now=NOW + DAY) == 0
    after = await stored(hall, view.sitting.number)
    assert (after.state, after.right) == (SittingState.passed, 4)
    (told,) = await hall.notices("sitting_regraded")
    assert told.person_id == ada
    held = await hall.rows(schema.qualifications)
    assert [one.person_id for one in held] == [ada]
    states = {one.person_id: one.state for one in await hall.rows(schema.sittings)}
    assert states == {ada: "passed", bo: "failed"}


async def _admin(hall: Hall) -> int:
    return await hall.person("Admin", roles=(Role.admin,))


async def test_a_running_sitting_keeps_its_version(hall: Hall) -> None:
    made = await publish(hall, exam())
    await gated(hall, exam=("basics",))
    ada = await hall.person()
    view = await start(hall, made, ada)
    newer = await publish(hall, exam(count=2, asked=2))
    view = await courses.view(hall.db, number=view.sitting.number, person_id=ada, now=NOW)
    assert (len(view.course.items), len(newer.course.items)) == (4, 2)
    for _ in range(4):
        view = await answer(hall, view, right=True)
    assert view.sitting.state is SittingState.passed


async def test_a_suspended_course_cannot_be_begun_and_what_runs_goes_on(hall: Hall) -> None:
    made = await publish(hall, exam())
    await gated(hall, exam=("basics",))
    ada, bo = await hall.person(), await hall.person("Bo")
    view = await start(hall, made, ada)
    await courses.set_state(
        hall.db, course_id=made.id, state=CourseState.suspended, by=await _admin(hall),
        cause=hall.cause(), now=NOW,
    )  # fmt: skip
    with pytest.raises(Refused, match="course-suspended"):
        await start(hall, made, bo)
    assert (await answer(hall, view, right=True)).fresh


async def test_nobody_is_paid_for_a_course_that_leads_them_nowhere(hall: Hall) -> None:
    made, other = await publish(hall, exam(first=PAY)), await publish(hall, exam("other"))
    await hall.project(learning=Learning((), ("basics",)), languages=("de",))
    ada, cy = await hall.person(), await hall.person("Cy", languages=["de"])
    with pytest.raises(Refused, match="course-asked-first"):
        await start(hall, made, ada)
    with pytest.raises(Refused, match="stale-button"):
        await start(hall, other, cy)
    with pytest.raises(Refused, match="stale-button"):
        await start(hall, made, cy, project=None)
    view = await start(hall, made, cy)
    with pytest.raises(Refused, match="not-yours"):
        await courses.view(hall.db, number=view.sitting.number, person_id=ada, now=NOW)


async def test_a_project_names_courses_that_are_there_and_of_that_kind(hall: Hall) -> None:
    await publish(hall, exam())
    for learning, reason in (
        (Learning((), ("nowhere",)), "no-exam"),
        (Learning(("basics",), ()), "no-training"),
    ):
        made = new_project(learning=learning)
        with pytest.raises(Refused, match=reason):
            await projects.create(hall.db, made, by=None, cause=None, now=NOW)
    with pytest.raises(Refused, match="course-kind-fixed"):
        await publish(hall, training("basics"))


async def test_only_who_made_a_course_or_coordinates_the_hall_changes_it(hall: Hall) -> None:
    await hall.project("one")
    await hall.project("two")
    ids = {one.key: one.id for one in await hall.rows(schema.projects)}
    ada, bo = await hall.person(), await hall.person("Bo")
    async with hall.db.begin() as tx:
        for person, key in ((ada, "one"), (bo, "two")):
            await people.grant(
                tx, person_id=person, role=Role.coordinator, project_id=ids[key], by=None, now=NOW
            )

    async def publish_by(by: int) -> None:
        await courses.publish(hall.db, exam(), by=by, cause=hall.cause(), now=NOW)

    await publish_by(ada)
    await publish_by(ada)
    with pytest.raises(Refused, match="course-of-another"):
        await publish_by(bo)
    await publish_by(await _admin(hall))
    with pytest.raises(Refused, match="not-coordinator"):
        await publish_by(await hall.person("Cy"))


async def test_results_show_a_question_that_good_takers_miss(hall: Hall) -> None:
    made = await publish(hall, exam(count=5, pass_percent=60, feedback=END))
    await gated(hall, exam=("basics",))
    boss = await _admin(hall)
    for nth in range(5):
        view = await start(hall, made, await hall.person(f"P{nth}"))
        while view.sitting.is_open:
            item = view.sitting.asked[view.sitting.turned].item
            view = await answer(hall, view, right=item != 4)
    found = await courses.results(hall.db, course_id=made.id, by=boss, now=NOW)
    assert [one.percent for one in found.records] == [100, 100, 100, 100, 0]
    assert [one.is_suspect for one in found.records] == [False] * 4 + [True]
    assert found.counts[SittingState.passed] == (5, 5)
    assert found.used_by == ["Pairs of pairs"]


async def test_taps_at_the_same_moment_begin_one_sitting_and_end_it_once(hall: Hall) -> None:
    made = await publish(hall, exam(count=1, asked=1, first=PAY))
    await gated(hall, exam=("basics",))
    ada = await hall.person()
    begun = await asyncio.gather(*(insistently(lambda: start(hall, made, ada)) for _ in range(4)))
    assert len({view.sitting.number for view in begun}) == 1
    assert sum(view.fresh for view in begun) == 1
    ended = await asyncio.gather(
        *(insistently(lambda: answer(hall, begun[0], right=True)) for _ in range(4))
    )
    assert sum(view.fresh for view in ended) == 1
    assert len(await hall.rows(schema.lines)) == 1
    assert len(await hall.rows(schema.qualifications)) == 1
