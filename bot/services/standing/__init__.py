"""Standing: steps decided by people, told, carried out by the clock, appealed and taken back."""

from bot.services.standing.appealing import add_words, appeal, decide_appeal, look_at_appeals
from bot.services.standing.candidates import Candidate, candidates, tick
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
from bot.services.standing.desk import Case, History, StepSeen, appeals_of, case, history, seen
from bot.services.standing.effects import carry_out
from bot.services.standing.offering import Offer, begin_from, drop, offers
from bot.services.standing.renewing import renew, unsent
from bot.services.standing.views import Own, appealed, own, told
from bot.services.standing.withdrawing import withdraw
from bot.services.standing.wording import (
    ANSWER,
    CONFIRM,
    WITHDRAW,
    Worded,
    ask_answer,
    ask_withdrawal,
    confirm,
    worded,
    write_words,
)

__all__ = [
    "ANSWER", "CONFIRM", "WITHDRAW", "Candidate", "Case", "History", "Offer", "Own", "Preparing",
    "StepSeen", "Worded", "add_evidence", "add_words", "appeal", "appealed", "appeals_of",
    "ask_answer", "ask_withdrawal", "begin", "begin_from", "candidates", "carry_out", "case",
    "choose", "confirm", "decide", "decide_appeal", "drop", "drop_evidence", "history",
    "look_at_appeals", "offers", "own", "preparing", "preview", "renew", "seen", "tick",
    "told", "unsent", "withdraw", "worded", "write", "write_words",
]  # fmt: skip
