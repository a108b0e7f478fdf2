"""When a task asks for another rating, and when it is decided."""

import pytest

from bot.domain.overlap import Filled, Step, Sureness, next_step, usual

RULE = Sureness(80, 5)


@pytest.mark.parametrize(
    ("task", "step"),
    [
        (Filled(3, 1, 2, 2, sure=True), Step.wait),
        (Filled(3, 0, 2, 2, sure=True), Step.wait),  # one is in work, or was returned
        (Filled(3, 0, 3, 2, sure=True), Step.wait),
        (Filled(3, 0, 3, 3, sure=True), Step.decide),
        (Filled(3, 0, 3, 0, sure=False), Step.more),
        (Filled(4, 0, 4, 4, sure=False), Step.more),
        (Filled(4, 1, 3, 3, sure=False), Step.wait),
        (Filled(5, 0, 5, 1, sure=False), Step.adjudicate),
        (Filled(6, 0, 6, 6, sure=False), Step.adjudicate),
    ],
)  # fmt: skip
def test_what_is_next_for_a_task(task: Filled, step: Step) -> None:
    assert next_step(task, RULE) is step


def test_without_a_rule_all_accepted_ratings_decide() -> None:
    assert next_step(Filled(3, 0, 3, 3, sure=False), None) is Step.decide
    assert next_step(Filled(3, 0, 3, 2, sure=False), None) is Step.wait


@pytest.mark.parametrize(("overlap", "there"), [(1, False), (2, True), (4, True), (5, False)])
def test_the_rule_of_the_hall_is_for_two_ratings_to_one_less_than_the_most(
    overlap: int, there: bool
) -> None:
    assert usual(overlap, RULE) == (RULE if there else None)
    assert usual(overlap, None) is None


def test_a_rule_is_stored_whole() -> None:
    assert Sureness.from_json(Sureness(90, 4).to_json()) == Sureness(90, 4)
    assert Sureness.from_json(None) is None
