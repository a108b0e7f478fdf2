"""The formats of others: each is known by its first row, and becomes tasks of ours."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.formats.reading import Item, Reading, Turn, read

Rows = list[dict[str, Any]]
SCORES = {"helpfulness": 3, "correctness": 4, "coherence": 4, "complexity": 1, "verbosity": 2}
ASK = {"role": "user", "content": "How far is the moon?"}
FAR = {"role": "assistant", "content": "Far away."}
NEAR = {"role": "assistant", "content": "384,400 km."}


def given(rows: Rows, **more: Any) -> Reading:
    return read("t.jsonl", "\n".join(map(json.dumps, rows)).encode(), **more)


def only(row: dict[str, Any], form: str, **more: Any) -> Item:
    reading = given([row], **more)
    assert not reading.faults
    assert reading.format == form
    (item,) = reading.items
    return item


def texts(item: Item) -> list[str]:
    return [one.text for one in item.responses]


def values(item: Item) -> list[dict[str, Any]]:
    assert item.gold is None
    return [one["values"] for one in item.predictions]


def test_trl_of_texts() -> None:
    row = {"prompt": "How far?", "chosen": "384,400 km.", "rejected": "Far.", "margin": 0.5,
           "notes": {"a": 1}}  # fmt: skip
    reading = given([row])
    (item,) = reading.items
    assert (reading.format, reading.left_out) == ("trl-preference", ("notes",))
    assert item.prompt == (Turn("user", "How far?"),)
    assert texts(item) == ["384,400 km.", "Far."]
    assert (values(item), item.metadata) == ([{"preference": -1}], {"margin": 0.5})
    assert item.id == given([row]).items[0].id
    assert item.id.startswith("trl-preference-")
    other = given([row | {"rejected": "Near."}]).items[0].id
    assert other != item.id


@pytest.mark.parametrize(
    "row",
    [
        {"prompt": [ASK], "chosen": [NEAR], "rejected": [FAR]},
        {"chosen": [ASK, NEAR], "rejected": [ASK, FAR]},
        {"prompt": [ASK], "chosen": [ASK, NEAR], "rejected": [ASK, FAR]},
        {"prompt": ASK["content"], "chosen": [ASK, NEAR], "rejected": [ASK, FAR]},
        {"prompt": ASK["content"], "chosen": [NEAR], "rejected": [FAR]},
    ],
)
def test_trl_of_messages_with_the_prompt_before_or_within(row: dict[str, Any]) -> None:
    item = only(row, "trl-preference")
    assert item.prompt == (Turn("user", "How far is the moon?"),)
    assert texts(item) == ["384,400 km.", "Far away."]


def test_ultrafeedback_keeps_its_ratings_out_of_sight() -> None:
    def completion(text: str, rating: str) -> dict[str, Any]:
        aspect = {"Rating": rating, "Rationale": "Because."}
        return {"model": "m-" + rating, "response": text, "critique": "Well.",
                "annotations": {"honesty": aspect, "helpfulness": aspect}}  # fmt: skip

    row = {"source": "s", "instruction": "Do it.", "models": ["x"],
           "completions": [completion("Done.", "5"), completion("No.", "N/A")]}  # fmt: skip
    reading = given([row])
    (item,) = reading.items
    assert reading.format == "ultrafeedback"
    assert [(one.id, one.model) for one in item.responses] == [("a", "m-5"), ("b", "m-N/A")]
    assert values(item) == [{"honesty:1": 5, "helpfulness:1": 5}]
    assert item.metadata == {"source": "s"}
    assert reading.left_out == ("annotations.Rationale", "completions.critique")


def test_two_scored_rows_with_one_prompt_are_one_task() -> None:
    rows = [
        {"prompt": p, "response": r, **SCORES, "helpfulness": h}
        for p, r, h in [("p", "a", 0), ("p", "b", 4), ("q", "a", 1), ("q", "b", 2)]
    ]
    reading = given(rows)
    assert (reading.format, reading.rows, reading.faults) == ("helpsteer2", 2, [])
    first, second = reading.items
    assert [first.line, second.line] == [1, 3]
    assert [texts(one) for one in reading.items] == [["a", "b"]] * 2
    assert (
        values(first)[0] | {"helpfulness:1": 0, "helpfulness:2": 4, "verbosity:2": 2}
        == (values(first)[0])
    )
    single = given(rows, responses=(1, 1))
    assert (single.rows, [texts(one) for one in single.items]) == (4, [["a"], ["b"]] * 2)
    assert values(single.items[0]) == [SCORES | {"helpfulness": 0}]


def test_a_scored_row_without_its_twin_is_refused_with_its_line() -> None:
    rows = [
        {"prompt": p, "response": r, **SCORES} for p, r in [("p", "a"), ("q", "a"), ("q", "b")]
    ]
    reading = given(rows)
    assert [(one.line, one.code) for one in reading.faults] == [(1, "too-few-responses")]
    assert len(reading.items) == 1
    worse = given([rows[1], rows[2] | {"coherence": True}])
    assert [(one.field, one.code) for one in worse.faults] == [("coherence", "wrong-type")]


def test_scored_prompts_of_several_turns_are_parted() -> None:
    prompt = (
        "Hi\n<extra_id_1>Assistant\nHello!\n<extra_id_1>User\nHow far?\n<extra_id_1>Assistant\n"
    )
    rows = [{"prompt": prompt, "response": text, **SCORES} for text in "ab"]
    (item,) = given(rows).items
    assert item.prompt == (
        Turn("user", "Hi"),
        Turn("assistant", "Hello!"),
        Turn("user", "How far?"),
    )


def test_helpsteer_preferences() -> None:
    second = {"prompt": "p", "response_1": "a", "response_2": "b", "preference_strength": 2}
    item = only(second, "helpsteer2-preference")
    assert (texts(item), values(item)) == (["a", "b"], [{"preference": 2}])
    third = {"domain": "code", "language": "python", "context": [ASK], "response1": "a",
             "response2": "b", "overall_preference": -3,
             "individual_preference": [{"score": -3, "reasoning": "r"}]}  # fmt: skip
    reading = given([third])
    (item,) = reading.items
    assert (reading.format, reading.left_out) == (
        "helpsteer3-preference", ("individual_preference",),
    )  # fmt: skip
    assert (item.language, item.metadata) == (None, {"domain": "code", "language": "python"})
    assert values(item) == [{"preference": -3}]
    spoken = only(third | {"domain": "multilingual", "language": "Korean"}, reading.format)
    assert (spoken.language, spoken.metadata) == ("ko", {"domain": "multilingual"})


def battle(**more: Any) -> dict[str, Any]:
    return {"model_a": "m1", "model_b": "m2", "winner": "model_b", "language": "English",
            "conversation_a": [ASK, FAR], "conversation_b": [ASK, NEAR], **more}  # fmt: skip


def test_battles_of_both_kinds() -> None:
    old = only(battle(question_id="q1", turn=1, judge="j", toxic={"x": 1}), "arena-33k")
    assert (old.id, old.language, old.metadata) == ("q1", "en", {"turn": 1, "judge": "j"})
    assert [(one.id, one.model, one.text) for one in old.responses] == [
        ("a", "m1", "Far away."), ("b", "m2", "384,400 km."),
    ]  # fmt: skip
    assert values(old) == [{"preference": 1}]
    parts = [{"role": "user", "content": [{"type": "text", "text": "How far is the moon?"}]}, NEAR]
    new = only(
        battle(
            id="e1", evaluation_order=1, language="pl", winner="both_bad", conversation_b=parts
        ),
        "arena-140k",
    )
    assert (new.id, new.language, values(new)) == ("e1", "pl", [{"preference": "both_bad"}])


def test_a_battle_of_several_turns_shows_what_the_user_said_in_between() -> None:
    more = [
        {"role": "user", "content": "Sure?\nReally?"},
        {"role": "assistant", "content": "Yes."},
    ]
    item = only(
        battle(
            question_id="q", conversation_a=[ASK, FAR, *more], conversation_b=[ASK, NEAR, *more]
        ),
        "arena-33k",
    )
    assert len(item.prompt) == 1
    assert texts(item)[0] == "Far away.\n\n> Sure?\n> Really?\n\nYes."


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"winner": "me"}, ("winner", "not-an-option")),
        ({"winner": True}, ("winner", "not-an-option")),
        ({"conversation_b": [NEAR]}, ("conversation_b", "other-prompt")),
        ({"conversation_a": "text"}, ("conversation_a", "wrong-type")),
        ({"question_id": [1]}, ("question_id", "wrong-type")),
        ({"conversation_b": [ASK, {"role": "assistant", "content": [{"type": "image"}]}]},
         ("conversation_b[2].content", "not-text")),
    ],
)  # fmt: skip
def test_a_bad_battle_is_refused_in_the_words_of_its_format(
    change: dict[str, Any], fault: tuple[str, str]
) -> None:
    reading = given([battle(question_id="q") | change])
    assert fault in [(one.field, one.code) for one in reading.faults]
    assert reading.items == []


def test_a_list_of_label_studio_tasks_over_the_whole_file() -> None:
    result = [
        {
            "from_name": "better",
            "to_name": "x",
            "type": "pairwise",
            "value": {"selected": "right"},
        },
        {"from_name": "quality", "to_name": "x", "type": "rating", "value": {"rating": 4}},
        {"from_name": "why", "to_name": "x", "type": "textarea", "value": {"text": ["So."]}},
    ]
    task = {"id": 7, "data": {"prompt": "p", "answer1": "a", "answer2": "b", "model_1": "m",
                              "topic": "moon"},
            "annotations": [{"id": 1, "completed_by": 3, "result": result, "ground_truth": True},
                            {"id": 2, "was_cancelled": True, "result": result}],
            "predictions": [{"model_version": "v1", "result": [
                {"from_name": "tone", "value": {"choices": ["kind"]}}]}]}  # fmt: skip
    body = json.dumps([task, task | {"id": 8}], indent=2).encode()
    reading = read("export.json", body)
    assert (reading.format, reading.rows, reading.faults) == ("label-studio", 2, [])
    item = reading.items[0]
    assert (item.id, texts(item), item.metadata) == ("7", ["a", "b"], {"data": {"topic": "moon"}})
    assert [one.model for one in item.responses] == ["m", None]
    assert item.predictions == [
        {"model": "label-studio", "values": {"preference": 1, "quality": 4}},
        {"model": "v1", "values": {"tone": "kind"}},
    ]
    assert reading.left_out == ("annotations.ground_truth", "result.text")
    assert reading.items[1].line == body[: body.index(b'"id": 8')].count(b"\n")


def test_a_list_of_responses_in_label_studio() -> None:
    task = {"id": 1, "data": {"text": "p", "items": [{"id": "x", "title": "t", "body": "one"},
                                                     "two"]}}  # fmt: skip
    item = only(task, "label-studio")
    assert [(one.id, one.text) for one in item.responses] == [("x", "one"), ("b", "two")]


def test_messages_of_openai() -> None:
    row = {"messages": [{"role": "developer", "content": "Be short."}, ASK, {**FAR, "weight": 1}]}
    item = only(row, "openai-chat", responses=(1, 1))
    assert item.prompt == (Turn("system", "Be short."), Turn("user", "How far is the moon?"))
    assert texts(item) == ["Far away."]
    judged = only(row, "openai-chat", responses=(0, 0), turns=True)
    assert [turn.role for turn in judged.prompt] == ["system", "user", "assistant"]
    ideal = given([row], responses=(0, 0))
    assert ideal.items[0].prompt[-1].role == "user"
    assert ideal.left_out == ("messages (the last reply)", "messages.weight")
    assert [one.code for one in given([row]).faults] == ["too-few-responses"]


def test_the_first_row_says_the_format_and_others_are_refused() -> None:
    pair = {"prompt": "p", "chosen": "a", "rejected": "b"}
    reading = given([{}, pair, {"id": "x", "prompt": "p", "responses": [{"text": "a"}]}])
    assert reading.format == "trl-preference"
    assert (3, "", "other-format") in [(f.line, f.field, f.code) for f in reading.faults]
    assert len(reading.items) == 1


def test_the_same_content_twice_is_a_repeated_id() -> None:
    pair = {"prompt": "p", "chosen": "a", "rejected": "b"}
    assert [(f.line, f.code) for f in given([pair, pair]).faults] == [(2, "duplicate-id")]


def test_rows_of_every_format_stay_what_they_are_in_a_file(tmp_path: Path) -> None:
    path = tmp_path / "t.json"
    path.write_text(json.dumps([battle(question_id=str(n)) for n in range(3_000)]))
    reading = read("t.json", path)
    assert (len(reading.items), reading.faults) == (3_000, [])
