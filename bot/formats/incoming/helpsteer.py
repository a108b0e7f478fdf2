"""HelpSteer: scores of the second edition, preferences of the second and the third."""

import re
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
    predicted,
)

_SCORES: Final = ("helpfulness", "correctness", "coherence", "complexity", "verbosity")
_PAIR: Final = 2
_SECOND: Final = frozenset(
    {"id", "prompt", "response_1", "response_2", "preference_strength"}
)  # fmt: skip
# How the second edition writes several turns into one text.
_TURN: Final = re.compile(r"\n?<extra_id_1>(User|Assistant)\n?")


def _is_scored(row: Row) -> bool:
    return "prompt" in row and "response" in row and any(name in row for name in _SCORES)


def _same_prompt(first: Row, second: Row) -> bool:
    return bool(first["prompt"] == second["prompt"])


def _scored(rows: Sequence[Row], taking: Taking) -> Row:
    """Two rows with one prompt are one task; its responses are told apart by their number."""
    first = rows[0]
    values: dict[str, Any] = {}
    for number, row in enumerate(rows, 1):
        for name in _SCORES:
            score = taking.shape.integer(row.get(name), name, 0, 4)
            values[name if len(rows) == 1 else f"{name}:{number}"] = score
    responses = [{"text": row["response"]} for row in rows]
    taken = ("id", "prompt", "response", *_SCORES)
    return {
        "id": id_of(first, "id") or made_id("helpsteer2", first["prompt"], responses),
        "prompt": _turns(first["prompt"]),
        "responses": responses,
        "predictions": predicted("helpsteer2", values),
        "metadata": taking.rest(first, taken),
    }


def _turns(prompt: Any) -> Any:
    if not isinstance(prompt, str) or not _TURN.search(prompt):
        return prompt
    first, *rest = _TURN.split(prompt)
    pairs = [("User", first), *zip(rest[::2], rest[1::2], strict=True)]
    # An empty last turn says only who is to speak next.
    return [{"role": who.lower(), "content": said} for who, said in pairs if said.strip()]


def _is_preference(row: Row) -> bool:
    return "preference_strength" in row


def _preference(rows: Sequence[Row], taking: Taking) -> Row:
    (row,) = rows
    strength = taking.shape.integer(row["preference_strength"], "preference_strength", -3, 3)
    responses = [{"text": row.get(f"response_{n}")} for n in (1, 2)]
    made = made_id("helpsteer2-preference", row.get("prompt"), responses)
    return {
        "id": id_of(row, "id") or made,
        "prompt": _turns(row.get("prompt")),
        "responses": responses,
        "predictions": predicted("helpsteer2-preference", _said(row, strength)),
        "metadata": taking.rest(row, _noted(row, _SECOND)),
    }


def _said(row: Row, strength: int | None) -> dict[str, Any]:
    """The preference; of 0 our own exports say in their metadata where both answers were bad."""
    bad = strength == 0 and row.get("metadata") == {"both_bad": True}
    return {"preference": "both_bad" if bad else strength}


def _noted(row: Row, taken: frozenset[str]) -> frozenset[str]:
    """The fields that were taken over; that metadata as well, where it says nothing else."""
    ours = row.get("metadata") in ({"both_bad": True}, {"both_bad": False})
    return taken | {"metadata"} if ours else taken


def _is_third(row: Row) -> bool:
    return "overall_preference" in row and "response1" in row


def _third(rows: Sequence[Row], taking: Taking) -> Row:
    (row,) = rows
    strength = taking.shape.integer(row["overall_preference"], "overall_preference", -3, 3)
    responses = [{"text": row.get(f"response{n}")} for n in (1, 2)]
    language = language_of(row.get("language"))
    taken = frozenset({"id", "context", "response1", "response2", "overall_preference"})
    # Of code it names the language of the program.
    is_code = row.get("domain") == "code" and language is None
    return {
        "id": id_of(row, "id") or made_id("helpsteer3", row.get("context"), responses),
        "prompt": messages_of(row.get("context"), "context", taking),
        "responses": responses,
        "language": language,
        "predictions": predicted("helpsteer3-preference", _said(row, strength)),
        "metadata": taking.rest(row, _noted(row, taken if is_code else taken | {"language"})),
    }


_UNDERLINED: Final = {"responses[1].text": "response_1", "responses[2].text": "response_2",
                      "responses[2]": "response_2"}  # fmt: skip
_JOINED: Final = {"responses[1].text": "response1", "responses[2].text": "response2",
                  "responses[2]": "response2", "prompt": "context"}  # fmt: skip
HELPSTEER2: Final = Incoming(
    "helpsteer2", _is_scored, _scored, {"responses[1].text": "response"}, _same_prompt
)
HELPSTEER2_PREFERENCE: Final = Incoming(
    "helpsteer2-preference", _is_preference, _preference, _UNDERLINED
)
HELPSTEER3: Final = Incoming("helpsteer3-preference", _is_third, _third, _JOINED)
