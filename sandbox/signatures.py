"""What methods and parameters exist, read off the client library's own signatures."""

import inspect
import re
from dataclasses import dataclass
from functools import cache

import telegram

NOT_SENT = frozenset(
    {"self", "read_timeout", "write_timeout", "connect_timeout", "pool_timeout", "api_kwargs"}
)
# Conveniences of the client that it turns into something else before it sends.
CLIENT_SIDE = frozenset(
    {
        "allow_sending_without_reply",
        "reply_to_message_id",
        "disable_web_page_preview",
        "filename",
        "current_offset",
    }
)
# What the client can be asked to do that is no call.
OF_THE_CLIENT = frozenset({"initialize", "shutdown"})
_CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Signature:
    """The parameters of one method."""

    known: frozenset[str]
    required: tuple[str, ...]


@cache
def signature(method: str) -> Signature | None:
    """The parameters of a method by its Bot API name; None for what Telegram has not."""
    if method in OF_THE_CLIENT or not re.fullmatch(r"[a-z]+([A-Z][a-z]*)*", method):
        return None
    function = getattr(telegram.Bot, _CAPITAL.sub("_", method).lower(), None)
    if function is None or not inspect.iscoroutinefunction(inspect.unwrap(function)):
        return None
    parameters = inspect.signature(function).parameters
    names = [name for name in parameters if name not in NOT_SENT | CLIENT_SIDE]
    empty = inspect.Parameter.empty
    return Signature(
        frozenset(names), tuple(name for name in names if parameters[name].default is empty)
    )
