import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.formats.cells import as_it_was
from bot.formats.jsonl import json_line
from bot.formats.outgoing.deciding import by_majority
from bot.formats.votes import Counts, TaskVotes
from bot.formats.writing import fitting, writers
from tests.formats.voted import (
    ANSWERS,
    ASKED,
    TALK,
    THREE,
    rows,
    said,
    scheme,
    task,
    vote,
    written,
)

RAW_FIELDS = [
    "vote_id", "task_id", "external_id", "rater", "tier", "scheme", "shown_order", "values",
    "reason", "claimed_at", "submitted_at", "active_seconds", "guideline_version", "gold",
    "verdict", "reviewer", "pay_minor", "currency", "batch", "fix",
]  # fmt: skip
FIVE = ("helpfulness", "correctness", "coherence", "complexity", "verbosity")


def asked(text: str = "Why?") -> dict[str, str]:
    return {"role": "user", "content": text}


def answered(text: str) -> dict[str, str]:
    return {"role": "assistant", "content": text}


def test_raw_has_all_fields_in_order_and_times_in_utc() -> None:
    (row,) = rows("raw", task(-2))
    assert list(row) == RAW_FIELDS
    assert row["claimed_at"] == "2026-03-01T10:30:00+00:00"
    assert (row["shown_order"], row["values"], row["tier"]) == ([1, 0], {"preference": -2}, None)


def test_raw_holds_every_vote_and_counts_what_has_none() -> None:
    body, counts = written("raw", [task(1, 0), task(), task(2, gold=True)])
    assert len(body.splitlines()) == 3
    assert counts == Counts(rows=3, unrated=1, gold=1)


@pytest.mark.parametrize(
    ("preferences", "expected"),
    [
        ((-1,), "first"),
        ((3, 1, -3), "second"),
        ((0, 0, 1), "tie"),
        (("both_bad",), "both_bad"),
        ((-1, 1), "undecided"),
        ((-1, 0, "both_bad"), "undecided"),
        ((-1, -2, 0, "both_bad"), "undecided"),
        ((), "unrated"),
    ],
)
def test_more_than_half_of_the_votes_decide(
    preferences: tuple[int | str, ...], expected: str
) -> None:
    assert by_majority(task(*preferences), "preference") == expected


def test_only_votes_that_stand_count() -> None:
    votes = (
        vote({"preference": 3}, 1, "rejected"),
        vote({"preference": 3}, 2, "returned"),
        vote({"reason": "x"}, 3),
        vote({"preference": -1}, 4, "submitted"),
    )
    assert by_majority(replace(task(), votes=votes), "preference") == "first"


def test_a_fix_counts_in_place_of_the_answer() -> None:
    fixed = replace(task(-3), votes=(replace(vote({"preference": -3}), fix={"preference": 2}),))
    (row,) = rows("trl-preference", fixed)
    assert row["chosen"] == "Second.\u2028End"
    assert rows("crowd-kit", fixed)[0]["label"] == "2"


def test_an_adjudicated_answer_stands_in_place_of_the_votes() -> None:
    settled = replace(task(-3, -2, 1), adjudicated=("preference", 2))
    (row,) = rows("trl-preference", settled)
    assert row["chosen"] == "Second.\u2028End"
    (binarized,) = rows("ultrafeedback-binarized", settled)
    assert (binarized["score_chosen"], binarized["score_rejected"]) == (1.0, 0.0)
    assert rows("helpsteer2-preference", settled)[0]["preference_strength"] == 2
    assert [one["winner"] for one in rows("arena-33k", settled)] == ["model_a"] * 2 + ["model_b"]
    split = replace(task(-1, 1), adjudicated=("preference", "both_bad"))
    assert [row["label"] for row in rows("trl-unpaired", split)] == [False, False]
    ordered = said({"order": ["a", "b", "c"]}, responses=THREE)
    one = replace(ordered, adjudicated=("order", ["c", "b", "a"]))
    found = rows("trl-preference", one, of="ranking")
    assert {(row["chosen"], row["rejected"]) for row in found} == {
        ("Third.", "Second.\u2028End"), ("Third.", "First."), ("Second.\u2028End", "First."),
    }  # fmt: skip


def test_trl_rows_of_plain_prompts_are_strings() -> None:
    assert rows("trl-preference", task(-1), task(2)) == [
        {"prompt": "Why?", "chosen": "First.", "rejected": "Second.\u2028End"},
        {"prompt": "Why?", "chosen": "Second.\u2028End", "rejected": "First."},
    ]


@pytest.mark.parametrize("form", ["trl-preference", "trl-unpaired"])
def test_a_file_of_messages_has_nothing_but_messages(form: str) -> None:
    for row in rows(form, task(-1), task(1, prompt=TALK), as_messages=True):
        kinds = {type(value) for name, value in row.items() if name != "label"}
        assert kinds == {list}


def test_a_file_of_strings_refuses_a_conversation() -> None:
    with pytest.raises(ValueError, match="several turns"):
        written("trl-preference", [task(1, prompt=TALK)])


def test_a_ranking_is_all_its_winning_pairs_and_tied_ones_are_counted() -> None:
    orders = [{"order": ["a", "b", "c"]}, {"order": ["b", "a", "c"]}]
    ranked = said(*orders, responses=THREE)
    found = rows("trl-preference", ranked, of="ranking")
    assert [(row["chosen"], row["rejected"]) for row in found] == [
        ("First.", "Third."), ("Second.\u2028End", "Third."),
    ]  # fmt: skip
    _, counts = written("openai-dpo", [ranked], of="ranking")
    assert counts == Counts(rows=2, tied_pairs=1)
    one = rows("trl-preference", said(orders[0], responses=THREE), of="ranking")
    assert len(one) == 3


@pytest.mark.parametrize(
    ("value", "labels"),
    [(-2, [True, False]), (1, [False, True]), ("both_bad", [False, False]), (0, [])],
)
def test_single_answers_have_the_label_of_the_table(value: int | str, labels: list[bool]) -> None:
    found = rows("trl-unpaired", task(value))
    assert [row["label"] for row in found] == labels
    assert [row["completion"] for row in found] == [one.text for one in ANSWERS][: len(labels)]


def test_an_audit_is_one_labelled_answer_and_a_split_one_is_none() -> None:
    audited = [said({"rejected": one}, responses=ANSWERS[:1]) for one in ("yes", "no")]
    found = rows("trl-unpaired", *audited, of="thumbs")
    assert [row["label"] for row in found] == [False, True]
    split = said({"rejected": "yes"}, {"rejected": "no"}, responses=ANSWERS[:1])
    assert written("trl-unpaired", [split], of="thumbs")[1] == Counts(ties=1)


def test_written_answers_are_a_row_each() -> None:
    ideal = said({"ideal": "Because."}, {"ideal": "So."}, responses=())
    assert rows("trl-completion", ideal, of="ideal") == [
        {"prompt": "Why?", "completion": "Because."}, {"prompt": "Why?", "completion": "So."},
    ]  # fmt: skip


def test_openai_pairs_are_messages() -> None:
    assert rows("openai-dpo", task(3, prompt=TALK)) == [{
        "input": {"messages": [asked("Hi"), answered("Hello"), asked()]},
        "preferred_output": [answered("Second.\u2028End")],
        "non_preferred_output": [answered("First.")],
    }]  # fmt: skip


def test_binarized_pairs_carry_the_part_of_the_votes() -> None:
    (row,) = rows("ultrafeedback-binarized", task(-1, -2, 3))
    assert row["chosen"] == row["messages"] == [asked(), answered("First.")]
    assert row["rejected"] == [asked(), answered("Second.\u2028End")]
    assert (row["score_chosen"], row["score_rejected"]) == (0.6667, 0.3333)
    assert (row["prompt"], row["prompt_id"]) == ("Why?", "x")


def scored(first: int, second: int) -> dict[str, Any]:
    return {name: {"a": first, "b": second} for name in FIVE}


def test_scores_are_the_median_of_the_votes_two_rows_below_one_another() -> None:
    votes = [scored(0, 4), scored(1, 4), scored(4, 3)]
    first, second = rows("helpsteer2", said(*votes), of="attributes-helpsteer")
    assert [first[name] for name in FIVE] == [1] * 5
    assert [second[name] for name in FIVE] == [4] * 5
    assert (first["prompt"], second["response"]) == ("Why?", "Second.\u2028End")
    (low, _) = rows("helpsteer2", said(*votes[:2]), of="attributes-helpsteer")
    assert low["helpfulness"] == 0
    (pair,) = rows("ultrafeedback-binarized", said(*votes), of="attributes-helpsteer")
    assert (pair["score_chosen"], pair["score_rejected"]) == (4.0, 1.0)


@pytest.mark.parametrize(
    ("preferences", "strength", "both_bad"),
    [((-3, -1, 2), -2, False), ((3,), 3, False), ((0,), 0, False), (("both_bad",), 0, True)],
)
def test_strength_is_negative_where_the_first_is_better(
    preferences: tuple[int | str, ...], strength: int, both_bad: bool
) -> None:
    (second,) = rows("helpsteer2-preference", task(*preferences))
    (third,) = rows("helpsteer3-preference", task(*preferences))
    assert second["preference_strength"] == third["overall_preference"] == strength
    assert second["metadata"] == third["metadata"] == {"both_bad": both_bad}
    assert (second["response_1"], third["response2"]) == ("First.", "Second.\u2028End")
    assert (third["context"], third["language"]) == ([asked()], "english")
    single = third["individual_preference"]
    assert len(single) == len(preferences)
    assert single[0]["reasoning"] == "because"


def test_arena_has_a_row_a_vote_with_the_winner_of_the_table() -> None:
    values = (-1, 2, 0, "both_bad")
    first = rows("arena-33k", task(*values))
    later = rows("arena-140k", task(*values))
    said_ = ["model_a", "model_b", "tie"]
    assert [row["winner"] for row in first] == [*said_, "tie (bothbad)"]
    assert [row["winner"] for row in later] == [*said_, "both_bad"]
    assert [row["judge"] for row in first] == ["r1", "r2", "r3", "r4"]
    assert (first[0]["model_a"], first[0]["turn"], first[0]["language"]) == ("m1", 1, "English")
    assert later[0]["conversation_b"] == [asked(), answered("Second.\u2028End")]
    assert later[0]["is_code"] is False


def test_label_studio_has_sides_for_winners_and_choices_for_the_rest() -> None:
    (made,) = rows("label-studio", task(-2, 1, 0, "both_bad"))
    first, second, tie, bad = (one["result"] for one in made["annotations"])
    assert [one["value"] for one in first[:2]] == [{"selected": "left"}, {"rating": 2}]
    assert second[0]["value"] == {"selected": "right"}
    assert tie[0]["value"] == {"choices": ["tie"]}
    assert bad[0]["value"] == {"choices": ["both_bad"]}
    assert first[-1]["value"] == {"text": ["because"]}
    about = made["annotations"][0]
    assert (about["lead_time"], about["was_cancelled"], about["ground_truth"]) == (
        40,
        False,
        False,
    )


def test_label_studio_ranks_by_ids_and_rates_each_answer() -> None:
    (ranked,) = rows("label-studio", said({"order": ["b", "a"]}), of="ranking")
    assert ranked["annotations"][0]["result"][0]["value"] == {"ranker": ["b", "a"]}
    (rated,) = rows("label-studio", said(scored(1, 4)), of="attributes-helpsteer")
    stars = {one["from_name"]: one["value"] for one in rated["annotations"][0]["result"]}
    assert stars["verbosity_1"] == {"rating": 1}
    assert stars["verbosity_2"] == {"rating": 4}


def test_crowd_kit_has_labels_and_pairs() -> None:
    assert rows("crowd-kit", task(-2, "both_bad")) == [
        {"task": "x", "worker": "r1", "label": "-2"},
        {"task": "x", "worker": "r2", "label": "both_bad"},
    ]
    assert rows("crowd-kit-pairwise", task(-2, 1)) == [
        {"worker": "r1", "left": "m1", "right": "m2", "label": "m1"},
        {"worker": "r2", "left": "m1", "right": "m2", "label": "m2"},
    ]
    _, counts = written("crowd-kit-pairwise", [task(0, "both_bad")])
    assert counts == Counts(tied_pairs=2)


def test_pairs_without_two_names_of_models_are_called_by_the_task() -> None:
    unnamed = tuple(replace(one, model=None) for one in ANSWERS)
    (row,) = rows("crowd-kit-pairwise", replace(task(1), responses=unnamed))
    assert (row["left"], row["right"], row["label"]) == ("x/a", "x/b", "x/b")


def test_each_scheme_of_the_hall_has_formats() -> None:
    both = {"raw", "label-studio"}
    assert set(fitting(scheme("ideal"))) == both | {"trl-completion"}
    assert set(fitting(scheme("thumbs"))) == both | {"trl-unpaired", "crowd-kit"}
    assert set(fitting(scheme("attributes-helpsteer"))) == both | {
        "ultrafeedback-binarized", "helpsteer2",
    }  # fmt: skip
    assert set(writers) - set(fitting(scheme())) == {"trl-completion", "helpsteer2"}
    assert {"trl-preference", "openai-dpo", "crowd-kit-pairwise"} <= set(
        fitting(scheme("ranking"))
    )
    codes = [form.code for form in writers.values()]
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize("form", sorted(set(writers) - {"raw"}))
def test_gold_is_in_no_format_but_raw(form: str) -> None:
    of = next(
        name
        for name in ("pairwise", "attributes-helpsteer", "ideal")
        if form in fitting(scheme(name))
    )
    values: Any = {"pairwise": {"preference": 1}, "ideal": {"ideal": "x"}}.get(of, scored(1, 2))
    found, counts = written(form, [said(values, gold=True)], of=of)
    assert (counts.rows, counts.gold) == (0, 1)
    assert b"First." not in found


def test_lines_hold_no_second_line_end_and_no_nonsense() -> None:
    line = json_line({"a": "x\u2028y\u0085z\n", "b": "\ud800", "c": "é"})
    assert line.decode().splitlines() == [line.decode().rstrip("\n")]
    assert json.loads(line) == {"a": "x\u2028y\u0085z\n", "b": "\ud800", "c": "é"}
    with pytest.raises(ValueError, match="Out of range"):
        json_line(float("nan"))


@given(
    st.lists(
        st.builds(
            lambda votes, prompt, gold: task(*votes, prompt=prompt, gold=gold),
            st.lists(st.sampled_from([-3, -1, 0, 1, 3, "both_bad"]), max_size=5),
            st.sampled_from([ASKED, TALK]),
            st.booleans(),
        ),
        max_size=8,
    )
)
@settings(derandomize=True, deadline=None, max_examples=60)
def test_every_task_is_a_row_or_counted_and_all_rows_have_one_form(tasks: list[TaskVotes]) -> None:
    lines = rows("trl-preference", *tasks, as_messages=True)
    _, counts = written("trl-preference", tasks, as_messages=True)
    assert len(lines) == counts.rows
    left_out = counts.ties + counts.both_bad + counts.undecided + counts.unrated + counts.gold
    assert counts.rows + left_out == len(tasks)
    assert len({type(value) for row in lines for value in row.values()}) <= 1


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), max_size=4), st.text())
@settings(derandomize=True, deadline=None, max_examples=60)
def test_any_text_comes_out_of_a_table_and_of_a_list_as_it_went_in(
    names: list[str], text: str
) -> None:
    tasks = [replace(task(1), external_id=name) for name in names]
    assert [as_it_was(row["task"]) for row in rows("crowd-kit", *tasks)] == names
    (pair,) = rows("label-studio", replace(task(), responses=(replace(ANSWERS[0], text=text),)))
    assert pair["data"]["answer_1"] == text
