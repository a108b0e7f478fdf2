"""Calls: prepared, posted in places, shown, ended."""

from bot.services.calls.posting import post_call
from bot.services.calls.standing import (
    Card,
    PostedCall,
    card,
    close_call,
    close_finished,
    lapse_offers,
    open_calls,
    posted,
)

__all__ = [
    "Card", "PostedCall", "card", "close_call", "close_finished", "lapse_offers", "open_calls",
    "post_call", "posted",
]  # fmt: skip
