"""Draws: hands go up while the window is open, and each is answered once, in the right order."""

from datetime import datetime, timedelta
from random import Random
from typing import Any

import pytest

from bot.domain.calls import Call
from bot.domain.draws import DrawState, HandState, NewDraw, pledge
from bot.domain.people import Arrival, Role, Standing
from bot.domain.refusal import Refused
from bot.services import calls, claims, waiting
from storage import schema
from tests.services.builders import MINUTE, NOW, RULES, SECOND, Hall

SEED = "5eed"
OVER = NOW + 60 * SECOND


async def drawn(hall: Hall, *, places: int = 2, limit: int | None = None) -> Call:
    """A call with so many jobs of one task, as a draw of 60 seconds, whose card stands."""
    await hall.project(tasks=places, overlap=1, tasks_per_job=1)
    group = await hall.group()
    call = await hall.call(limit=limit, groups=(group,), draw=NewDraw(60, SEED))
    await stands(hall)
    return call


async def stands(hall: Hall) -> None:
    for card in await hall.notices("call_card"):
        await hall.change(schema.notices, card.id, state="sent", message_id=77)
        await hall.change(schema.call_posts, card.args["post_id"], message_id=77)


async def sweep(hall: Hall, now: datetime = OVER) -> int:
    return await claims.draw_due(hall.db, now=now, rules=RULES, random=Random(1))


async def hands(hall: Hall) -> dict[int, str]:
    return {row.person_id: row.state for row in await hall.rows(schema.hands)}


async def test_a_hand_goes_up_once_and_gives_no_job_yet(hall: Hall) -> None:
    call = await drawn(hall)
    ada = await hall.person()
    first = await hall.try_claim(call, ada)
    again = await hall.try_claim(call, ada, now=NOW + SECOND)
    assert (first.job, first.draw_until, first.again) == (None, OVER, False)
    assert (again.draw_until, again.again) == (OVER, True)
    assert len(await hall.acts("hand-up")) == 1
    assert await sweep(hall, NOW + 59 * SECOND) == 0
    assert await hands(hall) == {ada: HandState.up}


async def test_who_may_not_claim_puts_up_no_hand(hall: Hall) -> None:
    call = await drawn(hall)
    with pytest.raises(Refused, match="paused"):
        await hall.try_claim(call, await hall.person(pause="own", paused_until=NOW + MINUTE))
    with pytest.raises(Refused, match="standing-suspended"):
        await hall.try_claim(
            call, await hall.person(standing=Standing.suspended, arrival=Arrival.consent)
        )
    assert await hands(hall) == {}


async def test_the_list_goes_first_then_lots_and_the_rest_is_listed(hall: Hall) -> None:
    call = await drawn(hall, places=3)
    crowd = await hall.people(8)
    for person in (crowd[6], crowd[4]):
        await waiting.sign_on(
            hall.db, person_id=person, hours=2, cause=hall.cause(), now=NOW - MINUTE
        )
    for person in crowd:
        await hall.try_claim(call, person, now=NOW + SECOND)
    await sweep(hall)
    found = await hands(hall)
    winners = [person for person, state in found.items() if state == HandState.job]
    assert len(winners) == 3
    assert {crowd[6], crowd[4]} <= set(winners)
    assert sorted(found.values()) == ["job"] * 3 + ["listed"] * 5
    told = await hall.notices("draw_missed")
    assert [one.args["place"] for one in told] == [1, 2, 3, 4, 5]
    assert not any(one.sound for one in told)
    won = await hall.notices("draw_won")
    assert {one.person_id for one in won} == set(winners)
    assert all(one.sound for one in won)


async def test_who_signed_on_during_the_draw_gains_nothing(hall: Hall) -> None:
    call = await drawn(hall, places=1)
    late, early = await hall.people(2)
    await waiting.sign_on(hall.db, person_id=early, hours=1, cause=hall.cause(), now=NOW - SECOND)
    for person in (late, early):
        await hall.try_claim(call, person, now=NOW + SECOND)
    await waiting.sign_on(hall.db, person_id=late, hours=8, cause=hall.cause(), now=NOW + SECOND)
    await sweep(hall)
    assert await hands(hall) == {late: HandState.listed, early: HandState.job}


async def test_the_draw_can_be_checked_in_the_journal(hall: Hall) -> None:
    call = await drawn(hall)
    await hall.try_claim(call, await hall.person())
    (posted,) = await hall.acts("call-posted")
    assert posted.after["draw"]["seed-sha256"] == pledge(SEED)
    assert SEED not in str(posted.after)
    await sweep(hall)
    (closed,) = await hall.acts("draw-closed")
    assert (closed.after["seed"], closed.after["hands"]) == (SEED, 1)


async def test_after_the_draw_what_is_left_goes_to_who_comes_first(hall: Hall) -> None:
    call = await drawn(hall, places=3)
    await hall.try_claim(call, await hall.person())
    with pytest.raises(Refused, match="draw-over"):
        await hall.try_claim(call, await hall.person(), now=OVER)
    await sweep(hall)
    assert (await hall.rows(schema.draws))[0].state == DrawState.done
    assert (await hall.notices("call_card"))[-1].edits == 77
    assert (await hall.try_claim(call, await hall.person(), now=OVER)).job
    before = await hall.census()
    assert await sweep(hall, OVER + MINUTE) == 0
    assert await hall.census() == before


async def test_a_newcomer_who_is_drawn_gets_a_place_held(hall: Hall) -> None:
    call = await drawn(hall, places=1)
    new = await hall.person(arrival=Arrival.consent)
    tap = await hall.try_claim(call, new)
    assert (tap.draw_until, tap.arrived) == (OVER, False)
    await sweep(hall)
    assert await hands(hall) == {new: HandState.held}
    (told,) = await hall.notices("draw_held")
    assert told.sound
    assert told.expires_at == OVER + 10 * MINUTE
    await hall.change(schema.people, new, arrival=Arrival.zone)
    done = await claims.finish_arrival(
        hall.db, person_id=new, zone="UTC", cause=hall.cause(), now=OVER + MINUTE, rules=RULES,
        random=Random(1),
    )  # fmt: skip
    assert done.job


async def test_a_right_that_was_lost_meanwhile_is_told_and_the_place_goes_on(hall: Hall) -> None:
    call = await drawn(hall, places=1)
    paused, other = await hall.people(2)
    for person in (paused, other):
        await hall.try_claim(call, person)
    await hall.change(schema.people, paused, pause="own", paused_until=NOW + timedelta(hours=1))
    await sweep(hall)
    assert await hands(hall) == {paused: HandState.refused, other: HandState.job}
    (told,) = await hall.notices("draw_refused")
    assert (told.person_id, told.args["reason"]) == (paused, "paused")


async def test_a_limit_and_a_closed_call_bind_the_draw_as_well(hall: Hall) -> None:
    call = await drawn(hall, places=5, limit=2)
    for person in await hall.people(4):
        await hall.try_claim(call, person)
    await sweep(hall)
    assert sorted((await hands(hall)).values()) == ["job", "job", "listed", "listed"]


async def test_hands_in_a_call_that_was_closed_are_answered_too(hall: Hall) -> None:
    call = await drawn(hall)
    boss = await hall.person(roles=(Role.coordinator,))
    ada = await hall.person()
    await hall.try_claim(call, ada)
    await calls.close_call(hall.db, number=call.number, by=boss, cause=hall.cause(), now=NOW)
    await sweep(hall)
    assert await hands(hall) == {ada: HandState.listed}


class DiesAtTheThird(Random):
    """Chance in a process that ends while the third job is being made."""

    jobs = 0

    def shuffle(self, x: Any) -> None:
        """Shuffle, or end."""
        self.jobs += 1
        if self.jobs == 3:
            raise OSError("the process ends here")
        super().shuffle(x)


async def test_a_draw_that_broke_off_in_the_middle_goes_on_in_the_same_order(hall: Hall) -> None:
    call = await drawn(hall, places=3)
    for person in await hall.people(5):
        await hall.try_claim(call, person)
    with pytest.raises(OSError, match="ends here"):
        await claims.draw_due(hall.db, now=OVER, rules=RULES, random=DiesAtTheThird(1))
    turns = {row.person_id: row.turn for row in await hall.rows(schema.hands)}
    assert sorted((await hands(hall)).values()) == ["job", "job", "up", "up", "up"]
    with pytest.raises(Refused, match="draw-over"):
        await hall.try_claim(call, await hall.person(), now=OVER)
    await sweep(hall, OVER + MINUTE)
    assert sorted((await hands(hall)).values()) == ["job", "job", "job", "listed", "listed"]
    assert {row.person_id: row.turn for row in await hall.rows(schema.hands)} == turns
    assert len(await hall.notices("draw_missed")) == 2
    assert len(await hall.notices("draw_won")) == 3


async def test_a_draw_waits_for_its_first_card(hall: Hall) -> None:
    await hall.project(tasks=2, overlap=1, tasks_per_job=1)
    await hall.call(groups=(await hall.group(),), draw=NewDraw(60, SEED))
    assert await sweep(hall, OVER + MINUTE) == 0
    await stands(hall)
    assert await sweep(hall, OVER + MINUTE) == 1


async def test_from_the_private_chat_the_hand_goes_up_as_well(hall: Hall) -> None:
    await drawn(hall)
    ada = await hall.person()
    tap = await claims.claim_open(
        hall.db, project_key="pairs", person_id=ada, cause=hall.cause(), now=NOW, rules=RULES,
        random=Random(1),
    )  # fmt: skip
    assert tap.draw_until == OVER
    assert await claims.hands_of(hall.db, ada) == OVER
