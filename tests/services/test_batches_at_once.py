"""Clients, coordinators, admins and the clock at the same batch: each line has one effect."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from itertools import cycle, islice
from random import Random
from typing import Any

import pytest

from bot.domain.ledger import Account
from bot.domain.people import Role
from bot.domain.refusal import Refused
from bot.domain.rules import PayRules
from bot.insistence import insistently
from bot.services import batches, reviews
from storage import ledger, schema
from tests.invariants import broken
from tests.services.batch_acts import ACCEPTED, Delivery, delivered, rated
from tests.services.builders import DAY, NOW, SECOND, Hall

SILENCE = NOW + 10 * DAY
LAST = SILENCE - SECOND


async def tried(act: Callable[[], Awaitable[Any]]) -> Any:
    """What comes of it, as the intake does it; the reason of a polite no."""
    try:
        return await insistently(act)
    except Refused as no:
        return no.reason


async def together(*acts: Callable[[], Awaitable[Any]]) -> list[Any]:
    return list(await asyncio.gather(*(tried(act) for act in acts)))


async def owed(made: Delivery, account: Account) -> int:
    async with made.hall.db.read() as tx:
        every = [await ledger.balances(tx, account, one) for one in made.raters]
    return sum(money.minor for found in every for money in found)


async def confirmed_entries(made: Delivery) -> int:
    """How often money became payable, over all lines."""
    found = await made.hall.rows(schema.entries, schema.entries.c.movement == "confirmed")
    return len(found)


async def test_a_yes_and_a_no_to_one_line_at_once_leave_one_of_them(hall: Hall) -> None:
    made = await delivered(hall, tasks=10)
    free = PayRules(held_percent=100, held_lines=100)
    for line in await made.lines():
        number = line.number
        got = await together(
            partial(made.confirm, number), partial(made.refuse, number, rules=free),
            partial(made.refuse, number, rules=free), made.confirm_all,
        )  # fmt: skip
        assert sum(isinstance(one, str) for one in got) >= 2
    assert {line.state for line in await made.lines()} == {"confirmed"}
    refused = {line.id for line in await made.lines() if line.client == "refused"}
    assert {one.line_id for one in await made.refusals() if one.state == "applied"} == refused
    assert await confirmed_entries(made) == 10
    assert await owed(made, Account.payable) == 400
    assert await broken(hall.db) == []


async def test_confirm_all_and_the_clock_confirm_each_line_once(hall: Hall) -> None:
    made = await delivered(hall, tasks=20, people=3)
    sweep = partial(batches.confirm_overdue, hall.db, now=SILENCE)
    yes = partial(made.confirm_all, now=LAST)
    await together(*islice(cycle((yes, sweep)), 4))
    states = {(line.state, line.client) for line in await made.lines()}
    assert states <= {("confirmed", "confirmed"), ("confirmed", "silent")}
    assert await confirmed_entries(made) == 60
    assert await owed(made, Account.payable) == 60 * 40
    assert (await made.stored()).state == "confirmed"
    assert await broken(hall.db) == []


async def test_a_no_and_the_clock_never_both_count(hall: Hall) -> None:
    made = await delivered(hall, tasks=10)
    free = PayRules(held_percent=100, held_lines=100)
    acts = [partial(made.refuse, one.number, now=LAST, rules=free) for one in await made.lines()]
    sweeps = [partial(batches.confirm_overdue, hall.db, now=SILENCE)] * 3
    got = await together(*acts[:5], *sweeps, *acts[5:])
    refused = sum(one is False for one in got)
    said = [line.client for line in await made.lines()]
    assert (said.count("refused"), said.count("silent")) == (refused, 10 - refused)
    assert len(await made.refusals()) == refused
    assert await confirmed_entries(made) == 10


async def test_two_admins_who_approve_at_once_approve_once(hall: Hall) -> None:
    made = await delivered(hall, tasks=10)
    for line in await made.lines():
        await tried(partial(made.refuse, line.number))
    held = [one for one in await made.refusals() if one.state == "held"]
    assert len(held) == 9
    other = await hall.person("Other", roles=(Role.admin,))
    one = held[0].number
    got = await together(
        made.decide_all, partial(made.decide_all, by=other),
        partial(made.decide_all, approve=False, by=other),
        partial(batches.decide_one, hall.db, refusal=one, approve=True, by=other,
                cause=hall.cause(), now=ACCEPTED),
    )  # fmt: skip
    assert "refusals-decided" in got
    decided = [one for one in await made.refusals() if one.id in {two.id for two in held}]
    assert {one.state for one in decided} <= {"applied", "dismissed"}
    applied = sum(one.state == "applied" for one in decided)
    assert len(await hall.acts("refusal-applied")) == applied + 1
    assert len(await hall.acts("refusal-dismissed")) == 9 - applied
    assert await confirmed_entries(made) == applied + 1


async def test_an_approval_and_the_clock_never_both_count(hall: Hall) -> None:
    made = await delivered(hall, tasks=10)
    for line in await made.lines():
        await tried(partial(made.refuse, line.number))
    await together(
        partial(made.decide_all, now=LAST), partial(batches.confirm_overdue, hall.db, now=SILENCE)
    )
    await batches.confirm_overdue(hall.db, now=SILENCE)
    states = {one.line_id: one.state for one in await made.refusals()}
    for line in await made.lines():
        assert (line.client, states[line.id]) in (("refused", "applied"), ("silent", "lapsed"))
    assert await confirmed_entries(made) == 10


async def test_a_verdict_and_a_delivery_at_once_leave_the_slots_true(hall: Hall) -> None:
    made = await rated(hall, tasks=10, people=2)
    await together(
        partial(made.deliver, now=ACCEPTED), partial(made.deliver, now=ACCEPTED),
        partial(reviews.accept_overdue, hall.db, now=ACCEPTED),
        partial(batches.confirm_overdue, hall.db, now=SILENCE),
    )  # fmt: skip
    assert len(await hall.acts("batch-delivered")) == 1
    assert len(await hall.notices("batch_delivered")) == 1
    assert await broken(hall.db) == []


async def test_refusals_over_the_bound_move_nothing_whoever_is_quick(hall: Hall) -> None:
    made = await delivered(hall, tasks=20, people=2)
    numbers = [line.number for line in await made.lines()]
    got = await together(*(partial(made.refuse, number) for number in numbers))
    assert (got.count(False), got.count(True)) == (4, 36)
    assert await confirmed_entries(made) == 4
    assert len(await hall.notices("refusals_held")) == 1


@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_nothing_over_the_bound_ever_counts_without_a_named_admin(
    hall: Hall, seed: int
) -> None:
    random = Random(seed)
    made = await delivered(hall, tasks=20, people=2)
    numbers = [line.number for line in await made.lines()]
    for _ in range(12):
        some = random.sample(numbers, random.randint(1, 6))
        acts: list[Callable[[], Awaitable[Any]]] = [partial(made.refuse, one) for one in some]
        acts += [partial(made.confirm, random.choice(numbers))]
        acts += random.sample(
            [made.decide_all, partial(made.decide_all, approve=False)], random.randint(0, 1)
        )
        random.shuffle(acts)
        await together(*acts)
        counted = [one for one in await made.refusals() if one.state == "applied"]
        assert sum(one.decided_by is None for one in counted) <= 4
        refused = sum(line.client == "refused" for line in await made.lines())
        assert refused == len(counted)
        named = {one.decided_by for one in counted} - {None}
        assert named <= {made.admin}
    assert await broken(hall.db) == []
