"""What a project says of its cards in groups: whether they are pinned, when they come below."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

# Later than that Telegram lets nobody take a message of one's own away.
MOST_HOURS = 47
LEAST = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class CardRules:
    """Pinned in silence or not; after how many hours a card with places left is posted anew."""

    pin: bool = False
    repost_hours: int | None = None

    def has_sunk(self, since: datetime, now: datetime) -> bool:
        """Whether a card that has stood since then is posted anew below."""
        hours = self.repost_hours
        return hours is not None and now - since >= timedelta(hours=hours)

    def to_json(self) -> dict[str, Any]:
        """The mapping that is stored."""
        return {"pin": self.pin, "repost_hours": self.repost_hours}

    @classmethod
    def from_json(cls, body: Mapping[str, Any] | None) -> "CardRules":
        """What a stored mapping says; nothing special where there is none."""
        return cls() if body is None else cls(body["pin"], body["repost_hours"])
