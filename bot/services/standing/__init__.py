"""Standing: steps decided by people, told, carried out by the clock, appealed and taken back."""

from bot.services.standing.appealing import add_words, appeal, decide_appeal, look_at_appeals
from bot.services.standing.deciding import (
    Preparing,
    add_evidence,
    begin,
    choose,
    decide,
    drop_evidence,
    preparing,
    preview,
    write,
)
from bot.services.standing.effects import carry_out
from bot.services.standing.views import Own, own, told
from bot.services.standing.withdrawing import withdraw

__all__ = [
    "Own", "Preparing", "add_evidence", "add_words", "appeal", "begin", "carry_out", "choose",
    "decide", "decide_appeal", "drop_evidence", "look_at_appeals", "own", "preparing", "preview",
    "told", "withdraw", "write",
]  # fmt: skip
