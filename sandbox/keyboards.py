"""Reply markup, refused wherever Telegram refuses it."""

from typing import Any

from sandbox.entities import check_link
from sandbox.refusal import bad_request
from sandbox.wire import Json

MOST_BUTTONS = 100
MOST_IN_A_ROW = 8
LONGEST_DATA = 64
STYLES = ("danger", "success", "primary")
ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)
OTHER_MARKUP = ("keyboard", "remove_keyboard", "force_reply")


def check_markup(raw: Any, *, private: bool) -> Json | None:
    """The inline keyboard to keep, or None for other reply markup."""
    if raw is None:
        return None
    if not isinstance(raw, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" not in raw:
        if raw and not any(key in raw for key in OTHER_MARKUP):
            raise bad_request("can't parse reply markup JSON object")
        return None
    rows = raw["inline_keyboard"]
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request('field "inline_keyboard" must be of type Array of Arrays')
    kept = [[check_button(button, private=private) for button in row] for row in rows if row]
    if sum(map(len, kept)) > MOST_BUTTONS or any(len(row) > MOST_IN_A_ROW for row in kept):
        raise bad_request("reply markup is too long")
    return {"inline_keyboard": kept} if kept else None


def check_button(button: Any, *, private: bool) -> Json:
    """The button as it is, when Telegram would take it."""
    if not isinstance(button, dict):
        raise _unparsable("expected an Object")
    text = button.get("text")
    if not isinstance(text, str):
        raise _unparsable('Field "text" must be of type String')
    if not text.strip():
        raise bad_request("BUTTON_TEXT_INVALID")
    actions = [key for key in ACTIONS if button.get(key) not in (None, "")]
    if not actions:
        raise _unparsable("Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise _unparsable("exactly one action must be given")
    if button.get("style") not in (None, *STYLES):
        raise bad_request("BUTTON_STYLE_INVALID")
    _check_action(actions[0], button[actions[0]], private=private)
    return button


def _check_action(action: str, value: Any, *, private: bool) -> None:
    if action in ("web_app", "copy_text") and not isinstance(value, dict):
        raise _unparsable(f'Field "{action}" must be of type Object')
    if action == "callback_data" and not 1 <= len(str(value).encode()) <= LONGEST_DATA:
        raise bad_request("BUTTON_DATA_INVALID")
    if action == "url":
        check_link(value, "inline keyboard button URL")
    if action == "web_app":
        if not private:
            raise bad_request("BUTTON_TYPE_INVALID")
        if not str(value.get("url", "")).startswith("https://"):
            raise bad_request(
                f"inline keyboard button web App URL '{value.get('url')}' is invalid:"
                " Only HTTPS links are allowed"
            )
    if action == "copy_text" and not 1 <= len(str(value.get("text", ""))) <= 256:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    if action in ("callback_game", "pay"):
        raise bad_request("BUTTON_TYPE_INVALID")


def _unparsable(words: str) -> Exception:
    return bad_request(f"can't parse inline keyboard button: {words}")
