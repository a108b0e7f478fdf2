"""Rating inputs: tasks with keyed responses, earlier turns and, for some, human labels."""

from typing import Any, Final

from bot.formats.incoming import Incoming

_KEPT: Final = {"id", "prompt", "responses", "lang", "context"}
_MARKS: Final = ("kind", "lang", "tags", "human", "source")


def is_rating_input(row: Any) -> bool:
    """Tell whether the object has the fields by which this form is known."""
    return isinstance(row, dict) and "kind" in row and sum(mark in row for mark in _MARKS) >= 2


def to_native(row: dict[str, Any]) -> dict[str, Any]:
    """Return the row in our form: earlier turns before the prompt, the rest as metadata."""
    native: dict[str, Any] = {"id": row.get("id"), "prompt": row.get("prompt")}
    native["language"] = row.get("lang")
    context = row.get("context")
    if isinstance(context, list):
        # `text` is their word for what our messages call `content`.
        native["prompt"] = [
            *map(_message, context),
            {"role": "user", "content": row.get("prompt")},
        ]
    else:
        native["context"] = context
    responses = row.get("responses")
    if isinstance(responses, list):
        responses = [_response(entry) for entry in responses]
    native["responses"] = responses
    native["metadata"] = {key: value for key, value in row.items() if key not in _KEPT}
    return native


def _message(turn: Any) -> Any:
    return _renamed(turn, "text", "content")


def _response(entry: Any) -> Any:
    return _renamed(entry, "key", "id")


def _renamed(entry: Any, old: str, new: str) -> Any:
    if not isinstance(entry, dict):
        return entry
    return {new if key == old else key: value for key, value in entry.items()}


RATING_INPUTS: Final = Incoming(
    "rating-inputs", is_rating_input, lambda rows, _taking: to_native(rows[0])
)
