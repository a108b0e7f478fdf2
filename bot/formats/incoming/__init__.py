"""The formats of others: which one a row is of, in the order in which that is asked."""

from typing import Any, Final

from bot.formats.incoming.arena import ARENA_33K, ARENA_140K
from bot.formats.incoming.helpsteer import HELPSTEER2, HELPSTEER2_PREFERENCE, HELPSTEER3
from bot.formats.incoming.label_studio import LABEL_STUDIO
from bot.formats.incoming.openai_chat import OPENAI_CHAT
from bot.formats.incoming.taking import Incoming, Taking, told_left_out
from bot.formats.incoming.trl import TRL
from bot.formats.incoming.ultrafeedback import ULTRAFEEDBACK

__all__ = ["FORMATS", "Incoming", "Taking", "format_of", "told_left_out"]

FORMATS: Final = (
    HELPSTEER2_PREFERENCE, HELPSTEER3, HELPSTEER2, ARENA_140K, ARENA_33K, TRL, ULTRAFEEDBACK,
    LABEL_STUDIO, OPENAI_CHAT,
)  # fmt: skip


def format_of(row: dict[str, Any]) -> Incoming | None:
    """The format whose fields the row has; none for ours, and for what nobody knows."""
    if "responses" in row and "prompt" in row:
        return None
    return next((one for one in FORMATS if one.is_one(row)), None)
