"""Where a person stands: the notice of a step, `/standing`, and what is behind it."""

from typing import Any

from bot.domain.refusal import Refused
from bot.domain.steps import StepState
from bot.services import standing
from handlers.context import Hall
from handlers.messages.screen import Screen
from handlers.messages.standing_notice import notice_screen


async def step(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The notice of a step; one that lacks something cannot be made, one taken back is not."""
    now = hall.clock.now()
    try:
        notice, appeal = await standing.told(
            hall.db, args["number"], by=args["person_id"], now=now, rules=hall.rules.pay
        )
    except Refused as no:
        # A "no" would be sent in its place, and start the clock of a step nobody read about.
        raise ValueError(f"the notice of step {args['number']}: {no}") from no
    if notice.step.state is StepState.withdrawn:
        return None
    words = hall.words(notice.person.language)
    return notice_screen(words, notice, appeal, now)
