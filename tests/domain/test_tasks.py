"""Tasks: the order of the queue, the order of the answers, what is stored."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.tasks import (
    Content,
    Response,
    Turn,
    in_order,
    is_pulled_by,
    rank,
    shuffled_order,
)

facts = st.tuples(
    st.integers(0, 127), st.integers(-512, 511), st.integers(0, 127), st.integers(0, 2**39 - 1)
)


def place(fact: tuple[int, int, int, int]) -> int:
    slots, priority, disagreement, sequence = fact
    return rank(
        slots_missing=slots, priority=priority, disagreement=disagreement, sequence=sequence
    )


@given(facts, facts)
def test_the_queue_is_slots_then_priority_then_disagreement_then_import(
    one: tuple[int, int, int, int], other: tuple[int, int, int, int]
) -> None:
    order = [(slots, -priority, -differ, seq) for slots, priority, differ, seq in (one, other)]
    assert (place(one) < place(other)) == (order[0] < order[1])


@given(st.integers(), st.integers(), st.integers(), st.integers(0))
def test_a_rank_fits_a_signed_64_bit_column_whatever_comes_in(
    slots: int, priority: int, disagreement: int, sequence: int
) -> None:
    assert 0 <= place((slots, priority, disagreement, sequence)) < 2**63


@given(st.integers(0, 6), st.integers())
def test_a_shown_order_is_a_permutation_and_shows_every_answer_once(count: int, seed: int) -> None:
    order = shuffled_order(count, Random(seed))
    assert sorted(order) == list(range(count))
    responses = [Response(str(n), f"text {n}") for n in range(count)]
    shown = in_order(responses, order)
    assert [item.id for item in shown] == [str(n) for n in order]


def test_both_orders_of_a_pair_come_up() -> None:
    assert {shuffled_order(2, Random(seed)) for seed in range(20)} == {(0, 1), (1, 0)}


texts = st.text(max_size=20)


@given(
    st.lists(st.tuples(st.sampled_from(["user", "assistant", "system"]), texts), max_size=3),
    st.lists(st.tuples(texts, texts, st.none() | texts), max_size=3),
    st.none() | texts,
)
def test_stored_content_comes_back_as_it_was(
    turns: list[tuple[str, str]],
    responses: list[tuple[str, str, str | None]],
    context: str | None,
) -> None:
    made = Content(
        tuple(Turn(*turn) for turn in turns), tuple(Response(*one) for one in responses), context
    )
    assert Content.from_json(made.to_json()) == made


@pytest.mark.parametrize(("skips", "pulled"), [(4, False), (5, True), (6, True)])
def test_so_many_different_skips_pull_a_task(skips: int, pulled: bool) -> None:
    assert is_pulled_by(skips, 5) is pulled
