"""Tiers follow what is decided about a known answer within minutes, person by person."""

from typing import Any

import pytest

from bot.domain.people import Role
from bot.domain.rules import GoldRules, ReviewRules, Rules
from bot.effects.retier import retier
from bot.services import gold, reviews, tiers
from storage import gold_followed, schema
from tests.services.builders import DAY, MINUTE, NOW, TIE, Hall, item
from tests.services.test_gold import rate_as

SIZE = 10
ALL = Rules(gold=GoldRules(50, 50), reviews=ReviewRules(gold_percent=0))
NIGHT = (NOW + 5 * DAY).replace(hour=5)
# 10 of 20 in the middle, and of one known answer nothing.
MISSED, NONE = 43, 50


async def tiered(hall: Hall, people: int) -> tuple[int, int]:
    """So many people with a tier who missed one known answer: the task, and a coordinator."""
    await hall.project(tasks=SIZE, overlap=people, tasks_per_job=SIZE)
    await hall.publish("pairs", item("known", gold={"preference": -2}))
    call = await hall.call()
    for person in await hall.people(people):
        job = (await hall.try_claim(call, person, rules=ALL)).job
        assert job is not None
        await rate_as(hall, job, {}, TIE, rules=ALL)
    await reviews.accept_overdue(hall.db, now=NOW + 4 * DAY)
    await tiers.recompute(hall.db, now=NIGHT)
    (task,) = await hall.rows(schema.tasks, schema.tasks.c.gold.is_not(None))
    return task.id, await hall.person("Cora", roles=(Role.coordinator,))


async def found(hall: Hall) -> list[int]:
    return [row.tier for row in await hall.rows(schema.tiers)]


async def decide(hall: Hall, act: Any, task: int, by: int, *, minutes: int) -> int:
    """Decide, and let the sweep look a minute later; returns how many tiers changed."""
    now = NIGHT + minutes * MINUTE
    await act(hall.db, task, by=by, cause=hall.cause(), now=now)
    before = await found(hall)
    changed = await tiers.follow_gold(hall.db, now=now + MINUTE)
    assert (before != await found(hall)) == (changed > 0)
    return changed


async def test_all_who_answered_a_known_answer_have_their_tier_within_minutes(hall: Hall) -> None:
    task, cora = await tiered(hall, 2)
    assert await found(hall) == [MISSED] * 2
    assert await decide(hall, gold.suspend, task, cora, minutes=1) == 2
    assert await found(hall) == [NONE] * 2
    assert await decide(hall, gold.keep, task, cora, minutes=5) == 2
    assert await found(hall) == [MISSED] * 2
    assert await decide(hall, gold.suspend, task, cora, minutes=10) == 2
    # What fell counts for nothing, as what was suspended did.
    assert await decide(hall, gold.withdraw, task, cora, minutes=15) == 0
    assert await found(hall) == [NONE] * 2


async def test_what_is_copied_by_the_hundred_hides_no_decision(hall: Hall) -> None:
    task, cora = await tiered(hall, 1)
    await gold.suspend(hall.db, task, by=cora, cause=hall.cause(), now=NIGHT)
    copied = [
        {"task_id": task, "by_id": cora, "act": "copied", "at": NIGHT + MINUTE} for _ in range(600)
    ]
    async with hall.db.begin() as tx:
        await tx.execute(schema.gold_decisions.insert(), copied)
    assert await tiers.follow_gold(hall.db, now=NIGHT + 2 * MINUTE) == 1
    assert await found(hall) == [NONE]
    # What was followed is not looked at again.
    async with hall.db.read() as tx:
        assert await gold_followed.due(tx, NOW) == []


async def test_one_that_cannot_be_computed_holds_up_no_other_and_comes_again(
    hall: Hall, monkeypatch: Any
) -> None:
    task, cora = await tiered(hall, 2)
    first, second = [row.person_id for row in await hall.rows(schema.tiers)]
    await gold.suspend(hall.db, task, by=cora, cause=hall.cause(), now=NIGHT)
    broken = True

    async def sometimes(tx: Any, person_id: int, **more: Any) -> None:
        if broken and person_id == first:
            raise RuntimeError("out of order")
        await retier(tx, person_id, **more)

    monkeypatch.setattr("bot.services.tiers.anew.retier", sometimes)
    with pytest.raises(RuntimeError):
        await tiers.follow_gold(hall.db, now=NIGHT + MINUTE)
    assert await found(hall) == [MISSED, NONE]
    broken = False
    assert await tiers.follow_gold(hall.db, now=NIGHT + 2 * MINUTE) == 1
    assert {row.person_id: row.tier for row in await hall.rows(schema.tiers)} == {
        first: NONE, second: NONE,
    }  # fmt: skip
