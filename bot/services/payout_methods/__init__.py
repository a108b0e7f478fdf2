"""Where contractors are paid: asked for, confirmed, changed, taken away."""

from bot.services.payout_methods.asking import (
    Typed,
    ask,
    asked,
    cancel,
    forget_unanswered,
    put_off,
    take,
    take_edit,
    use_name,
)
from bot.services.payout_methods.choosing import (
    Chosen,
    by_number,
    chosen,
    confirm,
    disown,
    drop,
    had_one,
)
from bot.services.payout_methods.keys import Sealing, reseal, sealing
from storage.awaited_details import Awaited

__all__ = [
    "Awaited", "Chosen", "Sealing", "Typed", "ask", "asked", "by_number", "cancel", "chosen",
    "confirm", "disown", "drop", "forget_unanswered", "had_one", "put_off",
    "reseal", "sealing", "take", "take_edit",
    "use_name",
]  # fmt: skip
