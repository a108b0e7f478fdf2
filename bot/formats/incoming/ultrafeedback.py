"""UltraFeedback as it was published: an instruction, and completions with four ratings each."""

import re
from collections.abc import Sequence
from typing import Any, Final

from bot.formats.incoming.taking import Incoming, Row, Taking, id_of, made_id, predicted

_NAME: Final = "ultrafeedback"
_TAKEN: Final = ("id", "instruction", "completions", "models")
_READ: Final = ("model", "response", "annotations")
_ASPECTS: Final = ("instruction_following", "honesty", "truthfulness", "helpfulness")
_RATING: Final = re.compile("[1-5]")


def _is_one(row: Row) -> bool:
    return "instruction" in row and isinstance(row.get("completions"), list)


def _to_native(rows: Sequence[Row], taking: Taking) -> Row:
    (row,) = rows
    values: dict[str, int] = {}
    responses = []
    for number, entry in enumerate(row["completions"], 1):
        if not isinstance(entry, dict):
            responses.append(entry)
            continue
        responses.append({"text": entry.get("response"), "model": entry.get("model")})
        taking.leave(*(f"completions.{name}" for name in entry if name not in _READ))
        values |= _ratings(entry.get("annotations"), number, taking)
    return {
        "id": id_of(row, "id") or made_id(_NAME, row["instruction"], responses),
        "prompt": row["instruction"],
        "responses": responses,
        "predictions": predicted(_NAME, values),
        "metadata": taking.rest(row, _TAKEN),
    }


def _ratings(annotations: Any, number: int, taking: Taking) -> dict[str, int]:
    """The ratings of one completion; they are texts, and one that was not given is no number."""
    found: dict[str, int] = {}
    for aspect, entry in annotations.items() if isinstance(annotations, dict) else ():
        if aspect not in _ASPECTS or not isinstance(entry, dict):
            taking.leave(f"annotations.{aspect}")
            continue
        taking.leave(*(f"annotations.{name}" for name in entry if name != "Rating"))
        rating = entry.get("Rating")
        if isinstance(rating, str) and _RATING.fullmatch(rating):
            found[f"{aspect}:{number}"] = int(rating)
    return found


ULTRAFEEDBACK: Final = Incoming(
    _NAME, _is_one, _to_native, {"prompt": "instruction", "responses": "completions"}
)
