"""The main question of a scheme, and what its answers are called."""

import pytest

from bot.domain.main_question import (
    is_ordered,
    label_count,
    label_of,
    main_question,
    parts_of,
    scale_of,
    vote_of,
)
from bot.domain.scheme_body import scheme_from
from bot.domain.schemes import Question, Scheme
from bot.formats.schemes import packaged


def _scheme(name: str) -> Scheme:
    body = packaged(name)
    assert body is not None
    return scheme_from(body)


def _main(name: str) -> tuple[Scheme, Question]:
    scheme = _scheme(name)
    question = main_question(scheme)
    assert question is not None
    return scheme, question


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("pairwise", "preference"), ("ranking", "order"), ("thumbs", "rejected"),
        ("rewrite", "taken"), ("conversation", "overall"), ("ideal", None),
        ("attributes-helpsteer", None), ("factcheck", None), ("flags", None),
    ],
)  # fmt: skip
def test_the_main_question_is_about_the_whole_task_and_not_in_words(
    name: str, found: str | None
) -> None:
    question = main_question(_scheme(name))
    assert (question and question.id) == found


def test_the_same_choice_has_the_same_label_in_any_shown_order() -> None:
    scheme, _ = _main("pairwise")
    assert vote_of(scheme, {"preference": -3}, (0, 1), ("a", "b")) == "-3"
    assert vote_of(scheme, {"preference": 3, "reason": "x"}, (1, 0), ("a", "b")) == "-3"
    assert vote_of(scheme, {"preference": "both_bad"}, (1, 0), ("a", "b")) == "both_bad"
    rewrite, _ = _main("rewrite")
    assert vote_of(rewrite, {"taken": 0}, (1, 0), ("a", "b")) == "b"
    ranking, _ = _main("ranking")
    assert vote_of(ranking, {"order": [0, 2, 1]}, (2, 0, 1), ("a", "b", "c")) == "c>b>a"


def test_an_open_answer_and_a_scheme_without_main_question_have_no_label() -> None:
    scheme, question = _main("pairwise")
    assert vote_of(scheme, {"reason": "x"}, (0, 1), ("a", "b")) is None
    assert label_of(question, {}) is None
    assert vote_of(_scheme("ideal"), {"ideal": "words"}, (), ()) is None


def test_several_options_are_named_in_the_order_of_the_scheme() -> None:
    thumbs = _scheme("thumbs").question("reasons")
    assert label_of(thumbs, {"reasons": ["too_long", "wrong"]}) == "wrong+too_long"


@pytest.mark.parametrize(
    ("name", "responses", "count"),
    [("pairwise", 2, 8), ("ranking", 4, 24), ("rewrite", 3, 3), ("conversation", 0, 5)],
)
def test_how_many_labels_there_can_be(name: str, responses: int, count: int) -> None:
    assert label_count(_main(name)[1], responses) == count


def test_one_option_alone_is_one_label_more() -> None:
    flags = _scheme("flags").questions[0]
    assert label_count(flags, 1) == 2**10 - 1 + 1


def test_numbers_are_a_scale_and_what_stands_beside_them_is_none() -> None:
    _, pairwise = _main("pairwise")
    assert scale_of(pairwise) == (-3, -2, -1, 0, 1, 2, 3)
    assert is_ordered(pairwise)
    assert not is_ordered(_main("thumbs")[1])
    assert not is_ordered(_main("ranking")[1])


def test_a_label_can_be_taken_apart_again() -> None:
    ranking = _main("ranking")[1]
    assert parts_of(ranking, "c>a>b", ("a", "b", "c")) == ["c", "a", "b"]
    # An id may hold the sign that stands between two.
    assert parts_of(ranking, "a>b>a", ("a", "a>b")) == ["a>b", "a"]
    assert parts_of(ranking, "gone>a", ("a", "b")) == ["gone>a"]
    assert parts_of(_main("pairwise")[1], "-3", ("a", "b")) == [-3]
    assert parts_of(_main("rewrite")[1], "b", ("a", "b")) == ["b"]
    reasons = _scheme("thumbs").question("reasons")
    assert parts_of(reasons, "wrong+too_long", ()) == ["wrong", "too_long"]
