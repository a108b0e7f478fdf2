"""Newcomers of a hall that approves them: told the date, let in, declined in words, never lost."""

from dataclasses import replace
from datetime import datetime

import pytest

from bot.domain.people import Arrival, Role, Standing
from bot.domain.refusal import Refused
from bot.domain.rules import StandingRules
from bot.domain.steps import StepKind
from bot.services import applications, claims, standing, waiting
from bot.services.claims import Claim
from handlers.screens import SCREENS
from storage import awaited_texts, schema
from tests.services.builders import DAY, NOW, RULES, Hall
from tests.services.standing_acts import tell
from tests.services.test_standing_delivery import without_telegram

APPROVING = replace(RULES, standing=StandingRules(approval_days=3))
WHY = "Your languages are not needed now."


@pytest.fixture
async def boss(hall: Hall) -> int:
    await hall.person("Other boss", roles=(Role.admin,))
    return await hall.person("Boss", roles=(Role.admin,))


async def arrive(hall: Hall, person: int, *, now: datetime = NOW) -> Claim:
    return await claims.finish_arrival(
        hall.db, person_id=person, zone="UTC", cause=hall.cause(), now=now, rules=APPROVING,
        random=hall.random,
    )  # fmt: skip


async def applicant(hall: Hall, name: str = "Ada") -> tuple[int, str]:
    """Somebody who has arrived, and the number of the application."""
    person = await hall.person(name, arrival=Arrival.zone)
    await arrive(hall, person)
    (row,) = await hall.rows(schema.applications, schema.applications.c.person_id == person)
    return person, row.number


async def decline(hall: Hall, number: str, by: int, *, now: datetime = NOW) -> None:
    await applications.ask_words(hall.db, number=number, by=by, card_id=None, now=now)
    async with hall.db.read() as tx:
        asked = await awaited_texts.of_person(tx, by)
    assert asked is not None
    await applications.write(hall.db, asked=asked, text=WHY, now=now)
    found = await applications.declining(hall.db, by=by, now=now)
    await applications.decline(hall.db, number=found.number, by=by, cause=hall.cause(), now=now)


async def approve(hall: Hall, number: str, by: int, *, now: datetime = NOW) -> None:
    await applications.approve(hall.db, number=number, by=by, cause=hall.cause(), now=now)


async def shown(hall: Hall, kind: str, person: int, **args: object) -> str:
    given = {"person_id": person, "language": "en", **args}
    screen = await SCREENS[kind](without_telegram(hall.db), given)
    assert screen is not None
    return screen.text.text


async def test_an_applicant_is_told_the_date_and_silence_past_it_approves(
    hall: Hall, boss: int
) -> None:
    await hall.project()
    call = await hall.call()
    new = await hall.person("New", arrival=Arrival.consent)
    assert (await hall.try_claim(call, new)).held_until is not None
    await hall.change(schema.people, new, arrival=Arrival.zone)
    assert await arrive(hall, new) == Claim()
    with pytest.raises(Refused, match="standing-applicant-until") as no:
        await hall.try_claim(call, new, now=NOW + DAY)
    assert no.value.facts == {"until": NOW + 3 * DAY}
    work = await waiting.work(hall.db, person_id=new, now=NOW, rules=RULES)
    assert work.list_place is None
    assert work.barred is not None
    assert work.barred.reason == "standing-applicant-until"
    assert "Answered by 18 Jan 2030" in await shown(hall, "standing", new)
    assert await applications.approve_overdue(hall.db, now=NOW + 3 * DAY - DAY) == 0
    assert await applications.approve_overdue(hall.db, now=NOW + 3 * DAY) == 1
    assert await applications.approve_overdue(hall.db, now=NOW + 4 * DAY) == 0
    assert "was not answered by its date" in await shown(hall, "application_decided", new)
    await hall.claim(call, new, now=NOW + 3 * DAY)


async def test_admins_hear_of_applicants_once_a_day_and_approve_with_one_tap(
    hall: Hall, boss: int
) -> None:
    ada, number = await applicant(hall)
    await applicant(hall, "Bob")
    assert [row.person_id for row in await hall.notices("applicants_wait")] == [boss - 1, boss]
    found, count = await applications.waiting(hall.db, by=boss, page=0, size=8)
    assert ([one.person.name for one in found], count) == (["Ada", "Bob"], 2)
    assert "2 applicants wait" in await shown(hall, "applicants_wait", boss)
    await approve(hall, number, boss)
    assert (await hall.who(ada)).standing is Standing.good
    with pytest.raises(Refused, match="application-accepted"):
        await approve(hall, number, boss)
    (told,) = await hall.notices("application_decided")
    assert (told.person_id, told.sound) == (ada, True)
    assert "your application was approved" in await shown(hall, "application_decided", ada)


async def test_who_is_declined_is_told_why_and_can_still_be_approved(
    hall: Hall, boss: int
) -> None:
    ada, number = await applicant(hall)
    await decline(hall, number, boss)
    assert (await hall.who(ada)).standing is Standing.applicant
    said = await shown(hall, "application_decided", ada)
    assert WHY in said
    assert "/support" in said
    assert WHY in await shown(hall, "standing", ada)
    # The date passes, and changes nothing any more.
    assert await applications.approve_overdue(hall.db, now=NOW + 9 * DAY) == 0
    call = await hall.call((await hall.project()).key)
    with pytest.raises(Refused, match="application-declined-you"):
        await hall.try_claim(call, ada, now=NOW + 9 * DAY)
    with pytest.raises(Refused, match="application-declined"):
        await applications.ask_words(hall.db, number=number, by=boss, card_id=None, now=NOW)
    await approve(hall, number, boss, now=NOW + 9 * DAY)
    await hall.claim(call, ada, now=NOW + 9 * DAY)


async def test_only_admins_decide_and_never_about_themselves(hall: Hall, boss: int) -> None:
    ada, number = await applicant(hall)
    for by in (ada, await hall.person(roles=(Role.coordinator,))):
        for act in (approve, decline):
            with pytest.raises(Refused, match="not-admin"):
                await act(hall, number, by)
        with pytest.raises(Refused, match="not-admin"):
            await applications.waiting(hall.db, by=by, page=0, size=8)
    async with hall.db.begin() as tx:
        await tx.execute(schema.roles.insert().values(
            person_id=ada, role="admin", granted_by=boss, granted_at=NOW
        ))  # fmt: skip
    for act in (approve, decline):
        with pytest.raises(Refused, match="own-standing"):
            await act(hall, number, ada)


async def test_where_nobody_is_approved_or_an_admin_chose_them_people_start_at_once(
    hall: Hall, boss: int
) -> None:
    chosen = await hall.person(roles=(Role.reviewer,), arrival=Arrival.zone)
    await arrive(hall, chosen)
    new = await hall.person(arrival=Arrival.zone)
    await claims.finish_arrival(
        hall.db, person_id=new, zone="UTC", cause=hall.cause(), now=NOW, rules=RULES,
        random=hall.random,
    )  # fmt: skip
    assert await hall.rows(schema.applications) == []
    assert {(await hall.who(one)).standing for one in (chosen, new)} == {Standing.good}


async def test_a_step_that_is_taken_back_lets_nobody_in(hall: Hall, boss: int) -> None:
    ada, number = await applicant(hall)
    step = await tell(hall, boss, ada, StepKind.hold, now=NOW, reason="fraud")
    assert (await hall.who(ada)).standing is Standing.suspended
    await standing.withdraw(
        hall.db, number=step.number, text="It was somebody else.", by=boss, cause=hall.cause(),
        now=NOW,
    )  # fmt: skip
    assert (await hall.who(ada)).standing is Standing.applicant
    await approve(hall, number, boss)
    assert (await hall.who(ada)).standing is Standing.good
