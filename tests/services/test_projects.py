"""Projects: made from what a file says, versions that never change, progress, states."""

import pytest

from bot.domain.money import Money
from bot.domain.people import Role
from bot.domain.projects import ProjectState
from bot.domain.refusal import Refused, Repeated
from bot.services import projects
from storage import schema
from tests.services.builders import NOW, Hall, item, new_project


async def set_state(hall: Hall, state: ProjectState, by: int | None = None) -> None:
    await projects.set_state(hall.db, key="pairs", state=state, by=by, cause=hall.cause(), now=NOW)


async def test_a_new_project_is_a_draft_that_its_maker_coordinates(hall: Hall) -> None:
    boss = await hall.person(roles=(Role.coordinator,))
    made = await projects.create(hall.db, new_project(), by=boss, cause="u:1", now=NOW)
    assert (made.state, made.version, made.offer.pay) == (ProjectState.draft, 1, Money(40, "USD"))
    assert (Role.coordinator, made.id) in (await hall.who(boss)).roles
    with pytest.raises(Repeated):
        await projects.create(hall.db, new_project(), by=boss, cause="u:1", now=NOW)


async def test_a_new_version_holds_for_new_claims_only(hall: Hall) -> None:
    await hall.project(tasks=20)
    call, (ada, ben) = await hall.call(), await hall.people(2)
    before = await hall.claim(call, ada)
    dearer = new_project(pay=Money(90, "USD"), review_days=9)
    made = await projects.create(hall.db, dearer, by=None, cause=None, now=NOW)
    assert (made.version, made.state) == (2, ProjectState.open)
    assert (await hall.job(before)).terms.pay == Money(40, "USD")
    after = await hall.claim(call, ben)
    assert (after.terms.pay, after.terms.review_days) == (Money(90, "USD"), 9)
    await hall.finish(before)
    assert {row.pay_minor for row in await hall.rows(schema.ratings)} == {40}


async def test_schemes_and_guidelines_are_stored_once_per_wording(hall: Hall) -> None:
    for size in (5, 6):
        await hall.project(tasks=0, tasks_per_job=size)
    await hall.project("other", tasks=0)
    assert len(await hall.rows(schema.schemes)) == 1
    assert len(await hall.rows(schema.guidelines)) == 2
    await hall.project(tasks=0, reason="always")
    assert len(await hall.rows(schema.schemes)) == 2
    versions = await hall.rows(schema.project_versions)
    assert [row.version for row in versions if row.project_id == 1] == [1, 2, 3]


async def test_the_currency_of_a_project_is_fixed(hall: Hall) -> None:
    await hall.project(tasks=0)
    with pytest.raises(Refused) as no:
        await hall.project(tasks=0, pay=Money(40, "EUR"))
    assert (no.value.reason, no.value.facts) == ("currency-fixed", {"currency": "USD"})


async def test_only_its_coordinators_touch_a_project(hall: Hall) -> None:
    await hall.project()
    ada = await hall.person()
    with pytest.raises(Refused, match="not-coordinator"):
        await projects.create(hall.db, new_project(), by=ada, cause=None, now=NOW)
    with pytest.raises(Refused, match="not-coordinator"):
        await set_state(hall, ProjectState.paused, by=ada)
    with pytest.raises(Refused, match="not-coordinator"):
        await projects.listed(hall.db, by=ada)
    with pytest.raises(Refused, match="not-coordinator"):
        await projects.by_key(hall.db, "pairs", by=ada)


async def test_a_coordinator_of_one_project_sees_that_one(hall: Hall) -> None:
    await hall.project()
    boss = await hall.person(roles=(Role.coordinator,))
    await projects.create(hall.db, new_project("mine"), by=boss, cause=None, now=NOW)
    role = (await hall.rows(schema.roles, schema.roles.c.project_id.is_(None)))[-1]
    async with hall.db.begin() as tx:
        from storage import people

        await people.revoke(tx, role.id)
    assert [one.key for one in await projects.listed(hall.db, by=boss)] == ["mine"]
    assert len(await projects.listed(hall.db, by=None)) == 2


async def test_the_progress_counts_tasks_and_slots_without_gold(hall: Hall) -> None:
    await hall.project(tasks=4, overlap=2)
    await hall.publish("pairs", item("gold", gold={"preference": 0}))
    await hall.finish(await hall.claim(await hall.call(), await hall.person()))
    counts = (await projects.progress(hall.db, "pairs", by=None)).counts
    known = {name: counts[name] for name in ("tasks", "open", "slots", "open_slots")}
    assert known == {"tasks": 4, "open": 4, "slots": 8, "open_slots": 4}


async def test_a_closed_project_stays_closed(hall: Hall) -> None:
    await hall.project()
    for state in (ProjectState.paused, ProjectState.open, ProjectState.closed):
        await set_state(hall, state)
    with pytest.raises(Refused, match="project-closed"):
        await set_state(hall, ProjectState.open)
    assert [entry.after["state"] for entry in await hall.acts("project-state")] == [
        "paused", "open", "closed",
    ]  # fmt: skip


async def test_a_project_that_is_not_there_is_refused(hall: Hall) -> None:
    with pytest.raises(Refused, match="no-project"):
        await set_state(hall, ProjectState.open)
    with pytest.raises(Refused, match="no-project"):
        await projects.by_key(hall.db, "pairs", by=None)


async def test_a_running_job_goes_on_while_its_project_is_paused(hall: Hall) -> None:
    await hall.project()
    job = await hall.claim(await hall.call(), await hall.person())
    await set_state(hall, ProjectState.paused)
    await hall.finish(job)
    assert len(await hall.rows(schema.ratings)) == 5
