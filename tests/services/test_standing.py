"""The ladder on a real database: told before it counts, carried out by the clock, appealed."""

from datetime import timedelta

import pytest

from bot.domain.appeals import AppealState
from bot.domain.people import Role, Standing
from bot.domain.refusal import Refused
from bot.domain.steps import StepKind, StepState
from bot.services import standing
from storage import appeals, steps
from storage.database import Database
from tests.services.builders import DAY, NOW, Hall
from tests.services.standing_acts import RULES, climb, decide, deliver, look, tell, unreachable

WORDS = "The evidence does not show it."


@pytest.fixture
def hall(db: Database) -> Hall:
    return Hall(db)


async def admins(hall: Hall) -> tuple[int, int]:
    boss = await hall.person("Boss", roles=(Role.admin,))
    return boss, await hall.person("Other boss", roles=(Role.admin,))


async def stands(hall: Hall, person: int) -> Standing:
    return (await hall.who(person)).standing


async def test_a_step_counts_when_its_notice_has_arrived(hall: Hall) -> None:
    boss, _ = await admins(hall)
    ada = await hall.person()
    await decide(hall, boss, ada, StepKind.warning, now=NOW)
    assert await stands(hall, ada) is Standing.good
    await deliver(hall, now=NOW)
    assert await stands(hall, ada) is Standing.warned


async def test_a_warning_runs_out(hall: Hall) -> None:
    boss, _ = await admins(hall)
    ada = await hall.person()
    await tell(hall, boss, ada, StepKind.warning, now=NOW)
    await look(hall, now=NOW + 90 * DAY)
    assert await stands(hall, ada) is Standing.good


async def test_a_suspension_runs_out_as_a_warning_does(hall: Hall) -> None:
    boss, _ = await admins(hall)
    ada = await hall.person()
    now = await climb(hall, boss, ada, now=NOW, to=StepKind.suspension)
    await look(hall, now=now + 7 * DAY)
    assert await stands(hall, ada) is Standing.warned
    for _ in range(2):
        await look(hall, now=now + 90 * DAY)
    assert await stands(hall, ada) is Standing.good
    assert len(await hall.acts("access-returned")) == 1


async def test_no_rung_is_skipped(hall: Hall) -> None:
    boss, _ = await admins(hall)
    ada = await hall.person()
    for kind in (StepKind.second_warning, StepKind.suspension, StepKind.deactivation):
        with pytest.raises(Refused, match="step-skips"):
            await decide(hall, boss, ada, kind, now=NOW, days=7)
    await tell(hall, boss, ada, StepKind.warning, now=NOW)
    with pytest.raises(Refused, match="step-early"):
        await decide(hall, boss, ada, StepKind.second_warning, now=NOW + 13 * DAY)


async def test_a_deactivation_takes_effect_two_weeks_after_its_notice(hall: Hall) -> None:
    boss, _ = await admins(hall)
    ada = await hall.person()
    now = await climb(hall, boss, ada, now=NOW, to=StepKind.deactivation)
    assert await stands(hall, ada) is Standing.deactivating
    await look(hall, now=now + 14 * DAY - timedelta(hours=1))
    assert await stands(hall, ada) is Standing.deactivating
    await look(hall, now=now + 14 * DAY)
    assert await stands(hall, ada) is Standing.deactivated


async def test_an_open_appeal_stops_the_effect_and_silence_decides_it_for_the_person(
    hall: Hall,
) -> None:
    boss, _ = await admins(hall)
    ada = await hall.person()
    now = await climb(hall, boss, ada, now=NOW, to=StepKind.deactivation)
    async with hall.db.read() as tx:
        step = (await steps.of_person(tx, ada))[-1]
    made = await standing.appeal(
        hall.db, step=step.number, by=ada, cause=hall.cause(), now=now + 10 * DAY
    )
    await look(hall, now=now + 15 * DAY)
    assert await stands(hall, ada) is Standing.deactivating
    await look(hall, now=now + 17 * DAY)
    async with hall.db.read() as tx:
        assert (await appeals.by_id(tx, made.id)).state is AppealState.overturned
        assert (await steps.by_id(tx, step.id)).state is StepState.withdrawn
    assert await stands(hall, ada) is Standing.warned


async def test_who_decided_does_not_decide_the_appeal(hall: Hall) -> None:
    boss, other = await admins(hall)
    ada = await hall.person()
    step = await tell(hall, boss, ada, StepKind.warning, now=NOW)
    made = await standing.appeal(hall.db, step=step.number, by=ada, cause=hall.cause(), now=NOW)

    async def answer(by: int, state: AppealState = AppealState.overturned) -> None:
        await standing.decide_appeal(
            hall.db, number=made.number, state=state, text=WORDS, by=by, cause=hall.cause(),
            now=NOW,
        )  # fmt: skip

    with pytest.raises(Refused, match="own-verdict"):
        await answer(boss)
    await answer(other)
    assert await stands(hall, ada) is Standing.good
    with pytest.raises(Refused, match="decided-overturned"):
        await answer(other, AppealState.upheld)


async def test_the_clock_does_not_start_before_the_notice_arrives(hall: Hall) -> None:
    boss, _ = await admins(hall)
    ada = await hall.person()
    await unreachable(hall, ada, NOW)
    step = await decide(hall, boss, ada, StepKind.warning, now=NOW)
    await look(hall, now=NOW + 100 * DAY)
    async with hall.db.read() as tx:
        assert (await steps.by_id(tx, step.id)).told_at is None
    call = await hall.call((await hall.project()).key)
    with pytest.raises(Refused, match="step-unread"):
        await hall.try_claim(call, ada)


async def test_a_hold_lapses_by_itself(hall: Hall) -> None:
    boss, _ = await admins(hall)
    ada = await hall.person()
    await tell(hall, boss, ada, StepKind.hold, now=NOW, reason="fraud")
    assert await stands(hall, ada) is Standing.suspended
    await look(hall, now=NOW + 3 * DAY)
    assert await stands(hall, ada) is Standing.good
    with pytest.raises(Refused, match="hold-renewed"):
        await decide(hall, boss, ada, StepKind.hold, now=NOW + 4 * DAY, reason="fraud")


async def test_a_grave_step_needs_somebody_else_for_the_appeal(hall: Hall) -> None:
    boss = await hall.person("Boss", roles=(Role.admin,))
    ada = await hall.person()
    with pytest.raises(Refused, match="step-no-decider"):
        await decide(hall, boss, ada, StepKind.hold, now=NOW, reason="fraud", rules=RULES)
    await hall.person("Arbiter", roles=(Role.arbiter,))
    await decide(hall, boss, ada, StepKind.hold, now=NOW, reason="fraud", rules=RULES)


async def test_when_access_stops_what_is_rated_goes_in_and_the_rest_is_released(
    hall: Hall,
) -> None:
    boss, _ = await admins(hall)
    ada = await hall.person()
    call = await hall.call((await hall.project()).key)
    job = await hall.claim(call, ada)
    await hall.rate(job, 1, 1)
    await tell(hall, boss, ada, StepKind.hold, now=NOW, reason="fraud")
    await look(hall, now=NOW)
    await hall.sweep_submissions(now=NOW + timedelta(minutes=1))
    async with hall.db.read() as tx:
        from storage import lines

        assert len(await lines.of_job(tx, job.id)) == 2
