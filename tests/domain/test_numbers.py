"""Public numbers: short, readable aloud, and of a chance that can be handed in."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.numbers import SIGNS, public_number


@given(st.integers())
def test_a_number_has_eight_signs_that_nobody_mistakes(seed: int) -> None:
    number = public_number(Random(seed))
    assert len(number) == 8
    assert set(number) <= set(SIGNS)
    assert not set(number) & set("0O1IL5S2Z8BAEU")


def test_the_same_chance_gives_the_same_number() -> None:
    assert public_number(Random(7)) == public_number(Random(7)) != public_number(Random(8))


def test_numbers_do_not_repeat_by_themselves() -> None:
    assert len({public_number() for _ in range(500)}) == 500
