"""Closing a region: everybody there and nobody else, with notice first; withdrawn as a whole."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.domain.awaiting import AwaitedText
from bot.domain.closings import Closing, ClosingState
from bot.domain.people import Arrival, Pause, Role, Standing
from bot.domain.refusal import Refused, Repeated
from bot.domain.steps import StepKind, StepState
from bot.services import people, profiles, roles, standing
from bot.services.standing import announcing, regions
from storage import awaited_texts, schema
from storage import people as stored
from tests.services.builders import DAY, NOW, Hall
from tests.services.standing_acts import RULES, deliver, look, tell, unreachable

WORDS = "The client of all work in this country has left."
HOUR = timedelta(hours=1)
CAIRO, OTHER = "Africa/Cairo", "Asia/Riyadh"


async def asked(hall: Hall, by: int) -> AwaitedText:
    async with hall.db.read() as tx:
        found = await awaited_texts.of_person(tx, by)
    assert found is not None
    return found


async def prepare(hall: Hall, by: int, *, country: str = "EG", now: datetime = NOW) -> str:
    """A closing that lacks only the confirmation; returns the number of the question."""
    await regions.begin(hall.db, country=country, by=by, card_id=None, now=now)
    await regions.write(hall.db, asked=await asked(hall, by), text=WORDS, now=now)
    return (await asked(hall, by)).number


async def close(hall: Hall, by: int, *, country: str = "EG", now: datetime = NOW) -> Closing:
    number = await prepare(hall, by, country=country, now=now)
    return await regions.close(hall.db, number=number, by=by, cause=hall.cause(), now=now)


async def announce(hall: Hall, *, now: datetime = NOW) -> int:
    return await announcing.announce(hall.db, now=now, rules=RULES)


async def announce_again(hall: Hall, *, now: datetime) -> int:
    return await announcing.announce_again(hall.db, now=now, rules=RULES)


async def withdraw(hall: Hall, closing: Closing, by: int, *, now: datetime) -> None:
    await regions.ask_withdrawal(hall.db, number=closing.number, by=by, card_id=None, now=now)
    await regions.withdraw_closing(
        hall.db, asked=await asked(hall, by), text="We stay after all.", cause=hall.cause(),
        now=now,
    )  # fmt: skip


async def state(hall: Hall) -> str:
    return str((await hall.rows(schema.closings))[-1].state)


async def spoil(hall: Hall, person: int) -> None:
    """The row of the person turns into one that cannot be read."""
    async with hall.db.begin() as tx:
        await stored.change(tx, person, quiet_from="never")


async def stands(hall: Hall, person: int) -> Standing:
    return (await hall.who(person)).standing


@pytest.fixture
async def boss(hall: Hall) -> int:
    await hall.person("Other boss", roles=(Role.admin,))
    return await hall.person("Boss", roles=(Role.admin,), zone=CAIRO)


async def test_everybody_there_is_told_and_nobody_else_touched(hall: Hall, boss: int) -> None:
    there = await hall.person("A", zone=CAIRO)
    elsewhere = [await hall.person("C", zone=OTHER), await hall.person("D")]
    closing = await close(hall, boss)
    before = {one: await hall.who(one) for one in (*elsewhere, boss)}
    assert await announce(hall) == 1
    assert await announce(hall) == 0
    await deliver(hall, now=NOW)
    found = await hall.rows(schema.steps)
    assert [(row.person_id, row.kind, row.closing_id) for row in found] == [
        (there, "closing", closing.id)
    ]
    assert await state(hall) == "announced"
    assert await stands(hall, there) is Standing.deactivating
    assert {one: await hall.who(one) for one in (*elsewhere, boss)} == before


async def test_access_stops_days_after_the_notice_arrived_for_each(hall: Hall, boss: int) -> None:
    ada, bob = [await hall.person(name, zone=CAIRO) for name in ("Ada", "Bob")]
    await unreachable(hall, bob, NOW)
    await close(hall, boss)
    await announce(hall)
    await deliver(hall, now=NOW + 2 * DAY)
    await look(hall, now=NOW + 15 * DAY)
    assert await stands(hall, ada) is Standing.deactivating
    await look(hall, now=NOW + 16 * DAY)
    assert await stands(hall, ada) is Standing.deactivated
    assert await stands(hall, bob) is Standing.good
    await people.came_back(hall.db, person_id=bob, now=NOW + 20 * DAY)
    await deliver(hall, now=NOW + 20 * DAY)
    await look(hall, now=NOW + 33 * DAY)
    assert await stands(hall, bob) is Standing.deactivating
    await look(hall, now=NOW + 34 * DAY)
    assert await stands(hall, bob) is Standing.deactivated


async def test_who_is_in_grace_already_keeps_that_step(hall: Hall, boss: int) -> None:
    eve = await hall.person("Eve", zone=CAIRO)
    step = await tell(hall, boss, eve, StepKind.deactivation, now=NOW, reason="fraud")
    await close(hall, boss)
    assert await announce(hall) == 0
    assert await state(hall) == "announced"
    assert [row.id for row in await hall.rows(schema.steps)] == [step.id]


async def test_who_was_passed_over_is_told_with_a_date_before_anything_is_barred(
    hall: Hall, boss: int
) -> None:
    await hall.project()
    call, (east, west) = await hall.call(), ("America/New_York", "America/Chicago")
    eve = await hall.person("Eve", zone=east)
    chief = await hall.person("Chief", zone=west, roles=(Role.admin,))
    step = await tell(hall, boss, eve, StepKind.deactivation, now=NOW, reason="fraud")
    await close(hall, boss, country="US")
    await announce(hall)
    assert await announce_again(hall, now=NOW + HOUR) == 0
    # One is reinstated, the other is an admin no more; a zone of the same country is no move.
    await standing.withdraw(
        hall.db, number=step.number, text="It was somebody else.", by=boss, cause=hall.cause(),
        now=NOW + DAY,
    )  # fmt: skip
    (role,) = [one.role_id for one in await roles.everybody(hall.db) if one.person.id == chief]
    await roles.revoke(hall.db, role_id=role, by=boss, cause=hall.cause(), now=NOW + DAY)
    await people.choose_zone(
        hall.db, person_id=eve, zone=west, cause=hall.cause(), now=NOW + DAY, rules=RULES
    )
    for one in (eve, chief):
        await hall.give_back(await hall.claim(call, one, now=NOW + DAY), now=NOW + DAY)
    assert await announce_again(hall, now=NOW + 2 * DAY) == 2
    assert await announce_again(hall, now=NOW + 2 * DAY) == 0
    await deliver(hall, now=NOW + 2 * DAY)
    for one in (eve, chief):
        assert await stands(hall, one) is Standing.deactivating
        with pytest.raises(Refused, match="standing-deactivating-until") as no:
            await hall.try_claim(call, one, now=NOW + 3 * DAY)
        assert no.value.facts == {"until": NOW + 16 * DAY}
    await look(hall, now=NOW + 16 * DAY)
    assert await stands(hall, eve) is Standing.deactivated


async def test_a_region_that_cannot_be_told_holds_up_no_other(hall: Hall, boss: int) -> None:
    lost = await hall.person("Lost", zone=CAIRO)
    there = await hall.person("There", zone=OTHER)
    for country in ("EG", "SA"):
        await close(hall, boss, country=country)
    await spoil(hall, lost)
    with pytest.raises(ValueError, match="never"):
        await announce(hall)
    assert [row.person_id for row in await hall.rows(schema.steps)] == [there]


async def test_nor_does_it_hold_up_who_is_told_later(hall: Hall, boss: int) -> None:
    chiefs = [await hall.person(zone, zone=zone, roles=(Role.admin,)) for zone in (CAIRO, OTHER)]
    for country in ("EG", "SA"):
        await close(hall, boss, country=country)
    await announce(hall)
    for one in await roles.everybody(hall.db):
        if one.person.id in chiefs:
            await roles.revoke(
                hall.db, role_id=one.role_id, by=boss, cause=hall.cause(), now=NOW + DAY
            )
    await spoil(hall, chiefs[0])
    with pytest.raises(ValueError, match="never"):
        await announce_again(hall, now=NOW + 2 * DAY)
    assert [row.person_id for row in await hall.rows(schema.steps)] == chiefs[1:]


async def test_who_came_later_or_moved_in_cannot_claim_and_gets_no_step(
    hall: Hall, boss: int
) -> None:
    await hall.project()
    mover, late = await hall.person("Mover", zone=OTHER), None
    call = await hall.call()
    await close(hall, boss)
    await announce(hall)
    late = await hall.person("Late", zone=CAIRO, created_at=NOW + HOUR)
    await people.choose_zone(
        hall.db, person_id=mover, zone=CAIRO, cause=hall.cause(), now=NOW + HOUR, rules=RULES
    )
    for one in (late, mover):
        with pytest.raises(Refused, match="region-closed"):
            await hall.try_claim(call, one)
    assert await announce(hall) == 0
    assert await announce_again(hall, now=NOW + DAY) == 0
    assert await hall.rows(schema.steps) == []
    await people.choose_zone(
        hall.db, person_id=mover, zone=OTHER, cause=hall.cause(), now=NOW, rules=RULES
    )
    await hall.claim(call, mover)


async def test_who_won_an_appeal_works_on(hall: Hall, boss: int) -> None:
    await hall.project()
    ada = await hall.person("Ada", zone=CAIRO)
    call = await hall.call()
    await close(hall, boss)
    await announce(hall)
    await deliver(hall, now=NOW)
    (row,) = await hall.rows(schema.steps)
    await standing.withdraw(
        hall.db, number=row.number, text="Ada works from elsewhere.", by=boss,
        cause=hall.cause(), now=NOW + HOUR,
    )  # fmt: skip
    assert await announce(hall) == 0
    await hall.claim(call, ada, now=NOW + HOUR)


async def test_a_closing_is_withdrawn_for_everybody(hall: Hall, boss: int) -> None:
    ada, bob = [await hall.person(name, zone=CAIRO) for name in ("Ada", "Bob")]
    await unreachable(hall, bob, NOW)
    closing = await close(hall, boss)
    await announce(hall)
    await deliver(hall, now=NOW)
    await withdraw(hall, closing, boss, now=NOW + DAY)
    assert await announce(hall, now=NOW + DAY) == 2
    assert await state(hall) == ClosingState.withdrawn
    assert {row.state for row in await hall.rows(schema.steps)} == {StepState.withdrawn}
    assert await stands(hall, ada) is Standing.good
    assert [row.person_id for row in await hall.notices("step_withdrawn")] == [ada]
    await people.came_back(hall.db, person_id=bob, now=NOW + 2 * DAY)
    await deliver(hall, now=NOW + 2 * DAY)
    assert await stands(hall, bob) is Standing.good
    with pytest.raises(Refused, match="closing-over"):
        await withdraw(hall, closing, boss, now=NOW + DAY)
    await close(hall, boss, now=NOW + 3 * DAY)


async def test_it_is_withdrawn_while_people_are_being_told(hall: Hall, boss: int) -> None:
    await hall.person("Ada", zone=CAIRO)
    closing = await close(hall, boss)
    await withdraw(hall, closing, boss, now=NOW)
    assert await announce(hall) == 0
    assert await hall.rows(schema.steps) == []


async def test_two_admins_close_a_country_once(hall: Hall, boss: int) -> None:
    other = (await hall.rows(schema.roles))[0].person_id
    mine, theirs = await prepare(hall, boss), await prepare(hall, other)
    cause = hall.cause()
    await regions.close(hall.db, number=mine, by=boss, cause=cause, now=NOW)
    with pytest.raises(Refused, match="closing-there"):
        await regions.close(hall.db, number=theirs, by=other, cause=hall.cause(), now=NOW)
    with pytest.raises(Repeated):
        await regions.close(hall.db, number=mine, by=boss, cause=cause, now=NOW)
    with pytest.raises(Refused, match="not-admin"):
        await prepare(hall, await hall.person("Ada"))


async def test_pay_whose_date_has_passed_holds_it_up(hall: Hall, boss: int) -> None:
    await hall.project()
    ada = await hall.person("Ada", zone=CAIRO)
    await hall.finish(await hall.claim(await hall.call(), ada))
    number = await prepare(hall, boss, now=NOW + 5 * DAY)
    planned = await regions.planned(hall.db, by=boss, now=NOW + 5 * DAY, rules=RULES.pay)
    assert (planned.toll.people, planned.toll.undated) == (1, 5)
    with pytest.raises(Refused, match="closing-undated"):
        await regions.close(hall.db, number=number, by=boss, cause=hall.cause(), now=NOW + 5 * DAY)
    assert await hall.rows(schema.closings) == []


async def test_it_is_not_announced_before_all_pay_has_a_date(hall: Hall, boss: int) -> None:
    await hall.project()
    ada = await hall.person("Ada", zone=CAIRO)
    await hall.finish(await hall.claim(await hall.call(), ada))
    await close(hall, boss, now=NOW + DAY)
    await announce(hall, now=NOW + 5 * DAY)
    assert await state(hall) == ClosingState.announcing
    await announce(hall, now=NOW + DAY)
    assert await state(hall) == ClosingState.announced


@pytest.mark.parametrize(
    "values",
    [{"arrival": Arrival.zone}, {"telegram_id": None}, {"erased_at": NOW}],
)
async def test_who_is_not_there_to_be_told(hall: Hall, boss: int, values: dict[str, Any]) -> None:
    await hall.person("Ada", zone=CAIRO, **values)
    await hall.person("Paused", zone=CAIRO, pause=Pause.own)
    await close(hall, boss)
    assert await announce(hall) == 1


async def test_who_moved_away_meanwhile_is_not_told(hall: Hall, boss: int) -> None:
    mover = await hall.person("Mover", zone=OTHER)
    closing = await close(hall, boss)
    async with hall.db.begin() as tx:
        assert not await announcing.tell_one(tx, closing.id, mover, now=NOW, rules=RULES)
    assert await hall.rows(schema.steps) == []


async def test_the_stated_country_counts_and_not_that_of_the_zone(hall: Hall, boss: int) -> None:
    by_zone = await hall.person("A", zone=CAIRO)
    abroad = await hall.person("B", zone=OTHER, country="EG")
    left = await hall.person("C", zone=CAIRO, country="DE")
    await prepare(hall, boss)
    planned = await regions.planned(hall.db, by=boss, now=NOW, rules=RULES.pay)
    assert planned.toll.people == 2
    assert ("EG", 2) in await regions.countries(hall.db, by=boss)
    await close(hall, boss)
    assert await announce(hall) == 2
    told = {row.person_id for row in await hall.rows(schema.steps)}
    assert told == {by_zone, abroad}
    assert left not in told
    await deliver(hall, now=NOW)
    await announce(hall)
    assert await state(hall) == ClosingState.announced


async def test_whoever_says_to_live_there_afterwards_is_barred_and_by_a_zone_is_not(
    hall: Hall, boss: int
) -> None:
    new = await hall.person("N", zone=OTHER)
    await close(hall, boss)
    await announce(hall)
    await deliver(hall, now=NOW)
    await announce(hall)
    assert await state(hall) == ClosingState.announced
    later = NOW + HOUR
    await hall.project()
    await hall.project("others")
    call, other = await hall.call(), await hall.call("others")
    assert (await hall.try_claim(call, new, now=later)).job is not None
    await profiles.set_country(hall.db, person_id=new, country="EG", cause=hall.cause(), now=later)
    with pytest.raises(Refused, match="region-closed"):
        await hall.try_claim(other, new, now=later)
    await profiles.set_country(hall.db, person_id=new, country="DE", cause=hall.cause(), now=later)
    await people.choose_zone(
        hall.db, person_id=new, zone=CAIRO, cause=hall.cause(), now=later, rules=RULES
    )
    assert (await hall.try_claim(other, new, now=later)).job is not None
