import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.formats.datacard import card, survey
from bot.formats.jsonl import json_line
from bot.formats.reading import Response, Turn
from bot.formats.writing import (
    Counts,
    Export,
    TaskVotes,
    Vote,
    outcome,
    raw,
    trl_preference,
    writers,
)

WHEN = datetime(2026, 3, 1, 12, 30, tzinfo=timezone(timedelta(hours=2)))
ASKED = (Turn("user", "Why?"),)
TALK = (Turn("user", "Hi"), Turn("assistant", "Hello"), Turn("user", "Why?"))
ANSWERS = (Response("a", "First.", "m1"), Response("b", "Second.\u2028End", "m2"))
RAW_FIELDS = [
    "vote_id", "task_id", "external_id", "rater", "tier", "scheme", "shown_order", "values",
    "reason", "claimed_at", "submitted_at", "active_seconds", "guideline_version", "gold",
    "verdict", "reviewer", "pay_minor", "currency", "batch", "fix",
]  # fmt: skip


def vote(values: dict[str, Any], number: int = 1, verdict: str = "accepted") -> Vote:
    return Vote(
        vote_id=f"v{number}", task_id="t", external_id="x", rater=f"r{number}", tier=None,
        scheme="pairwise", shown_order=(1, 0), values=values, reason="because", claimed_at=WHEN,
        submitted_at=WHEN, active_seconds=40, guideline_version=2, gold=False, verdict=verdict,
        reviewer=None, pay_minor=40, currency="USD", batch="b1",
    )  # fmt: skip


def task(
    *preferences: int | str, prompt: tuple[Turn, ...] = ASKED, gold: bool = False
) -> TaskVotes:
    votes = tuple(vote({"preference": value}, n) for n, value in enumerate(preferences, 1))
    return TaskVotes("x", prompt, ANSWERS, votes, gold=gold)


def rows(export: Export) -> list[Any]:
    return [json.loads(line) for line in export]


def test_raw_has_all_fields_in_order_and_times_in_utc() -> None:
    (row,) = rows(raw([task(-2)]))
    assert list(row) == RAW_FIELDS
    assert row["claimed_at"] == "2026-03-01T10:30:00+00:00"
    assert (row["shown_order"], row["values"], row["tier"]) == ([1, 0], {"preference": -2}, None)


def test_raw_holds_every_vote_and_counts_what_has_none() -> None:
    export = raw([task(1, 0), task(), task(2, gold=True)])
    assert len(list(export)) == 3
    assert export.counts == Counts(rows=3, unrated=1, gold=1)


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
    assert outcome(task(*preferences)) == expected


def test_rejected_votes_and_votes_without_a_preference_do_not_count() -> None:
    votes = (
        vote({"preference": 3}, 1, "rejected"),
        vote({"preference": 3}, 2, "reject"),
        vote({"reason": "x"}, 3),
        vote({"preference": -1}, 4, "submitted"),
    )
    assert outcome(replace(task(), votes=votes)) == "first"


def test_trl_rows_of_plain_prompts_are_strings() -> None:
    export = trl_preference([task(-1), task(2)])
    assert rows(export) == [
        {"prompt": "Why?", "chosen": "First.", "rejected": "Second.\u2028End"},
        {"prompt": "Why?", "chosen": "Second.\u2028End", "rejected": "First."},
    ]
    assert export.counts == Counts(rows=2)


@pytest.mark.parametrize(
    "prompt", [TALK, (Turn("system", "Be kind."), *ASKED), (Turn("assistant", "x"),)]
)
@pytest.mark.parametrize("preferences", [(3,), ()])
def test_one_conversation_makes_all_rows_lists(
    prompt: tuple[Turn, ...], preferences: tuple[int, ...]
) -> None:
    first, *_ = rows(trl_preference([task(-1), task(*preferences, prompt=prompt)]))
    assert first == {
        "prompt": [{"role": "user", "content": "Why?"}],
        "chosen": [{"role": "assistant", "content": "First."}],
        "rejected": [{"role": "assistant", "content": "Second.\u2028End"}],
    }


def test_trl_counts_what_it_leaves_out() -> None:
    left_out = [task(0), task("both_bad"), task(1, -1), task(), task(1, gold=True)]
    single = replace(task(1), responses=ANSWERS[:1])
    export = trl_preference([*left_out, single])
    assert rows(export) == []
    assert export.counts == Counts(ties=1, both_bad=1, undecided=2, unrated=1, gold=1)


def test_trl_streams_when_it_is_told_the_form() -> None:
    taken: list[int] = []

    def tasks() -> Iterable[TaskVotes]:
        for number in range(3):
            taken.append(number)
            yield task(1)

    assert len(list(trl_preference([task(0), task(1)], conversational=False))) == 1
    export = trl_preference(tasks(), conversational=True)
    assert isinstance(json.loads(next(export))["prompt"], list)
    assert taken == [0]


def test_a_file_of_strings_refuses_a_conversation() -> None:
    with pytest.raises(ValueError, match="several turns"):
        list(trl_preference([task(1, prompt=TALK)], conversational=False))


def test_lines_hold_no_second_line_end_and_no_nonsense() -> None:
    line = json_line({"a": "x\u2028y\u0085z\n", "b": "\ud800", "c": "é"})
    assert line.decode().splitlines() == [line.decode().rstrip("\n")]
    assert json.loads(line) == {"a": "x\u2028y\u0085z\n", "b": "\ud800", "c": "é"}
    with pytest.raises(ValueError, match="Out of range"):
        json_line(float("nan"))


def test_the_writers_have_names_extensions_and_losses() -> None:
    assert set(writers) == {"raw", "trl-preference"}
    for name, writer in writers.items():
        assert (writer.name, writer.extension) == (name, "jsonl")
        assert writer.loses
        assert isinstance(writer.write([task(1)]), Export)


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
@settings(derandomize=True, deadline=None)
def test_every_task_is_a_row_or_counted_and_all_rows_have_one_form(tasks: list[TaskVotes]) -> None:
    export = trl_preference(tasks)
    lines = rows(export)
    counts = export.counts
    assert len(lines) == counts.rows
    left_out = counts.ties + counts.both_bad + counts.undecided + counts.unrated + counts.gold
    assert counts.rows + left_out == len(tasks)
    assert len({type(value) for row in lines for value in row.values()}) <= 1


def test_the_data_card_tells_what_the_file_is_and_lacks() -> None:
    tasks = [task(-1, -2, 1), task(0), task(), task(1, gold=True)]
    export = trl_preference(tasks)
    list(export)
    text = card(
        project="Which *one*\nis better?", scheme="pairwise", writer=writers["trl-preference"],
        surveyed=survey(tasks), counts=export.counts, overlap_wanted=3,
        made_at=datetime(2026, 1, 2, 3, 4, tzinfo=UTC),
    )  # fmt: skip
    assert text.startswith("# Which \\*one\\* is better?: trl-preference\n")
    for line in (
        "Made 2026-01-02 03:04 UTC. Scheme: pairwise.",
        "- Tasks: 3; ratings: 4; raters: 3",
        "- Overlap wanted: 3; reached by 1 of 3 tasks",
        "- Overlap found: 1 with 0 ratings, 1 with 1 rating, 1 with 3 ratings",
        "- Guideline versions: version 2: 4",
        "- Verdicts: accepted: 4",
        "| rows | 1 |",
        "| ties | 1 |",
        "| unrated | 1 |",
        "| gold tasks | 1 |",
        "- The strength of a preference.",
    ):
        assert line in text.splitlines()


def test_the_data_card_of_nothing_says_so() -> None:
    text = card(
        project="p", scheme="s", writer=replace(writers["raw"], loses=()), surveyed=survey([]),
        counts=Counts(), overlap_wanted=1, made_at=WHEN,
    )  # fmt: skip
    for line in ("- Overlap found: no tasks", "- Verdicts: none", "- Nothing."):
        assert line in text.splitlines()
