"""Schemes: what is asked, what may be answered, and the shown order undone."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.answering import check_text
from bot.domain.refusal import Refused
from bot.domain.scheme_body import scheme_from, with_reason
from bot.domain.schemes import (
    Each,
    Question,
    Scheme,
    canonical,
    in_language,
    is_asked,
    next_question,
    without_unasked,
)
from tests.domain.made import PAIRWISE, scheme


def next_id(values: dict[str, Any]) -> str | None:
    question = next_question(scheme(), values)
    return question.id if question else None


@pytest.mark.parametrize(
    ("values", "asked"),
    [
        ({}, "preference"),
        ({"preference": 0}, None),
        ({"preference": 1}, None),
        ({"preference": "both_bad"}, None),
        ({"preference": -3}, "reason"),
        ({"preference": 3, "reason": "It is right."}, None),
    ],
)
def test_a_reason_is_asked_for_when_the_preference_is_strong(
    values: dict[str, Any], asked: str | None
) -> None:
    assert next_id(values) == asked


def test_an_optional_question_is_never_next() -> None:
    body = {"name": "n", "questions": [
        {"id": "note", "kind": "text", "ask": {"en": "?"}, "required": False},
    ]}  # fmt: skip
    made = scheme_from(body)
    assert next_question(made, {}) is None
    assert is_asked(made.questions[0], {})
    assert (made.responses, made.seconds_per_choice) == ((2, 2), 20)


def test_a_changed_answer_silences_what_no_longer_applies() -> None:
    values: dict[str, Any] = {"preference": 0, "reason": "It is right."}
    assert without_unasked(scheme(), values) == {"preference": 0}
    strong: dict[str, Any] = {"preference": 3, "reason": "It is right."}
    assert without_unasked(scheme(), strong) == strong
    assert without_unasked(scheme(), {}) == {}


def test_options_are_counted_through_all_rows() -> None:
    question = scheme().question("preference")
    assert [option.value for option in question.options] == [-3, -1, 0, "both_bad", 3]


def test_an_unknown_question_is_stale() -> None:
    with pytest.raises(Refused, match="stale-button"):
        scheme().question("nowhere")
    assert scheme().at(1).id == "reason"
    for place in (-1, 2):
        with pytest.raises(Refused, match="stale-button"):
            scheme().at(place)


def test_a_text_needs_its_words_and_is_trimmed() -> None:
    reason = scheme().question("reason")
    assert check_text(reason, "  it is right \n") == "it is right"
    with pytest.raises(Refused) as no:
        check_text(reason, " too few ")
    assert (no.value.reason, no.value.facts) == ("too-few-words", {"words": 2, "needed": 3})


@pytest.mark.parametrize(
    ("language", "label"),
    [("ar", "سؤال"), ("ar-EG", "سؤال"), ("pt-BR", "pergunta"), ("pt", "ask"), ("", "ask")],
)
def test_a_label_is_in_the_language_its_parent_or_english(language: str, label: str) -> None:
    labels = {"en": "ask", "ar": "سؤال", "pt-BR": "pergunta"}
    assert in_language(labels, language) == label


@pytest.mark.parametrize(
    ("values", "order", "undone"),
    [
        ({"preference": 3}, (0, 1), {"preference": 3}),
        ({"preference": 3}, (1, 0), {"preference": -3}),
        ({"preference": -1, "reason": "r"}, [1, 0], {"preference": 1, "reason": "r"}),
        ({"preference": 0}, (1, 0), {"preference": 0}),
        ({"preference": "both_bad"}, (1, 0), {"preference": "both_bad"}),
        ({}, (1, 0), {}),
    ],
)
def test_the_shown_order_is_undone(
    values: dict[str, Any], order: tuple[int, ...], undone: dict[str, Any]
) -> None:
    assert canonical(scheme(), values, order) == undone


@given(st.integers(-3, 3), st.sampled_from([(0, 1), (1, 0)]))
def test_undoing_the_order_twice_changes_nothing(value: int, order: tuple[int, int]) -> None:
    values = {"preference": value}
    assert canonical(scheme(), canonical(scheme(), values, order), order) == values


@pytest.mark.parametrize(
    ("reason", "weak", "strong"),
    [("never", None, None), ("always", "reason", "reason"), ("strong", None, "reason")],
)
def test_a_project_asks_for_reasons_never_always_or_when_strong(
    reason: str, weak: str | None, strong: str | None
) -> None:
    before: dict[str, Any] = {**PAIRWISE, "questions": [dict(q) for q in PAIRWISE["questions"]]}
    made = scheme_from(with_reason(PAIRWISE, reason))
    for value, asked in ((0, weak), (3, strong)):
        question = next_question(made, {"preference": value})
        assert (question.id if question else None) == asked
    assert before == PAIRWISE


@pytest.mark.parametrize(
    ("steps", "rows"), [(2, [2]), (7, [7]), (8, [4, 4]), (9, [5, 4]), (11, [6, 5])]
)
def test_a_scale_stands_in_rows_that_a_phone_can_show(steps: int, rows: list[int]) -> None:
    body = {"name": "n", "questions": [
        {"id": "q", "kind": "scale", "ask": {"en": "?"}, "from": -1, "to": steps - 2,
         "says": {"-1": {"en": "low"}}},
    ]}  # fmt: skip
    question = scheme_from(body).questions[0]
    assert [len(row) for row in question.rows] == rows
    assert [one.value for one in question.options] == list(range(-1, steps - 1))
    assert (question.kind, question.options[0].says) == ("choice", {"en": "low"})


def turned(least: int, most: int, *, turns: bool = False) -> Scheme:
    each = Each.turn if turns else None
    return Scheme("n", (least, most), (Question("q", "choice", {"en": "?"}, each=each),))


@pytest.mark.parametrize(
    ("before", "after", "fits"),
    [
        (turned(2, 2), turned(2, 2), True),
        (turned(2, 2), turned(1, 5), True),
        (turned(2, 2), turned(3, 5), False),
        (turned(2, 3), turned(1, 2), False),
        (turned(0, 0), turned(0, 0, turns=True), False),
        (turned(0, 0, turns=True), turned(0, 0), True),
        (turned(0, 0, turns=True), turned(0, 1, turns=True), True),
    ],
)
def test_a_scheme_takes_the_tasks_of_one_that_asks_for_no_less(
    before: Scheme, after: Scheme, fits: bool
) -> None:
    assert after.takes_tasks_of(before) is fits
