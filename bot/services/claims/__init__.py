"""Claiming a job: the tap on a card, the held place of a newcomer, the list, the draw."""

from bot.services.claims.claim import Claim, GateView
from bot.services.claims.draws import draw_due
from bot.services.claims.passing import (
    ask_again,
    asked_of,
    decline,
    gate_of,
    go_on,
    project_id_of,
)
from bot.services.claims.taps import (
    claim,
    claim_open,
    finish_arrival,
    hand_until,
    hands_of,
    held_until,
    job_of,
)

__all__ = [
    "Claim", "GateView", "ask_again", "asked_of", "claim", "claim_open", "decline", "draw_due",
    "finish_arrival", "gate_of", "go_on", "hand_until", "hands_of", "held_until", "job_of",
    "project_id_of",
]  # fmt: skip
