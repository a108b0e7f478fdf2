"""Waves: private calls to a few people at a time, each with a place held."""

from bot.services.waves.answering import because, choose, decline
from bot.services.waves.asking import ask_due
from bot.services.waves.freeing import free_unusable
from bot.services.waves.views import PrivateCall, Tally, private_call

__all__ = [
    "PrivateCall", "Tally", "ask_due", "because", "choose", "decline", "free_unusable",
    "private_call",
]  # fmt: skip
