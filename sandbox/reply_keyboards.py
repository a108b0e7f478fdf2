"""Keyboards below the field: what Telegram takes as one, and the buttons that request people."""

from typing import Any

from sandbox.refusal import bad_request
from sandbox.wire import Json

REQUESTS = (
    "request_users", "request_chat", "request_contact", "request_location", "request_poll",
    "web_app",
)  # fmt: skip
# In Telegram's words for what can only be asked for in a private chat.
PRIVATE = {
    "request_users": "users",
    "request_chat": "chats",
    "request_contact": "phone number",
    "request_location": "location",
    "request_poll": "poll",
}
MOST_USERS = 10
MOST_ID = 2**31


def check_keyboard(raw: Any, *, private: bool) -> list[list[Json]] | None:
    """The rows of a keyboard below the field, or None where the markup is none."""
    if not isinstance(raw, dict) or "keyboard" not in raw:
        return None
    rows = raw["keyboard"]
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request('field "keyboard" must be of type Array of Arrays')
    kept = [[_check(button, private=private) for button in row] for row in rows if row]
    if not kept:
        raise bad_request("object expected as reply markup")
    numbers = [one["request_users"]["request_id"] for one in _asking(kept)]
    if len(set(numbers)) < len(numbers):
        raise bad_request("request identifiers must be unique within the message")
    return kept


def _asking(rows: list[list[Json]]) -> list[Json]:
    return [button for row in rows for button in row if "request_users" in button]


def _check(button: Any, *, private: bool) -> Json:
    given: Json = {"text": button} if isinstance(button, str) else button
    if not isinstance(given, dict):
        raise _unparsable("expected an Object")
    if not isinstance(given.get("text"), str):
        raise _unparsable('Field "text" must be of type String')
    asked = [name for name in REQUESTS if given.get(name) not in (None, False)]
    if len(asked) > 1:
        raise _unparsable("exactly one action must be given")
    for name in asked:
        if not private and name in PRIVATE:
            raise bad_request(f"{PRIVATE[name]} can be requested in private chats only")
    if "request_users" in asked:
        _check_users(given["request_users"])
    return given


def _check_users(asked: Any) -> None:
    if not isinstance(asked, dict):
        raise _unparsable('Field "request_users" must be of type Object')
    number, most = asked.get("request_id"), asked.get("max_quantity", 1)
    if number is None:
        raise _unparsable('Can\'t find field "request_id"')
    if not isinstance(number, int) or not -MOST_ID <= number < MOST_ID:
        raise _unparsable('Field "request_id" must be a valid Number')
    if not isinstance(most, int) or not 1 <= most <= MOST_USERS:
        raise bad_request("BUTTON_USERS_INVALID")


def _unparsable(words: str) -> Exception:
    return bad_request(f"can't parse keyboard button: {words}")


def shared(asked: Json, people: list[Json]) -> Json:
    """What the bot is told of the people who were chosen: only what it asked for."""
    names = {"request_name": ("first_name", "last_name"), "request_username": ("username",)}
    wanted = [field for name, fields in names.items() if asked.get(name) for field in fields]
    users = [
        {"user_id": one["id"], **{field: one[field] for field in wanted if field in one}}
        for one in people
    ]
    return {"request_id": asked["request_id"], "users": users}
