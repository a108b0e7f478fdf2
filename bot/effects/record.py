"""Writing to the journal in the transaction of the fact."""

from datetime import datetime
from typing import Any

from storage import journal
from storage.database import Tx


async def record(
    tx: Tx,
    act: str,
    subject: str,
    *,
    by: int | None,
    now: datetime,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
) -> None:
    """Append who (`by`, none for the clock) did what (`act`) to what (`subject`)."""
    await journal.append(
        tx, at=now, actor_id=by, act=act, subject=subject, before=before, after=after
    )
