"""Our own form of a task: one object, as formats.md in the docs names its fields."""

from string import ascii_lowercase
from typing import Any, Final

from bot.domain.tasks import Response, Turn
from bot.formats.records import Item
from bot.formats.shape import Shape, type_name

FIELDS: Final = frozenset(
    {"id", "prompt", "responses", "context", "language", "gold", "overlap", "priority"}
    | {"predictions", "metadata"}
)
_ROLES: Final = frozenset({"system", "user", "assistant"})
_MOST_OVERLAP: Final = 20
# Of an assistant, where each is judged by itself.
_MOST_REPLIES: Final = 20
_PRIORITIES: Final = (-512, 511)


def item_of(
    row: Any, shape: Shape, wanted: tuple[int, int], *, turns: bool = False
) -> Item | None:
    """Return the item, or None with at least one fault noted.

    With `turns` each answer of the assistant is judged, so there has to be one, and few enough.
    """
    if not isinstance(row, dict):
        shape.fault("", "wrong-type", expected="object", found=type_name(row))
        return None
    shape.known(row, FIELDS)
    item = Item(
        line=shape.line,
        id=shape.text(row.get("id"), "id", shape.limits.id_chars),
        prompt=_prompt(row.get("prompt"), shape, turns=turns),
        responses=_responses(row.get("responses"), shape, wanted),
        language=shape.language(row.get("language")),
        context=shape.optional_text(row.get("context"), "context"),
        gold=_gold(row.get("gold"), shape),
        overlap=shape.integer(row.get("overlap"), "overlap", 1, _MOST_OVERLAP),
        priority=shape.integer(row.get("priority"), "priority", *_PRIORITIES) or 0,
        predictions=_predictions(row.get("predictions"), shape),
        metadata=shape.mapping(row.get("metadata"), "metadata") or {},
    )
    length = sum(map(len, _texts(item)))
    if length > shape.limits.task_chars:
        shape.fault("", "too-long", limit=shape.limits.task_chars, length=length)
    return None if shape.faults else item


def _texts(item: Item) -> list[str]:
    turns = [turn.text for turn in item.prompt]
    return [*turns, *(one.text for one in item.responses), item.context or ""]


def _prompt(value: Any, shape: Shape, *, turns: bool) -> tuple[Turn, ...]:
    if not isinstance(value, list):
        if turns:
            shape.fault("prompt", "no-conversation")
        return (Turn("user", shape.text(value, "prompt")),)
    prompt = turns_of(value, "prompt", shape)
    replies = sum(turn.role == "assistant" for turn in prompt)
    if turns and prompt and not replies:
        shape.fault("prompt", "no-conversation")
    if turns and replies > _MOST_REPLIES:
        shape.fault("prompt", "too-many-replies", limit=_MOST_REPLIES, found=replies)
    return prompt


def turns_of(messages: list[Any], field: str, shape: Shape) -> tuple[Turn, ...]:
    """Return messages as turns; at least one, each with a known role and a text."""
    if not messages:
        shape.fault(field, "empty")
    if len(messages) > shape.limits.turns:
        shape.fault(field, "too-many-turns", limit=shape.limits.turns, found=len(messages))
        return ()
    turns: list[Turn] = []
    for number, message in enumerate(messages, 1):
        name = f"{field}[{number}]"
        if not isinstance(message, dict):
            shape.fault(name, "wrong-type", expected="object", found=type_name(message))
            continue
        shape.known(message, frozenset({"role", "content"}), f"{name}.")
        role = shape.text(message.get("role"), f"{name}.role", 20)
        if role and role not in _ROLES:
            shape.fault(f"{name}.role", "unknown-role", found=role)
        turns.append(Turn(role, shape.text(message.get("content"), f"{name}.content")))
    return tuple(turns)


def _responses(value: Any, shape: Shape, wanted: tuple[int, int]) -> tuple[Response, ...]:
    least, most = wanted
    if value is None and least == 0:
        return ()
    listed = shape.listing(value, "responses")
    if isinstance(value, list) and len(listed) < least:
        shape.fault("responses", "too-few-responses", least=least, found=len(listed))
    if len(listed) > most:
        shape.fault("responses", "too-many-responses", most=most, found=len(listed))
        return ()
    responses = tuple(_response(entry, number, shape) for number, entry in enumerate(listed, 1))
    _check_different(responses, shape)
    return responses


def _response(entry: Any, number: int, shape: Shape) -> Response:
    name = f"responses[{number}]"
    if not isinstance(entry, dict):
        shape.fault(name, "wrong-type", expected="object", found=type_name(entry))
        return Response("", "")
    shape.known(entry, frozenset({"id", "text", "messages", "model", "image"}), f"{name}.")
    given = entry.get("id")
    fallback = ascii_lowercase[number - 1] if number <= len(ascii_lowercase) else str(number)
    return Response(
        id=fallback if given is None else shape.text(given, f"{name}.id", shape.limits.id_chars),
        text=_response_text(entry, name, shape),
        model=shape.optional_text(entry.get("model"), f"{name}.model", shape.limits.id_chars),
        image=shape.image(entry.get("image"), f"{name}.image"),
    )


def _response_text(entry: dict[str, Any], name: str, shape: Shape) -> str:
    """Return the text, or the texts of the assistant's messages one after the other.

    Where there is an image the text may be empty.
    """
    if "messages" not in entry:
        if entry.get("image") is not None and not str(entry.get("text") or "").strip():
            return ""
        return shape.text(entry.get("text"), f"{name}.text")
    if "text" in entry:
        shape.fault(f"{name}.messages", "text-and-messages")
    turns = turns_of(shape.listing(entry["messages"], f"{name}.messages"), name, shape)
    for turn in turns:
        if turn.role in _ROLES - {"assistant"}:
            shape.fault(f"{name}.messages", "unknown-role", found=turn.role)
    return "\n\n".join(turn.text for turn in turns)


def _check_different(responses: tuple[Response, ...], shape: Shape) -> None:
    texts: dict[tuple[str, str | None], int] = {}
    ids: set[str] = set()
    for number, response in enumerate(responses, 1):
        said = response.text.strip(), response.image
        if any(said) and said in texts:
            shape.fault(f"responses[{number}]", "same-responses", twin=texts[said])
        texts.setdefault(said, number)
        if response.id and response.id in ids:
            shape.fault(f"responses[{number}].id", "duplicate-id", id=response.id)
        ids.add(response.id)


def _gold(value: Any, shape: Shape) -> dict[str, Any] | None:
    gold = shape.mapping(value, "gold")
    if gold is not None and not gold:
        shape.fault("gold", "empty")
    for question, answer in (gold or {}).items():
        if answer is None or isinstance(answer, float):
            found = type_name(answer)
            shape.fault(f"gold.{question}", "wrong-type", expected="answer", found=found)
    return gold


def _predictions(value: Any, shape: Shape) -> list[dict[str, Any]]:
    if value is None:
        return []
    predictions = shape.listing(value, "predictions")
    for number, entry in enumerate(predictions, 1):
        name = f"predictions[{number}]"
        if not isinstance(entry, dict):
            shape.fault(name, "wrong-type", expected="object", found=type_name(entry))
            continue
        shape.known(entry, frozenset({"model", "values"}), f"{name}.")
        shape.text(entry.get("model"), f"{name}.model", shape.limits.id_chars)
        if shape.mapping(entry.get("values"), f"{name}.values") is None and (
            entry.get("values") is None
        ):
            shape.fault(f"{name}.values", "missing")
    return predictions
