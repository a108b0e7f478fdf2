"""Public numbers: short, readable aloud, and of a chance that can be handed in."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.numbers import SIGNS, is_number, public_number, readings


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


@pytest.mark.parametrize(
    "typed",
    [
        "K7WX3QDP",
        "k7wx3qdp",
        " K7WX 3QDP ",
        "k7-wx-3q-dp",
        "К7WХ3QDР",
        "Ｋ７ＷＸ３ＱＤＰ",
        "K٧WX٣QDP",
        "#K7WX3QDP.",
    ],
)
def test_a_number_is_read_however_it_is_typed(typed: str) -> None:
    assert readings(typed) == ("K7WX3QDP",)


def test_look_alikes_are_read_as_what_they_may_have_been() -> None:
    assert readings("K7WX3Q0P")[0] == "K7WX3QDP"
    assert set(readings("KZWX3QDP")) == {"K7WX3QDP"}
    assert "K7WX3QDP" in readings("k7wx8qop".replace("o", "d"))


@pytest.mark.parametrize("typed", ["", "K7WX3QD", "K7WX3QDPP", "0000O0O0", "?" * 8, "x" * 9000])
def test_what_is_no_number_has_no_reading(typed: str) -> None:
    assert readings(typed) == ()


@given(st.text(max_size=40))
def test_whatever_is_typed_is_read_as_numbers_or_as_none(typed: str) -> None:
    found = readings(typed)
    assert len(found) <= 500
    assert all(is_number(one) for one in found)
