"""How a task is laid out: one message where it fits, else parts in which nothing is lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.scheme_body import scheme_from
from bot.domain.tasks import Content, Response, Turn
from bot.layout import (
    FILE_FROM,
    ONE_MESSAGE,
    ONE_MESSAGE_ENTITIES,
    PART,
    Layout,
    lay_out,
    room_of,
)
from bot.typeset import MOST_MARKS
from tests.domain.made import PAIRWISE

STRAIGHT, TURNED = (0, 1), (1, 0)


def content(*answers: str, prompt: str = "Why?", context: str | None = None) -> Content:
    return Content(
        (Turn("user", prompt),),
        tuple(Response(str(n), text) for n, text in enumerate(answers)),
        context,
    )


def words(number: int) -> str:
    """So many different words, so that a lost one is missed."""
    return " ".join(f"word{n}" for n in range(number))


def told(layout: Layout) -> list[tuple[str, int | None]]:
    return [(one.kind, one.letter) for one in layout.sections]


def test_a_short_task_is_one_message() -> None:
    layout = lay_out(content("First.", "Second."), STRAIGHT)
    assert layout.is_single
    assert [one.text.text for one in layout.sections] == ["Why?", "First.", "Second."]


def test_context_comes_first_then_the_turns_then_the_answers() -> None:
    made = Content(
        (Turn("system", "Be kind."), Turn("user", "Why?"), Turn("assistant", "Because.")),
        (Response("x", "First."), Response("y", "Second.")),
        "A short story.",
    )
    assert told(lay_out(made, STRAIGHT)) == [
        ("context", None), ("system", None), ("user", None), ("assistant", None), ("answer", 0),
        ("answer", 1),
    ]  # fmt: skip


def test_the_answers_come_in_the_order_shown_and_keep_their_letters() -> None:
    layout = lay_out(content("First.", "Second."), TURNED)
    shown = [(one.letter, one.text.text) for one in layout.sections if one.kind == "answer"]
    assert shown == [(0, "Second."), (1, "First.")]


def test_models_are_never_shown() -> None:
    made = Content((Turn("user", "Why?"),), (Response("x", "Yes.", "model-x"),))
    assert "model-x" not in repr(lay_out(made, (0,)))


@pytest.mark.parametrize(("more", "single"), [(0, True), (1, False)])
def test_one_message_holds_so_much_and_no_more(more: int, single: bool) -> None:
    text = "x" * (ONE_MESSAGE - len("Why?") + more)
    assert lay_out(content(text), (0,)).is_single is single


def test_signs_beyond_the_first_plane_count_twice() -> None:
    half = "🙂" * (ONE_MESSAGE // 2 - 1)
    assert lay_out(content(half, prompt=""), (0,)).is_single
    assert not lay_out(content(half + "🙂🙂", prompt=""), (0,)).is_single


@pytest.mark.parametrize(("more", "single"), [(0, True), (1, False)])
def test_one_message_holds_so_many_formats_and_no_more(more: int, single: bool) -> None:
    bold = " ".join("**b**" for _ in range(ONE_MESSAGE_ENTITIES + more))
    assert lay_out(content(bold), (0,)).is_single is single


def test_a_long_answer_comes_in_numbered_parts_with_the_others_in_order() -> None:
    layout = lay_out(content(words(700), "Short."), STRAIGHT)
    seen = [(part.section.kind, part.section.letter, part.index) for part in layout.parts]
    assert seen == [("user", None, 1), ("answer", 0, 1), ("answer", 0, 2), ("answer", 1, 1)]
    assert {part.count for part in layout.parts if part.section.letter == 0} == {2}


@pytest.mark.parametrize(("number", "with_file"), [(1200, False), (2600, True)])
def test_a_very_long_answer_comes_as_a_file_too(number: int, with_file: bool) -> None:
    text = words(number)
    parts = [one for one in lay_out(content(text), (0,)).parts if one.section.kind == "answer"]
    files = [one for one in parts if one.text is None]
    assert (len(parts) - len(files) >= FILE_FROM) is with_file
    assert len(files) == with_file
    if with_file:
        assert parts[-1] is files[0]
        assert files[0].section.source == text


def test_an_empty_text_beside_a_long_one_is_a_part_of_its_own() -> None:
    layout = lay_out(content("", words(700)), STRAIGHT)
    empty = [part for part in layout.parts if part.section.letter == 0]
    assert [(part.index, part.count) for part in empty] == [(1, 1)]
    assert empty[0].text is not None
    assert empty[0].text.text == ""


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 1500), st.integers(1, 1500), st.sampled_from([STRAIGHT, TURNED]))
def test_no_part_is_too_long_and_no_word_is_lost(
    one: int, other: int, order: tuple[int, ...]
) -> None:
    layout = lay_out(content(words(one), words(other)), order)
    for part in layout.parts:
        assert part.text is None or part.text.units <= PART
    for section in layout.sections:
        mine = [p.text.text for p in layout.parts if p.section is section and p.text is not None]
        shown = " ".join(mine) if mine else section.text.text
        assert shown.split() == section.source.split()


def test_answers_are_formatted_together_or_not_at_all() -> None:
    heavy = "**a** " * MOST_MARKS
    layout = lay_out(content("**short**", heavy), STRAIGHT)
    assert [one.text.text for one in layout.sections][1:] == ["**short**", heavy.strip()]
    light = lay_out(content("**short**", "**other**"), STRAIGHT)
    assert [one.text.text for one in light.sections][1:] == ["short", "other"]


def test_a_card_with_a_long_question_leaves_less_room_to_the_task() -> None:
    plain = scheme_from(PAIRWISE)
    assert room_of(plain, returned=False) == ONE_MESSAGE
    assert room_of(plain, returned=True) == ONE_MESSAGE - 540
    says = {"en": "x" * 100, "ar": "س" * 90}
    scale = {"id": "s", "kind": "scale", "from": 1, "to": 5, "says": {1: says, 5: says},
             "ask": {"en": "How?"}}  # fmt: skip
    wordy = scheme_from({"name": "wordy", "responses": [1, 1], "questions": [scale]})
    assert room_of(wordy, returned=False) == ONE_MESSAGE - (4 + 2 * (100 + 1 + 6) - 200)
    assert lay_out(content("x" * 3295, prompt=""), (0,), 3300).is_single
    assert not lay_out(content("x" * 3295, prompt=""), (0,), 3290).is_single


def test_what_is_judged_in_a_conversation_has_its_number() -> None:
    talk = Content((Turn("user", "Hi"), Turn("assistant", "Hm"), Turn("assistant", "Yes")), ())
    assert [(one.kind, one.nth) for one in lay_out(talk, ()).sections] == [
        ("user", 0), ("reply", 1), ("reply", 2),
    ]  # fmt: skip
