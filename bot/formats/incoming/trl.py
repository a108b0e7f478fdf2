"""Preference pairs as TRL trains on them, in: prompt, chosen, rejected."""

from collections.abc import Sequence
from typing import Final

from bot.formats.incoming.taking import (
    Incoming,
    Row,
    Taking,
    id_of,
    made_id,
    messages_of,
    parted,
    predicted,
    response_of,
)

_NAME: Final = "trl-preference"
_TAKEN: Final = (
    "id", "prompt_id", "prompt", "chosen", "rejected", "messages", "language", "chosen_model",
    "rejected_model",
)  # fmt: skip


def _is_one(row: Row) -> bool:
    return "chosen" in row and "rejected" in row


def _to_native(rows: Sequence[Row], taking: Taking) -> Row:
    """Each chosen one is the first; contractors see the two in an order of their own."""
    (row,) = rows
    prompt = messages_of(row.get("prompt"), "prompt", taking)
    chosen = messages_of(row["chosen"], "chosen", taking)
    rejected = messages_of(row["rejected"], "rejected", taking)
    shared, first, second = parted(chosen, rejected)
    if isinstance(prompt, list):
        # Some repeat the prompt in front of each answer.
        if shared[: len(prompt)] != prompt:
            first, second = chosen, rejected
        elif prompt:
            first, second = chosen[len(prompt) :], rejected[len(prompt) :]
    elif shared:
        prompt = shared
    return {
        "id": id_of(row, "id", "prompt_id") or made_id(_NAME, prompt, chosen, rejected),
        "prompt": prompt,
        "responses": [
            response_of(first, model=row.get("chosen_model")),
            response_of(second, model=row.get("rejected_model")),
        ],
        "language": row.get("language"),
        "predictions": predicted(_NAME, {"preference": -1}),
        "metadata": taking.rest(row, _TAKEN),
    }


TRL: Final = Incoming(
    _NAME, _is_one, _to_native,
    {"responses[1].text": "chosen", "responses[2].text": "rejected", "responses[1]": "chosen",
     "responses[2]": "rejected", "responses": "chosen and rejected"},
)  # fmt: skip
