"""The desk: whatever waits is there for who may deal with it, by its date, and for nobody else."""

from datetime import timedelta

import pytest

from bot.domain.desk import BEGUN, Desk, Matter, NextDate, Waiting
from bot.domain.pay_terms import Verdict
from bot.domain.payouts import PayoutState
from bot.domain.people import Arrival, Role
from bot.domain.places import Membership, Rights
from bot.domain.refusal import Refused
from bot.domain.schedules import When
from bot.domain.scheme_drafts import Shows
from bot.domain.steps import Evidence, EvidenceKind, StepKind
from bot.services import (
    broadcasts,
    chats,
    desk,
    fair_pay,
    imports,
    payouts,
    payruns,
    reviews,
    scheme_drafts,
    standing,
    support,
)
from bot.services.calls import drafts
from storage import (
    applications,
    people,
    project_drafts,
    projects,
    proposals,
    schedules,
    schema,
)
from tests.services.batch_acts import ACCEPTED, Delivery, rated
from tests.services.builders import DAY, GROUP, NOW, RULES, Hall
from tests.services.reviewing import dispute, handed_in, judge, lines_of
from tests.services.standing_acts import decide, prepare, tell
from tests.services.test_fair_pay import MONDAY, WEEK, accept, top_up, week_of
from tests.services.test_payout_files import VAULT, method, paid_run
from tests.services.test_payruns import FRIDAY, bonus

HOUR = timedelta(hours=1)


async def look(hall: Hall, by: int, *, now: object = NOW) -> Desk:
    return await desk.look(hall.db, by=by, now=now, rules=RULES.pay)  # type: ignore[arg-type]


async def only(hall: Hall, by: int, matter: Matter, *, now: object = NOW) -> list[Waiting]:
    return [one for one in (await look(hall, by, now=now)).waiting if one.matter is matter]


async def one(hall: Hall, by: int, matter: Matter, *, now: object = NOW) -> Waiting:
    (found,) = await only(hall, by, matter, now=now)
    return found


async def coordinator(hall: Hall, key: str, name: str = "Cora") -> int:
    """Somebody who coordinates that project alone."""
    made = await hall.person(name)
    async with hall.db.begin() as tx:
        project = await projects.by_key(tx, key)
        assert project is not None
        await people.grant(
            tx, person_id=made, role=Role.coordinator, project_id=project.id, by=None, now=NOW
        )
    return made


async def boss(hall: Hall, name: str = "Boss") -> int:
    return await hall.person(name, roles=(Role.admin,))


async def test_only_who_coordinates_something_has_a_desk(hall: Hall) -> None:
    for who in (await hall.person(), await hall.person("Rita", roles=(Role.reviewer,))):
        with pytest.raises(Refused, match="not-coordinator"):
            await look(hall, who)
        with pytest.raises(Refused, match="not-coordinator"):
            await desk.switch(hall.db, person_id=who, on=False, cause=hall.cause(), now=NOW)


async def test_verdicts_and_disputes_wait_for_others_than_whom_they_are_about(hall: Hall) -> None:
    job = await handed_in(hall, size=2)
    cora = await coordinator(hall, "pairs")
    await hall.project("other")
    elsewhere = await coordinator(hall, "other", "Olaf")
    line, second = await lines_of(hall, job)
    found = await one(hall, cora, Matter.reviews)
    assert (found.count, found.due, found.key) == (2, line.accept_by, "pairs")
    assert not await only(hall, elsewhere, Matter.reviews)

    objection = await dispute(hall, await judge(hall, line, Verdict.rejected, cora))
    assert not await only(hall, cora, Matter.disputes)
    decider = await one(hall, await boss(hall), Matter.disputes)
    assert (decider.count, decider.due) == (1, objection.decide_by)
    assert decider.key == objection.number
    assert not await only(hall, elsewhere, Matter.disputes)

    async with hall.db.begin() as tx:
        await people.grant(
            tx, person_id=job.person_id, role=Role.admin, project_id=None, by=None, now=NOW
        )
    mine = await look(hall, job.person_id)
    assert not {Matter.reviews, Matter.disputes} & {each.matter for each in mine.waiting}
    assert second.person_id == job.person_id


async def test_questions_wait_for_their_owner_and_late_ones_for_admins(hall: Hall) -> None:
    helper = await hall.person("Helper", roles=(Role.coordinator,))
    ada, admin = await hall.person(), await boss(hall)
    asked = [
        await support.ask(
            hall.db, by=ada, text=f"Why {nth}?", cause=hall.cause(), now=NOW, rules=RULES
        )
        for nth in range(2)
    ]
    for each in asked:
        await hall.change(schema.questions, each.id, owner_id=helper)
    both = await one(hall, helper, Matter.questions)
    assert (both.count, both.due, both.key) == (2, asked[0].reply_by, "")
    assert not await only(hall, admin, Matter.late_questions)
    await support.settle(hall.db, number=asked[0].number, by=ada, cause=hall.cause(), now=NOW)
    assert (await one(hall, helper, Matter.questions)).key == asked[1].number
    late = await one(hall, admin, Matter.late_questions, now=asked[1].reply_by)
    assert late.key == asked[1].number
    assert late.is_late(asked[1].reply_by)
    assert not await only(hall, helper, Matter.late_questions, now=asked[1].reply_by)


async def test_appeals_wait_for_who_may_decide_them(hall: Hall) -> None:
    first, second, ada = await boss(hall), await boss(hall, "Second"), await hall.person()
    step = await tell(hall, first, ada, StepKind.warning, now=NOW)
    made = await standing.appeal(hall.db, step=step.number, by=ada, cause=hall.cause(), now=NOW)
    assert not await only(hall, first, Matter.appeals)
    found = await one(hall, second, Matter.appeals)
    assert (found.count, found.due, found.key) == (1, made.decide_by, made.number)
    helper = await hall.person("Helper", roles=(Role.coordinator,))
    assert not await only(hall, helper, Matter.appeals)


async def test_what_only_admins_decide_waits_for_admins(hall: Hall) -> None:
    admin, ada = await boss(hall), await hall.person()
    helper = await hall.person("Helper", roles=(Role.coordinator,))
    async with hall.db.begin() as tx:
        await applications.add(tx, person_id=ada, reply_by=NOW + DAY, now=NOW)
        await proposals.add(
            tx, person_id=ada, detector="expiry-streak", reason="expired-jobs", now=NOW,
            evidence=[Evidence(EvidenceKind.event, "event", NOW, words="Seen.")],
        )  # fmt: skip
    await prepare(hall, admin, ada, StepKind.warning, now=NOW)
    found = {each.matter: each for each in (await look(hall, admin)).waiting}
    assert {Matter.applicants, Matter.proposals, Matter.decision} == set(found)
    assert found[Matter.applicants].due == NOW + DAY
    assert (await look(hall, helper)).waiting == ()
    # What is about oneself is for somebody else.
    async with hall.db.begin() as tx:
        await people.grant(tx, person_id=ada, role=Role.admin, project_id=None, by=None, now=NOW)
    assert (await look(hall, ada)).waiting == ()


async def test_a_decision_whose_notice_cannot_be_made_waits_for_the_other_admins(
    hall: Hall,
) -> None:
    admin, ada = await boss(hall), await hall.person()
    await decide(hall, admin, ada, StepKind.warning, now=NOW)
    assert not await only(hall, admin, Matter.unsent)
    (row,) = await hall.notices("step")
    await hall.change(schema.notices, row.id, state="failed")
    assert (await one(hall, admin, Matter.unsent)).count == 1
    async with hall.db.begin() as tx:
        await people.grant(tx, person_id=ada, role=Role.admin, project_id=None, by=None, now=NOW)
    assert not await only(hall, ada, Matter.unsent)


async def test_a_decided_batch_waits_to_be_delivered_where_a_client_is_to_speak(
    hall: Hall,
) -> None:
    made: Delivery = await rated(hall)
    assert not await only(hall, made.coordinator, Matter.deliver)
    await reviews.accept_overdue(hall.db, now=ACCEPTED)
    found = await one(hall, made.coordinator, Matter.deliver, now=ACCEPTED)
    assert (found.count, found.key) == (1, made.batch)
    assert found.due == min(line.confirm_by for line in await made.lines())
    (task, *_) = await hall.rows(schema.tasks)
    await hall.change(schema.tasks, task.id, state="open")
    assert not await only(hall, made.coordinator, Matter.deliver, now=ACCEPTED)
    await hall.change(schema.tasks, task.id, state="decided")
    await made.deliver()
    assert not await only(hall, made.coordinator, Matter.deliver, now=ACCEPTED)

    lines = await made.lines()
    for line in lines[:2]:
        await made.refuse(line.number)
    # What one has refused oneself is for another admin.
    await made.refuse(lines[2].number, by=made.admin)
    held = await one(hall, made.admin, Matter.held, now=ACCEPTED)
    assert (held.count, held.key, held.due) == (2, made.batch, found.due)
    assert not await only(hall, made.coordinator, Matter.held, now=ACCEPTED)


async def test_without_a_client_nobody_waits_for_a_delivery(hall: Hall) -> None:
    from bot.domain.pay_terms import PayTerms

    made = await rated(hall, pay_terms=PayTerms())
    await reviews.accept_overdue(hall.db, now=ACCEPTED)
    assert not await only(hall, made.coordinator, Matter.deliver, now=ACCEPTED)


async def test_a_pay_run_waits_for_its_file_its_marks_and_methods(hall: Hall) -> None:
    admin, (ada, _), run = await paid_run(hall, 1000, 2000)
    poor = await hall.person("Poor")
    await bonus(hall, poor, 3000)
    now = FRIDAY + 7 * DAY
    await payruns.run_due(hall.db, now=now, rules=RULES.pay)
    expected = min(row.expected_at for row in await hall.rows(schema.statements))
    to_file = await one(hall, admin, Matter.pay_file, now=now)
    assert (to_file.count, to_file.key, to_file.due) == (2, run, expected)
    assert (await one(hall, admin, Matter.pay_method, now=now)).count == 1

    await payouts.make_file(
        hall.db, run=run, again=False, by=admin, cause=hall.cause(), now=now, vault=VAULT
    )
    assert not await only(hall, admin, Matter.pay_file, now=now)
    assert (await one(hall, admin, Matter.pay_mark, now=now)).count == 2
    await payouts.mark_all(
        hall.db, run=run, state=PayoutState.sent, reference=None, by=admin, now=now,
        only_filed=True,
    )  # fmt: skip
    assert not await only(hall, admin, Matter.pay_mark, now=now)
    assert not await only(hall, admin, Matter.pay_sent, now=expected - HOUR)
    late = await one(hall, admin, Matter.pay_sent, now=expected + HOUR)
    assert (late.count, late.is_late(expected + HOUR)) == (2, True)
    await method(hall, poor, at=now)
    assert not await only(hall, admin, Matter.pay_method, now=now)
    helper = await hall.person("Helper", roles=(Role.coordinator,))
    assert not [each for each in (await look(hall, helper, now=now)).waiting if each.key == run]
    assert ada


async def test_a_week_below_the_floor_waits_until_it_is_made_up_for(hall: Hall) -> None:
    await hall.project(tasks=10)
    cora = await coordinator(hall, "pairs")
    ada = await hall.person()
    await week_of(hall, ada, 3600)
    await accept(hall)
    await fair_pay.look(hall.db, now=MONDAY, rules=RULES.pay)
    found = await one(hall, cora, Matter.floor, now=MONDAY)
    assert (found.count, found.key) == (1, f"pairs/{WEEK}")
    assert not await only(hall, cora, Matter.floor, now=MONDAY + 8 * DAY)
    await top_up(hall, cora, ada)
    assert not await only(hall, cora, Matter.floor, now=MONDAY)


async def test_a_muted_group_waits_and_one_that_was_left_only_while_a_call_needs_it(
    hall: Hall,
) -> None:
    await hall.project()
    cora, admin = await coordinator(hall, "pairs"), await boss(hall)
    await hall.group()

    async def becomes(rights: Rights) -> tuple[int, int]:
        await chats.bot_moved(
            hall.db, chat_id=GROUP, kind="supergroup", title="Group", rights=rights, by=admin,
            cause=hall.cause(), now=NOW,
        )  # fmt: skip
        return len(await only(hall, admin, Matter.places)), len(
            await only(hall, cora, Matter.places)
        )

    muted, left = Rights(Membership.member, may_post=False), Rights(Membership.left)
    assert await becomes(muted) == (1, 0)
    assert await becomes(left) == (0, 0)
    assert await becomes(Rights(Membership.member)) == (0, 0)
    await hall.call(groups=(GROUP,))
    assert await becomes(left) == (1, 1)


async def test_work_without_a_call_and_a_call_with_little_work(hall: Hall) -> None:
    await hall.project(tasks=10)
    await hall.project("later", tasks=0)
    cora = await coordinator(hall, "pairs")
    found = await one(hall, cora, Matter.uncalled)
    assert (found.count, found.key, found.due) == (6, "pairs", None)
    await hall.call()
    assert (await look(hall, cora)).waiting == ()
    (task, *_) = await hall.rows(schema.tasks)
    await hall.change(schema.projects, task.project_id, open_slots=7)
    assert (await one(hall, cora, Matter.few)).count == 2
    await hall.change(schema.tasks, task.id, state="pulled")
    assert (await one(hall, cora, Matter.pulled)).count == 1
    await hall.change(schema.tasks, task.id, left_out=True)
    assert not await only(hall, cora, Matter.pulled)
    admin = await boss(hall)
    assert (await one(hall, admin, Matter.empty)).key == "later"
    assert not await only(hall, admin, Matter.empty, now=NOW + BEGUN + HOUR)


async def test_what_was_begun_waits_for_who_began_it_for_two_weeks(hall: Hall) -> None:
    await hall.project()
    await hall.group()
    cora, admin = await coordinator(hall, "pairs"), await boss(hall)
    call = ""
    for _ in range(2):
        call = await drafts.prepare(
            hall.db, project_key="pairs", limit=None, draw=False, by=cora, now=NOW
        )
    for name, body in (("a.jsonl", b"1"), ("a.jsonl", b"2"), ("b.csv", b"3")):
        file = await imports.stage(
            hall.db, person_id=cora, name=name, body=body, cause=hall.cause(), now=NOW
        )
    scheme = await scheme_drafts.begin(hall.db, Shows.two, by=cora, cause=hall.cause(), now=NOW)
    begun = (await look(hall, cora)).waiting
    assert [each.matter for each in begun] == [
        Matter.file, Matter.file, Matter.call, Matter.scheme,
    ]  # fmt: skip
    assert {each.key for each in begun} >= {call, file, scheme.number}
    assert [each.matter for each in (await look(hall, admin)).waiting] == [Matter.uncalled]
    await imports.drop(hall.db, number=file, by=cora, cause=hall.cause())
    assert [each.name for each in await only(hall, cora, Matter.file)] == ["a.jsonl"]
    later = {each.matter for each in (await look(hall, cora, now=NOW + BEGUN + HOUR)).waiting}
    assert later == {Matter.uncalled, Matter.scheme}
    await hall.call(now=NOW + HOUR)
    assert not await only(hall, cora, Matter.call)


async def test_drafts_wait_for_who_makes_them_and_skipped_plans_for_who_coordinates(
    hall: Hall,
) -> None:
    project = await hall.project("later", tasks=0)
    cora, admin = await coordinator(hall, "later"), await boss(hall)
    async with hall.db.begin() as tx:
        number = await project_drafts.put(tx, cora, now=NOW)
    draft = await broadcasts.begin(hall.db, by=cora, now=NOW)
    async with hall.db.begin() as tx:
        plan = await schedules.add(
            tx, number="K7WX3QDP", project_id=project.id, by=cora, limit=None, draw=False,
            waves=False, places=(), when=When("UTC", None, "0 9 * * *"), next_at=NOW + DAY,
            now=NOW,
        )  # fmt: skip
    found = {each.matter: each.key for each in (await look(hall, cora)).waiting}
    assert found == {
        Matter.empty: "later", Matter.project: number, Matter.broadcast: draft.number,
    }  # fmt: skip
    async with hall.db.begin() as tx:
        await schedules.change(tx, plan, skipped="project-paused")
    assert (await one(hall, cora, Matter.plan)).key == "K7WX3QDP"
    assert {each.matter for each in (await look(hall, admin)).waiting} == {
        Matter.empty, Matter.plan,
    }  # fmt: skip


async def test_an_empty_desk_says_what_comes_next(hall: Hall) -> None:
    await hall.project(tasks=40)
    cora, admin = await coordinator(hall, "pairs"), await boss(hall)
    nothing = await look(hall, cora)
    assert {each.matter for each in nothing.waiting} == {Matter.uncalled}
    job = await hall.claim(await hall.call(), await hall.person())
    (coming,) = (await look(hall, cora)).coming
    assert (coming.what, coming.at, coming.name) == (NextDate.job, job.due_at, "Pairs of pairs")
    assert [each.what for each in (await look(hall, admin)).coming] == [NextDate.job, NextDate.run]


async def test_each_morning_it_is_told_once_to_whom_something_waits_for(hall: Hall) -> None:
    await hall.project(tasks=40)
    cora, admin = await coordinator(hall, "pairs"), await boss(hall)
    new = await hall.person("New", roles=(Role.admin,), arrival=Arrival.zone)
    morning = NOW - 3 * HOUR

    async def told(now: object) -> tuple[int, list[tuple[int, bool]]]:
        count = await desk.tell_due(hall.db, now=now, rules=RULES.pay)  # type: ignore[arg-type]
        notices = await hall.notices("desk")
        return count, [(row.person_id, row.sound) for row in notices]

    # Whoever is new is told from the next morning on.
    assert await told(morning - DAY + HOUR) == (0, [])
    assert await told(morning - HOUR) == (0, [])
    assert await told(morning) == (2, [(cora, False), (admin, False)])
    assert (await told(morning + HOUR))[0] == 0
    assert {row.args["morning"] for row in await hall.notices("desk")} == {True}
    # Nothing waits on the next day but a verdict that is due on it.
    caller = await hall.call()
    job = await hall.finish(await hall.claim(caller, await hall.person()))
    due = (await lines_of(hall, job))[0].accept_by
    assert due is not None
    await desk.switch(hall.db, person_id=admin, on=False, cause=hall.cause(), now=NOW)
    assert not await desk.wanted(hall.db, admin)
    count, rows = await told(due - HOUR)
    assert (count, rows[2]) == (1, (cora, True))
    row = (await hall.notices("desk"))[2]
    assert row.expires_at == due.replace(hour=0, minute=0, second=0) + DAY
    assert not {new, admin} & {who for who, _ in rows[2:]}


async def test_what_was_missed_is_made_up_for_on_the_same_day_and_not_at_night(
    hall: Hall,
) -> None:
    await hall.project()
    cora = await coordinator(hall, "pairs")
    night, noon = NOW.replace(hour=23), NOW + DAY

    async def count(now: object) -> int:
        return await desk.tell_due(hall.db, now=now, rules=RULES.pay)  # type: ignore[arg-type]

    assert await count(night - DAY) == 0
    assert await count(night) == 0
    assert await count(noon) == 1
    assert await count(noon + DAY) == 1
    await desk.switch(hall.db, person_id=cora, on=False, cause=hall.cause(), now=NOW)
    assert await count(noon + 2 * DAY) == 0
    # What was missed while it was off stays missed, and the switch is in the journal.
    on = noon + 3 * DAY
    await desk.switch(hall.db, person_id=cora, on=True, cause=hall.cause(), now=on)
    assert (await count(on), await count(on + DAY)) == (0, 1)
    assert [row.after for row in await hall.acts("set-desk-digest")] == [
        {"on": False}, {"on": True},
    ]  # fmt: skip
