"""What became of a broadcast for each person, read off their notices when those are over."""

from datetime import datetime

from bot.domain.broadcasts import BroadcastState, fate_of
from storage import broadcasts, recipients
from storage.database import Database


async def settle_over(db: Database, broadcast_id: int, now: datetime) -> int:
    """Write the end for all whose notice has come to its own; returns for how many."""
    async with db.begin() as tx:
        one = await broadcasts.locked(tx, broadcast_id)
        stopped = one.state is BroadcastState.stopping
        found = await recipients.over(tx, broadcast_id)
        ends = [(row, fate_of(state, error, stopped=stopped)) for row, state, error in found]
        await recipients.settle(tx, ends, now)
        return len(ends)
