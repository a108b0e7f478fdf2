"""The formats that an export can have, in the order in which they are offered."""

from typing import Final

from bot.formats.outgoing.arena import ARENA_33K, ARENA_140K
from bot.formats.outgoing.crowd_kit import CROWD_KIT, CROWD_KIT_PAIRWISE
from bot.formats.outgoing.form import Form
from bot.formats.outgoing.helpsteer import (
    HELPSTEER2,
    HELPSTEER2_PREFERENCE,
    HELPSTEER3_PREFERENCE,
)
from bot.formats.outgoing.label_studio import LABEL_STUDIO
from bot.formats.outgoing.openai_dpo import OPENAI_DPO
from bot.formats.outgoing.raw import RAW
from bot.formats.outgoing.trl import TRL_COMPLETION, TRL_PREFERENCE, TRL_UNPAIRED
from bot.formats.outgoing.ultrafeedback import ULTRAFEEDBACK_BINARIZED

FORMS: Final[tuple[Form, ...]] = (
    RAW, TRL_PREFERENCE, TRL_UNPAIRED, TRL_COMPLETION, OPENAI_DPO, ULTRAFEEDBACK_BINARIZED,
    HELPSTEER2, HELPSTEER2_PREFERENCE, HELPSTEER3_PREFERENCE, ARENA_33K, ARENA_140K,
    LABEL_STUDIO, CROWD_KIT, CROWD_KIT_PAIRWISE,
)  # fmt: skip
