"""Rating: each tap and text is in the database before it is answered."""

from bot.services.ratings.acts import Act, Turned
from bot.services.ratings.taps import (
    answer,
    ask,
    close,
    correct_time,
    flag,
    restart,
    skip,
    submit,
    tick,
    turn_to,
    undo,
)
from bot.services.ratings.texts import rewrite, write

__all__ = [
    "Act", "Turned", "answer", "ask", "close", "correct_time", "flag", "restart", "rewrite",
    "skip", "submit", "tick", "turn_to", "undo", "write",
]  # fmt: skip
