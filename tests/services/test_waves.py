"""Waves: who is asked privately, when, and what becomes of the places held."""

import asyncio
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import pytest

from bot.domain.calls import OfferState
from bot.domain.people import Role
from bot.domain.profiles import Wanted
from bot.domain.refusal import Refused
from bot.domain.steps import StepKind
from bot.domain.waves import LIST_FIRST, LOOK_AGAIN, MOST_UNTOLD
from bot.effects.lapse_offer import offer_told
from bot.insistence import insistently
from bot.services import calls, waiting, waves
from storage import offers, people, posts
from storage.offers import Offer
from storage.schema import offers as offer_rows
from storage.schema import people as people_rows
from tests.invariants import broken
from tests.services.builders import NOW, RULES, Hall
from tests.services.standing_acts import look, tell

HOLD = timedelta(minutes=RULES.offer_minutes)
SECOND = timedelta(seconds=1)
LONG_AGO = NOW - timedelta(days=30)


async def sign_on(hall: Hall, *who: int, now: datetime = NOW) -> None:
    for one in who:
        await waiting.sign_on(hall.db, person_id=one, hours=8, cause=hall.cause(), now=now)


async def ask(hall: Hall, *, now: datetime = NOW) -> int:
    return await waves.ask_due(hall.db, now=now, rules=RULES)


async def asked(hall: Hall, *states: OfferState) -> list[int]:
    """Who was asked privately, in the order of asking."""
    rows = await hall.rows(offer_rows, offer_rows.c.private)
    found = sorted(rows, key=lambda row: row.id)
    return [row.person_id for row in found if not states or row.state in states]


async def told(hall: Hall, person: int, *, now: datetime = NOW) -> Offer:
    """The private call reaches the person."""
    async with hall.db.begin() as tx:
        (offer,) = [one for one in await offers.of_person(tx, person) if one.private]
        await offer_told(tx, offer.id, 7, now=now)
    return offer


async def test_the_list_is_asked_first_in_its_order_and_no_more_than_there_are_places(
    hall: Hall,
) -> None:
    await hall.project(tasks=2, overlap=1, tasks_per_job=1)
    first, second, third = await hall.people(3)
    await sign_on(hall, third, first, second)
    await hall.call(waves=True)
    assert await ask(hall) == 2
    assert await asked(hall) == [third, first]
    assert await ask(hall, now=NOW + LOOK_AGAIN) == 0
    assert [notice.sound for notice in await hall.notices("private_call")] == [True, True]


async def test_then_come_the_longest_without_work(hall: Hall) -> None:
    await hall.project(tasks=2, overlap=1, tasks_per_job=1)
    lately = await hall.person("Lately", idle_since=NOW - timedelta(days=2))
    longest = await hall.person("Longest", idle_since=NOW - timedelta(days=9))
    middle = await hall.person("Middle", idle_since=NOW - timedelta(days=5))
    await sign_on(hall, lately)
    await hall.call(waves=True)
    assert await ask(hall) == 2
    assert await asked(hall) == [lately, longest]
    assert middle not in await asked(hall)


async def test_who_was_not_here_for_long_or_never_answers_comes_behind(hall: Hall) -> None:
    await hall.project(tasks=1, overlap=1, tasks_per_job=1)
    await hall.person("Away", idle_since=LONG_AGO, seen_at=LONG_AGO)
    await hall.person("Silent", idle_since=LONG_AGO, ignored_calls=2)
    here = await hall.person("Here", idle_since=NOW - timedelta(days=1))
    await hall.call(waves=True)
    assert await ask(hall) == 1
    assert await asked(hall) == [here]


async def test_after_everybody_who_is_near_the_others_are_asked(hall: Hall) -> None:
    await hall.project(tasks=2, overlap=1, tasks_per_job=1)
    here = await hall.person("Here")
    away = await hall.person("Away", idle_since=LONG_AGO, seen_at=LONG_AGO)
    await hall.call(waves=True)
    for second in range(4):
        await ask(hall, now=NOW + second * SECOND)
    assert await asked(hall) == [here, away]


async def test_a_call_in_a_group_asks_only_the_list_for_one_hold_time(hall: Hall) -> None:
    await hall.project(tasks=2, overlap=1, tasks_per_job=1)
    one, two = await hall.people(2)
    await sign_on(hall, one)
    await hall.call(waves=True, groups=(await hall.group(),))
    await ask(hall)
    await ask(hall, now=NOW + HOLD - SECOND)
    assert await asked(hall) == [one]
    await ask(hall, now=NOW + HOLD)
    assert await asked(hall) == [one, two]


async def test_quiet_hours_hold_for_all_who_did_not_sign_the_list(hall: Hall) -> None:
    await hall.project(tasks=2, overlap=1, tasks_per_job=1)
    quiet: dict[str, Any] = {"quiet_from": "10:00", "quiet_to": "14:00"}
    waits = await hall.person("Waits", **quiet)
    sleeps = await hall.person("Sleeps", **quiet)
    await sign_on(hall, waits)
    await hall.call(waves=True)
    for second in range(4):
        await ask(hall, now=NOW + second * SECOND)
    assert await asked(hall) == [waits]
    awake = NOW + timedelta(hours=3)
    for second in range(4):
        await ask(hall, now=awake + second * SECOND)
    assert sleeps in await asked(hall)


async def test_who_may_not_claim_or_wants_no_private_calls_is_passed_over(hall: Hall) -> None:
    await hall.project(tasks=9, overlap=1, tasks_per_job=1, languages=("de",))
    speaks = await hall.person("Speaks", languages=["de"])
    await hall.person("Other", languages=["fr"])
    off = await hall.person("Off", languages=["de"])
    await waves.choose(hall.db, person_id=off, wanted=False, cause=hall.cause(), now=NOW)
    await hall.person("Staff", languages=["de"], roles=(Role.coordinator,))
    await hall.call(waves=True)
    for second in range(4):
        await ask(hall, now=NOW + second * SECOND)
    assert await asked(hall) == [speaks]


async def test_who_has_a_job_is_not_without_work(hall: Hall) -> None:
    await hall.project("other", tasks=2, overlap=1, tasks_per_job=1)
    await hall.project(tasks=9, overlap=1, tasks_per_job=1)
    busy, free = await hall.people(2)
    await hall.claim(await hall.call("other"), busy)
    await hall.call(waves=True)
    for second in range(4):
        await ask(hall, now=NOW + second * SECOND)
    assert await asked(hall) == [free]


async def test_who_must_answer_something_first_is_not_asked_privately(hall: Hall) -> None:
    await hall.project(
        tasks=9, overlap=1, tasks_per_job=1, wanted=Wanted(countries=("DE",))
    )  # fmt: skip
    known = await hall.person("Known", country="DE")
    await hall.person("Unknown")
    await hall.call(waves=True)
    for second in range(4):
        await ask(hall, now=NOW + second * SECOND)
    assert await asked(hall) == [known]


async def test_a_declined_place_passes_on_at_once_and_costs_nothing(hall: Hall) -> None:
    await hall.project(tasks=1, overlap=1, tasks_per_job=1)
    first, second = await hall.people(2)
    await sign_on(hall, first, second)
    call = await hall.call(waves=True)
    await ask(hall)
    await waves.decline(
        hall.db, number=call.number, person_id=first, cause=hall.cause(), now=NOW + SECOND
    )
    assert await ask(hall, now=NOW + SECOND) == 1
    assert await asked(hall, OfferState.held) == [second]
    assert (await hall.who(first)).standing == "good"
    await waves.because(
        hall.db, number=call.number, reason="pay", person_id=first, cause=hall.cause(), now=NOW
    )
    (declined,) = await hall.rows(offer_rows, offer_rows.c.state == "declined")
    assert declined.reason == "pay"
    with pytest.raises(Refused, match="offer-over"):
        await waves.decline(
            hall.db, number=call.number, person_id=first, cause=hall.cause(), now=NOW
        )


async def test_an_unanswered_place_passes_on_and_two_in_a_row_put_one_behind(hall: Hall) -> None:
    await hall.project(tasks=1, overlap=1, tasks_per_job=1)
    first, second = await hall.people(2)
    await sign_on(hall, first, second)
    await hall.call(waves=True)
    await ask(hall)
    await told(hall, first, now=NOW + 60 * SECOND)
    await calls.lapse_offers(hall.db, now=NOW + HOLD)
    assert await asked(hall, OfferState.held) == [first], "the time counts from its arrival"
    late = NOW + 60 * SECOND + HOLD
    await calls.lapse_offers(hall.db, now=late)
    await ask(hall, now=late)
    assert await asked(hall, OfferState.held) == [second]
    async with hall.db.read() as tx:
        (waits, _) = await people.place_on_list(tx, first, late) or (0, late)
    assert waits == 1, "nobody loses the place on the list"


async def test_a_call_that_never_arrived_counts_for_nothing_and_may_come_again(
    hall: Hall,
) -> None:
    await hall.project(tasks=1, overlap=1, tasks_per_job=1)
    first = await hall.person()
    await sign_on(hall, first)
    await hall.call(waves=True)
    await ask(hall)
    await calls.lapse_offers(hall.db, now=NOW + HOLD)
    await ask(hall, now=NOW + HOLD)
    assert await asked(hall, OfferState.held) == [first]
    (row,) = await hall.rows(people_rows, people_rows.c.id == first)
    assert row.ignored_calls == 0


async def test_nobody_is_asked_twice_by_one_call(hall: Hall) -> None:
    await hall.project(tasks=1, overlap=1, tasks_per_job=1)
    only = await hall.person()
    await sign_on(hall, only)
    call = await hall.call(waves=True)
    await ask(hall)
    await waves.decline(hall.db, number=call.number, person_id=only, cause=hall.cause(), now=NOW)
    for minute in range(40):
        await ask(hall, now=NOW + minute * LOOK_AGAIN)
    assert await asked(hall) == [only]


async def test_a_held_place_is_the_persons_own_and_nobody_elses(hall: Hall) -> None:
    await hall.project(tasks=1, overlap=1, tasks_per_job=1)
    waits, other = await hall.people(2)
    await sign_on(hall, waits)
    call = await hall.call(waves=True)
    await ask(hall)
    assert (await hall.try_claim(call, other)).job is None
    job = await hall.claim(call, waits)
    assert job.person_id == waits
    assert await asked(hall, OfferState.claimed) == [waits]


async def test_a_private_call_that_was_claimed_in_another_place_says_so(hall: Hall) -> None:
    await hall.project(tasks=2, overlap=1, tasks_per_job=1)
    here, unread = await hall.people(2)
    await sign_on(hall, here, unread)
    call = await hall.call(waves=True)
    await ask(hall)
    await told(hall, here)
    await hall.claim(call, here)
    (folded,) = [row for row in await hall.notices("private_call") if row.key.endswith(":over")]
    assert (folded.person_id, folded.edits) == (here, 7)
    await hall.claim(call, unread)
    waiting_still = [row.person_id for row in await hall.notices("private_call")
                     if row.state == "queued" and row.edits is None]  # fmt: skip
    assert waiting_still == [here], "what has not gone out yet does not go out any more"


async def test_whose_access_stops_keeps_no_place_from_others(hall: Hall) -> None:
    await hall.project(tasks=1, overlap=1, tasks_per_job=1)
    first, second = await hall.people(2)
    boss = await hall.person(roles=(Role.admin,))
    await hall.person(roles=(Role.admin,))
    await sign_on(hall, first, second)
    await hall.call(waves=True)
    await ask(hall)
    await told(hall, first)
    await tell(hall, boss, first, StepKind.deactivation, now=NOW, reason="fraud")
    await look(hall, now=NOW + SECOND)
    assert await asked(hall, OfferState.lapsed) == [first]
    await ask(hall, now=NOW + SECOND)
    assert await asked(hall, OfferState.held) == [second]


async def test_a_job_given_back_is_offered_to_the_list(hall: Hall) -> None:
    await hall.project(tasks=1, overlap=1, tasks_per_job=1)
    quick, waits = await hall.people(2)
    call = await hall.call(waves=True, groups=(await hall.group(),))
    job = await hall.claim(call, quick)
    await sign_on(hall, waits)
    assert await ask(hall) == 0
    await hall.give_back(job, now=NOW + SECOND)
    assert await ask(hall, now=NOW + SECOND) == 1
    assert await asked(hall) == [waits]


async def test_no_more_are_asked_than_can_be_told_soon(hall: Hall) -> None:
    await hall.project(tasks=MOST_UNTOLD + 5, overlap=1, tasks_per_job=1)
    everybody = await hall.people(MOST_UNTOLD + 3)
    await hall.call(waves=True)
    for second in range(5):
        await ask(hall, now=NOW + second * SECOND)
    assert len(await asked(hall)) == MOST_UNTOLD
    await told(hall, everybody[0])
    await ask(hall, now=NOW + 6 * SECOND)
    assert len(await asked(hall)) == MOST_UNTOLD + 1


async def test_claims_declines_and_waves_at_once_never_hold_more_than_there_is(
    hall: Hall,
) -> None:
    await hall.project(tasks=6, overlap=1, tasks_per_job=1)
    everybody = await hall.people(12)
    await sign_on(hall, *everybody[:6])
    call = await hall.call(waves=True)

    async def one(person: int, turn: int) -> None:
        now = NOW + turn * SECOND
        await insistently(partial(ask, hall, now=now))
        try:
            if turn % 3:
                await insistently(partial(hall.try_claim, call, person, now=now))
            else:
                await insistently(
                    partial(
                        waves.decline,
                        hall.db,
                        number=call.number,
                        person_id=person,
                        cause=hall.cause(),
                        now=now,
                    )
                )
        except Refused:
            return

    await asyncio.gather(*(one(person, turn) for turn, person in enumerate(everybody)))
    for second in range(20, 24):
        await insistently(partial(ask, hall, now=NOW + second * SECOND))
    taken = len(await hall.acts("claimed"))
    open_now = await asked(hall, OfferState.held)
    assert taken + len(open_now) <= 6
    assert await broken(hall.db) == []


async def test_people_on_the_list_who_may_not_claim_keep_nobody_behind_them_from_a_call(
    hall: Hall,
) -> None:
    here = Wanted(countries=("DE",))
    await hall.project(tasks=1, overlap=1, tasks_per_job=1, wanted=here)
    many = [await hall.person(f"Other {n}", country="FR") for n in range(103)]
    fits = await hall.person("Fits", country="DE")
    await sign_on(hall, *many, fits)
    await hall.call(waves=True)
    for second in range(2):
        await ask(hall, now=NOW + second * SECOND)
    assert await asked(hall) == [fits]


async def test_who_signs_the_list_while_others_are_asked_comes_before_who_did_not(
    hall: Hall,
) -> None:
    await hall.project(tasks=2, overlap=1, tasks_per_job=1)
    silent, signs = await hall.people(2)
    await hall.person("Idle", idle_since=LONG_AGO)
    await sign_on(hall, silent)
    async with hall.db.begin() as tx:
        await people.change(tx, silent, ignored_calls=2)
    await hall.call(waves=True)
    await sign_on(hall, signs)
    assert await ask(hall) == 2
    assert await asked(hall) == [signs, silent]


async def test_who_comes_after_the_last_of_the_list_has_left_is_asked_at_once(hall: Hall) -> None:
    await hall.project(tasks=2, overlap=1, tasks_per_job=1)
    first, second = await hall.people(2)
    await sign_on(hall, first)
    call = await hall.call(groups=(await hall.group(),), waves=True)
    await ask(hall)
    await hall.claim(call, first)
    await sign_on(hall, second, now=NOW + SECOND)
    await ask(hall, now=NOW + LOOK_AGAIN)
    assert await asked(hall, OfferState.held) == [second]


async def test_groups_hear_of_places_after_who_is_on_the_list(hall: Hall) -> None:
    await hall.project(tasks=2, overlap=1, tasks_per_job=1)
    quick, waits = await hall.people(2)
    group = await hall.group()
    call = await hall.call(waves=True, groups=(group,))
    job = await hall.claim(call, quick)
    await sign_on(hall, waits)
    await hall.call(waves=True, groups=(group,))
    await hall.call(groups=(group,))
    cards = await hall.notices("call_card")
    assert [card.not_before for card in cards] == [NOW, NOW + LIST_FIRST, NOW]
    async with hall.db.begin() as tx:
        (post,) = await posts.of_call(tx, call.id)
        await posts.sent(tx, post.id, 7, "shown", anew=NOW)
    later = NOW + HOLD
    await hall.give_back(job, now=later)
    edits = [card for card in await hall.notices("call_card") if card.edits == 7]
    assert [card.not_before for card in edits] == [later + LIST_FIRST]


async def test_who_took_a_job_and_waits_again_is_asked_again_by_the_same_call(hall: Hall) -> None:
    await hall.project(tasks=4, overlap=1, tasks_per_job=1)
    one = await hall.person()
    await sign_on(hall, one)
    call = await hall.call(waves=True)
    await ask(hall)
    await hall.finish(await hall.claim(call, one, now=NOW + SECOND), now=NOW + 2 * SECOND)
    await sign_on(hall, one, now=NOW + LOOK_AGAIN)
    assert await ask(hall, now=NOW + 6 * LOOK_AGAIN) == 1
    assert await asked(hall, OfferState.held) == [one]
    newest = await waves.private_call(
        hall.db, person_id=one, number=call.number, now=NOW + 6 * LOOK_AGAIN, rules=RULES
    )
    assert newest.is_open, "the button means the call that stands"
    assert (await hall.claim(call, one, now=NOW + 7 * LOOK_AGAIN)).person_id == one
