"""A nightly run that is stopped in the middle: what it left is done by the next look."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from bot.effects.weigh_answer import weigh_answers
from bot.services import measuring
from bot.services.measuring import running
from storage import schema
from tests.services.builders import A_MUCH, BOTH_BAD, DAY, NOW, TIE, Hall
from tests.services.here import here
from tests.services.test_measuring import crowd

NIGHT = (NOW + DAY).replace(hour=2)


async def test_answers_that_a_stop_left_out_are_made_anew_in_the_same_night(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    turns = (TIE, BOTH_BAD) * 4
    await crowd(hall, turns, turns, turns, (A_MUCH,) * 8)
    pages = 0

    async def stopped(*args: Any, **more: Any) -> None:
        nonlocal pages
        pages += 1
        if pages > 1:
            raise asyncio.CancelledError
        await weigh_answers(*args, **more)

    monkeypatch.setattr(running, "_TASKS", 3)
    monkeypatch.setattr(running, "weigh_answers", stopped)
    with pytest.raises(asyncio.CancelledError):
        await measuring.measure_of_the_night(hall.db, here, now=NIGHT)
    monkeypatch.setattr(running, "weigh_answers", weigh_answers)
    made = [one.at for one in await hall.rows(schema.task_answers)]
    assert sorted(made).count(NIGHT) == 3
    again = NIGHT + timedelta(minutes=10)
    assert await measuring.measure_of_the_night(hall.db, here, now=again) == 1
    assert {one.at for one in await hall.rows(schema.task_answers)} == {again}
    later = again + DAY
    assert await measuring.measure_of_the_night(hall.db, here, now=later) == 0
