"""How far models disagree on a task, before anybody rated it."""

from typing import Any

import pytest

from bot.domain.main_question import main_question
from bot.domain.predictions import disagreement
from bot.domain.scheme_body import scheme_from
from bot.formats.schemes import packaged


def _models(question: str, *said: Any) -> list[dict[str, Any]]:
    return [{"model": f"m{n}", "values": {question: one}} for n, one in enumerate(said)]


def _disagreement(name: str, *said: Any) -> int:
    body = packaged(name)
    assert body is not None
    question = main_question(scheme_from(body))
    assert question is not None
    return disagreement(question, _models(question.id, *said))


@pytest.mark.parametrize(
    ("said", "found"),
    [((), 0), ((1,), 0), ((1, 1), 0), ((1, 2), 127), ((1, 1, 2), 85), ((1, 2, 3), 127),
     ((1, None), 0), ((1, "1"), 0), (("both_bad", 1), 127)],
)  # fmt: skip
def test_it_is_the_part_of_pairs_that_differ(said: tuple[Any, ...], found: int) -> None:
    assert _disagreement("pairwise", *said) == found


def test_rankings_and_what_is_no_answer_are_compared_as_they_are() -> None:
    assert _disagreement("ranking", ["a", "b"], ["a", "b"]) == 0
    assert _disagreement("ranking", ["a", "b"], ["b", "a"]) == 127
    assert _disagreement("ranking", ["a", "b"], {"odd": [1]}, [[1], None]) == 127


def test_without_a_main_question_or_values_nothing_is_known() -> None:
    assert disagreement(None, _models("ideal", "x", "y")) == 0
    body = packaged("pairwise")
    assert body is not None
    question = main_question(scheme_from(body))
    assert disagreement(question, [{"model": "m"}, {"values": [1]}]) == 0
