"""Disputes: opened with one tap, decided by a second person, or else for the contractor."""

from bot.effects.make_up import OVERTURNED
from bot.services.disputes.acts import (
    CORRECTED,
    add_words,
    decide,
    decide_overdue,
    disputed,
    prepare,
    preparing,
    write,
)
from bot.services.disputes.opening import dispute_gold, dispute_refusal, open_dispute
from bot.services.disputes.views import Disputed

__all__ = [
    "CORRECTED", "OVERTURNED", "Disputed", "add_words", "decide", "decide_overdue",
    "dispute_gold", "dispute_refusal", "disputed", "open_dispute", "prepare", "preparing",
    "write",
]  # fmt: skip
