"""Known answers as rules: how many, which, what is right, and when one is doubted."""

from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.gold import (
    USED,
    Answered,
    agreed,
    answer_of,
    as_shown,
    choose,
    comes_up,
    how_many,
    is_doubted,
    is_right,
    is_same,
    mixed,
    share_of,
    smoothed,
    used_more,
)
from bot.domain.rules import GoldRules
from bot.domain.schemes import Each, Option, Question, QuestionKind, Scheme

ASK = {"en": "?"}
IDS = ("x", "y", "z")


def choice(name: str, *values: int | str, **more: Any) -> Question:
    row = tuple(Option(value, {"en": str(value)}) for value in values)
    return Question(name, QuestionKind.choice, ASK, rows=(row,), **more)


SCHEME = Scheme(
    "all", (2, 3),
    (
        choice("side", -3, -2, -1, 0, "both_bad", 1, 2, 3, mirror=True),
        choice("five", 0, 1, 2, 3, 4),
        choice("three", 0, 1, 2),
        Question("best", QuestionKind.pick, ASK),
        Question("order", QuestionKind.rank, ASK),
        Question("tags", QuestionKind.many, ASK, rows=choice("", "a", "b", "c").rows),
        choice("help", 0, 1, 2, 3, 4, each=Each.response),
        Question("why", QuestionKind.text, ASK),
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("known", "answer", "right"),
    [
        ({"side": -3}, {"side": -1}, True),
        ({"side": 1}, {"side": -1}, False),
        ({"side": 0}, {"side": 1}, False),
        ({"side": "both_bad"}, {"side": 0}, False),
        ({"side": "both_bad"}, {"side": "both_bad"}, True),
        ({"five": 3}, {"five": 4}, True),
        ({"five": 2}, {"five": 4}, False),
        ({"three": 1}, {"three": 2}, False),
        ({"best": "x"}, {"best": "x"}, True),
        ({"best": "x"}, {"best": "y"}, False),
        ({"order": ["x", "y"]}, {"order": ["y", "x"]}, False),
        ({"tags": ["a", "b"]}, {"tags": ["b", "a"]}, True),
        ({"tags": ["a"]}, {"tags": ["a", "b"]}, False),
        ({"help": {"x": 1, "y": 4}}, {"help": {"x": 2, "y": 3, "z": 0}}, True),
        ({"help": {"x": 1, "y": 4}}, {"help": {"x": 2}}, False),
        ({"five": 3, "best": "x"}, {"five": 3}, False),
        ({"five": 3, "why": "so"}, {"five": 3}, True),
        ({"why": "so"}, {"why": "so"}, None),
        ({"help": {"x": 1}}, {"help": 1}, False),
    ],
)
def test_what_is_right(known: dict[str, Any], answer: dict[str, Any], right: bool | None) -> None:
    assert is_right(SCHEME, known, answer) is right


@given(st.permutations([0, 1]), st.sampled_from([-3, -1, 0, 2]), st.sampled_from(["x", "y"]))
def test_a_known_answer_shown_is_the_known_answer_again(
    order: list[int], side: int, best: str
) -> None:
    names = IDS[:2]
    rest = [one for one in names if one != best]
    known = {"side": side, "best": best, "order": [best, *rest], "help": {"x": 0, "y": 4},
             "tags": ["a"]}  # fmt: skip
    shown = as_shown(SCHEME, known, order, names)
    assert answer_of(SCHEME, shown, order, names) == known
    assert is_right(SCHEME, known, answer_of(SCHEME, shown, order, names)) is True


@given(st.integers(1, 20), st.floats(0, 0.5), st.integers())
def test_a_job_has_about_its_share_and_a_real_task_at_least(
    tasks: int, share: float, seed: int
) -> None:
    count = how_many(tasks, share, Random(seed))
    assert 0 <= count <= tasks - 1
    assert abs(count - tasks * share) < 1 or count == tasks - 1


def test_chance_gives_a_job_of_one_task_its_share() -> None:
    random = Random(1)
    assert 150 < sum(comes_up(0.2, random) for _ in range(1000)) < 250
    assert not any(comes_up(0, random) for _ in range(100))


def test_the_share_goes_by_tier() -> None:
    assert [share_of(tier, 60, 20, 5) for tier in (None, 0, 59, 60, 99)] == [
        0.2, 0.2, 0.2, 0.05, 0.05,
    ]  # fmt: skip


def test_what_was_given_least_comes_first_and_chance_breaks_ties() -> None:
    ranks = {1: used_more(1), 2: 2, 3: 3, 4: 4}
    seen = {tuple(choose(ranks, 2, Random(seed))) for seed in range(40)}
    assert len(seen) > 3
    assert not any(1 in one for one in seen)
    assert choose(ranks, 4, Random(1))[-1] == 1
    assert used_more(7) - 7 == USED


def test_a_known_one_stands_anywhere_and_the_rest_keeps_its_order() -> None:
    found = {tuple(mixed([1, 2, 3], [9], Random(seed))) for seed in range(60)}
    assert found == {(9, 1, 2, 3), (1, 9, 2, 3), (1, 2, 9, 3), (1, 2, 3, 9)}


def test_accuracy_begins_in_the_middle() -> None:
    assert (smoothed(0, 0), smoothed(1, 1), smoothed(9, 9)) == (0.5, 0.75, 0.95)


@pytest.mark.parametrize(
    ("right", "missed", "elsewhere", "doubted"),
    [
        (2, 3, (3, 3), True),
        (2, 2, (3, 3), False),
        (3, 3, (3, 3), False),
        (0, 9, (1, 3), False),
        (0, 5, (0, 0), False),
    ],
)
def test_good_raters_bring_a_known_answer_into_doubt(
    right: int, missed: int, elsewhere: tuple[int, int], doubted: bool
) -> None:
    answers = [Answered(True, elsewhere)] * right + [Answered(False, elsewhere)] * missed
    assert is_doubted(answers, GoldRules()) is doubted


def test_two_answers_are_the_same_on_one_side_a_step_apart_and_in_other_words() -> None:
    one = {"side": -3, "five": 2, "tags": ["a", "b"], "why": "It is shorter."}
    assert is_same(SCHEME, one, {"side": -1, "five": 3, "tags": ["b", "a"]})
    for other in ({"side": 1}, {"five": 4}, {"tags": ["a"]}, {"three": 1}):
        assert not is_same(SCHEME, one, one | other)
    assert not is_same(SCHEME, one, {"side": -3, "five": 2})


def test_a_small_hall_doubts_with_fewer_raters_and_a_strict_one_with_better_ones() -> None:
    answers = [Answered(False, (3, 3))] * 3
    assert not is_doubted(answers, GoldRules())
    assert is_doubted(answers, GoldRules(doubt_answers=3))
    assert not is_doubted(answers, GoldRules(doubt_answers=3, doubt_percent=90))


def test_only_full_agreement_makes_a_known_answer() -> None:
    one = {"five": 3, "why": "a"}
    assert agreed(SCHEME, [one]) is None
    assert agreed(SCHEME, [one, {"five": 3, "why": "b"}]) == {"five": 3}
    assert agreed(SCHEME, [one, {"five": 4}]) is None
    assert agreed(SCHEME, [{"why": "a"}, {"why": "a"}]) is None
