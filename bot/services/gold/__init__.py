"""The gold of a project: looked at, copied from decided tasks, and decided about when doubted."""

from bot.services.gold.choosing import Choosing, choosing, put
from bot.services.gold.copying import copy_decided
from bot.services.gold.deciding import correct, keep, suspend, withdraw
from bot.services.gold.looking import (
    Card,
    Concerned,
    Given,
    Listed,
    Missed,
    card,
    concerned,
    listed,
    missed,
)

__all__ = [
    "Card", "Choosing", "Concerned", "Given", "Listed", "Missed", "card", "choosing", "concerned",
    "copy_decided", "correct", "keep", "listed", "missed", "put", "suspend", "withdraw",
]  # fmt: skip
