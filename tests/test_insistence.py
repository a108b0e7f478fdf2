"""Doing things anew, and one after the other, whatever becomes of one of them."""

import pytest

from bot.domain.refusal import Contended
from bot.insistence import TRIES, each, insistently


async def test_what_met_another_is_done_anew() -> None:
    tries = []

    async def work() -> str:
        tries.append(1)
        if len(tries) < TRIES:
            raise Contended("another")
        return "done"

    assert await insistently(work) == "done"
    assert len(tries) == TRIES


async def test_one_that_fails_holds_up_none_of_the_others() -> None:
    done = []

    async def work(item: int) -> int:
        if item == 2:
            raise ValueError("two")
        done.append(item)
        return 1

    with pytest.raises(ValueError, match="two"):
        await each([1, 2, 3], work)
    assert done == [1, 3]
    assert await each([4, 5], work) == 2
