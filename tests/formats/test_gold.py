"""Known answers: only what somebody who rates could answer is taken."""

import json
from typing import Any

import pytest

from bot.domain.scheme_body import scheme_from
from bot.domain.schemes import Scheme
from bot.formats.reading import read
from bot.formats.schemes import packaged

LABELS = {
    "name": "mine",
    "responses": [2, 3],
    "questions": [
        {"id": "which", "kind": "pick", "ask": {"en": "?"}},
        {
            "id": "labels", "kind": "many", "ask": {"en": "?"}, "most": 2,
            "rows": [[{"value": v, "label": {"en": v}} for v in ("a", "b", "c")],
                     [{"value": "none", "label": {"en": "none"}, "alone": True}]],
        },
        {
            "id": "right", "kind": "choice", "each": "response", "ask": {"en": "?"},
            "rows": [[{"value": v, "label": {"en": str(v)}} for v in (0, 1)]],
        },
        {"id": "why", "kind": "text", "ask": {"en": "?"}},
    ],
}  # fmt: skip


def scheme(name: str) -> Scheme:
    body = LABELS if name == "mine" else packaged(name)
    assert body is not None
    return scheme_from(body)


def faults(name: str, gold: dict[str, Any]) -> list[tuple[int, str, str]]:
    made = scheme(name)
    said = ("user", "Why?"), ("assistant", "So."), ("user", "So?"), ("assistant", "Because.")
    most = made.responses[1]
    turns = [{"role": role, "content": text} for role, text in said[: 1 if most else 4]]
    answers = [{"id": "x", "text": "So."}, {"id": "y", "text": "Because."}]
    row = {"id": "t1", "prompt": turns, "gold": gold, "responses": answers[:most]}
    body = b"\n" + json.dumps(row).encode() + b"\n"
    found = read("t.jsonl", body, responses=made.responses, turns=made.turns, scheme=made)
    assert len(found.items) == (not found.faults)
    return [(one.line, one.field, one.code) for one in found.faults]


@pytest.mark.parametrize(
    ("name", "gold"),
    [
        ("pairwise", {"preference": -3}),
        ("pairwise", {"preference": "both_bad", "reason": "Both are wrong."}),
        ("ranking", {"order": ["y", "x"]}),
        ("mine", {"which": "y", "labels": ["c", "a"], "right": {"x": 1}, "why": "It is."}),
        ("mine", {"labels": ["none"]}),
        ("thumbs", {"rejected": "yes", "reasons": ["wrong"]}),
        ("thumbs", {"reasons": ["wrong"]}),
        ("conversation", {"reply": {"1": "bad"}, "wrong": {"1": ["tone"], "2": ["tone"]}}),
    ],
)
def test_what_can_be_answered_can_be_known(name: str, gold: dict[str, Any]) -> None:
    assert faults(name, gold) == []


@pytest.mark.parametrize(
    ("name", "gold", "field", "code"),
    [
        ("pairwise", {"preferenc": 1}, "preferenc", "gold-question"),
        ("pairwise", {"preference": 4}, "preference", "not-an-option"),
        ("pairwise", {"preference": True}, "preference", "not-an-option"),
        ("pairwise", {"preference": "1"}, "preference", "not-an-option"),
        ("pairwise", {"preference": [1]}, "preference", "wrong-type"),
        ("pairwise", {"preference": {"x": 1}}, "preference", "not-an-option"),
        ("pairwise", {"reason": " "}, "reason", "empty"),
        ("ranking", {"order": ["x"]}, "order", "gold-answer"),
        ("ranking", {"order": ["x", "x"]}, "order", "gold-answer"),
        ("ranking", {"order": ["x", "z"]}, "order", "not-an-option"),
        ("mine", {"which": "z"}, "which", "not-an-option"),
        ("mine", {"labels": "a"}, "labels", "wrong-type"),
        ("mine", {"labels": []}, "labels", "gold-answer"),
        ("mine", {"labels": ["a", "b", "c"]}, "labels", "gold-answer"),
        ("mine", {"labels": ["none", "a"]}, "labels", "gold-answer"),
        ("mine", {"right": 1}, "right", "wrong-type"),
        ("mine", {"right": {"z": 1}}, "right.z", "not-an-option"),
        ("mine", {"right": {"x": 2}}, "right.x", "not-an-option"),
        ("thumbs", {"rejected": "no", "reasons": ["wrong"]}, "reasons", "gold-answer"),
        (
            "conversation",
            {"reply": {"1": "ok"}, "wrong": {"1": ["tone"]}},
            "wrong.1",
            "gold-answer",
        ),
    ],
)
def test_what_nobody_could_answer_is_a_fault_of_its_line(
    name: str, gold: dict[str, Any], field: str, code: str
) -> None:
    assert faults(name, gold) == [(2, f"gold.{field}", code)]
