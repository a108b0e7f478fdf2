"""Battles of an arena: two conversations with the same user, and who won."""

from collections.abc import Sequence
from typing import Any, Final

from bot.formats.incoming.taking import (
    Incoming,
    Row,
    Taking,
    id_of,
    language_of,
    made_id,
    messages_of,
    parted,
    predicted,
    response_of,
)
from bot.formats.shape import type_name

_WINNERS: Final = {"model_a": -1, "model_b": 1, "tie": 0}
# As which a model without a name goes out.
UNKNOWN: Final = "unknown"
_TAKEN: Final = frozenset(
    {"id", "question_id", "conversation_a", "conversation_b", "model_a", "model_b", "winner"}
    | {"language"}
)


def _is_battle(row: Row) -> bool:
    return "conversation_a" in row and "conversation_b" in row


def _is_later(row: Row) -> bool:
    return _is_battle(row) and "question_id" not in row


def _first(rows: Sequence[Row], taking: Taking) -> Row:
    return _battle(rows[0], "arena-33k", {**_WINNERS, "tie (bothbad)": "both_bad"}, taking)


def _later(rows: Sequence[Row], taking: Taking) -> Row:
    return _battle(rows[0], "arena-140k", {**_WINNERS, "both_bad": "both_bad"}, taking)


def _battle(row: Row, form: str, winners: dict[str, Any], taking: Taking) -> Row:
    """What both conversations begin with is the prompt; a response is all that follows."""
    sides = {side: _conversation(row, f"conversation_{side}", taking) for side in "ab"}
    prompt, *rests = parted(sides["a"], sides["b"])
    if not prompt and not taking.shape.faults:
        taking.shape.fault("conversation_b", "other-prompt")
    winner = taking.label(row.get("winner"), "winner", winners)
    responses = [
        {"id": side, **response_of(rest, model=_model(row, side))}
        for side, rest in zip("ab", rests, strict=True)
    ]
    return {
        "id": id_of(row, "question_id", "id") or made_id(form, *sides.values()),
        # One that is told as a fault already.
        "prompt": prompt or "?",
        "responses": responses,
        # In battles of several languages that is the tag of those that nobody knows.
        "language": language_of(None if row.get("language") == "und" else row.get("language")),
        "predictions": predicted(form, {"preference": winner}),
        "metadata": taking.rest(row, _TAKEN),
    }


def _model(row: Row, side: str) -> Any:
    """The model; none where our own exports wrote that they do not know it."""
    name = row.get(f"model_{side}")
    return None if name == UNKNOWN else name


def _conversation(row: Row, name: str, taking: Taking) -> Any:
    if not isinstance(row[name], list):
        taking.shape.fault(name, "wrong-type", expected="list", found=type_name(row[name]))
    return messages_of(row[name], name, taking)


_NAMES: Final = {
    "responses[1].text": "conversation_a", "responses[2].text": "conversation_b",
    "responses[1].model": "model_a", "responses[2].model": "model_b",
    "responses[2]": "conversation_b", "prompt": "conversation_a",
}  # fmt: skip
ARENA_33K: Final = Incoming("arena-33k", _is_battle, _first, {**_NAMES, "id": "question_id"})
ARENA_140K: Final = Incoming("arena-140k", _is_later, _later, _NAMES)
