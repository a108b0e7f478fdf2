"""The screens of known answers."""

from collections.abc import Awaitable, Callable
from typing import Any

from handlers.context import Hall
from handlers.messages import gold, gold_choice
from handlers.messages.screen import Screen

SCREENS: dict[str, Callable[[Hall, dict[str, Any]], Awaitable[Screen | None]]] = {
    "gold": gold.listing,
    "gold_task": gold.card,
    "gold_choice": gold_choice.choice,
    "gold_doubted": gold.doubted,
    "gold_missed": gold.missed,
    "gold_repaid": gold.repaid,
    "gold_fell": gold.fell,
}
