"""What a project file says of its calls in groups: `calls: {pin: true, repost_hours: 6}`."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from bot.domain.card_rules import MOST_HOURS, CardRules


class CallsPart(BaseModel):
    """Whether cards are pinned, and after how many hours they are posted anew below."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    pin: bool = False
    repost_hours: Annotated[int, Field(ge=1, le=MOST_HOURS)] | None = None

    @property
    def rules(self) -> CardRules:
        """The same in the words of the domain."""
        return CardRules(self.pin, self.repost_hours)
