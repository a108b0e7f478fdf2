"""Whether a broadcast is still being sent, asked right before each message of it goes out."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

from bot.domain.broadcasts import BROADCAST
from bot.domain.notices import Notice
from bot.services import broadcasts
from handlers.context import Hall

# Whoever stops it waits no longer than that for the last message.
_TRUSTED = timedelta(seconds=0.5)


def on_air(hall: Hall, notice: Notice) -> Callable[[], Awaitable[bool]] | None:
    """What says whether the message is still wanted; none for what always is."""
    if notice.kind != BROADCAST:
        return None
    which = int(notice.args["broadcast_id"])

    async def wanted() -> bool:
        now = hall.clock.now()
        if now < hall.on_air.get(which, now):
            return True
        is_on = await broadcasts.still_on(hall.db, which)
        if is_on:
            hall.on_air[which] = now + _TRUSTED
        else:
            hall.on_air.pop(which, None)
        return is_on

    return wanted
