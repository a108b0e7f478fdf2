"""Calls: prepared, posted in places, shown, ended."""

from bot.services.calls.posting import post_call
from bot.services.calls.renewing import renew_sunken
from bot.services.calls.scheduled import post_due
from bot.services.calls.standing import (
    Card,
    PostedCall,
    card,
    close_call,
    close_finished,
    lapse_offers,
    open_calls,
    posted,
    stands,
)

__all__ = [
    "Card", "PostedCall", "card", "close_call", "close_finished", "lapse_offers", "open_calls",
    "post_call", "post_due", "posted", "renew_sunken", "stands",
]  # fmt: skip
