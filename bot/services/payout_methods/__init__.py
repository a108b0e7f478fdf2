"""Where contractors are paid: asked for, confirmed, changed, taken away."""

from bot.services.payout_methods.keys import Sealing, reseal, sealing

__all__ = ["Sealing", "reseal", "sealing"]
