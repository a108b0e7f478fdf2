"""Where standing could go wrong in passing: what crosses on the way, and who sees what."""

import asyncio
from dataclasses import dataclass, replace
from datetime import datetime
from typing import cast

import pytest

from bot.domain.clock import Clock
from bot.domain.jobs import JobState
from bot.domain.notices import (
    Broken,
    Delivered,
    NoticeState,
    Outcome,
    TryAgain,
    Undeliverable,
    Unknown,
)
from bot.domain.people import Role, Standing
from bot.domain.refusal import Refused
from bot.domain.steps import Step, StepKind, StepState
from bot.services import outbox, ratings, standing
from handlers.screens import SCREENS
from storage import jobs, notices, people, schema, steps
from storage.database import alone
from tests.services.builders import DAY, NOW, Hall
from tests.services.standing_acts import HOUR, RULES, climb, decide, look, tell
from tests.services.test_standing_delivery import without_telegram

WORDS = "A mistake of ours."


async def withdraw(hall: Hall, step: Step, by: int) -> None:
    await standing.withdraw(
        hall.db, number=step.number, text=WORDS, by=by, cause=hall.cause(), now=NOW
    )


@pytest.mark.parametrize(
    ("outcome", "hears"), [(None, True), (Unknown("no answer"), True), (TryAgain("busy"), False)]
)
async def test_whoever_may_have_read_of_a_step_hears_that_it_was_taken_back(
    hall: Hall, outcome: Outcome | None, hears: bool
) -> None:
    boss = await hall.person("Boss", roles=(Role.admin,))
    ada = await hall.person()
    step = await decide(hall, boss, ada, StepKind.warning, now=NOW)
    (notice,) = await outbox.lease(hall.db, NOW, 10)
    if outcome is not None:
        await outbox.settle(hall.db, notice, outcome, NOW)
    await withdraw(hall, step, boss)
    async with hall.db.read() as tx:
        told = await notices.by_key(tx, f"step-withdrawn:{step.id}")
        gone = await notices.by_key(tx, f"step:{step.id}")
    assert (told is not None) is hears
    assert gone is not None
    assert gone.state is (NoticeState.sending if outcome is None else NoticeState.cancelled)


async def test_an_arbiter_sees_the_own_case_like_anybody_without_names(hall: Hall) -> None:
    boss = await hall.person("Boss", roles=(Role.admin,))
    await hall.person("Other boss", roles=(Role.admin,))
    ada = await hall.person("Ada", roles=(Role.arbiter,))
    step = await tell(hall, boss, ada, StepKind.warning, now=NOW)
    made = await standing.appeal(hall.db, step=step.number, by=ada, cause=hall.cause(), now=NOW)
    with pytest.raises(Refused, match="own-standing"):
        await standing.seen(hall.db, step.number, by=ada, now=NOW, rules=RULES.pay)
    with pytest.raises(Refused, match="own-standing"):
        await standing.case(hall.db, made.number, by=ada)
    assert await standing.appeals_of(hall.db, by=ada) == ([], [])
    assert (await standing.own(hall.db, person_id=ada, now=NOW)).rung is not None


async def test_a_role_that_is_given_while_access_ends_does_not_outlive_it(hall: Hall) -> None:
    boss = await hall.person("Boss", roles=(Role.admin,))
    await hall.person("Other boss", roles=(Role.admin,))
    ada = await hall.person()
    await decide(hall, boss, ada, StepKind.hold, now=NOW, reason="fraud")
    (notice,) = await outbox.lease(hall.db, NOW, 10)
    async with hall.db.begin() as tx:
        await alone(tx, "roles")
        await people.grant(tx, person_id=ada, role=Role.arbiter, project_id=None, by=boss, now=NOW)
        arriving = asyncio.create_task(outbox.settle(hall.db, notice, Delivered(7), NOW))
        # Whoever does not wait for the one who gives it is through by then.
        await asyncio.wait([arriving], timeout=0.2)
    await arriving
    assert (await hall.who(ada)).roles == ()


async def test_no_deactivation_takes_effect_while_a_step_below_it_is_appealed(hall: Hall) -> None:
    boss = await hall.person("Boss", roles=(Role.admin,))
    await hall.person("Other boss", roles=(Role.admin,))
    ada = await hall.person()
    await climb(hall, boss, ada, now=NOW, to=StepKind.deactivation)
    async with hall.db.read() as tx:
        *_, below, last = await steps.of_person(tx, ada)
    assert last.access_stops is not None
    at = last.access_stops - HOUR
    made = await standing.appeal(hall.db, step=below.number, by=ada, cause=hall.cause(), now=at)
    await look(hall, now=last.access_stops)
    assert (await hall.who(ada)).standing is Standing.deactivating
    async with hall.db.read() as tx:
        moved = await steps.by_id(tx, last.id)
    assert moved.access_stops == moved.ends_at == made.decide_by
    # Nobody answers, so the suspension falls, and the deactivation that builds on it with it.
    await look(hall, now=made.decide_by)
    await look(hall, now=made.decide_by + DAY)
    assert (await hall.who(ada)).standing is Standing.warned


@dataclass
class Stands:
    """A clock that stands at a moment."""

    at: datetime

    def now(self) -> datetime:
        return self.at


async def said(hall: Hall, kind: str, person: int, number: str, now: datetime) -> str:
    made = replace(without_telegram(hall.db), clock=cast("Clock", Stands(now)))
    args = {"person_id": person, "language": "en", "number": number}
    screen = await SCREENS[kind](made, args)
    assert screen is not None
    return screen.text.text


async def test_what_has_ended_promises_nothing_to_who_is_barred_by_something_else(
    hall: Hall,
) -> None:
    boss = await hall.person("Boss", roles=(Role.admin,))
    other = await hall.person("Other boss", roles=(Role.admin,))
    ada = await hall.person()
    hold = await tell(hall, boss, ada, StepKind.hold, now=NOW, reason="fraud")
    await tell(hall, boss, ada, StepKind.deactivation, now=NOW + DAY, reason="fraud")
    lapsed = await said(hall, "access_returned", ada, hold.number, NOW + 3 * DAY)
    assert "You can claim jobs again" not in lapsed
    assert "You are deactivated" in lapsed
    made = await standing.appeal(
        hall.db, step=hold.number, by=ada, cause=hall.cause(), now=NOW + DAY
    )  # fmt: skip
    late = NOW + 9 * DAY
    for kind, number in (
        ("standing", ""), ("appeal", made.number), ("step_again", hold.number)
    ):  # fmt: skip
        text = await said(hall, kind, ada, number, late)
        assert "every day until" in text, kind
        assert "is answered by" not in text
    await standing.withdraw(
        hall.db, number=hold.number, text=WORDS, by=other, cause=hall.cause(), now=late
    )
    answer = await said(hall, "appeal", ada, made.number, late)
    assert "yours again at once" not in answer


@pytest.mark.parametrize("away", [True, False])
async def test_admins_read_whether_the_person_can_go_on_when_a_notice_fails(
    hall: Hall, away: bool
) -> None:
    boss = await hall.person("Boss", roles=(Role.admin,))
    ada = await hall.person()
    step = await decide(hall, boss, ada, StepKind.warning, now=NOW)
    (notice,) = await outbox.lease(hall.db, NOW, 10)
    outcome = Undeliverable("blocked") if away else Broken("odd")
    await outbox.settle(hall.db, notice, outcome, NOW)
    text = await said(hall, "step_untold", boss, step.number, NOW)
    assert ("cannot claim" in text, "can go on working" in text) == (away, not away)


async def test_who_decides_no_appeals_any_more_is_not_asked(hall: Hall) -> None:
    boss = await hall.person("Boss", roles=(Role.admin,))
    ada, bo = await hall.person(), await hall.person()
    step = await tell(hall, boss, ada, StepKind.warning, now=NOW)
    made = await standing.appeal(hall.db, step=step.number, by=ada, cause=hall.cause(), now=NOW)
    args = {"person_id": bo, "language": "en", "number": made.number}
    assert await SCREENS["appeal_due"](without_telegram(hall.db), args) is None


async def test_a_job_whose_handing_in_is_undone_after_access_stopped_is_taken_back(
    hall: Hall,
) -> None:
    boss = await hall.person("Boss", roles=(Role.admin,))
    await hall.person("Other boss", roles=(Role.admin,))
    ada = await hall.person()
    await hall.project()
    job = await hall.claim(await hall.call(), ada)
    await hall.rate_all(job)
    await hall.submit(job)
    await tell(hall, boss, ada, StepKind.hold, now=NOW, reason="fraud")
    await look(hall, now=NOW)
    await ratings.undo(hall.db, await hall.act(job, now=NOW))
    await look(hall, now=NOW + HOUR)
    assert (await hall.job(job)).submits_at is not None
    await hall.sweep_submissions(now=NOW + HOUR)
    await look(hall, now=NOW + HOUR)
    assert (await hall.job(job)).state is JobState.submitted


async def test_what_builds_on_a_step_falls_with_it(hall: Hall) -> None:
    boss = await hall.person("Boss", roles=(Role.admin,))
    await hall.person("Other boss", roles=(Role.admin,))
    ada = await hall.person()
    now = await climb(hall, boss, ada, now=NOW, to=StepKind.deactivation)
    async with hall.db.read() as tx:
        first, *above = await steps.of_person(tx, ada)
    await standing.withdraw(
        hall.db, number=first.number, text="The first one was a mistake of ours.", by=boss,
        cause=hall.cause(), now=now,
    )  # fmt: skip
    async with hall.db.read() as tx:
        states = {one.state for one in await steps.of_person(tx, ada)}
    assert states == {StepState.withdrawn}
    assert (await hall.who(ada)).standing is Standing.good
    told = [one.args["number"] for one in await hall.notices("step_withdrawn")]
    assert sorted(told) == sorted(one.number for one in (first, *above))
    await look(hall, now=now + 20 * DAY)
    assert (await hall.who(ada)).standing is Standing.good


async def test_who_is_about_to_leave_can_be_held_and_leaves_all_the_same(hall: Hall) -> None:
    boss = await hall.person("Boss", roles=(Role.admin,))
    await hall.person("Other boss", roles=(Role.admin,))
    call = await hall.call((await hall.project()).key)
    ada = await hall.person()
    job = await hall.claim(call, ada)
    at = await climb(hall, boss, ada, now=NOW, to=StepKind.deactivation)
    assert (await hall.who(ada)).standing is Standing.deactivating
    await hall.change(schema.jobs, job.id, due_at=at + DAY)
    hold = await tell(hall, boss, ada, StepKind.hold, now=at, reason="data-leaked")
    notice = await SCREENS["step"](
        without_telegram(hall.db), {"person_id": ada, "language": "en", "number": hold.number}
    )  # fmt: skip
    assert notice is not None
    assert "stays as it is" in notice.text.text
    assert "Access returns" not in notice.text.text
    await look(hall, now=at)
    async with hall.db.read() as tx:
        assert await jobs.current(tx, ada) == []
    await look(hall, now=at + 4 * DAY)
    assert (await hall.who(ada)).standing is Standing.deactivating
    await look(hall, now=at + 14 * DAY)
    assert (await hall.who(ada)).standing is Standing.deactivated
