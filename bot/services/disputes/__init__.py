"""Disputes: opened with one tap, decided by a second person, or else for the contractor."""

from bot.effects.make_up import OVERTURNED
from bot.services.disputes.acts import (
    add_words,
    decide,
    decide_overdue,
    dispute_refusal,
    disputed,
    open_dispute,
    prepare,
    preparing,
    write,
)
from bot.services.disputes.views import Disputed

__all__ = [
    "OVERTURNED", "Disputed", "add_words", "decide", "decide_overdue", "dispute_refusal",
    "disputed", "open_dispute", "prepare", "preparing", "write",
]  # fmt: skip
