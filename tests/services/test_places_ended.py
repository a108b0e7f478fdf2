"""Held places that end before their time: who gets them, and what the person is told."""

from bot.domain.calls import OfferState
from bot.domain.people import Pause, Role
from bot.domain.projects import ProjectState
from bot.domain.rules import CapRules, Rules
from bot.services import absence, calls, claims, projects, waiting, waves
from storage import people
from storage.schema import calls as call_rows
from storage.schema import people as people_rows
from tests.services.builders import NOW, RULES, SECOND, Hall
from tests.services.test_twins import pair
from tests.services.test_waves import HOLD, ask, asked, sign_on, told


async def edits(hall: Hall) -> list[int]:
    """The messages of private calls that are to be brought up to date."""
    return [one.edits for one in await hall.notices("private_call") if one.edits]


async def test_a_closed_call_holds_no_place_and_counts_against_nobody(hall: Hall) -> None:
    await hall.project(tasks=2, overlap=1, tasks_per_job=1)
    first, second, third, fourth = await hall.people(4)
    await sign_on(hall, first, second)
    call = await hall.call(waves=True)
    await ask(hall)
    await told(hall, first)
    boss = await hall.person("Boss", roles=(Role.coordinator,))
    await calls.close_call(
        hall.db, number=call.number, by=boss, cause=hall.cause(), now=NOW + SECOND
    )
    assert await asked(hall, OfferState.held) == []
    assert await edits(hall) == [7], "what stands in the chat says that the call is closed"
    sent = (await hall.notices("private_call"))[:2]
    states = {one.person_id: one.state for one in sent}
    assert states[second] == "cancelled", "what has not gone out does not go out"
    await sign_on(hall, third, fourth)
    await hall.call(waves=True, now=NOW + SECOND)
    assert await ask(hall, now=NOW + SECOND) == 2, "the next call has its places at once"
    await calls.lapse_offers(hall.db, now=NOW + SECOND + HOLD)
    (row,) = await hall.rows(people_rows, people_rows.c.id == first)
    assert row.ignored_calls == 0


async def test_who_pauses_passes_on_what_is_held_for_them(hall: Hall) -> None:
    await hall.project(tasks=1, overlap=1, tasks_per_job=1)
    first, second = await hall.people(2)
    await sign_on(hall, first, second)
    await hall.call(waves=True)
    await ask(hall)
    await told(hall, first)
    await absence.pause(hall.db, person_id=first, days=1, cause=hall.cause(), now=NOW + SECOND)
    assert await edits(hall) == [7]
    assert await ask(hall, now=NOW + SECOND) == 1
    assert await asked(hall, OfferState.held) == [second]


async def test_rather_not_at_a_question_ends_the_private_call_as_well(hall: Hall) -> None:
    project = await hall.project(tasks=1, overlap=1, tasks_per_job=1)
    first = await hall.person()
    await sign_on(hall, first)
    await hall.call(waves=True)
    await ask(hall)
    await told(hall, first)
    await claims.decline(
        hall.db, project_key=project.key, person_id=first, cause=hall.cause(), now=NOW + SECOND
    )
    assert await asked(hall, OfferState.declined) == [first]
    assert await edits(hall) == [7]


async def test_nobody_is_asked_for_what_another_account_of_theirs_has(hall: Hall) -> None:
    await hall.project(tasks=2, overlap=2, tasks_per_job=2)
    ada, eve = await pair(hall)
    call = await hall.call(waves=True)
    await hall.claim(call, ada)
    await sign_on(hall, eve)
    assert await ask(hall) == 0


async def test_a_claim_under_work_takes_the_place_that_a_private_call_holds(hall: Hall) -> None:
    project = await hall.project(tasks=3, overlap=1, tasks_per_job=1)
    first = await hall.person()
    await sign_on(hall, first)
    await hall.call(waves=True, limit=1)
    await ask(hall)
    newer = await hall.call()
    found = await waiting.work(hall.db, person_id=first, now=NOW, rules=RULES)
    assert [one.key for one, _ in found.called] == [project.key]
    assert found.held == (), "nothing is asked first"
    await claims.claim_open(
        hall.db, project_key=project.key, person_id=first, cause=hall.cause(), now=NOW + SECOND,
        rules=RULES, random=hall.random,
    )  # fmt: skip
    assert await asked(hall, OfferState.claimed) == [first]
    assert {one.taken for one in await hall.rows(call_rows, call_rows.c.id == newer.id)} == {0}


async def test_what_a_paused_project_keeps_from_being_claimed_is_not_ignored(hall: Hall) -> None:
    project = await hall.project(tasks=1, overlap=1, tasks_per_job=1)
    first = await hall.person()
    await sign_on(hall, first)
    await hall.call(waves=True)
    await ask(hall)
    await told(hall, first)
    await projects.set_state(
        hall.db, key=project.key, state=ProjectState.paused, by=None, cause=None, now=NOW + SECOND
    )
    await calls.lapse_offers(hall.db, now=NOW + HOLD + SECOND)
    assert await asked(hall, OfferState.lapsed) == [first]
    (row,) = await hall.rows(people_rows, people_rows.c.id == first)
    assert row.ignored_calls == 0


async def called_for_other(hall: Hall) -> tuple[int, int]:
    """Two on the list; the first is asked for the one job of a project, and reads it."""
    await hall.project("other", tasks=20, tasks_per_job=1)
    await hall.project(tasks=1, overlap=1, tasks_per_job=1)
    first, second = await hall.people(2)
    await sign_on(hall, first, second)
    await hall.call(waves=True)
    await ask(hall)
    await told(hall, first)
    return first, second


async def free(hall: Hall, rules: Rules = RULES) -> int:
    return await waves.free_unusable(hall.db, now=NOW + 2 * SECOND, rules=rules)


async def test_who_has_all_the_jobs_one_may_have_keeps_no_place_from_others(hall: Hall) -> None:
    first, second = await called_for_other(hall)
    for nth in range(RULES.open_jobs):
        assert await free(hall) == 0, f"{nth} jobs are no reason"
        await hall.claim(await hall.call("other"), first, now=NOW + SECOND)
    assert await free(hall) == 1
    assert await asked(hall, OfferState.lapsed) == [first]
    assert await edits(hall) == [7], "what stands in the chat says so"
    await ask(hall, now=NOW + 2 * SECOND)
    assert await asked(hall, OfferState.held) == [second]
    (row,) = await hall.rows(people_rows, people_rows.c.id == first)
    assert row.ignored_calls == 0, "nothing was left unanswered"
    assert await free(hall) == 0


async def test_the_most_of_a_day_passes_on_what_is_held(hall: Hall) -> None:
    first, _ = await called_for_other(hall)
    await hall.claim(await hall.call("other"), first, now=NOW + SECOND)
    assert await free(hall) == 0
    assert await free(hall, Rules(caps=CapRules(jobs_a_day=1))) == 1


async def test_a_pause_by_skips_passes_on_what_is_held(hall: Hall) -> None:
    first, _ = await called_for_other(hall)
    async with hall.db.begin() as tx:
        await people.change(
            tx, first, pause=Pause.skips, paused_until=NOW + HOLD, paused_by=None
        )  # fmt: skip
    assert await free(hall) == 1


async def test_a_place_in_a_paused_project_waits_for_its_time(hall: Hall) -> None:
    first, _ = await called_for_other(hall)
    await hall.claim(await hall.call("other"), first, now=NOW + SECOND)
    await projects.set_state(
        hall.db, key="pairs", state=ProjectState.paused, by=None, cause=None, now=NOW + SECOND
    )
    assert await free(hall, Rules(caps=CapRules(jobs_a_day=1))) == 0
