"""Answering: what each tap and message makes of the answers, for every kind of question."""

from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.answering import (
    Answers,
    check_text,
    close,
    count_words,
    missing,
    restart,
    tap,
    worded,
)
from bot.domain.ratings import form_for, text_of
from bot.domain.refusal import Refused
from bot.domain.schemes import (
    Condition,
    Each,
    Option,
    Question,
    QuestionKind,
    Scheme,
    canonical,
    exported,
    form_of,
    is_asked,
    next_question,
    spoken,
)
from tests.domain.made import assignment


def options(*values: int | str, alone: str = "") -> tuple[tuple[Option, ...], ...]:
    return (tuple(Option(one, {"en": f"<{one}>"}, alone=one == alone) for one in values),)


CHOICE = Question("side", QuestionKind.choice, {"en": "?"}, rows=options("yes", "no"))
MANY = Question(
    "labels", QuestionKind.many, {"en": "?"}, rows=options("a", "b", "c", "none", alone="none"),
    least=2, most=2,
)  # fmt: skip
RANK = Question("order", QuestionKind.rank, {"en": "?"})
PICK = Question("taken", QuestionKind.pick, {"en": "?"})
TEXT = Question(
    "why", QuestionKind.text, {"en": "?"}, min_words=2, links=1, when=Condition("side", ("no",))
)
STARS = Question("stars", QuestionKind.choice, {"en": "?"}, rows=options(1, 2), each=Each.response)
SORRY = Question(
    "sorry", QuestionKind.text, {"en": "?"}, each=Each.response, when=Condition("stars", (1,))
)
ALL = Question(
    "all", QuestionKind.text, {"en": "?"}, each=Each.response, when=Condition("side", ("yes",))
)
TURN = Question("turn", QuestionKind.choice, {"en": "?"}, rows=options("ok"), each=Each.turn)
SCHEME = Scheme("all", (1, 5), (CHOICE, MANY, RANK, PICK, TEXT, STARS, SORRY, ALL, TURN))
FORM = form_of(SCHEME, 3, 2)
BARE = Answers()


def named(name: str) -> Question:
    return FORM.question(name)


def done(name: str, *places: int, answers: Answers = BARE) -> Answers:
    """The answers after taps on the options at these places."""
    for place in places:
        answers = tap(FORM, answers, named(name), place)
    return answers


def test_a_form_has_a_question_for_each_response_and_each_turn() -> None:
    assert [one.id for one in FORM.questions] == [
        "side", "labels", "order", "taken", "why", "stars:0", "sorry:0", "all:0", "stars:1",
        "sorry:1", "all:1", "stars:2", "sorry:2", "all:2", "turn:0", "turn:1",
    ]  # fmt: skip
    assert named("sorry:1").when == Condition("stars:1", (1,))
    assert named("all:1").when == Condition("side", ("yes",))
    assert (named("stars:2").about, named("turn:1").about, named("side").about) == (2, 1, None)
    assert SCHEME.turns
    assert not replace(SCHEME, questions=(CHOICE,)).turns


def test_between_one_response_there_is_nothing_to_choose() -> None:
    assert {one.id for one in form_of(SCHEME, 1).questions}.isdisjoint({"order", "taken"})
    plain = replace(SCHEME, questions=(CHOICE, TEXT))
    assert form_of(plain, 4) is plain


def test_six_responses_stand_in_two_rows() -> None:
    letters = tuple({"en": letter} for letter in "ABCDEF")
    form = form_of(replace(SCHEME, letters=letters), 6)
    assert [len(row) for row in form.question("order").rows] == [5, 1]


def test_the_form_of_an_assignment_has_its_responses_and_turns() -> None:
    made = assignment(shown_order=(2, 0, 1), turns=2)
    assert form_for(SCHEME, made) == FORM
    assert text_of(replace(made, values={"why": "so"}), TEXT) == "so"
    written = {"why": [(9, "second"), (4, "first"), (5, "")]}
    assert text_of(replace(made, written=written), TEXT) == "first\n\nsecond"


@pytest.mark.parametrize(
    ("question", "places", "values", "partial"),
    [
        ("side", (0,), {"side": "yes"}, {}),
        ("side", (0, 1), {"side": "no"}, {}),
        ("taken", (2,), {"taken": 2}, {}),
        ("stars:1", (1,), {"stars:1": 2}, {}),
        ("labels", (1,), {}, {"labels": ["b"]}),
        ("labels", (1, 0), {}, {"labels": ["a", "b"]}),
        ("labels", (1, 0, 1), {}, {"labels": ["a"]}),
        ("labels", (1, 3), {"labels": ["none"]}, {}),
        ("labels", (3, 2), {}, {"labels": ["c"]}),
        ("order", (2,), {}, {"order": [2]}),
        ("order", (2, 0), {"order": [2, 0, 1]}, {}),
        ("order", (2, 0, 1), {}, {"order": [1]}),
    ],
)
def test_taps_answer_each_kind_in_its_own_way(
    question: str, places: tuple[int, ...], values: dict[str, Any], partial: dict[str, Any]
) -> None:
    assert done(question, *places) == Answers(values, partial)


@pytest.mark.parametrize(
    ("question", "places", "reason"),
    [
        ("side", (2,), "stale-button"),
        ("side", (-1,), "stale-button"),
        ("order", (1, 1), "stale-button"),
        ("why", (0,), "stale-button"),
        ("labels", (0, 1, 2), "too-many-options"),
    ],
)
def test_taps_that_make_no_sense_are_refused(
    question: str, places: tuple[int, ...], reason: str
) -> None:
    with pytest.raises(Refused, match=reason):
        done(question, *places)


def test_a_text_has_no_options_to_tap() -> None:
    asked = replace(TEXT, rows=options("a"))
    with pytest.raises(Refused, match="stale-button"):
        tap(FORM, BARE, asked, 0)


def test_several_options_are_closed_when_there_are_enough() -> None:
    begun = done("labels", 2)
    with pytest.raises(Refused) as no:
        close(FORM, begun, MANY)
    assert (no.value.reason, no.value.facts) == ("too-few-options", {"least": 2})
    closed = close(FORM, done("labels", 0, answers=begun), MANY)
    assert closed == Answers({"labels": ["a", "c"]}, {})
    assert close(FORM, closed, MANY) == closed
    with pytest.raises(Refused, match="stale-button"):
        close(FORM, closed, CHOICE)


def test_what_counts_as_chosen_is_what_was_tapped_last() -> None:
    answers = Answers({"labels": ["a"], "taken": 1}, {"labels": ["b", "c"]})
    assert answers.chosen(MANY) == ["b", "c"]
    assert answers.chosen(PICK) == [1]
    assert answers.chosen(RANK) == []


def test_an_answer_is_taken_back() -> None:
    answers = Answers({"side": "yes", "order": [0, 1, 2]}, {"order": [1]})
    assert restart(answers, RANK) == Answers({"side": "yes"}, {})


def test_a_text_about_one_answer_is_open_again_when_another_is_taken() -> None:
    better = Question("better", QuestionKind.text, {"en": "?"}, long=True, of="taken")
    form = form_of(Scheme("rewrite", (2, 5), (PICK, better)), 3, 0)
    pick, text = form.questions
    answers = worded(form, tap(form, BARE, pick, 1), text, "as it should be")
    assert tap(form, answers, pick, 1) == answers
    assert tap(form, answers, pick, 2) == Answers({"taken": 2}, {})


def test_a_changed_answer_takes_with_it_what_it_asked_for() -> None:
    answers = worded(FORM, done("side", 1), TEXT, "it is")
    assert answers.values == {"side": "no", "why": "it is"}
    assert done("side", 0, answers=answers).values == {"side": "yes"}
    assert worded(FORM, answers, TEXT, None).values == {"side": "no"}


@pytest.mark.parametrize(
    ("given", "asked"),
    [("no", True), ("yes", False), (["yes", "no"], True), ([], False), (None, False)],
)
def test_a_condition_holds_for_one_answer_or_one_of_several(given: Any, asked: bool) -> None:
    assert is_asked(TEXT, {"side": given} if given is not None else {}) is asked


def test_the_next_question_is_the_first_that_is_open() -> None:
    form = form_of(replace(SCHEME, questions=(STARS, SORRY)), 2)
    values: dict[str, Any] = {}
    way = []
    while (asked := next_question(form, values)) is not None:
        way.append(asked.id)
        values[asked.id] = 1 if asked.id == "stars:1" else 2
    assert way == ["stars:0", "stars:1", "sorry:1"]


@pytest.mark.parametrize(
    ("text", "reason", "facts"),
    [
        ("see https://a.example/x", None, {}),
        ("https://a.example", "too-few-words", {"words": 1, "needed": 2}),
        ("see there", "too-few-links", {"links": 0, "needed": 1}),
        ("see http://nothing", "too-few-links", {"links": 0, "needed": 1}),
        ("see HTTPS://A.EXAMPLE", None, {}),
        ("  ", "too-few-words", {"words": 0, "needed": 2}),
    ],
)
def test_a_text_says_what_it_lacks(text: str, reason: str | None, facts: dict[str, int]) -> None:
    no = missing(TEXT, text)
    assert (no and no.reason, no.facts if no else {}) == (reason, facts)


def test_a_text_without_demands_still_says_something() -> None:
    free = replace(TEXT, min_words=0, links=0)
    assert check_text(free, " 👍 ") == "👍"
    with pytest.raises(Refused) as no:
        check_text(free, " \n ")
    assert no.value.facts == {"words": 0, "needed": 1}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        (" - — … ", 0),
        ("It is right.", 3),
        ("don't", 1),
        ("الجواب صحيح تمامًا", 3),
        ("답이 맞다", 2),
        ("这是对的", 2),
        ("これは正しい", 3),
        ("คำตอบนี้ถูกต้อง", 8),
        ("用 Python 写", 2),
        ("a,b", 1),
        ("5 + 5", 3),
    ],
)
def test_words_are_counted_in_every_script(text: str, count: int) -> None:
    assert count_words(text) == count


@given(st.text(), st.text())
def test_more_text_never_has_fewer_words(one: str, other: str) -> None:
    assert count_words(f"{one} {other}") >= max(count_words(one), count_words(other))


@given(st.integers(2, 5), st.data())
def test_a_ranking_is_always_a_whole_order(count: int, data: st.DataObject) -> None:
    form = form_of(replace(SCHEME, questions=(RANK,)), count)
    asked = form.question("order")
    answers, taps = BARE, 0
    while asked.id not in answers.values:
        left = [place for place in range(count) if place not in answers.chosen(asked)]
        answers = tap(form, answers, asked, data.draw(st.sampled_from(left)))
        taps += 1
    assert sorted(answers.values["order"]) == list(range(count))
    assert taps == count - 1


@given(st.lists(st.integers(0, 3), max_size=12))
def test_several_options_stay_within_their_limits(places: list[int]) -> None:
    answers = BARE
    for place in places:
        with suppress(Refused):
            answers = tap(FORM, answers, MANY, place)
    chosen = answers.chosen(MANY)
    assert len(chosen) <= 2
    assert chosen == ["none"] or "none" not in chosen
    try:
        closed = close(FORM, answers, MANY)
    except Refused:
        assert len(chosen) < 2
    else:
        assert len(closed.values["labels"]) == 2


@st.composite
def answered_forms(draw: st.DrawFn) -> tuple[list[int], dict[str, Any]]:
    """An order of responses, and answers to some of the questions about them."""
    count = draw(st.integers(2, 5))
    order = draw(st.permutations(range(count)))
    values: dict[str, Any] = {}
    for one in form_of(SCHEME, count, 2).questions:
        if draw(st.booleans()):
            continue
        if one.kind == QuestionKind.rank:
            values[one.id] = draw(st.permutations(range(count)))
        elif one.kind == QuestionKind.many:
            values[one.id] = ["a", "b"]
        elif one.kind == QuestionKind.text:
            values[one.id] = draw(st.text(min_size=1, max_size=5))
        else:
            values[one.id] = draw(st.sampled_from([option.value for option in one.options]))
    return order, values


@given(answered_forms())
def test_undoing_the_order_and_the_order_back_changes_nothing(
    drawn: tuple[list[int], dict[str, Any]],
) -> None:
    order, values = drawn
    back = [order.index(place) for place in range(len(order))]
    once = canonical(SCHEME, values, order)
    assert canonical(SCHEME, once, back) == values
    assert canonical(SCHEME, values, range(len(order))) == values


def test_the_shown_order_is_undone_in_every_kind() -> None:
    values = {
        "side": "yes", "order": [0, 2, 1], "taken": 0, "stars:0": 2, "stars:2": 1, "turn:1": "ok",
        "gone": 7,
    }  # fmt: skip
    undone = canonical(SCHEME, values, (2, 0, 1))
    assert undone == {
        "side": "yes", "order": [2, 1, 0], "taken": 2, "stars:2": 2, "stars:1": 1, "turn:1": "ok",
        "gone": 7,
    }  # fmt: skip
    assert exported(SCHEME, undone, ["x", "y", "z"]) == {
        "side": "yes", "order": ["z", "y", "x"], "taken": "z", "stars": {"z": 2, "y": 1},
        "turn": {"2": "ok"}, "gone": 7,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("question", "value", "said"),
    [
        ("order", [2, 0, 1], "C > A > B"),
        ("labels", ["a", "c"], "<a>, <c>"),
        ("labels", [], ""),
        ("taken", 1, "B"),
        ("why", "because", "because"),
        ("side", "gone", "gone"),
    ],
)
def test_an_answer_is_spoken_in_its_labels(question: str, value: Any, said: str) -> None:
    assert spoken(named(question), value, "en") == said
