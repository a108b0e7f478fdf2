"""A known answer put together by taps: every kind of question, and nothing that cannot be."""

from typing import Any

import pytest

from bot.domain.answering import Answers
from bot.domain.gold_choice import MOST_TAPS, NONE, chosen, form_of_known, replayed, tapped
from bot.domain.refusal import Refused
from bot.domain.schemes import next_question
from tests.domain.test_gold import IDS, SCHEME

KNOWN: dict[str, Any] = {
    "side": -3, "best": "x", "order": ["x", "y"], "tags": ["a"], "help": {"x": 0, "y": 4},
    "why": "so",
}  # fmt: skip
NAMES = IDS[:2]


def made(known: dict[str, Any], taps: str) -> tuple[dict[str, Any], bool]:
    """What the taps make of it, and whether anything is asked still."""
    form = form_of_known(SCHEME, known, NAMES, 0)
    answers = replayed(form, taps)
    whole = next_question(form, answers.values) is None
    return chosen(SCHEME, known, answers, NAMES), whole


@pytest.mark.parametrize(
    ("known", "taps", "answer"),
    [
        ({"side": -3}, ".7", {"side": 3}),
        ({"side": -3}, ".4", {"side": "both_bad"}),
        ({"best": "x"}, ".1", {"best": "y"}),
        ({"order": ["x", "y"]}, ".1", {"order": ["y", "x"]}),
        ({"tags": ["a"]}, ".12-", {"tags": ["b", "c"]}),
        ({"tags": ["a"]}, ".121-", {"tags": ["c"]}),
        ({"help": {"x": 0, "y": 4}}, ".31", {"help": {"x": 3, "y": 1}}),
        ({"help": {"y": 4}}, ".1", {"help": {"y": 1}}),
        ({"five": 3, "why": "so"}, ".0", {"five": 0, "why": "so"}),
    ],
)
def test_any_option_of_a_known_question_can_be_chosen(
    known: dict[str, Any], taps: str, answer: dict[str, Any]
) -> None:
    assert made(known, NONE)[1] is False
    assert made(known, taps) == (answer, True)


def test_each_question_of_it_is_asked_in_turn_and_no_other() -> None:
    form = form_of_known(SCHEME, KNOWN, NAMES, 0)
    assert {one.id for one in form.questions} == {
        "side", "best", "order", "tags", "help:0", "help:1",
    }  # fmt: skip
    answers, asked = Answers(), []
    taps = NONE
    while (due := next_question(form, answers.values)) is not None:
        asked.append(due.id)
        taps = tapped(taps, 0) + ("-" if due.id == "tags" else "")
        answers = replayed(form, taps)
    assert sorted(asked) == sorted(one.id for one in form.questions)


@pytest.mark.parametrize("taps", ["", "0", ".8", ".00", ".-", ".?", ".A", NONE + "0" * MOST_TAPS])
def test_taps_that_cannot_have_been_made_are_refused(taps: str) -> None:
    with pytest.raises(Refused, match="stale-button"):
        made({"side": -3}, taps)
