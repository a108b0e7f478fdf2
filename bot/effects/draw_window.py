"""The window of a draw begins when its first card stands."""

from datetime import datetime

from bot.domain.draws import DrawState, window_end
from storage import draws, posts
from storage.database import Tx


async def start_window(tx: Tx, call_id: int, *, now: datetime) -> None:
    """A card of the call stands now: if it is the first and came late, the window moves."""
    draw = await draws.of_call(tx, call_id)
    if draw is None or draw.state is not DrawState.open:
        return
    standing = [post for post in await posts.of_call(tx, call_id) if post.message_id is not None]
    until = window_end(draw, now)
    if len(standing) == 1 and until != draw.until:
        await draws.change(tx, call_id, until=until)
