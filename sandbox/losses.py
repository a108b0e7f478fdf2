"""When a refusal is nobody's fault: the bot has just lost the place, and cannot know it yet."""

from dataclasses import dataclass
from datetime import datetime, timedelta

GRACE = timedelta(seconds=5)
_WORDS = (
    *("not enough rights", "need administrator rights", "CHAT_WRITE_FORBIDDEN"),
    *("TOPIC_CLOSED", "message thread not found", "chat not found"),
    "the group chat was deleted",
    *("bot was kicked from", "group chat was upgraded"),
    *("message can't be edited", "message to edit not found"),
)


@dataclass(slots=True)
class Loss:
    """Something that the bot could do in a place, and cannot do since then."""

    at: datetime
    told: bool

    def excuses(self, description: str, now: datetime) -> bool:
        """Whether this refusal comes of the loss, before the bot could act on it."""
        if not any(words in description for words in _WORDS):
            return False
        if not self.told:
            # Nobody told the bot; this refusal does.
            self.at, self.told = now, True
        return now - self.at <= GRACE
