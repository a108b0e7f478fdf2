"""Newcomers: a place is held for them until they have arrived, and goes on when it lapses."""

import asyncio
from datetime import datetime, timedelta

import pytest

from bot.domain.people import Arrival, Standing
from bot.domain.projects import ProjectState
from bot.domain.refusal import Refused
from bot.services import calls, claims, projects
from bot.services.claims import Claim
from storage import schema
from tests.services.builders import MINUTE, NOW, RULES, Hall


async def arrive(hall: Hall, person: int, *, now: datetime = NOW) -> Claim:
    return await claims.finish_arrival(
        hall.db, person_id=person, zone="Asia/Manila", cause=hall.cause(), now=now,
        rules=RULES, random=hall.random,
    )  # fmt: skip


async def test_a_place_is_held_for_a_newcomer_until_the_questions_are_answered(
    hall: Hall,
) -> None:
    await hall.project(tasks=5, overlap=1)
    call = await hall.call()
    new, other = await hall.person(arrival=Arrival.consent), await hall.person()
    assert (await hall.try_claim(call, new)).held_until == NOW + 10 * MINUTE
    # Tapping again changes nothing, and nobody else gets the place.
    again = await hall.try_claim(call, new, now=NOW + MINUTE)
    assert again.held_until == NOW + 10 * MINUTE
    assert await claims.held_until(hall.db, new) == again.held_until
    assert (await hall.try_claim(call, other)).list_place == 1
    await hall.change(schema.people, new, arrival=Arrival.zone)
    claim = await arrive(hall, new, now=NOW + 2 * MINUTE)
    assert claim.job is not None
    assert (await hall.who(new)).arrival is Arrival.done
    assert (await hall.who(new)).zone == "Asia/Manila"
    assert await claims.job_of(hall.db, call.number, new)
    assert not await claims.job_of(hall.db, call.number, other)
    assert await claims.held_until(hall.db, new) is None
    assert await hall.slots_add_up() == 0


async def test_a_held_place_lapses_and_goes_to_the_next(hall: Hall) -> None:
    await hall.project(tasks=5, overlap=1)
    call = await hall.call()
    new, other = await hall.person(arrival=Arrival.zone), await hall.person()
    await hall.try_claim(call, new)
    assert await calls.lapse_offers(hall.db, now=NOW + 10 * MINUTE - timedelta(seconds=1)) == 0
    assert await calls.lapse_offers(hall.db, now=NOW + 10 * MINUTE) == 1
    assert await calls.lapse_offers(hall.db, now=NOW + 11 * MINUTE) == 0
    assert (await hall.try_claim(call, other, now=NOW + 11 * MINUTE)).job
    # Who comes too late is on the list, and has arrived.
    late = await arrive(hall, new, now=NOW + 12 * MINUTE)
    assert (late.job, late.list_place) == (None, 1)
    assert (await hall.who(new)).arrival is Arrival.done


async def test_fifty_newcomers_hold_no_more_than_twelve_places(hall: Hall) -> None:
    await hall.project(tasks=20)
    call = await hall.call()
    crowd = [await hall.person(arrival=Arrival.consent) for _ in range(50)]
    claimed = await asyncio.gather(*(hall.try_claim(call, one) for one in crowd))
    assert sum(1 for one in claimed if one.held_until) == 12
    assert sum(1 for one in claimed if one.list_place) == 38


async def test_a_place_held_at_one_call_is_not_given_away_by_another(hall: Hall) -> None:
    await hall.project(tasks=5, overlap=1)
    one, other = await hall.call(), await hall.call()
    new, ada = await hall.person(arrival=Arrival.zone), await hall.person()
    await hall.try_claim(one, new)
    assert (await hall.try_claim(other, ada)).list_place == 1
    assert (await arrive(hall, new)).job


async def test_a_newcomer_whose_project_was_paused_has_arrived_all_the_same(hall: Hall) -> None:
    await hall.project()
    call, new = await hall.call(), await hall.person(arrival=Arrival.zone)
    await hall.try_claim(call, new)
    await projects.set_state(
        hall.db, key="pairs", state=ProjectState.paused, by=None, cause=None, now=NOW
    )
    claim = await arrive(hall, new)
    assert (claim.job, claim.list_place) == (None, 1)
    assert (await hall.who(new)).arrival is Arrival.done


async def test_an_applicant_holds_no_place(hall: Hall) -> None:
    await hall.project()
    call = await hall.call()
    new = await hall.person(arrival=Arrival.consent, standing=Standing.applicant)
    with pytest.raises(Refused, match="standing-applicant"):
        await hall.try_claim(call, new)


async def test_a_newcomer_keeps_no_more_places_than_jobs_are_allowed(hall: Hall) -> None:
    await hall.project(tasks=40, overlap=1)
    several = [await hall.call() for _ in range(RULES.open_jobs + 1)]
    new = await hall.person(arrival=Arrival.consent)
    for call in several[: RULES.open_jobs]:
        assert (await hall.try_claim(call, new)).held_until
    with pytest.raises(Refused, match="held-cap"):
        await hall.try_claim(several[-1], new)
    # A second tap on one that is held is told so, as before.
    assert (await hall.try_claim(several[0], new)).held_until
