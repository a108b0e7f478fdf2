"""Claiming a job: the tap on a card, the held place of a newcomer, the list, the draw."""

from bot.services.claims.draws import draw_due
from bot.services.claims.taps import (
    Claim,
    claim,
    claim_open,
    finish_arrival,
    hand_until,
    hands_of,
    held_until,
    job_of,
)

__all__ = [
    "Claim", "claim", "claim_open", "draw_due", "finish_arrival", "hand_until", "hands_of",
    "held_until", "job_of",
]  # fmt: skip
