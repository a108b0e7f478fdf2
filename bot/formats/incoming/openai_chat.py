"""Conversations as they are sent to a chat model: messages with roles."""

from collections.abc import Sequence
from typing import Any, Final

from bot.formats.incoming.taking import Incoming, Row, Taking, id_of, made_id, messages_of

_NAME: Final = "openai-chat"
_TAKEN: Final = ("id", "messages", "language")


def _is_one(row: Row) -> bool:
    return isinstance(row.get("messages"), list) and not {"prompt", "responses"} & row.keys()


def _to_native(rows: Sequence[Row], taking: Taking) -> Row:
    (row,) = rows
    messages: list[Any] = messages_of(row["messages"], "messages", taking)
    taking.leave(*_others(row["messages"]))
    prompt, responses = _parts(messages, taking)
    return {
        "id": id_of(row, "id") or made_id(_NAME, messages),
        "prompt": prompt,
        "responses": responses,
        "language": row.get("language"),
        "metadata": taking.rest(row, _TAKEN),
    }


def _parts(messages: list[Any], taking: Taking) -> tuple[list[Any], list[Row]]:
    """The last reply is the response; where replies are judged in their place it stays there.

    For tasks without responses it is left out, as contractors are to write it.
    """
    last = messages[-1] if messages else None
    if taking.turns or not isinstance(last, dict) or last.get("role") != "assistant":
        return messages, []
    if taking.responses[1] == 0:
        taking.leave("messages (the last reply)")
        return messages[:-1], []
    return messages[:-1], [{"text": last["content"]}]


def _others(messages: list[Any]) -> list[str]:
    """What messages have besides role and text."""
    found: dict[str, None] = {}
    for entry in messages:
        for name in entry if isinstance(entry, dict) else ():
            if name not in ("role", "content", "from", "value"):
                found[f"messages.{name}"] = None
    return list(found)


OPENAI_CHAT: Final = Incoming(
    _NAME, _is_one, _to_native, {"prompt": "messages", "responses[1].text": "messages"}
)
